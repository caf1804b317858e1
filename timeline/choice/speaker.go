package choice

import (
	"strings"

	"demarche/data"
	"demarche/quotes"
	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/naming"
	"demarche/timeline/scene"
)

// leastSure is the least probability with which a speaker is named: below it the field stays empty, since an unknown
// speaker is better than a wrong one. Of those named in unread texts about one in ten is still wrong.
const leastSure = 0.52

// readSpeakerRules are the places of the rules in model/speakerrules.tsv.
func readSpeakerRules() map[string]int {
	rows, err := data.Table("model/speakerrules.tsv", "rule")
	if err != nil {
		panic(err) // the table is embedded
	}
	at := make(map[string]int, len(rows))
	for i, row := range rows {
		at[row.Fields[0]] = i
	}
	return at
}

// source is what the words for the speaker tell of him.
type source struct {
	gender  string // "m" or "f", "" for unknown
	alone   string // the only word, lower case; "" for more
	plural  bool
	offices []string        // nouns of offices
	states  map[string]bool // states that it names
	names   map[string]bool // its words with a capital, lower case

	head     string             // its last word before a preposition, lower case
	length   int                // its tokens
	posed    bool               // it says whose by a possessive pronoun: "his ministry"
	definite bool               // it begins with "the"
	own      map[string]float32 // by state: how often the words name it, its people or its bodies
	all      float32            // how often they name any
	subject  string             // the state that the words name first, within their first tokens
}

// sourceOf reads the words for the speaker of a quote.
func sourceOf(p *Passage) *source {
	s, c := p.Body, p.Quote
	x := &source{states: map[string]bool{}, names: map[string]bool{}, own: map[string]float32{}}
	x.definite = s.At(c.SourceLo) == "the" && c.SourceHi > c.SourceLo
	x.describeHead(s, c.SourceLo, c.SourceHi)
	for _, at := range c.Spans.Content {
		lo, hi := s.Range(at)
		for _, m := range s.MentionsIn(lo, hi) {
			if m.Actor.State == "" || m.Actor.Kind == actors.Medium {
				continue
			}
			x.own[m.Actor.State]++
			x.all++
			if a, _ := s.Range(m.Span); x.subject == "" && a < c.ContentLo+5 {
				x.subject = m.Actor.State
			}
		}
	}
	if c.SourceHi == c.SourceLo+1 {
		x.alone = s.Lower[c.SourceLo]
	}
	x.gender = genderOf(p)
	for k := c.SourceLo; k < c.SourceHi; k++ {
		if words.Office[s.Lower[k]] {
			x.offices = append(x.offices, s.Lower[k])
		}
		if s.Capital(k) {
			x.names[s.Lower[k]] = true
		}
	}
	for _, m := range s.MentionsIn(c.SourceLo, c.SourceHi) {
		if m.Actor.Kind == actors.State {
			x.states[m.Actor.State] = true
		}
	}
	if c.SourceHi > c.SourceLo {
		tag := s.Doc.Tokens[c.SourceHi-1].Tag
		x.plural = tag == "NNS" || tag == "NNPS" || words.TheyPronoun[x.alone]
	}
	return x
}

// row are the features of the source itself.
func (x *source) row() []float32 {
	return []float32{
		bit(x.gender == "m"), bit(x.gender == "f"), bit(x.plural), float32(min(len(x.offices), 3)),
		float32(min(len(x.states), 3)), float32(min(len(x.names), 6)),
		bit(x.alone == "i"), bit(x.alone == "we"), bit(x.alone == "it"), bit(words.TheyPronoun[x.alone]),
		bit(
			words.Body[x.head] || words.Organ[x.head],
		), bit(words.Document[x.head]), bit(words.People[x.head] || words.Crowd[x.head]),
		bit(x.posed), float32(min(x.length, 12)),
	}
}

// describeHead notes the head of the phrase for the speaker, tokens lo to hi-1: its last noun before a preposition.
func (x *source) describeHead(s *scene.Scene, lo, hi int) {
	x.length = hi - lo
	for k := lo; k < hi; k++ {
		if k > lo && (words.AudienceEnd[s.Lower[k]] || s.Lower[k] == "at" || s.Lower[k] == ",") {
			break
		}
		x.posed = x.posed || words.PossessivePerson[s.Lower[k]]
		x.head = s.Lower[k]
	}
}

// fit tells how well the source can stand for the speakers: by name, office, state, gender and number.
func (x *source) fit(p *Passage, list []*naming.Entity) []float32 {
	e := list[0]
	var first, last, offices, shared float32
	w := strings.Fields(strings.ToLower(e.Name))
	for i, n := range w {
		if x.names[n] {
			shared++
			first, last = max(first, bit(i == 0)), max(last, bit(i == len(w)-1))
		}
	}
	for _, o := range x.offices {
		offices += bit(e.CalledSo(o))
	}
	return append(
		nameTraits(p, e),
		float32(min(len(list), 4)),
		bit(e.Person()),
		bit(e.Kind == actors.State),
		bit(e.Kind == actors.Organisation),
		bit(e.Kind == actors.Medium),
		bit(e.StateBody()),
		bit(e.Plural),
		shared,
		first,
		last,
		offices,
		bit(len(x.offices) > 0 && offices == 0),
		bit(len(x.states) > 0 && x.states[e.State]),
		bit(len(x.states) > 0 && !x.states[e.State] && e.State != ""),
		bit(
			x.gender != "" && e.Gender() == x.gender,
		),
		bit(x.gender != "" && e.Gender() != "" && e.Gender() != x.gender),
		bit(x.plural == (len(list) > 1 || e.Plural)),
		bit(e.State != "" && e.State == p.Home),
		bit(naming.IncludesAny(p.To, list)),
		sinceSpoken(p, e),
		x.own[e.State],
		x.all-x.own[e.State],
		bit(x.subject != "" && x.subject == e.State),
		bit(x.subject != "" && e.State != "" && x.subject != e.State),
		bit(x.definite),
		bit(x.definite && strings.HasPrefix(e.ID, "x") && e.Office == e.Name),
	)
}

// cannotSpeak reports whether the text excludes the list as speakers: they would name themselves, a spokesperson speaks
// for them, they quote another or are his ("he" is not "his spokesman"), another sent the message in which the words
// stand, "the official" is one whom it has just introduced, the source names them as some of a group, "I" is who speaks
// the words that hold it, or a paragraph of a joint text is of those who issue it.
func (p *Passage) cannotSpeak(list []*naming.Entity) bool {
	if p.namesHimself(list) || p.spokenFor(list) || p.hisOwn(list) {
		return true
	}
	if p.Report.Decided.Speaker.By == quotedAs && !naming.SameAll(list, p.Speakers) {
		return true
	}
	if e := p.Introduced(p.Quote.SourceLo, p.Quote.SourceHi); e != nil && !naming.Includes(list, e) {
		return true
	}
	for _, own := range [][]*naming.Entity{p.ownWords(), jointIssuers(p)} {
		if len(own) > 0 && !naming.SameAll(own, list) {
			return true
		}
	}
	if e := p.Companion(p.Quote.SourceLo, p.Quote.SourceHi); e != nil && (len(list) != 1 || list[0] != e) ||
		p.onlyRelated(list) || onlyExample(p, list) {
		return true
	}
	sender := p.Sender(p.Body, p.Quote.SourceLo)
	return len(sender) > 0 && !naming.SameAll(sender, list)
}

// ownWords is who says "I said": who surely speaks the words in which that stands. nil for every other source, and for
// those in marks within the turn of a transcript, where many quote each other.
func (p *Passage) ownWords() []*naming.Entity {
	s, c, outer := p.Body, p.Quote, p.outer
	single := c.SourceHi-c.SourceLo == 1 && s.Doc.Word(c.SourceLo) == "I"
	if !single || outer == nil || len(outer.Speakers) != 1 || outer.Report.Decided.Speaker.P < leastSure {
		return nil
	}
	turn := outer.Quote.Spans.By == quotes.ByTurn
	if turn && s.InMarks(c.SourceLo) || !turn && p.Report.Decided.Speaker.By != voiceProposers()[voiceOuter] {
		return nil
	}
	return outer.Speakers
}

// spokenFor reports whether the source is a spokesperson and the only one of the list a president or head of
// government: "the Kremlin spokesman" is not Putin.
func (p *Passage) spokenFor(list []*naming.Entity) bool {
	s, c := p.Body, p.Quote
	k := s.Offices.Head(c.SourceLo, c.SourceHi)
	if len(list) != 1 || k < 0 || !words.Spokesperson[s.Lower[k]] || naming.HolderOffice(list[0]) == "" {
		return false
	}
	for i := c.SourceLo + 1; i < k; i++ {
		if s.Lower[i] == "," { // "Karl Moss |, President Lind's spokesman"
			return p.PersonAt(i-1) != list[0]
		}
	}
	return true
}

// quotedAs is the rule for whom another quotes.
const quotedAs = "quoted-as"

// hisOwn reports whether the source is "he" or "she" and the only one of the list was named in an adjunct before as
// somebody of his or hers: "In a statement read by | his spokesman, Karl Moss, | he said".
func (p *Passage) hisOwn(list []*naming.Entity) bool {
	s, c := p.Body, p.Quote
	first, _ := s.SentenceBounds(c.SourceLo)
	if !p.calledHe() || len(list) != 1 || s.Doc.Tokens[first].Tag != "IN" {
		return false
	}
	own := "his"
	if words.ShePronoun[s.Lower[c.SourceLo]] {
		own = "her"
	}
	for _, at := range list[0].NamedAt() {
		k, _ := s.Range(text.Span{Start: at, End: at + 1})
		if k >= c.SourceLo {
			continue
		}
		for k > first && s.Lower[k] != own && (s.Lower[k] == "," || s.NounTag(k)) {
			k--
		}
		if k > first && s.Lower[k] == own {
			return true
		}
	}
	return false
}

// calledHe reports whether the source is "he" or "she".
func (p *Passage) calledHe() bool {
	w := p.Body.At(p.Quote.SourceLo)
	return p.Quote.SourceHi-p.Quote.SourceLo == 1 && (words.HePronoun[w] || words.ShePronoun[w])
}

// namesHimself reports whether "he" or "she", taken for one of the list, would speak of himself by name: words in marks
// that name a person are another's, and who is named after "he thanked" is not he.
func (p *Passage) namesHimself(list []*naming.Entity) bool {
	if !p.calledHe() {
		return false
	}
	s, c := p.Body, p.Quote
	said := c.Spans.Content
	if c.Spans.Form != quotes.Direct {
		said = nil
	}
	first, _ := s.SentenceBounds(c.SourceLo)
	switch after := c.SourceHi <= c.CueLo && c.CueHi <= c.ContentLo && c.ContentLo < len(s.Lower); {
	case c.SourceLo > first && words.Quoting[s.Lower[c.SourceLo-1]]: // "Lind quoted | him | as saying"
		said = []text.Span{s.Span(first, c.SourceLo)}
	case after && first == c.SourceLo: // "He | thanked Lind and | said"
		said = []text.Span{s.Span(c.SourceHi, max(c.CueHi+1, c.ContentHi))}
	case after:
		said = []text.Span{s.Span(c.CueHi, max(c.CueHi+1, c.ContentHi))}
	}
	for _, e := range list {
		for _, at := range e.NamedAt() {
			if scene.Covers(said, text.Span{Start: at, End: at + 1}) {
				return true
			}
		}
	}
	return false
}

// anotherNamed reports whether the text names a person other than the speaker from byte from to byte to, outside of
// the words of others.
func (p *Passage) anotherNamed(from, to int) bool {
	for _, e := range p.People() {
		if naming.Includes(p.Speakers, e) {
			continue
		}
		for _, at := range e.NamedAt() {
			if from <= at && at < to && !scene.Covers(p.Contents, text.Span{Start: at, End: at + 1}) {
				return true
			}
		}
	}
	return false
}
