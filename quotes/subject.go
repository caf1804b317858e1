package quotes

// subjectBefore finds the noun phrase that is the subject of the verb group which begins at vg, within a sentence (or a
// clause) that begins at lo. Introductory adverbials, and adjuncts between name and verb, are left out; appositives and
// relative clauses stay in.
func (g *grammar) subjectBefore(vg, lo int) (tokens, bool) {
	if vg > lo && g.has(vg-1, flagPronoun|flagFirst) && !(vg > lo+1 && g.is(vg-2, "and", "or")) {
		return tokens{vg - 1, vg}, true
	}
	t := tokens{g.clauseStart(vg, lo), vg}
	if t.empty() && vg > lo+1 && g.is(vg-1, "and", "but", ",") {
		if f := g.finiteBefore(vg-1, lo); f > lo { // the verb shares its subject: "gave explanations and noted that"
			return g.subjectBefore(g.verbGroup(f, lo), lo)
		}
	}
	t = g.afterObject(g.dropTail(g.afterRelative(g.dropIntro(t))), lo)
	if t.empty() || g.in(t.lo, words.RelativePronoun) && t.len() == 1 || g.whatClause(t) {
		return t, false
	}
	return t, g.namesSubject(t)
}

// afterObject leaves out the object of a clause before, which "and" or "but" seems to join to the subject: "They
// discussed the harbour and | the president | stressed", "noted the rise, and | she | welcomed". The clause of the
// subject begins at or after lo.
func (g *grammar) afterObject(t tokens, lo int) tokens {
	c := t.hi - 2
	for c > t.lo && !g.is(c, "and", "but") {
		c--
	}
	if c <= t.lo {
		return t
	}
	pronoun := c+2 == t.hi && g.has(c+1, flagPronoun|flagFirst)
	f := g.finiteBefore(t.lo, lo)
	if g.is(c, "but") || f >= 0 && (pronoun || g.objectAt(t.lo, f) && g.startsNP(c+1, t.hi)) {
		return tokens{c + 1, t.hi}
	}
	return t
}

// objectAt reports whether the phrase at i is the object of a preposition, or of the verb f right before it, which
// takes no clause.
func (g *grammar) objectAt(i, f int) bool {
	if g.has(i-1, flagPrep) {
		return true
	}
	v := g.w[f].cue.verb
	return f == i-1 && (v == nil || v.frames&frameThat == 0)
}

// finiteBefore returns the last finite verb of [lo, hi) that stands in no relative clause, -1 for none.
func (g *grammar) finiteBefore(hi, lo int) int {
	for f := hi - 1; f >= lo; f-- {
		if g.has(f, flagFinite) && !g.inRelative(f, lo) {
			return f
		}
	}
	return -1
}

// namesSubject reports a noun, a pronoun or a word that stands for one.
func (g *grammar) namesSubject(t tokens) bool {
	for i := t.lo; i < t.hi; i++ {
		if isNoun(g.tag(i)) || g.tag(i) == "PRP" || g.has(i, flagPronoun|flagFirst) || g.in(i, words.Indefinite) {
			return true
		}
	}
	return g.tag(t.hi-1) == "JJ"
}

// whatClause reports a subject whose verb has "what" for its object: "in answer to what | the agency | had said".
func (g *grammar) whatClause(t tokens) bool {
	for i := t.lo - 1; i < t.hi; i++ {
		if i >= 0 && g.in(i, words.WhatPronoun) {
			return true
		}
	}
	return false
}

// afterRelative is the subject of a relative clause's own verb: "an attack, over which | the ministry".
func (g *grammar) afterRelative(t tokens) tokens {
	for i := t.hi - 2; i > t.lo; i-- {
		if g.has(i, flagFinite) {
			return t
		}
		if g.has(i, flagRelative) && !g.is(i, "whose") && g.startsNP(i+1, t.hi) {
			return tokens{i + 1, t.hi}
		}
	}
	return t
}

// clauseStart returns where the clause of the verb group at vg begins, not before lo.
func (g *grammar) clauseStart(vg, lo int) int {
	for i := vg - 1; i >= lo; i-- {
		if g.is(i, ";", ":", "–", "—", "--") {
			return i + 1
		}
	}
	f := g.finiteBefore(vg, lo)
	if f < 0 {
		return lo
	}
	// a clause stands before: the subject is the noun phrase next to the verb
	k := vg
	for k > f+1 && g.inSubject(k-1, f+1, vg) {
		k--
	}
	return k
}

// inSubject reports a token of the noun phrase that ends at vg; lo is the first token that can be of it.
func (g *grammar) inSubject(p, lo, vg int) bool {
	if inNP(g.tag(p)) || g.is(p, "of", "&", "both") {
		return true
	}
	return p > lo && p+1 < vg && g.in(p, words.SubjectJoin) && isNoun(g.tag(p-1)) && inNP(g.tag(p+1))
}

// inRelative reports whether the finite verb at i belongs to a relative clause: who, which or that stands close
// before it.
func (g *grammar) inRelative(i, lo int) bool {
	for k := i - 1; k >= lo && k >= i-5; k-- {
		if g.has(k, flagRelative) || g.is(k, "that") && k > lo && isNoun(g.tag(k-1)) {
			return true
		}
		if g.is(k, ",") || g.has(k, flagFinite) && !g.has(k, flagHave|flagBe) && g.tag(k) != "MD" {
			if g.is(k+1, "and") {
				continue
			}
			return false
		}
	}
	return false
}

// dropIntro takes conjunctions, adverbs and adverbial phrases off the front of a subject's region.
func (g *grammar) dropIntro(t tokens) tokens {
	for !t.empty() {
		lo := g.introWord(t)
		if lo == t.lo && g.introPhrase(t.lo) {
			lo = g.introEnd(t)
		}
		if lo <= t.lo {
			return t
		}
		t.lo = lo
	}
	return t
}

// introWord returns the index behind a word or time at the front of t that is no part of a subject, t.lo for none.
func (g *grammar) introWord(t tokens) int {
	i := t.lo
	switch {
	case g.in(i, words.SubjectOpener, ",", "-", "•", "*"), g.has(i, flagQuoteMark): // signs of a list's item among them
		return i + 1
	case g.in(i, words.ListOrdinal) && i+1 < t.hi && g.is(i+1, ","):
		return i + 2
	case g.timeAgo(t) > 0:
		return g.timeAgo(t)
	case g.tag(i) == "RB", g.in(i, words.SubjectAdverb):
		return i + 1
	case g.has(i, flagTime) && i+1 < t.hi:
		return max(g.timePhrase(i, t.hi), i+1)
	case g.in(i, words.PointingWord) && g.timePhrase(i, t.hi) > i:
		return g.timePhrase(i, t.hi)
	case g.seq(i, t.hi, "that", "day"):
		return i + 2
	}
	return i
}

// timeAgo returns the token behind "a few years ago", "two weeks later" or "shortly ago" at the front of t; 0 for none.
func (g *grammar) timeAgo(t tokens) int {
	for k := t.lo; k+1 < t.hi && k < t.lo+5; k++ {
		if g.in(k, words.TimeUnit) &&
			g.in(k+1, words.OffsetDirection) {
			return k + 2
		}
		if !inNP(g.tag(k)) && g.tag(k) != "RB" {
			break
		}
	}
	return 0
}

// introPhrase reports whether an adverbial phrase or a participle begins at i.
func (g *grammar) introPhrase(i int) bool {
	return g.has(i, flagPrep) || g.tag(i) == "VBG" || g.in(i, words.SubjectLead) || g.tag(i) == "VBN"
}

// introEnd returns where the subject begins behind an introductory phrase at t.lo.
func (g *grammar) introEnd(t tokens) int {
	if k := g.introComma(t); k > 0 {
		return k + 1
	}
	if k := t.hi - 1; k > t.lo && g.has(k, flagPronoun|flagFirst) {
		return k
	}
	// no comma: "At the rally speakers", "In the message Pak", "On Monday the president"
	if k := g.adjunct(t.lo, t.hi); k > t.lo && k < t.hi {
		return k
	}
	k := g.npEnd(t.lo+1, t.hi)
	for k+1 < t.hi && k > t.lo+1 && g.in(k, words.SubjectPreposition) {
		k = g.npEnd(k+1, t.hi)
	}
	if k < t.hi && k > t.lo+1 && g.startsNP(k, t.hi) {
		return k
	}
	if g.in(t.lo, words.SubjectConjunction) && g.npEnd(t.lo+1, t.hi) == t.hi {
		return t.lo + 1 // "As the league demands that"
	}
	return t.lo
}

// introComma returns the comma between an introductory phrase and the subject, 0 for none.
func (g *grammar) introComma(t tokens) int {
	last := t.hi - 1
	if g.is(last, ",") { // an appositive closes before the verb: its comma does not end the introduction
		last--
		for last > t.lo && !g.is(last, ",") {
			last--
		}
		last--
	}
	for k := last; k > t.lo; k-- {
		if g.is(k, ",") && g.finiteIn(k+1, t.hi, true) < 0 && g.startsNP(k+1, t.hi) {
			return k
		}
	}
	return 0
}

// startsNP reports whether a noun phrase may begin at i.
func (g *grammar) startsNP(i, hi int) bool {
	return i < hi &&
		(inNP(g.tag(i)) && g.tag(i) != "VBN" && g.tag(i) != "VBG" || g.has(i, flagPronoun|flagFirst) ||
			g.in(i, words.SubjectQuantifier))
}

// dropTail takes adjuncts that stand between name and verb off the end: "in a statement on June 8", "Friday", "at
// talks".
func (g *grammar) dropTail(t tokens) tokens {
	for k := t.lo + 1; k < t.hi; k++ {
		if g.beginsTail(k, t.hi) {
			t.hi = k
			break
		}
	}
	if n := t.len(); n > 2 && g.tag(t.hi-1) == "VBN" && g.is(t.hi-2, ",") {
		t.hi -= 2
	}
	for t.len() > 1 && (g.in(t.hi-1, words.SubjectTail, ",") || g.tag(t.hi-1) == "RB") {
		t.hi--
	}
	return t
}

// beginsTail reports whether nothing but adjuncts stands in [k, hi): from a time, a comma or a preposition on.
func (g *grammar) beginsTail(k, hi int) bool {
	switch {
	case g.has(k, flagTime) && !g.is(k-1, "of", "the") && g.adjunctRun(k, hi):
		return true
	case g.is(k, ",") && k+1 < hi:
		return g.adjunct(k+1, hi) > k+1 && g.adjunctRun(k, hi) || g.seq(k+1, hi, "on", "behalf")
	case g.in(k, words.SubjectAdverbial):
		return g.adjunct(k, hi) > k && g.adjunctRun(k, hi)
	}
	return false
}

// adjunctRun reports whether nothing but adjuncts and commas stands in [k, hi).
func (g *grammar) adjunctRun(k, hi int) bool {
	for k < hi {
		e := k + 1
		if !g.is(k, ",") {
			e = g.anyAdjunct(k, hi)
		}
		if e == k {
			return false
		}
		k = e
	}
	return true
}

// anyAdjunct goes over an adverbial at k, what belongs to a document, or an "of" phrase or place behind its name; k
// where none stands.
func (g *grammar) anyAdjunct(k, hi int) int {
	if e := g.adjunct(k, hi); e > k {
		return e
	}
	if e := g.carrierTail(k, hi); e > k {
		return e
	}
	if !g.has(k, flagPrep) && !g.is(k, "and") {
		return k
	}
	if e := g.npEnd(k+1, hi); e > k+1 {
		return e
	}
	return k
}
