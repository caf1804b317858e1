package sqlite

import (
	"strings"
	"unicode"
)

// What can be wrong with a text to search for: it holds nothing that could be found, or a phrase that has no end.
const (
	ErrNoWord     Refusal = "the text to search for has no word in it"
	ErrOpenPhrase Refusal = "a quotation mark is not closed"
)

// CheckText tells what is wrong with a text to search for, see Filter.Text: ErrNoWord, ErrOpenPhrase or nothing.
func CheckText(typed string) error {
	_, err := matchQuery(typed)
	return err
}

// matchQuery turns what a person types into a query of FTS5: all words must occur, "several words" in double quotes
// as a phrase, word* stands for its beginnings, and OR between two terms for either of them. Nothing else has a
// meaning, so no input is an error of syntax; one without a single letter or digit is ErrNoWord, an odd number of
// quotes ErrOpenPhrase.
func matchQuery(typed string) (string, error) {
	typed = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`).Replace(typed)
	if strings.Count(typed, `"`)%2 == 1 {
		return "", ErrOpenPhrase
	}
	var all [][]string // every group must match by one of its alternatives
	or := false
	for _, t := range terms(typed) {
		if t.bare && t.text == "OR" {
			or = len(all) > 0
			continue
		}
		words := strings.FieldsFunc(t.text, func(r rune) bool { return !wordly(r) })
		if len(words) == 0 {
			continue
		}
		phrase := `"` + strings.Join(words, " ") + `"`
		if t.bare && strings.HasSuffix(t.text, "*") {
			phrase += "*"
		}
		if or {
			all[len(all)-1] = append(all[len(all)-1], phrase)
		} else {
			all = append(all, []string{phrase})
		}
		or = false
	}
	if len(all) == 0 {
		return "", ErrNoWord
	}
	groups := make([]string, len(all))
	for i, alternatives := range all {
		groups[i] = "(" + strings.Join(alternatives, " OR ") + ")"
	}
	return strings.Join(groups, " AND "), nil
}

// wordly reports whether a rune is part of a word: FTS5's unicode61 takes letters, digits and the marks on them.
func wordly(r rune) bool { return unicode.In(r, unicode.L, unicode.N, unicode.M) }

// term is a word or a phrase as typed; bare means without quotation marks.
type term struct {
	text string
	bare bool
}

// terms splits what was typed at white space outside double quotes.
func terms(typed string) []term {
	var out []term
	for i, piece := range strings.Split(typed, `"`) {
		if i%2 == 1 {
			out = append(out, term{piece, false})
			continue
		}
		for _, w := range strings.Fields(piece) {
			out = append(out, term{w, true})
		}
	}
	return out
}
