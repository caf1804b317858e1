package merge

import (
	"hash/fnv"
	"slices"
	"strings"
	"unicode"

	"demarche/data"
)

// wording is the words of a report, for comparison: hashes of the stems of those that carry meaning.
type wording struct {
	seq []uint32 // in their order
	set []uint32 // sorted, none twice
}

// words are the classes of English words that the comparison of wordings asks for: stop words carry no meaning of
// their own, and occasions that are not one share the words of CommonOccasion.
var words = data.Classes[struct{ CommonOccasion, StopWord data.Set }]()

// newWording folds a text. Pieces and marks of quotation do not count.
func newWording(t string) wording {
	apostrophes := strings.NewReplacer("’", "'", "ʼ", "'", "‘", "'")
	parts := strings.FieldsFunc(strings.ToLower(apostrophes.Replace(t)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\''
	})
	var seq []uint32
	for _, w := range spelled(parts) {
		w = strings.TrimSuffix(strings.Trim(w, "'"), "'s")
		if w != "" && !words.StopWord[w] && !words.StopWord[strings.ReplaceAll(w, "'", "")] {
			seq = append(seq, hash32(stem(w)))
		}
	}
	return wordingOf(seq)
}

// spelled puts letters that stand alone together: a name written with a full stop behind each letter is one word.
func spelled(words []string) []string {
	out := make([]string, 0, len(words))
	letters := 0 // at the end of out
	for _, w := range words {
		if len(w) == 1 && letters > 0 {
			out[len(out)-1] += w
			continue
		}
		letters = 0
		if len(w) == 1 {
			letters = 1
		}
		out = append(out, w)
	}
	return out
}

func wordingOf(seq []uint32) wording {
	set := slices.Clone(seq)
	slices.Sort(set)
	return wording{seq, slices.Compact(set)}
}

// stemRunes is the length to which a word is cut: long enough to keep words apart, short enough to make one of the
// forms of a word ("invincible", "invincibility").
const stemRunes = 6

// stem cuts a word in lower case to what its forms have in common.
func stem(w string) string {
	r := []rune(w)
	if n := len(r); n > 3 && n <= stemRunes && r[n-1] == 's' && r[n-2] != 's' {
		r = r[:n-1]
	}
	return string(r[:min(len(r), stemRunes)])
}

// likeness of two wordings, 0 to 1: 1 for the same words, 0.9 where one holds the other as a run, else by the share of
// the shorter that both have, 0 for what has too little in common to tell.
func (w *wording) likeness(v *wording) float64 { return w.like(v, false) }

// retold is likeness of what one speaker said on one occasion: there less tells that two wordings are one.
func (w *wording) retold(v *wording) float64 { return w.like(v, true) }

func (w *wording) like(v *wording, one bool) float64 {
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
	// What two wordings need in common to be like each other at all: stems, their share of the shorter wording, and
	// their share of both; with one only where it is known that they are of one occasion. The figures are from eval
	// merging.
	needs := [...]struct {
		one           bool
		stems         int
		over, jaccard float64
	}{
		{false, 3, 0.45, 0.2},
		{true, 2, 0.5, 0.25},
		{true, 3, 0.35, 0.15},
	}
	for _, n := range needs {
		if n.one && !one {
			continue
		}
		if common >= n.stems && over >= n.over && jaccard >= n.jaccard {
			return 0.8 * over
		}
	}
	return 0
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
	var all []uint32
	if len(w.seq) == 1 {
		return []uint32{mix(w.seq[0], 0)}
	}
	for i := 0; i+2 <= len(w.seq); i++ {
		all = append(all, mix(w.seq[i], w.seq[i+1]))
	}
	slices.Sort(all)
	all = slices.Compact(all)
	return all[:min(n, len(all))]
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
