package sqlite

import (
	"errors"
	"strings"
	"unicode"
)

// ErrNoWord tells that a search holds nothing that could be found.
var ErrNoWord = errors.New("the text to search for has no word in it")

// matchQuery turns what a person types into a query of FTS5: all words must occur, "several words" in double quotes as a
// phrase, word* stands for its beginnings, and OR between two terms for either of them. Nothing else has a meaning, so no
// input is an error of syntax; one without a single letter or digit is ErrNoWord.
func matchQuery(typed string) (string, error) {
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

// terms splits what was typed at white space outside double quotes, straight or curly; an open quote runs to the end.
func terms(typed string) []term {
	straight := strings.NewReplacer("“", `"`, "”", `"`, "„", `"`).Replace(typed)
	var out []term
	for i, piece := range strings.Split(straight, `"`) {
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
