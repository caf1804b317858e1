package main

import (
	"cmp"
	"errors"
	"io"
	"io/fs"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"demarche/render"
	"demarche/render/export"
	"demarche/timeline"
)

// codebookOptions are the flags of "codebook".
type codebookOptions struct {
	citing
	db, actors, format, out, made string
}

// newCodebook returns the command "codebook".
func newCodebook() *cobra.Command {
	var o codebookOptions
	cmd := &cobra.Command{
		Use:   "codebook",
		Short: "tell what the variables of the exports mean",
		Long: `Tell of every variable its type, meaning, values, missing values, how it is found and how often it is
right; the codes of states; the sources of the database with their licences and months, where there is one;
and the versions of the program. --format ddi gives a DDI Codebook 2.5, which archives of data take.`,
		Example: `  demarche codebook > codebook.md
  demarche codebook --format json | jq '.tables[0].variables[].name'
  demarche codebook --format ddi -o codebook.xml`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return o.run(cmd) },
	}
	dbFlag(cmd, &o.db)
	actorsFlag(cmd, &o.actors)
	o.addTo(cmd)
	cmd.Flags().StringVar(&o.format, "format", "md", "the `format`: md, json or ddi")
	cmd.Flags().StringVar(&o.made, "made", "", "the `day` to print as the day on which it was made")
	outputFlag(cmd, &o.out)
	return cmd
}

func (o *codebookOptions) run(cmd *cobra.Command) error {
	draw, endings := (*export.Codebook).Markdown, ".md .txt"
	switch o.format {
	case "md":
	case "json":
		draw, endings = (*export.Codebook).JSON, jsonEndings
	case "ddi":
		draw, endings = (*export.Codebook).DDI, ".xml"
	default:
		return usage(cmd, "unknown format %q; there are md, json, ddi", o.format)
	}
	if err := checkDay(cmd, o.made); err != nil {
		return err
	}
	err := checkOutput(cmd, o.out, o.format, endings, "choose another name, or another --format")
	if err != nil {
		return err
	}
	book, err := o.book(cmd)
	if err != nil {
		return err
	}
	return writeFile(cmd, o.out, func(w io.Writer) error { return draw(book, w) })
}

// book makes the codebook, with what the database holds where there is one.
func (o *codebookOptions) book(cmd *cobra.Command) (*export.Codebook, error) {
	g, err := gazetteer(o.actors)
	if err != nil {
		return nil, err
	}
	book, err := export.NewCodebook(g.StateName)
	if err != nil {
		return nil, err
	}
	by, err := o.citation(cmd)
	if err != nil {
		return nil, err
	}
	book.Cite(by)
	book.Generator, book.Generated = programName(), o.made
	_, err = os.Stat(o.db)
	if errors.Is(err, fs.ErrNotExist) && !cmd.Flags().Changed("db") {
		return book, nil
	}
	return book, o.holdings(cmd, book)
}

// holdings adds the sources of the database.
func (o *codebookOptions) holdings(cmd *cobra.Command, book *export.Codebook) error {
	licence, err := export.Licences()
	if err != nil {
		return err
	}
	s, err := openToRead(o.db)
	if err != nil {
		return err
	}
	snap, err := s.Snapshot(cmd.Context())
	if err != nil {
		return errors.Join(err, s.Close())
	}
	read, err := snap.Coverage()
	for _, c := range read {
		book.Coverage = append(book.Coverage, render.Coverage(c))
	}
	err = errors.Join(err, snap.Sources(func(a timeline.Source) error {
		book.Add(render.Cite(a), licence)
		return nil
	}))
	slices.SortFunc(book.Outlets, func(a, b export.Outlet) int {
		return cmp.Or(
			cmp.Compare(b.Articles, a.Articles),
			cmp.Compare(a.Name, b.Name),
			cmp.Compare(a.Licence, b.Licence),
		)
	})
	return errors.Join(err, snap.Close(), s.Close())
}

// programName is the program with its version where it is known.
func programName() string {
	if v := render.Build(); v != "" {
		return "demarche " + v
	}
	return "demarche"
}
