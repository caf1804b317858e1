package quotes

// goesOn reports whether the reported words continue after the aside: "The state, he said, must act".
func (r asideReports) goesOn(a aside) bool {
	k := a.to
	if k < r.hi-1 && r.is(k, ";") && a.rule != ruleAccording {
		return r.furtherClause(k + 1)
	}
	if k >= r.hi-1 || !r.is(k, ",") {
		return false
	}
	k++
	if r.hangsOn(k, a) {
		return true
	}
	if r.in(r.lo, words.ConditionLead) && !r.commaIn(r.lo, a.from) && r.nouns.starts(k, r.hi) {
		return r.verbs.finiteIn(k, r.hi, true) >= 0 // "If that failed, he warned, they would strike"
	}
	participle := r.tag(k) == "VBG" || r.tag(k) == "RB" && k+1 < r.hi && r.tag(k+1) == "VBG"
	if participle || r.has(k, flagPrep) || r.tag(k) == "CC" || r.in(k, words.AsideRelative) {
		return false
	}
	return r.verbs.finiteIn(r.lo, a.from, true) < 0 && r.verbs.finiteIn(k, r.hi, false) >= 0
}

// hangsOn reports that what stands after an aside, at token k, belongs to the words before it.
func (r asideReports) hangsOn(k int, a aside) bool {
	return r.continues(k) || r.marksFollow(k, a) || r.cause(k) || r.unfinished(k, a) || r.depends(k, a)
}

// cause reports "because", "in return for" or "for the sake of" at k.
func (r asideReports) cause(k int) bool {
	if !r.has(k, flagPrep) || k+2 >= r.hi {
		return r.in(k, words.AsideReason)
	}
	return r.in(k+1, words.CauseNoun) || r.in(k+2, words.CauseNoun) || r.in(k, words.AsideReason)
}

// furtherClause reports that the words go on after an aside and a semicolon, at token k: a clause in which nobody
// speaks, "The port was shut, he said; | it would open soon".
func (r asideReports) furtherClause(k int) bool {
	if r.marks.markIn(r.lo, r.hi) || !r.nouns.starts(k, r.hi) || r.verbs.finiteIn(k, r.hi, true) < 0 {
		return false
	}
	for ; k < r.hi; k++ {
		if v := r.w[k].cue.verb; v != nil && v.class != classThought && r.has(k, flagFinite) {
			return false
		}
	}
	return true
}

// marksFollow reports a passage in marks after an aside, at token k, after "but" or "and" or none, that goes on with
// words that are in none: "The ships broke no law, he said, but “a bit of courtesy was in order”".
func (r asideReports) marksFollow(k int, a aside) bool {
	if r.is(k, "but", "and") {
		k++
	}
	return k < r.hi && r.has(k, flagQuoteMark) && !r.marks.markIn(r.lo, a.from) && !r.introduces(a.from)
}

// continues reports a second clause of the words after an aside, at token k: "The charge was absurd, he said, and
// Norland knew it".
func (r asideReports) continues(k int) bool {
	what := r.is(k, "and", "but") && k+1 < r.hi && r.in(k+1, words.WhatPronoun)
	if !r.in(k, words.AsideClause) || !r.nouns.starts(k+1, r.hi) && !what {
		return false
	}
	f := r.verbs.finiteIn(k+1, r.hi, true)
	if f < 0 {
		return false
	}
	for f+1 < r.hi && (r.has(f, flagBe|flagHave) || r.tag(f) == "RB") {
		f++
	}
	v := r.w[f].cue.verb
	return v == nil || v.class == classThought || v.class == classMeeting
}

// unfinished reports that the clause before an aside has not all its parts without what stands after it, at token k:
// its verb, "What mattered, he argued, | was the tone", what its verb says of its subject, "it was, he said, | a slip",
// or what "it was" points out, "It was Varn, he claimed, | that gave up".
func (r asideReports) unfinished(k int, a aside) bool {
	v := k + b2i(r.has(k, flagQuoteMark) && k+1 < r.hi)
	if r.auxiliary(v) {
		return true
	}
	lo := r.lo + b2i(r.in(r.lo, words.SourceJoin))
	if r.is(lo, "it") && r.has(lo+1, flagBe) && (r.is(k, "that") || r.has(k, flagRelative)) {
		return true
	}
	open := a.from - 1
	for open > r.lo && r.tag(open) == "RB" {
		open--
	}
	if !r.has(open, flagFinite) || !r.has(open, flagBe) || r.tag(k) == "VBG" && r.w[k].cue.verb != nil {
		return false
	}
	for j := open - 1; j >= r.lo && j > a.from-longestFront && !r.is(j, ",", ";"); j-- {
		if r.in(j, words.AsideWh) {
			return false // "He knew what it was, he said, ..."
		}
	}
	return !r.in(k, words.AsideRelative)
}

// auxiliary reports a finite form of "be" or "have", a modal verb, or "did not" at token v.
func (r asideReports) auxiliary(v int) bool {
	denied := r.in(v, words.DoForm) && v+1 < r.hi && r.has(v+1, flagNegation)
	return r.has(v, flagFinite) && (r.has(v, flagBe|flagHave) || r.tag(v) == "MD" || denied)
}

// depends reports that what stands after an aside, at token k, hangs on the clause before it: a question or a verb that
// "and" joins to its own, "Why had they come, he asked, | and why had they left", or a time that is yet to come, "He
// would believe it, he said, | when he saw it".
func (r asideReports) depends(k int, a aside) bool {
	f := r.verbs.finiteIn(r.lo, a.from, true)
	if f < 0 || k+2 >= r.hi || r.marks.markIn(r.lo, r.lo+1) {
		return false
	}
	switch {
	case r.is(k, "when"):
		e := r.nouns.end(k+1, r.hi)
		return r.tag(f) == "MD" && r.nouns.starts(k+1, r.hi) && r.has(e, flagFinite) && !r.has(e, flagBe)
	case !r.is(k, "and", "but"):
		return false
	case r.in(r.lo, words.QuestionWord) && r.in(k+1, words.QuestionWord):
		return true
	}
	if r.is(k+1, "it") && r.has(a.source.lo, flagPronoun) && !r.is(a.source.lo, "it", "they") {
		return true // "Varn took no side, she said, | but it opposed the use of force"
	}
	j := k + 1
	for j < r.hi && r.tag(j) == "RB" {
		j++
	}
	perfect := r.is(f, "had") && r.is(j, "had") && r.tag(j+1) == "VBN"
	return perfect && !r.is(a.cue.lo-1, "had")
}

// parts reports an aside between a verb of saying and what it says, which only tells through whom the article has it,
// and enters that report: "Lind replied, officials said, | that it was late". In "Lind replied, officials said, by
// saying that" another verb reports it, as in "Lind was told, officials said, that".
func (r asideReports) parts(a aside) bool {
	i, k := a.from-1, a.to+1
	for i > r.lo && (r.tag(i) == "RB" || r.has(i, flagTime)) {
		i--
	}
	v := r.w[i].cue.verb
	if v == nil || v.class != classSpeech || k+2 >= r.hi || !r.is(a.to, ",") || r.marks.markIn(r.lo, a.from) {
		return false
	}
	use, form, vg := r.uses().of(i, r.w[i].cue)
	source, ok := r.subjects.before(vg, r.lo)
	switch {
	case !ok || !r.speakers.canSpeak(source):
		return false
	case r.is(k, "that") && v.frames&(frameThat|frameRcptThat) != 0:
	case r.is(k, "by") && r.tag(k+1) == "VBG" && use == useFinite:
		r.subject = source
		return true
	default:
		return false
	}
	if use == usePassive {
		return true
	}
	if use == useFinite {
		r.begin(i, v, complement{lo: k + 1, cueHi: i + 1, frame: frameThat}, form, source, ruleVerb)
		r.subject = source
	}
	return use == useFinite
}
