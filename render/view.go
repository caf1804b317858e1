package render

import (
	"slices"

	"demarche/timeline"
)

// Scope is what a report or an export is of: two states, one state with all its partners, or, where both codes are
// empty, everything that is stored.
type Scope struct {
	A, B  string
	State func(code string) bool // whether a code is a state's, and no organisation's; nil where every code is
}

// OfAll is the kind of an export of the whole database. Direction and Toward are then as seen from the speakers: A is
// the state that speaks, B the one that is spoken to or about.
const OfAll Kind = "database"

// Kind tells what a report of the scope is of.
func (s Scope) Kind() Kind {
	switch {
	case s.A == "":
		return OfAll
	case s.B == "":
		return OfState
	}
	return OfRelation
}

// View is what a report shows of one event, as seen from the scope. Sources are the articles that it cites, by key.
func View(e *timeline.Event, sources map[string]timeline.Source, s Scope) Event {
	out := newViewer(sources).event(e)
	switch s.Kind() {
	case OfRelation:
		out.Direction, out.Link, out.Toward = direction(e, s.A, s.B)
	case OfState:
		var link timeline.Link
		out.Partners, link = s.partners(e)
		out.Direction, out.Link = ofState(e, s.A, link)
	default:
		out.Direction, out.Link, out.Toward = s.outward(e)
	}
	return out
}

// Holds reports whether the event belongs to the scope, which way it runs there, and why.
func (s Scope) Holds(e *timeline.Event) (timeline.Direction, timeline.Link, bool) {
	switch s.Kind() {
	case OfRelation:
		return e.Between(s.A, s.B)
	case OfState:
		partners, link := s.partners(e)
		d, l := ofState(e, s.A, link)
		return d, l, len(partners) > 0
	}
	d, l, _ := s.outward(e)
	return d, l, true
}

// Narrow is the event with the statements alone that belong to the scope, where that is one state with its partners. It
// is the event itself in any other.
func (s Scope) Narrow(e *timeline.Event) timeline.Event {
	if s.Kind() != OfState {
		return *e
	}
	keep := map[string]bool{}
	for _, code := range states(e) {
		if code == s.A || s.State != nil && !s.State(code) {
			continue
		}
		if narrow, ok := e.Narrow(s.A, code); ok {
			for i := range narrow.Statements {
				keep[narrow.Statements[i].ID] = true
			}
		}
	}
	out := *e
	out.Statements = nil
	for i := range e.Statements {
		if keep[e.Statements[i].ID] {
			out.Statements = append(out.Statements, e.Statements[i])
		}
	}
	return out
}

// partners are the states that the event joins with A, sorted, and the stronger of the links to them.
func (s Scope) partners(e *timeline.Event) ([]string, timeline.Link) {
	out, link := []string{}, timeline.About
	for _, code := range states(e) {
		_, l, ok := e.Between(s.A, code)
		if !ok || code == s.A || s.State != nil && !s.State(code) {
			continue
		}
		out = append(out, code)
		if l == timeline.Addressed {
			link = l
		}
	}
	return out, link
}

// states are the codes of all that have a part in the event, sorted, none twice.
func states(e *timeline.Event) []string {
	out := append(codes(e.Speakers), codes(e.Addressees)...)
	out = append(out, e.About...)
	slices.Sort(out)
	return slices.Compact(out)
}

// codes are the states of the parties, in order, none twice.
func codes(list []timeline.Party) []string {
	var out []string
	for i := range list {
		if c := list[i].State; c != "" && !slices.Contains(out, c) {
			out = append(out, c)
		}
	}
	return out
}

// outward tells which way an event runs from its speakers, where no pair of states is asked for: to whom it is
// addressed, else whom it is about. The link is empty where neither is known.
func (s Scope) outward(e *timeline.Event) (timeline.Direction, timeline.Link, string) {
	from := codes(e.Speakers)
	other := func(c string) bool { return !slices.Contains(from, c) }
	link := timeline.Addressed
	to := slices.DeleteFunc(codes(e.Addressees), func(c string) bool { return !other(c) })
	if len(to) == 0 && len(from) < 2 {
		to = slices.DeleteFunc(slices.Clone(e.About), func(c string) bool { return !other(c) })
		link = timeline.About
		if len(to) == 0 {
			link = ""
		}
	}
	toward := ""
	if len(to) == 1 {
		toward = to[0]
	}
	switch len(from) {
	case 0:
		return timeline.Third, link, toward
	case 1:
		return timeline.AToB, link, toward
	}
	return timeline.Joint, link, toward
}

// Cite is what a report shows of an article.
func Cite(s timeline.Source) Source {
	return Source{
		s.Key, s.URL, s.Outlet, s.Title, s.Byline, s.Published, s.PublishedHow, s.Retrieved, s.Language,
		s.SHA256,
	}
}

// Codes are the codes of the states asked for.
func (s Scope) Codes() []string {
	switch s.Kind() {
	case OfAll:
		return nil
	case OfState:
		return []string{s.A}
	}
	return []string{s.A, s.B}
}
