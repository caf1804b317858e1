package timeline

import (
	"strings"
	"unicode"
)

// wording is the words of a report, for comparison: lower case, without marks.
type wording struct {
	words []string
	set   map[string]bool // those that carry meaning
	text  string          // the words joined by one space, with one at either end
}

// stop words carry no meaning of their own.
var stopWords = set(`the a an of to in on at and or for with by from that this is are was were be been has have had will would its it his her
	their our your my he she they we i you as not no`)

// newWording folds a text. Pieces and marks of quotation do not count.
func newWording(t string) *wording {
	w := &wording{set: map[string]bool{}}
	w.words = strings.FieldsFunc(strings.ToLower(t), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for _, x := range w.words {
		if !stopWords[x] {
			w.set[x] = true
		}
	}
	w.text = " " + strings.Join(w.words, " ") + " "
	return w
}

// likeness of two wordings: 1 for the same words, less for words in common, 0 for what must not be taken for the same.
// Where one holds the other word for word it is 0.9.
func (w *wording) likeness(v *wording) float64 {
	if w.text == v.text {
		return 1
	}
	a, b := w, v
	if len(a.words) > len(b.words) {
		a, b = b, a
	}
	if len(a.words) >= 3 && len(a.set) >= 2 && strings.Contains(b.text, a.text) {
		return 0.9
	}
	if len(a.set) < 5 {
		return 0
	}
	common := 0
	for x := range a.set {
		if b.set[x] {
			common++
		}
	}
	over := float64(common) / float64(min(len(a.set), len(b.set)))
	jaccard := float64(common) / float64(len(a.set)+len(b.set)-common)
	if over < 0.65 || jaccard < 0.3 {
		return 0
	}
	return 0.8 * over
}

// shingles are hashes (FNV-1a) of the runs of three words, at most 64 of them.
func (w *wording) shingles() []uint64 {
	n := len(w.words)
	if n < 3 {
		return []uint64{hashWords(w.words)}
	}
	out := make([]uint64, 0, min(n-2, 64))
	for i := 0; i+3 <= n && len(out) < 64; i++ {
		out = append(out, hashWords(w.words[i:i+3]))
	}
	return out
}

// hashWords is the FNV-1a hash of the words, never 0.
func hashWords(words []string) uint64 {
	h := uint64(14695981039346656037)
	for _, w := range words {
		for i := 0; i < len(w); i++ {
			h = (h ^ uint64(w[i])) * 1099511628211
		}
		h = (h ^ ' ') * 1099511628211
	}
	return max(h, 1)
}
