package main

import (
	"strings"
	"testing"

	"demarche/cmd/gold"
	"demarche/quotes"
	"demarche/quotes/text"
	"demarche/timeline"
)

func TestRecordsArePaired(t *testing.T) {
	s := "Ada said “it rains”. Piet said “it snows”."
	span := func(part string) []text.Span {
		i := strings.Index(s, part)
		return []text.Span{{Start: i, End: i + len(part)}}
	}
	points := text.NewCodePoints(s)
	annotated := []gold.Record{
		{Form: "direct", Content: gold.Spans(span("it rains"), points)},
		{Form: "indirect", Content: gold.Spans(span("it snows"), points)},
	}
	reports := []timeline.Report{
		{Quote: quotes.Quote{Form: quotes.Indirect, Content: span("Piet")}},
		{Quote: quotes.Quote{Form: quotes.Direct, Content: span("“it rains”")}},
	}
	var c comparison
	c.add(s, annotated, reports)
	if len(c.printed) != 2 || c.printed[0].gold != nil || c.printed[1].gold != &annotated[0] || len(c.missed) != 1 {
		t.Fatalf("got %+v", c)
	}
	var b strings.Builder
	c.of([]string{"direct"}).print(&b, "direct")
	c.of([]string{"indirect"}).print(&b, "indirect")
	for _, want := range []string{
		"direct: gold 1 predicted 1\n  found       P 100.0 R 100.0 F1 100.0\n",
		"indirect: gold 1 predicted 1\n  found       P   0.0 R   0.0 F1   0.0\n",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, b.String())
		}
	}
}

func TestEachKeepsTheOrder(t *testing.T) {
	items := make([]int, 1000)
	for i := range items {
		items[i] = i
	}
	for i, v := range each(items, func(v *int) int { return 2 * *v }) {
		if v != 2*i {
			t.Fatalf("item %d: got %d", i, v)
		}
	}
}
