package main

import (
	"io"

	"github.com/spf13/cobra"

	"demarche/render"
)

// newExport returns the command "export".
func newExport() *cobra.Command {
	var f filter
	var format, output string
	cmd := &cobra.Command{
		Use:   "export A B",
		Short: "write what two states said to each other as JSON",
		Long: `Write the events between two states, every report with its source and its place in it, as one JSON document. Offsets are
Unicode code points of the article's text.`,
		Example: `  demarche export PRK RUS --format json -o prk-rus.json
  demarche export "north korea" moscow --since 2023 | jq .summary`,
		Args: cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			if format != "json" {
				return usage(cmd, "unknown format %q; there is json", format)
			}
			if err := checkOutput(cmd, output, "JSON", jsonEndings, "export writes JSON; name it .json"); err != nil {
				return err
			}
			v, err := f.read(cmd, args[0], args[1])
			if err != nil {
				return err
			}
			if err := writeFile(cmd, output, func(w io.Writer) error { return v.json(w, cmd) }); err != nil {
				return err
			}
			return v.tell(cmd, false)
		},
	}
	f.addTo(cmd)
	cmd.Flags().StringVar(&format, "format", "json", "the `format`: json")
	outputFlag(cmd, &output)
	return cmd
}

// json writes the view as JSON.
func (v *view) json(w io.Writer, cmd *cobra.Command) error {
	return render.JSON(w, render.New(v.Relation, render.Options{
		Names: v.names, Version: version(), Query: query(cmd, v.A, v.B), Hash: inputHash(v.Relation),
	}))
}
