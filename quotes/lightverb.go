package quotes

// lightComplement matches verbs that report with a noun only: "expressed hope that", "extended thanks to N for",
// "drew N's attention to", "placed emphasis on", "reached agreement on".
func (g *grammar) lightComplement(i, hi int, v *cueVerb) (complement, bool) {
	n := g.lightNoun(i, hi, v)
	if n < 0 {
		return g.plainComplement(i, hi, v)
	}
	k := g.behindNoun(n, hi, v)
	if k >= hi {
		return complement{}, false
	}
	c := complement{cueHi: n + 1}
	switch {
	case g.is(k, "that"):
		c.lo, c.frame = k+1, frameThat
	case g.infinitive(k, hi):
		if v.frames&frameAttention != 0 {
			return c, false
		}
		c.lo, c.frame = k, frameTo
	case v.frames&(frameExpressed|frameGiven) != 0 && g.is(k, "to"):
		return g.lightRecipient(n, k, hi, v)
	case g.topicPhrase(k, hi) > k:
		c.lo, c.frame = g.topicPhrase(k, hi), framePrep
	case g.is(k, "in") && !g.in(n, words.Trust):
		return c, false
	case g.in(k, words.ObjectPreposition):
		c.lo, c.frame = k+1, v.frames&frameGiven|framePrep
	case v.frames&frameExpressed != 0 && g.feltClause(k, hi):
		c.lo, c.frame = k, frameThat
	default:
		return c, false
	}
	return c, c.lo < hi && !g.timeOnly(c.lo, hi)
}

// topicPhrase goes over "in connection with" and "following" at k; k where none stands.
func (g *grammar) topicPhrase(k, hi int) int {
	switch {
	case g.seq(k, hi-1, "in", "connection", "with"):
		return k + 3
	case g.is(k, "following"):
		return k + 1
	}
	return k
}

// feltClause reports a clause without "that" at k: "expressed hope the talks would succeed".
func (g *grammar) feltClause(k, hi int) bool { return !g.has(k, flagPrep) && g.bareClause(k, hi) }

// behindNoun goes over what may stand between the noun at n of a light verb and what is said: "attention | of the
// Council", "hope | again".
func (g *grammar) behindNoun(n, hi int, v *cueVerb) int {
	k := n + 1
	if v.frames&frameAttention != 0 && k+1 < hi && g.is(k, "of") {
		k = g.npEnd(k+1, hi)
	}
	for k < hi && g.adjunct(k, hi) > k && !g.in(k, words.TopicPreposition) {
		k = g.adjunct(k, hi)
	}
	return k
}

// plainComplement matches a light verb that reports without its noun: "conveyed that", "raised the importance of".
func (g *grammar) plainComplement(i, hi int, v *cueVerb) (complement, bool) {
	k := g.afterVerb(i, hi, v)
	switch {
	case k+1 >= hi:
	case v.frames&frameThat != 0 && g.is(k, "that"):
		return complement{lo: k + 1, cueHi: i + 1, frame: frameThat}, true
	case v.frames&frameThat != 0 && g.is(k, "to") && g.thatWithin(k+1, hi) > 0: // "conveyed to N that"
		return complement{lo: g.thatWithin(k+1, hi) + 1, cueHi: i + 1, frame: frameThat}, true
	case v.frames&frameKey != 0 && g.keyPhrase(k, hi):
		return complement{lo: k, cueHi: i + 1, frame: frameKey}, true
	}
	return complement{}, false
}

// lightRecipient reads "thanks to N for X"; without "for" the phrase itself is what is expressed: "support to X".
func (g *grammar) lightRecipient(n, k, hi int, v *cueVerb) (complement, bool) {
	c := complement{cueHi: n + 1, frame: framePrep}
	j := g.npEnd(k+1, hi)
	for j > k+1 && j+2 < hi && g.is(j, ",") && g.startsNP(j+1+b2i(g.is(j+1, "and")), hi) {
		j = g.npEnd(j+1+b2i(g.is(j+1, "and")), hi)
	}
	if j > k+1 && j+1 < hi && g.in(j, words.ThanksPreposition) && !g.timeOnly(j+1, hi) {
		c.lo = j + 1
		return c, true
	}
	c.lo = k + 1
	condolence := v.lemma != "send" && g.in(n, words.Condolence)
	return c, (condolence || v.frames&frameExpressed != 0 && g.w[n].noun&nounGiven == 0) && k+1 < hi
}

// lightNoun finds the noun of the light verb at i, -1 for none; the last one of coordinated nouns.
func (g *grammar) lightNoun(i, hi int, v *cueVerb) int {
	found := -1
	for k := i + 1; k < hi && k < i+12; k++ {
		if g.lightFits(k, v) && !(k+1 < hi && isNoun(g.tag(k+1)) && !g.has(k+1, flagTime)) {
			found = k
			if k+2 < hi && g.is(k+1, "and", ",") && !g.is(k+2, "that") {
				continue
			}
			return found
		}
		if inNP(g.tag(k)) || g.is(k, "and", ",", "the") || g.tag(k) == "RB" {
			continue
		}
		break
	}
	return found
}

func (g *grammar) lightFits(k int, v *cueVerb) bool {
	switch noun := g.w[k].noun; v.frames &^ (frameThat | frameKey) {
	case frameExpressed:
		return noun&(nounExpressed|nounGiven) != 0
	case frameGiven:
		return noun&nounGiven != 0
	case frameRaised:
		return g.in(k, words.Concern)
	case frameAssessed:
		return g.in(k, words.Assessment)
	case frameAttention:
		return g.is(k, "attention")
	case frameEmphasis:
		return g.in(k, words.Emphasis)
	case frameAgreement:
		return g.in(k, words.Agreement)
	}
	return false
}
