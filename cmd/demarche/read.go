package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"demarche/cmd/budget"
)

// readLine is what "demarche read" prints for one source.
type readLine struct {
	File      string  `json:"file"` // the argument as given, with the place in it where it holds several articles
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
		Use:   "read FILE|FOLDER|URL|-...",
		Short: "print what is read from pages and texts, and store nothing",
		Long: `Read sources of every kind that "demarche add" reads ("-" is standard input), and
print one JSON line for each article in them, in their order:
{"file","title","byline","outlet","published","language","text"}. Nothing is
stored. A source that cannot be read is named on standard error and makes the
exit status 1; the others are still read.`,
		Example: `  demarche read page.html saved.txt.gz > articles.jsonl
  demarche read nexis.docx | head -1`,
		Args: cobra.MinimumNArgs(1),
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
	in := &inputs{ctx: ctx, stdin: stdin}
	all := 0
	var bare bareAddresses
	err := ordered(ctx, in.sources(names),
		func(s source) []result { return each(ctx, s, readSource, result.size) },
		func(rs []result) error {
			for _, r := range rs {
				if bare.take(r.source, r.err) {
					continue
				}
				if r.note == "" {
					all++
				}
				if r.err != nil {
					failed++
				}
				if err := r.print(out, errs); err != nil {
					return err
				}
			}
			return nil
		})
	lines, alone := bare.tell("")
	for _, line := range lines {
		fmt.Fprintln(errs, "demarche: "+clean(line))
	}
	if err == nil && failed+alone > 0 {
		return fmt.Errorf("%d of %d could not be read", failed+alone, all+alone)
	}
	return err
}

// result is the line of a source, or why there is none.
type result struct {
	source
	line readLine
	err  error
}

// size is how many bytes a line keeps.
func (r result) size() int { return len(r.line.Text) }

// print writes the line of a source to out, or to errs what is wrong with it.
func (r result) print(out, errs io.Writer) error {
	switch {
	case r.note != "":
		_, err := fmt.Fprintln(errs, "demarche: "+clean(r.note))
		return err
	case r.err != nil:
		_, err := fmt.Fprintln(errs, message(r.err))
		return err
	}
	b, err := jsonLine(r.line)
	if err == nil {
		_, err = out.Write(append(b, '\n'))
	}
	return err
}

// readSource reads a source within the time that one may take.
func readSource(ctx context.Context, s source) []result {
	if s.note != "" {
		return []result{{source: s}}
	}
	r, err := budget.Within(ctx, budget.Source, func(ctx context.Context) result { return readOne(ctx, s) })
	if err != nil {
		return []result{{source: s, err: fmt.Errorf("%s: %w", s.name, err)}}
	}
	return []result{r}
}

// readOne reads a source.
func readOne(ctx context.Context, s source) result {
	a, err := s.read(ctx)
	if err != nil {
		return result{source: s, err: err}
	}
	line := readLine{File: s.name, Title: a.Title, Byline: a.Byline, Outlet: a.Outlet, Language: a.Language, Text: a.Text}
	if a.Published != "" {
		line.Published = &a.Published
	}
	return result{source: s, line: line}
}
