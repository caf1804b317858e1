package main

import (
	"errors"
	"io"

	"github.com/spf13/cobra"

	"demarche/render"
)

// newEvents returns the command "events".
func newEvents() *cobra.Command {
	var f filter
	var json, quiet bool
	cmd := &cobra.Command{
		Use:   "events [A [B]]",
		Short: "list what states said to each other",
		Long: `List the events between two states by date: when it was said, which way, who spoke to whom, how, and
the first words. With one state all that it said and was told is listed, with none all that is
stored. States are named by ISO 3166 code, name, demonym or capital. What one says of another
without addressing it comes after what they say to each other.`,
		Example: `  demarche events PRK RUS
  demarche events "north korea" moscow --since 2023-06 --speaker Kim
  demarche events PRK
  demarche events --since 2024 --text ceasefire
  demarche events prk rus --direction to --text 'solidarity OR "full support"'
  demarche events PRK RUS --json | jq '.events[].date.edtf'`,
		Args: cobra.MaximumNArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) < 2 {
				return listAll(cmd, args, &f, json, quiet)
			}
			v, err := f.read(cmd, args[0], args[1])
			if err != nil {
				return err
			}
			if json {
				return errors.Join(v.json(cmd.OutOrStdout(), cmd), v.tell(cmd, quiet))
			}
			if len(v.Events) == 0 {
				return v.tell(cmd, quiet)
			}
			return v.table(cmd.OutOrStdout())
		},
	}
	f.addTo(cmd)
	cmd.Flags().BoolVar(&json, "json", false, "print JSON, in the shape of: demarche export")
	cmd.Flags().BoolVarP(&quiet, "quiet", "q", false, "print nothing but events and errors")
	return cmd
}

// listAll lists the events of one state, or of all where args names none.
func listAll(cmd *cobra.Command, args []string, f *filter, json, quiet bool) error {
	if json {
		return runExport(cmd, args, &exportOptions{filter: *f, format: "json", out: "-", quiet: quiet})
	}
	c, err := f.choose(cmd, args)
	if err != nil {
		return err
	}
	if len(c.events) == 0 {
		return c.tell(cmd, quiet)
	}
	return c.table(cmd.OutOrStdout())
}

// json writes the view as JSON.
func (v *view) json(w io.Writer, cmd *cobra.Command) error {
	model, err := modelVersion()
	if err != nil {
		return err
	}
	return render.JSON(w, render.New(v.Relation, render.Options{
		Names: v.names, Version: render.Build(), Model: model, Query: query(cmd, v.A, v.B), Hash: inputHash(v.Relation),
	}))
}
