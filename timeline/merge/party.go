package merge

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"demarche/timeline/actors"
	"demarche/timeline/record"
)

// party is a speaker or addressee.
type party struct {
	id     uint32
	voice  uint32 // the state, the actor itself where there is none
	kind   kind
	stated bool     // of a state
	tail   uint32   // the last two stems of its name
	name   []uint32 // stems of its name: sorted, none twice
	office []uint32 // stems of the office held on the day
}

// kind tells how surely two parties of different ids are two.
type kind byte

const (
	person     kind = iota // whom the gazetteer knows
	named                  // a person whom a text names: the name may be another's, written otherwise
	described              // a person told by an office alone: anybody of that state may be meant
	body                   // an organisation, a ministry, a people
	government             // a state
	medium
)

func partiesOf(list []record.Party) []party {
	var out []party
	for i := range list {
		p := &list[i]
		voice := p.State
		if voice == "" {
			voice = p.ID
		}
		name, office := newWording(p.Name), newWording(p.Office)
		out = append(out, party{
			hash32(p.ID), hash32(voice), kindOf(p), p.State != "", tailOf(name.seq), name.set, office.set,
		})
	}
	return out
}

// tailOf is a number for the last two of a list.
func tailOf(seq []uint32) uint32 {
	switch n := len(seq); n {
	case 0:
		return 0
	case 1:
		return seq[0]
	default:
		return mix(seq[n-2], seq[n-1])
	}
}

func kindOf(p *record.Party) kind {
	switch {
	case p.Kind == actors.Medium:
		return medium
	case p.Kind == actors.State:
		return government
	case p.Kind != actors.Person:
		return body
	case !p.FromText():
		return person
	case describes(p.Name):
		return described
	}
	return named
}

// describes reports whether a name holds a word in small letters, as an office does and a person's name does not.
func describes(name string) bool {
	return slices.ContainsFunc(strings.Fields(name), func(w string) bool {
		r, _ := utf8.DecodeRuneInString(w)
		return unicode.IsLower(r) && utf8.RuneCountInString(w) > 1
	})
}

// single reports whether the party is one person.
func (p party) single() bool { return p.kind <= described }

// vague reports whether anybody of the state may be meant.
func (p party) vague() bool { return p.kind == government || p.kind == described }

// sure reports whether the party is a person of a state whom the gazetteer knows.
func (p party) sure() bool { return p.kind == person && p.stated }

// speaks reports whether the party stands for a state: readers, reporters, voters and media do not tell events apart.
func (p party) speaks() bool { return p.stated && p.kind != medium }

// oneName reports whether the names hold the same words, or the one all of the other: "South Korea's Foreign
// Ministry" and "Foreign Ministry of South Korea", "Central Committee secretary Kim Yong Su" and "Kim Yong Su".
func (p party) oneName(q party) bool {
	n := shared(p.name, q.name)
	if n < 2 || n < min(len(p.name), len(q.name)) || p.stated && q.stated && p.voice != q.voice {
		return false
	}
	return n == max(len(p.name), len(q.name)) || min(p.kind, q.kind) <= named
}

// speaksFor reports whether the one holds an office of the other, or is told by the office that the other holds.
func (p party) speaksFor(q party) bool {
	holds := func(p, q party) bool {
		return len(q.name) > 1 && q.kind >= described && shared(p.office, q.name) == len(q.name)
	}
	return p.voice == q.voice && (holds(p, q) || holds(q, p))
}

// speaking are those of a list who stand for a state.
func speaking(list []party) []party {
	return slices.DeleteFunc(slices.Clone(list), func(p party) bool { return !p.speaks() })
}

// voices are the states or actors of a list: sorted, none twice.
func voices(list ...[]party) []uint32 {
	var out []uint32
	for _, l := range list {
		for _, p := range l {
			out = append(out, p.voice)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// idsOf are the ids of those of a list that are wanted: sorted, none twice.
func idsOf(list []party, wanted func(party) bool) []uint32 {
	var out []uint32
	for _, p := range list {
		if wanted(p) {
			out = append(out, p.id)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// hears are the voices of the addressees that tell events apart, speaks those of the speakers.
func (t *Telling) hears() []uint32 { return voices(speaking(t.to)) }

func (t *Telling) speaks() []uint32 { return voices(speaking(t.speakers)) }

// persons are the speakers who are surely persons, by id: sorted.
func (t *Telling) persons() []uint32 { return idsOf(t.speakers, party.sure) }

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

// answers reports whether the telling may be of a talk although its text does not tell the channel: one person of a
// state speaks to one of another.
func (t *Telling) answers() bool {
	return t.channel == record.UnknownChannel && len(t.speakers) == 1 && len(t.to) == 1 &&
		t.speakers[0].sure() && t.to[0].sure() && t.speakers[0].voice != t.to[0].voice
}

// apart reports whether the parties of the tellings can't be those of one event: other persons speak, or they speak to
// other states. Of a call or meeting each party may be the one who is quoted, and at a briefing many are spoken to.
func (p pair) apart() bool {
	return newSides(p.t).apart(newSides(p.u))
}

// sides are the parties of a telling or a group, as far as they tell events apart; sorted.
type sides struct {
	talk, answers          bool
	briefing               bool
	family                 record.Channel
	persons, hears, speaks []uint32
	parties                []uint32 // all voices
	readers                []uint32 // addressees by id, governments and bodies left out
	topics                 []uint32 // states to which or of which a message speaks, but for the speakers' own
	channels               []record.Channel
}

func newSides(t *Telling) sides {
	s := sides{
		talk: t.talk(), answers: t.answers(), briefing: t.channel == record.PressConference,
		family: family(t.channel), persons: t.persons(),
		hears: t.hears(), speaks: t.speaks(), parties: voices(speaking(t.speakers), speaking(t.to)),
		readers:  idsOf(t.to, func(p party) bool { return p.kind != medium && (!p.speaks() || p.single()) }),
		channels: []record.Channel{t.channel},
	}
	s.topics = s.hears
	if len(s.topics) == 0 {
		spoken := func(a uint32) bool { return slices.Contains(s.speaks, a) }
		s.topics = slices.DeleteFunc(slices.Clone(t.about), spoken)
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
	if s.oneTalk(o) {
		return false
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

// oneTalk reports whether one is a talk, and the other may be of it: the same two speak to each other.
func (s sides) oneTalk(o sides) bool {
	return (s.talk && o.answers || s.answers && o.talk) && slices.Equal(s.parties, o.parties)
}

// clash reports whether something in both was said in ways that are two: a person gives a speech and a briefing on one
// day. What words tell is stronger.
func (s sides) clash(o sides) bool {
	return slices.ContainsFunc(s.channels, func(a record.Channel) bool {
		return slices.ContainsFunc(
			o.channels,
			func(b record.Channel) bool { return alikeChannels(a, b) == otherChannel },
		)
	})
}

// with are the sides of both together.
func (s sides) with(o sides) sides {
	both := sides{
		talk:    s.talk && o.talk || s.oneTalk(o),
		answers: s.answers && o.answers, briefing: s.briefing && o.briefing, family: s.family,
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
