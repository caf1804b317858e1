package quotes

import "demarche/quotes/text"

// page is a document that is laid out with its title. It finds the words that the layout gives to somebody; of reports
// in sentences it knows only whether there are any.
type page struct {
	*grammar
	title       title
	names       labelNames
	labels      labels
	lines       lines
	texts       turnTexts
	perspective perspective
	blocks      blocks
}

// newPage lays a document of the given name out.
func newPage(d *text.Doc, name string) *page {
	g := newGrammar(d)
	p := &page{grammar: g, title: readTitle(name)}
	p.names = labelNames{g.wording}
	p.labels = labels{g.wording, p.names}
	p.lines = lines{g.wording, g.paragraphs, g.verbs, p.names}
	p.texts = turnTexts{g.wording, g.paragraphs, p.lines, p.labels}
	p.perspective = perspective{g}
	an := announcements{g}
	p.blocks = blocks{g, p.labels, p.lines, an, narration{g, an}}
	return p
}

// layout finds the words that the arrangement of the paragraphs and the title give to a speaker: the turns of a
// transcript ("PRESIDENT OF X:", "A:"), verbatim paragraphs without marks after a cue with a colon ("The message
// reads:", "it said, adding:"), words in marks after such a cue, and the text of a statement that is published as a
// document.
func (p *page) layout() laidOut {
	if l, ok := p.turns(); ok {
		return l
	}
	blocks := p.blocks.all()
	if len(blocks) > 0 && p.title.genre != genreJoint && !p.ownWords(blocks) {
		return laidOut{quotes: blocks}
	}
	if doc := p.document(); len(doc) > 0 {
		return laidOut{quotes: doc}
	}
	return laidOut{quotes: blocks}
}

// ownWords reports blocks that their own speaker announces: "Today I am announcing that: ..." is a part of his
// statement.
func (p *page) ownWords(blocks []Quote) bool {
	for _, q := range blocks {
		if len(q.Source) == 0 {
			return false
		}
		t := p.paragraphs.tokensOf(q.Source[:1])[0]
		if t.len() != 1 || !p.has(t.lo, flagFirst) {
			return false
		}
	}
	return true
}

// laidOut is what the layout gives: the quotes, and where a transcript has labels, which are no words of anybody.
type laidOut struct {
	quotes []Quote
	labels spans
}
