package merge

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"demarche/timeline/record"
)

// Edit is what a person decided: that the reports of both sides, given by their ids, are of one event, or that those of
// the one side are of another event than those of the other.
type Edit struct {
	One   bool
	Side  []string
	Other []string
}

// Edits are the edits of a person, worked out: what is bound together, and what is kept apart.
type Edits struct {
	bonds []set
	walls []wall
}

// wall parts two sets of reports.
type wall struct{ side, other set }

// NewEdits works out edits in their order: a later one undoes what an earlier one says of the same reports.
func NewEdits(list []Edit) *Edits {
	all := &Edits{}
	for _, e := range list {
		side, other := newSet(e.Side), newSet(e.Other)
		if e.One {
			all.join(side, other)
		} else {
			all.split(side, other)
		}
	}
	return all
}

// set is a set of ids of reports.
type set map[string]bool

func newSet(ids []string) set {
	m := make(set, len(ids))
	for _, id := range ids {
		m[id] = true
	}
	return m
}

// join binds both sides, and takes away the walls between them.
func (x *Edits) join(side, other set) {
	all := set{}
	for _, m := range []set{side, other} {
		for id := range m {
			all[id] = true
		}
	}
	x.walls = slices.DeleteFunc(x.walls, func(w wall) bool { return meets(w.side, all) && meets(w.other, all) })
	x.bind(all)
}

// bind adds a bond, grown by those that it touches.
func (x *Edits) bind(all set) {
	x.bonds = slices.DeleteFunc(x.bonds, func(b set) bool {
		if !meets(b, all) {
			return false
		}
		for id := range b {
			all[id] = true
		}
		return true
	})
	x.bonds = append(x.bonds, all)
}

// split takes the side out of all bonds, binds it by itself, and puts a wall between it and the other.
func (x *Edits) split(side, other set) {
	for _, b := range x.bonds {
		for id := range side {
			delete(b, id)
		}
	}
	x.bonds = slices.DeleteFunc(x.bonds, func(b set) bool { return len(b) < 2 })
	x.bind(side)
	x.walls = append(x.walls, wall{side, other})
}

func meets(a, b set) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	for id := range a {
		if b[id] {
			return true
		}
	}
	return false
}

// Bound returns the ids of the reports that a person bound to one of the telling's.
func (x *Edits) Bound(t *Telling) []string {
	var out []string
	for _, b := range x.bonds {
		if t.holdsAny(b) {
			for id := range b {
				out = append(out, id)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// bound reports whether a person bound the two to each other.
func (x *Edits) bound(t, u *Telling) bool {
	return slices.ContainsFunc(x.bonds, func(b set) bool { return t.holdsAny(b) && u.holdsAny(b) })
}

// parts divides a telling where a wall runs through it. The part that keeps its id is the one outside of all sides that
// were split off; the others get theirs from their reports.
func (x *Edits) parts(t *Telling) []*Telling {
	byWalls := map[string][]string{}
	var order []string
	for _, r := range t.reports {
		key := make([]byte, len(x.walls))
		for i, w := range x.walls {
			key[i] = '0'
			if w.side[r.id] {
				key[i] = '1'
			}
		}
		k := string(key)
		if byWalls[k] == nil {
			order = append(order, k)
		}
		byWalls[k] = append(byWalls[k], r.id)
	}
	if len(order) < 2 {
		return []*Telling{t}
	}
	slices.Sort(order)
	var out []*Telling
	for i, k := range order {
		p := t.part(func(id string) bool { return slices.Contains(byWalls[k], id) })
		if i > 0 {
			p.ID = partID(t.ID, byWalls[k])
		}
		out = append(out, p)
	}
	return out
}

// partID is the id of a part of the telling with that id: it comes from a report of it, as that of a telling does.
func partID(whole string, reports []string) string {
	slices.Sort(reports)
	for _, r := range reports {
		if id := record.EventID(r); id != whole {
			return id
		}
	}
	sum := sha256.Sum256([]byte("part\x00" + strings.Join(reports, "\x00")))
	return "e" + hex.EncodeToString(sum[:8])
}

// sides tells for each wall on which side of it the telling is: 0 on neither, 1 or 2.
func (x *Edits) sides(t *Telling) []int8 {
	if x == nil {
		return nil
	}
	out := make([]int8, len(x.walls))
	for _, r := range t.reports {
		for i, w := range x.walls {
			switch {
			case w.side[r.id]:
				out[i] = 1
			case w.other[r.id] && out[i] == 0:
				out[i] = 2
			}
		}
	}
	return out
}
