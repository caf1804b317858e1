package choice

import (
	"cmp"
	"strings"

	"demarche/quotes"
	"demarche/timeline/actors"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// eventAt returns the tokens of the name of an event whose head is token k: "the 78th UN General Assembly", "Summit of
// the Americas", "his visit to Lima".
func eventAt(s *scene.Scene, k int) (lo, hi int, ok bool) {
	w := s.Lower[k]
	if !eventNoun(w) || !s.NounTag(k) && !s.Capital(k) {
		return 0, 0, false
	}
	if words.PressWord[s.At(k-1)] || s.Capital(k) && s.Capital(k+1) && eventNoun(s.At(k+1)) {
		return 0, 0, false
	}
	first, last := s.SentenceBounds(k)
	lo = eventStart(s, k, first)
	hi = eventEnd(s, lo, k, last)
	if words.EventBody[w] && !words.EventMeets[s.At(k+1)] && !words.EventHearing[leadOf(s, lo)] {
		return 0, 0, false
	}
	if words.EventVisit[w] && (hi == k+1 || s.At(k+1) != "to") {
		return 0, 0, false
	}
	return lo, hi, capitalIn(s, lo, hi)
}

// eventNoun reports a noun for an event at which something is said.
func eventNoun(w string) bool { return words.EventHead[w] || words.EventOther[w] }

// eventStart is the first token of the name of the event whose head is token k.
func eventStart(s *scene.Scene, k, first int) int {
	lo := k
	for lo > first && eventPart(s, lo-1) {
		lo--
	}
	for lo < k && words.NoNameStart[s.Lower[lo]] {
		lo++
	}
	return afterDay(s, lo, k)
}

// afterDay returns the token after a day with a possessive that begins at token lo, "Thursday's | summit": it is no
// part of a name. lo where there is none before token k.
func afterDay(s *scene.Scene, lo, k int) int {
	at := lo
	for at < k && s.InTime(at) {
		at++
	}
	if at > lo && at < k && s.Doc.Tokens[at].Tag == "POS" {
		return at + 1
	}
	return lo
}

// eventEnd is the token after the name of the event whose head is token k, which begins at token lo: past "of the
// Americas", and past the place of one that has no other name, "peace talks in Geneva".
func eventEnd(s *scene.Scene, lo, k, last int) int {
	if !words.EventTail[s.At(k+1)] && (!words.EventPlace[s.At(k+1)] || capitalIn(s, lo, k+1)) {
		return k + 1
	}
	from := s.SkipDeterminer(k+2, last)
	end := from
	for end < last && s.Capital(end) && !s.InTime(end) {
		end++
	}
	if end > from {
		return end
	}
	return k + 1
}

// capitalIn reports whether one of the tokens lo to hi-1 is written with a capital, the first of a sentence left out.
func capitalIn(s *scene.Scene, lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if first, _ := s.SentenceBounds(i); s.Capital(i) && i > first {
			return true
		}
	}
	return false
}

// eventPart reports whether token k may stand in the name of an event before its head.
func eventPart(s *scene.Scene, k int) bool {
	w := s.Lower[k]
	switch {
	case s.InTime(k) && !s.Capital(k):
		return false
	case w == "'s" || w == "’" || w == "'":
		return s.Capital(k - 1)
	case w == "(", w == ")", w == "of", w == "-", w == "–":
		return joinsEventName(s, k)
	}
	if words.Determiner[w] || s.FiniteVerb(k) || w == "," || w == "." {
		return false
	}
	return s.Capital(k) || s.NounTag(k) && !(s.Doc.Tokens[k].Tag == "JJ" && afterPlural(s, k))
}

// afterPlural reports whether the word before token k is a plural noun in lower case. What the tagger
// takes for an adjective after one is its verb: "Sharp words | open US-China talks".
func afterPlural(s *scene.Scene, k int) bool {
	return k > 0 && s.Doc.Tokens[k-1].Tag == "NNS" && !s.Capital(k-1)
}

// joinsEventName reports a mark or "of" in the name of an event: "Group of 20 summit", "Arctic Forum (AF) meeting".
func joinsEventName(s *scene.Scene, k int) bool {
	w := s.Lower[k]
	if w == "(" || w == ")" {
		return s.Capital(k-1) && (s.At(k+2) == ")" || s.At(k-2) == "(")
	}
	number := w == "of" && s.Doc.Tokens[min(k+1, len(s.Lower)-1)].Tag == "CD"
	return s.Capital(k-1) && (s.Capital(k+1) || number || eventNoun(s.At(k+1)))
}

// leadOf is the preposition before token lo, past a determiner.
func leadOf(s *scene.Scene, lo int) string {
	k := lo - 1
	for k >= 0 && (words.Determiner[s.Lower[k]] || s.Lower[k] == "'s" || s.Capital(k)) && lo-k < 5 {
		k--
	}
	return s.At(k)
}

// occasionProposer is one of those who propose occasions.
type occasionProposer struct {
	name    string
	propose func(p *Passage) *record.Occasion
}

// occasionProposers is the table of those who propose occasions, in the order in which ties are broken.
func occasionProposers() []occasionProposer {
	return []occasionProposer{
		{"rules", func(p *Passage) *record.Occasion { return p.Report.Occasion }},
		{"act", func(p *Passage) *record.Occasion {
			if p.Act == nil {
				return nil
			}
			return p.Act.Occasion
		}},
		{"opening", func(p *Passage) *record.Occasion { return cmp.Or(p.Lede, p.Visit) }},
		{"same-speaker", func(p *Passage) *record.Occasion { return occasionOf(p.before) }},
		{"quote-before", func(p *Passage) *record.Occasion { return occasionOf(p.prior) }},
		{"outer-words", func(p *Passage) *record.Occasion { return occasionOf(p.outer) }},
	}
}

func occasionOf(p *Passage) *record.Occasion {
	if p == nil {
		return nil
	}
	return p.Report.Occasion
}

// mostEvents is how many of the events that an article names are put forward.
const mostEvents = 10

// sureOfNone is the least probability of no occasion with which one that the rules read beside the words is dropped.
const sureOfNone = 0.9

// fewOccasions is how many times as probable as an occasion none must be. Most words of the texts that the models learn
// from have none, so that they give it too much. Of 495 occasions of unread stories 287 were printed with three times
// and 164 of them were right; with twice it is 155 of 253, and more records are right.
const fewOccasions = 2

// occasionCandidates are no occasion, and the occasions that the rules propose or that title and body name.
func occasionCandidates(ps []*Passage, p *Passage, e *evidence) []candidate {
	l := newProposals(p.Report.Occasion == nil)
	propose := func(o *record.Occasion, name string) int {
		return l.of(candidate{key: strings.ToLower(o.Name), by: name, occasion: o, evidence: o.Evidence})
	}
	proposers := occasionProposers()
	for i := range proposers {
		if o := proposers[i].propose(p); o != nil {
			k := propose(o, proposers[i].name)
			l.by[k].add(i)
		}
	}
	for i := range e.happenings {
		if h := &e.happenings[i]; p.Quote.Spans.By != quotes.ByStatement || h.ofText(p) {
			propose(&h.occasion, byWords)
		}
	}
	return l.judged(p, len(proposers), func(c *candidate) (row, weight []float32) {
		return p.eventFor(ps, c.key, e)
	})
}

// seenEvent is what the places that name an event tell together.
type seenEvent struct {
	standing
	title, opening, at, ahead, named, inAct, first float32
	head                                           string
}

// see enters a place that names the event.
func (n *seenEvent) see(p *Passage, ps []*Passage, v *event) {
	n.head = v.head
	n.named = max(n.named, bit(v.named))
	n.at = max(n.at, bit(words.EventAt[v.lead]))
	n.ahead = max(n.ahead, bit(words.EventAhead[v.lead]))
	if v.title {
		n.count++
		n.title = 1
		return
	}
	n.opening = max(n.opening, bit(v.sentence < 2))
	n.first = min(n.first, float32(v.sentence))
	if p.Act != nil && p.Act.Sentence == v.sentence {
		n.inAct = 1
	}
	n.standing.see(p, ps, &v.hit)
}

// eventFor tells where title and body name the event as seen from the quote, and what of it rivals are compared by.
func (p *Passage) eventFor(ps []*Passage, key string, e *evidence) (row, weight []float32) {
	n := seenEvent{standing: nowhere(), first: never}
	for i := range e.happenings {
		if h := &e.happenings[i]; h.key == key {
			for j := range h.at {
				n.see(p, ps, &h.at[j])
			}
		}
	}
	voice := make([]float32, 6)
	if key != "" {
		voice = e.ofVoice(ps, p, eventKey(key))
	}
	row = []float32{
		n.title, n.own, n.inside, n.count, n.opening, n.at, n.ahead, n.named, n.inAct,
		n.back, n.forward, n.tokens, n.first,
	}
	row = append(row, kindOfEvent(n.head)...)
	person, states := p.namedIn(key)
	row = append(row, person, states, float32(len(strings.Fields(key))))
	weight = []float32{n.title, n.own, n.opening, n.at, n.back, n.forward, n.tokens, n.first, n.count}
	return append(row, voice...), append(weight, voice...)
}

// kindOfEvent marks the kind of the event's head, as far as a model tells kinds apart.
func kindOfEvent(head string) []float32 {
	return []float32{
		bit(words.EventSummit[head]), bit(words.EventAssembly[head]), bit(words.EventVisit[head]),
		bit(words.EventSession[head]),
		bit(words.EventTalks[head]), bit(words.EventConference[head]), bit(words.EventWeek[head]),
	}
}

// namedIn counts the speakers whose name the event's name holds, and those that are states.
func (p *Passage) namedIn(key string) (persons, states float32) {
	for _, x := range p.Speakers {
		f := strings.Fields(strings.ToLower(x.Name))
		persons += bit(len(f) > 0 && strings.Contains(" "+key+" ", f[len(f)-1]))
		states += bit(x.Kind == actors.State)
	}
	return persons, states
}

// eventKey is the event as a value that a sentence tells, see [evidence.ofVoice].
func eventKey(key string) string { return "event " + key }

// EventHeld is the event at which the tokens lo to hi-1 of the body tell that something was said: "at the Oslo Forum",
// "on the sidelines of the summit", "told the General Assembly". skip tells the tokens that are no words of the
// article's own. A noun with no name stands for the event that was named last by it. nil for none.
func EventHeld(s *scene.Scene, lo, hi int, skip func(int) bool) *record.Occasion {
	for k := afterClause(s, lo, hi); k < hi; k++ {
		from, end, named := eventAt(s, k)
		// "at the Vila talks" tells how, not on what occasion
		bare := words.EventTalks[s.Lower[k]] && s.At(k+1) != "of" && !properEvent(s, from, k)
		if end == 0 || bare || skip(k) || !heldAt(s, from, k) {
			continue
		}
		if !named {
			if from, end = namedBefore(s, from, k); end == 0 {
				continue
			}
		}
		return &record.Occasion{Name: scene.Clean(s.Words(from, end)), Evidence: s.Span(from, end)}
	}
	return nil
}

// afterClause is the first token after a clause of time that opens the sentence, "When asked about the summit, ...":
// an event that it names need not be that of the words.
func afterClause(s *scene.Scene, lo, hi int) int {
	if !words.ClauseOfSame[s.At(lo)] {
		return lo
	}
	for k := lo; k < hi; k++ {
		if s.Lower[k] == "," {
			return k
		}
	}
	return lo
}

// heldAt reports whether the words before token from tell that one speaks at the event whose head is token k.
func heldAt(s *scene.Scene, from, k int) bool {
	at := from - 1
	for at > 0 && (words.Determiner[s.Lower[at]] || words.PossessivePerson[s.Lower[at]]) {
		at--
	}
	if at > 0 && s.Doc.Tokens[at-1].Tag == "VBN" {
		return false // "as decided at the summit"
	}
	if at > 1 && words.Office[s.At(at-1)] && words.IndefiniteArticle[s.At(at-2)] {
		return false // "a researcher at the Oslo Forum"
	}
	switch lead := s.At(at); {
	case words.HeldLead[lead]:
		return true
	case lead == "on":
		return words.EventJourney[s.Lower[k]]
	case lead == "of":
		return words.EventMoment[s.At(at-1)]
	}
	return words.EventHearing[s.At(at)] && !words.EventTalks[s.Lower[k]] && !words.ParliamentLead[s.At(k-1)] &&
		!words.EventHearing[s.At(k-1)] // "told the National Assembly", "told Congress"
}

// namedBefore returns the tokens of the event that was named last by the noun at token k, which names none of its own:
// "the summit". 0, 0 for a noun that may be of any other event.
func namedBefore(s *scene.Scene, from, k int) (lo, hi int) {
	w := s.Lower[k]
	if from != k || s.At(from-1) != "the" || words.EventTalks[w] || words.EventVisit[w] || words.EventWeek[w] {
		return 0, 0
	}
	for j := k - 1; j >= 0; j-- {
		if s.Lower[j] != w {
			continue
		}
		if lo, hi, named := eventAt(s, j); named {
			return lo, hi
		}
	}
	return 0, 0
}

// properEvent reports whether the event is called by a proper name whose head, token k, is written with a capital: "the
// Northern Leaders' Meeting".
func properEvent(s *scene.Scene, from, k int) bool {
	return k > from && s.Capital(k) && s.Capital(from)
}

// laidOutOccasion is the event for which the page says that its text was issued: that of its title, and of a joint text
// that of its opening or none. It is not sure for all else.
func laidOutOccasion(p *Passage) (o *record.Occasion, sure bool) {
	switch p.Quote.Spans.By {
	case quotes.ByJoint:
		return jointOccasion(p), true
	case quotes.ByStatement:
		o = p.Occasions.OfTitle()
	}
	return o, o != nil
}
