package article

import (
	"fmt"
	"strings"
	"sync"
	"unicode"

	"demarche/data"
)

// signTable is data/lexicon/walls.tsv.
type signTable struct {
	titles map[string]string // a title, or a part of it, to its kind
	texts  [][2]string       // kind and phrase
}

// signs returns the table of signs, decoded once. A damaged table is a damaged program and panics; a test reads it.
var signs = sync.OnceValue(func() *signTable {
	rows, err := data.Table("lexicon/walls.tsv", "kind", "place", "phrase")
	if err != nil {
		panic(fmt.Sprintf("article: %v", err))
	}
	t := &signTable{titles: map[string]string{}}
	for _, r := range rows {
		if r.Fields[1] == "title" {
			t.titles[r.Fields[2]] = r.Fields[0]
		} else {
			t.texts = append(t.texts, [2]string{r.Fields[0], r.Fields[2]})
		}
	}
	return t
})

// signsIn returns the first phrase of each kind that a paragraph holds.
func signsIn(paragraph string) map[string]string {
	found := map[string]string{}
	low := strings.ToLower(strings.ReplaceAll(paragraph, "’", "'"))
	for _, s := range signs().texts {
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
