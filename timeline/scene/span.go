package scene

import (
	"sort"

	"demarche/quotes/text"
)

// Covers reports whether the span p lies in one of the list.
func Covers(list []text.Span, p text.Span) bool {
	for _, c := range list {
		if c.Contains(p) {
			return true
		}
	}
	return false
}

// Overlapping returns the spans, sorted by start, that touch p.
func Overlapping(list []text.Span, p text.Span) []text.Span {
	var out []text.Span
	b := sort.Search(len(list), func(i int) bool { return list[i].Start >= p.End })
	for i := b - 1; i >= 0 && i >= b-60; i-- {
		if list[i].End > p.Start {
			out = append(out, list[i])
		}
	}
	return out
}
