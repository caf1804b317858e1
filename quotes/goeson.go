package quotes

import (
	"slices"
	"sort"

	"demarche/quotes/marks"
)

// leastGoingOn is the length in tokens, marks included, of the shortest passage in marks that goes on with a quote:
// shorter ones are single words that somebody sets off.
const leastGoingOn = 5

// goOn adds to the quotes in marks the passages that nobody claimed and with which their speaker goes on: a whole
// sentence in marks behind the sentence of the quote, `"We wait," Lind said. "Nor shall we leave".`, and the rest of
// the sentence behind the cue, `"Come," Lind said, "and bring the boat.`, with or without its closing mark.
func (g *grammar) goOn(ms []marks.Mark, qs []Quote) []Quote {
	c := &claims{d: g.d}
	c.add(qs)
	out := slices.Clone(qs)
	slices.SortStableFunc(out, func(a, b Quote) int { return a.Content[0].Start - b.Content[0].Start })
	for _, m := range ms {
		if m.Depth > 0 || m.Last-m.First < leastGoingOn || m.First == 0 {
			continue
		}
		sn := &g.d.Sentences[g.paragraphs.sentenceOf(m.First)]
		words := g.span(tokens{m.First, m.Last})
		if m.Last < g.trimFinal(sn.First, sn.Last) || !c.free(spans{words}) {
			continue
		}
		if q := g.goesOn(out, m.First, sn.First); q != nil {
			q.Content = append(slices.Clone(q.Content), words)
			c.add([]Quote{{Content: spans{words}}})
		}
	}
	return out
}

// quotesBack is how many quotes before a passage are searched for the one that it goes on with.
const quotesBack = 6

// goesOn returns the quote of qs, which are sorted by their content, with which the passage in marks that begins at
// token i goes on, nil for none; first is the first token of its sentence.
func (g *grammar) goesOn(qs []Quote, i, first int) *Quote {
	var last *Quote
	end := 0
	n := sort.Search(len(qs), func(k int) bool { return qs[k].Content[0].Start >= g.d.Tokens[i].Start })
	for k := max(0, n-quotesBack); k < n; k++ {
		q := &qs[k]
		for _, s := range slices.Concat(q.Content, q.Cue, q.Source) {
			if s.End > end {
				last, end = q, s.End
			}
		}
	}
	if last == nil || last.Form != Direct || len(last.Cue) == 0 || end > g.d.Tokens[i].Start {
		return nil
	}
	at := g.paragraphs.sentenceOf(g.paragraphs.tokensOf(last.Cue[:1])[0].lo)
	switch {
	case i == first && g.paragraphs.of(i) == g.paragraphs.of(g.d.Sentences[at].First):
		if at+1 != g.paragraphs.sentenceOf(i) {
			return nil
		}
	case !g.is(i-1, ",") || g.d.Sentences[at].First > first || last.Cue[0].Start < last.Content[0].End:
		return nil
	}
	return last
}
