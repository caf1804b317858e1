package merge

import (
	"slices"
	"strings"

	"demarche/timeline/record"
)

// Copies finds which articles carry nearly the same text, as those of one wire do: for each such article but the first,
// by day of publication and key, the key of the first. Articles without a text are no copies.
func Copies(sources []record.Source) map[string]string {
	list := slices.Clone(sources)
	slices.SortFunc(list, func(a, b record.Source) int {
		return strings.Compare(orLast(a.Published)+"\x00"+a.Key, orLast(b.Published)+"\x00"+b.Key)
	})
	prints := make([][]uint32, len(list))
	with := map[uint32][]int{} // texts by their smallest hashes: copies have some of them in common
	of := map[string]string{}
	for i := range list {
		prints[i] = shingles(list[i].Text)
		if j := firstLike(prints, i, with); j >= 0 {
			of[list[i].Key] = list[j].Key
			continue // a copy of a copy is one of the first
		}
		for _, h := range smallest(prints[i]) {
			with[h] = append(with[h], i)
		}
	}
	return of
}

// firstLike is the first text of those with hashes in common that text i resembles, -1 for none.
func firstLike(prints [][]uint32, i int, with map[uint32][]int) int {
	var near []int
	for _, h := range smallest(prints[i]) {
		near = append(near, with[h]...)
	}
	slices.Sort(near)
	for _, j := range slices.Compact(near) {
		if resembles(prints[i], prints[j]) {
			return j
		}
	}
	return -1
}

func smallest(print []uint32) []uint32 { return print[:min(len(print), 8)] }

func orLast(day string) string {
	if day == "" {
		return "~"
	}
	return day
}

// A text is known by the smallest hashes of its runs of words, so many at most; two texts of which so great a share
// is in both are copies. A site's own ending or another headline leaves it above that.
const (
	printSize   = 200
	runWords    = 4
	leastShared = 0.6
	leastRuns   = 12
)

// shingles are the smallest hashes of the runs of words of a text: sorted, none twice.
func shingles(t string) []uint32 {
	words := strings.Fields(strings.ToLower(t))
	var all []uint32
	for i := 0; i+runWords <= len(words); i++ {
		all = append(all, hash32(strings.Join(words[i:i+runWords], " ")))
	}
	slices.Sort(all)
	all = slices.Compact(all)
	return all[:min(printSize, len(all))]
}

// resembles estimates which share of the runs of two texts is in both.
func resembles(a, b []uint32) bool {
	if min(len(a), len(b)) < leastRuns {
		return false
	}
	both := join(a, b)
	both = both[:min(printSize, len(both))]
	n := 0
	for _, h := range both {
		if _, ok := slices.BinarySearch(a, h); ok {
			if _, ok := slices.BinarySearch(b, h); ok {
				n++
			}
		}
	}
	return float64(n) >= leastShared*float64(len(both))
}
