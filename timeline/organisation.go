package timeline

import (
	"strings"

	"demarche/timeline/actors"
	"demarche/timeline/record"
)

// government reads a phrase that stands for the government of a state: its name, capital or demonym with a noun.
func (r *entities) government(s *scene, lo, hi int) *entity {
	ms := s.mentions(lo, hi)
	for k := range ms {
		m := &ms[k]
		if m.entry.Kind != actors.State {
			continue
		}
		a, b := s.tokens(m.Span)
		if a > lo && (s.low[a-1] == "in" || s.low[a-1] == "of" && !s.governs(lo, a) || s.low[a-1] == "for") {
			return nil
		}
		last := s.low[hi-1]
		if s.bodyWithin(lo, hi) && !s.governs(lo, hi) {
			return nil
		}
		if b == hi && (m.kind != actors.ByDemonym) || s.governs(lo, hi) {
			return r.stateEntity(m.entry)
		}
		if last == "people" || last == "nation" || s.at(a-1) == "of" && s.at(a-2) == "people" {
			e := &entity{plural: true}
			e.Kind, e.State = actors.Organisation, m.entry.State
			e.Name = "People of " + r.articled(m.entry.State)
			e.ID = actorID(e.Name, e.State)
			return r.keep(e)
		}
		return nil
	}
	if n := hi - 3; len(ms) == 0 && n >= lo && s.low[hi-1] == "country" && s.low[n] == "of" && s.governs(lo, n) {
		if a, ok := r.stateNamed(s, lo); ok {
			return r.stateEntity(a) // "the government of the country"
		}
	}
	if len(ms) == 0 && hi-lo <= 4 && (s.low[hi-1] == "authorities" || s.low[hi-1] == "government" || s.low[hi-1] == "regime" || s.low[hi-1] == "administration") {
		if a, ok := r.stateNamed(s, lo); ok {
			return r.stateEntity(a)
		}
	}
	return nil
}

// stateEntity returns the entity of a state's government.
func (r *entities) stateEntity(a actors.Actor) *entity {
	if e := r.byID[a.ID]; e != nil {
		return e
	}
	e := &entity{Party: record.Party{Actor: a}, plural: true}
	r.byID[a.ID] = e
	return e
}

// governs reports whether a noun of the phrase stands for a government.
func (s *scene) governs(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if w := strings.TrimRight(strings.TrimLeft(s.low[k], `"“`), `"”`); governments[w] && (!s.capital(k) || w == "government") {
			return true
		}
	}
	return false
}

// articled returns the name of a state as it stands after "of", such as "the Philippines".
func (r *entities) articled(code string) string {
	n := r.g.StateName(code)
	switch {
	case strings.HasPrefix(n, "United "), strings.HasSuffix(n, "s") && code != "LAO" && code != "CYP" && code != "HND" && code != "MUS" && code != "BRB",
		strings.HasSuffix(n, "Republic"), strings.Contains(n, " Republic of "):
		return "the " + n
	}
	return n
}

// organisation reads everything else: an organisation of the gazetteer, or the phrase as it is written.
func (r *entities) organisation(s *scene, lo, hi int) *entity {
	ms := s.mentions(lo, hi)
	for k := range ms {
		m := &ms[k]
		if m.entry.Kind != actors.Organisation && m.entry.Kind != actors.Medium {
			continue
		}
		a, b := s.tokens(m.Span)
		short := hi-b <= 2 && (papers[s.low[hi-1]] || s.low[hi-1] == ")")
		if goesOn := b < hi && s.low[b] != "(" && (s.low[b] != "of" || b+1 >= hi); goesOn && !short {
			continue
		}
		if a > lo && (s.low[a-1] == "of" || s.low[a-1] == "for" || s.low[a-1] == "the" && (s.at(a-2) == "of" || s.at(a-2) == "for")) {
			continue
		}
		if e := r.byID[m.entry.ID]; e != nil {
			return e
		}
		e := &entity{Party: record.Party{Actor: m.entry}, plural: true}
		r.byID[e.ID] = e
		return e
	}
	from := s.skipDeterminer(s.skipMembers(lo, hi), hi)
	if from > lo {
		if cut := s.placeTail(from, hi); cut > from {
			hi = cut
		}
	}
	e := &entity{plural: true}
	e.Kind = actors.Organisation
	e.Name = upperFirst(clean(s.words(from, hi)))
	if e.Name == "" || hi-from == 1 && things[s.low[from]] {
		return nil
	}
	e.State = r.bodyState(s, lo, hi)
	if len(e.State) == 3 && hi-from <= 3 && s.classIn(from, hi) != "" && !s.namesState(from, hi) {
		e.Name = titleCase(e.Name) + " of " + r.articled(e.State)
	}
	e.ID = actorID(e.Name, e.State)
	for k := from; k < hi; k++ {
		if w := s.low[k]; bodies[w] || organHeads[w] || papers[w] {
			e.heads = append(e.heads, w)
		}
	}
	return r.keep(e)
}

// skipMembers drops "more than 3 000 members of" before the name of a body: it is the body that speaks.
func (s *scene) skipMembers(lo, hi int) int {
	for k := lo; k+2 < hi && k < lo+6; k++ {
		if (s.low[k] == "members" || s.low[k] == "officials" || s.low[k] == "representatives") && s.low[k+1] == "of" && s.bodyWithin(k+2, hi) {
			return k + 2
		}
	}
	return lo
}

// placeTail returns the end of a body's name before the place where it is: "in south Korea". 0 for none.
func (s *scene) placeTail(lo, hi int) int {
	for k := hi - 1; k > lo; k-- {
		if s.low[k] == "in" && s.demonymAt(hi-1) && !strings.HasSuffix(s.low[k-1], "s") {
			return k
		}
	}
	return 0
}
