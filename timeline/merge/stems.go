package merge

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"demarche/data"
)

// plainWords are the classes of English words that tell nothing apart: stop words carry no meaning of their own, and
// occasions that are not one share the words of CommonOccasion.
type plainWords struct{ CommonOccasion, StopWord data.Set }

// Stems returns the stems of the words of a text that carry meaning, in their order: what wordings are compared by.
func Stems(t string) []string {
	parts := strings.FieldsFunc(strings.ToLower(strings.Map(straight, t)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\''
	})
	var out []string
	words := &rarities().plain
	for _, w := range spelled(parts) {
		w = strings.TrimSuffix(strings.Trim(w, "'"), "'s")
		if w != "" && !words.StopWord[w] && !words.StopWord[strings.ReplaceAll(w, "'", "")] {
			out = append(out, stem(w))
		}
	}
	return slices.Clip(out)
}

// straight is the plain apostrophe for the ways in which one is typed.
func straight(r rune) rune {
	switch r {
	case '’', 'ʼ', '‘':
		return '\''
	}
	return r
}

// spelled puts letters that stand alone together: a name written with a full stop after each letter is one word.
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

// rarity tells how much it says, in hundredths of a nat, that a stem stands in two texts: what all diplomacy says is
// said again the next day by somebody else. It comes from counts in a fixed corpus, never from the archive, so that no
// article changes what the words of another one weigh.
type rarity struct {
	plain  plainWords
	alone  map[uint32]int // of a stem
	behind map[uint32]int // of the second of two neighbours, by the mix of both, where the first stands as well
	rarest int            // of a stem that the table does not have
}

// rarities reads model/stems.tsv and the plain words once.
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
	x := &rarity{data.Classes[plainWords](), map[uint32]int{}, map[uint32]int{}, nats(all / unseen)}
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

// after is what a stem says after another one that is known to stand before it: little in a formula.
func (x *rarity) after(before, stem uint32) int {
	v := x.of(stem)
	if w, ok := x.behind[mix(before, stem)]; ok {
		return min(v, w)
	}
	return v
}
