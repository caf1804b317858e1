package actors

import (
	"cmp"
	"slices"
)

// Named returns the actors that a name may mean on an EDTF day (an empty one: now), the best first: a full name
// before a surname, who was in office that day before who was not, the higher office first, and else who was in
// office nearest to that day. The state of each is that for which the actor spoke that day. Case, accents, dots and
// hyphens do not count.
func (g *Gazetteer) Named(name, at string) []Actor {
	entries := g.names.named(name, when(at))
	out := make([]Actor, len(entries))
	for i, e := range entries {
		out[i] = e.actorAt(when(at))
	}
	return out
}

// NamedEntries is [Gazetteer.Named] with all that is known of each.
func (g *Gazetteer) NamedEntries(name, at string) []*Entry { return g.names.named(name, when(at)) }

// named returns whom a name may mean on a day, with an office or an initial before it, the best first.
func (n *names) named(name string, d day) []*Entry {
	ws := n.spelling.words(name, nil)
	for i := range ws {
		ws[i].shape = upper
	}
	class, letter := "", byte(0)
	for len(ws) > 0 {
		c, end := n.longest(name, ws, 0)
		if end == len(ws) {
			return rankAt(fittingNamed(c, class, letter), d)
		}
		if end == 0 && len(ws) > 1 && isInitials(name, ws[0]) && letter == 0 { // "D. Medvedev"
			letter = name[ws[0].start]
			ws = ws[1:]
			continue
		}
		// a form of address in front: "President Putin", "Mr. Kim"
		if end == 0 || c[0].Kind != ByTitle && c[0].Kind != ByOffice {
			return nil
		}
		if c[0].Kind == ByOffice {
			class = c[0].Office
		}
		ws = ws[end:]
	}
	return nil
}

// fittingNamed leaves those whom a surname means after an office or an initial, as [Gazetteer.Find] does.
func fittingNamed(c []Candidate, class string, letter byte) []Candidate {
	if letter > 0 {
		return some(c, func(e *Entry) bool { return e.initial() == letter })
	}
	if class != "" && c[0].Kind == BySurname {
		if held := some(c, func(e *Entry) bool { return e.held(class) }); len(held) > 0 {
			return held
		}
	}
	return c
}

// Best orders the candidates of a mention for an EDTF day, as [Gazetteer.Named] does.
func Best(candidates []Candidate, at string) []*Entry { return rankAt(candidates, when(at)) }

func rankAt(list []Candidate, d day) []*Entry {
	type scored struct {
		e             *Entry
		kind          int
		held, far, id int
	}
	var all []scored
	for i, c := range list {
		if c.Entry == nil || slices.ContainsFunc(all, func(s scored) bool { return s.e == c.Entry }) {
			continue
		}
		s := scored{e: c.Entry, kind: c.Kind.order(), id: i}
		s.held, s.far = c.Entry.standing(d)
		all = append(all, s)
	}
	slices.SortStableFunc(all, func(a, b scored) int {
		return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(b.held, a.held), cmp.Compare(a.far, b.far),
			cmp.Compare(b.e.rank, a.e.rank), cmp.Compare(a.id, b.id))
	})
	out := make([]*Entry, len(all))
	for i, s := range all {
		out[i] = s.e
	}
	return out
}

// standing returns the rank of the highest office held on a day, and else the years to the nearest term.
func (e *Entry) standing(d day) (held, far int) {
	if t := e.at(d); t != nil {
		return t.rank, 0
	}
	far = 1000
	for i := range e.Terms {
		t := &e.Terms[i]
		if d < t.lo {
			far = min(far, int(t.lo-d)/10000+1)
		} else if d > t.hi {
			far = min(far, int(d-t.hi)/10000+1)
		}
	}
	return 0, far
}
