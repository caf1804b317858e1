package article

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"demarche/data"
)

// phrases returns data/lexicon/pages.tsv by kind, decoded once. A damaged table is a damaged program and panics; a
// test reads it.
var phrases = sync.OnceValue(func() map[string][]string {
	rows, err := data.Table("lexicon/pages.tsv", "kind", "phrase")
	if err != nil {
		panic(fmt.Sprintf("article: %v", err))
	}
	table := map[string][]string{}
	for _, r := range rows {
		table[r.Fields[0]] = append(table[r.Fields[0]], r.Fields[1])
	}
	return table
})

// anyOf is a pattern for the phrases of those kinds, the longest first, with white space as it may be written.
func anyOf(kinds ...string) string {
	var all []string
	for _, k := range kinds {
		all = append(all, phrases()[k]...)
	}
	slices.SortStableFunc(all, func(a, b string) int { return len(b) - len(a) })
	for i, s := range all {
		s = strings.ReplaceAll(regexp.QuoteMeta(s), "'", "['’]")
		all[i] = strings.ReplaceAll(s, " ", `\s+`)
	}
	return `(?:` + strings.Join(all, "|") + `)`
}

// is reports whether s, without what frames it, is a phrase of that kind.
func is(kind, s string) bool {
	return slices.Contains(phrases()[kind], strings.Trim(strings.ToLower(oneLine(s)), ` .,;:|()[]-–—•·!`))
}

// noteInText finds the notes for screen readers that stand in a text behind a comma or in brackets.
var noteInText = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)\s*(?:[(\[]\s*` + anyOf("reader-note") + `\s*[)\]]|` +
		`, opens? (?:in (?:a )?)?new (?:tab|window)\b)`)
})

// withoutNotes takes the notes for screen readers out of a text.
func withoutNotes(s string) string {
	if !strings.ContainsAny(s, "([,") {
		return s
	}
	return noteInText().ReplaceAllString(s, "")
}
