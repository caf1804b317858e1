package merge

import (
	"cmp"
	"slices"
)

// Net is tellings that are linked to each other, directly or by others.
type Net struct {
	tellings []*Telling // parts of tellings where a person divided one; sorted by id
	links    []link
}

// link is two tellings, by index, that are one event; the stronger the surer. A bond is one that a person made, a
// weak one has no words that tell: it holds only where nothing else would do as well.
type link struct {
	a, b     int
	strength float64
	bond     bool
	weak     bool
	told     bool // both texts tell the day
}

// Spread finds the nets that hold the tellings: near gives the neighbours of one, those beside it in an index and those
// that edits bind to it, and always the same pointer for the same telling. Errors are those of near.
func Spread(from []*Telling, edits *Edits, near func(*Telling) ([]*Telling, error)) (*Net, error) {
	s := &spreading{edits: edits, at: map[*Telling][]int{}, seen: map[[2]int]bool{}}
	for _, t := range from {
		s.reach(t)
	}
	for next := 0; next < len(s.queue); next++ {
		t := s.queue[next]
		beside, err := near(t)
		if err != nil {
			return nil, err
		}
		for _, u := range beside {
			s.meet(t, u)
		}
	}
	return s.net(), nil
}

// spreading is the search for a net under way.
type spreading struct {
	edits *Edits
	parts []*Telling
	at    map[*Telling][]int // the parts of a telling that was reached
	queue []*Telling
	seen  map[[2]int]bool
	links []link
}

func (s *spreading) reach(t *Telling) {
	if s.at[t] != nil {
		return
	}
	for _, p := range s.edits.parts(t) {
		s.at[t] = append(s.at[t], len(s.parts))
		s.parts = append(s.parts, p)
	}
	s.queue = append(s.queue, t)
}

// meet links the parts of two tellings that are one event.
func (s *spreading) meet(t, u *Telling) {
	if s.at[u] != nil {
		for _, a := range s.at[t] {
			for _, b := range s.at[u] {
				s.link(a, b)
			}
		}
		return
	}
	for _, a := range s.at[t] {
		for _, p := range s.edits.parts(u) {
			if s.edits.bound(s.parts[a], p) || s.parts[a].Same(p) {
				s.reach(u)
				s.meet(t, u)
				return
			}
		}
	}
}

func (s *spreading) link(a, b int) {
	if s.seen[[2]int{a, b}] || a == b {
		return
	}
	s.seen[[2]int{a, b}], s.seen[[2]int{b, a}] = true, true
	p, q := s.parts[a], s.parts[b]
	sum, words := p.same(q)
	l := link{a: a, b: b, strength: float64(sum), weak: words < telling, told: p.tells() && q.tells(), bond: s.edits.bound(p, q)}
	if l.bond || l.strength > 0 {
		s.links = append(s.links, l)
	}
}

// net puts what was found in an order that does not depend on the search.
func (s *spreading) net() *Net {
	order := make([]int, len(s.parts))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return older(s.parts[a], s.parts[b]) })
	n := &Net{tellings: make([]*Telling, len(order))}
	place := make([]int, len(order))
	for i, k := range order {
		n.tellings[i], place[k] = s.parts[k], i
	}
	for _, l := range s.links {
		l.a, l.b = min(place[l.a], place[l.b]), max(place[l.a], place[l.b])
		n.links = append(n.links, l)
	}
	slices.SortFunc(n.links, func(x, y link) int {
		if x.bond != y.bond {
			if x.bond {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(y.strength, x.strength), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	return n
}
