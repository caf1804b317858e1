package choice

import (
	"demarche/timeline/scene"
)

// traitsOfClause are features of the clause in which the quote is told: what opens it, what stands before it in its
// sentence, whether its cue goes on from words before.
func traitsOfClause(p *Passage) []float32 {
	s, c := p.Body, p.Quote
	at := c.Anchor
	if c.SourceHi > c.SourceLo {
		at = min(at, c.SourceLo)
	}
	opener := -1
	for k := at; k >= max(c.Lo, at-6) && opener < 0; k-- {
		if words.OtherClause[s.Lower[k]] {
			opener = k
		} else if k < at && s.FiniteVerb(k) {
			break
		}
	}
	w := ""
	if opener >= 0 {
		w = s.Lower[opener]
	}
	verbs, before, same := 0, 0, 0
	for k := c.Lo; k < at; k++ {
		verbs += int(bit(s.FiniteVerb(k) && !scene.Covers(c.Spans.Content, s.Doc.Tokens[k].Span)))
	}
	for _, q := range p.all[max(0, p.index-4):min(len(p.all), p.index+5)] {
		if q != p && q.Quote.Sentence == c.Sentence {
			same++
			before += int(bit(q.Quote.Anchor < c.Anchor))
		}
	}
	on, further := false, false
	for k := c.CueLo; k < c.CueHi; k++ {
		on = on || words.GoesOn[s.Lower[k]]
	}
	for k := max(c.Lo, c.CueLo-3); k < min(c.Hi, c.CueHi+3); k++ {
		further = further || words.Further[s.Lower[k]]
	}
	return []float32{
		bit(
			words.ClauseOfBefore[w],
		), bit(words.ClauseOfSame[w]), bit(words.RelativePronoun[w]), bit(opener >= 0), float32(at - c.Lo), float32(min(verbs, 4)),
		float32(
			same,
		), float32(before), bit(on), bit(further), bit(c.ContentLo < at), bit(p.before != nil), float32(paragraphsSince(p)),
	}
}

// paragraphsSince is how many paragraphs lie between the quote and the one of the same speakers before, never for none.
func paragraphsSince(p *Passage) int {
	if p.before == nil {
		return never
	}
	n := 0
	s := p.Body
	for k := p.before.Quote.Anchor; k+1 <= p.Quote.Anchor && n < 20; k++ {
		if s.Text[s.Doc.Tokens[k].End:s.Doc.Tokens[k+1].Start] == "\n\n" {
			n++
		}
	}
	return n
}
