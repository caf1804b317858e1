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
		out = append(out, party{hash32(p.ID), hash32(voice), kindOf(p), p.State != "", tailOf(name.seq), name.set, office.set})
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
