package render

import (
	"bytes"
	"strings"
	"testing"

	"demarche/quotes"
	"demarche/quotes/text"
	"demarche/timeline"
	"demarche/timeline/actors"
	"demarche/timeline/dates"
)

// attacks are strings that break out of pages that are put together without care.
var attacks = []string{
	`</script><script>window.pwned=1;alert(1)</script>`, `__f__alert(1)__f__`, `<img src=x onerror="window.pwned=1;alert(1)">`, "line\u2028sep\u2029arator",
	"\u202Eright to left\u202C \u2066isolate\u2069", `javascript:alert(1)`, `<!--<script>`, `</noscript><b id=out>out</b>`, `{{.Title}} ${alert(1)} {b|x}`, `"><svg onload=alert(1)>`, "]]>&lt;\\u003c\\", `</style><style>body{display:none}</style>`,
}

// attacked is a relation with the attack in every field that comes from outside.
func attacked(a string) timeline.Relation {
	who := func(state string) timeline.Party {
		return timeline.Party{Actor: actors.Actor{ID: a, Name: "N " + a, Kind: actors.Kind(a), State: state}, Office: "O " + a, Basis: a}
	}
	body := "Before " + a + " “" + a + "” after " + a
	content := text.Span{Start: len("Before " + a + " "), End: len(body) - len(" after "+a)}
	day := timeline.Said{Date: dates.Date{EDTF: "2023-06-12", Earliest: "2023-06-12", Latest: "2023-06-12"}, Basis: dates.Basis(a)}
	report := timeline.Report{
		Quote: quotes.Quote{Form: quotes.Form(a), Content: []text.Span{content}, By: "B " + a}, ID: a, ArticleKey: a, Text: content.Of(body), Around: text.Span{Start: 0, End: len(body)},
		Medium: &actors.Actor{Name: "M " + a}, Channel: timeline.Channel(a), Said: day, Tone: timeline.Tone(a), Plover: a, Place: a,
	}
	other := report
	other.Text, other.ID = "x"+a, "2"+a
	event := timeline.Event{
		ID: "E " + a, Channel: timeline.Channel("C " + a), Said: day, Speakers: []timeline.Party{who("PRK")}, Addressees: []timeline.Party{who("RUS")}, About: []string{"S " + a},
		Occasion: &timeline.Occasion{Name: "F " + a, Date: a}, Place: "P " + a, Context: []timeline.Context{{ArticleKey: a, Text: "T " + a}},
		Statements: []timeline.Statement{{ID: a, Reports: []timeline.Report{report, other}}},
	}
	undated := event
	undated.ID, undated.Said = "U "+a, timeline.Said{Date: dates.Date{EDTF: "U " + a}}
	return timeline.Relation{
		A: "PRK", B: "RUS", Events: []timeline.Event{event, undated}, Read: []timeline.Coverage{{Month: a, Articles: 1}},
		Sources: map[string]timeline.Source{a: {Key: a, URL: "javascript:alert('" + a + "')", Outlet: "L " + a, Title: "H " + a, Byline: "Y " + a, Published: a, PublishedHow: a, Retrieved: a, Language: a, SHA256: a, Text: body}},
	}
}

// TestAttacksAreShownAsTheyAre opens pages whose every field is an attack, with and without scripts.
func TestAttacksAreShownAsTheyAre(t *testing.T) {
	browser := chromium(t)
	for _, a := range attacks {
		var b bytes.Buffer
		o := Options{Title: "Title " + a, Names: map[string]string{"PRK": "A " + a, "RUS": "B " + a}, Generated: a, Version: "V " + a, Query: "Q " + a, Hash: a, Quality: []Figure{{a, a, a}}, Skipped: []Figure{{a, a, a}}}
		if err := HTML(&b, New(attacked(a), o)); err != nil {
			t.Fatal(err)
		}
		address := saved(t, b.Bytes())
		p := open(t, browser, address, how{})
		eval[any](p, `(document.getElementById('filters').click(), document.querySelector('.ev .credit button').click())`)
		p.wait(`document.querySelector('.detail')`)
		shown := eval[string](p, `document.body.textContent`)
		for _, field := range []string{"N ", "O ", "P ", "C ", "F ", "M ", "L ", "H ", "Y ", "T ", "B ", "Q ", "V ", "“"} {
			if !strings.Contains(shown, field+a) {
				t.Errorf("%q: %q is not shown as it is", a, field)
			}
		}
		if eval[bool](p, `window.pwned || document.getElementById('out') || [...document.querySelectorAll('a')].some((a) => a.protocol === 'javascript:') || document.querySelector('img, iframe, svg[onload]') ? true : false`) {
			t.Errorf("%q: broke out", a)
		}
		p.sound()
	}
}
