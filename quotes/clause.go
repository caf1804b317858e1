package quotes

import (
	"demarche/data"
	"demarche/quotes/text"
)

// tokens is a half-open range of tokens.
type tokens struct{ lo, hi int }

func (t tokens) empty() bool { return t.lo >= t.hi }
func (t tokens) len() int    { return t.hi - t.lo }

// grammar reads the sentences of one document.
type grammar struct {
	d *text.Doc
	w []wordInfo
}

func (g *grammar) tag(i int) string { return g.d.Tokens[i].Tag }

// tagged reports whether the tag of token i is one of those.
func (g *grammar) tagged(i int, tags ...string) bool {
	tag := g.tag(i)
	for _, t := range tags {
		if tag == t {
			return true
		}
	}
	return false
}

// seq reports whether the words stand one after the other from token i, before hi.
func (g *grammar) seq(i, hi int, words ...string) bool {
	if i+len(words) > hi {
		return false
	}
	for n, w := range words {
		if g.w[i+n].low != w {
			return false
		}
	}
	return true
}

// is reports whether token i, in lower case, is one of the words.
func (g *grammar) is(i int, words ...string) bool {
	for _, w := range words {
		if g.w[i].low == w {
			return true
		}
	}
	return false
}

// in reports whether token i is of the class, or one of the marks.
func (g *grammar) in(i int, class data.Set, marks ...string) bool {
	return class[g.w[i].low] || g.is(i, marks...)
}

func (g *grammar) has(i int, f wordFlag) bool { return g.w[i].flags&f != 0 }

// span returns the bytes that a range of tokens covers.
func (g *grammar) span(t tokens) text.Span {
	return text.Span{Start: g.d.Tokens[t.lo].Start, End: g.d.Tokens[t.hi-1].End}
}

// finiteIn returns the first finite verb in [lo, hi), -1 for none. Verbs of relative clauses do not count when outer
// is set.
func (g *grammar) finiteIn(lo, hi int, outer bool) int {
	for i := lo; i < hi; i++ {
		if g.has(i, flagFinite) {
			return i
		}
		if outer && i > lo && g.has(i, flagRelative) {
			// over the relative clause's own verb
			for i < hi && !g.has(i, flagFinite) {
				i++
			}
		}
	}
	return -1
}

// verbGroup returns where the group of the verb at i begins: auxiliaries and adverbs before it belong to it.
func (g *grammar) verbGroup(i, lo int) int {
	for i > lo {
		switch p := i - 1; {
		case g.has(p, flagBe|flagHave|flagNegation),
			g.tag(p) == "MD" && !g.is(p, "may") || g.in(p, words.PreVerbAdverb):
		case p > lo && g.is(p, "both"):
		case g.tag(p) == "RB" && !g.has(p, flagTime):
		default:
			return i
		}
		i--
	}
	return i
}

// saysWords reports a noun phrase's head that carries words (a document or an event) within the few tokens from i on,
// and the index behind it; adjectives, determiners and compounds may stand before it.
func (g *grammar) carrier(i, hi int) (end int, ok bool) {
	for k := i; k < hi && k < i+8; k++ {
		if !inNP(g.tag(k)) {
			break
		}
		if g.w[k].noun&(nounDocument|nounEvent) != 0 &&
			(k+1 == hi || !isNoun(g.tag(k+1)) || g.tag(k) == "NN" && g.tag(k+1) == "NNP" || g.w[k+1].noun&nounOffice != 0 || g.has(k+1, flagTime)) &&
			g.tag(k) != "VBN" {
			return k + 1, true
		}
	}
	return i, false
}

// timePhrase returns the index behind a date or time that begins at i: "June 8", "Monday", "Sept. 5 and 6", "8 May
// 2010", "2011".
func (g *grammar) timePhrase(i, hi int) int {
	k, named := i, false
	for k < hi {
		switch {
		case g.has(k, flagTime):
			named = true
		case g.tag(k) == "CD" && (named || k+1 < hi && g.has(k+1, flagTime) || g.d.Tokens[k].Len() == 4 && k > 0 && g.is(k-1, "in", "of")):
			named = true
		case named && g.is(k, "and", ",", "-", "–") && k+1 < hi && (g.tag(k+1) == "CD" || g.has(k+1, flagTime)):
		case !named && g.in(k, words.TimeLead) && k+1 < hi && (g.has(k+1, flagTime) || g.in(k+1, words.TimeHead)):
		case named && g.in(k, words.DayOrdinal): // "October eighteenth"
		case g.is(k, "same") && k > i:
		case g.in(k, words.TimeUnitOrPart) && k > i:
			named = true
		default:
			if !named {
				return i
			}
			return k
		}
		k++
	}
	if !named {
		return i
	}
	return k
}

// adjunct returns the index behind an adverbial that begins at i, or i: "on June 8", "Friday", "in a statement",
// "again", "in particular", "for the first time", "when meeting him" is none.
func (g *grammar) adjunct(i, hi int) int {
	if i >= hi {
		return i
	}
	if k := g.timePhrase(i, hi); k > i {
		return k
	}
	switch {
	case g.is(i, "here", "there") && i+1 < hi && (g.has(i+1, flagFinite) || g.tag(i+1) == "VB"):
		return i
	case g.in(i, words.ClauseAdverb):
		return i + 1
	case g.tag(i) == "RB" && !g.has(i, flagNegation) && !g.in(i, words.FocusAdverb):
		return i + 1
	case !g.has(i, flagPrep) || i+1 >= hi:
		return i
	}
	if g.is(i, "in") && g.in(i+1, words.InAdverbial) {
		k := i + 2
		return k
	}
	if g.is(i, "for") && i+3 < hi && g.in(i+1, words.OrderDeterminer) && g.in(i+2, words.OrderWord) {
		return i + 3 + b2i(g.is(i+3, "time"))
	}
	if g.is(i, "with", "through") && i+1 < hi && g.in(i+1, words.Feeling) {
		return i + 2
	}
	if g.in(i, words.EncounterPreposition) {
		if k := g.timePhrase(i+1, hi); k > i+1 {
			if k < hi && g.tag(k) == "POS" {
				return g.npEnd(k+1, hi) // "at Thursday's summit"
			}
			return k
		}
	}
	if g.in(i, words.AdverbialPreposition) {
		if k, ok := g.carrier(i+1, hi); ok {
			return g.carrierTail(k, hi)
		}
	}
	return i
}

// carrierTail goes over what belongs to a document or event: "in a statement | on June 8", "in a message | to Putin",
// "in an article | titled "..."".
func (g *grammar) carrierTail(k, hi int) int {
	for k < hi {
		switch {
		case g.in(k, words.AdverbialNext) && k+1 < hi && g.is(k, "in") && g.is(k+1, "this") && k+2 < hi && g.is(k+2, "regard"):
			k += 3
			continue
		case g.in(k, words.AdverbialNameNext) && k+1 < hi && (g.tag(k+1) == "NNP" || g.tag(k+1) == "DT" || g.is(k+1, "south")):
			e := g.npEnd(k+1, hi)
			if e > k+1 {
				k = e
				continue
			}
		case g.in(k, words.TitledVerb) || g.is(k, "under") && k+2 < hi && g.in(k+2, words.TitleNoun):
			m := k + 1
			for m < hi && m < k+30 && !g.has(m, flagQuoteMark) {
				m++
			}
			n := m + 1
			for n < hi && n < m+30 && !g.has(n, flagQuoteMark) {
				n++
			}
			if n < hi && n < m+30 {
				k = n + 1
				continue
			}
		}
		if e := g.adjunct(k, hi); e > k {
			k = e
			continue
		}
		break
	}
	return k
}

// npEnd returns the index behind the base noun phrase at i, with "of" phrases.
func (g *grammar) npEnd(i, hi int) int {
	k := i
	for k < hi {
		switch {
		case g.has(k, flagTime) && k > i:
			return k
		case g.tag(k) == "PRP":
			if k == i {
				return k + 1
			}
			return k
		case g.tag(k) == "VBG" && k > i && g.w[k].cue.verb != nil && isNoun(g.tag(k-1)):
			return k
		case g.tag(k) == "DT" && k > i && !g.in(k-1, words.BeforeDeterminer):
			return k
		case inNP(g.tag(k)) || g.tag(k) == "RB" && k == i:
		case g.is(k, "of") && k+1 < hi && inNP(g.tag(k+1)) && k > i:
		case g.is(k, "and", "&") && k > i && k+1 < hi && isNoun(g.tag(k-1)) && inNP(g.tag(k+1)):
		default:
			return k
		}
		k++
	}
	return k
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
