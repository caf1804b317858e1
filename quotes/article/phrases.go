package article

import (
	"regexp"
	"slices"
	"strings"
)

// anyOf is a pattern for the phrases of those kinds, the longest first, with white space as it may be written.
func anyOf(kinds ...string) string {
	var all []string
	for _, k := range kinds {
		all = append(all, lexicon().phrases[k]...)
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
	return slices.Contains(lexicon().phrases[kind], strings.Trim(strings.ToLower(oneLine(s)), ` .,;:|()[]-–—•·!`))
}

// oneOf is the shape of the patterns of a kind of data/lexicon/furniture.tsv, between two others.
func oneOf(before, kind, after string) *regexp.Regexp {
	patterns := lexicon().patterns[kind]
	if patterns == nil {
		panic("lexicon/furniture.tsv has no kind " + kind)
	}
	return regexp.MustCompile(before + `(?:` + strings.Join(patterns, "|") + `)` + after)
}

// withoutNotes takes the notes for screen readers out of a text.
func withoutNotes(s string) string {
	if !strings.ContainsAny(s, "([,") {
		return s
	}
	return lineShape.readerNote.ReplaceAllString(s, "")
}
