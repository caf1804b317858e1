package render

import (
	"testing"

	"github.com/chromedp/cdproto/input"
)

// middle is the middle of the chart, in the window.
func middle(p *tab) (x, y float64) {
	p.Helper()
	at := eval[[]float64](p, `(() => { const r = document.getElementById('chart').getBoundingClientRect(); return [r.left + r.width / 2, r.top + r.height / 3]; })()`)
	return at[0], at[1]
}

// TestWheelOverTheChart scrolls the page with the wheel over the chart, and zooms with Ctrl held.
func TestWheelOverTheChart(t *testing.T) {
	p := open(t, chromium(t), saved(t, rendered(t, 60)), how{})
	x, y := middle(p)
	wheel := func(modifiers int64, down float64) {
		must(p, input.DispatchMouseEvent, input.DispatchMouseEventParams{
			Type: input.DispatchMouseEventTypeMouseWheel, X: x, Y: y, DeltaX: 1e-6, DeltaY: down, Modifiers: modifiers,
		})
	}
	wheel(0, 240)
	p.wait(`scrollY > 100`)
	if at := eval[string](p, `location.hash`); at != "" {
		t.Errorf("the wheel alone zoomed to %s", at)
	}
	eval[any](p, `scrollTo(0, 0)`)
	p.wait(`scrollY === 0`)
	wheel(2, -240)
	p.wait(`location.hash.includes('from=')`)
	if eval[float64](p, `scrollY`) != 0 {
		t.Error("the wheel with Ctrl scrolled the page")
	}
	p.sound()
}

// TestFingerOverTheChart scrolls the page with a finger that begins on the chart, moves the window with one that goes
// sideways, and zooms with two.
func TestFingerOverTheChart(t *testing.T) {
	browser := chromium(t)
	address := saved(t, rendered(t, 60))
	touch := func() *tab { return open(t, browser, address, how{width: 390, height: 844, touch: true}) }
	p := touch()
	x, y := middle(p)
	swipe(p, func(k float64) []*input.TouchPoint { return []*input.TouchPoint{{X: x + k, Y: y - 14*k}} })
	p.wait(`scrollY > 100`)
	if at := eval[string](p, `location.hash`); at != "" {
		t.Errorf("a finger that moves up went to %s", at)
	}
	p.sound()
	p = touch()
	p.do(press(`[aria-label="Zoom in"]`))
	p.wait(`location.hash.includes('from=')`)
	was := eval[string](p, `location.hash`)
	swipe(p, func(k float64) []*input.TouchPoint { return []*input.TouchPoint{{X: x + 8*k, Y: y - k}} })
	p.wait(`location.hash !== '` + was + `'`)
	p.sound()
	p = touch()
	one, two := 1.0, 2.0
	swipe(p, func(k float64) []*input.TouchPoint {
		return []*input.TouchPoint{{X: x - 20 - 5*k, Y: y, ID: &one}, {X: x + 20 + 5*k, Y: y, ID: &two}}
	})
	p.wait(`location.hash.includes('from=')`)
	p.sound()
}

// swipe moves fingers in twenty steps.
func swipe(p *tab, at func(step float64) []*input.TouchPoint) {
	p.Helper()
	send := func(kind input.DispatchTouchEventType, points []*input.TouchPoint) {
		must(p, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: kind, TouchPoints: points})
	}
	send(input.DispatchTouchEventTypeTouchStart, at(0))
	for k := 1.0; k <= 20; k++ {
		send(input.DispatchTouchEventTypeTouchMove, at(k))
	}
	send(input.DispatchTouchEventTypeTouchEnd, []*input.TouchPoint{})
}
