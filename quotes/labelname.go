package quotes

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// labelName is the label without what stands in brackets after the name, or after a comma: an office or an outlet.
func (g *grammar) labelName(t tokens, colon int) tokens {
	lo, hi := t.lo, colon
	if g.has(lo, flagQuoteMark) && lo+1 < hi {
		lo++
	}
	for k := lo + 1; k < colon; k++ {
		if g.is(k, "(", "[") || g.is(k, ",") && g.capitalEnds(lo, k) && g.describedAs(k+1, colon) {
			hi = k
			break
		}
	}
	return tokens{lo, hi}
}

// describedAs reports capitalised words alone, up to four, as they stand after a comma in a label: "Official
// Spokesperson", "Harbour Post".
func (g *grammar) describedAs(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if !g.capital(k) {
			return false
		}
	}
	return lo < hi && hi-lo <= 4
}

// named reports whether [lo, hi) is a person's name, with titles before it: it ends in capitalised words and holds no
// verb.
func (g *grammar) named(lo, hi int) bool {
	s := g.d.Text[g.d.Tokens[lo].Start:g.d.Tokens[hi-1].End]
	switch {
	case allCaps(s):
		return hi-lo <= 14 && utf8.RuneCountInString(s) > 2 && g.capital(lo) && !g.prepIn(lo, hi)
	case g.w[hi-1].noun&nounOffice != 0, g.tag(lo) == "DT", !g.capitalEnds(lo, hi):
		return false // an office stands before the name
	}
	for i := lo; i < hi; i++ {
		if !g.inName(i, hi) {
			return false
		}
	}
	return !g.has(lo, flagPrep) && (hi-lo <= 12 && !g.prepIn(lo, hi) || g.official(tokens{lo, hi}))
}

// capitalEnds reports two words or more of which the first and the last two begin with a capital; a particle may stand
// before the last.
func (g *grammar) capitalEnds(lo, hi int) bool {
	if hi-lo < 2 || !g.capital(lo) || !g.capital(hi-1) {
		return false
	}
	return g.capital(hi-2) || g.in(hi-2, words.LabelParticle)
}

// inName reports a token that may stand in a name with its titles: no verb, pronoun or time, no comma before a small
// letter.
func (g *grammar) inName(i, hi int) bool {
	proper, cue := g.tag(i) == "NNP", g.w[i].cue.verb != nil
	switch {
	case cue && !proper && g.tag(i) != "NN", g.has(i, flagFinite) && !proper && !g.capital(i):
		return false
	case g.has(i, flagPronoun|flagFirst|flagRelative|flagBe|flagTime):
		return false
	}
	return !g.is(i, ",") || i+1 >= hi || g.capital(i+1)
}

func (g *grammar) prepIn(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if g.in(i, words.LabelPreposition) {
			return true
		}
	}
	return false
}

// official reports a label that names an office or is a role of a transcript, or a title before a name.
func (g *grammar) official(name tokens) bool {
	if name.len() == 1 {
		return g.isRole(name.lo)
	}
	for i := name.lo; i < name.hi; i++ {
		if g.w[i].noun&nounOffice != 0 || lexicon().labels[g.w[i].low] == roleTitle {
			return true
		}
	}
	return false
}

// isRole reports labels that are no names.
func (g *grammar) isRole(i int) bool {
	switch lexicon().labels[g.w[i].low] {
	case roleAsks, roleAnswers, roleAside:
		return g.capital(i)
	}
	return false
}

func (g *grammar) opensTurn(i int) bool {
	r, _ := utf8.DecodeRuneInString(g.d.Word(i))
	return unicode.IsUpper(r) || unicode.IsDigit(r) || strings.ContainsRune("“\"‘«…<([¿", r)
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
