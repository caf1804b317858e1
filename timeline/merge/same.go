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

// same returns how sure it is that two tellings are of one event: 0 for not at all.
func (t *Telling) same(u *Telling) float64 {
	if !t.dated || !u.dated || t.article == u.article {
		return 0
	}
	if _, ok := t.win.meet(u.win); !ok || t.win.open() != u.win.open() || t.apart(u) {
		return 0
	}
	best := t.alike(u)
	if t.win.open() {
		return t.openly(u, best)
	}
	named := commonParty(t.speakers, u.speakers)
	switch {
	case best > 0 && named && t.close(u, best):
		return 2 + best
	case best >= likelySame && t.oneVoice(u) && t.close(u, best):
		return 1 + best
	}
	if !conflicting(t.occasion, u.occasion) {
		return t.happening(u, named)
	}
	return 0
}

// likelySame is the likeness of words from which a body and its speaker, or an agency and whom it cites, are taken for
// one speaker.
const likelySame = 0.5

// openly compares words of which only the latest day is known: they must be the same.
func (t *Telling) openly(u *Telling, best float64) float64 {
	if best < 0.9 || !commonParty(t.speakers, u.speakers) {
		return 0
	}
	return best
}

// apart reports whether the parties of the tellings can't be those of one event: other persons speak, or they speak to
// other states. Of a call or meeting each party may be the one who is quoted.
func (t *Telling) apart(u *Telling) bool {
	return partiesApart(t.talk() && u.talk(), t.persons(), u.persons(), t.hears(), u.hears(),
		voices(t.speakers), voices(u.speakers))
}

func partiesApart(talk bool, persons1, persons2, hears1, hears2, speak1, speak2 []uint32) bool {
	if talk {
		return false
	}
	if len(persons1) > 0 && len(persons2) > 0 && shared(persons1, persons2) == 0 {
		return true
	}
	if len(speak1) > 0 && len(speak2) > 0 && shared(speak1, speak2) == 0 {
		return true
	}
	return len(hears1) > 0 && len(hears2) > 0 && shared(hears1, hears2) == 0
}

// alike is the likeness of the two reports that are most like each other.
func (t *Telling) alike(u *Telling) float64 {
	best := 0.0
	for i := range t.reports {
		for j := range u.reports {
			best = max(best, t.reports[i].likeness(&u.reports[j].wording))
		}
	}
	return best
}

// close reports whether the days are near enough for words of that likeness. Days that both texts tell must be one: a
// formula is used again the next day. Only of what happens between two parties an outlet may have the day before.
func (t *Telling) close(u *Telling, best float64) bool {
	if !t.tells || !u.tells || t.day == u.day || t.overlaps(u) {
		return true
	}
	return best >= likelySame && family(t.channel) != "" && family(t.channel) == family(u.channel)
}

// overlaps reports whether the days themselves have one in common, without any slack.
func (t *Telling) overlaps(u *Telling) bool {
	m, _ := t.win.meet(u.win)
	return m.last > m.first
}

// oneVoice reports whether both speak for one state alone, and no two persons do.
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
func conflicting(a, b []uint32) bool { return len(a) > 0 && len(b) > 0 && shared(a, b) == 0 }

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
	case t.talk() && f == family(u.channel):
		if shared(voices(t.speakers, t.to), voices(u.speakers, u.to)) >= 2 && t.meetsLeader(u) {
			return 0.6
		}
		return 0
	case !named:
		return 0
	case f == record.Message && f == family(u.channel) && t.addressesAlike(u):
		return 0.6
	case !t.tells || !u.tells || t.day != u.day:
		return 0
	}
	return t.appearance(u)
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
	a, b := append(slices.Clone(t.speakers), t.to...), append(slices.Clone(u.speakers), u.to...)
	for _, l := range [][]party{a, b} {
		if !slices.ContainsFunc(l, func(p party) bool { return p.person }) {
			return true
		}
	}
	n := 0
	for _, p := range a {
		if p.person && slices.ContainsFunc(b, func(q party) bool { return q.person && q.id == p.id }) {
			n++
		}
	}
	return n > 0
}

// addressesAlike reports whether both tell an addressee, and one that is in both.
func (t *Telling) addressesAlike(u *Telling) bool {
	a, b := t.hears(), u.hears()
	return len(a) > 0 && len(b) > 0 && shared(a, b) > 0
}

// appearance compares what a speaker said on one day that both texts tell: by one channel that is known, or by one
// that is known on one side alone, to the same state.
func (t *Telling) appearance(u *Telling) float64 {
	one := t.channel == u.channel && t.channel != record.UnknownChannel
	half := t.channel == record.UnknownChannel || u.channel == record.UnknownChannel
	switch {
	case one && gathering(t.channel):
		return 0.5
	case one && t.addressesAlike(u):
		return 0.4
	case one && len(t.about) > 0 && shared(t.about, u.about) > 0:
		return 0.3
	case half && t.addressesAlike(u):
		return 0.2
	}
	return 0
}

// gathering reports whether a channel is one at which somebody speaks once a day.
func gathering(c record.Channel) bool { return c == record.PressConference || c == record.Speech }
