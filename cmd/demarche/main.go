// Command demarche reads articles, finds the words that states and their officials address to each other, and lays them
// out as a dated, sourced, interactive timeline of a relation.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"
)

func main() { os.Exit(run()) }

// run runs the command line and returns the exit status. The first interrupt ends the work in good order, the second at once.
func run() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop)
	err := newRoot().ExecuteContext(ctx)
	if err != nil && !errors.Is(err, errTold) {
		fmt.Fprintln(os.Stderr, "demarche: "+err.Error())
	}
	return exitCode(err)
}
