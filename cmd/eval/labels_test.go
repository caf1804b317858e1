package main

import (
	"slices"
	"testing"
)

func TestLabelsOfQuotes(t *testing.T) {
	l := labelled{Offsets: [][2]int{{0, 3}, {4, 8}, {9, 11}, {12, 17}}}
	got := l.project([]quoteSpans{{Content: [][2]int{{9, 17}}, Source: [][2]int{{0, 3}}, Cue: [][2]int{{4, 8}}}})
	if want := []string{"B-source", "B-cue", "B-content", "I-content"}; !slices.Equal(got, want) {
		t.Fatalf("got %v", got)
	}
	if spans := labelSpans(got); len(spans) != 3 || !spans[labelSpan{"content", 2, 4}] {
		t.Errorf("got %v", spans)
	}
}
