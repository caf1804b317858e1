package quotes

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// labelNames tells which words may stand for a speaker in the label of a turn: a name, an office, a role of a
// transcript. It does not know where a label ends.
type labelNames struct{ *wording }

// of is the label without what stands in brackets after the name, or after a comma: an office or an outlet.
func (ln *labelNames) of(t tokens, colon int) tokens {
	lo, hi := t.lo, colon
	if ln.has(lo, flagQuoteMark) && lo+1 < hi {
		lo++
	}
	for k := lo + 1; k < colon; k++ {
		if ln.is(k, "(", "[") || ln.is(k, ",") && ln.capitalEnds(lo, k) && ln.described(k+1, colon) {
			hi = k
			break
		}
	}
	return tokens{lo, hi}
}

// described reports capitalised words alone, up to four, as they stand after a comma in a label: "Official
// Spokesperson", "Harbour Post".
func (ln *labelNames) described(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if !ln.capital(k) {
			return false
		}
	}
	return lo < hi && hi-lo <= 4
}

// named reports whether [lo, hi) is a person's name, with titles before it: it ends in capitalised words and holds no
// verb.
func (ln *labelNames) named(lo, hi int) bool {
	s := ln.d.Text[ln.d.Tokens[lo].Start:ln.d.Tokens[hi-1].End]
	switch {
	case allCaps(s):
		return hi-lo <= 14 && utf8.RuneCountInString(s) > 2 && ln.capital(lo) && !ln.prepIn(lo, hi)
	case ln.w[hi-1].noun&nounOffice != 0, ln.tag(lo) == "DT", !ln.capitalEnds(lo, hi):
		return false // an office stands before the name
	}
	for i := lo; i < hi; i++ {
		if !ln.inName(i, hi) {
			return false
		}
	}
	return !ln.has(lo, flagPrep) && (hi-lo <= 12 && !ln.prepIn(lo, hi) || ln.official(tokens{lo, hi}))
}

// capitalEnds reports two words or more of which the first and the last two begin with a capital; a particle may stand
// before the last.
func (ln *labelNames) capitalEnds(lo, hi int) bool {
	if hi-lo < 2 || !ln.capital(lo) || !ln.capital(hi-1) {
		return false
	}
	return ln.capital(hi-2) || ln.in(hi-2, words.LabelParticle)
}

// inName reports a token that may stand in a name with its titles: no verb, pronoun or time, no comma before a small
// letter.
func (ln *labelNames) inName(i, hi int) bool {
	proper, cue := ln.tag(i) == "NNP", ln.w[i].cue.verb != nil
	switch {
	case cue && !proper && ln.tag(i) != "NN", ln.has(i, flagFinite) && !proper && !ln.capital(i):
		return false
	case ln.has(i, flagPronoun|flagFirst|flagRelative|flagBe|flagTime):
		return false
	}
	return !ln.is(i, ",") || i+1 >= hi || ln.capital(i+1)
}

// prepIn reports a preposition that no name has in it.
func (ln *labelNames) prepIn(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if ln.in(i, words.LabelPreposition) {
			return true
		}
	}
	return false
}

// official reports a label that names an office or is a role of a transcript, or a title before a name.
func (ln *labelNames) official(name tokens) bool {
	if name.len() == 1 {
		return ln.isRole(name.lo)
	}
	for i := name.lo; i < name.hi; i++ {
		if ln.w[i].noun&nounOffice != 0 || lexicon().labels[ln.w[i].low] == roleTitle {
			return true
		}
	}
	return false
}

// isRole reports labels that are no names.
func (ln *labelNames) isRole(i int) bool {
	switch lexicon().labels[ln.w[i].low] {
	case roleAsks, roleAnswers, roleAside:
		return ln.capital(i)
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

// nameLike reports a word that may end a name.
func (ln *labelNames) nameLike(i int) bool {
	return isNoun(ln.tag(i)) || allCaps(ln.d.Word(i)) || ln.w[i].noun&(nounMedium|nounOffice) != 0 || ln.isRole(i)
}

// stopName reports a name that may stand before a full stop: a title and a surname in capitals, "The" and an office,
// or an office and a surname.
func (ln *labelNames) stopName(t tokens) bool {
	roles := lexicon().labels
	if ln.is(t.lo, "the") {
		for i := t.lo + 1; i < t.hi; i++ {
			if roles[ln.w[i].low] == roleChair {
				return t.len() <= 5 && ln.capital(t.lo+1)
			}
		}
		return false
	}
	if t.len() < 2 || roles[ln.w[t.lo].low] != roleTitle && ln.w[t.lo].noun&nounOffice == 0 {
		if ln.is(t.lo, "q") && t.len() == 1 {
			return true
		}
		return false
	}
	for i := t.lo; i < t.hi; i++ {
		if !ln.capital(i) && !ln.in(i, words.LabelInner) {
			return false
		}
	}
	return allCaps(ln.d.Word(t.lo+1)) || ln.w[t.lo].noun&nounOffice != 0
}

// isLetterRole reports a role of one letter, "Q" or "A".
func (ln *labelNames) isLetterRole(i int) bool { return ln.d.Tokens[i].Len() == 1 && ln.isRole(i) }

// role is the role of a label of role words, or of one that ends with one: "Foreign journalist", "AUDIENCE MEMBER".
func (ln *labelNames) role(name tokens) labelRole {
	role := lexicon().labels[strings.TrimSuffix(ln.w[name.hi-1].low, ".")]
	switch {
	case role == roleAsks && (name.len() == 1 || ln.d.Tokens[name.hi-1].Len() > 1):
		return role
	case role == roleAside, role == roleAnswers && name.len() == 1:
		return role
	}
	return ""
}

// medium reports a label that names a carrier of news.
func (ln *labelNames) medium(name tokens) bool {
	for i := name.lo; i < name.hi; i++ {
		if ln.w[i].noun&nounMedium != 0 {
			return true
		}
	}
	return false
}

// key names the bearer of a label within the document: by the last word of a name.
func (ln *labelNames) key(name tokens) string {
	hi := name.hi
	for i := name.lo + 1; i < hi; i++ {
		if ln.is(i, "of") && lexicon().labels[ln.w[name.lo].low] == roleTitle { // "Mr. SMITH of New Jersey"
			hi = i
		}
	}
	return strings.TrimSuffix(ln.w[hi-1].low, ".")
}
