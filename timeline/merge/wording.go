package merge

import (
	"slices"
	"strings"
	"unicode"

	"demarche/data"
)

// wording is the words of a report, for comparison: hashes of the words in lower case, without marks and without
// words of no meaning at either end.
type wording struct {
	words []uint64
	set   []uint64 // those that carry meaning, sorted, none twice
}

// stop words carry no meaning of their own.
var stopWords = data.Class("stop-word")

// newWording folds a text. Pieces and marks of quotation do not count.
func newWording(t string) *wording {
	words := strings.FieldsFunc(
		strings.ToLower(t),
		func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) },
	)
	for len(words) > 0 && stopWords[words[0]] {
		words = words[1:]
	}
	for len(words) > 0 && stopWords[words[len(words)-1]] {
		words = words[:len(words)-1]
	}
	w := &wording{words: make([]uint64, len(words)), set: make([]uint64, 0, len(words))}
	for i, x := range words {
		w.words[i] = hashWord(x)
		if !stopWords[x] {
			w.set = append(w.set, w.words[i])
		}
	}
	slices.Sort(w.set)
	w.set = slices.Compact(w.set)
	return w
}

// likeness of two wordings: 1 for the same words, less for words in common, 0 for what must not be taken for the same.
// Where one holds the other word for word it is 0.9.
func (w *wording) likeness(v *wording) float64 { return w.like(v, 0.65) }

// like is likeness with another least share of words in common; within one event less is needed than between two.
func (w *wording) like(v *wording, least float64) float64 {
	if slices.Equal(w.words, v.words) {
		return 1
	}
	a, b := w, v
	if len(a.words) > len(b.words) {
		a, b = b, a
	}
	if len(a.words) >= 3 && len(a.set) >= 2 && a.inside(b) {
		return 0.9
	}
	if len(a.set) < 5 || len(b.set) < 5 {
		return 0
	}
	common := float64(a.common(b))
	over := common / float64(min(len(a.set), len(b.set)))
	jaccard := common / (float64(len(a.set)+len(b.set)) - common)
	if over < least || jaccard < 0.3 {
		return 0
	}
	return 0.8 * over
}

// inside reports whether b holds the words of w as a run.
func (w *wording) inside(b *wording) bool {
	n := len(w.words)
	for i := 0; i+n <= len(b.words); i++ {
		if b.words[i] == w.words[0] && slices.Equal(b.words[i:i+n], w.words) {
			return true
		}
	}
	return false
}

// common counts the words of meaning that both have.
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

// mostShingles bounds the runs of words by which a report is looked up.
const mostShingles = 64

// shingles are hashes of the runs of three words; of all words where there are less.
func (w *wording) shingles() []uint64 {
	n := len(w.words)
	if n < 3 {
		return []uint64{mix(w.words)}
	}
	out := make([]uint64, 0, min(n-2, mostShingles))
	for i := 0; i+3 <= n && len(out) < mostShingles; i++ {
		out = append(out, mix(w.words[i:i+3]))
	}
	return out
}

// hashWord is the FNV-1a hash of a word.
func hashWord(w string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(w); i++ {
		h = (h ^ uint64(w[i])) * 1099511628211
	}
	return h
}

// mix joins the hashes of a run of words; never 0.
func mix(words []uint64) uint64 {
	h := uint64(14695981039346656037)
	for _, w := range words {
		h = (h ^ w) * 0x9e3779b97f4a7c15
		h ^= h >> 29
	}
	return max(h, 1)
}
