package record

import (
	"slices"

	"demarche/timeline/actors"
)

// SameParties reports whether both lists name the same actors, in any order.
func SameParties(a, b []Party) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !HasParty(b, &a[i]) {
			return false
		}
	}
	return true
}

// HasParty reports whether the list names the actor p.
func HasParty(list []Party, p *Party) bool {
	return slices.ContainsFunc(list, func(q Party) bool { return q.ID == p.ID })
}

// Union appends the parties that are not yet there.
func Union(list []Party, more []Party) []Party {
	for i := range more {
		if !HasParty(list, &more[i]) {
			list = append(list, more[i])
		}
	}
	return list
}

// SettleAddressees returns the addressees of an event without a government beside somebody who speaks for it. Of
// those who all speak to each other it returns the ones for whose states none of them speaks; of other speakers among
// the addressees none, when nobody else is left.
func SettleAddressees(speakers, addressees []Party) []Party {
	var out []Party
	for i := range addressees {
		p := &addressees[i]
		if p.Kind == actors.State &&
			slices.ContainsFunc(
				addressees,
				func(q Party) bool { return q.ID != p.ID && q.State == p.State && q.Kind != actors.State },
			) {
			continue
		}
		out = append(out, *p)
	}
	outside := func(list []Party) func(Party) bool {
		return func(p Party) bool { return !HasParty(list, &p) }
	}
	voices := Voices(speakers)
	switch {
	case len(speakers) < 2:
	case !slices.ContainsFunc(speakers, outside(out)): // all speak to each other
		out = slices.DeleteFunc(out, func(p Party) bool {
			return HasParty(speakers, &p) || slices.Contains(voices, p.State)
		})
	case !slices.ContainsFunc(out, outside(speakers)):
		out = nil
	}
	return out
}

// Voices are the states of the parties, the actor where there is no state: sorted, none twice.
func Voices(list []Party) []string {
	var out []string
	for i := range list {
		v := list[i].State
		if v == "" {
			v = list[i].ID
		}
		out = append(out, v)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
