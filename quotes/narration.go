package quotes

// narration tells whether the article's own voice is back after words that an attribution announced: where it
// attributes anew or tells of an event.
type narration struct {
	*grammar
	announcements announcements
}

// returns reports whether the article's own voice is back in paragraph n, inside a block that c announced. In the
// block's first paragraph it only is where it attributes the words: right after the colon the speaker may tell what
// others did and said.
func (na *narration) returns(n int, t tokens, c blockCue, later bool) bool {
	if c.full {
		return false
	}
	par := na.d.Paragraphs[n]
	if _, ok := na.announcements.read(n, t); ok {
		return true
	}
	for s := par.First; s < par.Last; s++ {
		sent := na.d.Sentences[s]
		if sent.Last-sent.First > maxSentence {
			continue
		}
		r := &sentence{grammar: na.grammar, lo: sent.First, hi: na.trimFinal(sent.First, sent.Last)}
		if a, ok := r.asides().last(); ok && a.rule != "rule:according" &&
			(na.ofArticle(a.source, c) || na.has(r.lo, flagQuoteMark)) {
			return true
		}
		if later && s == par.First && (na.narrates(r) || na.reports(r, c)) {
			return true
		}
	}
	return false
}

// ofArticle reports whether t may be the article's name for a speaker rather than somebody inside the block.
func (na *narration) ofArticle(t tokens, c blockCue) bool {
	if t.len() == 1 && na.has(t.lo, flagPronoun) {
		return true
	}
	for k := t.lo; k < t.hi; k++ {
		if na.w[k].noun&(nounDocument|nounMedium|nounOffice) != 0 || na.speakers.sameName(k, c.source) {
			return true
		}
	}
	return false
}

// reports reads a first sentence that attributes anew: "The declaration demanded X", "He also thanked N", "Reuters
// said X".
func (na *narration) reports(r *sentence, c blockCue) bool {
	f := na.verbs.finiteIn(r.lo, r.hi, true)
	if f < 0 {
		return false
	}
	source, ok := na.subjects.before(na.verbs.group(f, r.lo), r.lo)
	i := na.verbs.overAuxiliaries(f, min(r.hi, f+6))
	if !ok || i >= r.hi {
		return false
	}
	v := na.w[i].cue.verb
	if v == nil || v.class == classThought || v.class == "" {
		return na.publishes(i, r.hi)
	}
	document := na.speakers.documentSubject(source)
	if use, form, _ := r.uses().of(i, na.w[i].cue); use != useFinite || c.present == (form == formPast) && !document {
		return false
	}
	if _, ok := r.complements.of(i, r.hi, v); !ok {
		return false
	}
	switch {
	case source.len() == 1 && na.has(source.lo, flagPronoun):
		return na.pronounFits(source.lo, c)
	case document:
		return true
	}
	return !c.present && na.newSpeaker(source, c)
}

// newSpeaker reports a source with an office or medium, or with a name of the block's own source.
func (na *narration) newSpeaker(source tokens, c blockCue) bool {
	for k := source.lo; k < source.hi; k++ {
		if na.w[k].noun&(nounOffice|nounMedium) != 0 || na.speakers.sameName(k, c.source) {
			return true
		}
	}
	return false
}

// pronounFits reports whether the pronoun may stand for the block's own source: "it" for papers and documents, "he"
// for people.
func (na *narration) pronounFits(p int, c blockCue) bool {
	if c.source.empty() {
		return true
	}
	person := false
	for k := c.source.lo; k < c.source.hi; k++ {
		if na.w[k].noun&nounOffice != 0 || na.in(k, words.PersonPronoun) {
			person = true
		}
		if na.w[k].noun&(nounDocument|nounMedium) != 0 || na.is(k, "it") {
			return na.is(p, "it")
		}
	}
	return person || na.in(p, words.PersonPronoun)
}

// publishes reports "released a statement", "posted an article": a new carrier of words.
func (na *narration) publishes(i, hi int) bool {
	if !na.in(i, words.IssuingVerb) {
		return false
	}
	for k := i + 1; k < hi && k < i+10; k++ {
		if na.w[k].noun&nounDocument != 0 && isNoun(na.tag(k)) {
			return true
		}
	}
	return false
}

// narrates reports the article's account of an event: who was present, what was adopted, read, laid or signed there.
func (na *narration) narrates(r *sentence) bool {
	lo, hi := r.lo, r.hi
	if hi-lo < 3 {
		return false
	}
	if na.tellsPresence(lo) {
		return true
	}
	f := na.verbs.finiteIn(lo, hi, true)
	if f < 0 || f > lo+30 {
		return false
	}
	visits := f < lo+5 && na.in(f, words.VisitVerb) && na.in(f-1, words.ReturnSubject)
	return visits || na.has(f, flagBe) && na.tag(f) == "VBD" && na.wasDone(f, hi) && na.documentOrGift(lo, f)
}

// tellsPresence reports a sentence whose first words, from lo on, tell who was present or what speeches there were.
func (na *narration) tellsPresence(lo int) bool {
	switch {
	case na.is(lo, "also"):
		return na.in(lo+1, words.PresentParticipating)
	case na.is(lo, "the", "all") && (na.in(lo+1, words.Participant) || na.seq(lo+1, lo+3, "the", "participants")):
		return true
	case na.in(lo, words.PresenceVerb) && na.in(lo+1, words.PresenceNext):
		return true
	}
	return na.in(lo, words.SpeechesLead) && na.in(lo+1, words.SpeechesFollow) && na.in(lo+2, words.SpeechesNext)
}

// wasDone reports a participle of what is done at an event after the form of "be" at f: "was adopted", "were laid".
func (na *narration) wasDone(f, hi int) bool {
	k := f + 1
	for k < hi && (na.tag(k) == "RB" || na.has(k, flagBe)) {
		k++
	}
	return k < hi && na.in(k, words.ReturnParticiple)
}

// documentOrGift reports a document, an event or a gift in [lo, hi).
func (na *narration) documentOrGift(lo, hi int) bool {
	for j := lo; j < hi; j++ {
		if na.w[j].noun&(nounDocument|nounEvent) != 0 || na.in(j, words.Gift) {
			return true
		}
	}
	return false
}
