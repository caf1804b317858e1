package render

import (
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"
)

// kept makes the page keep what it would save, by the ending of the file's name.
const kept = `(window.kept = {}, URL.createObjectURL = (b) => { window.last = b; return 'blob:none'; }, URL.revokeObjectURL = () => {},
	HTMLAnchorElement.prototype.click = function () { if (this.download) { const name = this.download; window.last.text().then((t) => { window.kept[name.replace(/^[^.]*\./, '')] = t; }); } }, null)`

// TestTakeAway saves the selection in every form and reads it again.
func TestTakeAway(t *testing.T) {
	rel := synthetic(60)
	rel.Events[0].Statements[0].Reports[0].Medium = nil
	w := &rel.Events[0].Statements[0].Reports[0]
	src := rel.Sources[w.ArticleKey]
	src.Title = "=cmd()|'x'!A1"
	rel.Sources[w.ArticleKey] = src
	r := New(rel, options())
	p := open(t, chromium(t), saved(t, drawn(t, r)), how{})
	p.wait(`document.body.classList.contains('loaded')`)
	eval[any](p, kept)
	eval[any](p, `(document.getElementById('take').click(), document.querySelectorAll('#take-list button').forEach((b) => { if (/^Save/.test(b.getAttribute('aria-label'))) b.click(); }))`)
	p.wait(`Object.keys(window.kept).length === 6`)
	file := func(ending string) string { return eval[string](p, `window.kept['`+ending+`']`) }

	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(file("csv"), "\ufeff"))).ReadAll()
	if err != nil || len(rows) != r.Summary.Reports+1 {
		t.Errorf("CSV: %d rows, %v", len(rows), err)
	}
	for _, row := range rows {
		for _, cell := range row {
			if strings.HasPrefix(cell, "=") {
				t.Errorf("CSV: a cell is a formula: %q", cell)
			}
		}
	}
	var doc struct {
		Hash    string `json:"input_sha256"`
		Events  []struct{ ID, Title string }
		Sources []struct{ SHA256 string }
	}
	if err := json.Unmarshal([]byte(file("json")), &doc); err != nil || len(doc.Events) != 60 || doc.Hash != r.Hash || doc.Events[7].Title != r.Events[7].Title || len(doc.Sources) != len(r.Sources) {
		t.Errorf("JSON: %d events, %d sources, %v", len(doc.Events), len(doc.Sources), err)
	}
	var items []struct{ ID, Type, Title, URL string }
	if err := json.Unmarshal([]byte(file("csl.json")), &items); err != nil || len(items) != len(r.Sources) || items[0].Type != "article-newspaper" {
		t.Errorf("CSL-JSON: %d items, %v", len(items), err)
	}
	seen := map[string]bool{}
	for _, x := range items {
		if seen[x.ID] {
			t.Errorf("CSL-JSON: %q twice", x.ID)
		}
		seen[x.ID] = true
	}
	if n := strings.Count(file("bib"), "@online{"); n != len(r.Sources) {
		t.Errorf("BibTeX: %d entries, want %d", n, len(r.Sources))
	}
	if s := file("svg"); !strings.HasPrefix(s, "<svg") || !strings.Contains(s, "xmlns=") || !strings.Contains(s, "</svg>") {
		t.Errorf("SVG: %.80q", s)
	}
	if s := file("png"); !strings.Contains(s[:8], "PNG") {
		t.Errorf("PNG: %.8q", s)
	}
	eval[any](p, `(window.copied = '', navigator.clipboard.writeText = async (t) => { window.copied = t; }, document.querySelector('[aria-label="Copy the citation of this page"]').click())`)
	p.wait(`window.copied`)
	if got := eval[string](p, `window.copied`); !strings.Contains(got, "demarche 0.1.0, 5 January 2026. Input SHA-256 "+r.Hash) {
		t.Errorf("citation: %q", got)
	}
	p.sound()
}

// TestSearch looks for words in every form, phrases, either, without and beginnings.
func TestSearch(t *testing.T) {
	rel := synthetic(6)
	for i, words := range []string{
		"We agreed on stronger sanctions", "The sanction will strengthen nobody", "Our solidarity is full",
		"They talk of full support and solidarity", "Nothing of the kind", "Countries agree",
	} {
		r := &rel.Events[i].Statements[0].Reports[0]
		src := rel.Sources[r.ArticleKey]
		r.Text = words
		r.Content[0].Start, r.Content[0].End = len(src.Text), len(src.Text)+len(words)
		r.Around = r.Content[0]
		src.Text += words
		rel.Sources[r.ArticleKey] = src
		rel.Events[i].Statements = rel.Events[i].Statements[:1]
		rel.Events[i].Statements[0].Reports = rel.Events[i].Statements[0].Reports[:1]
		rel.Events[i].Context = nil
	}
	p := open(t, chromium(t), saved(t, drawn(t, New(rel, options()))), how{})
	p.wait(`document.body.classList.contains('loaded')`)
	for typed, want := range map[string]string{
		"sanctioned":                 "2", // every form
		"agreeing":                   "2",
		`"full support"`:             "1",
		`"support full"`:             "0",
		"solidarity -support":        "1",
		`solidarity -"full support"`: "1",
		"sanctions OR solidarity":    "4",
		"strength*":                  "1",
		"countr* agree":              "1",
		"-solidarity":                "4",
		`"full`:                      "2",
	} {
		eval[any](p, `(() => { const s = document.getElementById('search'); s.value = `+"`"+typed+"`"+`; s.dispatchEvent(new Event('input')); })()`)
		p.wait("new URLSearchParams(location.hash.slice(1)).get('q') === `" + typed + "`")
		if got := eval[string](p, `document.querySelector('#tally b').textContent`); got != want {
			t.Errorf("%s finds %s, want %s", typed, got, want)
		}
		if got := eval[string](p, `document.getElementById('explain').textContent`); !strings.HasPrefix(got, "Looking for ") {
			t.Errorf("%s is explained as %q", typed, got)
		}
	}
	p.sound()
}

// TestFilters picks, leaves out and searches among the values of a facet.
func TestFilters(t *testing.T) {
	p := open(t, chromium(t), saved(t, rendered(t, 600)), how{})
	p.do(press(`#filters`))
	p.do(press(`[data-pick="tone 1"]`))
	p.wait(`location.hash === '#tone=neutral'`)
	with := eval[int](p, `Number(document.querySelector('#tally b').textContent)`)
	p.do(press(`[data-pick="tone not 1"]`))
	p.wait(`location.hash === '#not.tone=neutral'`)
	if without := eval[int](p, `Number(document.querySelector('#tally b').textContent)`); with+without != 600 {
		t.Errorf("%d with and %d without", with, without)
	}
	if !eval[bool](p, `(() => { const a = document.getElementById('panel').getBoundingClientRect(), b = document.getElementById('chart').getBoundingClientRect(); return a.right <= b.left; })()`) {
		t.Error("the filters cover the chart")
	}
	eval[any](p, `(() => { const s = document.querySelector('[data-pick="speaker find"]'); s.focus(); s.value = 'peskov'; s.dispatchEvent(new Event('input')); })()`)
	p.wait(`document.activeElement.dataset.pick === 'speaker find'`)
	if got := eval[[]string](p, `[...document.activeElement.closest('fieldset').querySelectorAll('label bdi')].map((e) => e.textContent)`); len(got) != 1 || got[0] != "Dmitry Peskov (Russia)" {
		t.Errorf("found among speakers: %q", got)
	}
	p.sound()
}
