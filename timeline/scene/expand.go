package scene

import (
	"strings"
)

// Unabbreviate returns the capitalised words of the scene whose first letters make the abbreviation; "" for none.
func (s *Scene) Unabbreviate(abbr string) string {
	if len(abbr) < 2 || len(abbr) > 6 || strings.ToUpper(abbr) != abbr {
		return ""
	}
	for i := range s.Lower {
		n, k := 0, i
		for k < len(s.Lower) && n < len(abbr) {
			w := s.Doc.Word(k)
			if n > 0 && words.PassiveInner[s.Lower[k]] {
				k++
				continue
			}
			if w[0] != abbr[n] || len(w) < 2 {
				break
			}
			n++
			k++
		}
		if n == len(abbr) {
			return s.Words(i, k)
		}
	}
	return ""
}

// FullName returns the full name behind a definite complement of the office at k: "the governor of the district" after
// "Midland District", as tokens of its earlier mention. An empty range when there is none.
func (s *Scene) FullName(k, hi int) (lo, end int) {
	if k+3 >= hi+1 || s.At(k+1) != "of" || s.At(k+2) != "the" || k+4 != hi || s.Capital(k+3) {
		return 0, 0
	}
	noun := s.Lower[k+3]
	for i := k; i > 0; i-- {
		if s.Lower[i] != noun || !s.Capital(i) || !s.Capital(i-1) {
			continue
		}
		a := i - 1
		for a > 0 && s.Capital(a-1) && s.Lower[a-1] != "the" {
			a--
		}
		return a, i + 1
	}
	return 0, 0
}
