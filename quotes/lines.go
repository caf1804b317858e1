package quotes

import (
	"strings"
	"unicode"
)

// lines tells running prose from what else may be a paragraph: headings, signatures, stage directions, signs.
type lines struct {
	*wording
	paragraphs paragraphs
	verbs      verbGroups
	names      labelNames
}

// prose reports a paragraph of running text: it is long or ends as a sentence does; headings, places, times and stage
// directions do not.
func (li *lines) prose(t tokens) bool {
	const long = 14
	if t.empty() || li.noWords(t) || li.clock(t) || li.signed(t) {
		return false
	}
	end := li.is(t.hi-1, ".", "!", "?", ":", ";", "”", "\"", "…")
	return end && t.len() > 3 || t.len() >= long && li.verbs.finiteIn(t.lo, t.hi, true) >= 0
}

// running returns the first and the last paragraph of running prose in [lo, hi).
func (li *lines) running(lo, hi int) (first, last int, ok bool) {
	first, last = -1, -1
	for n := lo; n < hi; n++ {
		if li.prose(li.paragraphs.at(n)) {
			last = n
			if first < 0 {
				first = n
			}
		}
	}
	return first, last, first >= 0
}

// signed reports a line of those that close or open a letter: a name, a place and a day, or an address, in capitals
// alone.
func (li *lines) signed(t tokens) bool {
	const most, day = 12, 6
	if t.len() <= day && li.digitsIn(t) && li.verbs.finiteIn(t.lo, t.hi, true) < 0 {
		return true
	}
	line := li.span(t).Of(li.d.Text)
	if head, _, ok := strings.Cut(line, ","); ok && t.len() <= most && li.digitsIn(t) {
		line = head // "THE MANOR, March 2, 2022."
	}
	return t.len() <= most && allCaps(line)
}

// signature is the line in which a document is signed: the next short one that has a capitalised name and no end.
func (li *lines) signature(n int) tokens {
	for ; n < len(li.d.Paragraphs); n++ {
		t := li.paragraphs.at(n)
		if t.empty() || li.noWords(t) || li.is(t.hi-1, ",") { // "Sincerely,"
			continue
		}
		if t.len() >= 2 && t.len() < 8 && li.names.named(t.lo, li.trimFinal(t.lo, t.hi)) {
			return tokens{t.lo, li.trimFinal(t.lo, t.hi)}
		}
		return tokens{}
	}
	return tokens{}
}

// noWords reports a paragraph that nobody speaks: a stage direction, "END" and the time of day, signs.
func (li *lines) noWords(t tokens) bool {
	if li.omission(t) || li.separator(t) {
		return true
	}
	if li.is(t.lo, "end") && t.len() < 8 && li.capital(t.lo) {
		return true
	}
	return t.len() < 10 && li.clock(t)
}

// clock reports a line that begins with a time of day: "3:43 P.M. EDT".
func (li *lines) clock(t tokens) bool {
	s := li.span(t).Of(li.d.Text)
	hour, rest, ok := strings.Cut(s, ":")
	if !ok || len(hour) == 0 || len(hour) > 2 || len(rest) < 2 {
		return false
	}
	for _, r := range hour + rest[:2] {
		if !unicode.IsDigit(r) {
			return false
		}
	}
	rest = strings.ToLower(strings.TrimSpace(rest[2:]))
	rest = strings.Replace(rest, ".", "", 1)
	return rest == "" || strings.HasPrefix(rest, "am") || strings.HasPrefix(rest, "pm")
}

// omission reports a paragraph that says something was left out, or a stage direction.
func (li *lines) omission(t tokens) bool {
	s := li.span(t).Of(li.d.Text)
	for _, pair := range []string{"<>", "()", "[]"} {
		if len(s) < 90 && s[0] == pair[0] && s[len(s)-1] == pair[1] &&
			!strings.ContainsRune(s[1:len(s)-1], rune(pair[0])) {
			return true
		}
	}
	return false
}

// separator reports a paragraph of signs only: "* * *", "-0-".
func (li *lines) separator(t tokens) bool {
	if t.len() > 6 {
		return false
	}
	s := li.span(t).Of(li.d.Text)
	return strings.Trim(s, "*-–—# 0_=~") == ""
}
