package gold

import (
	"slices"
	"unicode"
)

// IsLetter reports whether a character counts when contents are compared: marks, punctuation and spaces never do.
func IsLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// Letters are the places of the letters and digits of a text, by code point, that the spans cover: in order, each once.
func Letters(text []rune, spans [][2]int) []int {
	var out []int
	for _, s := range spans {
		for i := max(0, s[0]); i < min(s[1], len(text)); i++ {
			if IsLetter(text[i]) {
				out = append(out, i)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Common counts the places in both of two ordered lists.
func Common(a, b []int) int {
	n, j := 0, 0
	for _, x := range a {
		for j < len(b) && b[j] < x {
			j++
		}
		if j < len(b) && b[j] == x {
			n++
		}
	}
	return n
}

// jaccard is the share of common places; 0 for two empty lists.
func jaccard(a, b []int) float64 {
	n := Common(a, b)
	if n == 0 {
		return 0
	}
	return float64(n) / float64(len(a)+len(b)-n)
}
