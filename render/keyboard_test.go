package render

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// focused tells what has the focus, whether it is seen to have it, and whether it is in the window.
const focused = `(() => {
	const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();
	return [e.id || e.dataset.pick || e.tagName, String(s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0), String(r.top >= 0 && r.bottom <= innerHeight && r.height > 0)];
})()`

// keyStep is a key, what has the focus then, and what holds.
type keyStep struct{ key, want, holds string }

// walk presses the keys one by one.
func walk(p *tab, steps []keyStep) {
	p.Helper()
	for i, s := range steps {
		p.press(s.key)
		p.wait(s.holds)
		p.wait(`(` + focused + `)[0].startsWith('` + s.want + `')`)
		if f := eval[[]string](p, focused); s.want != "list" && (f[1] != "true" || f[2] != "true") {
			p.Errorf("key %d: the focus on %s is visible: %s, in the window: %s", i+1, f[0], f[1], f[2])
		}
	}
}

// TestByKeyboardAlone goes from the top of the page to an event, its detail, its source; then to a filter and back.
func TestByKeyboardAlone(t *testing.T) {
	p := open(t, chromium(t), saved(t, rendered(t, 200)), how{})
	p.wait(`document.body.classList.contains('loaded')`)
	walk(p, []keyStep{
		{kb.Tab, "skip", `true`},
		{kb.Enter, "list", `true`},
		{kb.Tab, "open-0", `true`},
		{kb.Enter, "open-0", `document.querySelector('.detail') && location.hash.includes('event=')`},
		{kb.Escape, "open-0", `!document.querySelector('.detail')`},
		{kb.Escape, "search", `true`},
		{kb.Tab, "filters", `true`},
		{kb.Enter, "panel-title", `!document.getElementById('panel').hidden`},
		{kb.Tab, "done", `true`},
		{kb.Tab, "direction 0", `true`},
		{" ", "direction 0", `location.hash.startsWith('#direction=')`},
		{kb.Enter, "open-", `document.getElementById('panel').hidden`},
		{kb.Escape, "filters", `true`},
	})
	eval[any](p, `history.back()`)
	p.wait(`!location.hash.includes('direction') && document.getElementById('tally').textContent.startsWith('200')`)
	p.sound()
}

// TestFewTabStops counts the stops of the Tab key before the first event, and the names of the buttons.
func TestFewTabStops(t *testing.T) {
	browser := chromium(t)
	for _, o := range []how{{}, {width: 390, height: 844}} {
		p := open(t, browser, saved(t, rendered(t, 600)), o)
		stops := []string{}
		for range 20 {
			p.press(kb.Tab)
			if eval[bool](p, `Boolean(document.activeElement.closest('#list'))`) {
				break
			}
			stops = append(stops, eval[string](p, `document.activeElement.id || document.activeElement.textContent.slice(0, 30)`))
		}
		if len(stops) > 12 {
			t.Errorf("%d pixels: %d stops before the first event, want at most 12: %s", o.width, len(stops), strings.Join(stops, " | "))
		}
		twice := `(() => {
			const seen = new Map();
			for (const b of document.querySelectorAll('button')) if (b.offsetParent) { const n = b.getAttribute('aria-label') || b.textContent; seen.set(n, (seen.get(n) || 0) + 1); }
			return [...seen].filter(([, k]) => k > 1).map(([n]) => n);
		})()`
		if list := eval[[]string](p, twice); len(list) > 0 {
			t.Errorf("buttons of one name: %s", strings.Join(list, "; "))
		}
		p.do(press(`.ev .toggle`))
		p.wait(`document.querySelector('.detail')`)
		eval[any](p, `document.getElementById('take').click()`)
		if list := eval[[]string](p, twice); len(list) > 0 {
			t.Errorf("opened: buttons of one name: %s", strings.Join(list, "; "))
		}
		p.sound()
	}
}

// TestArrowsInToolbars goes with the arrows through a toolbar, which is one stop of the Tab key.
func TestArrowsInToolbars(t *testing.T) {
	p := open(t, chromium(t), saved(t, rendered(t, 60)), how{})
	eval[any](p, `document.getElementById('filters').focus()`)
	p.press(kb.ArrowRight)
	p.wait(`document.activeElement.id === 'sure'`)
	p.press(kb.Enter)
	p.wait(`location.hash === '#sure=1' && document.activeElement.id === 'sure'`)
	p.press(kb.ArrowLeft, kb.ArrowLeft)
	p.wait(`document.activeElement.textContent === 'All'`)
	p.sound()
}

// TestAddressHoldsTheState opens a shared link and finds the same selection, page and event.
func TestAddressHoldsTheState(t *testing.T) {
	browser := chromium(t)
	address := saved(t, rendered(t, 200))
	p := open(t, browser, address+"#q=treaty&tone=cooperative&not.direction=third+parties&from=2015-01-01&order=newest", how{})
	got := eval[[]string](p, `[document.getElementById('tally').textContent, ...[...document.querySelectorAll('#chips button')].map((b) => b.textContent)]`)
	for _, want := range []string{"of 200", "cooperative", "since 1 January 2015", "not Direction: third parties"} {
		if s := strings.Join(got, "|"); !strings.Contains(s, want) {
			t.Errorf("the page shows %q, want %q", s, want)
		}
	}
	id := New(synthetic(200), options()).Events[150].ID
	p = open(t, browser, address+"#event="+id, how{})
	p.wait(`document.querySelector('.detail') && document.activeElement.id === 'open-150'`)
	p.sound()
}

// TestLinksThatLeadNowhere opens links to what is not there: the page says so and offers the way out.
func TestLinksThatLeadNowhere(t *testing.T) {
	browser := chromium(t)
	address := saved(t, rendered(t, 60))
	r := New(synthetic(60), options())
	var outside *Event
	for i := range r.Events {
		if r.Events[i].Tone == "neutral" {
			outside = &r.Events[i]
		}
	}
	for hash, want := range map[string]string{
		"event=e0000":                          "does not hold",
		"speaker=Lincoln":                      "No speaker here is called “Lincoln”",
		"finding=99":                           "no such finding",
		"from=sometime":                        "is no day",
		"q=zyxwvut":                            "No event fits",
		"doubt=not+at+all":                     "No doubt here is called",
		"tone=conflictual&event=" + outside.ID: "does not pass the filters",
	} {
		p := open(t, browser, address+"#"+hash, how{})
		p.wait(`!document.getElementById('notice').hidden`)
		if got := eval[string](p, `document.getElementById('notice').textContent`); !strings.Contains(got, want) {
			t.Errorf("%s: the page says %q, want %q", hash, got, want)
		}
		p.do(press(`#notice button`))
		p.wait(`document.getElementById('notice').hidden && document.getElementById('tally').textContent.startsWith('60')`)
		if strings.Contains(hash, outside.ID) {
			p.wait(fmt.Sprintf(`document.querySelector('.detail') && location.hash.includes('event=%s')`, outside.ID))
		}
		p.sound()
	}
}
