package render

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"demarche/quotes"
	"demarche/timeline"
)

// inSight tells whether the whole of the chart and of at least one pulled quote are in the window, and the share of the
// chart's width that its densest part fills: the shortest stretch that holds four fifths of what is drawn.
const inSight = `(() => {
	const within = (e) => { const r = e.getBoundingClientRect(); return r.height > 0 && r.top >= 0 && r.bottom <= innerHeight; };
	const c = window.echarts.getInstanceByDom(document.getElementById('chart')), o = c.getOption(), width = c.getWidth();
	const at = [];
	for (const s of o.series) for (const d of s.data) {
		if (s.name === 'marks') at.push(c.convertToPixel({ xAxisIndex: 0 }, d.value[0]));
		if (s.name === 'counts') at.push(c.convertToPixel({ xAxisIndex: 0 }, d[0]));
	}
	const seen = at.filter((x) => x >= 0 && x <= width).sort((a, b) => a - b), n = Math.ceil(seen.length * 0.8);
	let dense = Infinity;
	for (let i = 0; i + n <= seen.length; i++) dense = Math.min(dense, seen[i + n - 1] - seen[i]);
	return [within(document.getElementById('chart')), [...document.querySelectorAll('.pulled figure')].some(within), dense / width];
})()`

// TestFirstScreen has a quote and the chart on the first screen, whatever the number of events, and the chart filled.
func TestFirstScreen(t *testing.T) {
	browser := chromium(t)
	for _, n := range []int{5, 60, 600, 10000} {
		address := saved(t, rendered(t, n))
		for _, o := range []how{{width: 1440, height: 900}, {width: 390, height: 844}} {
			p := open(t, browser, address, o)
			got := eval[[]any](p, inSight)
			if got[0] != true || got[1] != true {
				t.Errorf("%d events, %d pixels: the chart is in sight: %v, a quote: %v", n, o.width, got[0], got[1])
			}
			if got[2].(float64) < 0.5 {
				t.Errorf("%d events, %d pixels: the densest part fills %.2f of the chart", n, o.width, got[2])
			}
			p.sound()
		}
	}
}

// TestChartStaysInSight scrolls to the middle of the list: the chart is there, and shows where the list is.
func TestChartStaysInSight(t *testing.T) {
	browser := chromium(t)
	address := saved(t, rendered(t, 60))
	for _, o := range []how{{width: 1440, height: 900}, {width: 390, height: 844}} {
		p := open(t, browser, address, o)
		eval[any](p, `document.querySelectorAll('.ev')[20].scrollIntoView()`)
		p.wait(`!document.getElementById('here').hidden`)
		if !eval[bool](p, `(() => { const r = document.getElementById('chart').getBoundingClientRect(); return r.top >= 0 && r.bottom < innerHeight * 0.5; })()`) {
			t.Errorf("%d pixels: the chart is not in sight", o.width)
		}
		if !eval[bool](p, `document.querySelectorAll('.ev')[20].getBoundingClientRect().top >= document.getElementById('chart').getBoundingClientRect().bottom`) {
			t.Errorf("%d pixels: the chart covers the event that was scrolled to", o.width)
		}
		was := eval[string](p, `document.getElementById('here').style.transform`)
		eval[any](p, `document.querySelectorAll('.ev')[40].scrollIntoView()`)
		p.wait(`document.getElementById('here').style.transform !== '` + was + `'`)
		eval[any](p, `document.querySelectorAll('.ev .toggle')[30].focus()`)
		p.wait(`!document.getElementById('hot').hidden`)
		p.sound()
	}
}

// stray is a relation of sixty events of one year and one of ninety years before, with articles read in both years only.
func stray() timeline.Relation {
	rel := synthetic(60)
	for i := range rel.Events {
		e := &rel.Events[i]
		day := fmt.Sprintf("2021-%02d-%02d", 1+i%12, 1+i%27)
		if i == 0 {
			day = "1930-05-04"
		}
		e.Said.EDTF, e.Said.Earliest, e.Said.Latest = day, day, day
	}
	for key, s := range rel.Sources {
		s.Published = "2021-05-04"
		rel.Sources[key] = s
	}
	rel.Read = []timeline.Coverage{{Month: "1930-05", Articles: 3}, {Month: "2021-02", Articles: 40}}
	return rel
}

// TestStrayDate opens on the year that holds the bulk, says how many are earlier, leads there, and folds the years of
// which nothing was read.
func TestStrayDate(t *testing.T) {
	r := New(stray(), options())
	if len(r.Unread) != 1 || r.Unread[0] != (Stretch{"1931-01-01", "2020-12-31"}) {
		t.Errorf("unread: %v", r.Unread)
	}
	p := open(t, chromium(t), saved(t, drawn(t, r)), how{})
	if got := eval[string](p, `document.getElementById('before').textContent`); got != "← 1 earlier" {
		t.Errorf("the page says %q", got)
	}
	if got := eval[[]any](p, inSight); got[2].(float64) < 0.5 {
		t.Errorf("the densest part fills %.2f of the chart", got[2])
	}
	p.do(press(`#before`))
	p.wait(`location.hash === '#years=all' && document.getElementById('before').hidden`)
	if got := eval[[]any](p, inSight); got[2].(float64) < 0.3 {
		t.Errorf("all years: the densest part fills %.2f of the chart", got[2])
	}
	// Years of which nothing was read are told as such, not as a silence.
	p.wait(`document.querySelector('.gaps')?.textContent.includes('years without sources left out')`)
	p.sound()
}

// TestNumbersOpenWhatTheySay puts more events on a day than have room: a number stands for them and opens as many.
func TestNumbersOpenWhatTheySay(t *testing.T) {
	rel := synthetic(200)
	for i := range rel.Events {
		if i%2 == 0 {
			s := &rel.Events[i].Said
			s.EDTF, s.Earliest, s.Latest = "2015-06-12", "2015-06-12", "2015-06-12"
		}
	}
	p := open(t, chromium(t), saved(t, drawn(t, New(rel, options()))), how{})
	at := eval[[]float64](p, `(() => {
		const c = window.echarts.getInstanceByDom(document.getElementById('chart')), r = document.getElementById('chart').getBoundingClientRect();
		const d = c.getOption().series.find((s) => s.name === 'counts').data[0], [x, y] = c.convertToPixel({ xAxisIndex: 0, yAxisIndex: 0 }, [(d[0] + d[1]) / 2, (d[2] + d[3]) / 2]);
		return [r.left + x, r.top + y];
	})()`)
	p.do(chromedp.MouseEvent("mouseMoved", at[0], at[1]))
	p.wait(`!document.getElementById('tip').hidden`)
	said := eval[string](p, `document.querySelector('#tip b').textContent.replace(/\D/g, '')`)
	p.do(chromedp.MouseClickXY(at[0], at[1]))
	p.wait(`location.hash.includes('at=')`)
	if got := eval[string](p, `document.querySelector('#tally b').textContent`); got != said {
		t.Errorf("a number that says %s opens %s", said, got)
	}
	p.sound()
}

// TestFindingsOpenWhatTheyCount follows every link of the findings.
func TestFindingsOpenWhatTheyCount(t *testing.T) {
	r := New(synthetic(600), options())
	p := open(t, chromium(t), saved(t, drawn(t, r)), how{})
	var counts []int
	for _, f := range r.Findings {
		for _, x := range f.Pieces {
			if len(x.Events) > 0 {
				counts = append(counts, len(x.Events))
			}
		}
	}
	links := eval[[]string](p, `[...document.querySelectorAll('.findings a')].map((a) => a.getAttribute('href').replace('#finding=', ''))`)
	for k, link := range links {
		var n int
		if _, err := fmt.Sscan(link, &n); err != nil {
			t.Fatal(err)
		}
		eval[any](p, fmt.Sprintf(`document.querySelectorAll('.findings a')[%d].click()`, k))
		p.wait(`location.hash.includes('finding=` + link + `')`)
		if got, want := eval[string](p, `document.querySelector('#tally b').textContent`), thousands(counts[n-1]); got != want {
			t.Errorf("finding %d opens %s events, says %s", n, got, want)
		}
	}
	if len(links) < 3 {
		t.Errorf("%d links", len(links))
	}
	p.sound()
}

// TestCopies reads what the buttons copy: a paraphrase goes without marks, as the outlet's words.
func TestCopies(t *testing.T) {
	rel := synthetic(1)
	w := &rel.Events[0].Statements[0].Reports[0]
	browser := chromium(t)
	for form, want := range map[quotes.Form]string{
		quotes.Direct: "“in ", quotes.Indirect: "Maria Zakharova said that in ", quotes.Unmarked: "Maria Zakharova: ",
	} {
		w.Form = form
		p := open(t, browser, saved(t, drawn(t, New(rel, options()))), how{})
		p.do(press(`.ev .toggle`))
		p.wait(`document.querySelector('.detail .copies button')`)
		eval[any](p, `(window.copied = [], navigator.clipboard.writeText = async (t) => { window.copied.push(t); }, document.querySelectorAll('.report .copies button').forEach((b) => b.click()))`)
		p.wait(`window.copied.length === 3`)
		copied := eval[[]string](p, `window.copied`)
		if !strings.HasPrefix(copied[0], want) {
			t.Errorf("%s: copies %q, want %q…", form, copied[0], want)
		}
		if form == quotes.Indirect && (strings.ContainsAny(copied[0], "“”\"") || !strings.Contains(copied[0], "(paraphrase by TASS)") || strings.Contains(copied[2], "“")) {
			t.Errorf("a paraphrase is copied as %q and noted as %q", copied[0], copied[2])
		}
		p.sound()
	}
}

// TestSidesInForcedColours has two colours for the two sides where the system has its own.
func TestSidesInForcedColours(t *testing.T) {
	p := open(t, chromium(t), saved(t, rendered(t, 60)), how{forced: true})
	fills := eval[[]string](p, `(() => {
		const c = window.echarts.getInstanceByDom(document.getElementById('chart')), by = new Map();
		for (const d of c.getOption().series.find((s) => s.name === 'marks').data) by.set(Math.sign(d.value[1]), d.itemStyle.color + ' ' + d.itemStyle.borderColor);
		return [by.get(1), by.get(-1)];
	})()`)
	if fills[0] == fills[1] {
		t.Errorf("both sides are %s", fills[0])
	}
	p.sound()
}

// TestNamesOfStates has no code of a state in a heading.
func TestNamesOfStates(t *testing.T) {
	rel := synthetic(60)
	for i := range rel.Events {
		rel.Events[i].Addressees, rel.Events[i].About = nil, []string{"RUS", "PRK", "USA"}
	}
	p := open(t, chromium(t), saved(t, drawn(t, New(rel, options()))), how{})
	if got := eval[string](p, `[...document.querySelectorAll('.ev h4, .ev .who')].map((e) => e.textContent).join('\n')`); strings.Contains(got, "USA") || !strings.Contains(got, "United States") {
		t.Errorf("headings: %.300s", got)
	}
	p.sound()
}
