package main

import (
	"io"

	"github.com/spf13/cobra"
)

// newExport returns the command "export".
func newExport() *cobra.Command {
	var f filter
	var format, output string
	cmd := &cobra.Command{
		Use:   "export [A [B]]",
		Short: "write what states said to each other as JSON",
		Long: `Write the events between two states, of one state with all its partners, or of all states, every report with its source and
its place in it, as one JSON document. Offsets are Unicode code points of the article's text.`,
		Example: `  demarche export PRK RUS --format json -o prk-rus.json
  demarche export "north korea" moscow --since 2023 | jq .summary
  demarche export PRK -o prk.json
  demarche export -o all.json`,
		Args: cobra.MaximumNArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			if format != "json" {
				return usage(cmd, "unknown format %q; there is json", format)
			}
			if err := checkOutput(cmd, output, "JSON", jsonEndings, "export writes JSON; name it .json"); err != nil {
				return err
			}
			c, err := f.choose(cmd, args)
			if err != nil {
				return err
			}
			if err := writeFile(cmd, output, func(w io.Writer) error { return c.json(w, cmd) }); err != nil {
				return err
			}
			return c.tell(cmd, false)
		},
	}
	f.addTo(cmd)
	cmd.Flags().StringVar(&format, "format", "json", "the `format`: json")
	outputFlag(cmd, &output)
	return cmd
}
