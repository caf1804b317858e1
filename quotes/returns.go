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
		r := &sentenceReader{grammar: g, lo: sent.First, hi: g.trimFinal(sent.First, sent.Last)}
		if a, ok := r.lastAside(); ok && a.rule != "rule:according" &&
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
		if g.w[k].noun&(nounDocument|nounMedium|nounOffice) != 0 || g.sameName(k, c.source) {
			return true
		}
	}
	return false
}

// sameName reports whether the capitalised word at k stands in the source too.
func (g *grammar) sameName(k int, source tokens) bool {
	if g.tag(k) != "NNP" || source.empty() {
		return false
	}
	for j := source.lo; j < source.hi; j++ {
		if g.w[j].low == g.w[k].low {
			return true
		}
	}
	return false
}

// reports reads a first sentence that attributes anew: "The declaration demanded X", "He also thanked N", "Reuters
// said X".
func (g *grammar) reports(r *sentenceReader, c blockCue) bool {
	f := g.finiteIn(r.lo, r.hi, true)
	if f < 0 {
		return false
	}
	source, ok := g.subjectBefore(g.verbGroup(f, r.lo), r.lo)
	if !ok {
		return false
	}
	i := f
	for i < r.hi && i < f+6 && (g.has(i, flagBe|flagHave) || g.tag(i) == "RB") && g.w[i].cue.verb == nil {
		i++
	}
	if i >= r.hi {
		return false
	}
	v := g.w[i].cue.verb
	if v == nil || v.class == classThought || v.class == "" {
		return g.publishes(i, r.hi)
	}
	if use, form, _ := r.useOf(i, g.w[i].cue); use != useFinite ||
		c.present == (form == formPast) && !g.documentSubject(source) {
		return false
	}
	if _, ok := r.complementOf(i, r.hi, v); !ok {
		return false
	}
	pronoun := source.len() == 1 && g.has(source.lo, flagPronoun)
	if pronoun {
		return g.pronounFits(source.lo, c)
	}
	if g.documentSubject(source) {
		return true
	}
	for k := source.lo; k < source.hi; k++ {
		if g.w[k].noun&(nounOffice|nounMedium) != 0 || g.sameName(k, c.source) {
			return !c.present
		}
	}
	return false
}

// documentSubject reports a subject such as "the declaration", "the article".
func (g *grammar) documentSubject(t tokens) bool {
	return g.in(t.lo, words.DocumentDeterminer) && t.len() <= 4 && g.w[t.hi-1].noun&(nounDocument|nounMedium) != 0
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
func (g *grammar) narrates(r *sentenceReader) bool {
	lo, hi := r.lo, r.hi
	if hi-lo < 3 {
		return false
	}
	switch {
	case g.in(lo, words.PresenceVerb) && g.in(lo+1, words.PresenceNext):
		return true
	case g.is(lo, "also") && g.in(lo+1, words.PresentParticipating):
		return true
	case g.is(lo, "the", "all") && (g.in(lo+1, words.Participant) || g.is(lo+1, "the") && g.is(lo+2, "participants")):
		return true
	case g.in(lo, words.SpeechesLead) && (g.in(lo+1, words.SpeechesFollow) && g.in(lo+2, words.SpeechesNext)):
		return true
	}
	f := g.finiteIn(lo, hi, true)
	if f < 0 || f > lo+30 {
		return false
	}
	if f < lo+5 && g.in(f, words.VisitVerb) &&
		g.in(f-1, words.ReturnSubject) {
		return true
	}
	if !g.has(f, flagBe) {
		return false
	}
	k := f + 1
	for k < hi && (g.tag(k) == "RB" || g.has(k, flagBe)) {
		k++
	}
	if k >= hi || !g.in(k, words.ReturnParticiple) {
		return false
	}
	for j := lo; j < f; j++ {
		if g.w[j].noun&(nounDocument|nounEvent) != 0 || g.in(j, words.Gift) {
			return g.tag(f) == "VBD"
		}
	}
	return false
}
