package timeline

import (
	"demarche/quotes"
	"demarche/quotes/text"
)

// cued is a quote with the tokens of its parts and of the sentences around them.
type cued struct {
	q            *quotes.Quote
	written      *quotes.Quote // q with all that its content has taken in, see wordsOnly
	index        int
	anchor       int // token of the cue, else of the source, else of the content
	sentence     int // of the anchor
	lo, hi       int // tokens of the anchor's sentence
	cueLo, cueHi int
	srcLo, srcHi int // tokens of the source; empty for none
	conLo, conHi int // tokens of the first piece of the content
	endHi        int // token after the last piece
	covered      []text.Span
	nominal      bool // the cue is a noun of a text told by somebody else: "the statement of a spokesman that"
	doc          string
	nested       bool // told inside the words of another quote
}

// newCued finds the tokens of a quote; others are the contents of all quotes, of which those that do not hold this quote's
// own cue or source are not looked at for dates and frames.
func newCued(s *scene, q *quotes.Quote, index int, others []text.Span) *cued {
	c := &cued{q: q, index: index}
	c.conLo, c.conHi = s.tokens(q.Content[0])
	_, c.endHi = s.tokens(q.Content[len(q.Content)-1])
	c.anchor = c.conLo
	if len(q.Source) > 0 {
		c.srcLo, c.srcHi = s.tokens(q.Source[0])
		c.anchor = c.srcLo
	}
	if len(q.Cue) > 0 {
		last := q.Cue[len(q.Cue)-1]
		c.cueLo, c.cueHi = s.tokens(last)
		c.anchor = c.cueLo
	}
	if c.anchor >= len(s.d.Tokens) {
		c.anchor = max(len(s.d.Tokens)-1, 0)
	}
	c.lo, c.hi = s.bounds(c.anchor)
	if len(s.d.Tokens) > 0 {
		c.sentence = s.sentence(s.d.Tokens[c.anchor].Start)
	}
	at := text.Span{}
	if len(s.d.Tokens) > 0 {
		at = s.d.Tokens[c.anchor].Span
	}
	for _, o := range others {
		if o.Contains(at) && o != q.Content[0] {
			c.nested = true
		}
		if !o.Contains(at) && o.Start < s.span(c.lo, c.hi).End && o.End > s.span(c.lo, c.hi).Start {
			c.covered = append(c.covered, o)
		}
	}
	if c.cueHi > c.cueLo && documents[s.low[c.cueHi-1]] && c.srcLo > c.cueLo {
		c.nominal = true
	}
	for k := c.srcLo; k < c.srcHi; k++ {
		if documents[s.low[k]] && (!s.capital(k) || k == c.srcLo) {
			c.doc = s.low[k]
			break
		}
	}
	return c
}

// verb is the cue in lower case: its words joined, without the frame words in other spans.
func (c *cued) verb(s *scene) string {
	out := ""
	for k := c.cueLo; k < c.cueHi; k++ {
		if out != "" {
			out += " "
		}
		out += s.low[k]
	}
	return out
}

// has reports whether one of the words is in the cue.
func (c *cued) has(s *scene, words map[string]bool) bool {
	for k := c.cueLo; k < c.cueHi; k++ {
		if words[s.low[k]] {
			return true
		}
	}
	return false
}
