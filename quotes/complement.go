package quotes

// complement is what a cue verb reports: the words from token lo on. For a light verb cueHi is behind its noun.
type complement struct {
	lo, cueHi int
	frame     frame
}

// phraseFrames take a noun phrase, not a clause, so that the phrase may end before the sentence does.
const phraseFrames = frameNP | frameKey | frameAs | frameOf | frameDoc | framePrep | frameRcptAbout | frameRcptFor | frameRcptOn |
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
	try := func(f frame, lo int) bool {
		if v.frames&f == 0 || lo < 0 || lo >= hi {
			return false
		}
		c.lo, c.frame = lo, f
		return true
	}
	switch {
	case g.relativeThat(k, hi):
		return complement{}, false
	case g.is(k, "that") && k+1 < hi && try(frameThat|frameRcptThat, k+1):
	case g.preps(v, k, hi, &c):
	case (g.has(k, flagPrep) || g.in(k, words.ThatLead, ",")) && g.thatWithin(k+1, hi) > 0 && try(frameThat, g.thatWithin(k+1, hi)+1): // "made clear in a letter that"
	case k > i+1 && g.is(k, ",") && g.startsNP(k+1, hi) && g.bareClause(k+1, hi) && try(frameThat, k+1): // "said in a statement, the"
	case v.lemma == "welcome" && g.visitor(k, hi):
		return complement{}, false
	case try(frameRcptTo, g.infinitiveObject(k, hi, v.frames&frameRcptThat != 0)):
	case try(frameRcptThat, g.recipientThat(k, hi)):
	case try(frameRcptAbout, g.recipientAbout(k, hi)):
	case try(frameRcptFor, g.afterPrep(k, hi, "for")):
	case try(frameRcptAgainst, g.afterPrep(k, hi, "against")):
	case try(frameRcptOn, g.afterPrep(k, hi, "on", "upon", "over")):
	case v.frames&frameRcptNP != 0 && g.startsNP(k, hi) && try(frameRcptNP, g.wished(k, hi)):
	case v.frames&frameTo != 0 && g.infinitive(k, hi) && try(frameTo, k):
	case v.frames&frameAs != 0 && g.afterPrep(k, hi, "as") > 0 && try(frameAs, k):
	case v.frames&frameOf != 0 && g.afterPrep(k, hi, "of") > 0 && try(frameOf, k):
	case v.frames&frameRcptAs != 0 && g.calledNames(k, hi) && try(frameRcptAs, k):
	case g.has(k, flagQuoteMark) && try(frameThat|frameNP, k):
	case v.frames&frameThat != 0 && (g.clauseFor(v, k, hi) || g.plainClause(v, k, hi)) && try(frameThat, k):
	case v.frames&frameNP != 0 && g.object(k, hi) && try(frameNP, k):
	case v.frames&frameBareNP != 0 && (isNoun(g.tag(k)) && g.tag(k) != "NNP" || g.tag(k) == "JJ") && try(frameBareNP, k):
	case v.frames&frameDoc != 0 && g.startsNP(k, hi) && try(frameDoc, k):
	case v.frames&frameKey != 0 && g.keyPhrase(k, hi) && try(frameKey, k):
	default:
		return complement{}, false
	}
	return c, true
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
		if g.is(k, ",") {
			e := g.adjunct(k+1, hi)
			if e > k+1 && e < hi && g.is(e, ",") {
				k = e + 1
				continue
			}
			return k
		}
		e := g.adjunct(k, hi)
		if e == k || g.is(k, "by") || e >= hi || g.timeIsSubject(k, e, hi) {
			return k
		}
		// an adverbial at the head of a clause belongs to the clause where no complement follows otherwise
		if g.has(k, flagPrep) && !g.is(e, "that", "to", ",") && !g.startsNP(e, hi) &&
			!g.has(e, flagQuoteMark|flagPrep) {
			return k
		}
		k = e
	}
	return k
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
	if g.tag(k) == "VB" || g.tag(k) == "NN" && k+1 < hi && (g.tag(k+1) == "DT" || g.tag(k+1) == "PRP$") {
		return true
	}
	return k+1 < hi && (g.tag(k) == "RB" || g.is(k, "further")) && (g.tag(k+1) == "VB" || g.tag(k+1) == "VBP")
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

// clauseBetween reports whether a comma with "and" or "but" and a subject stand in [lo, f).
func (g *grammar) clauseBetween(lo, f int) bool {
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

// clauseFor reports a clause without "that" at k for a verb: behind one that takes a recipient the clause's subject
// must be next to its verb, else the phrase is the recipient ("told the press at a talk that was held").
func (g *grammar) clauseFor(v *cueVerb, k, hi int) bool {
	if !g.bareClause(k, hi) {
		return false
	}
	e := g.npEnd(k, hi)
	return v.frames&frameRcptThat == 0 || e < hi && g.has(e, flagFinite)
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
	for j := k; j < hi && j < k+8 && inNP(g.tag(j)) || j < hi && j < k+8 && (g.in(j, words.ComplementInner, ",") || g.tag(j) == "RB"); j++ {
		if g.w[j].noun&nounKey != 0 {
			return true
		}
		if g.is(j, "of") {
			return false
		}
	}
	return false
}
