package merge

import (
	"slices"

	"demarche/data"
	"demarche/timeline/record"
)

// commonOccasion are words that occasions share which are not one.
var commonOccasion = data.Class("common-occasion")

// Same reports whether two tellings are of one event by themselves.
func (t *Telling) Same(u *Telling) bool { return t.same(u) > 0 }

// How sure a link is, before the likeness of words is added: the same words by the same speaker, by what may be the same
// speaker, or other words of one happening. Links from silent on hold only where nothing else would do as well.
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
	if !t.dated || !u.dated || t.article == u.article {
		return 0
	}
	if _, ok := t.win.meet(u.win); !ok || t.win.open() != u.win.open() || t.apart(u) {
		return 0
	}
	named := commonParty(t.speakers, u.speakers)
	best, common := t.alike(u, named && t.near(u))
	switch {
	case t.win.open():
		if best < 0.9 || !named {
			return 0
		}
		return best
	case best > 0 && named && t.close(u, best):
		return sameWords + best
	case best >= leastLikely && t.oneVoice(u) && t.close(u, best), best >= leastUnnamed && common >= manyStems && t.close(u, 0):
		return likeWords + best
	case !conflicting(t.occasion, u.occasion):
		return t.happening(u, named)
	}
	return 0
}

// The likeness of words from which a body and its speaker, or an agency and whom it cites, are taken for one speaker; and
// that from which words are the same whoever is named, with the stems that they must have in common.
const (
	leastLikely  = 0.4
	leastUnnamed = 0.55
	manyStems    = 5
)

// apart reports whether the parties of the tellings can't be those of one event: other persons speak, or they speak to
// other states. Of a call or meeting each party may be the one who is quoted, and at a briefing many are spoken to.
func (t *Telling) apart(u *Telling) bool {
	return newSides(t).apart(newSides(u))
}

// sides are the parties of a telling or a group, as far as they tell events apart; sorted.
type sides struct {
	talk, briefing         bool
	persons, hears, speaks []uint32
}

func newSides(t *Telling) sides {
	return sides{t.talk(), t.channel == record.PressConference, t.persons(), t.hears(), t.speaks()}
}

func (s sides) apart(o sides) bool {
	if s.talk && o.talk {
		return false
	}
	return disjoint(s.persons, o.persons) || disjoint(s.speaks, o.speaks) ||
		!(s.briefing && o.briefing) && disjoint(s.hears, o.hears)
}

// with are the sides of both together.
func (s sides) with(o sides) sides {
	return sides{
		s.talk && o.talk, s.briefing && o.briefing, join(s.persons, o.persons), join(s.hears, o.hears),
		join(s.speaks, o.speaks),
	}
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
	return best >= leastLikely && family(t.channel) != "" && family(t.channel) == family(u.channel)
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
	case !named && t.tells && u.tells && t.day == u.day && t.channel == u.channel && gathering(t.channel) &&
		t.oneVoice(u) && t.onTopic(u):
		return silent // a body's spokesman, named by one of them alone
	case !named || t.speaksOfNobody(u):
		return 0
	case f == record.Message && f == family(u.channel) && t.addressesAlike(u):
		return oneTalk
	case t.tells && u.tells && t.day == u.day:
		return t.appearance(u)
	case t.tells != u.tells && f == record.Message && f == family(u.channel):
		return silent
	}
	return 0
}

// speaksOfNobody reports whether what the speakers have in common is nobody who tells events apart: an agency has many
// stories a day.
func (t *Telling) speaksOfNobody(u *Telling) bool {
	return !commonParty(known(t.speakers), known(u.speakers))
}

// near reports whether the days are near enough to be one without any word in common: the same, or one that the other
// may well have been published after. Two days of publication must be one, or one after the other.
func (t *Telling) near(u *Telling) bool {
	if t.day == u.day {
		return true
	}
	if !t.tells && !u.tells {
		gap := t.win.day() - u.win.day()
		return gap >= -1 && gap <= 1
	}
	return t.overlaps(u)
}

// meetsLeader reports whether one of the persons of a talk is in both tellings, where both name persons.
func (t *Telling) meetsLeader(u *Telling) bool {
	a, b := slices.Concat(t.speakers, t.to), slices.Concat(u.speakers, u.to)
	for _, l := range [][]party{a, b} {
		if !slices.ContainsFunc(l, func(p party) bool { return p.person }) {
			return true
		}
	}
	return slices.ContainsFunc(a, func(p party) bool {
		return p.person && slices.ContainsFunc(b, func(q party) bool { return q.person && q.id == p.id })
	})
}

// addressesAlike reports whether both tell an addressee, and one that is in both.
func (t *Telling) addressesAlike(u *Telling) bool { return shared(t.hears(), u.hears()) > 0 }

// appearance compares what a speaker said on one day that both texts tell: by one channel that is known, or by one
// that is known on one side alone.
func (t *Telling) appearance(u *Telling) float64 {
	one := t.channel == u.channel || family(t.channel) != "" && family(t.channel) == family(u.channel)
	one = one && t.channel != record.UnknownChannel
	half := t.channel == record.UnknownChannel || u.channel == record.UnknownChannel
	switch {
	case one && (t.channel == record.PressConference || gathering(t.channel) && t.onTopic(u)):
		return appearance
	case (one || half) && t.addressesAlike(u), one && t.onTopic(u):
		return topical
	case one && family(t.channel) != "", half && t.onTopic(u):
		return silent
	}
	return 0
}

// onTopic reports whether the tellings are to or of a state that the other is to or of as well, their own left out, or
// have a stem in common.
func (t *Telling) onTopic(u *Telling) bool {
	own := join(t.speaks(), u.speaks())
	topics := func(v *Telling) []uint32 {
		return slices.DeleteFunc(join(v.hears(), v.about), func(s uint32) bool { return slices.Contains(own, s) })
	}
	if shared(topics(t), topics(u)) > 0 {
		return true
	}
	for i := range t.reports {
		for j := range u.reports {
			if t.reports[i].common(&u.reports[j].wording) > 0 {
				return true
			}
		}
	}
	return false
}

// gathering reports whether a channel is one at which somebody speaks once a day.
func gathering(c record.Channel) bool { return c == record.PressConference || c == record.Speech }
