package render

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// focused tells what has the focus, whether it is seen to have it, and whether it is in the window.
const focused = `(() => {
	const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();
	return [e.id || e.dataset.pick || e.tagName, String(s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0), String(r.top >= 0 && r.bottom <= innerHeight && r.height > 0)];
})()`

// TestByKeyboardAlone goes from the top of the page to a filter, an event, its detail, its source, and back.
func TestByKeyboardAlone(t *testing.T) {
	p := open(t, chromium(t), saved(t, rendered(t, 200)), how{})
	p.wait(`document.body.classList.contains('loaded')`)
	steps := []struct{ key, want, holds string }{
		{kb.Tab, "skip", `true`},
		{kb.Enter, "search", `true`},
		{kb.Tab, "filters", `true`},
		{kb.Enter, "filters", `!document.getElementById('panel').hidden`},
		{kb.Tab, "direction 0", `true`},
		{" ", "direction 0", `location.hash.startsWith('#direction=')`},
		{kb.Enter, "open-", `document.getElementById('panel').hidden`},
		{kb.Enter, "open-", `document.querySelector('.detail') && location.hash.includes('event=')`},
		{kb.Tab, "A", `document.activeElement.href.startsWith('https://') && document.activeElement.closest('.detail')`},
		{kb.Escape, "open-", `!document.querySelector('.detail')`},
		{kb.Escape, "filters", `true`},
	}
	if len(steps) > 12 {
		t.Errorf("%d keys, want at most 12", len(steps))
	}
	for i, s := range steps {
		p.press(s.key)
		p.wait(s.holds)
		p.wait(`(` + focused + `)[0].startsWith('` + s.want + `')`)
		if f := eval[[]string](p, focused); f[1] != "true" || f[2] != "true" {
			t.Errorf("key %d: the focus on %s is visible: %s, in the window: %s", i+1, f[0], f[1], f[2])
		}
	}
	eval[any](p, `history.back()`)
	p.wait(`document.querySelector('.detail')`)
	eval[any](p, `history.back()`)
	p.wait(`!document.querySelector('.detail') && location.hash.startsWith('#direction=')`)
	eval[any](p, `history.back()`)
	p.wait(`!location.hash && document.getElementById('tally').textContent.startsWith('200')`)
	p.sound()
}

// TestAddressHoldsTheState opens a shared link and finds the same selection, page and event.
func TestAddressHoldsTheState(t *testing.T) {
	browser := chromium(t)
	address := saved(t, rendered(t, 200))
	p := open(t, browser, address+"#q=treaty&tone=cooperative&from=2015-01-01&order=newest", how{})
	got := eval[[]string](p, `[document.getElementById('tally').textContent, ...[...document.querySelectorAll('#chips button')].map((b) => b.textContent)]`)
	if s := strings.Join(got, "|"); !strings.Contains(s, "of 200") || !strings.Contains(s, "cooperative") || !strings.Contains(s, "since 1 January 2015") {
		t.Errorf("the page shows %q", s)
	}
	id := New(synthetic(200), options()).Events[150].ID
	p = open(t, browser, address+"#event="+id, how{})
	p.wait(`document.querySelector('.detail') && document.activeElement.id === 'open-150'`)
	p.sound()
}
