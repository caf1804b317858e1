package merge

import (
	"slices"
	"strings"
	"unicode"

	"demarche/data"
)

// words are the classes of English words that the comparison of wordings asks for: stop words carry no meaning of
// their own, and occasions that are not one share the words of CommonOccasion.
var words = data.Classes[struct{ CommonOccasion, StopWord data.Set }]()

// Stems returns the stems of the words of a text that carry meaning, in their order: what wordings are compared by.
func Stems(t string) []string {
	parts := strings.FieldsFunc(strings.ToLower(apostrophes.Replace(t)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\''
	})
	var out []string
	for _, w := range spelled(parts) {
		w = strings.TrimSuffix(strings.Trim(w, "'"), "'s")
		if w != "" && !words.StopWord[w] && !words.StopWord[strings.ReplaceAll(w, "'", "")] {
			out = append(out, stem(w))
		}
	}
	return slices.Clip(out)
}

// apostrophes are the ways in which one is typed.
var apostrophes = strings.NewReplacer("’", "'", "ʼ", "'", "‘", "'")

// spelled puts letters that stand alone together: a name written with a full stop behind each letter is one word.
func spelled(parts []string) []string {
	out := make([]string, 0, len(parts))
	letters := 0 // at the end of out
	for _, w := range parts {
		if len(w) == 1 && letters > 0 {
			out[len(out)-1] += w
			continue
		}
		letters = 0
		if len(w) == 1 {
			letters = 1
		}
		out = append(out, w)
	}
	return out
}

// stemRunes is the length to which a word is cut: long enough to keep words apart, short enough to make one of the
// forms of a word ("invincible", "invincibility").
const stemRunes = 6

// stem cuts a word in lower case to what its forms have in common.
func stem(w string) string {
	r := []rune(w)
	if n := len(r); n > 3 && n <= stemRunes && r[n-1] == 's' && r[n-2] != 's' {
		r = r[:n-1]
	}
	return string(r[:min(len(r), stemRunes)])
}
