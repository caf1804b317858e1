package timeline

import (
	"strings"

	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/record"
)

// entity is somebody of whom the article speaks.
type entity struct {
	record.Party
	gender string   // "m", "f", "" when unknown or no person
	heads  []string // nouns by which "the minister" finds them, lower case
	plural bool     // a body of people: "they"
	short  string   // how the article calls them after the first mention, lower case
}

// same reports whether both are the same actor.
func (e *entity) same(f *entity) bool {
	return e == f || e != nil && f != nil && (e.ID != "" && e.ID == f.ID || e.Name == f.Name)
}

// person reports whether the entity is a person.
func (e *entity) person() bool { return e.Kind == actors.Person }

// has reports whether the entity is called by the noun, such as "minister".
func (e *entity) has(noun string) bool {
	for _, h := range e.heads {
		if h == noun || strings.HasSuffix(h, " "+noun) {
			return true
		}
	}
	return false
}

// includes reports whether one of the list is the same actor as e.
func includes(list []*entity, e *entity) bool {
	for _, x := range list {
		if x.same(e) {
			return true
		}
	}
	return false
}

// sameAll reports whether both lists name the same actors, in any order.
func sameAll(a, b []*entity) bool {
	if len(a) != len(b) {
		return false
	}
	for _, x := range a {
		if !includes(b, x) {
			return false
		}
	}
	return true
}

// without returns the list without the actors of the other.
func without(list, other []*entity) []*entity {
	var out []*entity
	for _, e := range list {
		if !includes(other, e) {
			out = append(out, e)
		}
	}
	return out
}

// distinct drops later mentions of one actor.
func distinct(list []*entity) []*entity {
	var out []*entity
	for _, e := range list {
		if e != nil && !includes(out, e) {
			out = append(out, e)
		}
	}
	return out
}

// parties returns the entities as parties of a report; basis is that of addressees.
func parties(list []*entity, basis string, evidence func(*entity) text.Span) []record.Party {
	var out []record.Party
	for _, e := range list {
		p := e.Party
		p.Basis = basis
		if evidence != nil {
			p.Evidence = evidence(e)
		}
		out = append(out, p)
	}
	return out
}
