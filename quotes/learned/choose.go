package learned

import (
	"math"
	"slices"
	"sort"
)

// Choose takes candidates by falling merit, those of at least the threshold of probability, and leaves out what
// clashes with a better one: no cue overlaps another, none lies in another's content, no content overlaps another's.
// The result is in the order of the cues.
func Choose(cs []Candidate, threshold float64) []Candidate {
	order := make([]int, len(cs))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool { return cs[order[i]].Merit() > cs[order[j]].Merit() })
	var t taken
	for _, i := range order {
		c := &cs[i]
		if c.P < threshold || t.clashes(c) {
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

// Merit orders candidates that clash or have the same cue, from 0 to 1: by their probability, and by that of their
// extents.
func (c *Candidate) Merit() float64 { return c.P * math.Sqrt(c.exactP) }

// taken remembers which tokens belong to chosen candidates: disjoint ranges in order.
type taken struct {
	chosen []int
	ranges []tokenRange
}

// find returns the index of the first range that ends after token i.
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
