package article

import (
	"strings"
	"unicode"
)

// signTable is data/lexicon/walls.tsv.
type signTable struct {
	titles map[string]string // a title, or a part of it, to its kind
	texts  [][2]string       // kind and phrase
}

// signsOf makes the table of its rows.
func signsOf(rows [][]string) signTable {
	t := signTable{titles: map[string]string{}}
	for _, f := range rows {
		if f[1] == "title" {
			t.titles[f[2]] = f[0]
		} else {
			t.texts = append(t.texts, [2]string{f[0], f[2]})
		}
	}
	return t
}

// signsIn returns the first phrase of each kind that a paragraph holds.
func signsIn(paragraph string) map[string]string {
	found := map[string]string{}
	low := strings.ToLower(strings.ReplaceAll(paragraph, "’", "'"))
	for _, s := range lexicon().signs.texts {
		if found[s[0]] == "" && strings.Contains(low, s[1]) {
			found[s[0]] = s[1]
		}
	}
	return found
}

// plainWords returns the words of a title in lower case, without punctuation.
func plainWords(s string) string {
	s = strings.ToLower(strings.ReplaceAll(s, "’", "'"))
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\''
	}), " ")
}
