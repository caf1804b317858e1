package render

import (
	"context"
	"fmt"
	"slices"
	"testing"
)

// BenchmarkPage opens pages of 100, 10,000 and 50,000 events in a browser, searches, filters and zooms them, and reports
// the milliseconds. They are of this machine at this moment: compare the pages of one run. Wanted of 10,000 events beside
// an idle machine: usable 1,200, filter 120, longest task 300.
func BenchmarkPage(b *testing.B) {
	browser := chromium(b)
	for _, n := range []int{100, 10000, 50000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				m := measure(b, browser, n)
				b.ReportMetric(m.usable, "usable-ms")
				b.ReportMetric(m.filter, "filter-ms")
				b.ReportMetric(m.search, "search-ms")
				b.ReportMetric(m.zoom, "zoom-ms")
				b.ReportMetric(m.longest, "longest-ms")
			}
		})
	}
}

// timing is in milliseconds; filter, search and zoom are medians.
type timing struct{ usable, filter, search, zoom, longest float64 }

// answered runs a step and measures until the page has answered and drawn a frame.
const answered = `async (step) => {
	const seen = performance.getEntriesByName('answered').length, at = performance.now();
	step();
	while (performance.getEntriesByName('answered').length === seen) await new Promise((f) => { const c = new MessageChannel(); c.port1.onmessage = f; c.port2.postMessage(0); });
	await new Promise((f) => requestAnimationFrame(() => setTimeout(f, 0)));
	return performance.now() - at;
}`

func measure(t testing.TB, browser context.Context, n int) timing {
	t.Helper()
	p := open(t, browser, saved(t, rendered(t, n)), how{})
	var m timing
	m.usable = eval[float64](p, `performance.getEntriesByName('usable')[0].startTime`)
	p.wait(`document.body.classList.contains('loaded')`)
	eval[bool](p, `(window.answered = `+answered+`, document.getElementById('filters').click(), true)`)
	times := func(step string) float64 {
		list := eval[[]float64](p, `(async () => { const list = []; for (let i = 0; i < 7; i++) list.push(await answered(`+step+`)); return list; })()`)
		slices.Sort(list)
		return list[len(list)/2]
	}
	m.filter = times(`() => document.querySelectorAll('#panel input[type=checkbox]')[3 + i % 3].click()`)
	m.zoom = times(`() => document.querySelector(['[aria-label="Zoom in"]', '[aria-label="Later"]', '[aria-label="Earlier"]'][i % 3]).click()`)
	m.search = times(`() => { const s = document.getElementById('search'); s.value = 'treaty '.slice(0, 2 + i % 5); s.dispatchEvent(new Event('input')); }`) - 90
	m.longest = eval[float64](p, `new Promise((done) => { new PerformanceObserver((l) => done(Math.max(...l.getEntries().map((e) => e.duration)))).observe({ type: 'longtask', buffered: true }); setTimeout(() => done(0), 300); })`)
	p.sound()
	return m
}
