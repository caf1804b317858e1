package quotes

import (
	"strings"

	"demarche/quotes/text"
)

// maxJoint is the number of paragraphs of a joint statement that are quotes.
const maxJoint = 8

// document reads a statement, speech or letter that is published as such, by its title and its voice: the running text
// is one quote without cue; of a joint statement each of the first paragraphs is.
func (p *page) document() []Quote {
	if p.title.genre == genreJoint {
		if p.narrated() {
			return nil
		}
		return p.jointParagraphs()
	}
	if !p.ownVoice() {
		return nil
	}
	first, last, ok := p.running(0, len(p.d.Paragraphs))
	if !ok {
		return nil
	}
	q := Quote{Form: Unmarked, Act: Speech, By: ByStatement, P: 0.9}
	q.Content = []text.Span{{Start: p.span(p.paragraphs.at(first)).Start, End: p.span(p.paragraphs.at(last)).End}}
	if s := p.signature(last + 1); !s.empty() {
		q.Source = []text.Span{p.span(s)}
	}
	return []Quote{q}
}

// opening is what the one who answers says before the first question of a press conference, paragraphs below n.
func (p *page) opening(n int) (Quote, bool) {
	if p.title.genre != genreQuestions || p.title.before == 0 || p.narrated() {
		return Quote{}, false
	}
	first, last, ok := p.running(0, n)
	if !ok {
		return Quote{}, false
	}
	words := text.Span{Start: p.span(p.paragraphs.at(first)).Start, End: p.span(p.paragraphs.at(last)).End}
	return Quote{Form: Unmarked, Act: Speech, By: ByTurn, P: 0.8, Content: []text.Span{words}}, true
}

// jointParagraphs are the first paragraphs of a joint statement, headings left out.
func (p *page) jointParagraphs() []Quote {
	var out []Quote
	for n := range p.d.Paragraphs {
		if t := p.paragraphs.at(n); p.prose(t) && len(out) < maxJoint {
			out = append(out, Quote{Form: Unmarked, Act: Speech, By: ByJoint, P: 0.9, Content: []text.Span{p.span(t)}})
		}
	}
	return out
}

// running returns the first and the last paragraph of running prose in [lo, hi).
func (g *grammar) running(lo, hi int) (first, last int, ok bool) {
	first, last = -1, -1
	for n := lo; n < hi; n++ {
		if g.prose(g.paragraphs.at(n)) {
			last = n
			if first < 0 {
				first = n
			}
		}
	}
	return first, last, first >= 0
}

// prose reports a paragraph of running text: it is long or ends as a sentence does; headings, places, times and stage
// directions do not.
func (g *grammar) prose(t tokens) bool {
	const long = 14
	if t.empty() || g.noWords(t) || g.clock(t) || g.signed(t) {
		return false
	}
	end := g.is(t.hi-1, ".", "!", "?", ":", ";", "”", "\"", "…")
	return end && t.len() > 3 || t.len() >= long && g.verbs.finiteIn(t.lo, t.hi, true) >= 0
}

// signed reports a line of those that close or open a letter: a name, a place and a day, or an address, in capitals
// alone.
func (g *grammar) signed(t tokens) bool {
	const most, day = 12, 6
	if t.len() <= day && g.digitsIn(t) && g.verbs.finiteIn(t.lo, t.hi, true) < 0 {
		return true
	}
	line := g.span(t).Of(g.d.Text)
	if head, _, ok := strings.Cut(line, ","); ok && t.len() <= most && g.digitsIn(t) {
		line = head // "THE MANOR, March 2, 2022."
	}
	return t.len() <= most && allCaps(line)
}

// signature is the line in which a document is signed: the next short one that has a capitalised name and no end.
func (g *grammar) signature(n int) tokens {
	for ; n < len(g.d.Paragraphs); n++ {
		t := g.paragraphs.at(n)
		if t.empty() || g.noWords(t) || g.is(t.hi-1, ",") { // "Sincerely,"
			continue
		}
		if t.len() >= 2 && t.len() < 8 && g.named(t.lo, g.trimFinal(t.lo, t.hi)) {
			return tokens{t.lo, g.trimFinal(t.lo, t.hi)}
		}
		return tokens{}
	}
	return tokens{}
}

// ownVoice reports a text whose title announces somebody's own words and that is in his voice: in the first person,
// or, of a statement, without tales of what others said or of a talk that was held.
func (p *page) ownVoice() bool {
	if p.title.genre != genrePersonal && p.title.genre != genreStatement || p.narrated() {
		return false
	}
	const everyWords = 250 // a first person at least so often
	first, all := p.firstPersons()
	if p.title.genre == genreStatement && p.title.sure {
		return !p.readout() && (first > 0 || p.sentencesReporting() < 2)
	}
	return first > 0 && all/first < everyWords && !p.readout()
}

// readout reports a text that tells of a talk, by its title and its first sentence: "The president spoke with ...".
func (p *page) readout() bool {
	if !p.title.talks || len(p.d.Sentences) == 0 {
		return false
	}
	s := p.d.Sentences[0]
	f := p.verbs.finiteIn(s.First, s.Last, true)
	if f < 0 || p.has(s.First, flagFirst) {
		return false
	}
	present := p.tag(f) == "MD" || p.tag(f) == "VBZ" || p.tag(f) == "VBP"
	return !present
}

// firstPersons counts the first persons outside marks, and all tokens.
func (g *grammar) firstPersons() (first, all int) {
	marks := false
	for i := range g.d.Tokens {
		if g.has(i, flagQuoteMark) {
			marks = g.is(i, "“", "«", "„", "``") || !marks && g.is(i, "\"")
		}
		if !marks && (g.has(i, flagFirst) || g.in(i, words.FirstPersonObject)) {
			first++
		}
	}
	return first, len(g.d.Tokens)
}

// narrated reports a text that an outsider tells: it attributes words beside the words, as news does.
func (g *grammar) narrated() bool {
	asides := 0
	for _, s := range g.d.Sentences {
		if s.Last-s.First > maxSentence {
			continue
		}
		r := &sentence{grammar: g, lo: s.First, hi: g.trimFinal(s.First, s.Last)}
		if a, ok := r.asides().last(); ok && a.rule != "rule:according" && !g.has(a.source.lo, flagFirst) {
			asides++
		}
	}
	return asides > 1
}

// sentencesReporting counts the sentences that report what somebody said.
func (g *grammar) sentencesReporting() int {
	n := 0
	for _, s := range g.d.Sentences {
		if s.Last-s.First <= maxSentence && len(readSentence(g, s.First, s.Last, false)) > 0 {
			n++
		}
	}
	return n
}
