package marks

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// ofMany reports whether the mark is the apostrophe of a plural, "the ships’ crews", inside of a stretch that a later
// mark closes after the end of a clause.
func (s *scanner) ofMany(i int) bool {
	if w := s.d.Word(i - 1); !strings.HasSuffix(w, "s") || i+1 >= s.last || s.gluedNext(i) {
		return false
	}
	if r, _ := utf8.DecodeRuneInString(s.d.Word(i + 1)); !unicode.IsLetter(r) {
		return false
	}
	for k := i + 1; k < min(s.last, i+maxSingle); k++ {
		switch s.d.Word(k) {
		case "‘", "‚", "“", "\"":
			return false
		case "’", "'":
			if !s.glued(k) {
				return false
			}
			switch s.d.Word(k - 1) {
			case ",", ".", "?", "!":
				return true
			}
		}
	}
	return false
}
