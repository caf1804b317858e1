package actors

import (
	"cmp"
	"strings"
	"unicode/utf8"
)

// Entry is what the gazetteer knows of an actor beyond its name. Entries are read-only and shared.
type Entry struct {
	Actor
	Gender   string   // of a person: "m", "f" or "" when unknown
	Surname  string   // of a person, as used alone: "Putin", "Kim", "bin Salman"
	Aliases  []string // other names, as written
	Seats    []string // of a state: its capital and other seats of power by which texts name its government
	Terms    []Term   // of a person, by state, office and start
	Detail   string   // of a medium: who controls it: "state", "party", "public", "private"; of an organisation: its kind
	Domains  []string // of a medium: host names without "www."
	Origin   string   // where the row comes from
	article  string   // of a state or an organisation: "the" or ""
	short    string   // of a state: its name alone, "Russia"
	rank     int      // the highest rank of the offices held; 0 for none
	surnames string   // of a person: all that stand alone, between "|": Surname first, as "Thaksin|Shinawatra"
	order    string   // of a person: "g" given name first, "s" surname first, "b" both orders are used
}

// Term is a term of office. Dates are EDTF of day, month or year precision.
type Term struct {
	State  string // ISO 3166-1 alpha-3, or the code of an organisation
	Office string // class of the office: "president", "foreign minister", ... as in offices.tsv
	Title  string // full title for display: "President of Russia"
	Start  string // first day; "" when unknown
	End    string // last day; "" when still held or unknown
	Seen   string // where the end is unknown: the last day on which the source still had it
	Acting bool
	Origin string

	person         *Entry
	lo, los        day // span of the start
	hie, hi        day // span of the end
	rank, priority int
}

// covers tells whether d may lie in the term, both ends included.
func (t *Term) covers(d day) bool { return t.lo <= d && d <= t.hi }

// sure tells whether d lies in the term whatever the unknown parts of its dates are.
func (t *Term) sure(d day) bool { return t.los <= d && d <= t.hie }

// shortName is the name of a state without "Government of"; of all others the name.
func (e *Entry) shortName() string { return cmp.Or(e.short, e.Name) }

// inSentence is the name of a state or organisation as it stands in a sentence, with its article.
func (e *Entry) inSentence() string { return strings.TrimLeft(e.article+" "+e.shortName(), " ") }

// At returns the term of the highest rank that the person held on an EDTF day; false when none is known.
// An empty day asks for offices held now.
func (e *Entry) At(at string) (Term, bool) {
	if t := e.at(when(at)); t != nil {
		return *t, true
	}
	return Term{}, false
}

// KnownBy tells whether the person had held an office by an EDTF day, or held one on it.
func (e *Entry) KnownBy(at string) bool {
	d := when(at)
	for i := range e.Terms {
		if e.Terms[i].lo <= d {
			return true
		}
	}
	return false
}

func (e *Entry) at(d day) *Term {
	var best *Term
	for i := range e.Terms {
		t := &e.Terms[i]
		if !t.covers(d) {
			continue
		}
		if best == nil || t.rank > best.rank || t.rank == best.rank && t.lo > best.lo {
			best = t
		}
	}
	return best
}

// actorAt returns the actor with the state that the person speaks for on a day: a secretary-general of the United
// Nations speaks for these and not for the state of origin.
func (e *Entry) actorAt(d day) Actor {
	a := e.Actor
	if e.Kind == Person {
		if t := e.at(d); t != nil {
			a.State = t.State
		}
	}
	return a
}

// held tells whether the person ever held an office of a class.
func (e *Entry) held(class string) bool {
	for i := range e.Terms {
		if e.Terms[i].Office == class {
			return true
		}
	}
	return false
}

// initial returns the first letter of the given name, as a capital; 0 for a name of one word.
func (e *Entry) initial() byte {
	name := e.Name
	if e.order == "s" {
		_, name, _ = strings.Cut(name, " ")
	} else if !strings.Contains(name, " ") {
		return 0
	}
	if name == "" || name[0] >= utf8.RuneSelf {
		return 0
	}
	return name[0] &^ 0x20
}
