package merge

import (
	"cmp"
	"hash/fnv"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"demarche/data"
)

// wording is the words of a report, for comparison: hashes of the stems of those that carry meaning.
type wording struct {
	seq   []uint32 // in their order
	set   []uint32 // sorted, none twice
	pairs []uint32 // mixes of neighbours, sorted, none twice
	first []int    // the places in seq at which a stem stands for the first time
	says  int      // what all of it says; see rarity
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
	w := wording{seq: seq, set: slices.Clone(seq)}
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
	w.says = w.saidIn(&w)
	return w
}

// saidInBoth is how much it says that the stems stand in both wordings which do; see rarity.
func (w *wording) saidInBoth(v *wording) int { return min(w.saidIn(v), v.saidIn(w)) }

// saidIn is how much the stems of w say that v has as well: each once, and behind a neighbour that v has there too
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

// needs are what two wordings need in common to be like each other at all: stems, their share of the shorter wording,
// and their share of both; with one only where it is known that they are of one occasion. The figures are from eval
// merging.
var needs = [...]struct {
	one           bool
	stems         int
	over, jaccard float64
}{
	{false, 3, 0.45, 0.2},
	{true, 2, 0.5, 0.25},
	{true, 3, 0.35, 0.15},
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
	if len(w.seq) == 1 {
		return []uint32{mix(w.seq[0], 0)}
	}
	return w.pairs[:min(n, len(w.pairs))]
}

// rarest returns the stems that say most, at most n: what is worded anew keeps those.
func (w *wording) rarest(n int) []uint32 {
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

// words are the classes of English words that the comparison of wordings asks for: stop words carry no meaning of
// their own, and occasions that are not one share the words of CommonOccasion.
var words = data.Classes[struct{ CommonOccasion, StopWord data.Set }]()

// Stems returns the stems of the words of a text that carry meaning, in their order: what wordings are compared by.
func Stems(t string) []string {
	parts := strings.FieldsFunc(strings.ToLower(apostrophes.Replace(t)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\''
	})
	var out []string
	for _, w := range spelled(parts) {
		w = strings.TrimSuffix(strings.Trim(w, "'"), "'s")
		if w != "" && !words.StopWord[w] && !words.StopWord[strings.ReplaceAll(w, "'", "")] {
			out = append(out, stem(w))
		}
	}
	return slices.Clip(out)
}

// apostrophes are the ways in which one is typed.
var apostrophes = strings.NewReplacer("’", "'", "ʼ", "'", "‘", "'")

// spelled puts letters that stand alone together: a name written with a full stop behind each letter is one word.
func spelled(parts []string) []string {
	out := make([]string, 0, len(parts))
	letters := 0 // at the end of out
	for _, w := range parts {
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

// rarity tells how much it says, in hundredths of a nat, that a stem stands in two texts: what all diplomacy says is said again the
// next day by somebody else. It comes from counts in a fixed corpus, never from the archive, so that no article
// changes what the words of another one weigh.
type rarity struct {
	alone  map[uint32]int // of a stem
	behind map[uint32]int // of the second of two neighbours, by the mix of both, where the first stands as well
	rarest int            // of a stem that the table does not have
}

// rarities reads model/stems.tsv once.
var rarities = sync.OnceValue(func() *rarity {
	rows, err := data.Table("model/stems.tsv", "stem", "paragraphs")
	if err != nil {
		panic(err)
	}
	counts := make(map[string]float64, len(rows))
	for _, r := range rows {
		n, err := strconv.Atoi(r.Fields[1])
		if err != nil {
			panic("model/stems.tsv: " + err.Error())
		}
		counts[r.Fields[0]] = float64(n)
	}
	all := counts[everyStem]
	x := &rarity{map[uint32]int{}, map[uint32]int{}, nats(all / unseen)}
	for s, n := range counts {
		if first, second, ok := strings.Cut(s, " "); ok {
			x.behind[mix(hash32(first), hash32(second))] = nats(counts[first] / n)
		} else {
			x.alone[hash32(s)] = nats(all / n)
		}
	}
	return x
})

// nats is the logarithm of how seldom something is, in hundredths: whole numbers, which are the same on every machine.
func nats(seldom float64) int { return int(math.Round(100 * math.Log(seldom))) }

// everyStem is the row of the table that counts the paragraphs; unseen is the count that a stem is given that is in
// fewer paragraphs than the table keeps.
const (
	everyStem = "*"
	unseen    = 4
)

// of is what a stem says by itself.
func (x *rarity) of(stem uint32) int {
	if v, ok := x.alone[stem]; ok {
		return v
	}
	return x.rarest
}

// after is what a stem says behind another one that is known to stand before it: little in a formula.
func (x *rarity) after(before, stem uint32) int {
	v := x.of(stem)
	if w, ok := x.behind[mix(before, stem)]; ok {
		return min(v, w)
	}
	return v
}
