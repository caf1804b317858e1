package quotes

// complement is what a cue verb reports: the words from token lo on. For a light verb cueHi is behind its noun.
type complement struct {
	lo, cueHi int
	frame     frame
}

// phraseFrames take a noun phrase, not a clause, so that the phrase may end before the sentence does.
const phraseFrames = frameNP | frameKey | frameAs | frameOf | frameDoc | framePrep | frameRcptAbout | frameRcptFor |
	frameRcptOn |
	frameRcptNP | frameRcptAs | frameRcptAgainst | frameBareNP | frameGiven | frameAttention | frameEmphasis

// complementOf matches what follows the verb at i against its frames; hi ends the sentence.
func (g *grammar) complementOf(i, hi int, v *cueVerb) (complement, bool) {
	if v.class == classLight {
		return g.lightComplement(i, hi, v)
	}
	k := g.afterVerb(i, hi, v)
	if k >= hi || g.elsewhere(k, hi) {
		return complement{}, false
	}
	c := complement{cueHi: i + 1}
	if q := g.marksAfterColon(k, hi); q > 0 && v.frames&frameColon != 0 {
		c.lo, c.frame = q, frameColon
		return c, true
	}
	switch {
	case g.relativeThat(k, hi):
		return complement{}, false
	case g.thatClause(k, hi, v, &c), g.preps(v, k, hi, &c), g.lateClause(i, k, hi, v, &c):
		return c, true
	case v.lemma == "welcome" && g.visitor(k, hi):
		return complement{}, false
	}
	return c, g.byFrame(k, hi, v, &c)
}

// thatClause reads a clause with "that" at k.
func (g *grammar) thatClause(k, hi int, v *cueVerb, c *complement) bool {
	if k+1 >= hi || !g.is(k, "that") || v.frames&(frameThat|frameRcptThat) == 0 {
		return false
	}
	c.lo, c.frame = k+1, frameThat|frameRcptThat
	return true
}

// lateClause reads a clause behind something else: "made clear in a letter that X", "said in a statement, the X". i is
// the index of the verb.
func (g *grammar) lateClause(i, k, hi int, v *cueVerb, c *complement) bool {
	if v.frames&frameThat == 0 {
		return false
	}
	if g.has(k, flagPrep) || g.in(k, words.ThatLead, ",") {
		if that := g.thatWithin(k+1, hi); that > 0 && that+1 < hi {
			c.lo, c.frame = that+1, frameThat
			return true
		}
	}
	if k > i+1 && g.is(k, ",") && g.startsNP(k+1, hi) && g.bareClause(k+1, hi) {
		c.lo, c.frame = k+1, frameThat
		return true
	}
	return false
}

// A complementRule finds the complement of a verb that has one of its frames.
type complementRule struct {
	frame frame
	// at tells whether the complement begins at k.
	at func(g *grammar, k, hi int) bool
	// behind, where at is nil, returns the first token of the complement behind a recipient at k; not above 0 for
	// none.
	behind func(g *grammar, k, hi int, v *cueVerb) int
}

// byFrame tries the frames of the verb at what stands at k; the first that fits is taken.
func (g *grammar) byFrame(k, hi int, v *cueVerb, c *complement) bool {
	for _, rule := range [...]complementRule{
		{frame: frameRcptTo, behind: (*grammar).appealTo},
		{frame: frameRcptThat, behind: func(g *grammar, k, hi int, _ *cueVerb) int { return g.recipientThat(k, hi) }},
		{frame: frameRcptAbout, behind: func(g *grammar, k, hi int, _ *cueVerb) int { return g.recipientAbout(k, hi) }},
		{frame: frameRcptFor, behind: func(g *grammar, k, hi int, _ *cueVerb) int { return g.afterPrep(k, hi, "for") }},
		{frame: frameRcptAgainst, behind: func(g *grammar, k, hi int, _ *cueVerb) int {
			return g.afterPrep(k, hi, "against")
		}},
		{frame: frameRcptOn, behind: func(g *grammar, k, hi int, _ *cueVerb) int {
			return g.afterPrep(k, hi, "on", "upon", "over")
		}},
		{frame: frameRcptNP, behind: func(g *grammar, k, hi int, _ *cueVerb) int { return g.wished(k, hi) }},
		{frame: frameTo, at: (*grammar).infinitive},
		{frame: frameAs, at: func(g *grammar, k, hi int) bool { return g.afterPrep(k, hi, "as") > 0 }},
		{frame: frameOf, at: func(g *grammar, k, hi int) bool { return g.afterPrep(k, hi, "of") > 0 }},
		{frame: frameRcptAs, at: (*grammar).calledNames},
		{frame: frameThat | frameNP, at: func(g *grammar, k, _ int) bool { return g.has(k, flagQuoteMark) }},
		{frame: frameThat, behind: (*grammar).clauseFor},
		{frame: frameNP, at: (*grammar).object},
		{frame: frameBareNP, at: func(g *grammar, k, _ int) bool { return g.tagged(k, "NN", "NNS", "NNPS", "JJ") }},
		{frame: frameDoc, at: (*grammar).startsNP},
		{frame: frameKey, at: (*grammar).keyPhrase},
	} {
		lo := k
		switch {
		case v.frames&rule.frame == 0, rule.at != nil && !rule.at(g, k, hi):
			continue
		case rule.at == nil:
			lo = rule.behind(g, k, hi, v)
		}
		if lo > 0 && lo < hi {
			c.lo, c.frame = lo, rule.frame
			return true
		}
	}
	return false
}

// appealTo returns k where somebody at k is urged to do something, -1 otherwise.
func (g *grammar) appealTo(k, hi int, v *cueVerb) int {
	return g.infinitiveObject(k, hi, v.frames&frameRcptThat != 0)
}

// visitor reports a person at k who is received at a place: "welcomed | the chancellor to the palace".
func (g *grammar) visitor(k, hi int) bool {
	person := false
	for j := k; j+1 < hi && j < k+25; j++ {
		switch {
		case g.is(j, "to"):
			return person && g.tag(j+1) != "VB"
		case g.has(j, flagFinite), g.tag(j) == "POS", g.w[j].noun&nounKey != 0:
			return false
		}
		person = person || g.tag(j) == "NNP" || g.w[j].noun&nounOffice != 0
	}
	return false
}

// object reports a noun phrase, a gerund or a clause with "what" at k.
func (g *grammar) object(k, hi int) bool {
	switch {
	case g.in(k, words.Reflexive):
		return false
	case g.startsNP(k, hi):
		return true
	case k+1 >= hi:
		return false
	case g.tag(k) == "VBN" || g.tag(k) == "VBD": // the tagger's slip: "pledged continued support"
		return isNoun(g.tag(k+1)) || g.tag(k+1) == "JJ"
	}
	return g.tag(k) == "VBG" || g.is(k, "what", "how")
}

// elsewhere reports a stand-in for words that are told elsewhere: "told this in a call", "said as follows:".
func (g *grammar) elsewhere(k, hi int) bool {
	return k+1 < hi && (g.is(k, "this", "so") && g.has(k+1, flagPrep) || g.is(k, "as") && g.is(k+1, "follows"))
}

// marksAfterColon returns the quotation mark behind a colon that follows k with nothing but phrases between: "said on
// its website: “X”"; 0 for none.
func (g *grammar) marksAfterColon(k, hi int) int {
	for j := k; j+1 < hi && j < k+20; j++ {
		if g.is(j, ":") {
			if g.has(j+1, flagQuoteMark) {
				return j + 1
			}
			return 0
		}
		if g.has(j, flagFinite|flagQuoteMark) || g.is(j, ";") {
			return 0
		}
	}
	return 0
}

// afterVerb goes over adverbials between the verb and its complement: "said | on Monday | that", "said, in part, that".
func (g *grammar) afterVerb(i, hi int, v *cueVerb) int {
	k := i + 1
	for k < hi {
		if v.frames&framePrep != 0 && g.isPrepOf(v, k, hi) > 0 {
			return k
		}
		e := 0
		if g.is(k, ",") {
			e = g.betweenCommas(k, hi)
		} else if e = g.adjunct(k, hi); e >= hi || g.is(k, "by") || g.timeIsSubject(k, e, hi) || g.headsClause(k, e, hi) {
			return k
		}
		if e == k {
			return k
		}
		k = e
	}
	return k
}

// betweenCommas returns the index behind an adverbial between the comma at k and another, k where there is none.
func (g *grammar) betweenCommas(k, hi int) int {
	if e := g.adjunct(k+1, hi); e > k+1 && e < hi && g.is(e, ",") {
		return e + 1
	}
	return k
}

// headsClause reports an adverbial in [k, e) at the head of a clause: no complement of the verb follows it.
func (g *grammar) headsClause(k, e, hi int) bool {
	return g.has(k, flagPrep) && !g.is(e, "that", "to", ",") && !g.startsNP(e, hi) && !g.has(e, flagQuoteMark|flagPrep)
}

// timeIsSubject reports a time at [k, e) that a clause is about: "said | April 27 was the likeliest day".
func (g *grammar) timeIsSubject(k, e, hi int) bool {
	return e < hi && (g.has(k, flagTime) || g.tag(k) == "DT") && g.has(e, flagFinite) && g.w[e].cue.verb == nil
}

func (g *grammar) isPrepOf(v *cueVerb, k, hi int) int {
	for _, p := range v.preps {
		if k+len(p) >= hi {
			continue
		}
		n := 0
		for n < len(p) && g.w[k+n].low == p[n] {
			n++
		}
		if n == len(p) {
			return n
		}
	}
	return 0
}

// preps matches prepositions of the verb's own: "called for | X", "called on | N to", "spoke in favour of | X".
func (g *grammar) preps(v *cueVerb, k, hi int, c *complement) bool {
	if v.frames&framePrep == 0 {
		return false
	}
	if n := g.isPrepOf(v, k, hi); n > 0 {
		c.lo, c.cueHi, c.frame = k+n, k+n, framePrep
		return !g.timeOnly(k+n, hi)
	}
	if words.CallLemma[v.lemma] && g.in(k, words.CallOn) && k+1 < hi && g.startsNP(k+1, hi) {
		if g.infinitiveObject(k+1, hi, false) > 0 {
			c.lo, c.cueHi, c.frame = k+1, k+1, frameRcptTo
			return true
		}
	}
	return false
}

func (g *grammar) timeOnly(k, hi int) bool {
	e := g.timePhrase(k, hi)
	return e > k && (e == hi || g.is(e, ",", ".", "and"))
}

// infinitive reports whether "to" and a verb, or "not to" and a verb, stand at k; the verb may be the first word in
// marks.
func (g *grammar) infinitive(k, hi int) bool {
	if k+1 < hi && g.is(k, "not") {
		k++
	}
	if k+1 >= hi || !g.is(k, "to") {
		return false
	}
	k++
	if k+1 < hi && g.has(k, flagQuoteMark) {
		k++
	}
	if g.tag(k) == "VB" || k+1 >= hi {
		return g.tag(k) == "VB"
	}
	switch {
	case g.tag(k) == "NN": // the tagger's slip: "to question the need"
		return g.tagged(k+1, "DT", "PRP$")
	case g.tag(k) == "RB", g.is(k, "further"):
		return g.tagged(k+1, "VB", "VBP")
	}
	return false
}

// afterPrep returns the token behind the first of the prepositions that follows the noun phrase at k, -1 for none.
func (g *grammar) afterPrep(k, hi int, preps ...string) int {
	if !g.startsNP(k, hi) && !g.has(k, flagQuoteMark) {
		return -1
	}
	for j := k + 1; j < hi && j < k+40; j++ {
		if g.is(j, preps...) && j+1 < hi && !g.timeOnly(j+1, hi) {
			return j + 1
		}
		if g.is(j, ";", ":") || g.has(j, flagFinite) && !g.inRelative(j, k) {
			return -1
		}
	}
	return -1
}

// bareClause reports a clause without "that" at k: a subject and later a finite verb of its own.
func (g *grammar) bareClause(k, hi int) bool {
	if g.in(k, words.ContentBreak, ",", ";", ":", ".", ")", "(") || g.has(k, flagFinite) && !g.has(k, flagFirst) {
		return g.in(k, words.QuestionWord)
	}
	if e := g.npEnd(k, hi); e > k && e < hi && g.is(e, "that") && isNoun(g.tag(e-1)) {
		return false // "clarified the idea that": a noun phrase
	}
	f := g.finiteIn(k+1, hi, true)
	// not "claims sovereignty, might", "stressed the pact, and the ministers met": the verb of another clause
	return f > k && !(g.is(f-1, ",") && g.commas(k, f) == 1) && !g.clauseBetween(k, f)
}

// clauseBetween reports whether a comma with "and" or "but" and a subject stand in [lo, f), or "and" with a pronoun
// right before f: "noted the importance of trade and they agreed".
func (g *grammar) clauseBetween(lo, f int) bool {
	if f-2 > lo && g.has(f-1, flagPronoun|flagFirst) && g.is(f-2, "and", "but") {
		return true
	}
	for j := lo; j+2 < f; j++ {
		if g.is(j, ",") && g.is(j+1, "and", "but") && g.startsNP(j+2, f) {
			return g.commas(lo, f) == 1
		}
	}
	return false
}

func (g *grammar) commas(lo, hi int) (n int) {
	for i := lo; i < hi; i++ {
		n += b2i(g.is(i, ","))
	}
	return n
}

// clauseFor returns k where a clause without "that" stands there for a verb, else -1. Behind a verb that takes a
// recipient the clause's subject must be next to its verb, else the phrase is the recipient ("told the press at a talk
// that was held").
func (g *grammar) clauseFor(k, hi int, v *cueVerb) int {
	if g.bareClause(k, hi) {
		e := g.npEnd(k, hi)
		if v.frames&frameRcptThat == 0 || e < hi && g.has(e, flagFinite) {
			return k
		}
	}
	if g.plainClause(v, k, hi) {
		return k
	}
	return -1
}

// plainClause is the last resort for "said": the tagger took the clause's verb for a noun.
func (g *grammar) plainClause(v *cueVerb, k, hi int) bool {
	return v.lemma == "say" && hi-k > 4 && g.startsNP(k, hi) && !g.in(k, words.SayObject)
}

// keyPhrase reports a noun phrase at k whose head, or near it, is a key noun: "the importance of", "their readiness
// to".
func (g *grammar) keyPhrase(k, hi int) bool {
	if !g.startsNP(k, hi) {
		return false
	}
	for j := k; j < min(hi, k+8); j++ {
		switch {
		case !inNP(g.tag(j)) && !g.in(j, words.ComplementInner, ",") && g.tag(j) != "RB":
			return false
		case g.w[j].noun&nounKey != 0:
			return true
		case g.is(j, "of"):
			return false
		}
	}
	return false
}
