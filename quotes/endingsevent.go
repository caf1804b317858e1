package quotes

// afterEncounter ends what somebody asked for or pledged before the encounter in which it fell: "pledged to open the
// port | after talks in Oslo", "defended the plan | at the Oslo Forum". A clause goes on as it may.
func (en *endings) afterEncounter(lo, hi int) int {
	for i := lo + 1; i+1 < hi; i++ {
		switch {
		case en.has(i, flagFinite):
			return hi
		case en.in(i, words.AfterEvent) && en.verbs.finiteIn(i, hi, true) < 0 && en.encounterIn(i+1, min(hi, i+5)),
			en.in(i, words.EncounterLead) && en.is(i+1, "the") && en.namedEvent(i+2, min(hi, i+9)):
			return i
		}
	}
	return hi
}

// encounterIn reports whether a noun phrase at k is a call or meeting: "talks", "a long phone call".
func (en *endings) encounterIn(k, hi int) bool {
	for ; k < hi && inNP(en.tag(k)); k++ {
		if en.in(k, words.Encounter) || en.in(k, words.Call) {
			return true
		}
	}
	return false
}

// namedEvent reports whether capitalised words from k on name an event: "Oslo Security Conference".
func (en *endings) namedEvent(k, hi int) bool {
	for ; k < hi; k++ {
		if !en.capital(k) {
			return false
		}
		if en.in(k, words.EventHead) {
			return true
		}
	}
	return false
}

// beforeEvent ends a noun phrase before the event or document that it was said at or in: "called for X | at a press
// conference on June 8", "condemned X | in his address on Monday", "praised X | during talks in Oslo on Friday". After
// a noun that takes an event of its own ("participation in a meeting") it is part of the phrase.
func (en *endings) beforeEvent(lo, hi int, kinds nounKind) int {
	for i := lo + 1; i+2 < hi; i++ {
		takesEvent := en.is(i, "in") && en.w[i-1].noun&nounKey != 0 && !en.documentAt(i+1, hi)
		if !en.in(i, words.EncounterLead) || takesEvent {
			continue
		}
		k, ok := en.nouns.carrier(i+1, hi)
		if ok && en.w[k-1].noun&kinds != 0 && en.carried(k, hi) && en.eventOfSaying(i+1, k, hi) {
			return i
		}
	}
	return hi
}

// carried reports that what follows the head of a document or event, at k, tells no more than where and when it was:
// "in a post | on X", "a statement | issued on Friday", "a letter | two days before the vote".
func (en *endings) carried(k, hi int) bool {
	k = en.adverbials.carrierTail(k, hi)
	if k+1 < hi && en.is(k, "on") && en.capital(k+1) {
		k = en.adverbials.carrierTail(k+2, hi)
	}
	return k == hi || en.tag(k) == "VBN" || en.timeFromEvent(k, hi)
}

// eventOfSaying reports whether the event or document of tokens lo to k-1 is one at which something is said, not one
// that the words are about: it is new, somebody's own, or told with its day, up to token hi.
func (en *endings) eventOfSaying(lo, k, hi int) bool {
	// "in televised remarks"
	bare := en.w[k-1].noun&nounDocument != 0 && en.tag(k-1) == "NNS" && !en.tagged(lo, "DT", "PRP$")
	own := en.tag(lo) == "PRP$" && !en.in(k-1, words.EventVisit) // not "their welcome during his visit"
	if bare || own || en.in(lo, words.IndefiniteArticle) {
		return true
	}
	if en.tag(lo) == "DT" || !en.encounterIn(lo, k) {
		return false
	}
	for ; k < hi; k++ {
		if en.has(k, flagTime) {
			return true
		}
	}
	return false
}

// afterwards ends a noun phrase before when it was said: "thanked N for the idea | afterwards", "announced the recall |
// late on Friday".
func (en *endings) afterwards(lo, hi int) int {
	switch {
	case hi > lo+1 && en.in(hi-1, words.AfterOffset):
		return hi - 1
	case hi > lo+2 && en.in(hi-2, words.EarlyLate) && en.has(hi-1, flagTime):
		return hi - 2
	}
	return en.howOften(lo, en.inWords(lo, hi))
}

// inWords ends a noun phrase before the words that it was said in: "condemned the raid | in the strongest terms".
func (en *endings) inWords(lo, hi int) int {
	if !en.in(hi-1, words.MannerNoun) {
		return hi
	}
	k := hi - 1
	for k > lo+1 && en.tagged(k-1, "JJ", "JJS", "JJR", "DT", "NN", "RB") {
		k--
	}
	if k < hi-1 && k > lo+1 && en.is(k-1, "in") {
		return k - 1
	}
	return hi
}

// howOften ends a noun phrase before how often it was said: "demanded a reply | more than a dozen times", "rejected
// it | twice".
func (en *endings) howOften(lo, hi int) int {
	k := hi - 1
	switch {
	case k <= lo || !en.in(k, words.HowOften):
		return hi
	case en.tag(k) != "NNS":
		return k
	}
	for k > lo+1 && (en.tagged(k-1, "CD", "DT", "JJ", "JJR") || en.in(k-1, words.OftenLead)) {
		k--
	}
	if k == hi-1 {
		return hi
	}
	return k
}
