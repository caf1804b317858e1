package quotes

// finiteReports reads finite cues with their subject, and those that share it.
type finiteReports struct{ *draft }

// read reads the finite cue at i, whose verb group begins at vg.
func (r finiteReports) read(i, vg int, form verbForm, v *cueVerb) {
	if r.notYet(vg, form) {
		return
	}
	c, ok := r.complements.of(i, r.hi, v)
	mark := r.semicolon(i)
	if mark > r.subject.lo && ok && c.frame != frameDoc && r.beginClause(i, vg, mark, v, c, form, ruleVerb) {
		r.subject = r.anyOpen().source
		return
	}
	if open := r.anyOpen(); open != nil {
		r.coordinated(i, vg, form, v, c, ok, open)
		return
	}
	nested := nestedReports(r)
	switch {
	case !ok && nested.gap(i, vg, v):
		nested.read(i, vg, useFinite, form, v)
	case !ok:
		r.saidWithin(i, vg, form, v)
	case ok && (c.frame != frameDoc || r.nouns.carrierIn(vg, i) || r.nouns.carrierIn(r.lo, vg)):
		r.alone(i, vg, form, v, c)
	}
}

// alone begins the report of the finite cue at i with the complement c, where no other report is open.
func (r finiteReports) alone(i, vg int, form verbForm, v *cueVerb, c complement) {
	if !r.subject.empty() && vg > r.lo && r.is(vg-1, "and", "but", ",") { // after an aside: "he said, and called on"
		r.begin(i, v, c, form, r.subject, "rule:coordinated")
		return
	}
	source, ok := r.source(vg)
	if !ok && relativeReports(r).read(i, vg, form, v, c) {
		return
	}
	if !ok || c.frame == frameDoc && !r.nouns.carrierIn(source.hi, i) || r.saidBefore(source.lo, i, v, c) {
		return
	}
	if s := source.lo; s > r.lo+1 && r.in(s-1, words.SourceJoin) && r.is(s-2, ",") {
		r.close(s - 1) // "rejected Varn's claim that X, and | the envoy | said"
	}
	r.begin(i, v, c, form, source, ruleVerb)
	r.subject = source
	if r.opensAfter(&source) {
		r.reports[len(r.reports)-1].source, r.subject = source, source
		r.endClause()
	}
}

// notYet reports a verb group at vg of something that is still to be said: "once the two sides | agree on it", "as soon
// as they | have asked for it".
func (r finiteReports) notYet(vg int, form verbForm) bool {
	if form == formPast && !r.is(vg, "has", "have") {
		return false
	}
	for k := vg - 1; k >= r.lo && k > vg-longestRelativeSubject; k-- {
		switch {
		case r.has(k, flagFinite|flagQuoteMark|flagRelative), r.is(k, ",", ";", ":"):
			return false
		case r.in(k, words.FutureConjunction), r.is(k, "as") && k > r.lo && r.in(k-1, words.AsSoon):
			return true
		}
	}
	return false
}

// source is the subject of the verb group at vg; of a relative clause only a document or medium is one, a person after
// whom a comma and "who" stand, and whom "it was" points out.
func (r finiteReports) source(vg int) (source tokens, ok bool) {
	if who := r.behindWho(vg); who > r.lo+2 && r.is(who-1, "who", "which") && r.is(who-2, ",") {
		return r.described(who)
	}
	if source, ok = r.pointedOut(vg); ok {
		return source, true
	}
	source, ok = r.subjects.before(vg, r.lo)
	if ok && r.closesIn(source.lo, vg) {
		return tokens{}, false // "“Varn burns,” Lind, who leads the league, said"; "Let them come,” said Lind, who"
	}
	if !ok || !r.subjects.antecedent(&source) {
		return source, ok
	}
	return source, !source.empty() && r.w[source.hi-1].noun&(nounDocument|nounMedium) != 0
}

// behindWho is the token after the relative pronoun and before an adverbial that ends at vg: "who | in April
// announced"; vg where none stands there.
func (r finiteReports) behindWho(vg int) int {
	for k := vg - 1; k > r.lo+1 && k > vg-5; k-- {
		if r.is(k-1, "who") && r.is(k-2, ",") && r.adverbials.end(k, vg) == vg {
			return k
		}
	}
	return vg
}

// closesIn reports marks that close in [lo, hi) and do not open there.
func (r finiteReports) closesIn(lo, hi int) bool {
	open := false
	for k := lo; k < hi; k++ {
		if r.marks.closesAt(k) {
			if !open {
				return true
			}
			open = false
		} else if r.has(k, flagQuoteMark) {
			open = true
		}
	}
	return false
}

// described is the speaker before a comma and "who": of the aside before it, or whoever stands there and is not the
// subject of the sentence.
func (r finiteReports) described(vg int) (source tokens, ok bool) {
	if r.subject.hi == vg-2 {
		return r.subject, true
	}
	source = tokens{r.lo, vg}
	if !r.subjects.antecedent(&source) || source.empty() {
		return source, false
	}
	if p := source.lo - 1; p > r.lo && r.is(p, "from", "for") && isNoun(r.tag(p-1)) { // "diplomats from Varn, who"
		for source.lo = p; source.lo > r.lo && inNP(r.tag(source.lo-1)); source.lo-- {
		}
	}
	return source, r.speakers.canSpeak(source) && r.verbs.finiteIn(r.lo, source.lo, false) >= 0
}

// pointedOut is the speaker between "it was" and the relative pronoun before vg: "it was | the ministry | that said".
func (r finiteReports) pointedOut(vg int) (source tokens, ok bool) {
	source = tokens{r.lo, vg}
	if !r.subjects.antecedent(&source) || source.empty() || source.lo < r.lo+2 {
		return tokens{}, false
	}
	return source, r.has(source.lo-1, flagBe) && r.is(source.lo-2, "it") && r.speakers.canSpeak(source)
}

// opensAfter reports whether the source is the subject of a clause that opens the sentence: "After | Varn", "A day
// after | Varn"; after a length of time it then begins after the conjunction.
func (r finiteReports) opensAfter(source *tokens) bool {
	if r.in(r.lo, words.SourceStart) {
		return source.lo-1 == r.lo
	}
	k := r.lo
	for k < source.hi && (r.tagged(k, "DT", "CD") || r.has(k, flagTime) || isNoun(r.tag(k))) {
		k++
	}
	if k == r.lo || k > r.lo+3 || k+1 >= source.hi || source.lo > k+1 || !r.in(k, words.SourceStart) {
		return false
	}
	source.lo = k + 1
	return true
}

// endClause ends the report of a clause that opens the sentence where the main clause begins: "As N demands X, | the
// talks go on".
func (r finiteReports) endClause() {
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

// saidBefore reports whether the words of the verb at i stand in marks before its subject, which begins at token lo, so
// that what follows it was not said: "“X,” she said in a letter that he had sent", "“X”, she told a rally | on the
// river", "“Who is next?” she asked in a talk | that the radio carried".
func (r finiteReports) saidBefore(lo, i int, v *cueVerb, c complement) bool {
	if lo == 0 || r.has(c.lo, flagQuoteMark) {
		return false
	}
	end := lo - 1
	if r.is(end, ",") && end > r.lo {
		end--
	}
	switch {
	case !r.marks.closesAt(end) || end == 0:
		return false
	case lo == r.lo:
		asked := r.in(i, words.BeingAsked) && r.is(end-1, "?") && r.has(i+1, flagPrep)
		return asked && r.paragraphs.of(end) == r.paragraphs.of(lo)
	}
	return c.frame&(frameThat|frameRcptThat) != 0 || v.frames&frameParen != 0
}

// coordinated decides what a further finite cue is while a report is open: a sister of the open one ("and urged
// X"), a new clause ("and he added that X"), or a report inside it.
func (r finiteReports) coordinated(i, vg int, form verbForm, v *cueVerb, c complement, ok bool, open *report) {
	p := r.overInsertion(vg - 1)
	ok = ok && c.frame != frameDoc
	if last := len(open.content) - 1; last > 0 && p == open.content[last].lo && r.is(p, "and", "but") {
		return // the words go on with it after an aside
	}
	if source, main := r.mainAfter(p, open); ok && main {
		r.close(p)
		r.begin(i, v, c, form, source, ruleVerb)
		r.subject = source
		return
	}
	if ok && r.joins(p, open) && r.sameTense(vg, form, open) && !r.inRelativeNow(vg, open) &&
		!r.jointInside(p, v, open) {
		source := open.source
		if s, ok := r.besideClause(p, open); ok {
			source = s
		}
		r.close(p)
		r.begin(i, v, c, form, source, "rule:coordinated")
		return
	}
	source, found := r.subjects.before(vg, open.content[0].lo)
	if !found {
		return
	}
	source, join := r.behindPlace(r.lastConjunct(source, vg, open))
	if ok && form == open.form && r.opensClause(source, join, open) {
		r.close(join)
		r.begin(i, v, c, form, source, ruleVerb)
		r.subject = source
		return
	}
	nestedReports(r).read(i, vg, useFinite, form, v)
}

// overInsertion returns the conjunction before what stands between commas that end at p, "and |, the third time,
// advised"; p for every other token.
func (r finiteReports) overInsertion(p int) int {
	for k := p - 1; r.is(p, ",") && k > r.lo && k > p-6; k-- {
		if r.is(k, ",") {
			if r.is(k-1, "and", "but") {
				return k - 1
			}
			return p
		}
	}
	return p
}

// besideClause is the subject of the clause after a comma that opens with "after" or "when" inside the open report and
// to whose verb the "and" at p joins another: "said it would wait, a day after | Peru | rejected the plan and accused".
func (r finiteReports) besideClause(p int, open *report) (source tokens, ok bool) {
	if !r.is(p, "and") {
		return tokens{}, false
	}
	if source, ok = r.besidePerfect(p, open); ok {
		return source, true
	}
	j := p - 1
	for j > open.content[0].lo && !r.in(j, words.SourceStart) {
		if r.is(j, ",") || r.has(j, flagQuoteMark) {
			return tokens{}, false
		}
		j--
	}
	k := j
	for k > open.content[0].lo && !r.is(k-1, ",") && j-k < 3 {
		k--
	}
	f := r.verbs.finiteIn(j+1, p, true)
	if k <= open.content[0].lo || !r.is(k-1, ",") || f < 0 || r.verbs.finiteIn(f+1, p, false) >= 0 {
		return tokens{}, false
	}
	source, ok = r.subjects.before(r.verbs.group(f, j+1), j+1)
	return source, ok && r.speakers.canSpeak(source)
}

// besidePerfect is the subject of the clause that opens with "after" inside the open report and is in the past
// perfect, to whose verb the "and" at p joins another, where the verb of the open report is not in it: "rejected the
// plan after | Peru | had said that it would wait and accused".
func (r finiteReports) besidePerfect(p int, open *report) (source tokens, ok bool) {
	j := p - 1
	for j > open.content[0].lo && !r.in(j, words.SourceStart) {
		j--
	}
	f := r.verbs.finiteIn(j+1, p, true)
	if j <= open.content[0].lo || !r.is(j, "after") || f < 0 || !r.is(f, "had") ||
		r.is(r.verbs.group(open.cue[0].lo, r.lo), "had") {
		return tokens{}, false
	}
	source, ok = r.subjects.before(f, j+1)
	return source, ok && r.speakers.canSpeak(source)
}

// lastConjunct leaves of a subject what stands after an "and" that joins clauses, not names: "on his birthday and |
// the leaders agreed", "on low incomes and | Vice President Lind said".
func (r finiteReports) lastConjunct(source tokens, vg int, open *report) tokens {
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

// behindPlace leaves out of a subject the place before it, and returns the token before both: "and | in Lima the
// ministry |". An adverb is gone over, too: "and | at times | they".
func (r finiteReports) behindPlace(source tokens) (subject tokens, before int) {
	before = source.lo - 1
	if before > r.lo && (r.tag(before) == "RB" || r.in(before, words.SubjectAdverb)) && !r.has(before, flagNegation) {
		before--
	}
	if before <= r.lo || !r.is(before, "in") || !r.in(before-1, words.SourceJoin) {
		return source, before
	}
	k := source.lo
	for k < source.hi && r.tag(k) == "NNP" {
		k++
	}
	if k == source.lo || k+1 >= source.hi || r.tag(k) != "DT" {
		return source, before
	}
	return tokens{k, source.hi}, before - 1
}

// opensClause reports a subject after the conjunction at s that ends the open report and may speak itself.
func (r finiteReports) opensClause(source tokens, s int, open *report) bool {
	if s <= open.content[0].lo || !r.in(s, words.SourceJoin) {
		return false
	}
	return r.speakers.speakerLike(source) || r.is(s, "while", "whereas") || r.is(s-1, ",") || r.commaInMarks(s-1)
}

// joins reports whether the token at p joins a further verb to the open report's. A comma after the clause of a "when"
// does not: "Peru, whose ties suffered when the league called it a thief |, noted".
func (r finiteReports) joins(p int, open *report) bool {
	when := open.source.lo > r.lo && r.tag(open.source.lo-1) == "WRB"
	return p > r.lo && (r.is(p, "and", "but") || r.is(p, ",") && !when && !r.commaIn(open.content[0].lo, p))
}

// mainAfter is the subject of the verb group after the comma at p, which ends the relative clause of the open report:
// "Lind, whose deputy accused the league of theft |, said". ok is false where the open report stands in none, or its
// subject is that of the sentence too: "Lind, who accused the league of theft, said".
func (r finiteReports) mainAfter(p int, open *report) (source tokens, ok bool) {
	s := open.source.lo
	if p <= s || s <= r.lo+1 || !r.is(p, ",") || r.commaIn(open.content[0].lo, p) {
		return tokens{}, false
	}
	if !r.is(s, "whose") && (!r.has(s-1, flagRelative) || !r.is(s-2, ",")) {
		return tokens{}, false
	}
	source, ok = r.subjects.before(p+1, r.lo)
	return source, ok && source.lo < s-1
}

// sameTense reports whether a further verb may share the subject of the open report's: "said X and urged Y", "claims
// X and has threatened Y".
func (r finiteReports) sameTense(vg int, form verbForm, open *report) bool {
	if f := r.verbs.finiteIn(open.content[0].lo, vg, true); f >= 0 && r.is(f, "had") && r.is(vg, "had") &&
		!r.is(r.verbs.group(open.cue[0].lo, r.lo), "had") {
		return false // "said | the envoys had met and had urged both sides"
	}
	return form == open.form || open.form == formGerund && form != formBase || r.is(vg, "has", "have")
}

// jointInside reports a verb of several, after the conjunction at p, that joins the verb of the several of whom the
// open clause tells, as its own speaker is one: "the ministry noted that | the sides had met and agreed that".
func (r finiteReports) jointInside(p int, v *cueVerb, open *report) bool {
	if !words.JointLemma[v.lemma] || open.frame&frameThat == 0 || r.severalIn(open.source) {
		return false
	}
	f := r.verbs.finiteIn(open.content[0].lo, p, true)
	return f >= 0 && r.severalIn(tokens{open.content[0].lo, f})
}

// severalIn reports whether the tokens name several: a plural, "they", or two with "and".
func (r finiteReports) severalIn(t tokens) bool {
	for k := t.lo; k < t.hi; k++ {
		if r.tagged(k, "NNS", "NNPS") || r.is(k, "they", "and", "both") {
			return true
		}
	}
	return false
}

// inRelativeNow reports whether the verb group at vg continues a relative clause inside the open content: "who built
// X and called on Y".
func (r finiteReports) inRelativeNow(vg int, open *report) bool {
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
