package quotes

// endings knows where reported words end before their sentence does: where the article adds something of its own, or
// goes on with another verb.
type endings struct {
	*wording
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
		when := en.is(i, "when") && f&(phraseFrames|deedFrames) != 0 && en.metAt(i+1, hi)
		if when || en.in(i, words.Amid) || en.in(i, words.AskedTail) && en.askedAt(i+1, hi) {
			return i
		}
	}
	return hi
}

// metAt reports a pronoun or "the two" at k that met or spoke.
func (en *endings) metAt(k, hi int) bool {
	e := en.nouns.end(k, hi)
	if e >= hi || !en.has(k, flagPronoun) && en.tag(k+1) != "CD" || en.tag(e) != "VBD" || en.w[e].cue.verb == nil {
		return false
	}
	return en.w[e].cue.verb.class == classMeeting || words.TalkLemma[en.w[e].cue.verb.lemma]
}

// askedAt reports whether a verb of being asked stands at token k, past "he was".
func (en *endings) askedAt(k, hi int) bool {
	if k+1 < hi && en.has(k, flagPronoun) && en.has(k+1, flagBe) {
		k += 2
	}
	return k < hi && en.in(k, words.BeingAsked)
}

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

// beforeTail ends reported words before a clause or apposition in which the article adds something of its own: "said
// X, while Y did Z". A noun phrase ends before any such clause, a clause only before those that hardly ever go on
// with it.
func (en *endings) beforeTail(lo, hi int, f frame) int {
	marks := false
	for i := lo; i+2 < hi; i++ {
		if en.has(i, flagQuoteMark) {
			marks = !marks
		}
		switch {
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
	return f&(phraseFrames|deedFrames) != 0 && en.is(k, "as", "and") && en.newClause(k+1, hi)
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
	case en.is(k, "as", "which") && en.saidBy(k+1, hi), en.is(k, "in") && en.textFollows(k+1, hi):
		return true
	case en.is(k, "before") && en.tag(k+1) == "VBG" && en.w[k+1].cue.verb != nil: // "said X, | before accusing Y"
		return true
	}
	return en.in(k, words.TailConjunction) || en.seq(k, len(en.w), "at", "a", "time") || en.quotesAs(k, hi) ||
		en.timeFromEvent(k, hi) || en.in(k, words.CommentParticiple) || en.remarks(k, hi)
}

// remarks reports at k how the article ranks what was said, in what words it was, or what it looked like: "in the
// plainest words so far", "in words lifted from a speech", "the same day the port was shut", "seemingly giving in".
func (en *endings) remarks(k, hi int) bool {
	switch {
	case en.sumsUp(k, hi):
		return true
	case k+3 >= hi:
		return false
	case en.is(k, "in"):
		return en.in(k+2, words.Superlative) || en.tag(k+1) == "NNS" && en.in(k+1, words.SummingNoun)
	case en.is(k, "the"):
		return en.is(k+1, "same") && en.in(k+2, words.TimeUnit) && en.nouns.starts(k+3, hi)
	}
	return en.in(k, words.SeemingAdverb) && en.tag(k+1) == "VBG"
}

// sumsUp reports an apposition at k in which the article says what it thinks of the words: "a remark | that was taken
// as a threat", "a phrase | ministers have repeated", "something | no member has done".
func (en *endings) sumsUp(k, hi int) bool {
	if en.is(k, "something") {
		return k+1 < hi && !en.has(k+1, flagPronoun) // "something he put down to fear" may be his own
	}
	e := en.nouns.end(k, hi)
	switch {
	case e < hi && e == k+1 && en.tag(k) == "NNS" && en.in(k, words.SummingNoun):
		return en.is(e, "which", "that") // "words | which ministers have repeated"
	case !en.tagged(k, "DT", "PRP$") || e <= k+1 || e >= hi:
		return false
	case en.in(k, words.IndefiniteArticle) && e <= k+3 && en.tag(e-1) == "NN" && en.is(e, "which", "that"):
		return true // "a target | which they met"
	}
	for n := k + 1; n < e; n++ {
		switch {
		case en.is(n, "such") && n+1 < e: // "the third such protest in a month"
			return true
		case en.in(n, words.SummingNoun):
			return n+1 < e || en.describedAt(e, hi)
		}
	}
	return false
}

// describedAt reports what describes a noun that ends before token k: a relative clause or a participle.
func (en *endings) describedAt(k, hi int) bool {
	if en.has(k, flagPrep) && k+1 < hi && en.has(k+1, flagRelative) { // "a remark | for which"
		return true
	}
	return en.has(k, flagRelative) || en.is(k, "that") || en.tag(k) == "VBN" || en.nouns.starts(k, hi)
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
	bare := en.w[lo].noun&nounDocument != 0 && en.tag(lo) == "NNS" // "in remarks"
	own := en.tag(lo) == "PRP$" && !en.in(k-1, words.EventVisit)   // not "their welcome during his visit"
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
	return hi
}

// beforeRecipient ends what is pledged before the one it is pledged to: "their support | to the people".
func (en *endings) beforeRecipient(lo, hi int) int {
	for i := lo + 1; i+1 < hi; i++ {
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

// phraseEnd ends a noun phrase where the main clause goes on with another verb: "praised X | and laid a wreath".
func (en *endings) phraseEnd(lo, hi int, form verbForm) int {
	relative := false
	for i := lo; i < hi; i++ {
		if en.has(i, flagRelative) || en.is(i, "that", "as") {
			relative = true
		}
		if relative || i == lo || !en.is(i, "and", "but", ",") {
			continue
		}
		if i+2 < hi && en.is(i, ",") && en.has(i+1, flagQuoteMark) && en.furtherGerund(i+1, lo, hi, form) {
			return i + 2 // “at once,” | carrying
		}
		if en.furtherFinite(i+1, hi, form) || en.furtherGerund(i, lo, hi, form) {
			return i
		}
	}
	return hi
}

// furtherFinite reports a verb of the form after adverbs at k, with something after it: "| and laid a wreath".
func (en *endings) furtherFinite(k, hi int, form verbForm) bool {
	k = en.overAdverbs(k, hi)
	if k+1 >= hi || !afterVerbTag(en.tag(k+1)) {
		return false
	}
	if en.is(k-1, ",") && en.tag(k+1) == "IN" { // ", held on May 2" is a participle
		return false
	}
	return en.tag(k) == "VBD" && form&formPast != 0 || en.tag(k) == "VBZ" && form&formS != 0
}

// furtherGerund reports a participle after the comma or conjunction at i that does not belong to the phrase from lo
// on: "praised X |, holding", "highlighting X | and renewing Y".
func (en *endings) furtherGerund(i, lo, hi int, form verbForm) bool {
	k := en.overAdverbs(i+1, hi)
	if k >= hi || en.tag(k) != "VBG" {
		return false
	}
	if en.is(i, ",") || en.has(i, flagQuoteMark) {
		return k == i+1 && !en.in(k, words.PrepositionalParticiple)
	}
	return form == formGerund && en.w[k].cue.verb == nil && lo > 0 && en.tag(lo) != "VBG"
}

// overAdverbs returns the index after adverbs and "and" at k.
func (en *endings) overAdverbs(k, hi int) int {
	for k < hi && (en.tag(k) == "RB" || en.is(k, "and", "also")) {
		k++
	}
	return k
}
