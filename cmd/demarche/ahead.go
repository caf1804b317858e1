package main

import (
	"context"
	"iter"
)

// fetchesAhead is how many sources are fetched before it is their turn: so many hosts are asked at a time.
const fetchesAhead = 16

// ahead yields sources in their order and starts to fetch those that follow, at most [fetchesAhead] of them.
func ahead(ctx context.Context, sources iter.Seq[source]) iter.Seq[source] {
	return func(yield func(source) bool) {
		ctx, stop := context.WithCancel(ctx)
		defer stop()
		queue := make(chan source, fetchesAhead)
		go func() {
			defer close(queue)
			for s := range sources {
				if s.warm != nil {
					go s.warm()
				}
				select {
				case queue <- s:
				case <-ctx.Done():
					return
				}
			}
		}()
		for s := range queue {
			if !yield(s) {
				return
			}
		}
	}
}
