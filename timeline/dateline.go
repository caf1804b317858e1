package timeline

import "strings"

// datelines finds the tokens of the dateline at the start of each of the first paragraphs: "SEOUL, June 12 (Agency) -- ". It
// returns the token after each, by the first token of the paragraph.
func (s *scene) datelines() map[int]int {
	out := map[int]int{}
	for n := range s.d.Paragraphs {
		if n >= 4 {
			break
		}
		p := &s.d.Paragraphs[n]
		if p.First >= len(s.d.Sentences) {
			break
		}
		first := s.d.Sentences[p.First].First
		if end := s.datelineEnd(first); end > 0 {
			out[first] = end
		}
	}
	return out
}

// datelineEnd returns the token after the dateline that starts at token i, 0 when none does.
func (s *scene) datelineEnd(i int) int {
	if i >= len(s.low) {
		return 0
	}
	w := s.d.Word(i)
	if len(w) < 3 || strings.ToUpper(w) != w || !s.capital(i) {
		return 0
	}
	for k := i + 1; k < len(s.low) && k < i+18; k++ {
		switch s.low[k] {
		case "—", "–", "--", "-":
			return k + 1
		}
		if s.verb(k) {
			return 0
		}
	}
	return 0
}

// afterDateline returns i, or the token after the dateline that i is in.
func (s *scene) afterDateline(i int) int {
	for first, end := range s.dateline {
		if i >= first && i < end {
			return end
		}
	}
	return i
}
