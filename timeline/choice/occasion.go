package choice

import (
	"cmp"
	"strings"

	"demarche/quotes"
	"demarche/timeline/actors"
	"demarche/timeline/dates"
	"demarche/timeline/happening"
	"demarche/timeline/naming"
	"demarche/timeline/record"
)

// event is a place that names an event at which words may have been said.
type event struct {
	hit
	happening.Place
}

// happened is an event with the places that name it.
type happened struct {
	key      string
	occasion record.Occasion
	at       []event
}

// readHappenings lists the events that title and body name first, at most mostEvents.
func readHappenings(ps []*Passage) []happened {
	r := ps[0].Reader
	list := happening.Of(r.Title, r.Body, mostEvents)
	if r.Readout() {
		list = happening.OfReadout(list, r.Title, r.Body)
	} else {
		list = happening.Going(happening.WithUnnamed(list, r.Title, r.Body), r.Body)
	}
	out := make([]happened, len(list))
	for i := range list {
		out[i] = happened{key: list[i].Key, occasion: list[i].Occasion}
		for _, v := range list[i].At {
			at := hit{token: v.Token, sentence: v.Sentence}
			if !v.Title {
				at = hitAt(r.Body, ps, v.Token)
			}
			out[i].at = append(out[i].at, event{at, v})
		}
	}
	return out
}

// ofText reports whether the event may be the occasion of the text which is the whole page: of a statement, message or
// letter the one that its title names, not a bare meeting.
func (h *happened) ofText(p *Passage) bool {
	v := &h.at[0]
	return p.OfText() == record.UnknownChannel || v.Title && v.Lead != "to" && !words.EventTalks[v.Head]
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
	n.head = v.Head
	n.named = max(n.named, bit(v.Named))
	n.at = max(n.at, bit(words.EventAt[v.Lead]))
	n.ahead = max(n.ahead, bit(words.EventAhead[v.Lead]))
	if v.Title {
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

// laidOutOccasion is the event for which the page says that its text was issued, or at which the words of a transcript
// were spoken: that of its title, and of a joint text that of its opening or none; and for what a readout tells the
// meeting between two states that its title calls by a name. It is not sure for all else.
func laidOutOccasion(p *Passage, e *evidence) (o *record.Occasion, sure bool) {
	switch p.Quote.Spans.By {
	case quotes.ByJoint:
		return jointOccasion(p), true
	case quotes.ByStatement:
		o = p.Occasions.OfTitle()
	case quotes.ByTurn:
		o = e.spoken
	default:
		if p.Readout() && !p.Quote.Nested && p.Report.Channel == record.Meeting {
			o = happening.BetweenStates(p.Title)
		}
	}
	return o, o != nil
}

// opensWithTalk reports a sentence that opens with the talk at which the words fell: "In a call with Moss, Lind said".
func opensWithTalk(p *Passage) bool {
	s, c := p.Body, p.Quote
	k := s.AfterDateline(c.Lo)
	if c.Nested || k >= c.SourceLo || !words.HeldAt[s.At(k)] {
		return false
	}
	for ; k < c.SourceLo && s.Lower[k] != ","; k++ {
		if (words.TalkStem[s.Lower[k]] || words.EncounterStem[s.Lower[k]]) && s.At(k+1) == "with" {
			return true
		}
	}
	return false
}

// heardWithLast reports words of a call or meeting that reply to the one who spoke in it right before, or with which
// the speaker goes on in one sentence.
func heardWithLast(p *Passage) bool {
	q := p.prior
	if q == nil || p.Act == nil || !p.Act.Mutual {
		return false
	}
	same := naming.SameAll(q.Speakers, p.Speakers) && naming.SameAll(q.To, p.To)
	if same && q.Quote.Sentence == p.Quote.Sentence {
		return true
	}
	return p.Quote.CueHas(p.Body, words.Replying) && naming.SameAll(q.Speakers, p.To)
}

// sentencesOfOpening is how many sentences of a joint text tell at what it was issued.
const sentencesOfOpening = 3

// jointOccasion is the event at or for which a joint text was issued, which its paragraphs share: that of its title,
// else of its first sentences: one in which the sides took part, the day that they mark, or the visit of one to the
// other. nil for none: what such a text names later is ahead, long past or what it is on.
func jointOccasion(p *Passage) *record.Occasion {
	if o := cmp.Or(p.Occasions.OfTitle(), happening.FromTitle(p.Title)); o != nil {
		return o
	}
	s := p.Body
	for n := range s.Doc.Sentences[:min(sentencesOfOpening, len(s.Doc.Sentences))] {
		sn := &s.Doc.Sentences[n]
		if o := cmp.Or(happening.Attended(s, sn.First, sn.Last, p.longAgo), dayMarked(p, sn.First, sn.Last)); o != nil {
			return o
		}
		if p.Visit != nil && sn.Contains(p.Visit.Evidence) {
			return p.Visit
		}
	}
	return nil
}

// dayMarked is the day or event that the tokens lo to hi-1 tell to be marked, where it is about that of publication.
func dayMarked(p *Passage, lo, hi int) *record.Occasion {
	o := p.Occasions.In(p.Body, lo, hi, nil)
	if o == nil || len(o.Date) == len(p.Day) && dates.DaysBetween(o.Date, p.Day) > 1 {
		return nil
	}
	return o
}

// longAgo reports whether the words from token lo on, which follow an event in its clause, tell a day of it that is not
// about that of publication: "the Oslo Forum | on May 3 and 4".
func (p *Passage) longAgo(lo, hi int) bool {
	const aWeek = 7
	s := p.Body
	for k := lo; k < hi && s.Lower[k] != ","; k++ {
		if x := s.TimeAt(k); x != nil {
			d := p.Days.Of(s, x)
			return d != nil && p.Day != "" && len(d.Latest) == len(p.Day) && dates.DaysBetween(d.Latest, p.Day) > aWeek
		}
	}
	return false
}
