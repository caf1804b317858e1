package merge

import (
	"slices"

	"demarche/timeline/record"
)

// Same reports whether two tellings are of one event by themselves.
func (t *Telling) Same(u *Telling) bool { return t.same(u) > 0 }

// How sure a link is, before the likeness of words is added: the same words by the same speaker, by what may be the
// same speaker, or other words of one happening. Links from silent on hold only where nothing else would do as well.
const (
	sameWords  = 3
	likeWords  = 2
	oneTalk    = 0.6
	appearance = 0.5
	topical    = 0.4
	silent     = 0.3
)

// same returns how sure it is that two tellings are of one event: 0 for not at all.
func (t *Telling) same(u *Telling) float64 {
	if !t.mayBe(u) {
		return 0
	}
	named, onDay := commonParty(t.speakers, u.speakers), t.onDay(u)
	best, common := t.alike(u, named && onDay && t.channel == u.channel)
	if t.win.wide() || u.win.wide() {
		if named && best >= 0.9 && common >= manyStems {
			return best
		}
		return 0
	}
	likely := best >= leastLikely && common > manyStems && t.near(u)
	switch {
	case named && t.close(u, best) && enough(best, common, onDay || best >= 0.9 && t.addressesAlike(u)):
		return sameWords + best
	case likely && (t.oneVoice(u) || common >= mostStems):
		return likeWords + best
	case !conflicting(t.occasion, u.occasion):
		return t.happening(u, named)
	}
	return 0
}

// mayBe reports whether nothing stands against two tellings being of one event: they are of two articles, their days
// meet, and so do their parties.
func (t *Telling) mayBe(u *Telling) bool {
	return t.dated && u.dated && t.article != u.article && t.meets(u) && !t.apart(u)
}

// meets reports whether the windows of both hold a time in common, and have both a start or neither.
func (t *Telling) meets(u *Telling) bool {
	_, ok := t.win.meet(u.win)
	return ok && t.win.open() == u.win.open()
}

// onDay reports whether both texts tell the same day, and surely so, of the same channel or of one that is not settled.
func (t *Telling) onDay(u *Telling) bool {
	told := t.tells && u.tells && t.day == u.day && t.sureOf(u)
	return told && (t.channel == u.channel || t.loose() || u.loose())
}

// The likeness of words, with the stems that they must have in common, from which a body and its speaker, or an
// agency and whom it cites, are taken for one speaker; and those stems from which words are the same whoever is
// named.
const (
	leastFormula = 0.6
	leastLikely  = 0.76
	manyStems    = 5
	mostStems    = 9
)

// enough reports whether words of one speaker are alike enough. Where no text tells the day, more is needed, but for
// the same words to the same addressee: a formula is used again.
func enough(best float64, common int, onDay bool) bool {
	if onDay {
		return best > 0 && common >= 2
	}
	return best >= leastFormula && common > manyStems
}

// apart reports whether the parties of the tellings can't be those of one event: other persons speak, or they speak to
// other states. Of a call or meeting each party may be the one who is quoted, and at a briefing many are spoken to.
func (t *Telling) apart(u *Telling) bool {
	return newSides(t).apart(newSides(u))
}

// sides are the parties of a telling or a group, as far as they tell events apart; sorted.
type sides struct {
	talk, briefing         bool
	family                 record.Channel
	persons, hears, speaks []uint32
	parties                []uint32 // all voices
	readers                []uint32 // addressees by id, governments and bodies left out
	topics                 []uint32 // states to which or of which a message speaks, but for the speakers' own
}

func newSides(t *Telling) sides {
	s := sides{
		talk: t.talk(), briefing: t.channel == record.PressConference, family: family(t.channel), persons: t.persons(),
		hears: t.hears(), speaks: t.speaks(), parties: voices(known(t.speakers), known(t.to)),
	}
	for _, p := range t.to {
		if !p.known || p.single {
			s.readers = append(s.readers, p.id)
		}
	}
	slices.Sort(s.readers)
	s.topics = s.hears
	if len(s.topics) == 0 {
		s.topics = slices.DeleteFunc(slices.Clone(t.about), func(a uint32) bool { return slices.Contains(s.speaks, a) })
	}
	return s
}

// fewer reports whether both lists have two at least, and fewer than two in common.
func fewer(a, b []uint32) bool { return len(a) > 1 && len(b) > 1 && shared(a, b) < 2 }

func (s sides) apart(o sides) bool {
	if s.family != "" && o.family != "" && s.family != o.family {
		return true
	}
	if s.talk && o.talk {
		return fewer(s.parties, o.parties)
	}
	if len(s.speaks) > 1 && len(o.speaks) > 1 && fewer(s.speaks, o.speaks) {
		return true
	}
	if s.family == record.Message && o.family == s.family &&
		(disjoint(s.readers, o.readers) || disjoint(s.topics, o.topics)) {
		return true
	}
	return disjoint(s.persons, o.persons) || disjoint(s.speaks, o.speaks) ||
		!(s.briefing && o.briefing) && disjoint(s.hears, o.hears)
}

// with are the sides of both together.
func (s sides) with(o sides) sides {
	both := sides{
		talk: s.talk && o.talk, briefing: s.briefing && o.briefing, family: s.family,
		persons: join(s.persons, o.persons), hears: join(s.hears, o.hears), speaks: join(s.speaks, o.speaks),
		parties: join(s.parties, o.parties), readers: join(s.readers, o.readers), topics: join(s.topics, o.topics),
	}
	if both.family == "" {
		both.family = o.family
	}
	return both
}

// disjoint reports whether both lists have something, and nothing in common.
func disjoint(a, b []uint32) bool { return len(a) > 0 && len(b) > 0 && shared(a, b) == 0 }

// alike is the likeness of the two reports that are most like each other, and the stems that those have in common; one
// says that they are of one occasion if of anything.
func (t *Telling) alike(u *Telling, one bool) (best float64, common int) {
	for i := range t.reports {
		for j := range u.reports {
			if l := t.reports[i].like(&u.reports[j].wording, one); l > best {
				best, common = l, t.reports[i].common(&u.reports[j].wording)
			}
		}
	}
	return best, common
}

// close reports whether the days are near enough for words of that likeness. Days that both texts tell must be one: a
// formula is used again the next day. Only of what happens between two parties an outlet may have the day before.
func (t *Telling) close(u *Telling, best float64) bool {
	if !t.tells || !u.tells || t.day == u.day || t.overlaps(u) {
		return true
	}
	return best >= 0.45 && family(t.channel) != "" && family(t.channel) == family(u.channel)
}

// overlaps reports whether the days themselves have one in common, without any slack.
func (t *Telling) overlaps(u *Telling) bool {
	m, _ := t.win.meet(u.win)
	return m.last > m.first
}

// oneVoice reports whether both speak for one state alone, or one of them for nobody who is known.
func (t *Telling) oneVoice(u *Telling) bool {
	a, b := voices(t.speakers), voices(u.speakers)
	return len(a) == 1 && slices.Equal(a, b)
}

// commonParty reports whether an actor is in both lists.
func commonParty(a, b []party) bool {
	return slices.ContainsFunc(a, func(p party) bool {
		return slices.ContainsFunc(b, func(q party) bool { return p.id == q.id })
	})
}

// conflicting reports whether the occasions are two: both are told, and have neither a word of meaning nor the day in
// common.
func conflicting(a, b []uint32) bool { return disjoint(a, b) }

// family groups the channels in which the parties and the day tell the event.
func family(c record.Channel) record.Channel {
	switch c {
	case record.Message, record.Letter:
		return record.Message
	case record.Call:
		return record.Call
	case record.Meeting, record.JointStatement:
		return record.Meeting
	}
	return ""
}

// talk reports whether the telling is of something in which both parties speak.
func (t *Telling) talk() bool {
	f := family(t.channel)
	return f == record.Call || f == record.Meeting
}

// happening compares tellings of other words: one call or meeting of the same parties, one message of the same two, one
// appearance of a speaker by one channel, on a day that both tell.
func (t *Telling) happening(u *Telling, named bool) float64 {
	f := family(t.channel)
	switch {
	case !t.near(u):
		return 0
	case t.talk() && f == family(u.channel) && shared(voices(t.speakers, t.to), voices(u.speakers, u.to)) >= 2:
		if t.meetsLeader(u) {
			return oneTalk
		}
		return 0
	case !named || t.speaksOfNobody(u):
		return 0
	case f == record.Message && f == family(u.channel) && t.addressesAlike(u):
		return oneTalk
	case t.tells && u.tells && t.day == u.day:
		return t.appearance(u)
	}
	return 0
}

// speaksOfNobody reports whether what the speakers have in common is nobody who tells events apart: an agency has many
// stories a day.
func (t *Telling) speaksOfNobody(u *Telling) bool {
	return !commonParty(known(t.speakers), known(u.speakers))
}

// near reports whether the days are near enough to be one without any word in common: the same, or one that the other
// was published on or the day after. Two days of publication must be one.
func (t *Telling) near(u *Telling) bool {
	if t.day == u.day {
		return true
	}
	if t.tells == u.tells {
		return t.tells && t.overlaps(u)
	}
	gap := t.win.day() - u.win.day()
	return t.overlaps(u) && gap >= -1 && gap <= 1
}

// meetsLeader reports whether the persons of a talk are in both tellings, as far as both name persons.
func (t *Telling) meetsLeader(u *Telling) bool {
	a, b := slices.Concat(t.speakers, t.to), slices.Concat(u.speakers, u.to)
	for _, l := range [][]party{a, b} {
		if !slices.ContainsFunc(l, func(p party) bool { return p.person }) {
			return true
		}
	}
	persons := func(l []party) []uint32 {
		var out []uint32
		for _, p := range l {
			if p.person {
				out = append(out, p.id)
			}
		}
		return join(out, nil)
	}
	x, y := persons(a), persons(b)
	return shared(x, y) >= min(2, len(x), len(y))
}

// sureOf reports whether a speaker of both is one whom the gazetteer knows: what only texts call alike may be two.
func (t *Telling) sureOf(u *Telling) bool {
	return slices.ContainsFunc(t.speakers, func(p party) bool {
		return p.known && (p.person || !p.single) &&
			slices.ContainsFunc(u.speakers, func(q party) bool { return q.id == p.id })
	})
}

// loose reports whether the channel tells little: words that are alike may have any other.
func (t *Telling) loose() bool {
	return t.channel == record.UnknownChannel || t.channel == record.StatementText || t.channel == record.Speech &&
		len(t.hears()) > 0
}

// addressesAlike reports whether both tell an addressee, and one that is in both.
func (t *Telling) addressesAlike(u *Telling) bool { return shared(t.hears(), u.hears()) > 0 }

// appearance compares what a speaker said on one day that both texts tell: at one press conference, or by one channel,
// or by one that is known on one side alone, to the same state; or in one message of which one text alone tells to
// whom.
func (t *Telling) appearance(u *Telling) float64 {
	one := t.channel == u.channel || family(t.channel) != "" && family(t.channel) == family(u.channel)
	known := t.channel != record.UnknownChannel && u.channel != record.UnknownChannel
	silentSide := (len(t.hears()) > 0) != (len(u.hears()) > 0)
	switch {
	case shared(t.persons(), u.persons()) == 0:
		return 0
	case one && t.channel == record.PressConference:
		return appearance
	case (one || !known) && t.addressesAlike(u):
		return topical
	case one && family(t.channel) != "" && silentSide:
		return silent
	}
	return 0
}
