package merge

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"demarche/timeline/dates"
	"demarche/timeline/record"
)

// Merge joins what several articles tell of one event, and the re-wordings of one statement: the same speakers to the
// same addressees, on days that can be one, with the same words or in the same message or call. Sources, by key,
// order the reports of a statement by publication; a source that is missing goes last. The result does not depend on
// the order of events, and merging it again changes nothing. It errs on the side of keeping apart: two messages of
// the same formula on other days stay two. Time and memory are near linear in the number of reports.
func Merge(events []record.Event, sources map[string]record.Source) []record.Event {
	list := unique(events)
	for {
		merged := mergeOnce(list, sources)
		if len(merged) == len(list) {
			return sorted(merged)
		}
		list = merged
	}
}

// unique drops events that are given twice.
func unique(events []record.Event) []record.Event {
	out := slices.Clone(events)
	slices.SortStableFunc(out, func(a, b record.Event) int {
		return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(countReports(&b), countReports(&a)))
	})
	return slices.CompactFunc(out, func(a, b record.Event) bool { return a.ID == b.ID })
}

func countReports(e *record.Event) int {
	n := 0
	for i := range e.Statements {
		n += len(e.Statements[i].Reports)
	}
	return n
}

// sorted puts events in the order of a relation: by earliest day, then ID.
func sorted(events []record.Event) []record.Event {
	slices.SortFunc(events, func(a, b record.Event) int {
		return cmp.Or(
			cmp.Compare(a.Said.Earliest, b.Said.Earliest),
			cmp.Compare(a.Said.Latest, b.Said.Latest),
			cmp.Compare(a.ID, b.ID),
		)
	})
	return events
}

// profile is what the comparison needs of an event.
type profile struct {
	e        *record.Event
	win      window
	dated    bool
	articles map[string]bool
	words    []*wording
}

func newProfile(e *record.Event) *profile {
	p := &profile{e: e, articles: map[string]bool{}}
	for i := range e.Statements {
		for j := range e.Statements[i].Reports {
			r := &e.Statements[i].Reports[j]
			p.articles[r.ArticleKey] = true
			p.words = append(p.words, newWording(r.Text))
			w, ok := windowOf(&r.Said)
			switch {
			case !ok:
			case !p.dated:
				p.win, p.dated = w, true
			default:
				if m, ok := p.win.meet(w); ok {
					p.win = m
				}
			}
		}
	}
	return p
}

// edge joins two events, by index; the stronger first.
type edge struct {
	a, b     int
	strength float64
}

// mergeOnce unites the events that belong together pairwise, as long as all days of a cluster can be one and no article
// tells of its event twice.
func mergeOnce(list []record.Event, sources map[string]record.Source) []record.Event {
	profiles := make([]*profile, len(list))
	for i := range list {
		profiles[i] = newProfile(&list[i])
	}
	edges := candidates(profiles)
	slices.SortFunc(edges, func(x, y edge) int {
		return cmp.Or(cmp.Compare(y.strength, x.strength), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	root := make([]int, len(list))
	clusters := make([]*cluster, len(list))
	for i := range list {
		root[i] = i
		clusters[i] = &cluster{win: profiles[i].win, articles: profiles[i].articles, members: []int{i}}
	}
	for _, e := range edges {
		a, b := top(root, e.a), top(root, e.b)
		if a == b || !clusters[a].joins(clusters[b]) {
			continue
		}
		if b < a {
			a, b = b, a
		}
		clusters[a].take(clusters[b])
		root[b], clusters[b] = a, nil
	}
	var out []record.Event
	for i, c := range clusters {
		switch {
		case c == nil:
		case len(c.members) == 1:
			out = append(out, list[i])
		default:
			sort.Ints(c.members)
			out = append(out, unite(list, c.members, sources))
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

// cluster is a set of events that are one.
type cluster struct {
	win      window
	articles map[string]bool
	members  []int
}

func (c *cluster) joins(d *cluster) bool {
	if _, ok := c.win.meet(d.win); !ok {
		return false
	}
	small, large := c.articles, d.articles
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

func (c *cluster) take(d *cluster) {
	c.win, _ = c.win.meet(d.win)
	all := make(map[string]bool, len(c.articles)+len(d.articles))
	for _, m := range []map[string]bool{c.articles, d.articles} {
		for k := range m {
			all[k] = true
		}
	}
	c.articles = all
	c.members = append(c.members, d.members...)
}

// blockDays is the width of a block of days: wider than the widest window of a dated report.
const blockDays = 8

// crowded is the number of events in a block above which a run of words says nothing: it is a formula.
const crowded = 40

// candidates compares only events that share speakers' state, days and either a run of three words or the kind of
// event.
func candidates(profiles []*profile) []edge {
	blocks := map[blockKey][]int{}
	for i, p := range profiles {
		if !p.dated || len(p.e.Speakers) == 0 {
			continue
		}
		for _, k := range p.keys() {
			if l := blocks[k]; len(l) == 0 || l[len(l)-1] != i {
				blocks[k] = append(l, i)
			}
		}
	}
	seen := map[[2]int]bool{}
	var edges []edge
	for k, l := range blocks {
		if len(l) < 2 || k.shingle != 0 && len(l) > crowded {
			continue
		}
		for x := range l {
			for y := x + 1; y < len(l) && y < x+crowded*2; y++ {
				pair := [2]int{l[x], l[y]}
				if seen[pair] {
					continue
				}
				seen[pair] = true
				if s := profiles[l[x]].same(profiles[l[y]]); s > 0 {
					edges = append(edges, edge{pair[0], pair[1], s})
				}
			}
		}
	}
	return edges
}

// blockKey is what two events must share to be compared.
type blockKey struct {
	speaker string
	kind    string // of a message or call: the parties and the channel
	shingle uint64
	days    int
}

// keys are the blocks of an event.
func (p *profile) keys() []blockKey {
	first := floorDiv(p.win.first, blockDays)
	days := []int{first}
	if p.win.open() {
		days[0] = floorDiv(p.win.last, blockDays)
	} else if last := floorDiv(p.win.last, blockDays); last != first {
		days = append(days, last)
	}
	var out []blockKey
	for _, d := range days {
		for _, s := range record.Voices(p.e.Speakers) {
			if f := family(p.e.Channel); f == "" && p.e.Channel != record.UnknownChannel {
				for _, t := range record.Voices(p.e.Addressees) {
					out = append(out, blockKey{speaker: s, kind: string(p.e.Channel) + " " + t, days: d})
				}
			} else if f != "" {
				for _, t := range record.Voices(p.e.Addressees) {
					a, b := s, t
					if f == "talk" && b < a {
						a, b = b, a
					}
					out = append(out, blockKey{speaker: a, kind: f + " " + b, days: d})
				}
				if f == "talk" && len(p.e.Speakers) > 1 {
					v := record.Voices(p.e.Speakers)
					for i := range v {
						for j := i + 1; j < len(v); j++ {
							a, b := min(v[i], v[j]), max(v[i], v[j])
							out = append(out, blockKey{speaker: a, kind: f + " " + b, days: d})
						}
					}
				}
			}
			for _, w := range p.words {
				for _, h := range w.shingles() {
					out = append(out, blockKey{speaker: s, shingle: h, days: d})
				}
			}
		}
	}
	return out
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// family groups the channels in which the parties and the day tell the event; "" for the others, where only words do.
func family(c record.Channel) string {
	switch c {
	case record.Message, record.Letter:
		return "message"
	case record.Call, record.Meeting, record.JointStatement:
		return "talk"
	}
	return ""
}

// same returns how sure it is that both events are one: 0 for not at all.
func (p *profile) same(q *profile) float64 {
	if _, ok := p.win.meet(q.win); !ok || p.shares(q) {
		return 0
	}
	talks := family(p.e.Channel) == "talk" && family(q.e.Channel) == "talk"
	if !talks && !meetParties(p.e.Addressees, q.e.Addressees) && len(p.e.Addressees) > 0 && len(q.e.Addressees) > 0 {
		return 0
	}
	best := 0.0
	for _, a := range p.words {
		for _, b := range q.words {
			best = max(best, a.likeness(b))
		}
	}
	open := p.win.open() || q.win.open()
	if open && (p.win.open() != q.win.open() || best < 0.9) {
		return 0
	}
	speakers := commonID(p.e.Speakers, q.e.Speakers)
	switch {
	case best > 0 && speakers:
		return 1 + best
	case best >= 0.9 && len(record.Voices(p.e.Speakers)) == 1 && slices.Equal(record.Voices(p.e.Speakers), record.Voices(q.e.Speakers)):
		return best
	}
	if speakers && !open && p.e.Channel == q.e.Channel && p.e.Channel != record.UnknownChannel && p.e.Channel != record.ArticleText && tellsDay(&p.e.Said) && tellsDay(&q.e.Said) &&
		len(p.e.Addressees) > 0 && len(q.e.Addressees) > 0 &&
		p.e.Said.EDTF == q.e.Said.EDTF {
		return 0.4 // one statement to one state on one day that both articles give
	}
	f := family(p.e.Channel)
	if f == "" || f != family(q.e.Channel) || open || conflicting(p.e.Occasion, q.e.Occasion) {
		return 0
	}
	all := func(e *record.Event) []record.Party { return record.Union(record.Union(nil, e.Speakers), e.Addressees) }
	if f == "talk" && p.e.Channel == q.e.Channel && common(all(p.e), all(q.e)) >= 2 {
		return 0.5
	}
	if f == "message" && speakers && commonID(p.e.Addressees, q.e.Addressees) {
		return 0.5
	}
	return 0
}

// tellsDay reports whether a text tells the day: that of publication does not stand in for it.
func tellsDay(s *record.Said) bool { return s.Basis != dates.Published }

func (p *profile) shares(q *profile) bool {
	for k := range p.articles {
		if q.articles[k] {
			return true
		}
	}
	return false
}

// meetParties reports whether the lists have a state or actor in common.
func meetParties(a, b []record.Party) bool {
	v := record.Voices(b)
	return slices.ContainsFunc(record.Voices(a), func(x string) bool { return slices.Contains(v, x) })
}

func common(a, b []record.Party) int {
	n := 0
	for i := range a {
		if record.HasParty(b, &a[i]) {
			n++
		}
	}
	return n
}

func commonID(a, b []record.Party) bool { return common(a, b) > 0 }

// conflicting reports whether the occasions are two: they have no word of meaning in common.
func conflicting(a, b *record.Occasion) bool {
	if a == nil || b == nil {
		return false
	}
	if a.Date != "" && a.Date == b.Date {
		return false
	}
	general := func(w string) bool { return stopWords[w] || w == "day" || w == "anniversary" }
	words := strings.Fields(strings.ToLower(b.Name))
	for _, w := range strings.Fields(strings.ToLower(a.Name)) {
		if !general(w) && slices.Contains(words, w) {
			return false
		}
	}
	return true
}
