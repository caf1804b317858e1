package quotes

import (
	"slices"
	"sort"

	"demarche/quotes/text"
)

// settle decides where the grammar's reports and the other quotes share words: which of the others fall, and which
// reports stay.
func settle(others, found []Quote) (dropped []bool, kept []Quote) {
	byStart := sortedByStart(others)
	dropped = make([]bool, len(others))
	for _, r := range found {
		keep := true
		for _, i := range near(others, byStart, r.Content) {
			switch whoYields(r, others[i]) {
			case reportYields:
				keep = false
			case otherYields:
				dropped[i] = true
			}
		}
		if keep {
			kept = append(kept, r)
		}
	}
	dropSisters(others, kept, dropped)
	return dropped, kept
}

// dropSisters drops quotes whose cue is that of an attribution beside other words: indirect ones, as of `X, he said at
// a forum | that closed on Monday` nothing more was said, and those in marks with which the words go on after it.
func dropSisters(others, kept []Quote, dropped []bool) {
	asides := map[int][]text.Span{} // contents by the starts of their cues
	for _, r := range kept {
		if r.By == "rule:aside" && len(r.Cue) > 0 {
			asides[r.Cue[0].Start] = r.Content
		}
	}
	for i, o := range others {
		if isLayout(o) || len(o.Cue) != 1 {
			continue
		}
		content, ok := asides[o.Cue[0].Start]
		if ok && (o.Form == Indirect || len(content) > 1 && within(o.Content, content)) {
			dropped[i] = true
		}
	}
}

// yields tells which of two quotes that share words is left out.
type yields uint8

const (
	bothStay yields = iota
	reportYields
	otherYields
)

// whoYields decides between a report of the grammar and another quote.
func whoYields(r, o Quote) yields {
	same, piece := overlap(o.Content, r.Content) >= 0.5, share(r.Content, o.Content) > 0.7
	switch {
	case isLayout(o):
		if same && !tellsOf(r, o) {
			return reportYields
		}
	case within(r.Cue, o.Content): // a report inside the other's words
	case o.Form == Direct && same && nearer(r, o), opensWith(r, o):
		return otherYields
	case o.Form == Direct && (same || piece && r.By != "rule:nested"):
		return reportYields // words in marks, of which the report may be a part
	case same, o.Form == Mixed && piece, o.Form == Indirect && shared(o.Content, r.Content) > 0,
		o.Form == Mixed && sameCue(o, r) && shared(o.Content, r.Content) > 0:
		return otherYields
	}
	return bothStay
}

// tellsOf reports whether a paragraph of a joint text tells what one side has said: "King Karl underlined the part of
// Norland in X".
func tellsOf(r, o Quote) bool {
	return o.By == ByJoint && len(r.Source) > 0 && within(r.Cue, o.Content) && within(r.Source, o.Content)
}

// opensWith reports whether the words of r open with those in marks of o and go on, after the same cue: "voiced |
// “deep alarm” at the raid".
func opensWith(r, o Quote) bool {
	return o.Form == Direct && sameCue(o, r) && len(o.Content) == 1 && o.Content[0].Start == r.Content[0].Start &&
		r.Content[0].End > o.Content[0].End
}

// within reports whether the first of the spans lies inside one of the others.
func within(ss, outer []text.Span) bool {
	return len(ss) > 0 && slices.ContainsFunc(outer, func(o text.Span) bool { return o.Contains(ss[0]) })
}

// sameCue reports whether the cues of two quotes end with the same word.
func sameCue(a, b Quote) bool {
	return len(a.Cue) > 0 && len(b.Cue) > 0 && a.Cue[len(a.Cue)-1].Overlaps(b.Cue[len(b.Cue)-1])
}

// nearer reports whether the cue of r stands between the words and the cue of o, which then only tells through whom
// the article has the attribution: "“X,” the president said, the agency reported", "the president told N: “X,” the
// office said".
func nearer(r, o Quote) bool {
	if len(r.Cue) == 0 || len(o.Cue) == 0 || len(r.Source) == 0 {
		return false
	}
	start, end := r.Content[0].Start, r.Content[len(r.Content)-1].End
	if end > o.Cue[0].Start {
		return false
	}
	return end <= r.Cue[0].Start && r.Cue[0].End < o.Cue[0].Start || r.Cue[0].End <= min(start, o.Content[0].Start)
}

// sortedByStart returns the indices of the quotes in the order in which their contents start, for [near].
func sortedByStart(qs []Quote) []int {
	byStart := make([]int, len(qs))
	for i := range byStart {
		byStart[i] = i
	}
	sort.Slice(byStart, func(a, b int) bool { return qs[byStart[a]].Content[0].Start < qs[byStart[b]].Content[0].Start })
	return byStart
}

// near returns the indices of the quotes whose content may overlap words by a half: a window by the start of the
// content.
func near(qs []Quote, byStart []int, words []text.Span) []int {
	from := words[0].Start - 2*(words[len(words)-1].End-words[0].Start)
	lo := sort.Search(len(byStart), func(i int) bool { return qs[byStart[i]].Content[0].Start >= from })
	hi := lo
	for hi < len(byStart) && hi < lo+64 && qs[byStart[hi]].Content[0].Start < words[len(words)-1].End {
		hi++
	}
	return byStart[lo:hi]
}
