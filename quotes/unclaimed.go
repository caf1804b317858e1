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
func (g *grammar) unclaimed(ms []marks.Mark, qs []Quote) []Quote {
	c := &claims{d: g.d}
	c.add(qs)
	var out []Quote
	k := 0
	for n := 1; n < len(g.d.Paragraphs); n++ {
		t := g.paragraphs.at(n)
		for k < len(ms) && ms[k].First < t.lo {
			k++
		}
		end, ok := g.markedRun(n, ms[k:])
		if t.empty() || !ok {
			continue
		}
		last := g.paragraphs.at(end - 1)
		content := []text.Span{g.span(tokens{t.lo, last.hi})}
		if last.hi-t.lo >= leastUnclaimed && c.free(content) && g.attributed(n-1, c, out) {
			out = append(
				out,
				Quote{Form: Direct, Act: Speech, Content: content, By: ByParagraph, P: ruleP(ByParagraph)},
			)
		}
		n = end - 1
	}
	return out
}

// markedRun returns the paragraph behind the run of paragraphs, from n on, that one passage in marks fills.
func (g *grammar) markedRun(n int, ms []marks.Mark) (end int, ok bool) {
	for ; n < len(g.d.Paragraphs); n++ {
		t := g.paragraphs.at(n)
		for len(ms) > 0 && (ms[0].First < t.lo || ms[0].Depth > 0) {
			ms = ms[1:]
		}
		if len(ms) == 0 || ms[0].First != t.lo || ms[0].Single || ms[0].Last < g.trimFinal(t.lo, t.hi) {
			return n, false
		}
		if !ms[0].Continued {
			return n + 1, true
		}
	}
	return n, false
}

// attributed reports whether a quote ends in paragraph n, be it one that this rule found.
func (g *grammar) attributed(n int, c *claims, found []Quote) bool {
	p := g.d.Paragraphs[n]
	span := []text.Span{{Start: p.Start, End: p.End}}
	return !c.free(span) ||
		slices.ContainsFunc(
			found,
			func(q Quote) bool { return q.Content[0].End == p.End || q.Content[0].Overlaps(span[0]) },
		)
}
