package resolve

import (
	"sort"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"demarche/quotes"
	"demarche/quotes/article"
	"demarche/quotes/text"
)

// pieces are words and marks that articles are made of, in no order that makes sense.
var pieces = strings.Fields(
	`Kim Jong Un Putin Vladimir President of Russia the said told reporters a statement in message to sent on Monday June 12
	. . . , , “ ” " : ( ) — he she they it both sides leaders met with talks telephone conversation Beijing Foreign Ministry spokesman for
	China KCNA reported according state media and and who which 's Mr Asked its authorities urged congratulated not called SEOUL -- § é 平壤`,
)

// TestResolveAnything: whatever the article and the spans, there is one report a quote, spans stay inside the text,
// and the same input gives the same events.
func TestResolveAnything(t *testing.T) {
	g := load(t)
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 120).Draw(t, "words")
		sep := rapid.SliceOfN(rapid.SampledFrom([]string{" ", " ", " ", "\n"}), len(words), len(words)).
			Draw(t, "separators")
		var b strings.Builder
		for i, w := range words {
			b.WriteString(w + sep[i])
		}
		a := &article.Article{
			ID:        "x",
			Text:      b.String(),
			Title:     strings.Join(words[:min(8, len(words))], " "),
			Outlet:    "KCNA",
			Published: "2023-06-12",
		}
		d := text.Parse(a.Text)
		var qs []quotes.Quote
		for range rapid.IntRange(1, 5).Draw(t, "quotes") {
			cut := make([]int, 6)
			for i := range cut {
				cut[i] = rapid.IntRange(0, len(a.Text)).Draw(t, "cut")
			}
			sort.Ints(cut)
			order := rapid.Permutation([]int{0, 1, 2}).Draw(t, "order")
			span := func(k int) []text.Span {
				p := text.Span{Start: cut[2*order[k]], End: cut[2*order[k]+1]}
				if p.Len() == 0 {
					return nil
				}
				return []text.Span{p}
			}
			q := quotes.Quote{
				Form: rapid.SampledFrom([]quotes.Form{quotes.Direct, quotes.Indirect, quotes.Mixed, quotes.Unmarked}).
					Draw(t, "form"),
				Act:     quotes.Speech,
				Content: span(0),
				Cue:     span(1),
				Source:  span(2),
			}
			if q.Content != nil {
				qs = append(qs, q)
			}
		}
		got := Reports(a, d, qs, g)
		if len(got) != len(qs) {
			t.Fatalf("%d reports of %d quotes", len(got), len(qs))
		}
		for _, e := range Events(a, d, qs, g) {
			for _, c := range e.Context {
				if c.Span.Of(a.Text) != c.Text {
					t.Fatalf("context %q is not at its span", c.Text)
				}
			}
		}
		if d := cmp.Diff(Events(a, d, qs, g), Events(a, text.Parse(a.Text), qs, g)); d != "" {
			t.Fatal(d)
		}
	})
}

// TestDatelineAlone resolves words in texts that end with their dateline.
func TestDatelineAlone(t *testing.T) {
	g := load(t)
	for _, s := range []string{"LIMA, May 2 (KCNA) --", "PYONGYANG (KCNA) --", "Lima, May 2 --"} {
		a := &article.Article{ID: "test", Outlet: "The Daily Ledger", Published: "2023-06-14", Text: s}
		q := quotes.Quote{Form: quotes.Direct, Act: quotes.Speech, Content: []text.Span{{Start: 0, End: 4}}}
		if got := Reports(a, text.Parse(s), []quotes.Quote{q}, g); len(got) != 1 {
			t.Errorf("%s: %d reports, want 1", s, len(got))
		}
	}
}

// TestOfferAlone resolves an offer in a text that ends with the one to whom it is made.
func TestOfferAlone(t *testing.T) {
	a := &article.Article{ID: "test", Published: "2023-06-14", Text: "Karl Moss offered Denmark"}
	q := quotes.Quote{
		Form: quotes.Indirect, Act: quotes.Speech, Source: []text.Span{{Start: 0, End: 9}},
		Cue: []text.Span{{Start: 10, End: 17}}, Content: []text.Span{{Start: 18, End: 25}},
	}
	if got := Reports(a, text.Parse(a.Text), []quotes.Quote{q}, load(t)); len(got) != 1 {
		t.Errorf("%d reports, want 1", len(got))
	}
}
