package merge

import (
	"slices"

	"demarche/timeline/record"
)

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
	channels               []record.Channel
}

func newSides(t *Telling) sides {
	s := sides{
		talk: t.talk(), briefing: t.channel == record.PressConference, family: family(t.channel), persons: t.persons(),
		hears: t.hears(), speaks: t.speaks(), parties: voices(speaking(t.speakers), speaking(t.to)),
		readers:  idsOf(t.to, func(p party) bool { return p.kind != medium && (!p.speaks() || p.single()) }),
		channels: []record.Channel{t.channel},
	}
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

// clash reports whether something in both was said in ways that are two: a person gives a speech and a briefing on one
// day. What words tell is stronger.
func (s sides) clash(o sides) bool {
	return slices.ContainsFunc(s.channels, func(a record.Channel) bool {
		return slices.ContainsFunc(o.channels, func(b record.Channel) bool { return alikeChannels(a, b) == otherChannel })
	})
}

// with are the sides of both together.
func (s sides) with(o sides) sides {
	both := sides{
		talk: s.talk && o.talk, briefing: s.briefing && o.briefing, family: s.family,
		persons: join(s.persons, o.persons), hears: join(s.hears, o.hears), speaks: join(s.speaks, o.speaks),
		parties: join(s.parties, o.parties), readers: join(s.readers, o.readers), topics: join(s.topics, o.topics),
		channels: join(s.channels, o.channels),
	}
	if both.family == "" {
		both.family = o.family
	}
	return both
}

// disjoint reports whether both lists have something, and nothing in common.
func disjoint(a, b []uint32) bool { return len(a) > 0 && len(b) > 0 && shared(a, b) == 0 }
