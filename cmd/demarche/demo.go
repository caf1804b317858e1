package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"demarche/data"
	"demarche/quotes/article"
	"demarche/render"
)

// newDemo returns the command "demo".
func newDemo() *cobra.Command {
	var dir string
	cmd := &cobra.Command{
		Use:   "demo",
		Short: "see it work on the sample corpus",
		Long: `Read the sample corpus, which the program carries with it, into a database, and write the timeline
of each of its pairs of states as a page and as JSON. The articles were written for this project
around public statements.`,
		Example: `  demarche demo
  demarche demo -o /tmp/demo`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return demo(cmd, dir) },
	}
	cmd.Flags().StringVarP(&dir, "output", "o", "demarche-demo", "the `folder` to write to")
	return cmd
}

// demo reads the sample and writes its relations.
func demo(cmd *cobra.Command, dir string) error {
	p, err := newPipeline("")
	if err != nil {
		return err
	}
	reader, err := readerName("")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	sample, err := data.Sub("sample")
	if err != nil {
		return err
	}
	db := filepath.Join(dir, "demarche.sqlite")
	l := &ledger{
		out:    io.Discard,
		errs:   cmd.ErrOrStderr(),
		quiet:  true,
		reader: reader,
		bar:    &progress{},
		seen:   map[uint64]uint64{},
	}
	done, err := l.open(db)
	if err != nil {
		return err
	}
	if err := errors.Join(l.run(cmd.Context(), embedded(sample), p), done()); err != nil {
		return err
	}
	out := cmd.OutOrStdout()
	fmt.Fprintf(out, "%s are in %s.\n", plural(l.all.articles, "sample article"), db)
	pairs, err := pairsOf(sample)
	if err != nil {
		return err
	}
	first := ""
	for _, p := range pairs {
		page, err := demoPair(cmd, db, dir, p)
		if err != nil {
			return err
		}
		if first == "" || p == "prk-rus" {
			first = page
		}
	}
	_, err = fmt.Fprintf(out, "Open %s in a browser. Ask the database: demarche events PRK RUS --db %s\n", first, db)
	return err
}

// demoPair writes the page and the JSON of a pair that is named like "prk-rus", and returns the name of the page.
func demoPair(cmd *cobra.Command, db, dir, pair string) (string, error) {
	a, b, _ := strings.Cut(strings.ToUpper(pair), "-")
	v, err := (&filter{db: db}).read(cmd, a, b)
	if err != nil {
		return "", err
	}
	r := render.New(v.Relation, render.Options{
		Names: v.names, Version: render.Build(), Model: modelName(), Query: "demarche report " + a + " " + b,
		Hash: inputHash(v.Relation),
	})
	page := filepath.Join(dir, pair+".html")
	if err := writeFile(cmd, page, func(w io.Writer) error { return render.HTML(w, r) }); err != nil {
		return "", err
	}
	asJSON := func(w io.Writer) error { return render.JSON(w, r) }
	if err := writeFile(cmd, filepath.Join(dir, pair+".json"), asJSON); err != nil {
		return "", err
	}
	_, err = fmt.Fprintf(
		cmd.OutOrStdout(),
		"  %-28s %3d events, %3d reports, %2d articles  %s\n",
		r.Title,
		r.Summary.Events,
		r.Summary.Reports,
		r.Summary.Sources,
		page,
	)
	return page, err
}

// pairsOf returns the names of the sample's folders.
func pairsOf(sample fs.FS) ([]string, error) {
	dirs, err := fs.ReadDir(sample, ".")
	if err != nil {
		return nil, err
	}
	var pairs []string
	for _, d := range dirs {
		if d.IsDir() {
			pairs = append(pairs, d.Name())
		}
	}
	return pairs, nil
}

// embedded yields the articles of the sample, in the order of their names.
func embedded(sample fs.FS) iter.Seq[source] {
	return func(yield func(source) bool) {
		// The walk is over files in the program: what fails is told as the source's own error.
		_ = fs.WalkDir(sample, ".", func(name string, d fs.DirEntry, err error) error {
			if err == nil &&
				(d.IsDir() || !slices.Contains([]string{".html", ".htm", ".xhtml", ".txt"}, path.Ext(name))) {
				return nil
			}
			s := source{name: name, read: func(ctx context.Context) (*article.Article, error) {
				if err != nil {
					return nil, err
				}
				b, err := fs.ReadFile(sample, name)
				if err != nil {
					return nil, err
				}
				return article.Read(ctx, article.Source{Name: name, Bytes: b})
			}}
			if !yield(s) {
				return fs.SkipAll
			}
			return nil
		})
	}
}
