package quotes

import (
	"strings"

	"demarche/quotes/text"
)

// blocks reads the paragraphs that a cue with a colon announces.
func (g *grammar) blocks() []Quote {
	var out []Quote
	for p := 0; p < len(g.d.Paragraphs); p++ {
		q, next := g.block(p)
		if next > p {
			out = append(out, q)
			p = next - 1
		}
	}
	return out
}

// block reads the block that the cue in paragraph p announces; next is the paragraph behind it, p where there is none.
func (g *grammar) block(p int) (q Quote, next int) {
	t := g.paragraphs.at(p)
	if t.empty() {
		return q, p
	}
	c, ok := g.announces(p, t)
	if !ok {
		if p == 0 && g.has(t.lo, flagQuoteMark) { // nothing but the words, as a site puts a letter under its headline
			return g.markedBlock(Quote{Act: Speech, P: 0.8}, 0, t.lo, 0)
		}
		return q, p
	}
	first, lo := p+1, 0
	if c.colon+1 < t.hi {
		first, lo = p, c.colon+1
	} else if first < len(g.d.Paragraphs) {
		lo = g.paragraphs.at(first).lo
	} else {
		return q, p
	}
	q = Quote{Form: Unmarked, Act: Speech, By: "rule:block", P: 0.9}
	for _, k := range c.cue {
		q.Cue = append(q.Cue, g.span(k))
	}
	if !c.source.empty() {
		q.Source = []text.Span{g.span(c.source)}
	}
	if g.has(lo, flagQuoteMark) || g.is(lo, "‘") {
		return g.markedBlock(q, first, lo, p)
	}
	end := g.blockEnd(first, lo, c)
	if end <= first && first > p {
		return q, p
	}
	end = max(end, first+1)
	hi := g.paragraphs.at(end - 1).hi
	if end == first+1 {
		hi = g.beforeQuoted(first, lo, hi)
	}
	q.Content = []text.Span{g.span(tokens{lo, hi})}
	return q, end
}

// beforeQuoted ends words without marks, which begin at token lo of paragraph n, before a sentence in marks that is
// attributed anew.
func (g *grammar) beforeQuoted(n, lo, hi int) int {
	par := g.d.Paragraphs[n]
	for s := par.First; s < par.Last; s++ {
		sent := g.d.Sentences[s]
		if sent.First <= lo || sent.Last-sent.First > maxSentence || !g.has(sent.First, flagQuoteMark) {
			continue
		}
		r := &sentence{grammar: g, lo: sent.First, hi: g.trimFinal(sent.First, sent.Last)}
		if a, ok := r.asides().last(); ok && a.rule != "rule:according" {
			return sent.First
		}
	}
	return hi
}

// byMarkedBlock names the rule of [grammar.markedBlock].
const byMarkedBlock = "rule:marked-block"

// markedBlock reads words in marks behind a cue with a colon: one paragraph or several, each reopening or none.
func (g *grammar) markedBlock(q Quote, first, lo, p int) (Quote, int) {
	q.Form, q.By = Direct, byMarkedBlock
	for n := first; n < len(g.d.Paragraphs) && n < first+60; n++ {
		t := g.paragraphs.at(n)
		if n > first && g.isTurn(t) {
			break
		}
		from := t.lo
		if n == first {
			from = lo
		}
		hi := t.hi
		for hi > from+1 && g.is(hi-1, ".", ",") {
			hi--
		}
		if hi-1 > from && g.marks.closes(hi-1) {
			q.Content = []text.Span{g.span(tokens{lo, hi})}
			return q, n + 1
		}
		if n == first {
			if k := g.marks.closeWithin(from, t.hi); k > 0 {
				return q, p // it ends inside the paragraph: the scanner of marks knows better
			}
		}
	}
	// nobody closed it: it goes on until the article's voice is back
	if t := g.paragraphs.at(first); len(q.Cue) == 0 || g.marks.markIn(lo+1, t.hi) {
		return q, p
	}
	if end := g.blockEnd(first, lo, blockCue{present: true}); end > first {
		q.Content = []text.Span{g.span(tokens{lo, g.paragraphs.at(end - 1).hi})}
		return q, end
	}
	return q, p
}

// blockEnd returns the paragraph before which a block without marks ends: the article's own voice is back there.
func (g *grammar) blockEnd(first, lo int, c blockCue) int {
	n := first
	for ; n < len(g.d.Paragraphs); n++ {
		t := g.paragraphs.at(n)
		if n == first && lo > t.lo {
			continue
		}
		if g.isTurn(t) || g.separator(t) {
			break
		}
		if g.returns(n, t, c, n > first) {
			break
		}
	}
	return n
}

// separator reports a paragraph of signs only: "* * *", "-0-".
func (g *grammar) separator(t tokens) bool {
	if t.len() > 6 {
		return false
	}
	s := g.span(t).Of(g.d.Text)
	return strings.Trim(s, "*-–—# 0_=~") == ""
}
