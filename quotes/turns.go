package quotes

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"demarche/quotes/text"
)

// turns reads a transcript: paragraphs that begin with a speaker's label and a colon, each turn going on until the next.
func (g *grammar) turns() []Quote {
	labels := make([]int, len(g.d.Paragraphs))
	for n := range g.d.Paragraphs {
		if t := g.paragraph(n); !t.empty() {
			labels[n] = g.label(t)
		}
	}
	first := 0
	if g.headline(labels) {
		first, labels[0] = 1, 0
	}
	seen := map[string]bool{}
	strong, sure := 0, false
	for n := range g.d.Paragraphs {
		t := g.paragraph(n)
		if labels[n] > 0 {
			name := g.w[labels[n]-1].low
			strong++
			sure = sure || seen[name] || g.official(t.lo, labels[n])
			seen[name] = true
		}
	}
	if !sure { // headings with a colon look like labels; a transcript repeats a name, or gives an office or a role
		return nil
	}
	if strong > 1 {
		for n := first; n < len(labels); n++ {
			if t := g.paragraph(n); labels[n] == 0 && !t.empty() {
				labels[n] = g.outletLabel(t)
			}
		}
	}
	return g.readTurns(labels)
}

// headline reports that the label of the first paragraph is none of the transcript's: it is not in capitals, as most others are.
func (g *grammar) headline(labels []int) bool {
	if len(labels) == 0 || g.paragraph(0).empty() {
		return false
	}
	colon := max(labels[0], g.outletLabel(g.paragraph(0)))
	if colon == 0 || g.capitals(0, colon) {
		return false
	}
	capitals, others := 0, 0
	for n := 1; n < len(labels); n++ {
		switch {
		case labels[n] == 0:
		case g.capitals(n, labels[n]):
			capitals++
		default:
			others++
		}
	}
	return capitals > others
}

// capitals reports a label that is written in capitals alone.
func (g *grammar) capitals(paragraph, colon int) bool {
	return allCaps(g.labelName(g.paragraph(paragraph), colon).Of(g.d.Text))
}

// official reports a label that names an office or is a role of a transcript, or capitals with a title before a name.
func (g *grammar) official(lo, colon int) bool {
	if colon-lo == 1 {
		return g.isRole(lo)
	}
	for i := lo; i < colon; i++ {
		if g.w[i].noun&nounOffice != 0 || g.is(i, "mr", "ms", "mrs", "mr.", "ms.", "mrs.", "dr.") {
			return true
		}
	}
	return false
}

// readTurns cuts the text at the labels, whose colons stand by paragraph.
func (g *grammar) readTurns(labels []int) []Quote {
	var out []Quote
	open := false
	for n := range g.d.Paragraphs {
		t := g.paragraph(n)
		if t.empty() {
			continue
		}
		if c := labels[n]; c > 0 {
			q := Quote{Form: Unmarked, Act: Speech, By: "rule:turn", P: 0.95, Source: []text.Span{g.labelName(t, c)}}
			if c+1 < t.hi {
				q.Content = []text.Span{g.span(tokens{c + 1, t.hi})}
				out = append(out, q)
				open = true
			} else if n+1 < len(g.d.Paragraphs) && labels[n+1] == 0 {
				q.Content = []text.Span{g.span(g.paragraph(n + 1))}
				out = append(out, q)
				open = true
			} else {
				open = false
			}
			continue
		}
		if open && g.separator(t) {
			open = false
		}
		if open && !g.omission(t) {
			last := &out[len(out)-1].Content[0]
			last.End = max(last.End, g.span(t).End)
		}
	}
	return out
}

// outletLabel reads the label of a questioner in a transcript that others have shown to be one: "Reuters:", "The Paper:".
func (g *grammar) outletLabel(t tokens) int {
	for k := t.lo + 1; k < t.hi && k <= t.lo+5; k++ {
		if g.is(k, ":") {
			if k+1 < t.hi && g.opensTurn(k+1) {
				return k
			}
			return 0
		}
		if r, _ := utf8.DecodeRuneInString(g.d.Word(k)); !unicode.IsUpper(r) {
			return 0
		}
	}
	return 0
}

// omission reports a paragraph that says something was left out, or a stage direction.
func (g *grammar) omission(t tokens) bool {
	s := g.span(t).Of(g.d.Text)
	return strings.HasPrefix(s, "<") && strings.HasSuffix(s, ">") && len(s) < 16 || strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") && len(s) < 60 || strings.HasPrefix(s, "[") && strings.HasSuffix(s, "]") && len(s) < 60
}

func (g *grammar) isTurn(t tokens) bool { return !t.empty() && g.label(t) > 0 }

// labelName is the label without what stands in brackets behind the name.
func (g *grammar) labelName(t tokens, colon int) text.Span {
	lo, hi := t.lo, colon
	if g.has(lo, flagQuoteMark) && lo+1 < hi {
		lo++
	}
	for k := lo + 1; k < colon; k++ {
		if g.is(k, "(", "[") {
			hi = k
			break
		}
	}
	return g.span(tokens{lo, hi})
}

// label returns the colon behind a speaker's label at the head of a paragraph, 0 where there is none.
func (g *grammar) label(t tokens) int {
	colon := 0
	for k := t.lo + 1; k < t.hi && k < t.lo+30; k++ {
		if g.is(k, ":") {
			colon = k
			break
		}
		if g.is(k, ";", "?", "!") || g.has(k, flagQuoteMark) || g.is(k, ".") && !(g.d.Tokens[k-1].Len() <= 3 && allCaps(g.d.Word(k-1))) {
			return 0
		}
	}
	if colon == 0 {
		return 0
	}
	hi := colon
	for k := t.lo + 1; k < colon; k++ {
		if g.is(k, "(", "[") {
			hi = k
			break
		}
	}
	if hi-t.lo == 1 && g.isRole(t.lo) {
		return colon
	}
	if colon+1 >= t.hi && !allCaps(g.d.Text[g.d.Tokens[t.lo].Start:g.d.Tokens[hi-1].End]) {
		return 0
	}
	if g.named(t.lo, hi) && (colon+1 >= t.hi || g.opensTurn(colon+1)) {
		return colon
	}
	return 0
}

// isRole reports labels that are no names.
func (g *grammar) isRole(i int) bool {
	return g.is(i, "q", "a", "question", "answer", "remark", "reply", "response", "moderator", "interviewer", "reporter", "journalist", "correspondent", "host", "voice", "operator") && unicode.IsUpper(rune(g.d.Word(i)[0]))
}

func (g *grammar) opensTurn(i int) bool {
	r, _ := utf8.DecodeRuneInString(g.d.Word(i))
	return unicode.IsUpper(r) || unicode.IsDigit(r) || strings.ContainsRune("“\"‘«…<([¿", r)
}

// named reports whether [lo, hi) is a person's name, with titles before it: it ends in capitalised words and holds no verb.
func (g *grammar) named(lo, hi int) bool {
	s := g.d.Text[g.d.Tokens[lo].Start:g.d.Tokens[hi-1].End]
	if !allCaps(s) && g.w[hi-1].noun&nounOffice != 0 {
		return false // an office stands before the name
	}
	if allCaps(s) {
		return hi-lo <= 14 && utf8.RuneCountInString(s) > 2
	}
	capital := func(i int) bool {
		r, _ := utf8.DecodeRuneInString(g.d.Word(i))
		return unicode.IsUpper(r)
	}
	if !capital(lo) || hi-lo < 2 || !capital(hi-1) || !capital(hi-2) && !g.is(hi-2, "al", "bin", "van", "von", "de", "el", "ibn", "of") {
		return false
	}
	for i := lo; i < hi; i++ {
		if g.w[i].cue.verb != nil && g.tag(i) != "NNP" && g.tag(i) != "NN" || g.has(i, flagFinite) && g.tag(i) != "NNP" && !capital(i) || g.has(i, flagPronoun|flagFirst|flagRelative|flagBe) {
			return false
		}
		if g.tag(i) == "DT" && i == lo || g.is(i, ",") && i+1 < hi && !capital(i+1) || g.has(i, flagTime) {
			return false
		}
	}
	return !g.has(lo, flagPrep) && (hi-lo <= 12 && !g.prepIn(lo, hi) || g.official(lo, hi))
}

func (g *grammar) prepIn(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if g.is(i, "over", "by", "with", "from", "after", "before", "on", "in", "to", "at", "for", "against") {
			return true
		}
	}
	return false
}

// allCaps reports letters without a small one among them.
func allCaps(s string) bool {
	letters := false
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		letters = letters || unicode.IsUpper(r)
	}
	return letters
}
