package quotes

// verbUses tells how the verbs of a sentence stand: finite and in what tense, as a participle, or in the passive.
type verbUses struct{ *sentence }

// verbUse tells how a cue verb stands in its clause.
type verbUse uint8

const (
	useNone verbUse = iota
	useFinite
	useGerund
	usePassive
)

// auxiliaries tells what stands in a verb's group before it.
type auxiliaries struct{ be, have, modal, negated bool }

// auxiliaries reads the auxiliaries in [vg, i).
func (r verbUses) auxiliaries(vg, i int) (a auxiliaries) {
	for k := vg; k < i; k++ {
		a.be = a.be || r.has(k, flagBe)
		a.have = a.have || r.has(k, flagHave)
		a.modal = a.modal || r.tag(k) == "MD"
		a.negated = a.negated || r.has(k, flagNegation)
	}
	return a
}

// of reads the verb at i with its auxiliaries, which begin at vg.
func (r verbUses) of(i int, c cueForm) (use verbUse, form verbForm, vg int) {
	vg = r.verbs.group(i, r.lo)
	a := r.auxiliaries(vg, i)
	switch {
	case a.negated, vg > r.lo && r.in(vg-1, words.NeitherNor), a.modal && !(a.be && c.forms&formParticiple != 0):
		return useNone, 0, vg
	case c.forms&formGerund != 0:
		return r.gerund(i, vg, a)
	case c.forms&(formPast|formParticiple) != 0 && (c.forms&formBase == 0 || r.tagged(i, "VBD", "VBN")):
		use, form = r.past(i, vg, c.verb, a)
		return use, form, vg
	case c.forms&formS == 0:
		if c.forms&formPast != 0 && r.tag(i) == "VB" && i > r.lo && (isNoun(r.tag(i-1)) || r.has(i-1, flagHave)) {
			return useFinite, formPast, vg // the tagger's slip: "the ministry let it be known"
		}
		return r.base(i, vg, c.verb)
	case r.tag(i) == "VBZ", r.verbs.nounTagged(i):
		return useFinite, formS, vg
	}
	return useNone, 0, vg
}

// gerund tells "is calling", which is finite, from a participle: "..., calling for".
func (r verbUses) gerund(i, vg int, a auxiliaries) (verbUse, verbForm, int) {
	switch {
	case a.be:
		return useFinite, formGerund, vg
	case i == r.lo, r.tag(i) == "VBG", r.tag(i) == "NN" && r.is(i-1, ","),
		r.tag(i) == "NN" && r.is(i-1, "and") && r.seq(i+1, r.hi, "that"):
		return useGerund, formGerund, i
	}
	return useNone, 0, vg
}

// past tells the past tense from the passive and from participles that say nothing of a speaker.
func (r verbUses) past(i, vg int, v *cueVerb, a auxiliaries) (verbUse, verbForm) {
	switch {
	case a.be && !a.modal, r.sharesPassive(vg, i):
		return usePassive, formParticiple
	case r.reduced(vg, i, v), a.modal, r.verbs.attributive(vg, i), !a.have && !r.pastTagged(vg, i):
		return useNone, 0
	}
	return useFinite, formPast
}

// pastTagged reports a past tense by its tag, or, where the tagger slipped, by the pronoun or noun before it.
func (r verbUses) pastTagged(vg, i int) bool {
	switch {
	case r.tagged(i, "VBD", "VBN"):
		return true
	case i == r.lo:
		return false
	case r.has(i-1, flagPronoun):
		return true
	case r.tag(i) != "JJ":
		return false
	}
	return isNoun(r.tag(i-1)) || r.tag(i-1) == "RB" && i > r.lo+1 && isNoun(r.tag(vg-b2i(vg > r.lo)))
}

// base tells a verb in the present from an infinitive. "read" is past and present alike; "went on to say" is past.
func (r verbUses) base(i, vg int, v *cueVerb) (verbUse, verbForm, int) {
	read := v.lemma == "read"
	switch {
	case r.asked(i):
	case i > r.lo+1 && r.is(i-1, "to"):
		if r.continuesTo(i) {
			return useFinite, formPast, r.verbs.group(i-3, r.lo)
		}
	case read && i+1 < len(r.w) && r.is(i+1, ",", ":") && !r.is(i-b2i(i > r.lo), "to"):
		return useFinite, formPast, vg
	case r.presentTagged(i):
		if read {
			return useFinite, formPast, vg
		}
		return useFinite, formBase, vg
	}
	return useNone, 0, vg
}

// asked reports that a modal verb, or a form of "do", before the subject of the verb at i makes a question of its
// clause: "Could | the ministry | tell us", "What did | he | say".
func (r verbUses) asked(i int) bool {
	s := i
	for s > r.lo && (inNP(r.tag(s-1)) || r.has(s-1, flagPronoun|flagFirst)) {
		s--
	}
	m := s - 1
	if s == i || m < r.lo || r.tag(m) != "MD" && !r.in(m, words.DoForm) {
		return false
	}
	return m == r.lo || r.in(m-1, words.QuestionWord, ",", ":") || r.in(m-1, words.SourceJoin)
}

// continuesTo reports "went on to say", "continued to say", whose verb of saying is at i.
func (r verbUses) continuesTo(i int) bool {
	return i > r.lo+2 && r.is(i-2, "on") && r.in(i-3, words.WentOn) || r.in(i-2, words.Continuing)
}

// presentTagged reports a present tense by its tag, or by the subject before it where the tagger took it for an
// infinitive.
func (r verbUses) presentTagged(i int) bool {
	if r.tagged(i, "VBP", "VBD") {
		return true
	}
	asked := i > r.lo+1 && r.in(i-2, words.DoForm) // "nor did she explain"
	return r.tag(i) == "VB" && i > r.lo && !asked && (r.has(i-1, flagPronoun|flagFirst) || r.tag(i-1) == "NNS")
}

// reduced reports a participle that says what was said to its noun, or of it: "the embassy, asked for comment, gave
// none", "Norland, said to be neutral, sent ships".
func (r verbUses) reduced(vg, i int, v *cueVerb) bool {
	if v.frames&(frameRcptTo|frameRcptThat|frameRcptAbout) == 0 || vg <= r.lo || !r.is(vg-1, ",") || i+1 >= r.hi {
		return false
	}
	if v.lemma == "say" && r.verbs.infinitive(i+1, r.hi) {
		return true
	}
	f := r.verbs.finiteIn(i+1, r.hi, true)
	return r.in(i+1, words.CueComplement) && f > 0 && r.commaIn(i+1, f) && !r.in(i, words.SaidWarned)
}

// sharesPassive reports a participle that shares the passive of the verb it is joined to, of a verb that names its
// hearer when it is active: "the envoy was summoned and told that the visit was off".
func (r verbUses) sharesPassive(vg, i int) bool {
	if !r.in(i, words.Informing) || vg <= r.lo || !r.is(vg-1, "and") || i+1 >= r.hi {
		return false
	}
	f := r.verbs.finiteBefore(vg-1, r.lo)
	return f >= r.lo && r.has(f, flagBe) && r.tag(f+1) == "VBN" && r.is(i+1, "that", "to", "of", "about")
}

// announcing is how the verb at i stands before its colon; "went on to say" is past.
func (r verbUses) announcing(i int) (verbUse, verbForm, int) {
	if i > r.lo+2 && r.seq(i-2, r.hi, "on", "to", "say") {
		return useFinite, formPast, r.verbs.group(i-3, r.lo)
	}
	return r.of(i, r.w[i].cue)
}
