package quotes

import "demarche/quotes/text"

// overlap is the share of bytes that two contents have in common (Jaccard's index).
func overlap(a, b []text.Span) float64 {
	common, total := shared(a, b), length(a)+length(b)
	if total == common {
		return 1
	}
	return float64(common) / float64(total-common)
}

// share is the part of a's bytes that b covers.
func share(a, b []text.Span) float64 {
	return float64(shared(a, b)) / float64(max(1, length(a)))
}

// shared counts the bytes that lie in both.
func shared(a, b []text.Span) int {
	n := 0
	for _, x := range a {
		for _, y := range b {
			if x.Overlaps(y) {
				n += min(x.End, y.End) - max(x.Start, y.Start)
			}
		}
	}
	return n
}

// length counts the bytes of the spans.
func length(a []text.Span) int {
	n := 0
	for _, x := range a {
		n += x.Len()
	}
	return n
}
