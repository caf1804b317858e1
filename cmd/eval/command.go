package main

import (
	"bytes"
	"context"
	"io"

	"github.com/spf13/cobra"
)

// newRoot returns the command with all its subcommands. Errors are printed by main alone.
func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "eval",
		Short: "measure the extraction against texts that people annotated",
		Long: `eval runs the extraction over annotated texts (JSON Lines, spans in Unicode code
points) and prints how much of it is right. The gold files are not part of this
project. Files may be packed with gzip or zstd.

Exit status: 0 when all went well, 1 when something failed, 2 when the command
line is wrong.`,
		Example: `  go run ./cmd/eval diplomatic dev.jsonl
  go run ./cmd/eval quotes polnear-dev.jsonl`,
		SuggestionsMinimumDistance: 2,
		SilenceUsage:               true,
		SilenceErrors:              true,
		CompletionOptions:          cobra.CompletionOptions{DisableDefaultCmd: true},
	}
	root.AddCommand(newQuotes(), newCofenet(), newDiplomatic(), newDates(), newRules(), newQueue(), newMerging(),
		newGroups())
	return root
}

// failure is an error of the work: all others are errors of the command line.
type failure struct{ error }

// Unwrap returns what failed.
func (f *failure) Unwrap() error { return f.error }

// work measures against gold files and prints the result.
type work func(ctx context.Context, w io.Writer, names []string) error

// whole runs the work for a command, and prints all of its output or none.
func whole(do work) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, names []string) error {
		var out bytes.Buffer
		err := do(cmd.Context(), &out, names)
		if err == nil {
			_, err = out.WriteTo(cmd.OutOrStdout())
		}
		if err != nil {
			return &failure{err}
		}
		return nil
	}
}
