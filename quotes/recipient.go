package quotes

// infinitiveObject returns k where a noun phrase at k is followed by an infinitive: "both sides to show", -1
// otherwise. For a verb that takes a recipient and a clause, "that" ends the recipient: "told N that he wants to go".
func (g *grammar) infinitiveObject(k, hi int, clause bool) int {
	if !g.startsNP(k, hi) || g.w[k].noun&nounKey != 0 {
		return -1
	}
	for j := k + 1; j < hi && j < k+40; j++ {
		if g.infinitive(j, hi) && !g.in(j-1, words.PurposeNoun) {
			return k
		}
		if g.has(j, flagFinite) && !g.inRelative(j, k) || g.is(j, ";", ":") || clause && g.is(j, "that") {
			return -1
		}
	}
	return -1
}

// recipientThat returns the token behind "that" in "N that X", or behind N in "him X"; -1 for neither.
func (g *grammar) recipientThat(k, hi int) int {
	if !g.startsNP(k, hi) {
		return -1
	}
	if that := g.thatWithin(k+1, hi); that > 0 {
		return that + 1
	}
	for j := k + 1; j < hi && j < k+16; j++ {
		if g.has(j, flagFinite) {
			// without "that": the clause's subject stands before its verb
			s := g.verbGroup(j, k)
			if s > k+1 && g.has(s-1, flagPronoun|flagFirst) {
				return s - 1
			}
			if e := g.npEnd(k, hi); e < s && g.startsNP(e, s) {
				return e
			}
			return -1
		}
		if g.in(j, words.Regarding, ",", ";", ":") {
			return -1
		}
	}
	return -1
}

// thatWithin returns a "that" behind a recipient at k-1, with nothing but names, appositions and adverbials between;
// 0 for none.
func (g *grammar) thatWithin(k, hi int) int {
	for j := k; j+1 < hi && j < k+30; j++ {
		switch {
		case g.is(j, "so"), g.is(j, "that") && (g.has(j-1, flagPrep) || g.timePhrase(j, hi) > j):
			return 0
		case g.relativeThat(j, hi):
			// over its verb: "at a summit that brought together ten leaders that"
			for j++; j+1 < hi && !g.has(j, flagFinite); j++ {
			}
		case g.is(j, "that") && !g.is(j-1, "and"):
			return j
		case g.has(j, flagFinite|flagQuoteMark|flagRelative), g.in(j, words.Regarding, ";", ":"):
			return 0
		case g.is(j, "of") && g.tag(j-1) == "NNP", g.is(j-1, ",") && g.tag(j) == "VBG":
			return 0
		}
	}
	return 0
}

// relativeThat reports a "that" at j that is the subject of a relative clause: its verb follows at once.
func (g *grammar) relativeThat(j, hi int) bool {
	return g.is(j, "that") && j+1 < hi && isNoun(g.tag(j-1)) && g.has(j+1, flagFinite) && !g.is(j+1, "may")
}

// recipientAbout returns what follows the preposition in "informed N about X", "told N of X".
func (g *grammar) recipientAbout(k, hi int) int {
	if !g.startsNP(k, hi) {
		return -1
	}
	of := -1
	for j := k + 1; j < hi && j < k+24; j++ {
		switch {
		case g.is(j, "on") && g.timeOnly(j+1, hi):
		case g.in(j, words.OnTopic):
			if of >= 0 && j > of+6 {
				return of
			}
			return j + 1
		case g.is(j, "of") && j+1 < hi && g.endsRecipient(j-1):
			if of < 0 {
				of = j + 1
			}
		case g.has(j, flagFinite) || g.is(j, ";", ":"):
			return of
		}
	}
	return of
}

// endsRecipient reports a pronoun or name at k, behind which "of" opens what was told: "told him of X", but not "the
// President of X".
func (g *grammar) endsRecipient(k int) bool {
	if g.tag(k) == "PRP" || g.is(k, "other") {
		return true
	}
	return g.tag(k) == "NNP" && g.w[k].noun&nounOffice == 0 && !g.in(k, words.StateHead)
}

// wished returns where the thing wished begins in "wished N X": behind a pronoun, else at the adjective before a good.
func (g *grammar) wished(k, hi int) int {
	if !g.startsNP(k, hi) {
		return -1
	}
	if g.tag(k) == "PRP" {
		return k + 1
	}
	for j := k; j < hi && j < k+24; j++ {
		if g.in(j, words.Blessing) {
			s := j
			for s > k && (g.tagged(s-1, "JJ", "JJR", "RB") || g.modifiesBlessing(s-1, k)) {
				s--
			}
			return s
		}
	}
	return k
}

// modifiesBlessing reports whether the word at i, in a phrase from k on, stands before what is wished, other than as
// an adjective: a mark or "and" only behind an adjective.
func (g *grammar) modifiesBlessing(i, k int) bool {
	return g.in(i, words.BlessingModifier, ",") && (i > k && g.tag(i-1) == "JJ" || !g.is(i, "and", ","))
}

// calledNames reports "N N" where somebody is called something: an object and then a phrase with "a" or an adjective.
func (g *grammar) calledNames(k, hi int) bool {
	if !g.startsNP(k, hi) || g.tag(k) == "CD" {
		return false
	}
	for j := k + 1; j < hi && j < k+10; j++ {
		if g.in(j, words.Article, "\"", "“") {
			return j > k+1 || g.tag(k) == "PRP" || g.tag(k) == "NNP"
		}
		if g.has(j, flagFinite) || g.has(j, flagPrep) && !g.is(j, "of") || g.is(j, ",", ";") {
			return false
		}
	}
	return false
}
