// Command demarche reads articles, finds the words that states and their officials address to each other, and lays
// them out as a dated, sourced, interactive timeline of a relation.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() { os.Exit(run()) }

// exitInterrupted is the exit status of a run that was broken off, as shells have it for Ctrl-C.
const exitInterrupted = 130

// errInterrupted is what is said of it.
const errInterrupted fault = "interrupted"

// grace is how long an interrupted run may take to store what is found and to clear up.
const grace = 1500 * time.Millisecond

// run runs the command line and returns the exit status. The first interrupt ends the work in good order, but
// within [grace]; the second ends it at once.
func run() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, func() {
		stop() // the next one kills
		time.Sleep(grace)
		fmt.Fprintln(os.Stderr, message(errInterrupted))
		os.Exit(exitInterrupted)
	})
	err := newRoot().ExecuteContext(ctx)
	if ctx.Err() != nil && errors.Is(err, context.Canceled) {
		err = errInterrupted
	}
	if err != nil && !errors.Is(err, errTold) {
		fmt.Fprintln(os.Stderr, message(err))
	}
	if err != nil && ctx.Err() != nil {
		return exitInterrupted
	}
	return exitCode(err)
}
