package merge

import (
	"cmp"
	"hash/fnv"
	"slices"
)

// wording is the words of a report, for comparison: hashes of the stems of those that carry meaning.
type wording struct {
	seq   []uint32 // in their order
	set   []uint32 // sorted, none twice
	pairs []uint32 // mixes of neighbours, sorted, none twice
	first []int    // the places in seq at which a stem stands for the first time
	says  int      // what all of it says; see rarity
	ready bool     // all but seq is worked out
}

// newWording folds a text. Pieces and marks of quotation do not count.
func newWording(t string) wording {
	var seq []uint32
	for _, s := range Stems(t) {
		seq = append(seq, hash32(s))
	}
	return wordingOf(seq)
}

func wordingOf(seq []uint32) wording {
	w := wording{seq: seq}
	w.prepare()
	return w
}

// prepare works out what words are compared by. Of most tellings the fields tell that they are others, and nobody asks
// for their words.
func (w *wording) prepare() {
	if w.ready {
		return
	}
	seq := w.seq
	w.set, w.ready = slices.Clone(seq), true
	seen := make(map[uint32]bool, len(seq))
	for i, s := range seq {
		if i > 0 {
			w.pairs = append(w.pairs, mix(seq[i-1], s))
		}
		if !seen[s] {
			seen[s], w.first = true, append(w.first, i)
		}
	}
	slices.Sort(w.set)
	slices.Sort(w.pairs)
	w.set, w.pairs = slices.Compact(w.set), slices.Compact(w.pairs)
	w.says = w.saidIn(w)
}

// saidInBoth is how much it says that the stems stand in both wordings which do; see rarity.
func (w *wording) saidInBoth(v *wording) int { return min(w.saidIn(v), v.saidIn(w)) }

// saidIn is how much the stems of w say that v has as well: each once, and after a neighbour that v has there too
// only what the formula of both leaves open. What stands alone in a long wording may stand there by chance.
func (w *wording) saidIn(v *wording) int {
	x, sum := rarities(), 0
	chance := nats(max(1, float64(len(v.set))/paragraph))
	for _, i := range w.first {
		s := w.seq[i]
		if _, ok := slices.BinarySearch(v.set, s); !ok {
			continue
		}
		if i > 0 {
			if _, ok := slices.BinarySearch(v.pairs, mix(w.seq[i-1], s)); ok {
				sum += x.after(w.seq[i-1], s)
				continue
			}
		}
		sum += max(0, x.of(s)-chance)
	}
	return sum
}

// paragraph is the number of stems of a text of the length in which stems were counted.
const paragraph = 30

// likeness of two wordings, 0 to 1: 1 for the same words, 0.9 where one holds the other as a run, else by the share of
// the shorter that both have, 0 for what has too little in common to tell.
func (w *wording) likeness(v *wording) float64 { return w.like(v, false) }

// retold is likeness of what one speaker said on one occasion: there less tells that two wordings are one.
func (w *wording) retold(v *wording) float64 { return w.like(v, true) }

func (w *wording) like(v *wording, one bool) float64 {
	w.prepare()
	v.prepare()
	if len(w.seq) > 0 && slices.Equal(w.seq, v.seq) {
		return 1
	}
	a, b := w, v
	if len(a.seq) > len(b.seq) {
		a, b = b, a
	}
	switch {
	case len(a.set) >= 2 && a.inside(b):
		return 0.9
	}
	common := a.common(b)
	over := float64(common) / float64(min(len(a.set), len(b.set)))
	jaccard := float64(common) / float64(len(a.set)+len(b.set)-common)
	for _, n := range needs() {
		if n.one && !one {
			continue
		}
		if common >= n.stems && over >= n.over && jaccard >= n.jaccard {
			return 0.8 * over
		}
	}
	return 0
}

// needs are what two wordings need in common to be like each other at all: stems, their share of the shorter wording,
// and their share of both; with one only where it is known that they are of one occasion. The figures are from eval
// merging.
func needs() [3]need {
	return [...]need{{false, 3, 0.45, 0.2}, {true, 2, 0.5, 0.25}, {true, 3, 0.35, 0.15}}
}

// need is one row of them.
type need struct {
	one           bool
	stems         int
	over, jaccard float64
}

// inside reports whether b holds the stems of w as a run.
func (w *wording) inside(b *wording) bool {
	n := len(w.seq)
	for i := 0; i+n <= len(b.seq); i++ {
		if b.seq[i] == w.seq[0] && slices.Equal(b.seq[i:i+n], w.seq) {
			return true
		}
	}
	return false
}

// common counts the stems that both have.
func (w *wording) common(v *wording) int {
	n := 0
	for i, j := 0, 0; i < len(w.set) && j < len(v.set); {
		switch {
		case w.set[i] < v.set[j]:
			i++
		case w.set[i] > v.set[j]:
			j++
		default:
			n++
			i++
			j++
		}
	}
	return n
}

// sketch returns the smallest hashes of the pairs of neighbouring stems, at most n: two wordings that are like each
// other are likely to have one in common. A wording of one stem has the hash of that.
func (w *wording) sketch(n int) []uint32 {
	w.prepare()
	if len(w.seq) == 1 {
		return []uint32{mix(w.seq[0], 0)}
	}
	return w.pairs[:min(n, len(w.pairs))]
}

// rarest returns the stems that say most, at most n: what is worded anew keeps those.
func (w *wording) rarest(n int) []uint32 {
	w.prepare()
	x, list := rarities(), slices.Clone(w.set)
	slices.SortFunc(list, func(a, b uint32) int { return cmp.Or(cmp.Compare(x.of(b), x.of(a)), cmp.Compare(a, b)) })
	return list[:min(n, len(list))]
}

// hash32 is the FNV-1a hash of a string.
func hash32(s string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(s))
	return h.Sum32()
}

// hash64 is the same in 64 bits.
func hash64(s string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(s))
	return h.Sum64()
}

// mix makes one hash of two.
func mix(a, b uint32) uint32 {
	h := (uint64(a)<<32 | uint64(b)) * 0x9e3779b97f4a7c15
	h ^= h >> 29
	return uint32((h * 0xbf58476d1ce4e5b9) >> 32)
}
