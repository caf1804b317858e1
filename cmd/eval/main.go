// Command eval measures the extraction against texts that people annotated:
//
//	go run ./cmd/eval diplomatic dev.jsonl
//
// It reads gold files (JSON Lines, spans in Unicode code points), extracts from their texts what "demarche extract"
// would print, and prints tables. It stores nothing.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
)

func main() { os.Exit(run()) }

// run runs the command line and returns the exit status: 0 when all went well, 1 when something failed, 2 when the
// command line is wrong.
func run() int {
	cmd, err := newRoot().ExecuteContextC(context.Background())
	var failed *failure
	switch {
	case err == nil:
		return 0
	case errors.As(err, &failed):
		fmt.Fprintln(os.Stderr, "eval:", err)
		return 1
	}
	fmt.Fprintf(os.Stderr, "eval: %v (see: %s --help)\n", err, cmd.CommandPath())
	return 2
}
