package quotes

import "demarche/quotes/text"

// blocks reads the paragraphs of words that an attribution announces, from the colon to where the article's voice is
// back.
type blocks struct {
	*grammar
	labels        labels
	lines         lines
	announcements announcements
	narration     narration
}

// byMarkedBlock names the rule of [blocks.marked].
const byMarkedBlock = "rule:marked-block"

// all reads the paragraphs that a cue with a colon announces.
func (bl *blocks) all() []Quote {
	var out []Quote
	for p := 0; p < len(bl.d.Paragraphs); p++ {
		q, next := bl.at(p)
		if next > p {
			out = append(out, q)
			p = next - 1
		}
	}
	return out
}

// at reads the block that the cue in paragraph p announces; next is the paragraph after it, p where there is none.
func (bl *blocks) at(p int) (q Quote, next int) {
	t := bl.paragraphs.at(p)
	if t.empty() {
		return q, p
	}
	c, ok := bl.announcements.read(p, t)
	if !ok {
		if p == 0 && bl.has(t.lo, flagQuoteMark) { // nothing but the words, as a site puts a letter under its headline
			return bl.marked(Quote{Act: Speech, P: 0.8}, 0, t.lo, 0)
		}
		return q, p
	}
	first, lo := p+1, 0
	if c.colon+1 < t.hi {
		first, lo = p, c.colon+1
	} else if first < len(bl.d.Paragraphs) {
		lo = bl.paragraphs.at(first).lo
	} else {
		return q, p
	}
	q = Quote{Form: Unmarked, Act: Speech, By: "rule:block", P: 0.9}
	for _, k := range c.cue {
		q.Cue = append(q.Cue, bl.span(k))
	}
	if !c.source.empty() {
		q.Source = []text.Span{bl.span(c.source)}
	}
	if bl.has(lo, flagQuoteMark) || bl.is(lo, "‘") {
		return bl.marked(q, first, lo, p)
	}
	end := bl.end(first, lo, c)
	if end <= first && first > p {
		return q, p
	}
	end = max(end, first+1)
	hi := bl.paragraphs.at(end - 1).hi
	if end == first+1 {
		hi = bl.beforeQuoted(first, lo, hi)
	}
	q.Content = []text.Span{bl.span(tokens{lo, hi})}
	return q, end
}

// beforeQuoted ends words without marks, which begin at token lo of paragraph n, before a sentence in marks that is
// attributed anew.
func (bl *blocks) beforeQuoted(n, lo, hi int) int {
	par := bl.d.Paragraphs[n]
	for s := par.First; s < par.Last; s++ {
		sent := bl.d.Sentences[s]
		if sent.First <= lo || sent.Last-sent.First > maxSentence || !bl.has(sent.First, flagQuoteMark) {
			continue
		}
		r := &sentence{grammar: bl.grammar, lo: sent.First, hi: bl.trimFinal(sent.First, sent.Last)}
		if a, ok := r.asides().last(); ok && a.rule != "rule:according" {
			return sent.First
		}
	}
	return hi
}

// marked reads words in marks after a cue with a colon: one paragraph or several, each reopening or none.
func (bl *blocks) marked(q Quote, first, lo, p int) (Quote, int) {
	q.Form, q.By = Direct, byMarkedBlock
	for n := first; n < len(bl.d.Paragraphs) && n < first+60; n++ {
		t := bl.paragraphs.at(n)
		if n > first && bl.labels.isTurn(t) {
			break
		}
		from := t.lo
		if n == first {
			from = lo
		}
		hi := t.hi
		for hi > from+1 && bl.is(hi-1, ".", ",") {
			hi--
		}
		if hi-1 > from && bl.marks.closes(hi-1) {
			q.Content = []text.Span{bl.span(tokens{lo, hi})}
			return q, n + 1
		}
		if n == first {
			if k := bl.marks.closeWithin(from, t.hi); k > 0 {
				return q, p // it ends inside the paragraph: the scanner of marks knows better
			}
		}
	}
	// nobody closed it: it goes on until the article's voice is back
	if t := bl.paragraphs.at(first); len(q.Cue) == 0 || bl.marks.markIn(lo+1, t.hi) {
		return q, p
	}
	if end := bl.end(first, lo, blockCue{present: true}); end > first {
		q.Content = []text.Span{bl.span(tokens{lo, bl.paragraphs.at(end - 1).hi})}
		return q, end
	}
	return q, p
}

// end returns the paragraph before which a block without marks ends: the article's own voice is back there.
func (bl *blocks) end(first, lo int, c blockCue) int {
	n := first
	for ; n < len(bl.d.Paragraphs); n++ {
		t := bl.paragraphs.at(n)
		if n == first && lo > t.lo {
			continue
		}
		if bl.labels.isTurn(t) || bl.lines.separator(t) {
			break
		}
		if bl.narration.returns(n, t, c, n > first) {
			break
		}
	}
	return n
}
