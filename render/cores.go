package render

import (
	"runtime"
	"sync"

	"demarche/timeline"
)

// drawAll draws n events on all cores and returns those taken, in order.
func drawAll(sources map[string]timeline.Source, n int, draw func(v *viewer, i int) (e Event, taken bool)) []Event {
	all, taken := make([]Event, n), make([]bool, n)
	onCores(n, fewest, func(lo, hi int) {
		v := newViewer(sources)
		for i := lo; i < hi; i++ {
			all[i], taken[i] = draw(v, i)
		}
	})
	out := all[:0]
	for i := range all {
		if taken[i] {
			out = append(out, all[i])
		}
	}
	return out
}

// fewest is the number of events for a core for which sharing them out is worth it.
const fewest = 100

// onCores shares out n things to do, each core a run of at least so many of them.
func onCores(n, fewest int, do func(lo, hi int)) {
	cores := max(1, min(runtime.GOMAXPROCS(0), n/fewest))
	var wg sync.WaitGroup
	for c := range cores {
		wg.Go(func() { do(c*n/cores, (c+1)*n/cores) })
	}
	wg.Wait()
}
