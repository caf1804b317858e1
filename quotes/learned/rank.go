package learned

import (
	"math"
	"slices"
	"sort"
)

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

// rankFeatures is the number of values in a row of [view.rankValues].
const rankFeatures = 57

// rankValues are what the classifier sees of a candidate: the probabilities of its parts; its rivals; lengths, places and
// distances of the parts; tags and classes of the words at their edges; the marks.
func (v *view) rankValues(c *Candidate, r rivals) []float32 {
	f := frame{v: v, cueFirst: c.cueFirst, cueLast: c.cueLast}
	x := &values{v: v, row: make([]float32, 0, 64)}
	main := f.mainToken()
	x.add(logit(c.cueP), logit(c.cueNet), c.roleP, logit(c.weak), logit(c.contentP), logit(c.sourceP), c.behind)
	x.add(logit(r.overlap), logit(r.holder), logit(r.held), logit(r.same))
	x.count(c.nth, c.frameSize, len(c.content), c.leftUnits, c.units, c.inUnits)
	x.cue(c, main)
	x.contents(c, int(v.w[main].sent))
	x.source(c)
	return x.row
}

// values collects a row.
type values struct {
	v   *view
	row []float32
}

func (x *values) add(vs ...float64) {
	for _, v := range vs {
		x.row = append(x.row, float32(v))
	}
}

func (x *values) count(ns ...int) {
	for _, n := range ns {
		x.row = append(x.row, float32(n))
	}
}

// tags adds the tags of tokens, as numbers without an order: a tree cuts out what it needs.
func (x *values) tags(tokens ...int) {
	for _, i := range tokens {
		x.row = append(x.row, float32(tagNumber()[x.v.at(i).tag]))
	}
}

// cue adds what is known of the cue and where it stands.
func (x *values) cue(c *Candidate, main int) {
	v, w := x.v, &x.v.w[main]
	s := v.d.Sentences[w.sent]
	x.count(c.cueLast-c.cueFirst, int(v.says[w.sent]), int(w.sent), len(v.d.Sentences), c.cueFirst-s.First, s.Last-c.cueLast)
	x.flags(w, isSaying, isVerb, isNoun, isFinite)
	x.count(int(b2u(v.w[c.cueFirst].unit >= 0)), int(v.following(main, min(len(v.w), main+30))))
	x.tags(c.cueFirst-1, c.cueLast, main)
}

func (x *values) flags(w *word, fs ...flag) {
	for _, f := range fs {
		x.row = append(x.row, float32(b2u(w.flags&f != 0)))
	}
}

// contents adds what is known of the content; sent is the cue's sentence.
func (x *values) contents(c *Candidate, sent int) {
	v := x.v
	first, last := c.content[0].first, c.content[len(c.content)-1].last
	n := c.contentTokens()
	x.add(float64(n), float64(c.inUnits)/float64(n))
	order := b2u(first > c.cueFirst) + 2*b2u(c.content[len(c.content)-1].first > c.cueFirst)
	gap := c.cueFirst - last
	if order == 3 {
		gap = first - c.cueLast
	}
	from, to := int(v.w[first].sent), int(v.w[last-1].sent)
	x.count(int(order), gap, to-from, from-sent, to-sent, v.d.Sentences[sent].Last-last, first-v.d.Sentences[from].First)
	x.count(int(v.edge(first)), int(v.edge(last)), int(v.w[first].shape))
	x.tags(first, last-1, last)
}

// source adds what is known of the source.
func (x *values) source(c *Candidate) {
	if len(c.source) == 0 {
		x.count(99, 0, 0, 0, 0, 0, 0, 0, 0, 0)
		return
	}
	r := c.source[0]
	behind, far := 0, c.cueFirst-r.last
	if r.first > c.cueFirst {
		behind, far = 1, r.first-c.cueLast
	}
	x.count(far, behind, r.last-r.first)
	x.flags(x.v.at(r.first), isProper, isPronoun, isDet)
	x.flags(x.v.at(r.last-1), isProper, isPronoun)
	x.tags(r.first, r.last-1)
}

// edge tells what lies between token i and the one before it: the edge of a sentence, of words in marks, a punctuation mark,
// a word that begins a clause or phrase, or nothing.
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
