package quotes

import (
	"unicode"

	"demarche/quotes/marks"
	"demarche/quotes/text"
)

// setForms sets the form of quotes that are not unmarked blocks by how many of their letters stand in marks: nearly
// all make direct speech, hardly any indirect, the rest is mixed. Marks around single words of a paraphrase count as
// well, as they do in PolNeAR. A block between two marks is direct, though its inner paragraphs have none.
func setForms(d *text.Doc, ms []marks.Mark, qs []Quote) {
	marked := outermost(d, ms)
	for i := range qs {
		if q := &qs[i]; q.Form != Unmarked && q.By != byMarkedBlock {
			q.Form = form(d.Text, marked, q.Content)
		}
	}
}

// form is that of content; marked is sorted and disjoint.
func form(s string, marked, content []text.Span) Form {
	all, in := 0, 0
	for _, c := range content {
		k := firstEndingAfter(marked, c.Start)
		for i, r := range s[c.Start:c.End] {
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
				continue
			}
			at := c.Start + i
			for k < len(marked) && marked[k].End <= at {
				k++
			}
			all++
			if k < len(marked) && marked[k].Start <= at {
				in++
			}
		}
	}
	switch {
	case all == 0 || in*50 <= all:
		return Indirect
	case (all-in)*50 <= all:
		return Direct
	}
	return Mixed
}

// firstEndingAfter returns the index of the first span that ends after byte i.
func firstEndingAfter(spans []text.Span, i int) int {
	lo, hi := 0, len(spans)
	for lo < hi {
		if m := (lo + hi) / 2; spans[m].End > i {
			hi = m
		} else {
			lo = m + 1
		}
	}
	return lo
}

// outermost returns the stretches in marks that stand in no other.
func outermost(d *text.Doc, ms []marks.Mark) []text.Span {
	out := make([]text.Span, 0, len(ms))
	for _, m := range ms {
		if m.Depth == 0 {
			out = append(out, text.Span{Start: d.Tokens[m.First].Start, End: d.Tokens[m.Last-1].End})
		}
	}
	return out
}
