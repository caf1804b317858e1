package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"demarche/cmd/gold"
	"demarche/quotes/text"
	"demarche/timeline/dates"
)

// timex is an annotated or found expression of time; the span is in code points.
type timex struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Type  string `json:"type"`
	Value string `json:"value"`
}

// timexGold is the annotation of a text with expressions of time.
type timexGold struct {
	Timexes []timex `json:"timexes"`
}

// newDates returns the command "dates".
func newDates() *cobra.Command {
	return &cobra.Command{
		Use:   "dates GOLD...",
		Short: "score expressions of time, their types and values",
		Long: `Score expressions of time as TempEval-3 does, against annotated ones:
  {"id","text","reference_date","timexes":[{"start","end","type","value"}]}
It prints precision, recall and F1 of the same spans (strict) and of any overlap
(relaxed), and F1 of type and value where they overlap.`,
		Example: "  go run ./cmd/eval dates meantime.jsonl wikiwars.jsonl",
		Args:    cobra.MinimumNArgs(1),
		RunE: whole(func(ctx context.Context, w io.Writer, names []string) error {
			lines, err := gold.Read[timexGold](ctx, names...)
			if err != nil {
				return err
			}
			var s timexScore
			for i, found := range each(lines, timexes) {
				s.add(lines[i].Gold.Timexes, found)
			}
			s.print(w)
			return nil
		}),
	}
}

// timexes finds the expressions of time in an article.
func timexes(l *gold.Line[timexGold]) []timex {
	points := text.NewCodePoints(l.Text)
	var out []timex
	for _, e := range dates.Find(l.Text, l.Published) {
		out = append(out, timex{Start: points.At(e.Start), End: points.At(e.End), Type: e.Type, Value: e.Value})
	}
	return out
}

// timexScore counts over documents.
type timexScore struct {
	strict                     ratio
	overlapping, types, values int // annotated ones that a found one overlaps; those with its type and with its value
}

// add counts a document.
func (s *timexScore) add(annotated, found []timex) {
	s.strict.annotated += len(annotated)
	s.strict.predicted += len(found)
	s.strict.right += sameSpans(annotated, found)
	used := make([]bool, len(found))
	for _, t := range annotated {
		k := mostOverlapping(t, found, used)
		if k < 0 {
			continue
		}
		used[k] = true
		s.overlapping++
		if found[k].Type == t.Type {
			s.types++
		}
		if found[k].Value == t.Value {
			s.values++
		}
	}
}

func (s *timexScore) print(w io.Writer) {
	relaxed := ratio{s.overlapping, s.strict.predicted, s.strict.annotated}
	_, _, f := relaxed.prf()
	of := func(n int) float64 { return f * share(n, s.overlapping) / 100 }
	fmt.Fprintf(w, "gold %d  predicted %d\n", s.strict.annotated, s.strict.predicted)
	fmt.Fprintf(w, "  %-10s %v\n  %-10s %v\n", "strict", s.strict, "relaxed", relaxed)
	fmt.Fprintf(w, "  %-10s F1 %5.1f\n  %-10s F1 %5.1f\n", "type", of(s.types), "value", of(s.values))
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
