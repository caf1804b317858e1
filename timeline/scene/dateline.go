package scene

import (
	"strings"
)

// Datelines finds the tokens of the dateline at the start of each of the first paragraphs: "SEOUL, June 12 (Agency) -- ". It
// returns the token after each, by the first token of the paragraph.
func Datelines(s *Scene) map[int]int {
	out := map[int]int{}
	for n := range s.Doc.Paragraphs {
		if n >= 4 {
			break
		}
		p := &s.Doc.Paragraphs[n]
		if p.First >= len(s.Doc.Sentences) {
			break
		}
		first := s.Doc.Sentences[p.First].First
		if end := datelineEnd(s, first); end > 0 {
			out[first] = end
		}
	}
	return out
}

// datelineEnd returns the token after the dateline that starts at token i, 0 when none does.
func datelineEnd(s *Scene, i int) int {
	if i >= len(s.Lower) {
		return 0
	}
	w := s.Doc.Word(i)
	if len(w) < 3 || strings.ToUpper(w) != w || !s.Capital(i) {
		return 0
	}
	for k := i + 1; k < len(s.Lower) && k < i+18; k++ {
		switch s.Lower[k] {
		case "—", "–", "--", "-":
			return k + 1
		}
		if s.FiniteVerb(k) {
			return 0
		}
	}
	return 0
}

// AfterDateline returns i, or the token after the dateline that i is in.
func (s *Marked) AfterDateline(i int) int {
	for first, end := range s.Dateline {
		if i >= first && i < end {
			return end
		}
	}
	return i
}
