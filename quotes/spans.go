package quotes

import (
	"sort"

	"demarche/quotes/text"
)

// spans is a sorted list of disjoint spans.
type spans []text.Span

// joined merges spans that overlap.
func (ss spans) joined() spans {
	out := ss[:0]
	for _, s := range ss {
		if n := len(out); n > 0 && s.Start < out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}

// at returns the index of the first span that ends after the byte start.
func (ss spans) at(start int) int {
	return sort.Search(len(ss), func(i int) bool { return ss[i].End > start })
}

// holds reports whether the byte lies in one of the spans.
func (ss spans) holds(at int) bool {
	n := ss.at(at)
	return n < len(ss) && ss[n].Start <= at
}

// after goes on from token lo after a span that begins there, up to hi.
func (ss spans) after(d *text.Doc, lo, hi int) int {
	for n := ss.at(d.Tokens[lo].Start); n < len(ss) && lo < hi && ss[n].Start <= d.Tokens[lo].Start &&
		d.Tokens[lo].Start < ss[n].End; {
		lo++
	}
	return lo
}

// cut reports whether the tokens [lo, hi) begin inside one of the spans, and ends them where a span of more than a
// sentence's part begins: after a colon.
func (ss spans) cut(d *text.Doc, lo, hi int) (inside bool, end int) {
	start := d.Tokens[lo].Start
	n := ss.at(start)
	if n == len(ss) {
		return false, hi
	}
	if ss[n].Start <= start {
		return ss[n].End >= d.Tokens[hi-1].Start, hi
	}
	for k := lo + 1; k < hi; k++ {
		if d.Tokens[k].Start == ss[n].Start && d.Word(k-1) == ":" {
			return false, k
		}
	}
	return false, hi
}
