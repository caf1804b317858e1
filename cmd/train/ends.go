package main

import (
	"bytes"
	"context"
	"fmt"
	"os"

	"demarche/cmd/gold"
	"demarche/quotes"
	"demarche/quotes/boost"
	"demarche/quotes/text"
)

// ending is the choice where the content of a report ends, with the verdict of the annotation.
type ending struct {
	quotes.EndChoice
	fold  int
	right []bool // of each end
	half  []bool // of each end: whether half of the words are right
}

// trainEnds fits the model that judges where reported words end, tests it on folds by document, and writes it.
func trainEnds(out string, inputs []string) error {
	list, err := readEndings(inputs)
	if err != nil {
		return err
	}
	own, exact, half := 0, 0, 0
	for k := range folds {
		m := fitEnds(list, k)
		for i := range list {
			e := &list[i]
			if e.fold != k {
				continue
			}
			best := e.Best(m)
			own, exact, half = own+one(e.right[e.Own]), exact+one(e.right[best]), half+one(e.half[best])
		}
	}
	n := len(list)
	fmt.Fprintf(os.Stderr, "ends of %d reports: grammar %.1f, chosen %.1f, half of the words %.1f\n",
		n, pct(own, n), pct(exact, n), pct(half, n))
	var b bytes.Buffer
	if err := fitEnds(list, -1).Write(&b); err != nil {
		return err
	}
	return os.WriteFile(out, b.Bytes(), 0o644)
}

// fitEnds trains on the reports outside of a fold.
func fitEnds(list []ending, without int) *boost.Model {
	var rows [][]float32
	var yes []bool
	for i := range list {
		if list[i].fold != without {
			rows, yes = append(rows, list[i].Rows...), append(yes, list[i].right...)
		}
	}
	return boost.Train(rows, yes, boost.Options{
		Trees: 200, Leaves: 20, Rate: 0.08, Least: 10, L2: 5, Features: 0.4, Rows: 0.7, Seed: 1,
	})
}

// readEndings reads annotated documents for the ends of their reports. A report is paired with the annotated quote that
// has its cue; those of several pieces, and those that nobody annotated, are left out.
func readEndings(inputs []string) ([]ending, error) {
	x, err := quotes.New()
	if err != nil {
		return nil, err
	}
	lines, err := gold.Read[gold.Document](context.Background(), inputs...)
	if err != nil {
		return nil, err
	}
	var out []ending
	for i := range lines {
		l := &lines[i]
		points := text.NewCodePoints(l.Text)
		fold := foldOf(l.ID)
		for _, c := range x.EndChoices(text.Parse(l.Text), quotes.Options{Title: l.Title}) {
			if q := withCue(l.Gold.Quotes, c.Quote.Cue, points); q != nil && len(q.Content) == 1 {
				out = append(out, judgedEnds(c, fold, points, q.Content[0]))
			}
		}
	}
	return out, nil
}

// withCue is the annotated quote whose cue shares words with the given one, nil for none.
func withCue(list []gold.Record, cue []text.Span, points *text.CodePoints) *gold.Record {
	for i := range list {
		for _, c := range list[i].Cue {
			if points.ByteOffset(c[0]) < cue[len(cue)-1].End && cue[0].Start < points.ByteOffset(c[1]) {
				return &list[i]
			}
		}
	}
	return nil
}

// nearEnd is how many bytes apart two ends of the same words may be: a mark or a comma.
const nearEnd = 3

// judgedEnds judges the ends of a report by the annotated content, in code points.
func judgedEnds(c quotes.EndChoice, fold int, points *text.CodePoints, content [2]int) ending {
	e := ending{EndChoice: c, fold: fold}
	lo, hi := points.ByteOffset(content[0]), points.ByteOffset(content[1])
	start := c.Quote.Content[0].Start
	for _, end := range c.Ends {
		e.right = append(e.right, max(end-hi, hi-end) <= nearEnd)
		common := max(0, min(end, hi)-max(start, lo))
		e.half = append(e.half, 2*common >= max(end, hi)-min(start, lo))
	}
	return e
}
