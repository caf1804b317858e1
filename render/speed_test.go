package render

import (
	"context"
	"slices"
	"testing"
)

// Times are of this machine at this moment, so a page of 100 events is measured beside the others; slack is how far the
// bars may be passed on a machine that runs other things too before the test fails.
const slack = 3

// TestSpeed opens pages of 100, 10,000 and 50,000 events, filters and zooms them.
func TestSpeed(t *testing.T) {
	browser := chromium(t)
	small := measure(t, browser, 100)
	large := measure(t, browser, 10000)
	huge := measure(t, browser, 50000)
	for _, c := range []struct {
		what      string
		got, most float64
	}{
		{"10,000 events: usable", large.usable, 1500},
		{"10,000 events: filter", large.filter, 150},
		{"10,000 events: zoom", large.zoom, 150},
		{"50,000 events: usable", huge.usable, 4000},
		{"50,000 events: longest task", huge.longest, 500},
	} {
		switch {
		case c.got > c.most*slack:
			t.Errorf("%s: %.0f ms, want at most %.0f", c.what, c.got, c.most)
		case c.got > c.most:
			t.Logf("%s: %.0f ms is over the bar of %.0f, within the slack of a busy machine", c.what, c.got, c.most)
		}
	}
	for name, m := range map[string]timing{"100": small, "10,000": large, "50,000": huge} {
		t.Logf("%7s events: usable %5.0f ms, filter %4.0f ms, search %4.0f ms, zoom %4.0f ms, longest task %4.0f ms", name, m.usable, m.filter, m.search, m.zoom, m.longest)
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

func measure(t *testing.T, browser context.Context, n int) timing {
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
	m.filter = times(`() => document.querySelectorAll('#panel input')[3 + i % 3].click()`)
	m.zoom = times(`() => document.querySelector(['[aria-label="Zoom in"]', '[aria-label="Later"]', '[aria-label="Earlier"]'][i % 3]).click()`)
	m.search = times(`() => { const s = document.getElementById('search'); s.value = 'treaty '.slice(0, 2 + i % 5); s.dispatchEvent(new Event('input')); }`) - 90
	m.longest = eval[float64](p, `new Promise((done) => { new PerformanceObserver((l) => done(Math.max(...l.getEntries().map((e) => e.duration)))).observe({ type: 'longtask', buffered: true }); setTimeout(() => done(0), 300); })`)
	p.sound()
	return m
}
