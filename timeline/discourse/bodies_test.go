package discourse_test

import (
	"slices"
	"strings"
	"testing"

	"demarche/quotes/article"
	"demarche/quotes/text"
	"demarche/timeline/discourse"
)

// TestBodiesMeant holds which bodies a phrase in brackets is put forward for beside the one that the rules choose.
func TestBodiesMeant(t *testing.T) {
	g := gazetteer(t)
	for _, c := range []struct{ said, want string }{
		{"Norway's envoy met Peru's. [The foreign ministry] said nothing.", "Foreign Ministry of Norway"},
		{"Norway's envoy met Peru's. [The foreign ministry] said nothing.", "Foreign Ministry of Peru"},
		{"Norway thanked [the country's National Council].", "National Council of Norway"},
		{"Peru's press waited. [The palace in Oslo] said nothing.", "Office of the President of Norway"},
		{
			"Lima called the prime minister's office. [Downing Street] said nothing.",
			"Office of the Prime Minister of the United Kingdom",
		},
		{"Norway's envoy left Lima. [The embassy] said nothing.", "Embassy of Norway in Peru"},
		{"Ann sat in [the Norwegian embassy in Lima].", "Embassy of Norway in Peru"},
		{"The Harbour Watch Council met Ann Lind. Later [it] said nothing.", "Harbour Watch Council"},
		{"The Harbour Watch Council met. It rained. It snowed. It froze. [The council] left.", "Harbour Watch Council"},
		{"A note of the Peruvian army said so. Rain fell. Snow fell. Ice lay. [The note] read so.", "Peruvian Army"},
		{"[The Public Health Agency of Norway] said nothing.", "Public Health Agency of Norway"},
		{"[The Harbour and Bridge Association from Lima] left.", "Harbour and Bridge Association from Lima"},
		{"[The gas company Moldogaz] said nothing.", "Moldogaz"},
		{"[A rebel movement, the Harbour Front], left.", "Harbour Front"},
		{"It had rained that morning [morning the Norwegian army] said.", "Norwegian Army"},
		{"[The Israeli army] said nothing.", "Israel Defense Forces"},
		{"Peruvian Justice Minister Karl Moss came. [His ministry] said nothing.", "Justice Ministry of Peru"},
	} {
		got := readings(discourse.New(articleOf(c.said), text.Parse(bare(c.said)), g), c.said)
		if !slices.Contains(got, c.want) {
			t.Errorf("%s: %q, want %s", c.said, got, c.want)
		}
	}
}

// articleOf is an article of the text without its brackets.
func articleOf(said string) *article.Article {
	return &article.Article{ID: "test", Outlet: "The Daily Ledger", Published: "2023-06-14", Text: bare(said)}
}

// bare is a text without its brackets.
func bare(said string) string { return strings.NewReplacer("[", "", "]", "").Replace(said) }

// readings are the names of all for whom alone the phrase in brackets is put forward.
func readings(d *discourse.Discourse, said string) (out []string) {
	at, end := strings.Index(said, "["), strings.Index(said, "]")-1
	lo, hi := d.Body.Range(text.Span{Start: at, End: end})
	for _, r := range d.Readings(lo, hi, nil) {
		if len(r.Entities) == 1 {
			out = append(out, r.Entities[0].Name)
		}
	}
	return out
}
