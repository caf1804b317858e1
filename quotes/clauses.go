package quotes

// clauses tells clauses from phrases: where one with or without "that" begins. It does not know what verb they are
// told by.
type clauses struct {
	*wording
	times times
	nouns nounPhrases
	verbs verbGroups
}

// bare reports a clause without "that" at k: a subject and later a finite verb of its own.
func (cl *clauses) bare(k, hi int) bool {
	if cl.in(k, words.ContentBreak, ",", ";", ":", ".", ")", "(") || cl.has(k, flagFinite) && !cl.has(k, flagFirst) {
		return cl.in(k, words.QuestionWord)
	}
	if e := cl.nouns.end(k, hi); e > k && e < hi && cl.is(e, "that") && isNoun(cl.tag(e-1)) {
		return false // "clarified the idea that": a noun phrase
	}
	if cl.has(k, flagPrep) && !cl.subjectAfter(k, hi) {
		return false
	}
	f := cl.ownVerb(k, hi)
	// not "claims sovereignty, might", "stressed the pact, and the ministers met": the verb of another clause
	return f > k && !(cl.is(f-1, ",") && cl.commas(k, f) == 1) && !cl.between(k, f)
}

// ownVerb is the first finite verb of a clause that would begin at k, -1 for none: not that of what somebody calls a
// thing, "recalled its envoy | after what Lind called an insult".
func (cl *clauses) ownVerb(k, hi int) int {
	f := cl.verbs.finiteIn(k+1, hi, true)
	for f > k && cl.calling(k, f) {
		f = cl.verbs.finiteIn(f+1, hi, true)
	}
	return f
}

// calling reports that the verb at f, in a clause from k on, is that of a subject after "what": "for what | the
// ministry called".
func (cl *clauses) calling(k, f int) bool {
	s := cl.verbs.group(f, k)
	for s > k && (inNP(cl.tag(s-1)) || cl.has(s-1, flagPronoun|flagFirst)) && !cl.in(s-1, words.WhatPronoun) {
		s--
	}
	return s > k+1 && s < f && cl.in(s-1, words.WhatPronoun)
}

// subjectAfter reports that something else than the phrases of prepositions from k on can be the subject of a clause:
// "in the north | the port is shut", not "in a note put out at noon", "on condition of silence, as the talks go on".
func (cl *clauses) subjectAfter(k, hi int) bool {
	for k < hi && cl.has(k, flagPrep) {
		e := cl.nouns.end(k+1, hi)
		if t := cl.times.end(k+1, hi); t > e {
			e = t
		}
		if e == k+1 {
			return true
		}
		k = e
	}
	return k < hi && !cl.has(k, flagFinite) && cl.tag(k) != "VBN" && !(cl.is(k, ",") && cl.has(k+1, flagPrep))
}

// between reports whether a comma with "and" or "but" and a subject stand in [lo, f), or "and" with a pronoun
// right before f: "noted the importance of trade and they agreed".
func (cl *clauses) between(lo, f int) bool {
	if f-2 > lo && cl.has(f-1, flagPronoun|flagFirst) && cl.is(f-2, "and", "but") {
		return true
	}
	for j := lo; j+2 < f; j++ {
		if cl.is(j, ",") && cl.is(j+1, "and", "but") && cl.nouns.starts(j+2, f) {
			return cl.commas(lo, f) == 1
		}
	}
	return false
}

// ofVerb returns k where a clause without "that" stands there for a verb, else -1. Behind a verb that takes a
// recipient the clause's subject must be next to its verb, else the phrase is the recipient ("told the press at a talk
// that was held").
func (cl *clauses) ofVerb(k, hi int, v *cueVerb) int {
	if cl.bare(k, hi) {
		e := cl.nouns.end(k, hi)
		if v.frames&frameRcptThat == 0 || e < hi && cl.has(e, flagFinite) {
			return k
		}
	}
	if cl.plain(v, k, hi) {
		return k
	}
	return -1
}

// plain is the last resort for "said": the tagger took the clause's verb for a noun.
func (cl *clauses) plain(v *cueVerb, k, hi int) bool {
	return v.lemma == "say" && hi-k > 4 && cl.nouns.starts(k, hi) && !cl.in(k, words.SayObject)
}

// felt reports a clause without "that" at k: "expressed hope the talks would succeed".
func (cl *clauses) felt(k, hi int) bool { return !cl.has(k, flagPrep) && cl.bare(k, hi) }

// thatWithin returns a "that" after a recipient at k-1, with nothing but names, appositions and adverbials between;
// 0 for none.
func (cl *clauses) thatWithin(k, hi int) int {
	for j := k; j+1 < hi && j < k+30; j++ {
		switch {
		case cl.is(j, "so"), cl.is(j, "that") && cl.has(j-1, flagPrep):
			return 0
		case cl.dayMeant(j, hi) > j:
			j = cl.dayMeant(j, hi) - 1
		case cl.verbs.relativeThat(j, hi):
			// over its verb: "at a summit that brought together ten leaders that"
			for j++; j+1 < hi && !cl.has(j, flagFinite); j++ {
			}
		case cl.is(j, "that") && !cl.is(j-1, "and"):
			return j
		case cl.noVerb(j):
		case cl.has(j, flagFinite|flagQuoteMark|flagRelative), cl.in(j, words.Regarding, ";", ":"):
			return 0
		case cl.is(j-1, ",") && cl.tag(j) == "VBG",
			cl.is(j, "of") && cl.tag(j-1) == "NNP" && (cl.tag(j+1) != "NNP" || cl.tag(j+2) == "POS"):
			return 0
		}
	}
	return 0
}

// dayMeant returns the token after a "that" at j that points to a time, and its time: "that evening", "that very
// day"; j for every other word.
func (cl *clauses) dayMeant(j, hi int) int {
	if !cl.is(j, "that") {
		return j
	}
	if j+2 < hi && cl.in(j+1, words.DayStress) && cl.in(j+2, words.TimeUnit) {
		return j + 3
	}
	return cl.times.end(j, hi)
}

// noVerb reports a token at j that the tagger took for a finite verb: of a name, "Solomon Islands", or a participle,
// "bankers gathered in the hall".
func (cl *clauses) noVerb(j int) bool {
	if cl.tag(j) == "VBZ" {
		return cl.tag(j-1) == "NNP" && cl.capital(j)
	}
	return cl.tag(j) == "VBD" && isNoun(cl.tag(j-1)) && cl.in(j, words.PlacedParticiple) && cl.has(j+1, flagPrep)
}
