package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"demarche/cmd/budget"
	"demarche/quotes/article"
)

// documents is a run over documents that prints a line of JSON for each, in their order: "extract" and "dates".
type documents struct {
	in   *inputs
	args []string // "-" alone where there are none
	errs io.Writer
	bad  int // sources that could not be read
	good int // lines printed
}

// documentWork makes what is printed of an article.
type documentWork func(*article.Article) (any, error)

// printed is the line to print of a source, or what is wrong with it.
type printed struct {
	source
	line []byte
	err  error
}

// runDocuments reads the documents that the arguments name and writes what work makes of each to the file output,
// "-" for standard output. What is given fills what a document does not tell.
func runDocuments(cmd *cobra.Command, args []string, output string, given article.Record, work documentWork) error {
	if len(args) == 0 {
		args = []string{"-"}
	}
	in := &inputs{ctx: cmd.Context(), stdin: cmd.InOrStdin(), lines: true, given: given}
	d := &documents{in: in, args: args, errs: cmd.ErrOrStderr()}
	err := writeFile(cmd, output, func(out io.Writer) error {
		w := bufio.NewWriterSize(out, 1<<16)
		return errors.Join(d.run(w, work), w.Flush())
	})
	if err == nil && d.bad > 0 {
		err = fmt.Errorf("%s left out", plural(d.bad, "bad document"))
		if d.good > 0 {
			err = fmt.Errorf("%w: %w", errPartly, err)
		}
	}
	return err
}

// run works on all cores and prints the lines in their order; what cannot be read is told and counted.
func (d *documents) run(w io.Writer, work documentWork) error {
	limitMemory()
	var bare bareAddresses
	err := ordered(d.in.ctx, d.in.sources(d.args),
		func(s source) []printed {
			return each(
				d.in.ctx,
				s,
				func(ctx context.Context, s source) []printed { return linesFor(ctx, s, work) },
				printed.size,
			)
		},
		func(ps []printed) error {
			for _, p := range ps {
				if bare.take(p.source, p.err) {
					continue
				}
				if err := d.print(w, p); err != nil {
					return err
				}
			}
			return nil
		})
	lines, alone := bare.tell("")
	d.bad += alone
	for _, line := range lines {
		fmt.Fprintln(d.errs, "demarche: "+clean(line))
	}
	return err
}

// print writes the line of a document, or tells what is wrong with it.
func (d *documents) print(w io.Writer, p printed) error {
	switch {
	case p.note != "":
		_, err := fmt.Fprintln(d.errs, "demarche: "+clean(p.note))
		return err
	case p.err != nil:
		d.bad++
		_, err := fmt.Fprintln(d.errs, message(p.err))
		return err
	}
	d.good++
	_, err := w.Write(append(p.line, '\n'))
	return err
}

// size is how many bytes a line keeps.
func (p printed) size() int { return len(p.line) }

// linesFor makes the line of one source, or those of its entries, within the time that a source may take.
func linesFor(ctx context.Context, s source, work documentWork) []printed {
	if s.note != "" {
		return []printed{{source: s}}
	}
	ps, err := budget.Within(ctx, budget.Source, func(ctx context.Context) (ps []printed) {
		a, err := s.read(ctx)
		if err != nil {
			return []printed{{source: s, err: err}}
		}
		if s.stream == "" { // a page or text names itself
			a.ID = s.name
		}
		for _, part := range parts(a) {
			ps = append(ps, lineOfArticle(s, part, work))
		}
		return ps
	})
	if err != nil {
		return []printed{{source: s, err: fmt.Errorf("%s: %w", s.name, err)}}
	}
	return ps
}

// lineOfArticle makes the line of one article of a source.
func lineOfArticle(s source, a *article.Article, work documentWork) printed {
	v, err := work(a)
	if err != nil {
		return printed{source: s, err: fmt.Errorf("%s: %w", s.name, err)}
	}
	line, err := jsonLine(v)
	return printed{source: s, line: line, err: err}
}

// parts are the articles of a source: the entries of a live blog or a chronology, else the article itself.
func parts(a *article.Article) []*article.Article {
	if len(a.Entries) > 0 {
		return a.Entries
	}
	return []*article.Article{a}
}
