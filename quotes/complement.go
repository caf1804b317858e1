package quotes

// complements matches what follows a cue verb against the frames of the verb: what words it reports, if any. It does
// not know who speaks, nor where the words end.
type complements struct {
	*wording
	times      times
	nouns      nounPhrases
	verbs      verbGroups
	adverbials adverbials
	clauses    clauses
	recipients recipients
	light      lightVerbs
}

// complement is what a cue verb reports: the words from token lo on. For a light verb cueHi is after its noun.
type complement struct {
	lo, cueHi int
	frame     frame
}

// phraseFrames take a noun phrase, not a clause, so that the phrase may end before the sentence does.
const phraseFrames = frameNP | frameKey | frameAs | frameOf | frameDoc | framePrep | frameRcptAbout | frameRcptFor |
	frameRcptOn | frameRcptNP | frameRcptAs | frameRcptPlace | frameRcptAgainst | frameBareNP | frameGiven |
	frameAttention | frameEmphasis | frameWith

// of matches what follows the verb at i against its frames; hi ends the sentence.
func (cp *complements) of(i, hi int, v *cueVerb) (complement, bool) {
	if v.class == classLight {
		return cp.light.complement(i, hi, v)
	}
	c := complement{cueHi: i + 1}
	if i+2 < hi && !cp.has(i+2, flagTime) && cp.calledOn(v, i+1, hi, &c) { // "on Congress" is no place or time
		return c, true
	}
	k := cp.times.behindOn(cp.adverbials.afterVerb(i, hi, v), hi)
	if k >= hi || cp.elsewhere(k, hi) {
		return complement{}, false
	}
	if q := cp.marksAfterColon(k, hi); q > 0 && v.frames&frameColon != 0 {
		c.lo, c.frame = q, frameColon
		return c, true
	}
	switch {
	case cp.verbs.relativeThat(k, hi), cp.unnamed(k, hi):
		return complement{}, false
	case cp.thatClause(k, hi, v, &c), cp.preps(v, k, hi, &c), cp.lateClause(i, k, hi, v, &c):
		return c, true
	case v.lemma == "welcome" && cp.visitor(k, hi):
		return complement{}, false
	}
	return c, cp.byFrame(k, hi, v, &c) || cp.lateDeed(k, hi, v, &c)
}

// unnamed reports at k that somebody keeps his name back: "asked | not to be named", "insisted | on anonymity".
func (cp *complements) unnamed(k, hi int) bool {
	if k+1 < hi && cp.has(k, flagPrep) && cp.in(k+1, words.Namelessness) {
		return true
	}
	for j := k; j < hi && j < k+5; j++ {
		if cp.in(j, words.NamedParticiple) {
			return j > k+1 && cp.is(j-1, "be") && (cp.is(j-2, "not") || cp.is(j-2, "to") && cp.is(k, "not"))
		}
	}
	return false
}

// lateDeed reads a deed after where and when it was pledged, from the preposition at k on: "agreed | at the summit
// in Lima on June 6 | to meet". It begins after a time, not after a noun that it may belong to.
func (cp *complements) lateDeed(k, hi int, v *cueVerb, c *complement) bool {
	if v.frames&frameTo == 0 || !cp.has(k, flagPrep) {
		return false
	}
	for j := k + 1; j+1 < hi && j < k+20; j++ {
		switch {
		case cp.has(j, flagFinite|flagQuoteMark|flagRelative), cp.is(j, ";", ":", "and"),
			cp.is(j, "that") && cp.clauses.dayMeant(j, hi) == j:
			return false
		case cp.verbs.infinitive(j, hi):
			c.lo, c.frame = j, frameTo
			return cp.has(j-1, flagTime) || cp.in(j-1, words.TimeUnitOrPart)
		}
	}
	return false
}

// thatClause reads a clause with "that" at k.
func (cp *complements) thatClause(k, hi int, v *cueVerb, c *complement) bool {
	if k+1 >= hi || !cp.is(k, "that") || v.frames&(frameThat|frameRcptThat) == 0 {
		return false
	}
	e := cp.nouns.end(k+1, hi)
	subjunctive := e < hi && cp.tag(e) == "VB" // "demanded that Lind leave"
	if isNoun(cp.tag(k+1)) && v.frames&frameNP != 0 && cp.verbs.finiteIn(k+1, hi, true) < 0 && !subjunctive {
		return false // "rejected | that allegation"
	}
	c.lo, c.frame = k+1, frameThat|frameRcptThat
	return true
}

// lateClause reads a clause after something else: "made clear in a letter that X", "said in a statement, the X". i is
// the index of the verb.
func (cp *complements) lateClause(i, k, hi int, v *cueVerb, c *complement) bool {
	if v.frames&frameThat == 0 {
		return false
	}
	if cp.verbs.infinitive(k, hi) {
		return false // "agreed | to open the port, a step that Varn wanted"
	}
	timeBefore := k+1 < hi && cp.in(k, words.TimeUnit) && cp.is(k+1, "after", "before")
	if cp.has(k, flagPrep) || cp.in(k, words.ThatLead, ",") || timeBefore { // "insisted hours after it that"
		if that := cp.clauses.thatWithin(k+1, hi); that > 0 && that+1 < hi {
			c.lo, c.frame = that+1, frameThat
			return true
		}
	}
	if k > i+1 && cp.is(k, ",") && cp.nouns.starts(k+1, hi) && cp.clauses.bare(k+1, hi) {
		c.lo, c.frame = k+1, frameThat
		return true
	}
	return false
}

// A complementRule finds the complement of a verb that has one of its frames.
type complementRule struct {
	frame frame
	// at tells whether the complement begins at k.
	at func(cp *complements, k, hi int) bool
	// behind, where at is nil, returns the first token of the complement behind a recipient at k; not above 0 for
	// none.
	behind func(rc *recipients, k, hi int, v *cueVerb) int
}

// byFrame tries the frames of the verb at what stands at k; the first that fits is taken.
func (cp *complements) byFrame(k, hi int, v *cueVerb, c *complement) bool {
	for _, rule := range [...]complementRule{
		{frame: frameTo, behind: (*recipients).promised},
		{frame: frameRcptTo, behind: (*recipients).appeal},
		{frame: frameRcptThat, behind: func(rc *recipients, k, hi int, _ *cueVerb) int { return rc.that(k, hi) }},
		{frame: frameRcptAbout, behind: func(rc *recipients, k, hi int, _ *cueVerb) int { return rc.about(k, hi) }},
		{frame: frameRcptFor, behind: func(rc *recipients, k, hi int, _ *cueVerb) int { return rc.afterPrep(k, hi, "for") }},
		{frame: frameRcptAgainst, behind: func(rc *recipients, k, hi int, _ *cueVerb) int {
			return rc.afterPrep(k, hi, "against")
		}},
		{frame: frameRcptOn, behind: func(rc *recipients, k, hi int, _ *cueVerb) int {
			return rc.afterPrep(k, hi, "on", "upon", "over")
		}},
		{frame: frameRcptNP, behind: func(rc *recipients, k, hi int, _ *cueVerb) int { return rc.wished(k, hi) }},
		{frame: frameRcptPlace, behind: func(rc *recipients, k, hi int, _ *cueVerb) int { return rc.place(k, hi) }},
		{frame: frameTo, at: func(cp *complements, k, hi int) bool { return cp.verbs.infinitive(k, hi) }},
		{frame: frameAs, at: func(cp *complements, k, hi int) bool { return cp.recipients.afterPrep(k, hi, "as") > 0 }},
		{frame: frameOf, at: func(cp *complements, k, hi int) bool { return cp.recipients.afterPrep(k, hi, "of") > 0 }},
		{frame: frameWith, at: func(cp *complements, k, hi int) bool { return cp.with(k, hi) }},
		{frame: frameRcptAs, at: func(cp *complements, k, hi int) bool { return cp.recipients.calledNames(k, hi) }},
		{frame: frameThat | frameNP, at: func(cp *complements, k, _ int) bool { return cp.has(k, flagQuoteMark) }},
		{frame: frameThat, behind: func(rc *recipients, k, hi int, v *cueVerb) int { return rc.clauses.ofVerb(k, hi, v) }},
		{frame: frameNP, at: func(cp *complements, k, hi int) bool { return cp.nouns.object(k, hi) }},
		{frame: frameBareNP, at: func(cp *complements, k, _ int) bool { return cp.tagged(k, "NN", "NNS", "NNPS", "JJ") }},
		{frame: frameDoc, at: func(cp *complements, k, hi int) bool { return cp.nouns.starts(k, hi) }},
		{frame: frameKey, at: func(cp *complements, k, hi int) bool { return cp.nouns.keyPhrase(k, hi) }},
	} {
		lo := k
		switch {
		case v.frames&rule.frame == 0, rule.at != nil && !rule.at(cp, k, hi):
			continue
		case rule.at == nil:
			lo = rule.behind(&cp.recipients, k, hi, v)
		}
		if lo > 0 && lo < hi {
			c.lo, c.frame = lo, rule.frame
			return true
		}
	}
	return false
}

// with reports somebody's name at k, right after which "with" stands: "threatened | Varn with a new tariff".
func (cp *complements) with(k, hi int) bool {
	e := cp.nouns.end(k, hi)
	return cp.nouns.starts(k, hi) && e+1 < hi && cp.is(e, "with") && cp.tag(e-1) == "NNP"
}

// visitor reports a person at k who is received at a place: "welcomed | the chancellor to the palace".
func (cp *complements) visitor(k, hi int) bool {
	person := false
	for j := k; j+1 < hi && j < k+25; j++ {
		switch {
		case cp.is(j, "to"):
			return person && cp.tag(j+1) != "VB"
		case cp.has(j, flagFinite), cp.tag(j) == "POS", cp.w[j].noun&nounKey != 0:
			return false
		}
		person = person || cp.tag(j) == "NNP" || cp.w[j].noun&nounOffice != 0
	}
	return false
}

// elsewhere reports a stand-in for words that are told elsewhere: "told this in a call", "said as follows:".
func (cp *complements) elsewhere(k, hi int) bool {
	return k+1 < hi && (cp.is(k, "this", "so") && cp.has(k+1, flagPrep) || cp.is(k, "as") && cp.is(k+1, "follows"))
}

// marksAfterColon returns the quotation mark after a colon that follows k with nothing but phrases between: "said on
// its website: “X”"; 0 for none.
func (cp *complements) marksAfterColon(k, hi int) int {
	for j := k; j+1 < hi && j < k+20; j++ {
		if cp.is(j, ":") {
			if cp.has(j+1, flagQuoteMark) {
				return j + 1
			}
			return 0
		}
		if cp.has(j, flagFinite|flagQuoteMark) || cp.is(j, ";") {
			return 0
		}
	}
	return 0
}

// prepBehind returns the token after a preposition of the verb's own that follows the one who is spoken to:
// "apologised to N for | X"; 0 for none.
func (cp *complements) prepBehind(v *cueVerb, k, hi int) int {
	if v.frames&frameToRcpt == 0 || !cp.is(k, "to") || k+1 >= hi || !cp.nouns.starts(k+1, hi) {
		return 0
	}
	e := cp.times.behindOn(cp.nouns.end(k+1, hi), hi)
	if n := cp.prepOf(v, e, hi); n > 0 && !cp.times.only(e+n, hi) {
		return e + n
	}
	return 0
}

// preps matches prepositions of the verb's own: "called for | X", "called on | N to", "spoke in favour of | X".
func (cp *complements) preps(v *cueVerb, k, hi int, c *complement) bool {
	if v.frames&framePrep == 0 {
		return false
	}
	if n := cp.prepOf(v, k, hi); n > 0 {
		c.lo, c.cueHi, c.frame = k+n, k+n, framePrep
		return !cp.times.only(k+n, hi)
	}
	if lo := cp.prepBehind(v, k, hi); lo > 0 {
		c.lo, c.frame = lo, framePrep
		return true
	}
	return cp.calledOn(v, k, hi, c)
}

// calledOn reads "on N to X" at k after "called".
func (cp *complements) calledOn(v *cueVerb, k, hi int, c *complement) bool {
	if !words.CallLemma[v.lemma] || !cp.in(k, words.CallOn) || k+1 >= hi || !cp.nouns.starts(k+1, hi) ||
		cp.recipients.infinitiveObject(k+1, hi, false) <= 0 {
		return false
	}
	c.lo, c.cueHi, c.frame = k+1, k+1, frameRcptTo
	return true
}
