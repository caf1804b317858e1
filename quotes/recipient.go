package quotes

// recipients knows the verbs that take somebody and then what is said to him: "urged N to", "told N that", "thanked N
// for", "called N a".
type recipients struct {
	*wording
	times   times
	nouns   nounPhrases
	verbs   verbGroups
	clauses clauses
}

// infinitiveObject returns k where a noun phrase at k is followed by an infinitive: "both sides to show", -1
// otherwise. For a verb that takes a recipient and a clause, "that" ends the recipient: "told N that he wants to go".
func (rc *recipients) infinitiveObject(k, hi int, clause bool) int {
	if !rc.nouns.starts(k, hi) || rc.w[k].noun&nounKey != 0 {
		return -1
	}
	for j := k + 1; j < hi && j < k+40; j++ {
		if rc.verbs.infinitive(j, hi) && !rc.in(j-1, words.PurposeNoun) {
			return k
		}
		if rc.has(j, flagFinite) && !rc.verbs.inRelative(j, k) || rc.is(j, ";", ":") || clause && rc.is(j, "that") {
			return -1
		}
	}
	return -1
}

// that returns the token after "that" in "N that X", or after N in "him X"; -1 for neither.
func (rc *recipients) that(k, hi int) int {
	if !rc.nouns.starts(k, hi) {
		return -1
	}
	if that := rc.clauses.thatWithin(k+1, hi); that > 0 {
		return that + 1
	}
	for j := k + 1; j < hi && j < k+16; j++ {
		if rc.has(j, flagFinite) {
			// without "that": the clause's subject stands before its verb
			s := rc.verbs.group(j, k)
			if s > k+1 && rc.in(s-2, words.AskedTail) {
				return -1 // "warned N of it | when they met"
			}
			if s > k+1 && rc.has(s-1, flagPronoun|flagFirst) {
				return s - 1
			}
			if e := rc.nouns.end(k, hi); e < s && rc.nouns.starts(e, s) {
				return e
			}
			return -1
		}
		if rc.in(j, words.Regarding, ",", ";", ":") {
			return -1
		}
	}
	return -1
}

// about returns what follows the preposition in "informed N about X", "told N of X".
func (rc *recipients) about(k, hi int) int {
	if !rc.nouns.starts(k, hi) || rc.thing(k, hi) {
		return -1
	}
	of := -1
	for j := k + 1; j < hi && j < k+24; j++ {
		switch {
		case rc.is(j, "on") && rc.noTopic(j, hi):
		case rc.in(j, words.OnTopic):
			if of >= 0 && (j > of+6 || !rc.tagged(of, "NNP", "DT")) {
				return of
			}
			return j + 1
		case rc.is(j, "of") && j+1 < hi && rc.ends(j-1):
			if of < 0 {
				of = j + 1
			}
		case rc.has(j, flagFinite) || rc.is(j, ";", ":", "that"):
			return of
		}
	}
	return of
}

// thing reports a thing that is told at k, to nobody: "told | a story about X".
func (rc *recipients) thing(k, hi int) bool {
	for e := rc.nouns.end(k, hi); k < e; k++ {
		if rc.in(k, words.ToldThing) {
			return true
		}
	}
	return false
}

// noTopic reports a day or a journey after the "on" at j: "told N on Monday", "on his way home".
func (rc *recipients) noTopic(j, hi int) bool {
	return rc.times.only(j+1, hi) || rc.times.behindOn(j, hi) > j || j+2 < hi && rc.in(j+2, words.Journey)
}

// ends reports a pronoun or name at k, after which "of" opens what was told: "told him of X", but not "the
// President of X".
func (rc *recipients) ends(k int) bool {
	if rc.tag(k) == "PRP" || rc.is(k, "other") {
		return true
	}
	return rc.tag(k) == "NNP" && rc.w[k].noun&nounOffice == 0 && !rc.in(k, words.StateHead)
}

// place returns the "to" after the guest in "invited N | to X", -1 where something is to be done there.
func (rc *recipients) place(k, hi int) int {
	if !rc.nouns.starts(k, hi) {
		return -1
	}
	if to := rc.afterPrep(k, hi, "to"); to > 0 && to < hi && rc.nouns.starts(to, hi) && rc.tag(to) != "VB" {
		return to - 1
	}
	return -1
}

// wished returns where the thing wished begins in "wished N X": after a pronoun, else at the adjective before a good.
func (rc *recipients) wished(k, hi int) int {
	if !rc.nouns.starts(k, hi) {
		return -1
	}
	if rc.tag(k) == "PRP" {
		return k + 1
	}
	for j := k; j < hi && j < k+24; j++ {
		if rc.in(j, words.Blessing) {
			s := j
			for s > k && (rc.tagged(s-1, "JJ", "JJR", "RB") || rc.modifiesBlessing(s-1, k)) {
				s--
			}
			return s
		}
	}
	return k
}

// modifiesBlessing reports whether the word at i, in a phrase from k on, stands before what is wished, other than as
// an adjective: a mark or "and" only after an adjective.
func (rc *recipients) modifiesBlessing(i, k int) bool {
	return rc.in(i, words.BlessingModifier, ",") && (i > k && rc.tag(i-1) == "JJ" || !rc.is(i, "and", ","))
}

// promised returns the infinitive after somebody at k, and a day, to whom a deed is pledged: "promised N on Monday | to
// leave"; -1 for none. A thing that is promised has an infinitive of its own.
func (rc *recipients) promised(k, hi int, v *cueVerb) int {
	e := rc.nouns.end(k, hi)
	if v.frames&frameRcptThat == 0 || e <= k || !rc.tagged(e-1, "NNP", "PRP") && rc.tag(max(k, e-2)) != "NNP" {
		return -1
	}
	to := rc.times.end(e, hi)
	if to == e {
		to = rc.times.behindOn(e, hi)
	}
	if !rc.verbs.infinitive(to, hi) {
		return -1
	}
	return to
}

// calledNames reports "N N" where somebody is called something: an object and then a phrase with "a" or an adjective.
func (rc *recipients) calledNames(k, hi int) bool {
	if !rc.nouns.starts(k, hi) || rc.tag(k) == "CD" {
		return false
	}
	for j := k + 1; j < hi && j < k+10; j++ {
		if rc.in(j, words.Article, "\"", "“") {
			return j > k+1 || rc.tag(k) == "PRP" || rc.tag(k) == "NNP"
		}
		if rc.has(j, flagFinite) || rc.has(j, flagPrep) && !rc.is(j, "of") || rc.is(j, ",", ";") {
			return false
		}
	}
	return false
}

// appeal returns k where somebody at k is urged to do something, -1 otherwise.
func (rc *recipients) appeal(k, hi int, v *cueVerb) int {
	return rc.infinitiveObject(k, hi, v.frames&frameRcptThat != 0)
}

// afterPrep returns the token after the first of the prepositions that follows the noun phrase at k, -1 for none.
func (rc *recipients) afterPrep(k, hi int, preps ...string) int {
	if !rc.nouns.starts(k, hi) && !rc.has(k, flagQuoteMark) {
		return -1
	}
	for j := k + 1; j < hi && j < k+40; j++ {
		if rc.is(j, preps...) && j+1 < hi && !rc.times.only(j+1, hi) {
			return j + 1
		}
		if rc.is(j, ";", ":") || rc.has(j, flagFinite) && !rc.verbs.inRelative(j, k) {
			return -1
		}
	}
	return -1
}
