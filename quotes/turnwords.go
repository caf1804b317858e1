package quotes

import (
	"strings"
	"unicode"

	"demarche/quotes/text"
)

// turnWords is the span of the words of a turn, without stage directions and the time of day at its ends.
func (g *grammar) turnWords(t turn) (text.Span, bool) {
	head := g.paragraphs.at(t.first)
	lo := g.afterDirections(t.from, head.hi)
	out := g.spokenSpan(tokens{lo, head.hi})
	for n := t.first + 1; n < t.last; n++ {
		p := g.paragraphs.at(n)
		if !p.empty() && g.separator(p) {
			break
		}
		if p.empty() || g.noWords(p) {
			continue
		}
		if s := g.spokenSpan(p); out.Len() == 0 {
			out = s
		} else {
			out.End = max(out.End, s.End)
		}
	}
	return out, out.Len() > 0
}

// spokenSpan is the span of a paragraph without the stage directions at its end; empty where nothing is left.
func (g *grammar) spokenSpan(t tokens) text.Span {
	for t.hi > t.lo && g.is(t.hi-1, ")", "]") {
		k := t.hi - 1
		for k > t.lo && !g.is(k, "(", "[") {
			k--
		}
		if k > t.lo && !g.is(k-1, ".", "!", "?", "—", "…", "”", "\"", ")", "]") {
			break // a bracket within the sentence
		}
		t.hi = k
	}
	if t.empty() {
		return text.Span{}
	}
	return g.span(t)
}

// afterDirections goes on from token lo behind stage directions that stand before a sentence: "(As interpreted.) We
// ...".
func (g *grammar) afterDirections(lo, hi int) int {
	for lo < hi && g.is(lo, "(", "[") {
		k := lo
		for k < hi && !g.is(k, ")", "]") {
			k++
		}
		if k+1 < hi && !g.opensTurn(k+1) {
			return lo
		}
		lo = k + 1
	}
	return lo
}

// noWords reports a paragraph that nobody speaks: a stage direction, "END" and the time of day, signs.
func (g *grammar) noWords(t tokens) bool {
	if g.omission(t) || g.separator(t) {
		return true
	}
	if g.is(t.lo, "end") && t.len() < 8 && g.capital(t.lo) {
		return true
	}
	return t.len() < 10 && g.clock(t)
}

// clock reports a line that begins with a time of day: "3:43 P.M. EDT".
func (g *grammar) clock(t tokens) bool {
	s := g.span(t).Of(g.d.Text)
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
func (g *grammar) omission(t tokens) bool {
	s := g.span(t).Of(g.d.Text)
	for _, pair := range []string{"<>", "()", "[]"} {
		if len(s) < 90 && s[0] == pair[0] && s[len(s)-1] == pair[1] &&
			!strings.ContainsRune(s[1:len(s)-1], rune(pair[0])) {
			return true
		}
	}
	return false
}
