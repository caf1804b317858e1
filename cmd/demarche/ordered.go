package main

import (
	"context"
	"iter"
	"runtime"
)

// ordered works on items on all cores and emits the results in the order of the items, on the caller's goroutine.
// At most two results a core wait for their turn, so memory does not grow with the number of items. The first error
// of emit ends it; work reports its own failures in its result. At the end of ctx it returns at once: an item or a
// work that is under way is left to itself, for a read of a pipe or a parser of others cannot be broken off.
func ordered[In, Out any](ctx context.Context, items iter.Seq[In], work func(In) Out, emit func(Out) error) error {
	running, stop := context.WithCancel(ctx)
	defer stop()
	type job struct {
		in  In
		out chan Out
	}
	n := runtime.GOMAXPROCS(0)
	jobs := make(chan job)
	queue := make(chan job, 2*n)
	go func() {
		defer close(jobs)
		defer close(queue)
		for in := range items {
			j := job{in, make(chan Out, 1)}
			for _, c := range []chan job{queue, jobs} {
				select {
				case c <- j:
				case <-running.Done():
					return
				}
			}
		}
	}()
	for range n {
		go func() {
			for j := range jobs {
				j.out <- work(j.in)
			}
		}()
	}
	for {
		select {
		case j, ok := <-queue:
			if !ok {
				return ctx.Err()
			}
			select {
			case out := <-j.out:
				if err := emit(out); err != nil {
					return err
				}
			case <-ctx.Done():
				return ctx.Err()
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}
