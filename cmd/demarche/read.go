package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"demarche/quotes/article"
)

// readLine is what "demarche read" prints for one source.
type readLine struct {
	File      string  `json:"file"` // the argument as given
	Title     string  `json:"title"`
	Byline    string  `json:"byline"`
	Outlet    string  `json:"outlet"`
	Published *string `json:"published"` // EDTF, null when unknown
	Language  string  `json:"language"`
	Text      string  `json:"text"`
}

// newRead returns the command "read".
func newRead() *cobra.Command {
	return &cobra.Command{
		Use:   "read FILE...",
		Short: "print what is read from pages and texts, and store nothing",
		Long: `Read web pages and texts, gzipped or not ("-" is standard input), and print one JSON line for each, in their
order: {"file","title","byline","outlet","published","language","text"}. Nothing is stored. A file that cannot be read is
named on standard error and makes the exit status 1; the others are still read.`,
		Example: "  demarche read page.html saved.txt.gz > articles.jsonl",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return readFiles(cmd.Context(), args, cmd.InOrStdin(), cmd.OutOrStdout(), cmd.ErrOrStderr())
		},
	}
}

// readFiles reads the named files on all cores and writes one line each to out; failures go to errs and are counted in the error.
func readFiles(ctx context.Context, names []string, stdin io.Reader, out, errs io.Writer) error {
	if ctx == nil {
		ctx = context.Background()
	}
	type result struct {
		line readLine
		err  error
	}
	at, failed, dash := 0, 0, false
	for _, name := range names {
		if name == "-" && dash {
			return errors.New(`"-" is given twice; standard input can be read once`)
		}
		dash = dash || name == "-"
	}
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	err := ordered(ctx,
		func() (string, bool, error) {
			if at == len(names) {
				return "", false, nil
			}
			at++
			return names[at-1], true, nil
		},
		func(name string) result {
			a, err := readOne(name, stdin)
			if err != nil {
				return result{err: err}
			}
			line := readLine{File: name, Title: a.Title, Byline: a.Byline, Outlet: a.Outlet, Language: a.Language, Text: a.Text}
			if a.Published != "" {
				line.Published = &a.Published
			}
			return result{line: line}
		},
		func(r result) error {
			if r.err != nil {
				failed++
				_, err := fmt.Fprintln(errs, "demarche: "+r.err.Error())
				return err
			}
			return enc.Encode(r.line)
		})
	if err == nil && failed > 0 {
		return fmt.Errorf("%d of %d could not be read", failed, len(names))
	}
	return err
}

// readOne reads one file, or standard input for "-".
func readOne(name string, stdin io.Reader) (*article.Article, error) {
	load := article.Load
	if name == "-" {
		load = func(name string) (article.Source, error) { return article.LoadFrom(stdin, name) }
	}
	src, err := load(name)
	if err != nil {
		return nil, err
	}
	return article.Read(src)
}
