package learned

import (
	"math"
	"slices"
	"sort"
)

// rankLabels are wrong and right.
const rankLabels = 2

// rivals tells how a candidate stands to the others of its document.
type rivals struct {
	overlap float64 // greatest probability of another cue that overlaps its cue
	holder  float64 // of another cue whose content holds this cue
	held    float64 // of another cue that lies in this content
	same    float64 // of another cue whose content overlaps this content without either of the above
}

// rivalries compares candidates that lie near each other: they are in the order of their cues, so that a window of
// neighbours is enough.
func rivalries(cs []Candidate) []rivals {
	const window = 48
	out := make([]rivals, len(cs))
	for i := range cs {
		for j := max(0, i-window); j < min(len(cs), i+window); j++ {
			if i == j || cs[i].cueFirst == cs[j].cueFirst && cs[i].cueLast == cs[j].cueLast {
				continue
			}
			a, b, r := &cs[i], &cs[j], &out[i]
			switch {
			case a.cueFirst < b.cueLast && b.cueFirst < a.cueLast:
				r.overlap = max(r.overlap, b.cueP)
			case inside(b.content, a.cueFirst):
				r.holder = max(r.holder, b.cueP)
			case inside(a.content, b.cueFirst):
				r.held = max(r.held, b.cueP)
			case overlapping(a.content, b.content):
				r.same = max(r.same, b.cueP)
			}
		}
	}
	return out
}

func overlapping(a, b []tokenRange) bool {
	for _, x := range a {
		for _, y := range b {
			if x.first < y.last && y.first < x.last {
				return true
			}
		}
	}
	return false
}

// level makes a probability a class: its logit in steps of a half, or of one.
func level(p float64, step float64) uint32 { return uint32(int(math.Round(logit(p)/step)) + 40) }

// rankFeatures gives the features of a candidate to s: the probabilities of its parts, alone and jointly; its cue;
// the lengths and places of its parts; the marks; its rivals.
func (v *view) rankFeatures(c *Candidate, r rivals, s *sink) {
	s.next(0)
	cue, role := level(c.cueP, 0.5), level(math.Exp(c.roleP), 0.5)
	cue1, role1 := level(c.cueP, 1), level(math.Exp(c.roleP), 1)
	weak, src := level(c.weak, 1), level(c.sourceP, 1)
	f := &frame{v: v, cueFirst: c.cueFirst, cueLast: c.cueLast}
	main := f.mainWord()
	form := b2u(c.units > 0) + b2u(c.inUnits > 4) + b2u(c.inUnits*10 >= c.contentTokens()*9)
	s.node(h1(1, cue))
	s.node(h1(2, role))
	s.node(h2(3, cue1, role1))
	s.node(h1(4, weak))
	s.node(h1(5, src))
	s.node(h2(6, cue1, src))
	s.node(h2(7, cue1, weak))
	s.node(h2(8, cue1, form))
	s.node(h2(9, role1, form))
	s.node(h3(10, cue1, role1, form))
	s.node(h1(11, main.stem))
	s.node(h2(12, main.tag, uint32(c.cueLast-c.cueFirst)))
	s.node(h2(13, main.stem, form))
	s.node(h2(14, main.stem, cue1))
	s.node(h1(15, level(c.contentP, 0.5)))
	n := bucket(c.contentTokens())
	s.node(h2(16, n, form))
	s.node(h2(17, n, cue1))
	s.node(h2(18, uint32(len(c.content)), form))
	v.rankPlaces(c, main, form, s)
	s.node(h2(30, level(r.overlap+1e-4, 1), cue1))
	s.node(h2(31, level(r.holder+1e-4, 1), cue1))
	s.node(h2(32, level(r.held+1e-4, 1), cue1))
	s.node(h2(33, level(r.same+1e-4, 1), cue1))
	s.node(h2(34, level(r.holder+1e-4, 1), form))
	s.node(h2(35, level(r.held+1e-4, 1), form))
	s.node(h2(36, bucket(c.frameSize), role1))
	left := uint32(min(c.leftUnits, 2))
	s.node(h2(60, left, form))
	s.node(h3(61, left, form, cue1))
	s.node(h2(62, uint32(c.nth), form))
	s.node(h2(63, uint32(c.nth), bucket(int(c.behind*2))))
	s.node(h3(64, left, uint32(c.nth), form))
	s.node(h3(65, uint32(len(c.content)), uint32(c.nth), left))
	s.node(h3(66, role1, src, form))
	byNet := level(c.cueNet, 1)
	s.node(h1(67, byNet))
	s.node(h2(68, byNet, cue1))
	s.node(h2(69, byNet, form))
	inMarks := b2u(v.w[c.cueFirst].unit >= 0)
	v.rankEdges(c, main, form, cue1, role1, s)
	s.node(h2(37, inMarks, form))
	s.node(h2(38, inMarks, cue1))
}

// rankEdges adds what stands at the edges of cue and content: a good content begins and ends where a clause does.
func (v *view) rankEdges(c *Candidate, main *word, form, cue1, role1 uint32, s *sink) {
	before, behind := v.at(c.cueFirst-1), v.at(c.cueLast)
	s.node(h2(70, before.low, main.stem))
	s.node(h2(71, behind.low, main.stem))
	s.node(h2(72, before.tag, behind.tag))
	s.node(h3(73, before.tag, behind.tag, main.tag))
	s.node(h2(74, v.w[c.cueFirst].low, v.w[c.cueLast-1].low))
	first, last := c.content[0], c.content[len(c.content)-1]
	left, right := v.edge(first.first), v.edge(last.last)
	s.node(h3(75, left, right, form))
	s.node(h3(76, left, form, role1))
	s.node(h3(77, right, form, role1))
	s.node(h3(78, right, v.at(last.last).low, v.at(last.last).tag))
	s.node(h3(79, v.at(last.last).tag, v.at(last.last+1).tag, v.at(last.last-1).tag))
	s.node(h3(80, v.at(first.first-1).tag, v.at(first.first).tag, v.at(first.first+1).tag))
	s.node(h3(81, v.at(first.first).low, main.stem, b2u(first.first > c.cueFirst)))
	says := uint32(v.says[v.w[c.cueFirst].sent])
	s.node(h3(82, says, b2u(main.flags&isSaying != 0), form))
	s.node(h3(83, says, b2u(main.flags&isSaying != 0), cue1))
	if n := len(c.content); n > 1 {
		gap := c.content[n-1].first - c.content[n-2].last
		s.node(h3(84, bucket(gap), v.edge(c.content[n-1].first), v.edge(c.content[n-1].last)))
		s.node(h3(85, b2u(v.w[c.content[n-1].first].unit >= 0), b2u(v.w[c.content[n-2].first].unit >= 0), bucket(c.content[n-1].last-c.content[n-1].first)))
		s.node(h3(86, b2u(v.w[c.content[n-1].first].sent != v.w[c.cueFirst].sent), form, role1))
	}
	sentences := int(v.w[last.last-1].sent - v.w[first.first].sent)
	s.node(h3(87, bucket(sentences), form, b2u(v.w[last.last-1].sent != v.w[c.cueFirst].sent)))
	s.node(h3(88, uint32(v.w[first.first].shape), v.w[first.first].tag, b2u(first.first > c.cueFirst)))
}

// edge tells what lies between token i and the one before it: the edge of a sentence, of words in marks, a punctuation mark, or nothing.
func (v *view) edge(i int) uint32 {
	a, b := v.at(i-1), v.at(i)
	switch {
	case i <= 0 || i >= len(v.w) || a.sent != b.sent:
		return 1 + b2u(a.unit >= 0)
	case a.unit != b.unit:
		return 3 + b2u(a.unit >= 0)
	case a.flags&isPunct != 0:
		return 5
	case b.flags&isPunct != 0:
		return 6
	case b.flags&(isSub|isPrep|isConj) != 0:
		return 7
	}
	return 0
}

func (c *Candidate) contentTokens() int {
	n := 0
	for _, r := range c.content {
		n += r.last - r.first
	}
	return n
}

// rankPlaces adds how the parts lie to each other.
func (v *view) rankPlaces(c *Candidate, main *word, form uint32, s *sink) {
	first, last := c.content[0], c.content[len(c.content)-1]
	order := b2u(first.first > c.cueFirst) + 2*b2u(last.first > c.cueFirst)
	gap := c.cueFirst - first.last
	if order == 3 {
		gap = first.first - c.cueLast
	}
	s.node(h3(40, order, bucket(gap), form))
	s.node(h2(41, order, main.stem))
	head := v.at(first.first)
	s.node(h3(42, order, head.low, form))
	s.node(h2(43, order, head.tag))
	s.node(h3(44, order, v.at(last.last).low, form))
	s.node(h2(45, v.at(last.last-1).tag, v.at(last.last).tag))
	if len(c.source) == 0 {
		s.node(h2(46, order, form))
		s.node(h2(47, main.tag, main.stem))
		return
	}
	r := c.source[0]
	place := b2u(r.first > c.cueFirst)
	w := v.at(r.first)
	s.node(h3(48, order, place, form))
	s.node(h2(49, w.low, b2u(r.last-r.first == 1)))
	s.node(h2(50, w.tag, bucket(r.last-r.first)))
	s.node(h2(51, uint32(w.shape), v.at(r.last-1).tag))
	s.node(h1(52, v.at(r.last-1).low))
	dist := c.cueFirst - r.last
	if place == 1 {
		dist = r.first - c.cueLast
	}
	s.node(h3(53, place, bucket(dist), main.tag))
}

// Choose takes candidates by falling probability, those of at least the threshold, and leaves out what clashes with a
// better one: no cue overlaps another, none lies in another's content, no content overlaps another's. Words in long marks
// that nobody claimed may be had at a lower threshold. The result is in the order of the cues.
func Choose(cs []Candidate, threshold, marked float64) []Candidate {
	order := make([]int, len(cs))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool { return cs[order[i]].merit() > cs[order[j]].merit() })
	var t taken
	for _, i := range order {
		c := &cs[i]
		limit := threshold
		if c.inUnits > 4 {
			limit = marked
		}
		if c.P < limit || t.clashes(c) {
			continue
		}
		t.add(c, i)
	}
	sort.Ints(t.chosen)
	out := make([]Candidate, 0, len(t.chosen))
	for _, i := range t.chosen {
		out = append(out, cs[i])
	}
	return out
}

// Weights of the extents in the choice between candidates that clash, by trial on a part of the training texts.
var (
	cueWeight  = 0.5
	roleWeight = 0.3
)

// merit orders candidates that clash: by their probability, and by those of the extents of their parts.
func (c *Candidate) merit() float64 {
	return c.P * math.Pow(c.cueP, cueWeight) * math.Exp(roleWeight*c.roleP)
}

// taken remembers which tokens belong to chosen candidates: disjoint ranges in order.
type taken struct {
	chosen []int
	ranges []tokenRange
}

// find returns the index of the first range that ends behind token i.
func (t *taken) find(i int) int {
	return sort.Search(len(t.ranges), func(k int) bool { return t.ranges[k].last > i })
}

func (t *taken) has(r tokenRange) bool {
	k := t.find(r.first)
	return k < len(t.ranges) && t.ranges[k].first < r.last
}

func (t *taken) clashes(c *Candidate) bool {
	return t.has(tokenRange{c.cueFirst, c.cueLast}) || slices.ContainsFunc(c.content, t.has)
}

func (t *taken) add(c *Candidate, i int) {
	t.chosen = append(t.chosen, i)
	for _, r := range append([]tokenRange{{c.cueFirst, c.cueLast}}, c.content...) {
		t.ranges = slices.Insert(t.ranges, t.find(r.first), r)
	}
}
