package main

import (
	"testing"

	"demarche/cmd/gold"
	"demarche/quotes/article"
)

func TestQuoteScore(t *testing.T) {
	g := gold.Line[quoteGold]{Article: &article.Article{Text: "Ada said it rains. Piet said it snows."}}
	g.Gold.Quotes = []quoteSpans{
		{Content: [][2]int{{9, 17}}, Source: [][2]int{{0, 3}}, Cue: [][2]int{{4, 8}}},
		{Content: [][2]int{{29, 37}}, Source: [][2]int{{19, 23}}, Cue: [][2]int{{24, 28}}},
	}
	s := &quoteScore{n: map[string]int{}}
	s.document(&g, []quoteSpans{
		{Content: [][2]int{{9, 17}}, Source: [][2]int{{0, 3}}, P: 0.9},
		{Content: [][2]int{{32, 37}}, Source: [][2]int{{0, 3}}, P: 0.2},
	})
	for k, want := range map[string]int{
		"G": 2, "P": 2, "m:exact": 1, "m:j50": 2, "s:j50": 1, "x:j50": 1, "m:g30": 2, "m:g80": 1,
	} {
		if s.n[k] != want {
			t.Errorf("%s: got %d, want %d", k, s.n[k], want)
		}
	}
	if s.certainty[9].right != 1 || s.certainty[2].right != 0 {
		t.Errorf("certainty: %+v", s.certainty)
	}
}
