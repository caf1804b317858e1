package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/local"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/flink"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/spark"
)

func main() { os.Exit(run()) }

// run does the job that the flags tell, and returns the exit status: 0 done, 1 failed, 2 wrong usage, 3 partly done.
func run() int {
	var o options
	o.flags(flag.CommandLine)
	flag.Usage = usage
	flag.Parse()
	registerAll()
	beam.Init() // a worker goes no farther
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	dead, err := o.do(ctx)
	switch {
	case errors.Is(err, errUsage):
		fmt.Fprintf(os.Stderr, "beam: %v (see: beam -help)\n", err)
		return 2
	case err != nil:
		fmt.Fprintf(os.Stderr, "beam: %v\n", err)
		return 1
	case dead > 0:
		fmt.Fprintf(os.Stderr, "beam: partly done: %d could not be read or kept; see the dead letters\n", dead)
		return 3
	}
	return 0
}
