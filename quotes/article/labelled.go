package article

import (
	"strings"
)

// label is what the words before a day say of it.
type label int

// A day without a label may be any; the others are kinds of data/lexicon/pages.tsv.
const (
	unlabelled label = iota
	published
	changed
	visited // by a reader or an archive: printing, access, download
	elsewhere
)

// surer reports whether a day with a label is likelier that of publication than one with another.
func (l label) surer(than label) bool { return l == published && than != published }

// String is the kind of phrases of data/lexicon/pages.tsv that are the label.
func (l label) String() string {
	return [...]string{published: "published", changed: "changed", visited: "visited", elsewhere: "elsewhere"}[l]
}

// maxLabelled is how many bytes may lie between a label and its day.
const maxLabelled = 60

// labelledDay is a day that a text names, with its label and the bytes where it stands.
type labelledDay struct {
	day        string // YYYY-MM-DD
	label      label
	start, end int
}

// daysIn returns the days that a short text names, in their order, each with the label that stands before it, or after
// it in brackets.
func daysIn(s string, dayFirst bool) []labelledDay {
	var out []labelledDay
	for from := 0; len(out) < 8; {
		d, at, n := nextDay(s[from:], dayFirst)
		if d == "" {
			break
		}
		day := labelledDay{day: d, label: labelBefore(s[from : from+at]), start: from + at, end: from + at + n}
		if rest := strings.TrimLeft(s[day.end:], " "); day.label == unlabelled && strings.HasPrefix(rest, "(") {
			inside, after, _ := strings.Cut(rest[1:], ")")
			if day.label = labelOf(inside); day.label != unlabelled {
				day.end = len(s) - len(after)
			}
		}
		out = append(out, day)
		from = day.end
	}
	return out
}

// labelBefore returns the last label in a text, unless too much follows it.
func labelBefore(s string) label {
	at := len(s)
	for from := max(0, len(s)-maxLabelled); from < at; {
		m := dayShape.label.FindStringSubmatchIndex(s[from:])
		if m == nil {
			break
		}
		last := s[from+m[2] : from+m[3]]
		from += m[3]
		if dayShape.label.FindStringIndex(s[from:]) == nil {
			return labelOf(last)
		}
	}
	return unlabelled
}

// labelOf returns the label that a phrase is.
func labelOf(s string) label {
	s = strings.ReplaceAll(s, "’", "'")
	for l := published; l <= elsewhere; l++ {
		if is(l.String(), s) {
			return l
		}
	}
	return unlabelled
}

// dayNote reports whether a short text says when the article was published, changed or visited, and hardly more.
func dayNote(s string) bool {
	if len(s) > 200 {
		return false
	}
	days := daysIn(s, false)
	rest, from := "", 0
	for _, d := range days {
		if d.label == unlabelled {
			return false
		}
		rest += s[from:d.start]
		from = d.end
	}
	if len(days) == 0 {
		return false
	}
	rest = dayShape.label.ReplaceAllString(rest+s[from:], " ")
	return letters(rest) <= 24
}
