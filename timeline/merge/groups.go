package merge

import (
	"cmp"
	"slices"
	"strings"

	"demarche/timeline/record"
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
		if a == b || l.weak && !l.bond && (doubtful[l.a] || doubtful[l.b]) || groups[a].walled(groups[b]) ||
			!l.bond && !groups[a].fits(groups[b], &l) {
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
		all := newGroup(n.tellings[others[0]], others[0], nil)
		for _, u := range others[1:] {
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
	g.members = append(g.members, h.members...)
}

// join makes one sorted list of two.
func join[T cmp.Ordered](a, b []T) []T {
	out := append(slices.Clone(a), b...)
	slices.Sort(out)
	return slices.Compact(out)
}

// Copies finds which articles carry nearly the same text, as those of one wire do: for each such article but the first,
// by day of publication and key, the key of the first. Articles without a text are no copies.
func Copies(sources []record.Source) map[string]string {
	list := slices.Clone(sources)
	slices.SortFunc(list, func(a, b record.Source) int {
		return strings.Compare(orLast(a.Published)+"\x00"+a.Key, orLast(b.Published)+"\x00"+b.Key)
	})
	prints := make([][]uint32, len(list))
	with := map[uint32][]int{} // texts by their smallest hashes: copies have some of them in common
	of := map[string]string{}
	for i := range list {
		prints[i] = shingles(list[i].Text)
		if j := firstLike(prints, i, with); j >= 0 {
			of[list[i].Key] = list[j].Key
			continue // a copy of a copy is one of the first
		}
		for _, h := range smallest(prints[i]) {
			with[h] = append(with[h], i)
		}
	}
	return of
}

// firstLike is the first text of those with hashes in common that text i resembles, -1 for none.
func firstLike(prints [][]uint32, i int, with map[uint32][]int) int {
	var near []int
	for _, h := range smallest(prints[i]) {
		near = append(near, with[h]...)
	}
	slices.Sort(near)
	for _, j := range slices.Compact(near) {
		if resembles(prints[i], prints[j]) {
			return j
		}
	}
	return -1
}

func smallest(print []uint32) []uint32 { return print[:min(len(print), 8)] }

func orLast(day string) string {
	if day == "" {
		return "~"
	}
	return day
}

// A text is known by the smallest hashes of its runs of words, so many at most; two texts of which so great a share
// is in both are copies. A site's own ending or another headline leaves it above that.
const (
	printSize   = 200
	runWords    = 4
	leastShared = 0.6
	leastRuns   = 12
)

// shingles are the smallest hashes of the runs of words of a text: sorted, none twice.
func shingles(t string) []uint32 {
	words := strings.Fields(strings.ToLower(t))
	var all []uint32
	for i := 0; i+runWords <= len(words); i++ {
		all = append(all, hash32(strings.Join(words[i:i+runWords], " ")))
	}
	slices.Sort(all)
	all = slices.Compact(all)
	return all[:min(printSize, len(all))]
}

// resembles estimates which share of the runs of two texts is in both.
func resembles(a, b []uint32) bool {
	if min(len(a), len(b)) < leastRuns {
		return false
	}
	both := join(a, b)
	both = both[:min(printSize, len(both))]
	n := 0
	for _, h := range both {
		if _, ok := slices.BinarySearch(a, h); ok {
			if _, ok := slices.BinarySearch(b, h); ok {
				n++
			}
		}
	}
	return float64(n) >= leastShared*float64(len(both))
}
