package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

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

// readFiles reads the named files on all cores and writes one line each to out; failures go to errs and are counted
// in the error.
func readFiles(ctx context.Context, names []string, stdin io.Reader, out, errs io.Writer) error {
	failed, dash := 0, false
	for _, name := range names {
		if name == "-" && dash {
			return errors.New(`"-" is given twice; standard input can be read once`)
		}
		dash = dash || name == "-"
	}
	err := ordered(ctx, slices.Values(names),
		func(name string) result {
			a, err := within(ctx, sourceTime, func(ctx context.Context) result { return readOne(ctx, name, stdin) })
			if err != nil {
				a.err = fmt.Errorf("%s: %w", name, err)
			}
			return a
		},
		func(r result) error {
			if r.err != nil {
				failed++
				_, err := fmt.Fprintln(errs, message(r.err))
				return err
			}
			b, err := jsonLine(r.line)
			if err == nil {
				_, err = out.Write(append(b, '\n'))
			}
			return err
		})
	if err == nil && failed > 0 {
		return fmt.Errorf("%d of %d could not be read", failed, len(names))
	}
	return err
}

// result is the line of a file, or why there is none.
type result struct {
	line readLine
	err  error
}

// readOne reads one file, or standard input for "-".
func readOne(ctx context.Context, name string, stdin io.Reader) result {
	s := pageFile(name)
	if name == "-" {
		s.read = func(ctx context.Context) (*article.Article, error) {
			src, err := article.LoadFrom(ctx, stdin, name)
			if err != nil {
				return nil, err
			}
			return readSource(ctx, src)
		}
	}
	a, err := s.read(ctx)
	if err != nil {
		return result{err: err}
	}
	line := readLine{File: name, Title: a.Title, Byline: a.Byline, Outlet: a.Outlet, Language: a.Language, Text: a.Text}
	if a.Published != "" {
		line.Published = &a.Published
	}
	return result{line: line}
}
