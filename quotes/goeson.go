package quotes

import (
	"slices"
	"sort"

	"demarche/quotes/marks"
)

// continuations finds passages in marks that nobody claimed and that go on with the words of a quote.
type continuations struct{ *grammar }

// leastGoingOn is the length in tokens, marks included, of the shortest passage in marks that goes on with a quote:
// shorter ones are single words that somebody sets off.
const leastGoingOn = 5

// goOn adds to the quotes in marks the passages that nobody claimed and with which their speaker goes on: a whole
// sentence in marks after the sentence of the quote, `"We wait," Lind said. "Nor shall we leave".`, and the rest of
// the sentence after the cue, `"Come," Lind said, "and bring the boat.`, with or without its closing mark.
func (co continuations) goOn(ms []marks.Mark, qs []Quote) []Quote {
	c := &claims{d: co.d}
	c.add(qs)
	out := slices.Clone(qs)
	slices.SortStableFunc(out, func(a, b Quote) int { return a.Content[0].Start - b.Content[0].Start })
	for _, m := range ms {
		if m.Depth > 0 || m.Last-m.First < leastGoingOn || m.First == 0 {
			continue
		}
		sn := &co.d.Sentences[co.paragraphs.sentenceOf(m.First)]
		words := co.span(tokens{m.First, m.Last})
		if m.Last < co.trimFinal(sn.First, sn.Last) || !c.free(spans{words}) {
			continue
		}
		if q := co.goesOn(out, m.First, sn.First); q != nil {
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
func (co continuations) goesOn(qs []Quote, i, first int) *Quote {
	var last *Quote
	end := 0
	n := sort.Search(len(qs), func(k int) bool { return qs[k].Content[0].Start >= co.d.Tokens[i].Start })
	for k := max(0, n-quotesBack); k < n; k++ {
		q := &qs[k]
		for _, s := range slices.Concat(q.Content, q.Cue, q.Source) {
			if s.End > end {
				last, end = q, s.End
			}
		}
	}
	if last == nil || last.Form != Direct || len(last.Cue) == 0 || end > co.d.Tokens[i].Start {
		return nil
	}
	at := co.paragraphs.sentenceOf(co.paragraphs.tokensOf(last.Cue[:1])[0].lo)
	switch {
	case i == first && co.paragraphs.of(i) == co.paragraphs.of(co.d.Sentences[at].First):
		if at+1 != co.paragraphs.sentenceOf(i) {
			return nil
		}
	case !co.is(i-1, ",") || co.d.Sentences[at].First > first || last.Cue[0].Start < last.Content[0].End:
		return nil
	}
	return last
}
