package main

import (
	"context"
	"runtime"

	"golang.org/x/sync/errgroup"
)

// ordered reads items from next until it returns false, works on them on all cores, and emits the results in the order of
// the items. At most two results a core wait for their turn, so memory does not grow with the number of items. The
// first error of next or emit ends it; work reports its own failures in its result.
func ordered[In, Out any](ctx context.Context, next func() (In, bool, error), work func(In) Out, emit func(Out) error) error {
	g, ctx := errgroup.WithContext(ctx)
	type job struct {
		in  In
		out chan Out
	}
	n := runtime.GOMAXPROCS(0)
	jobs := make(chan job)
	queue := make(chan job, 2*n)
	g.Go(func() error {
		defer close(jobs)
		defer close(queue)
		for {
			in, ok, err := next()
			if err != nil || !ok {
				return err
			}
			j := job{in, make(chan Out, 1)}
			for _, c := range []chan job{queue, jobs} {
				select {
				case c <- j:
				case <-ctx.Done():
					return ctx.Err()
				}
			}
		}
	})
	for range n {
		g.Go(func() error {
			for j := range jobs {
				j.out <- work(j.in)
			}
			return nil
		})
	}
	g.Go(func() error {
		for j := range queue {
			select {
			case out := <-j.out:
				if err := emit(out); err != nil {
					return err
				}
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		return nil
	})
	return g.Wait()
}
