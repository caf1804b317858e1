package actors

import (
	"cmp"
	"slices"
	"strings"
)

// holders are the terms of each office of each state, by their start: they tell who held it on a day.
type holders map[termKey][]*Term

type termKey struct{ state, office string }

// holdersOf lists terms that stand in the order of [byOffice].
func holdersOf(all []*Term) holders {
	h := make(holders, 1<<12)
	for from := 0; from < len(all); {
		to := from + 1
		for to < len(all) && all[to].State == all[from].State && all[to].Office == all[from].Office {
			to++
		}
		h[termKey{all[from].State, all[from].Office}] = all[from:to:to]
		from = to
	}
	return h
}

// termsOf gathers the terms of all entries in the order of [byOffice].
func termsOf(entries []*Entry) []*Term {
	var all []*Term
	for _, e := range entries {
		for i := range e.Terms {
			all = append(all, &e.Terms[i])
		}
	}
	slices.SortFunc(all, byOffice)
	return all
}

// byOffice orders terms by state, office, start and person.
func byOffice(a, b *Term) int {
	return cmp.Or(
		strings.Compare(a.State, b.State),
		strings.Compare(a.Office, b.Office),
		cmp.Compare(a.lo, b.lo),
		strings.Compare(a.person.ID, b.person.ID),
	)
}

// known reports whether any holder of an office of a state is.
func (h holders) known(state, class string) bool {
	_, ok := h[termKey{state, class}]
	return ok
}

// on returns who held an office on a day; nil where nobody is known, or where the dates leave it open.
func (h holders) on(k termKey, d day) *Entry {
	var best *Term
	for _, t := range h[k] {
		if !t.covers(d) || t.Start == "" && t.lo != d {
			continue
		}
		switch {
		case best == nil, best.person == t.person:
			best = t
		case t.priority != best.priority:
			if t.priority > best.priority {
				best = t
			}
		case t.Acting != best.Acting:
			if best.Acting {
				best = t
			}
		case t.lo >= best.lo:
			if !t.sure(d) && !best.sure(d) {
				return nil
			}
			if t.los <= d {
				best = t
			}
		}
	}
	if best == nil {
		return nil
	}
	return best.person
}
