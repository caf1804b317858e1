package main

import (
	"io"

	"github.com/spf13/cobra"

	"demarche/render"
	"demarche/render/export"
)

// newSchema returns the command "schema".
func newSchema() *cobra.Command {
	var format, out string
	cmd := &cobra.Command{
		Use:   "schema",
		Short: "print the JSON Schema of the exports",
		Long: `Print the JSON Schema (2020-12) of what "export --format json", "report --json" and "events --json" write,
or, with --format jsonl, of a line of "export --format jsonl". Within a major version properties are added,
none removed.`,
		Example: `  demarche schema > report.schema.json
  demarche schema --format jsonl | jq .properties`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			schema := render.Schema
			switch format {
			case "json":
			case "jsonl":
				schema = export.StatementSchema
			default:
				return usage(cmd, "unknown format %q; there are json, jsonl", format)
			}
			if err := checkOutput(cmd, out, "a JSON Schema", jsonEndings, "name it .json"); err != nil {
				return err
			}
			return writeFile(cmd, out, func(w io.Writer) error {
				_, err := w.Write(schema())
				return err
			})
		},
	}
	cmd.Flags().StringVar(&format, "format", "json", "the `format` that is described: json or jsonl")
	outputFlag(cmd, &out)
	return cmd
}
