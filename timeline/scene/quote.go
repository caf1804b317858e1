package scene

import (
	"demarche/quotes"
	"demarche/quotes/text"
)

// Quote is a quote with the tokens of its parts and of the sentences around them.
type Quote struct {
	Spans                *quotes.Quote // never without content
	Written              *quotes.Quote // as it was found, where Spans has a shorter content
	Index                int           // of the quote in its article
	Anchor               int           // token of the cue, else of the source, else of the content
	Sentence             int           // of the anchor
	Lo, Hi               int           // tokens of the anchor's sentence
	CueLo, CueHi         int           // tokens of the last piece of the cue; empty for none
	SourceLo, SourceHi   int           // tokens of the source; empty for none
	ContentLo, ContentHi int           // tokens of the first piece of the content
	EndHi                int           // token after the last piece
	Reported             []text.Span   // contents of other quotes that touch the sentence
	Nominal              bool          // the cue is a noun of a text of somebody else: "the statement of a spokesman that"
	Document             string        // the noun of a text in the source, lower case: "statement"; "" for none
	Nested               bool          // told inside the words of another quote
	Aside                text.Span     // a relative clause after the source, which tells of the speaker; empty for none
}

// NewQuote finds the tokens of a quote; others are the contents of all quotes, of which those that do not hold this
// quote's own cue or source are not looked at for dates and acts.
func NewQuote(s *Scene, q *quotes.Quote, index int, others []text.Span) *Quote {
	c := &Quote{Spans: q, Index: index}
	c.ContentLo, c.ContentHi = s.Range(q.Content[0])
	_, c.EndHi = s.Range(q.Content[len(q.Content)-1])
	c.Anchor = c.ContentLo
	if len(q.Source) > 0 {
		c.SourceLo, c.SourceHi = s.Range(q.Source[0])
		c.Anchor = c.SourceLo
	}
	if len(q.Cue) > 0 {
		last := q.Cue[len(q.Cue)-1]
		c.CueLo, c.CueHi = s.Range(last)
		c.Anchor = c.CueLo
	}
	if c.Anchor >= len(s.Doc.Tokens) {
		c.Anchor = max(len(s.Doc.Tokens)-1, 0)
	}
	c.Lo, c.Hi = s.SentenceBounds(c.Anchor)
	c.mend(s)
	if len(s.Doc.Tokens) > 0 {
		c.Sentence = s.SentenceAt(s.Doc.Tokens[c.Anchor].Start)
	}
	c.touch(s, others)
	c.describe(s)
	c.Nominal = c.CueHi > c.CueLo && words.Document[s.Lower[c.CueHi-1]] && c.SourceLo > c.CueLo
	for k := c.SourceLo; k < c.SourceHi; k++ {
		if words.Document[s.Lower[k]] && (!s.Capital(k) || k == c.SourceLo) {
			c.Document = s.Lower[k]
			break
		}
	}
	return c
}

// mend takes for the source the subject of the cue, where what was found is part of it or stands in a clause before or
// inside of it: "Chile and | Peru | agreed", "| Ana Lind | opened talks, at which | Karl Moss | said", "Lind met Moss
// and, says | the palace |, praised", "the league, | whose head |, Karl Moss, is ill, said".
func (c *Quote) mend(s *Scene) {
	lo, hi := c.SourceLo, c.SourceHi
	if hi <= lo {
		return
	}
	if c.SourceLo = s.Lists.wholeList(lo, hi); c.CueHi <= c.CueLo || c.CueLo < hi {
		return
	}
	for k := hi + 1; k+1 < c.CueLo; k++ {
		e := s.Lists.commaAfter(k+1, c.CueLo)
		if s.Lower[k] == "which" && s.Doc.Tokens[k-1].Tag == "IN" && s.Names.Naming(k+1, e) {
			c.SourceLo, c.SourceHi = k+1, e
			return
		}
	}
	if at, end := s.beforeTime(lo, hi); at < end {
		c.SourceLo, c.SourceHi = at, end
		return
	}
	c.SourceLo = s.afterTime(c.SourceLo, hi)
	whose := s.Lower[lo] == "whose" && s.Lower[c.CueLo-1] == "," && s.At(lo-1) == ","
	if whose || s.inserted(lo, hi, c.CueLo) {
		if a, b, ok := s.Clauses.Subject(lo); ok && a < lo {
			c.SourceLo, c.SourceHi = a, min(b, lo-1)
		}
	}
}

// inserted reports whether the tokens are who tells of the words in an insertion before the verb at token cue: "Lind,
// the palace | said |, praised", "Lind met Moss and, | says | the palace, praised".
func (s *Scene) inserted(lo, hi, cue int) bool {
	if lo < 2 || s.Doc.Tokens[cue].Tag == "VBG" { // "..., the palace said, | adding"
		return false
	}
	before := s.Lower[lo-2] == "," && words.TellsThat[s.Lower[lo-1]] && s.At(hi) == "," && cue == hi+1
	after := s.Lower[lo-1] == "," && words.TellsThat[s.At(hi)] && s.At(hi+1) == "," && cue == hi+2
	return before || after
}

// touch notes which of the contents of all quotes hold this quote's anchor, and which others touch its sentence.
func (c *Quote) touch(s *Scene, others []text.Span) {
	at := text.Span{}
	if len(s.Doc.Tokens) > 0 {
		at = s.Doc.Tokens[c.Anchor].Span
	}
	sentence := s.Span(c.Lo, c.Hi)
	for _, o := range others {
		switch holds := o.Contains(at); {
		case holds:
			c.Nested = c.Nested || o != c.Spans.Content[0]
		case o.Start < sentence.End && o.End > sentence.Start:
			c.Reported = append(c.Reported, o)
		}
	}
}

// describe notes the relative clause of the source: its acts are none of the words' own, nor its days unless it tells
// where they were said. "Smith, | who praised the king on Monday", but "Smith, who met the king | on Monday |".
func (c *Quote) describe(s *Scene) {
	for k := c.SourceLo + 1; k < c.SourceHi; k++ {
		if !words.WhoForm[s.Lower[k]] || c.CueLo >= k && c.CueLo < c.SourceHi {
			continue
		}
		// up to the cue: a day may end the clause
		c.Aside = s.Span(k, c.beforeDay(s, max(c.SourceHi, min(c.CueLo, c.Hi))))
		if !c.toldWhere(s, k) {
			c.Reported = append(c.Reported, c.Aside)
		}
		return
	}
}

// toldWhere reports whether the relative clause of the source that opens at token k tells where the speaker spoke, and
// on which day.
func (c *Quote) toldWhere(s *Scene, k int) bool {
	_, hi := s.Range(c.Aside)
	list := s.TimesIn(k, hi)
	for i := range list {
		if list[i].Type != "DURATION" && !SingleDay(&list[i]) {
			return false
		}
	}
	return s.Clauses.SpeaksIn(k, hi)
}

// beforeDay is the token after the clause that tells of the source and ends before token hi: a day of the cue may stand
// between them, "Smith, who leads the union, | on Monday | said".
func (c *Quote) beforeDay(s *Scene, hi int) int {
	k := hi
	for k > c.SourceHi && (s.InTime(k-1) || words.BeforeTime[s.Lower[k-1]]) {
		k--
	}
	if k < hi && s.Lower[k-1] == "," {
		return k
	}
	return hi
}

// CueText is the cue in lower case: its words joined, without words in other spans.
func (c *Quote) CueText(s *Scene) string {
	out := ""
	for k := c.CueLo; k < c.CueHi; k++ {
		if out != "" {
			out += " "
		}
		out += s.Lower[k]
	}
	return out
}

// Reports reports whether the span stands in the words of the quote or in those of another.
func (c *Quote) Reports(at text.Span) bool {
	return Covers(c.Reported, at) || Covers(c.Spans.Content, at)
}

// Naming reports a cue by which somebody or something is called a name: "called | the plan bold", not "called on".
func (c *Quote) Naming(s *Scene) bool {
	return c.CueHas(s, words.CallingVerb) && !c.CueHas(s, words.CallingLink) && !words.CallingLink[s.At(c.CueHi)]
}

// CueHas reports whether one of the words is in the cue.
func (c *Quote) CueHas(s *Scene, words map[string]bool) bool {
	for k := c.CueLo; k < c.CueHi; k++ {
		if words[s.Lower[k]] {
			return true
		}
	}
	return false
}
