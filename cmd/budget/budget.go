// Package budget gives up work on a source that takes too long: a hostile page must not stop a run.
package budget

import (
	"context"
	"fmt"
	"runtime"
	"time"
)

// Source is the processor time that one source may take; so a run goes on after a minute at the latest.
const Source = 50 * time.Second

// Within runs the work on a source and gives it up after so much processor time, or when ctx ends. Work
// that is given up sees the end of its context and is left to itself, for parsers of others cannot be broken off.
// The time counted is that of one core, so that a busy machine changes nothing.
func Within[Out any](ctx context.Context, most time.Duration, work func(context.Context) Out) (out Out, err error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	clock := make(chan func() time.Duration, 1)
	done := make(chan Out, 1)
	go func() {
		runtime.LockOSThread() // the clock is the thread's
		defer runtime.UnlockOSThread()
		clock <- threadClock()
		done <- work(ctx)
	}()
	used := <-clock
	tick := time.NewTicker(100 * time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case out = <-done:
			return out, nil
		case <-ctx.Done():
			return out, ctx.Err()
		case <-tick.C:
			if used() > most {
				return out, fmt.Errorf("given up after %s of one core; split it, or save the article as text", most)
			}
		}
	}
}
