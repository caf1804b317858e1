package main

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

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
			v, err := f.read(cmd, args[0], args[1])
			if err != nil {
				return err
			}
			return toFile(output, cmd.OutOrStdout(), func(w io.Writer) error { return v.json(w, cmd) })
		},
	}
	f.addTo(cmd)
	cmd.Flags().StringVar(&format, "format", "json", "the `format`: json")
	cmd.Flags().StringVarP(&output, "output", "o", "-", "the `file` to write, - for standard output")
	return cmd
}

// json writes the view as JSON.
func (v *view) json(w io.Writer, cmd *cobra.Command) error {
	return render.JSON(w, render.New(v.Relation, render.Options{
		Names: v.names, Query: commandLine(cmd), Hash: inputHash(v.Relation),
	}))
}

// commandLine is what was asked for: the command with its arguments and the flags that were set.
func commandLine(cmd *cobra.Command) string {
	words := append(strings.Fields(cmd.CommandPath()), cmd.Flags().Args()...)
	cmd.Flags().Visit(func(f *pflag.Flag) {
		switch f.Name {
		case "since", "until", "speaker", "direction", "text", "addressed":
			words = append(words, "--"+f.Name+"="+f.Value.String())
		}
	})
	for i, w := range words {
		if strings.ContainsAny(w, " '\"$&|;<>*?()") {
			words[i] = "'" + strings.ReplaceAll(w, "'", `'\''`) + "'"
		}
	}
	return strings.Join(words, " ")
}

// toFile writes to a file whole or not at all, or to stdout for "-".
func toFile(path string, stdout io.Writer, write func(io.Writer) error) error {
	if path == "-" {
		return write(stdout)
	}
	var b bytes.Buffer
	if err := write(&b); err != nil {
		return err
	}
	tmp, err := os.CreateTemp(filepath.Dir(path), ".demarche-*")
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name()) //nolint:errcheck // gone after the rename
	_, err = tmp.Write(b.Bytes())
	if err := errors.Join(err, tmp.Chmod(0o644), tmp.Close()); err != nil {
		return err
	}
	return os.Rename(tmp.Name(), path)
}
