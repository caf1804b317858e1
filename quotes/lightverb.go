package quotes

// lightVerbs knows the verbs that report by a noun: "expressed hope", "extended thanks", "placed emphasis".
type lightVerbs struct {
	*wording
	times      times
	nouns      nounPhrases
	verbs      verbGroups
	adverbials adverbials
	clauses    clauses
}

// complement matches verbs that report with a noun only: "expressed hope that", "extended thanks to N for",
// "drew N's attention to", "placed emphasis on", "reached agreement on".
func (lv *lightVerbs) complement(i, hi int, v *cueVerb) (complement, bool) {
	if lv.inMarks(i+1, hi, v) {
		return complement{lo: i + 1, cueHi: i + 1, frame: frameNP}, true
	}
	n := lv.noun(i, hi, v)
	if n < 0 {
		return lv.plain(i, hi, v)
	}
	k := lv.behindNoun(n, hi, v)
	if k >= hi {
		return complement{}, false
	}
	c := complement{cueHi: n + 1}
	switch {
	case lv.is(k, "that"):
		c.lo, c.frame = k+1, frameThat
	case lv.verbs.infinitive(k, hi):
		if v.frames&frameAttention != 0 {
			return c, false
		}
		c.lo, c.frame = k, frameTo
	case lv.in(n, words.StanceNoun) && lv.is(k, "to"):
		c.lo, c.frame = k+1, framePrep
	case v.frames&(frameExpressed|frameGiven) != 0 && lv.is(k, "to"):
		return lv.recipient(n, k, hi, v)
	case lv.topicPhrase(n, k, hi) > k:
		c.lo, c.frame = lv.topicPhrase(n, k, hi), framePrep
	case lv.is(k, "in") && !lv.in(n, words.Trust):
		return c, false
	case lv.in(k, words.ObjectPreposition):
		c.lo, c.frame = k+1, v.frames&frameGiven|framePrep
		if v.frames&frameExpressed != 0 { // "voiced | regret over the flight"
			c.lo, c.cueHi = i+1, i+1
		}
	case v.frames&frameExpressed != 0 && lv.clauses.felt(k, hi):
		c.lo, c.frame = k, frameThat
	default:
		return c, false
	}
	return c, c.lo < hi && !lv.times.only(c.lo, hi)
}

// inMarks reports marks at k with the noun of a light verb in or right after them: "expressed | “deep concern” at X".
func (lv *lightVerbs) inMarks(k, hi int, v *cueVerb) bool {
	if k+1 >= hi || !lv.has(k, flagQuoteMark) || v.frames&frameExpressed == 0 {
		return false
	}
	for j := k + 1; j < min(hi, k+8) && (inNP(lv.tag(j)) || lv.has(j, flagQuoteMark) || lv.tag(j) == "RB"); j++ {
		if lv.fits(j, v) {
			return true
		}
	}
	return false
}

// topicPhrase goes over "in connection with", "following", and "with N over" after a concern, "lodged a protest | with
// N over | X", which stand at k after the noun at n; k where none stands.
func (lv *lightVerbs) topicPhrase(n, k, hi int) int {
	switch {
	case lv.seq(k, hi-1, "in", "connection", "with"):
		return k + 3
	case lv.is(k, "following"):
		return k + 1
	case lv.is(k, "with") && lv.in(n, words.Concern) && lv.in(lv.nouns.end(k+1, hi-1), words.TopicPreposition):
		return lv.nouns.end(k+1, hi) + 1
	}
	return k
}

// behindNoun goes over what may stand between the noun at n of a light verb and what is said: "attention | of the
// Council", "hope | again".
func (lv *lightVerbs) behindNoun(n, hi int, v *cueVerb) int {
	k := n + 1
	if v.frames&frameAttention != 0 && k+1 < hi && lv.is(k, "of") {
		k = lv.nouns.end(k+1, hi)
	}
	for k < hi && lv.adverbials.end(k, hi) > k && !lv.in(k, words.TopicPreposition) {
		k = lv.adverbials.end(k, hi)
	}
	return k
}

// plain matches a light verb that reports without its noun: "conveyed that", "raised the importance of".
func (lv *lightVerbs) plain(i, hi int, v *cueVerb) (complement, bool) {
	k := lv.adverbials.afterVerb(i, hi, v)
	switch {
	case k+1 >= hi:
	case v.frames&frameThat != 0 && lv.is(k, "that"):
		return complement{lo: k + 1, cueHi: i + 1, frame: frameThat}, true
	case v.frames&frameThat != 0 && lv.is(k, "to") && lv.clauses.thatWithin(k+1, hi) > 0: // "conveyed to N that"
		return complement{lo: lv.clauses.thatWithin(k+1, hi) + 1, cueHi: i + 1, frame: frameThat}, true
	case v.frames&frameTo != 0 && lv.verbs.infinitive(k, hi): // "offered | to mediate"
		return complement{lo: k, cueHi: i + 1, frame: frameTo}, true
	case v.frames&frameKey != 0 && lv.nouns.keyPhrase(k, hi):
		return complement{lo: k, cueHi: i + 1, frame: frameKey}, true
	}
	return complement{}, false
}

// recipient reads "thanks to N for X"; without "for" the phrase itself is what is expressed: "support to X".
func (lv *lightVerbs) recipient(n, k, hi int, v *cueVerb) (complement, bool) {
	c := complement{cueHi: n + 1, frame: framePrep}
	j := lv.nouns.end(k+1, hi)
	for j > k+1 && j+2 < hi && lv.is(j, ",") && lv.nouns.starts(j+1+b2i(lv.is(j+1, "and")), hi) {
		j = lv.nouns.end(j+1+b2i(lv.is(j+1, "and")), hi)
	}
	if j > k+1 && j+1 < hi && lv.in(j, words.ThanksPreposition) && !lv.times.only(j+1, hi) {
		c.lo = j + 1
		return c, true
	}
	c.lo = k + 1
	condolence := v.lemma != "send" && lv.in(n, words.Condolence)
	return c, (condolence || v.frames&frameExpressed != 0 && lv.w[n].noun&nounGiven == 0) && k+1 < hi
}

// noun finds the noun of the light verb at i, -1 for none; the last one of coordinated nouns.
func (lv *lightVerbs) noun(i, hi int, v *cueVerb) int {
	found := -1
	for k := i + 1; k < hi && k < i+12; k++ {
		if lv.fits(k, v) && !(k+1 < hi && isNoun(lv.tag(k+1)) && !lv.has(k+1, flagTime)) {
			found = k
			if k+2 < hi && lv.is(k+1, "and", ",") && !lv.is(k+2, "that") {
				continue
			}
			return found
		}
		if inNP(lv.tag(k)) || lv.is(k, "and", ",", "the") || lv.tag(k) == "RB" {
			continue
		}
		break
	}
	return found
}

// fits reports whether the noun at k goes with the light verb: "hope" with "expressed", "concern" with "raised".
func (lv *lightVerbs) fits(k int, v *cueVerb) bool {
	switch noun := lv.w[k].noun; v.frames &^ (frameThat | frameKey | frameTo) {
	case frameExpressed:
		return noun&(nounExpressed|nounGiven) != 0
	case frameGiven:
		return noun&nounGiven != 0
	case frameRaised:
		return lv.in(k, words.Concern)
	case frameAssessed:
		return lv.in(k, words.Assessment)
	case frameAttention:
		return lv.is(k, "attention")
	case frameEmphasis:
		return lv.in(k, words.Emphasis)
	case frameAgreement:
		return lv.in(k, words.Agreement)
	}
	return false
}
