package gold

import (
	"cmp"
	"slices"
)

// Match is an annotated and a printed content that share letters.
type Match struct {
	Jaccard       float64 // share of common letters, above 0, at most 1
	Gold, Printed int     // indices
}

// Matches pairs contents, given by their [Letters], one to one, those that share most first.
func Matches(gold, printed [][]int) []Match {
	var all, out []Match
	for i := range gold {
		for j := range printed {
			if v := jaccard(gold[i], printed[j]); v > 0 {
				all = append(all, Match{v, i, j})
			}
		}
	}
	slices.SortFunc(all, func(a, b Match) int {
		return cmp.Or(cmp.Compare(b.Jaccard, a.Jaccard), a.Gold-b.Gold, a.Printed-b.Printed)
	})
	usedGold, usedPrinted := make([]bool, len(gold)), make([]bool, len(printed))
	for _, m := range all {
		if !usedGold[m.Gold] && !usedPrinted[m.Printed] {
			usedGold[m.Gold], usedPrinted[m.Printed] = true, true
			out = append(out, m)
		}
	}
	return out
}

// found is the least share of common letters with which a printed record is the annotated one.
const found = 0.5

// Pair matches the records of a text one to one where their contents share at least half of their letters. It returns
// the index of the annotated record of each printed one, -1 for none.
func Pair(text string, gold, printed []Record) []int {
	out := make([]int, len(printed))
	for i := range out {
		out[i] = -1
	}
	runes := []rune(text)
	for _, m := range Matches(lettersOf(runes, gold), lettersOf(runes, printed)) {
		if m.Jaccard >= found {
			out[m.Printed] = m.Gold
		}
	}
	return out
}

func lettersOf(text []rune, records []Record) [][]int {
	out := make([][]int, len(records))
	for i := range records {
		out[i] = Letters(text, records[i].Content)
	}
	return out
}
