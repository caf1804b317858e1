package quotes

// nounPhrases knows where a noun phrase begins and ends and what its head is: a carrier of words, a key noun. It does
// not know what the phrase is to a verb.
type nounPhrases struct{ *wording }

// starts reports whether a noun phrase may begin at i.
func (np *nounPhrases) starts(i, hi int) bool {
	return i < hi &&
		(inNP(np.tag(i)) && np.tag(i) != "VBN" && np.tag(i) != "VBG" || np.has(i, flagPronoun|flagFirst) ||
			np.in(i, words.SubjectQuantifier))
}

// end returns the index after the base noun phrase at i, with "of" phrases.
func (np *nounPhrases) end(i, hi int) int {
	k := i
	for k < hi && np.inBase(k, i, hi) {
		k++
	}
	if k == i && k < hi && np.tag(k) == "PRP" {
		return k + 1
	}
	return k
}

// inBase reports whether token k goes on with the base noun phrase that begins at i. A pronoun, a time, a determiner, a
// participle that reports, begin something else.
func (np *nounPhrases) inBase(k, i, hi int) bool {
	tag := np.tag(k)
	if k == i {
		return tag != "PRP" && (inNP(tag) || tag == "RB")
	}
	switch {
	case np.has(k, flagTime), tag == "PRP":
		return false
	case tag == "VBG" && np.w[k].cue.verb != nil && isNoun(np.tag(k-1)):
		return false
	case tag == "DT":
		return np.in(k-1, words.BeforeDeterminer)
	case inNP(tag):
		return true
	}
	return k+1 < hi && inNP(np.tag(k+1)) && (np.is(k, "of") || np.is(k, "and", "&") && isNoun(np.tag(k-1)))
}

// carrier reports a noun phrase's head that carries words (a document or an event) within the few tokens from i on,
// and the index after it; adjectives, determiners and compounds may stand before it.
func (np *nounPhrases) carrier(i, hi int) (end int, ok bool) {
	for k := i; k < hi && k < i+8 && (inNP(np.tag(k)) || k > i && np.tag(k) == "RB"); k++ { // "his nightly address"
		if np.w[k].noun&(nounDocument|nounEvent) != 0 && np.tag(k) != "VBN" && np.heads(k, hi) {
			return k + 1, true
		}
	}
	return i, false
}

// heads reports a noun that no other noun goes on with: an office, a time or a name may follow.
func (np *nounPhrases) heads(k, hi int) bool {
	if k+1 == hi || !isNoun(np.tag(k+1)) {
		return true
	}
	return np.tag(k) == "NN" && np.tag(k+1) == "NNP" || np.w[k+1].noun&nounOffice != 0 || np.has(k+1, flagTime) ||
		np.in(k+1, words.TimeUnit)
}

// carrierIn reports whether a document or event is named by an adjunct in [lo, hi).
func (np *nounPhrases) carrierIn(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if np.in(k, words.MediumPreposition) {
			if _, ok := np.carrier(k+1, hi); ok {
				return true
			}
		}
	}
	return false
}

// keyPhrase reports a noun phrase at k whose head, or near it, is a key noun: "the importance of", "their readiness
// to".
func (np *nounPhrases) keyPhrase(k, hi int) bool {
	if !np.starts(k, hi) {
		return false
	}
	for j := k; j < min(hi, k+8); j++ {
		switch {
		case !inNP(np.tag(j)) && !np.in(j, words.ComplementInner, ",") && np.tag(j) != "RB":
			return false
		case np.w[j].noun&nounKey != 0:
			return true
		case np.is(j, "of"):
			return false
		}
	}
	return false
}

// object reports a noun phrase, a gerund or a clause with "what" at k.
func (np *nounPhrases) object(k, hi int) bool {
	switch {
	case np.in(k, words.Reflexive):
		return false
	case np.starts(k, hi):
		return true
	case k+1 >= hi:
		return false
	case np.tag(k) == "VBN" || np.tag(k) == "VBD": // the tagger's slip: "pledged continued support"
		return isNoun(np.tag(k+1)) || np.tag(k+1) == "JJ"
	}
	return np.tag(k) == "VBG" || np.is(k, "what", "how")
}

// afterPlace returns the start of the person's name after "in" and a place without a comma: "In Lima | Karl Moss", "In
// New Vila | Moss". 0 for every other phrase.
func (np *nounPhrases) afterPlace(t tokens) int {
	if !np.in(t.lo, words.PlacePreposition) || np.is(t.lo, "on") {
		return 0
	}
	k := t.lo + 1
	for k < t.hi && np.tag(k) == "NNP" && !np.has(k, flagTime) && np.w[k].noun == 0 {
		k++
	}
	if k < t.hi && !np.is(k, ",") {
		return 0
	}
	place := t.lo + 1
	for place < k && np.in(place, words.PlaceLead) {
		place++
	}
	if n := k - place - 1; n < 1 || n > 3 || n == 1 && k < t.hi {
		return 0
	}
	return place + 1
}

// nameAfterNoun returns the start of the person's name with which the adjunct in [lo, hi) seems to end: "After the
// vote | Moss", "Within minutes of the deadline | Karl Moss". 0 where no noun of an adjunct stands before a name.
func (np *nounPhrases) nameAfterNoun(lo, hi int) int {
	k := hi
	for k > lo && np.tag(k-1) == "NNP" {
		k--
	}
	if k == hi || k < lo+1 || hi-k > 3 || !np.tagged(k-1, "NN", "NNS") || np.w[k-1].noun&nounOffice != 0 {
		return 0
	}
	if k < lo+2 && np.tag(k-1) == "NN" || !np.tagged(k-2, "DT", "IN", "JJ", "PRP$", "CD") {
		return 0
	}
	return k
}

// officeIn reports a noun for an office in [lo, hi).
func (np *nounPhrases) officeIn(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if np.w[k].noun&nounOffice != 0 {
			return true
		}
	}
	return false
}

// officeBefore returns the office whose field of several words goes on after the "and" at token a, "Minister | of Trade
// and | Industry"; 0 for none.
func (np *nounPhrases) officeBefore(a, lo int) int {
	if a <= lo || !np.is(a, "and") {
		return 0
	}
	for k := a - 1; k > lo && (isNoun(np.tag(k)) || np.is(k, "of", "for", ",")); k-- {
		if np.w[k-1].noun&nounOffice != 0 && np.is(k, "of", "for") {
			return k - 1
		}
	}
	return 0
}

// described reports whether [lo, hi) is nothing but a name and its apposition: "Karl Moss, the prime minister".
func (np *nounPhrases) described(lo, hi int) bool {
	comma := -1
	for k := lo; k < hi; k++ {
		switch {
		case np.is(k, ",") && comma < 0:
			comma = k
		case !isNoun(np.tag(k)) && !np.tagged(k, "DT", "JJ", "POS", "PRP$") && !np.is(k, "of"):
			return false
		}
	}
	return comma > lo && np.tag(comma-1) == "NNP" && comma+1 < hi && np.starts(comma+1, hi)
}
