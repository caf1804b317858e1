package main

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// each works on the items on all cores and returns the results in the order of the items.
func each[In, Out any](items []In, do func(*In) Out) []Out {
	out := make([]Out, len(items))
	var next atomic.Int64
	var all sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		all.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(items)); i = next.Add(1) - 1 {
				out[i] = do(&items[i])
			}
		})
	}
	all.Wait()
	return out
}
