package edits

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"demarche/quotes/text"
	"demarche/timeline/record"
)

// TestLocate finds the words that are meant among several places.
func TestLocate(t *testing.T) {
	const body = "we go on … and we go on, we go on together."
	for _, c := range []struct {
		words string
		near  int
		want  []text.Span
	}{
		{"we go on", 0, []text.Span{{Start: 0, End: 8}}},
		{"we go on", 20, []text.Span{{Start: 17, End: 25}}},
		{"we go on", 99, []text.Span{{Start: 27, End: 35}}},
		{"we go on … and", 0, []text.Span{{Start: 0, End: 16}}}, // the ellipsis is the article's own
		{"we … together", 17, []text.Span{{Start: 17, End: 19}, {Start: 36, End: 44}}},
		{"together … we", 0, nil},
		{"we go off", 0, nil},
		{"", 0, nil},
		{" … ", 0, []text.Span{{Start: 8, End: 13}}},
	} {
		if got := Locate(body, c.words, c.near); !slices.Equal(got, c.want) {
			t.Errorf("%q near %d: %v, want %v", c.words, c.near, got, c.want)
		}
	}
}

// TestLocated finds any words in any text: what is found is what was asked for, in order, and in the text.
func TestLocated(t *testing.T) {
	words := rapid.StringOf(rapid.SampledFrom([]rune("ab …")))
	rapid.Check(t, func(t *rapid.T) {
		body, want := words.Draw(t, "body"), words.Draw(t, "words")
		spans := Locate(body, want, rapid.IntRange(0, 20).Draw(t, "near"))
		if spans == nil {
			if want != "" && strings.Contains(body, want) {
				t.Fatalf("%q is not found in %q", want, body)
			}
			return
		}
		var got []string
		at := 0
		for _, s := range spans {
			if s.Start < at {
				t.Fatalf("%v are out of order", spans)
			}
			got, at = append(got, s.Of(body)), s.End
		}
		if strings.Join(got, between) != want {
			t.Fatalf("%q gave %q", want, got)
		}
	})
}

// TestWordsWait leaves a report as it is whose new words are not in its article, and lays the other edits.
func TestWordsWait(t *testing.T) {
	words, place := `"we stay"`, `"Oslo"`
	log := NewLog([]record.Edit{
		{Kind: Kind, Target: "r1", Field: "words", After: &words, Who: "Ada"},
		{Kind: Kind, Target: "r1", Field: "place", After: &place, Who: "Ada"},
	})
	r := sample()
	if err := log.Lay(&r, body); err != nil || r.Text != sample().Text || r.By != "model" || r.Place != "Oslo" {
		t.Errorf("%q by %s at %q, %v", r.Text, r.By, r.Place, err)
	}
}
