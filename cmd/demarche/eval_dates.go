package main

import (
	"fmt"
	"io"
)

// timexGold is a document of the gold of dates.
type timexGold struct {
	ID      string  `json:"id"`
	Timexes []timex `json:"timexes"`
}

// dates scores expressions of time as TempEval-3 does: the same span, any overlap, and type and value where they
// overlap.
func (e *evaluation) dates(w io.Writer) error {
	gold, err := readGold[timexGold](e.ctx, e.gold)
	if err != nil {
		return err
	}
	var strict, relaxed ratio
	types, values, overlapping := 0, 0, 0
	relaxedRecall := 0
	for _, g := range gold {
		out := timexes(g.article)
		strict.annotated += len(g.gold.Timexes)
		strict.predicted += len(out.Timexes)
		strict.right += sameSpans(g.gold.Timexes, out.Timexes)
		used := make([]bool, len(out.Timexes))
		for _, t := range g.gold.Timexes {
			k := mostOverlapping(t, out.Timexes, used)
			if k < 0 {
				continue
			}
			used[k] = true
			relaxedRecall++
			overlapping++
			if out.Timexes[k].Type == t.Type {
				types++
			}
			if out.Timexes[k].Value == t.Value {
				values++
			}
		}
	}
	relaxed = ratio{relaxedRecall, strict.predicted, strict.annotated}
	_, _, f := relaxed.prf()
	fmt.Fprintf(w, "gold %d  predicted %d\n", strict.annotated, strict.predicted)
	fmt.Fprintf(w, "  %-10s %v\n  %-10s %v\n", "strict", strict, "relaxed", relaxed)
	fmt.Fprintf(w, "  %-10s F1 %5.1f\n  %-10s F1 %5.1f\n", "type", f*share(types, overlapping)/100, "value", f*share(values, overlapping)/100)
	return nil
}

// sameSpans counts the spans that are in both lists.
func sameSpans(a, b []timex) int {
	in := map[[2]int]bool{}
	for _, t := range a {
		in[[2]int{t.Start, t.End}] = true
	}
	n := 0
	for _, t := range b {
		if in[[2]int{t.Start, t.End}] {
			in[[2]int{t.Start, t.End}] = false
			n++
		}
	}
	return n
}

// mostOverlapping returns the unused expression that shares most with t, the last of equals, -1 for none.
func mostOverlapping(t timex, list []timex, used []bool) int {
	best, most := -1, 0
	for k, q := range list {
		if n := min(t.End, q.End) - max(t.Start, q.Start); !used[k] && n > 0 && n >= most {
			best, most = k, n
		}
	}
	return best
}
