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
	sum, words := pair{p, q}.same()
	l := link{
		a: a, b: b, strength: float64(sum), weak: words < telling, told: p.tells() && q.tells(), bond: s.edits.bound(p, q),
	}
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

// Groups divides a net into events: the tellings of each, the oldest first. Links are followed from the surest to the
// weakest, as long as all days of a group can be one, no article tells of its event twice, no two persons speak where
// one does, and no wall of a person's edits runs through it.
func (n *Net) Groups(edits *Edits) [][]*Telling {
	root := make([]int, len(n.tellings))
	groups := make([]*group, len(n.tellings))
	for i, t := range n.tellings {
		root[i], groups[i] = i, newGroup(t, i, edits)
	}
	doubtful := n.doubtful()
	for _, l := range n.links {
		a, b := top(root, l.a), top(root, l.b)
		doubt := l.weak && (doubtful[l.a] || doubtful[l.b])
		if a == b || groups[a].walled(groups[b]) || !l.bond && (doubt || !groups[a].fits(groups[b], &l)) {
			continue
		}
		a, b = min(a, b), max(a, b)
		groups[a].take(groups[b])
		root[b], groups[b] = a, nil
	}
	var out [][]*Telling
	for _, g := range groups {
		if g == nil {
			continue
		}
		slices.Sort(g.members)
		var list []*Telling
		for _, m := range g.members {
			list = append(list, n.tellings[m])
		}
		out = append(out, list)
	}
	return out
}

// doubtful finds the tellings whose weak links lead to tellings that are apart from each other: of which of them they
// are is not told.
func (n *Net) doubtful() map[int]bool {
	to := map[int][]int{}
	for i := range n.links {
		if l := &n.links[i]; l.weak && !l.bond {
			to[l.a], to[l.b] = append(to[l.a], l.b), append(to[l.b], l.a)
		}
	}
	out := map[int]bool{}
	for t, others := range to {
		all := newGroup(n.tellings[t], t, nil)
		for _, u := range others {
			g := newGroup(n.tellings[u], u, nil)
			if !all.goesWith(g) || all.days.parts(g.days) || all.parties.clash(g.parties) {
				out[t] = true
				break
			}
			all.take(g)
		}
	}
	return out
}

// top finds the representative of i and shortens the way to it.
func top(root []int, i int) int {
	for root[i] != i {
		root[i] = root[root[i]]
		i = root[i]
	}
	return i
}

// group is tellings that are one event.
type group struct {
	win      window
	dated    bool
	days     days
	parties  sides
	articles map[uint64]bool
	walls    []int8
	members  []int
}

// days are those on which texts tell that something was said; none where no text tells.
type days struct {
	window
	told bool
}

// parts reports whether both tell days, and none in common.
func (d days) parts(e days) bool {
	m, _ := d.meet(e.window)
	return d.told && e.told && m.last <= m.first
}

func (d days) with(e days) days {
	switch {
	case !d.told:
		return e
	case !e.told:
		return d
	case !d.parts(e):
		m, _ := d.meet(e.window)
		return days{m, true}
	}
	return days{window{min(d.first, e.first), max(d.last, e.last)}, true}
}

func newGroup(t *Telling, place int, edits *Edits) *group {
	return &group{
		win: t.win, dated: t.dated, days: days{t.win, t.dated && t.tells()}, parties: newSides(t),
		articles: map[uint64]bool{t.article: true}, walls: edits.sides(t), members: []int{place},
	}
}

// walled reports whether a person parted the two.
func (g *group) walled(h *group) bool {
	for i := range g.walls {
		if g.walls[i] != 0 && h.walls[i] != 0 && g.walls[i] != h.walls[i] {
			return true
		}
	}
	return false
}

// fits reports whether nothing that is known of the two keeps them apart, where the link is what speaks for them. Days
// that are told and beside each other are one only by the words of two texts that tell them; what was said in two ways
// only by its words.
func (g *group) fits(h *group, l *link) bool {
	if g.days.parts(h.days) && (l.weak || !l.told) || l.weak && g.parties.clash(h.parties) {
		return false
	}
	return g.goesWith(h)
}

// goesWith reports whether the days meet, and nothing stands between the parties, and no article is in both.
func (g *group) goesWith(h *group) bool {
	if g.dated && h.dated {
		if _, ok := g.win.meet(h.win); !ok {
			return false
		}
	}
	if g.parties.apart(h.parties) {
		return false
	}
	small, large := g.articles, h.articles
	if len(small) > len(large) {
		small, large = large, small
	}
	for k := range small {
		if large[k] {
			return false
		}
	}
	return true
}

// take joins the other group. Days that a person joined although they can't be one stay those of the older.
func (g *group) take(h *group) {
	switch m, ok := g.win.meet(h.win); {
	case !g.dated:
		g.win, g.dated = h.win, h.dated
	case h.dated && ok:
		g.win = m
	}
	if len(g.articles) < len(h.articles) {
		g.articles, h.articles = h.articles, g.articles
	}
	for k := range h.articles {
		g.articles[k] = true
	}
	g.parties, g.days = g.parties.with(h.parties), g.days.with(h.days)
	for i, side := range h.walls {
		if g.walls[i] == 0 {
			g.walls[i] = side
		}
	}
	if len(g.members) < len(h.members) {
		g.members, h.members = h.members, g.members
	}
	g.members = append(g.members, h.members...)
}

// join makes one sorted list of two.
func join[T cmp.Ordered](a, b []T) []T {
	out := append(slices.Clone(a), b...)
	slices.Sort(out)
	return slices.Compact(out)
}
