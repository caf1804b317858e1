package main

import (
	"slices"
	"strings"
	"testing"
)

func TestEvalForm(t *testing.T) {
	s := "“We go,” she said, adding that it was “late”. ‘Yes,’ it's ``his'' plan."
	e := newEvalText(s)
	span := func(part string) [][2]int {
		k := len([]rune(s[:strings.Index(s, part)]))
		return [][2]int{{k, k + len([]rune(part))}}
	}
	for part, want := range map[string]string{
		"“We go,”": "direct", "she said": "indirect", "it was “late”": "mixed", "‘Yes,’": "direct", "``his''": "direct", ". ": "unknown",
	} {
		if got := e.form(span(part)); got != want {
			t.Errorf("%s: got %s, want %s", part, got, want)
		}
	}
}

func TestEvalScore(t *testing.T) {
	g := quoteGold{Text: "Ada said it rains. Piet said it snows.", Quotes: []evalQuote{
		{Content: [][2]int{{9, 17}}, Source: [][2]int{{0, 3}}, Cue: [][2]int{{4, 8}}},
		{Content: [][2]int{{29, 37}}, Source: [][2]int{{19, 23}}, Cue: [][2]int{{24, 28}}},
	}}
	s := &quoteScore{n: map[string]int{}}
	s.document(&g, []evalQuote{
		{Content: [][2]int{{9, 17}}, Source: [][2]int{{0, 3}}, P: 0.9},
		{Content: [][2]int{{32, 37}}, Source: [][2]int{{0, 3}}, P: 0.2},
	})
	for k, want := range map[string]int{"G": 2, "P": 2, "m:exact": 1, "m:j50": 2, "s:j50": 1, "x:j50": 1, "m:g30": 2, "m:g80": 1} {
		if s.n[k] != want {
			t.Errorf("%s: got %d, want %d", k, s.n[k], want)
		}
	}
	if s.certainty[9].right != 1 || s.certainty[2].right != 0 {
		t.Errorf("certainty: %+v", s.certainty)
	}
}

func TestEvalProject(t *testing.T) {
	l := labelled{Offsets: [][2]int{{0, 3}, {4, 8}, {9, 11}, {12, 17}}}
	got := l.project([]evalQuote{{Content: [][2]int{{9, 17}}, Source: [][2]int{{0, 3}}, Cue: [][2]int{{4, 8}}}})
	if want := []string{"B-source", "B-cue", "B-content", "I-content"}; !slices.Equal(got, want) {
		t.Fatalf("got %v", got)
	}
	if spans := labelSpans(got); len(spans) != 3 || !spans[labelSpan{"content", 2, 4}] {
		t.Errorf("got %v", spans)
	}
}

func TestEvalNames(t *testing.T) {
	if got := plainName("The Government of Côte-d'Or"); got != "cote d or" {
		t.Errorf("got %q", got)
	}
	if !sameParties([]evalParty{{Name: "A", Aliases: []string{"B."}}}, []evalParty{{Name: "b"}}, false) {
		t.Error("an alias does not count")
	}
}
