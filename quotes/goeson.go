package quotes

import (
	"slices"
	"sort"

	"demarche/quotes/marks"
	"demarche/quotes/text"
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

// askers are those who ask in a transcript. They tell in several sentences what somebody said, and then ask about it.
type askers struct {
	*grammar
	voices voices
}

// goOn lets the paraphrases of those who ask go on over the sentences after them, to the last one that gives what the
// speaker thinks, "He hopes that X", or what he says of a condition, "If X, they will Y".
func (as askers) goOn(qs []Quote) {
	c := &claims{d: as.d}
	c.add(slices.DeleteFunc(slices.Clone(qs), isLayout))
	for i := range qs {
		q := &qs[i]
		paraphrase := q.Form == Indirect && len(q.Content) == 1 && len(q.Cue) > 0 && len(q.Source) > 0
		if !paraphrase || as.voices.at(q.Content[0].Start) != voiceQuestion || inside(*q, qs) {
			continue
		}
		if end := as.end(as.paragraphs.tokensOf(q.Content)[0], c); end > 0 {
			q.Content[0].End = end
		}
	}
}

// inside reports whether a quote lies in the content of another one that is longer.
func inside(q Quote, qs []Quote) bool {
	return slices.ContainsFunc(qs, func(o Quote) bool {
		return length(o.Content) > length(q.Content) && within(q.Content, o.Content)
	})
}

// end is the byte up to which words that end their sentence go on, 0 where they do not.
func (as askers) end(t tokens, c *claims) (end int) {
	at := as.paragraphs.sentenceOf(t.hi - 1)
	if first := as.d.Sentences[at]; t.hi < as.trimFinal(first.First, first.Last) {
		return 0
	}
	for _, sn := range as.d.Sentences[at+1:] {
		next := tokens{sn.First, as.trimFinal(sn.First, sn.Last)}
		if next.empty() || as.paragraphs.of(next.lo) != as.paragraphs.of(t.lo) || as.asks(next) ||
			!c.free([]text.Span{as.span(next)}) {
			break
		}
		if as.thinks(next) || as.foretells(next) {
			end = as.span(next).End
		}
	}
	return end
}

// asks reports a sentence in the voice of who asks: a question, or one with a word for himself or the one asked.
func (as askers) asks(t tokens) bool {
	for k := t.lo; k < t.hi; k++ {
		if as.is(k, "?") || as.has(k, flagFirst) || as.speakers.partner(k) || as.in(k, words.ParticipantPossessive) {
			return true
		}
	}
	return false
}

// thinks reports a sentence in which "he", "she" or "they" hope, believe or expect something.
func (as askers) thinks(t tokens) bool {
	if !as.in(t.lo, words.PersonPronoun) {
		return false
	}
	k := t.lo + 1
	for k < t.hi && as.tag(k) == "RB" {
		k++
	}
	return k+1 < t.hi && as.w[k].cue.verb != nil && as.w[k].cue.verb.class == classThought
}

// foretells reports a sentence that opens with a condition and tells what will, or would, come of it.
func (as askers) foretells(t tokens) bool {
	c := as.firstComma(t.lo, t.hi)
	if c < 0 || !as.in(t.lo, words.ConditionLead) {
		return false
	}
	f := as.verbs.finiteIn(c+1, t.hi, true)
	return f > 0 && as.tag(f) == "MD"
}
