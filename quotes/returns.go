package quotes

// returns reports whether the article's own voice is back in paragraph n, inside a block that c announced. In the
// block's first paragraph it only is where it attributes the words: right behind the colon the speaker may tell what
// others did and said.
func (g *grammar) returns(n int, t tokens, c blockCue, later bool) bool {
	if c.full {
		return false
	}
	par := g.d.Paragraphs[n]
	if _, ok := g.announces(n, t); ok {
		return true
	}
	for s := par.First; s < par.Last; s++ {
		sent := g.d.Sentences[s]
		if sent.Last-sent.First > maxSentence {
			continue
		}
		r := &sentence{grammar: g, lo: sent.First, hi: g.trimFinal(sent.First, sent.Last)}
		if a, ok := r.asides().last(); ok && a.rule != "rule:according" &&
			(g.ofArticle(a.source, c) || g.has(r.lo, flagQuoteMark)) {
			return true
		}
		if later && s == par.First && (g.narrates(r) || g.reports(r, c)) {
			return true
		}
	}
	return false
}

// ofArticle reports whether t may be the article's name for a speaker rather than somebody inside the block.
func (g *grammar) ofArticle(t tokens, c blockCue) bool {
	if t.len() == 1 && g.has(t.lo, flagPronoun) {
		return true
	}
	for k := t.lo; k < t.hi; k++ {
		if g.w[k].noun&(nounDocument|nounMedium|nounOffice) != 0 || g.speakers.sameName(k, c.source) {
			return true
		}
	}
	return false
}

// reports reads a first sentence that attributes anew: "The declaration demanded X", "He also thanked N", "Reuters
// said X".
func (g *grammar) reports(r *sentence, c blockCue) bool {
	f := g.verbs.finiteIn(r.lo, r.hi, true)
	if f < 0 {
		return false
	}
	source, ok := g.subjects.before(g.verbs.group(f, r.lo), r.lo)
	i := g.verbs.overAuxiliaries(f, min(r.hi, f+6))
	if !ok || i >= r.hi {
		return false
	}
	v := g.w[i].cue.verb
	if v == nil || v.class == classThought || v.class == "" {
		return g.publishes(i, r.hi)
	}
	document := g.speakers.documentSubject(source)
	if use, form, _ := r.uses().of(i, g.w[i].cue); use != useFinite || c.present == (form == formPast) && !document {
		return false
	}
	if _, ok := r.complements.of(i, r.hi, v); !ok {
		return false
	}
	switch {
	case source.len() == 1 && g.has(source.lo, flagPronoun):
		return g.pronounFits(source.lo, c)
	case document:
		return true
	}
	return !c.present && g.newSpeaker(source, c)
}

// newSpeaker reports a source with an office or medium, or with a name of the block's own source.
func (g *grammar) newSpeaker(source tokens, c blockCue) bool {
	for k := source.lo; k < source.hi; k++ {
		if g.w[k].noun&(nounOffice|nounMedium) != 0 || g.speakers.sameName(k, c.source) {
			return true
		}
	}
	return false
}

// pronounFits reports whether the pronoun may stand for the block's own source: "it" for papers and documents, "he"
// for people.
func (g *grammar) pronounFits(p int, c blockCue) bool {
	if c.source.empty() {
		return true
	}
	person := false
	for k := c.source.lo; k < c.source.hi; k++ {
		if g.w[k].noun&nounOffice != 0 || g.in(k, words.PersonPronoun) {
			person = true
		}
		if g.w[k].noun&(nounDocument|nounMedium) != 0 || g.is(k, "it") {
			return g.is(p, "it")
		}
	}
	return person || g.in(p, words.PersonPronoun)
}

// publishes reports "released a statement", "posted an article": a new carrier of words.
func (g *grammar) publishes(i, hi int) bool {
	if !g.in(i, words.IssuingVerb) {
		return false
	}
	for k := i + 1; k < hi && k < i+10; k++ {
		if g.w[k].noun&nounDocument != 0 && isNoun(g.tag(k)) {
			return true
		}
	}
	return false
}

// narrates reports the article's account of an event: who was present, what was adopted, read, laid or signed there.
func (g *grammar) narrates(r *sentence) bool {
	lo, hi := r.lo, r.hi
	if hi-lo < 3 {
		return false
	}
	if g.tellsPresence(lo) {
		return true
	}
	f := g.verbs.finiteIn(lo, hi, true)
	if f < 0 || f > lo+30 {
		return false
	}
	visits := f < lo+5 && g.in(f, words.VisitVerb) && g.in(f-1, words.ReturnSubject)
	return visits || g.has(f, flagBe) && g.tag(f) == "VBD" && g.wasDone(f, hi) && g.documentOrGift(lo, f)
}

// tellsPresence reports a sentence whose first words, from lo on, tell who was present or what speeches there were.
func (g *grammar) tellsPresence(lo int) bool {
	switch {
	case g.is(lo, "also"):
		return g.in(lo+1, words.PresentParticipating)
	case g.is(lo, "the", "all") && (g.in(lo+1, words.Participant) || g.seq(lo+1, lo+3, "the", "participants")):
		return true
	case g.in(lo, words.PresenceVerb) && g.in(lo+1, words.PresenceNext):
		return true
	}
	return g.in(lo, words.SpeechesLead) && g.in(lo+1, words.SpeechesFollow) && g.in(lo+2, words.SpeechesNext)
}

// wasDone reports a participle of what is done at an event behind the form of "be" at f: "was adopted", "were laid".
func (g *grammar) wasDone(f, hi int) bool {
	k := f + 1
	for k < hi && (g.tag(k) == "RB" || g.has(k, flagBe)) {
		k++
	}
	return k < hi && g.in(k, words.ReturnParticiple)
}

// documentOrGift reports a document, an event or a gift in [lo, hi).
func (g *grammar) documentOrGift(lo, hi int) bool {
	for j := lo; j < hi; j++ {
		if g.w[j].noun&(nounDocument|nounEvent) != 0 || g.in(j, words.Gift) {
			return true
		}
	}
	return false
}
