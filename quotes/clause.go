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

// carrier reports a noun phrase's head that carries words (a document or an event) within the few tokens from i on,
// and the index behind it; adjectives, determiners and compounds may stand before it.
func (g *grammar) carrier(i, hi int) (end int, ok bool) {
	for k := i; k < hi && k < i+8 && inNP(g.tag(k)); k++ {
		if g.w[k].noun&(nounDocument|nounEvent) != 0 && g.tag(k) != "VBN" && g.headsPhrase(k, hi) {
			return k + 1, true
		}
	}
	return i, false
}

// headsPhrase reports a noun that no other noun goes on with: an office, a time or a name may follow.
func (g *grammar) headsPhrase(k, hi int) bool {
	if k+1 == hi || !isNoun(g.tag(k+1)) {
		return true
	}
	return g.tag(k) == "NN" && g.tag(k+1) == "NNP" || g.w[k+1].noun&nounOffice != 0 || g.has(k+1, flagTime)
}

// timePhrase returns the index behind a date or time that begins at i: "June 8", "Monday", "Sept. 5 and 6", "8 May
// 2010", "2011".
func (g *grammar) timePhrase(i, hi int) int {
	k, named := i, false
	for ; k < hi; k++ {
		switch {
		case g.has(k, flagTime), k > i && g.in(k, words.TimeUnitOrPart), g.timeFigure(k, hi, named):
			named = true
		case named && (g.joinsTime(k, hi) || g.in(k, words.DayOrdinal)): // "October eighteenth"
		case !named && g.leadsTime(k, hi):
		case g.is(k, "same") && k > i:
		case named:
			return k
		default:
			return i
		}
	}
	if named {
		return k
	}
	return i
}

// timeFigure reports a number that is part of a date: behind or before the name of a month, or a year after "in".
func (g *grammar) timeFigure(k, hi int, named bool) bool {
	if g.tag(k) != "CD" {
		return false
	}
	year := g.d.Tokens[k].Len() == 4 && k > 0 && g.is(k-1, "in", "of")
	return named || year || k+1 < hi && g.has(k+1, flagTime)
}

// joinsTime reports what joins a date to a further number or name of one: "Sept. 5 and 6".
func (g *grammar) joinsTime(k, hi int) bool {
	return k+1 < hi && g.is(k, "and", ",", "-", "–") && (g.tag(k+1) == "CD" || g.has(k+1, flagTime))
}

// leadsTime reports a word before a time: "last Monday", "the week".
func (g *grammar) leadsTime(k, hi int) bool {
	return k+1 < hi && g.in(k, words.TimeLead) && (g.has(k+1, flagTime) || g.in(k+1, words.TimeHead))
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
	case i+1 < hi && g.in(i, words.HereThere) && (g.has(i+1, flagFinite) || g.tag(i+1) == "VB"):
		return i
	case g.in(i, words.ClauseAdverb), g.tag(i) == "RB" && !g.has(i, flagNegation) && !g.in(i, words.FocusAdverb):
		return i + 1
	case !g.has(i, flagPrep) || i+1 >= hi:
		return i
	}
	return g.prepAdjunct(i, hi)
}

// prepAdjunct is adjunct for a preposition at i, behind which more stands.
func (g *grammar) prepAdjunct(i, hi int) int {
	switch {
	case g.is(i, "in") && g.in(i+1, words.InAdverbial), g.is(i, "with", "through") && g.in(i+1, words.Feeling):
		return i + 2
	case g.is(i, "for") && i+3 < hi && g.in(i+1, words.OrderDeterminer) && g.in(i+2, words.OrderWord):
		return i + 3 + b2i(g.is(i+3, "time"))
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
		e := g.titleTail(k, hi)
		switch {
		case g.seq(k, hi, "in", "this", "regard"):
			e = k + 3
		case k+1 < hi && g.in(k, words.AdverbialNameNext) && (g.tagged(k+1, "NNP", "DT") || g.is(k+1, "south")):
			if e = g.npEnd(k+1, hi); e == k+1 {
				e = k
			}
		}
		if e == k {
			e = g.adjunct(k, hi)
		}
		if e == k {
			return k
		}
		k = e
	}
	return k
}

// titleTail goes over the title of a document: "titled “X”", "under the title “X”"; k where none stands there.
func (g *grammar) titleTail(k, hi int) int {
	if !g.in(k, words.TitledVerb) && !(k+2 < hi && g.is(k, "under") && g.in(k+2, words.TitleNoun)) {
		return k
	}
	const most = 30 // tokens to the mark, and in marks
	open := g.markWithin(k+1, hi, most)
	if closed := g.markWithin(open+1, hi, most); closed < min(hi, open+most) {
		return closed + 1
	}
	return k
}

// markWithin returns the first quotation mark in [k, hi) within so many tokens, or where the search ends.
func (g *grammar) markWithin(k, hi, most int) int {
	end := min(hi, k+most-1)
	for k < end && !g.has(k, flagQuoteMark) {
		k++
	}
	return k
}

// npEnd returns the index behind the base noun phrase at i, with "of" phrases.
func (g *grammar) npEnd(i, hi int) int {
	k := i
	for k < hi && g.inBase(k, i, hi) {
		k++
	}
	if k == i && k < hi && g.tag(k) == "PRP" {
		return k + 1
	}
	return k
}

// inBase reports whether token k goes on with the base noun phrase that begins at i. A pronoun, a time, a determiner, a
// participle that reports, begin something else.
func (g *grammar) inBase(k, i, hi int) bool {
	tag := g.tag(k)
	if k == i {
		return tag != "PRP" && (inNP(tag) || tag == "RB")
	}
	switch {
	case g.has(k, flagTime), tag == "PRP":
		return false
	case tag == "VBG" && g.w[k].cue.verb != nil && isNoun(g.tag(k-1)):
		return false
	case tag == "DT":
		return g.in(k-1, words.BeforeDeterminer)
	case inNP(tag):
		return true
	}
	return k+1 < hi && inNP(g.tag(k+1)) && (g.is(k, "of") || g.is(k, "and", "&") && isNoun(g.tag(k-1)))
}

// b2i is 1 for true.
func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
