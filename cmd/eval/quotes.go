package main

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"demarche/cmd/gold"
	"demarche/quotes/text"
)

// quoteSpans is an annotated or extracted quote, its spans in code points.
type quoteSpans struct {
	Content [][2]int `json:"content"`
	Source  [][2]int `json:"source"`
	Cue     [][2]int `json:"cue"`
	P       float64  `json:"p"`
}

// quoteGold is the annotation of a text with quotes.
type quoteGold struct {
	Quotes  []quoteSpans `json:"quotes"`
	Discard [][2]int     `json:"discard"` // where quotes are not annotated
}

// newQuotes returns the command "quotes".
func newQuotes() *cobra.Command {
	var actorsFile string
	c := &cobra.Command{
		Use:   "quotes GOLD...",
		Short: "score quotes found and attributed",
		Long: `Score the quotes that are found, with all attributions, against annotated ones:
  {"id","text","quotes":[{"content":[[s,e],...],"source":[...],"cue":[...]}]}
It prints precision, recall and F1 by form and by how much of the content is
shared, how often the source is right, and how often quotes of a stated
probability are right.`,
		Example: "  go run ./cmd/eval quotes polnear-dev.jsonl",
		Args:    cobra.MinimumNArgs(1),
		RunE: whole(func(ctx context.Context, w io.Writer, names []string) error {
			lines, err := gold.Read[quoteGold](ctx, names...)
			if err != nil {
				return err
			}
			x, err := newExtraction(actorsFile)
			if err != nil {
				return err
			}
			s := &quoteScore{n: map[string]int{}}
			for i, found := range each(lines, x.spans) {
				s.document(&lines[i], found)
			}
			s.print(w)
			s.certainty.print(w)
			return nil
		}),
	}
	actorsFlag(c, &actorsFile)
	return c
}

// spans finds the quotes of an article, with all attributions.
func (x *extraction) spans(l *gold.Line[quoteGold]) []quoteSpans {
	points := text.NewCodePoints(l.Text)
	var out []quoteSpans
	for _, r := range x.reports(l.Article, true) {
		out = append(out, quoteSpans{
			gold.Spans(r.Content, points), gold.Spans(r.Source, points), gold.Spans(r.Cue, points), r.P,
		})
	}
	return out
}

// scoredQuote is a quote in letters.
type scoredQuote struct {
	content, source, cue []int
	form                 string
	p                    float64
}

// scored are the quotes with words in them.
func scored(t *markedText, qs []quoteSpans) []scoredQuote {
	var out []scoredQuote
	for _, q := range qs {
		if c := gold.Letters(t.runes, q.Content); len(c) > 0 {
			source, cue := gold.Letters(t.runes, q.Source), gold.Letters(t.runes, q.Cue)
			out = append(out, scoredQuote{c, source, cue, t.form(q.Content), q.P})
		}
	}
	return out
}
