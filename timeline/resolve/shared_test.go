package resolve

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"demarche/quotes"
	"demarche/quotes/article"
	"demarche/quotes/text"
	"demarche/timeline/record"
)

// goldDoc is a line of the diplomatic bench.
type goldDoc struct {
	ID, Title, Outlet, Published, URL, Text string
	Quotes                                  []struct {
		Form                 string
		Content, Source, Cue [][2]int
		Speakers, Addressees []goldActor
		Date                 struct{ EDTF string }
	}
}

type goldActor struct {
	Name    string
	Aliases []string
	State   string
}

// gold reads the diplomatic bench beside the checkout; the test is skipped where it is absent.
func gold(t testing.TB) []goldDoc {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; ; dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		if dir == filepath.Dir(dir) {
			t.Skip("no module root above the test")
		}
	}
	f, err := os.Open(filepath.Join(dir, "..", "shared", "bench", "diplomatic", "dev.jsonl"))
	if err != nil {
		t.Skip("the bench is not beside the checkout: " + err.Error())
	}
	defer f.Close()
	var out []goldDoc
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<24)
	for sc.Scan() {
		var d goldDoc
		if err := json.Unmarshal(sc.Bytes(), &d); err != nil {
			t.Fatal(err)
		}
		out = append(out, d)
	}
	return out
}

// given are the article of a gold document and its quotes, found by people.
func (d *goldDoc) given() (*article.Article, *text.Doc, []quotes.Quote) {
	cp := text.NewCodePoints(d.Text)
	spans := func(list [][2]int) (out []text.Span) {
		for _, p := range list {
			out = append(out, cp.Bytes(p))
		}
		return out
	}
	var qs []quotes.Quote
	for _, q := range d.Quotes {
		qs = append(
			qs,
			quotes.Quote{
				Form:    quotes.Form(q.Form),
				Act:     quotes.Speech,
				Content: spans(q.Content),
				Source:  spans(q.Source),
				Cue:     spans(q.Cue),
			},
		)
	}
	a := &article.Article{ID: d.ID, Title: d.Title, Outlet: d.Outlet, Published: d.Published, URL: d.URL, Text: d.Text}
	return a, text.Parse(d.Text), qs
}

// TestGold holds the share of fields that are right, with quotes found by people, above the bars of the project.
func TestGold(t *testing.T) {
	g := load(t)
	n, states, addressees, days := 0, 0, 0, 0
	set := func(list []string) string { return strings.Join(list, " ") }
	for _, d := range gold(t) {
		a, doc, qs := d.given()
		for i, r := range Reports(a, doc, qs, g) {
			q := &d.Quotes[i]
			n++
			var want, to []record.Party
			for _, s := range q.Speakers {
				p := record.Party{}
				p.State = s.State
				want = append(want, p)
			}
			for _, s := range q.Addressees {
				p := record.Party{}
				p.State = s.State
				to = append(to, p)
			}
			if set(voicesOrNone(want)) == set(voicesOrNone(r.Speakers)) {
				states++
			}
			if set(voicesOrNone(to)) == set(voicesOrNone(r.Addressees)) {
				addressees++
			}
			if q.Date.EDTF == r.Said.EDTF {
				days++
			}
		}
	}
	for what, c := range map[string]struct{ got, bar int }{"states": {states, 90}, "addressees": {addressees, 75}, "date": {days, 80}} {
		if share := 100 * c.got / max(n, 1); share < c.bar {
			t.Errorf("%s: %d %% right, want %d", what, share, c.bar)
		}
	}
}

// voicesOrNone are the states of the parties, "" for none: sorted, none twice.
func voicesOrNone(list []record.Party) []string {
	var out []record.Party
	for i := range list {
		p := list[i]
		p.ID = ""
		out = append(out, p)
	}
	return record.Voices(out)
}

// TestFirstArticle: of the article that started the project, five quotes of one message are one event, and an earlier
// promise stays apart.
func TestFirstArticle(t *testing.T) {
	g := load(t)
	for _, d := range gold(t) {
		if !strings.HasPrefix(d.ID, "seed-") {
			continue
		}
		a, doc, qs := d.given()
		events := Events(a, doc, qs, g)
		if len(events) != 3 || len(events[0].Statements) != 5 {
			t.Fatalf("%d events, the first with %d statements; want 3 and 5", len(events), len(events[0].Statements))
		}
		e := events[0]
		if e.Speakers[0].Name != "Kim Jong Un" || e.Addressees[0].Name != "Vladimir Putin" ||
			e.Channel != record.Message ||
			e.Said.EDTF != "2023-06-12" ||
			e.Occasion == nil ||
			len(e.Context) == 0 {
			t.Errorf("the message is %+v", e)
		}
		if got := events[1].Said.EDTF; got != "[..2023-06-12]" {
			t.Errorf("the earlier promise is dated %s", got)
		}
	}
}

// BenchmarkResolve measures resolution alone; a word is a token.
func BenchmarkResolve(b *testing.B) {
	g := load(b)
	type in struct {
		a  *article.Article
		d  *text.Doc
		qs []quotes.Quote
	}
	var docs []in
	words := 0
	for _, d := range gold(b) {
		a, doc, qs := d.given()
		docs = append(docs, in{a, doc, qs})
		words += len(doc.Tokens)
	}
	b.ResetTimer()
	for b.Loop() {
		for _, x := range docs {
			Reports(x.a, x.d, x.qs, g)
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
