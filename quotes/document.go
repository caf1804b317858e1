package quotes

import "demarche/quotes/text"

// maxJoint is the number of paragraphs of a joint statement that are quotes.
const maxJoint = 8

// document reads a statement, speech or letter that is published as such, by its title and its voice: the running text
// is one quote without cue; of a joint statement each of the first paragraphs is.
func (p *page) document() []Quote {
	if p.title.genre == genreJoint {
		if p.perspective.narrated() {
			return nil
		}
		return p.jointParagraphs()
	}
	if !p.ownVoice() {
		return nil
	}
	first, last, ok := p.lines.running(0, len(p.d.Paragraphs))
	if !ok {
		return nil
	}
	q := Quote{Form: Unmarked, Act: Speech, By: ByStatement, P: 0.9}
	q.Content = []text.Span{{Start: p.span(p.paragraphs.at(first)).Start, End: p.span(p.paragraphs.at(last)).End}}
	if s := p.lines.signature(last + 1); !s.empty() {
		q.Source = []text.Span{p.span(s)}
	}
	return []Quote{q}
}

// opening is what the one who answers says before the first question of a press conference, paragraphs below n.
func (p *page) opening(n int) (Quote, bool) {
	if p.title.genre != genreQuestions || p.title.before == 0 || p.perspective.narrated() {
		return Quote{}, false
	}
	first, last, ok := p.lines.running(0, n)
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
		if t := p.paragraphs.at(n); p.lines.prose(t) && len(out) < maxJoint {
			out = append(out, Quote{Form: Unmarked, Act: Speech, By: ByJoint, P: 0.9, Content: []text.Span{p.span(t)}})
		}
	}
	return out
}

// ownVoice reports a text whose title announces somebody's own words and that is in his voice: in the first person,
// or, of a statement, without tales of what others said or of a talk that was held.
func (p *page) ownVoice() bool {
	if p.title.genre != genrePersonal && p.title.genre != genreStatement || p.perspective.narrated() {
		return false
	}
	const everyWords = 250 // a first person at least so often
	first, all := p.perspective.firstPersons()
	if p.title.genre == genreStatement && p.title.sure {
		return !p.readout() && (first > 0 || p.perspective.sentencesReporting() < 2)
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
