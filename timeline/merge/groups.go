package merge

import (
	"slices"
)

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
		if a == b || l.weak() && (doubtful[l.a] || doubtful[l.b]) || groups[a].walled(groups[b]) ||
			!l.bond && !groups[a].fits(groups[b]) {
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

// weak reports whether a link holds only where nothing else would do as well.
func (l *link) weak() bool { return !l.bond && l.strength <= silent }

// doubtful finds the tellings whose weak links lead to tellings that are apart from each other: of which of them they
// are is not told.
func (n *Net) doubtful() map[int]bool {
	to := map[int][]int{}
	for i := range n.links {
		if l := &n.links[i]; l.weak() {
			to[l.a], to[l.b] = append(to[l.a], l.b), append(to[l.b], l.a)
		}
	}
	out := map[int]bool{}
	for t, others := range to {
		all, days := newSides(n.tellings[others[0]]), n.tellings[others[0]].win
		for _, u := range others[1:] {
			s := newSides(n.tellings[u])
			both, ok := days.meet(n.tellings[u].win)
			if !ok || all.apart(s) {
				out[t] = true
				break
			}
			all, days = all.with(s), both
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
	parties  sides
	articles map[uint64]bool
	walls    []int8
	members  []int
}

func newGroup(t *Telling, place int, edits *Edits) *group {
	return &group{
		win: t.win, dated: t.dated, parties: newSides(t), articles: map[uint64]bool{t.article: true},
		walls: edits.sides(t), members: []int{place},
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

// fits reports whether nothing that is known of the two keeps them apart.
func (g *group) fits(h *group) bool {
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
	g.parties = g.parties.with(h.parties)
	for i, side := range h.walls {
		if g.walls[i] == 0 {
			g.walls[i] = side
		}
	}
	g.members = append(g.members, h.members...)
}

// join makes one sorted list of two.
func join(a, b []uint32) []uint32 {
	out := append(slices.Clone(a), b...)
	slices.Sort(out)
	return slices.Compact(out)
}
