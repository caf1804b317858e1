package render

import (
	"testing"

	"github.com/chromedp/chromedp"
)

// TestPageIsSilent hovers over marks, clicks them and walks through the page: no request, no error, no violation.
func TestPageIsSilent(t *testing.T) {
	browser := chromium(t)
	for _, n := range []int{0, 1, 5, 200} {
		p := open(t, browser, saved(t, rendered(t, n)), how{})
		if n > 0 {
			at := eval[[]float64](p, `(() => {
				const box = document.getElementById('chart'), c = window.echarts.getInstanceByDom(box), r = box.getBoundingClientRect();
				const all = c.getOption().series.find((s) => s.name === 'marks').data.map((m) => c.convertToPixel({ xAxisIndex: 0, yAxisIndex: 0 }, [m.value[0], m.value[1]]));
				const [x, y] = all.find(([x]) => x > 12 && x < r.width - 12);
				return [r.left + x, r.top + y];
			})()`)
			p.do(chromedp.MouseEvent("mouseMoved", at[0], at[1]))
			p.wait(`!document.getElementById('tip').hidden && document.getElementById('tip').textContent.length > 10`)
			p.do(chromedp.MouseClickXY(at[0], at[1]))
			p.wait(`document.querySelector('.detail') && location.hash.includes('event=')`)
			p.do(chromedp.MouseEvent("mouseMoved", at[0]+200, at[1]+300))
		}
		for _, id := range []string{"filters", "order", "order", "filters"} {
			p.do(chromedp.Evaluate[chromedp.Void](`document.getElementById('` + id + `').click()`))
		}
		eval[bool](p, `(document.querySelectorAll('#zoom button').forEach((b) => b.click()), true)`)
		p.wait(`document.body.classList.contains('loaded')`)
		p.sound()
	}
}
