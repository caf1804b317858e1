package render

import (
	"bytes"
	"strings"
	"testing"
)

// TestWithoutScripts finds every event, its words and its link in the list that the page has without JavaScript.
func TestWithoutScripts(t *testing.T) {
	browser := chromium(t)
	for _, n := range []int{5, 1000} {
		r := New(synthetic(n), options())
		p := open(t, browser, saved(t, rendered(t, n)), how{noScript: true})
		if got := eval[int](p, `[...document.querySelectorAll('.plain li')].filter((e) => e.getClientRects().length).length`); got != n {
			t.Errorf("%d events: %d in the list", n, got)
		}
		shown := eval[string](p, `document.body.innerText`)
		links := eval[int](p, `document.querySelectorAll('.plain a[href^="https://"]').length`)
		if links < n {
			t.Errorf("%d events: %d links", n, links)
		}
		for i := range r.Events {
			for _, s := range r.Events[i].Statements {
				if !strings.Contains(shown, s.Reports[0].Text) {
					t.Fatalf("%d events: event %d lacks %q", n, i, s.Reports[0].Text)
				}
			}
		}
		if wide := eval[float64](p, sideways); wide > 0 {
			t.Errorf("%.0f pixels wider than the window", wide)
		}
		p.sound()
	}
	for _, a := range attacks {
		var b bytes.Buffer
		if err := HTML(&b, New(attacked(a), Options{Title: a, Names: map[string]string{"PRK": a, "RUS": a}})); err != nil {
			t.Fatal(err)
		}
		p := open(t, browser, saved(t, b.Bytes()), how{noScript: true})
		if n := eval[int](p, `document.querySelectorAll('.plain li').length`); n != 2 {
			t.Errorf("%q: %d events in the list", a, n)
		}
		if eval[bool](p, `Boolean(document.getElementById('out') || document.querySelector('img, iframe, svg, a[href^="javascript"]')) || getComputedStyle(document.body).display === 'none'`) {
			t.Errorf("%q: broke out", a)
		}
		p.sound()
	}
}
