package main

import (
	"context"

	"demarche/cmd/gold"
	"demarche/quotes/text"
	"demarche/timeline"
	"demarche/timeline/record"
)

// judged is a printed record with the annotated one.
type judged struct {
	gold    *gold.Record // nil where the annotation has no such record
	printed gold.Record
	decided record.Decisions
	p       float64 // of the quote, from 0 to 1
}

// comparison is what the extraction printed of annotated articles, in their order, with what it missed.
type comparison struct {
	printed []judged
	missed  []*gold.Record
}

// compare extracts from annotated articles and pairs the records with the annotation.
func compare(ctx context.Context, actorsFile string, names []string) (*comparison, error) {
	lines, err := gold.Read[gold.Document](ctx, names...)
	if err != nil {
		return nil, err
	}
	x, err := newExtraction(actorsFile)
	if err != nil {
		return nil, err
	}
	all := &comparison{}
	extract := func(l *gold.Line[gold.Document]) []timeline.Report { return x.reports(l.Article, false) }
	for i, reports := range each(lines, extract) {
		all.add(lines[i].Text, lines[i].Gold.Quotes, reports)
	}
	return all, nil
}

// add pairs the reports of a text with the annotated records.
func (c *comparison) add(s string, annotated []gold.Record, reports []timeline.Report) {
	points := text.NewCodePoints(s)
	printed := make([]gold.Record, len(reports))
	for i := range reports {
		printed[i] = gold.Of(&reports[i], points)
	}
	found := make([]bool, len(annotated))
	for i, k := range gold.Pair(s, annotated, printed) {
		j := judged{printed: printed[i], decided: reports[i].Decided, p: reports[i].P}
		if k >= 0 {
			found[k] = true
			j.gold = &annotated[k]
		}
		c.printed = append(c.printed, j)
	}
	for k := range annotated {
		if !found[k] {
			c.missed = append(c.missed, &annotated[k])
		}
	}
}
