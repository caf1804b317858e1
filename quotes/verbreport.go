package quotes

// readVerb tries the cue verb at i.
func (r *sentenceReader) readVerb(i int, c cueForm) {
	if r.capitalInside(i) { // part of a name
		return
	}
	use, form, vg := r.useOf(i, c)
	if v, p := r.withParticle(i, c.verb); v != nil {
		r.particle = tokens{i, p + 1}
		c.verb, i = v, p
	}
	if c.verb.class == "" {
		return
	}
	defer func() { r.particle = tokens{} }()
	switch {
	case r.used(i):
	case use == useNone && c.forms&formBase != 0 && !r.inner && r.tagged(i, "VB", "VBP", "NN"):
		r.readPurpose(i, c.verb)
	case use == useNone:
	case r.inner:
		r.readNested(i, vg, use, form, c.verb)
	case use == useFinite:
		r.readFinite(i, vg, form, c.verb)
	case use == useGerund:
		r.readGerund(i, form, c.verb)
	case use == usePassive:
		r.readPassive(i, vg, c.verb)
	}
}

// capitalInside reports a word with a capital that begins neither the sentence nor a passage in marks.
func (r *sentenceReader) capitalInside(i int) bool {
	return i > r.lo && r.d.Word(i)[0] < 'a' && !r.has(i-1, flagQuoteMark)
}

// withParticle returns the verb that the one at i makes with the particle behind it, which stands at p: "point out",
// "make very clear"; nil where it makes none.
func (r *sentenceReader) withParticle(i int, v *cueVerb) (with *cueVerb, p int) {
	p = i + 1
	if v.with == nil || p >= r.hi {
		return nil, p
	}
	for p+1 < r.hi && r.in(i, words.MakeForm) && r.in(p, words.ClearIntensifier) {
		p++
	}
	return v.with[r.w[p].low], p
}

// used reports whether token i is an attribution's cue already.
func (r *sentenceReader) used(i int) bool {
	for _, p := range r.reports {
		for _, c := range p.cue {
			if c.lo <= i && i < c.hi {
				return true
			}
		}
	}
	return false
}

// readFinite reads the finite cue at i, whose verb group begins at vg.
func (r *sentenceReader) readFinite(i, vg int, form verbForm, v *cueVerb) {
	c, ok := r.complements.of(i, r.hi, v)
	if open := r.anyOpen(); open != nil {
		r.readCoordinated(i, vg, form, v, c, ok, open)
		return
	}
	if !ok || c.frame == frameDoc && !r.nouns.carrierIn(vg, i) && !r.nouns.carrierIn(r.lo, vg) {
		return
	}
	if !r.subject.empty() && vg > r.lo && r.is(vg-1, "and", "but", ",") { // behind an aside: "he said, and called on"
		r.begin(i, v, c, form, r.subject, "rule:coordinated")
		return
	}
	source, ok := r.finiteSource(vg)
	if !ok || c.frame == frameDoc && !r.nouns.carrierIn(source.hi, i) || r.saidBefore(source.lo, c) {
		return
	}
	r.begin(i, v, c, form, source, ruleVerb)
	r.subject = source
	if source.lo-1 == r.lo && r.in(r.lo, words.SourceStart) {
		r.endClause()
	}
}

// finiteSource is the subject of the verb group at vg; of a relative clause only a document or medium is one.
func (r *sentenceReader) finiteSource(vg int) (source tokens, ok bool) {
	source, ok = r.subjects.before(vg, r.lo)
	if !ok || !r.subjects.antecedent(&source) {
		return source, ok
	}
	return source, !source.empty() && r.w[source.hi-1].noun&(nounDocument|nounMedium) != 0
}

// endClause ends the report of a clause that opens the sentence where the main clause begins: "As N demands X, | the
// talks go on".
func (r *sentenceReader) endClause() {
	p := &r.reports[len(r.reports)-1]
	c := &p.content[0]
	for k := c.lo + 1; k+2 < r.hi; k++ {
		if r.is(k, ",") && r.nouns.starts(k+1, r.hi) && r.verbs.finiteIn(c.lo, k, true) > 0 &&
			r.verbs.finiteIn(k+1, r.hi, true) > 0 {
			c.hi, p.open = k, false
			return
		}
	}
}

// saidBefore reports whether the words stand in marks before their subject, which begins at token lo, so that a
// clause behind the verb is not what was said: "“X,” she said in a letter that he had sent".
func (r *sentenceReader) saidBefore(lo int, c complement) bool {
	return c.frame&(frameThat|frameRcptThat) != 0 && lo > r.lo && r.marks.closesAt(lo-1) && !r.has(c.lo, flagQuoteMark)
}

// readCoordinated decides what a further finite cue is while a report is open: a sister of the open one ("and urged
// X"), a new clause ("and he added that X"), or a report inside it.
func (r *sentenceReader) readCoordinated(i, vg int, form verbForm, v *cueVerb, c complement, ok bool, open *report) {
	p := vg - 1
	ok = ok && c.frame != frameDoc
	if ok && r.coordinates(p, open) && r.sameTense(vg, form, open) && !r.inRelativeNow(vg, open) {
		source := open.source
		r.close(p)
		r.begin(i, v, c, form, source, "rule:coordinated")
		return
	}
	source, found := r.subjects.before(vg, open.content[0].lo)
	if !found {
		return
	}
	source = r.lastConjunct(source, vg, open)
	if ok && form == open.form && r.opensClause(source, open) {
		r.close(source.lo - 1)
		r.begin(i, v, c, form, source, ruleVerb)
		r.subject = source
		return
	}
	r.readNested(i, vg, useFinite, form, v)
}

// lastConjunct leaves of a subject what stands behind an "and" that joins clauses, not names: "on his birthday and |
// the leaders agreed", "on low incomes and | Vice President Lind said".
func (r *sentenceReader) lastConjunct(source tokens, vg int, open *report) tokens {
	phrase := open.frame&phraseFrames != 0 && source.lo <= open.content[0].lo
	for a := vg - 2; a > source.lo; a-- {
		toName := r.tagged(a-1, "NN", "NNS", "NNPS") && r.tag(a+1) == "NNP"
		if r.in(a, words.NewClauseJoin) && (phrase || toName) {
			source.lo = a + 1
			return source
		}
	}
	return source
}

// opensClause reports a subject behind a conjunction that ends the open report and may speak itself.
func (r *sentenceReader) opensClause(source tokens, open *report) bool {
	s := source.lo - 1
	if s <= open.content[0].lo || !r.in(s, words.SourceJoin) {
		return false
	}
	return r.speakers.speakerLike(source) || r.is(s, "while", "whereas") || r.is(s-1, ",")
}

// coordinates reports whether the token at p joins a further verb to the open report's.
func (r *sentenceReader) coordinates(p int, open *report) bool {
	return p > r.lo && (r.is(p, "and", "but") || r.is(p, ",") && !r.commaIn(open.content[0].lo, p))
}

// sameTense reports whether a further verb may share the subject of the open report's: "said X and urged Y", "claims
// X and has threatened Y".
func (r *sentenceReader) sameTense(vg int, form verbForm, open *report) bool {
	return form == open.form || open.form == formGerund && form != formBase || r.is(vg, "has", "have")
}

// inRelativeNow reports whether the verb group at vg continues a relative clause inside the open content: "who built
// X and called on Y".
func (r *sentenceReader) inRelativeNow(vg int, open *report) bool {
	if r.is(vg-1, ",") && r.verbs.finiteIn(open.content[0].lo, vg-1, false) < 0 && open.frame == frameThat {
		return true // the comma closes an appositive: this is the clause's own verb
	}
	for k := vg - 1; k > open.content[len(open.content)-1].lo; k-- {
		if r.has(k, flagRelative) {
			return open.frame&phraseFrames != 0
		}
	}
	return false
}

// readNested reads a report inside reported words, of a speaker of its own. What the speaker does by these very words
// ("We urge both sides") is no report.
func (r *sentenceReader) readNested(i, vg int, use verbUse, form verbForm, v *cueVerb) {
	if i+2 >= r.hi || use == usePassive {
		return
	}
	c, ok := r.nestedComplement(i, use, form, v)
	if !ok {
		return
	}
	source, ok := r.nestedSource(i, vg, use)
	if !ok || source.empty() || r.performs(source, vg, form, v) {
		return
	}
	if plain := c.frame&(frameThat|frameRcptTo|frameRcptThat) != 0; (r.inner || !plain) && !r.speakers.canSpeak(source) {
		return
	}
	r.reports = append(r.reports, report{
		content: []tokens{{c.lo, r.hi}}, cue: []tokens{{i, i + 1}}, source: source, frame: c.frame, form: form,
		rule: "rule:nested", verb: v, open: true, nested: true,
	})
}

// nestedComplement is what the verb at i reports inside reported words: a clause with "that", or of a
// finite verb a clause without it or an appeal, or of one in the past any complement.
func (r *sentenceReader) nestedComplement(i int, use verbUse, form verbForm, v *cueVerb) (complement, bool) {
	that := r.adverbials.afterVerb(i, r.hi, v)
	if v.frames&frameThat != 0 && that+1 < r.hi && r.is(that, "that") {
		return complement{lo: that + 1, cueHi: i + 1, frame: frameThat}, true
	}
	if use != useFinite {
		return complement{}, false
	}
	c, ok := r.complements.of(i, r.hi, v)
	plain := c.frame&(frameThat|frameRcptTo|frameRcptThat) != 0
	return c, ok && c.frame != frameDoc && (plain || form == formPast)
}

// nestedSource finds the subject of the verb at i inside the open words.
func (r *sentenceReader) nestedSource(i, vg int, use verbUse) (source tokens, ok bool) {
	lo := r.lo
	if open := r.anyOpen(); open != nil {
		lo = open.content[0].lo
	}
	switch {
	case use == useFinite:
		source, ok = r.subjects.before(vg, lo)
		r.subjects.antecedent(&source)
	case i > lo && (r.tag(i-1) == "RB" || r.is(i-1, ",")):
		if f := r.verbs.finiteIn(lo, i, true); f > 0 {
			source, ok = r.subjects.before(r.verbs.group(f, lo), lo)
		}
	}
	return source, ok
}

// performs reports an act done by the words themselves rather than told by them: a first person in the present tense,
// and in verbatim words any speaker of a verb that does more than say ("Norland demands that").
func (r *sentenceReader) performs(source tokens, vg int, form verbForm, v *cueVerb) bool {
	if form == formPast || r.in(vg, words.HaveForm) {
		return false
	}
	first := source.len() == 1 && r.has(source.lo, flagFirst)
	return first || r.inner && (v.frames&frameNP != 0 || v.class == classLight)
}
