package quotes

// endings knows where reported words end before their sentence does: where the article adds something of its own, or
// goes on with another verb.
type endings struct {
	*wording
	verbEndings
	remarkEndings
	nouns      nounPhrases
	verbs      verbGroups
	adverbials adverbials
}

// afterVerbTag reports tags that follow a verb rather than an adjective.
func afterVerbTag(tag string) bool {
	switch tag {
	case "DT", "PRP$", "IN", "TO", "PRP", "NNP", "RB":
		return true
	}
	return false
}

// circumstance ends reported words before what the article adds about the time of saying: "amid tensions", "when
// asked about it"; and of a phrase or deed, "when the two met".
func (en *endings) circumstance(lo, hi int, f frame) int {
	for i := lo + 2; i < hi; i++ {
		when := en.is(i, "when") && f&(phraseFrames|deedFrames) != 0 && (en.metAt(i+1, hi) || en.journeyAt(i+1, hi))
		when = when || f&phraseFrames != 0 && en.is(i, "as") && en.meanwhile(i+1, hi)
		if when || en.in(i, words.Amid) || en.in(i, words.AskedTail) && en.askedAt(i+1, hi) {
			return i
		}
	}
	return hi
}

// meanwhile reports a clause of its own at k, after "as", of what goes on while something is said: "as | the two sides
// mend their ties".
func (en *endings) meanwhile(k, hi int) bool {
	e := en.nouns.end(k, hi)
	if e <= k || e+1 >= hi || !en.tagged(k, "DT", "NNP", "NNS", "JJ", "PRP$") || en.saidBy(k, hi) {
		return false
	}
	return en.tagged(e, "VBD", "VBZ", "VBP") && !en.has(e, flagBe|flagHave) && !en.in(e, words.DoForm) ||
		en.tag(e) == "VB" && isNoun(en.tag(e-1)) && en.tagged(e+1, "DT", "PRP$")
}

// metAt reports a pronoun or "the two" at k that met or spoke.
func (en *endings) metAt(k, hi int) bool {
	e := en.nouns.end(k, hi)
	if e >= hi || !en.has(k, flagPronoun) && en.tag(k+1) != "CD" || en.tag(e) != "VBD" || en.w[e].cue.verb == nil {
		return false
	}
	return en.w[e].cue.verb.class == classMeeting || words.TalkLemma[en.w[e].cue.verb.lemma]
}

// journeyAt reports a pronoun of one person at k that came or went somewhere, or "it was put to him".
func (en *endings) journeyAt(k, hi int) bool {
	if k+3 >= hi || !en.has(k, flagPronoun) || en.is(k, "they") {
		return false
	}
	if en.is(k, "it") {
		return en.has(k+1, flagBe) && en.tagged(k+2, "VBN", "VBD") && en.is(k+3, "to")
	}
	return en.tag(k+1) == "VBD" && en.in(k+1, words.CameWent)
}

// askedAt reports whether a verb of being asked stands at token k, past "he was".
func (en *endings) askedAt(k, hi int) bool {
	if k+1 < hi && en.has(k, flagPronoun) && en.has(k+1, flagBe) {
		k += 2
	}
	return k < hi && en.in(k, words.BeingAsked)
}

// beforeTail ends reported words before a clause or apposition in which the article adds something of its own: "said
// X, while Y did Z". A noun phrase ends before any such clause, a clause only before those that hardly ever go on
// with it.
func (en *endings) beforeTail(lo, hi int, f frame) int {
	marks, brackets := false, 0
	for i := lo; i+2 < hi; i++ {
		if en.has(i, flagQuoteMark) {
			marks = !marks
		}
		brackets = max(0, brackets+b2i(en.is(i, "("))-b2i(en.is(i, ")")))
		switch {
		case brackets > 0:
			continue
		case i > lo && !marks && en.is(i, "-", "--", "–", "—") && en.sumsUp(i+1, hi), !marks && en.apart(i, hi):
			return i
		case i == lo || !en.is(i, ","):
			continue
		}
		end := i
		if marks {
			if !en.has(i+1, flagQuoteMark) {
				continue
			}
			end = i + 2 // “... the last,” | a day after
		}
		if k := max(end, i+1); en.addsTo(k, hi, f) || en.has(k-2, flagQuoteMark) && en.joinedClause(k, hi) ||
			end > i && en.joinedClause(k, hi) {
			return end
		}
	}
	return hi
}

// addsTo reports a tail of the article's own at k, after a comma, to words of the frame f.
func (en *endings) addsTo(k, hi int, f frame) bool {
	switch {
	case en.addsToAny(k, hi), f&phraseFrames != 0 && en.in(k, words.TailClause):
		return true
	}
	if f&(phraseFrames|deedFrames) == 0 {
		return false
	}
	if en.is(k, "as", "and") && en.newClause(k+1, hi) {
		return true
	}
	later := en.adverbials.end(k+1, hi) // ", and | in May | he vetoed it"
	return en.is(k, "and") && later > k+1 && en.newClause(later, hi) || en.is(k, "as") && en.fullClause(k+1, hi)
}

// fullClause reports a clause of its own at k, whose subject may have phrases of its own: "the crisis | between the
// two | entered its third day", "the office will be shut".
func (en *endings) fullClause(k, hi int) bool {
	if !en.nouns.starts(k, hi) || en.saidBy(k, hi) {
		return false
	}
	f := en.verbs.finiteIn(k, hi, true)
	return f > k && f+1 < hi && !en.in(f, words.DoForm) && en.tag(f) != "VBP"
}

// joinedClause reports "and" at k with a clause of its own, whose subject is no pronoun that may stand for one in the
// words before: "“a mistake”, | and the port was shut".
func (en *endings) joinedClause(k, hi int) bool {
	e := en.nouns.end(k+1, hi)
	pronoun := en.tag(k+1) == "PRP" && !en.has(k+1, flagFirst)
	return en.is(k, "and") && en.nouns.starts(k+1, hi) && !pronoun && e > k+1 && e < hi && en.has(e, flagFinite)
}

// deedFrames take a deed to be done, in the infinitive.
const deedFrames = frameTo | frameRcptTo

// apart reports a semicolon at i after which the article tells something of its own, in a clause that does not go on
// with "that".
func (en *endings) apart(i, hi int) bool {
	return en.is(i, ";") && !en.is(i+1, "that") && !en.is(i+2, "that") && en.verbs.finiteIn(i+1, hi, true) > 0
}

// addsToAny reports a tail of the article's own, after a comma, that hardly ever goes on with a clause.
func (en *endings) addsToAny(k, hi int) bool {
	switch {
	case en.attributed(k, hi):
		return true
	case en.is(k, "before") && en.tag(k+1) == "VBG" && en.w[k+1].cue.verb != nil: // "said X, | before accusing Y"
		return true
	}
	where := en.is(k, "where") && en.fullClause(k+1, hi) && en.commas(k, hi) == 0 // "in Varn, | where Moss leads"
	if where || en.in(k, words.TailOnly) && k+1 < hi && en.is(k+1, "for") || en.withOther(k, hi) {
		return true // "it would help, | only for aides to deny it"
	}
	return en.in(k, words.TailConjunction) || en.seq(k, len(en.w), "at", "a", "time") || en.quotesAs(k, hi) ||
		en.timeFromEvent(k, hi) || en.in(k, words.CommentParticiple) || en.remarks(k, hi)
}

// attributed reports an attribution at k: "which | the minister said", "in | a written reply".
func (en *endings) attributed(k, hi int) bool {
	if en.is(k, "as", "which") && en.saidBy(k+1, hi) {
		return !en.tagged(k-2, "WRB", "WP")
	}
	return en.is(k, "in") && en.textFollows(k+1, hi)
}

// withOther reports at k what somebody else says at the same time: "with | the minister | saying that".
func (en *endings) withOther(k, hi int) bool {
	e := en.nouns.end(k+1, hi)
	return en.is(k, "with") && e > k+1 && e+1 < hi && en.tag(e) == "VBG" && en.w[e].cue.verb != nil &&
		en.w[e].cue.verb.class == classSpeech
}

// timeFromEvent reports how long before or after something else it was said: "a day after", "just hours before".
func (en *endings) timeFromEvent(k, hi int) bool {
	for j := k; j+2 < hi && j < k+5; j++ {
		if en.in(j, words.TimeUnit) && en.is(j+1, "after", "before") {
			return true
		}
		if !inNP(en.tag(j)) && en.tag(j) != "RB" {
			return false
		}
	}
	return false
}

// textFollows reports "reply" or "a written statement" at k: in what something is said.
func (en *endings) textFollows(k, hi int) bool {
	return en.in(k, words.ReplyNoun) || en.in(k, words.IndefiniteArticle) && en.documentAt(k+1, hi)
}

// documentAt reports whether a noun phrase at k is a text in which something is said: "a written statement".
func (en *endings) documentAt(k, hi int) bool {
	for ; k < hi && k < en.nouns.end(k, hi); k++ {
		if en.in(k, words.DocumentTail) {
			return true
		}
	}
	return false
}

// quotesAs reports whether ", the agency quoted him as saying" stands at k.
func (en *endings) quotesAs(k, hi int) bool {
	e := en.nouns.end(k, hi)
	if e <= k || e+3 > hi || !en.in(e, words.CitedVerb) {
		return false
	}
	for j := e + 1; j+1 < hi && j < e+quotedReach; j++ {
		if en.is(j, "as") && en.is(j+1, "saying") {
			return true
		}
	}
	return false
}

// saidBy reports a subject with a verb of saying at k: "..., as | Norland says".
func (en *endings) saidBy(k, hi int) bool {
	e := en.nouns.end(k, hi)
	return en.nouns.starts(k, hi) && e > k && e < hi && en.w[e].cue.verb != nil && en.has(e, flagFinite)
}

// newClause reports a clause of its own at k: a subject next to its verb in the past, or a pronoun to its perfect.
func (en *endings) newClause(k, hi int) bool {
	e := en.nouns.end(k, hi)
	if !en.nouns.starts(k, hi) || e <= k || e >= hi {
		return false
	}
	return en.tag(e) == "VBD" && !en.in(e, words.DoForm) || en.tag(k) == "PRP" && en.has(e, flagHave)
}

// beforeRecipient ends what is pledged before the one it is pledged to: "their support | to the people".
func (en *endings) beforeRecipient(lo, hi int) int {
	for i := lo + 1; i+1 < hi; i++ {
		if en.in(i, words.JourneyNoun) { // "promised a trip | to the capital"
			return hi
		}
		if en.is(i, "to") && (isNoun(en.tag(i-1)) || en.has(i-1, flagQuoteMark)) && en.nouns.starts(i+1, hi) &&
			en.tag(i+1) != "VB" {
			return i
		}
	}
	return hi
}

// beforePress ends a noun phrase before the press to whom it was said: "announced the recall | to reporters".
func (en *endings) beforePress(lo, hi int) int {
	for i := lo + 1; i+1 < hi; i++ {
		if en.is(i, "to") && en.in(i+1, words.PressPeople) {
			return i
		}
	}
	return hi
}
