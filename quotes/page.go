package quotes

import "demarche/quotes/text"

// page is a document that is laid out with its title.
type page struct {
	*grammar
	title title
}

func newPage(d *text.Doc, name string) *page {
	return &page{grammar: &grammar{d: d, w: annotate(d)}, title: readTitle(name)}
}

// layout finds the words that the arrangement of the paragraphs and the title give to a speaker: the turns of a
// transcript ("PRESIDENT OF X:", "A:"), verbatim paragraphs without marks after a cue with a colon ("The message
// reads:", "it said, adding:"), words in marks after such a cue, and the text of a statement that is published as a
// document.
func (p *page) layout() laidOut {
	if l, ok := p.turns(); ok {
		return l
	}
	if qs := p.blocks(); len(qs) > 0 {
		return laidOut{quotes: qs}
	}
	return laidOut{quotes: p.document()}
}

// laidOut is what the layout gives: the quotes, and where a transcript has labels, which are no words of anybody.
type laidOut struct {
	quotes []Quote
	labels spans
}
