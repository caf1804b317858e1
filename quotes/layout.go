package quotes

import (
	"strings"

	"demarche/quotes/text"
)

// layout finds the words that the arrangement of the paragraphs gives to a speaker: verbatim paragraphs without marks
// after a cue with a colon ("The message reads:", "it said, adding:"), words in marks after such a cue, and the turns
// of a transcript ("PRESIDENT OF X:", "Q:").
func layout(d *text.Doc) []Quote {
	g := &grammar{d: d, w: annotate(d)}
	return g.layout()
}

func (g *grammar) layout() []Quote {
	if qs := g.turns(); len(qs) > 0 {
		return qs
	}
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

// paragraph returns the tokens of a paragraph.
func (g *grammar) paragraph(p int) tokens {
	par := g.d.Paragraphs[p]
	if par.First >= par.Last {
		return tokens{}
	}
	return tokens{g.d.Sentences[par.First].First, g.d.Sentences[par.Last-1].Last}
}

// blockCue is the attribution that announces a block.
type blockCue struct {
	cue     []tokens
	source  tokens
	present bool // commentary in the present tense: "observes"
	full    bool // the text of a document follows: nothing in it is the article's own voice
	colon   int  // token of the colon
}

// block reads the block that the cue in paragraph p announces; next is the paragraph behind it, p where there is none.
func (g *grammar) block(p int) (q Quote, next int) {
	t := g.paragraph(p)
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
		lo = g.paragraph(first).lo
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
	last := g.paragraph(end - 1)
	q.Content = []text.Span{g.span(tokens{lo, last.hi})}
	return q, end
}

// announces reads the attribution before a colon that ends the paragraph, or before one after which verbatim words begin.
func (g *grammar) announces(p int, t tokens) (blockCue, bool) {
	par := g.d.Paragraphs[p]
	for s := par.First; s < par.Last; s++ {
		sent := g.d.Sentences[s]
		for k := sent.First + 1; k < sent.Last && k < sent.First+200; k++ {
			if !g.is(k, ":") && !(k+1 == t.hi && (g.is(k, ";") || g.is(k, ",") && g.opensMarks(p+1))) {
				continue
			}
			if k+1 < t.hi && !g.startsBlock(k+1) || g.insideMarks(t.lo, k) {
				break
			}
			lo := sent.First
			if s == par.First && s > 0 && g.broken(lo, k) {
				lo = g.d.Sentences[s-1].First
			}
			c, ok := g.cueBefore(lo, k)
			if ok && (k+1 < t.hi || g.is(k, ";")) && !c.full && !g.onlyAsides(c.cue[len(c.cue)-1].hi, k) {
				break
			}
			if ok {
				return c, true
			}
			break
		}
	}
	return blockCue{}, false
}

// opensMarks reports whether paragraph p begins with a mark.
func (g *grammar) opensMarks(p int) bool {
	if p >= len(g.d.Paragraphs) {
		return false
	}
	t := g.paragraph(p)
	return !t.empty() && g.has(t.lo, flagQuoteMark)
}

// insideMarks reports whether a passage in marks is open at token k of a paragraph that begins at lo.
func (g *grammar) insideMarks(lo, k int) bool {
	open := false
	for i := lo; i < k; i++ {
		switch {
		case g.is(i, "“", "«", "„", "``"):
			open = true
		case g.is(i, "”", "»", "''"):
			open = false
		case g.is(i, "\""):
			open = !open
		}
	}
	return open
}

// onlyAsides reports whether nothing but adverbials, "this", "the following" and a recipient's name stand in [k, colon): in
// the middle of a paragraph a colon announces words only then.
func (g *grammar) onlyAsides(k, colon int) bool {
	for k < colon {
		if e := g.adjunct(k, colon); e > k {
			k = e
			continue
		}
		switch {
		case g.is(k, "this", "the", "following", "as", "follows", "to", "say", "in", "regard", ",", "us", "me", "him", "her", "them", "out"), g.tag(k) == "NNP":
			k++
		default:
			return false
		}
	}
	return true
}

// startsBlock reports whether a sentence may begin at k, behind a colon.
func (g *grammar) startsBlock(k int) bool {
	r := g.d.Word(k)[0]
	return r >= 'A' && r <= 'Z'
}

// cueBefore finds the cue whose complement is the colon at token colon: the last verb of saying, with nothing but
// adjuncts behind it.
func (g *grammar) cueBefore(lo, colon int) (blockCue, bool) {
	r := &sentenceReader{grammar: g, lo: lo, hi: colon}
	var outer tokens
	if a, ok := r.lastAside(); ok {
		outer = a.source
	}
	for i := colon - 1; i >= lo && i > colon-40; i-- {
		c := g.w[i].cue
		if c.verb == nil || c.verb.class == "" || c.verb.frames&(frameColon|frameRcptThat) == 0 && c.verb.class != classContinuing || !g.onlyAdjuncts(i+1, colon, c.verb) {
			continue
		}
		use, form, vg := r.useOf(i, c)
		if g.is(i, "say") && i > lo+2 && g.is(i-1, "to") && g.is(i-2, "on") {
			use, form, vg = useFinite, formPast, g.verbGroup(i-3, lo)
		}
		out := blockCue{cue: []tokens{{i, i + 1}}, present: form == formS, colon: colon}
		if c.verb.class == classContinuing {
			if i+1 >= colon || !g.is(i+1, "on") {
				return out, false
			}
			out.cue[0].hi = i + 2
		}
		switch {
		case use == useFinite && vg > lo && g.is(vg-1, "and", ",") && !outer.empty():
			out.source = outer
		case use == useFinite:
			s, ok := g.subjectBefore(vg, lo)
			if ok {
				if r.relativeSource(&s); !s.empty() {
					out.source = s
				}
			} else if i+1 < colon && g.startsNP(i+1, colon) {
				out.source = g.dropTail(tokens{i + 1, r.npTail(i + 1)})
			}
			if vg > lo && g.is(vg-1, "and") && outer.empty() {
				if m, ok := r.mainSubject(vg); ok {
					out.source = m
				}
			}
		case use == useGerund:
			if !outer.empty() {
				out.source = outer
			} else if m, ok := r.mainSubject(i); ok {
				out.source = m
			}
		default:
			continue
		}
		return out, true
	}
	return g.followingDocument(r, lo, colon)
}

// lastAside returns the last attribution beside the words of a sentence.
func (r *sentenceReader) lastAside() (aside, bool) {
	var last aside
	found := false
	for i := r.lo + 1; i < r.hi; i++ {
		if a, ok := r.asideAt(i); ok {
			last, found = a, true
		}
	}
	return last, found
}

// onlyAdjuncts reports whether between a cue and its colon stand adjuncts, recipients and the like, but no further clause.
func (g *grammar) onlyAdjuncts(k, colon int, v *cueVerb) bool {
	if colon-k > 40 {
		return false
	}
	f := g.finiteIn(k, colon, true)
	if f < 0 {
		return true
	}
	for j := k; j < f; j++ {
		if g.is(j, "when", "after", "which", "who", "while", "titled", "entitled", "\"") {
			return true
		}
	}
	return false
}

// followingDocument reads announcements without a verb of saying: "released the following statement:", "The full text of the
// message follows:", "as follows:".
func (g *grammar) followingDocument(r *sentenceReader, lo, colon int) (blockCue, bool) {
	follows := -1
	for k := colon - 1; k >= lo && k > colon-60; k-- {
		if g.is(k, "following", "follows", "below") || g.is(k, "text") {
			follows = k
			break
		}
	}
	if follows < 0 {
		return blockCue{}, false
	}
	for k := lo; k < colon; k++ {
		if g.w[k].noun&nounDocument == 0 || !isNoun(g.tag(k)) || k < follows-6 || g.is(k, "text", "decree", "order", "document", "documents", "motion", "work") {
			continue
		}
		c := blockCue{cue: []tokens{{follows, follows + 1}}, colon: colon, full: true}
		if f := g.finiteIn(lo, k, true); f > lo && k > f && !g.has(f, flagBe) {
			if s, ok := g.subjectBefore(g.verbGroup(f, lo), lo); ok {
				c.source, c.cue = s, []tokens{{f, f + 1}}
				return c, true
			}
		}
		s := k
		for s > lo && inNP(g.tag(s-1)) {
			s--
		}
		c.source = tokens{s, k + 1}
		return c, true
	}
	return blockCue{}, false
}

// markedBlock reads words in marks behind a cue with a colon: one paragraph or several, each reopening or none.
func (g *grammar) markedBlock(q Quote, first, lo, p int) (Quote, int) {
	q.Form, q.By = Direct, "rule:marked-block"
	for n := first; n < len(g.d.Paragraphs) && n < first+60; n++ {
		t := g.paragraph(n)
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
		if hi-1 > from && g.closes(hi-1) {
			q.Content = []text.Span{g.span(tokens{lo, hi})}
			return q, n + 1
		}
		if n == first {
			if k := g.closeWithin(from, t.hi); k > 0 {
				return q, p // it ends inside the paragraph: the scanner of marks knows better
			}
		}
	}
	return q, p
}

// closes reports a mark that ends a passage, the wrong way round included.
func (g *grammar) closes(i int) bool {
	return g.is(i, "”", "\"", "“", "»", "''", "’’")
}

// closeWithin finds a closing mark inside a paragraph that begins with an opening one; nested marks come in pairs.
func (g *grammar) closeWithin(lo, hi int) int {
	depth := 0
	for i := lo; i < hi; i++ {
		switch {
		case g.is(i, "“", "«"):
			depth++
		case g.is(i, "”", "»"):
			depth--
			if depth <= 0 && i > lo {
				return i
			}
		case g.is(i, "\""):
			if i > lo && (i+1 >= hi || g.d.Tokens[i].Start == g.d.Tokens[i-1].End) && i+1 < hi && g.d.Tokens[i+1].Start > g.d.Tokens[i].End && g.is(i-1, ",", ".", "!", "?") {
				return i
			}
		}
	}
	return 0
}

// blockEnd returns the paragraph before which a block without marks ends: the article's own voice is back there.
func (g *grammar) blockEnd(first, lo int, c blockCue) int {
	n := first
	for ; n < len(g.d.Paragraphs); n++ {
		t := g.paragraph(n)
		if n == first && lo > t.lo {
			continue
		}
		if g.isTurn(t) || g.separator(t) || g.returns(n, t, c) {
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
