package quotes

import (
	"slices"

	"demarche/quotes/marks"
	"demarche/quotes/text"
)

// leastUnclaimed is the length in tokens of the shortest paragraph in marks that is taken for words without an
// attribution: shorter ones are mottos and headlines.
const leastUnclaimed = 8

// unclaimed returns the paragraphs that stand wholly in marks and that nobody claimed, where an attribution stands in
// the paragraph before: the words go on. Paragraphs that reopen the marks are one quote. Cue and source are empty.
func (co continuations) unclaimed(ms []marks.Mark, qs []Quote) []Quote {
	c := &claims{d: co.d}
	c.add(qs)
	var out []Quote
	k := 0
	for n := 1; n < len(co.d.Paragraphs); n++ {
		t := co.paragraphs.at(n)
		for k < len(ms) && ms[k].First < t.lo {
			k++
		}
		end, ok := co.markedRun(n, ms[k:])
		if t.empty() || !ok {
			continue
		}
		last := co.paragraphs.at(end - 1)
		content := []text.Span{co.span(tokens{t.lo, last.hi})}
		if last.hi-t.lo >= leastUnclaimed && c.free(content) && co.attributed(n-1, c, out) {
			out = append(
				out,
				Quote{Form: Direct, Act: Speech, Content: content, By: ByParagraph, P: ruleP(ByParagraph)},
			)
		}
		n = end - 1
	}
	return out
}

// markedRun returns the paragraph after the run of paragraphs, from n on, that one passage in marks fills.
func (co continuations) markedRun(n int, ms []marks.Mark) (end int, ok bool) {
	for ; n < len(co.d.Paragraphs); n++ {
		t := co.paragraphs.at(n)
		for len(ms) > 0 && (ms[0].First < t.lo || ms[0].Depth > 0) {
			ms = ms[1:]
		}
		if len(ms) == 0 || ms[0].First != t.lo || ms[0].Single || ms[0].Last < co.trimFinal(t.lo, t.hi) {
			return n, false
		}
		if !ms[0].Continued {
			return n + 1, true
		}
	}
	return n, false
}

// attributed reports whether a quote ends in paragraph n, be it one that this rule found.
func (co continuations) attributed(n int, c *claims, found []Quote) bool {
	p := co.d.Paragraphs[n]
	span := []text.Span{{Start: p.Start, End: p.End}}
	return !c.free(span) ||
		slices.ContainsFunc(
			found,
			func(q Quote) bool { return q.Content[0].End == p.End || q.Content[0].Overlaps(span[0]) },
		)
}
