package quotes

// asideReports reads what an aside attributes: the words before it and those that go on after it.
type asideReports struct{ *draft }

// read takes the attribution that stands beside a sentence's words and returns the token to go on from.
func (r asideReports) read() int {
	if a, ok := r.asides().leading(); ok {
		if r.attributes(a.to, r.hi) && !r.reportsOfPast(a) {
			r.lo = a.to // it only tells through whom
			return r.lo
		}
		r.reports = append(r.reports, report{
			content: []tokens{
				{a.to, r.hi},
			}, cue: []tokens{a.cue}, source: a.source, frame: frameThat, form: a.form, rule: a.rule, open: true,
		})
		return a.to
	}
	marks := false
	for i := r.lo; i < r.hi; i++ {
		if r.has(i, flagQuoteMark) {
			marks = r.marks.opensAt(i, marks)
			continue
		}
		if marks && !(r.is(i, ",") && i+1 < r.hi && r.has(i+1, flagQuoteMark)) {
			continue
		}
		a, ok := r.asides().at(i)
		if !ok || i == r.lo || r.introduces(a.from) && !r.goesOn(a) {
			continue
		}
		if mark := r.semicolon(i); mark > 0 && (a.rule == ruleAccording || r.cutsOff(mark, a)) {
			r.lo = mark + 1 // it attributes the clause that it stands in
			if r.lo == i {
				return r.read()
			}
		}
		if mark := r.announcedAt(a); mark > 0 {
			r.lo = mark + 1
		}
		return r.take(a)
	}
	return r.lo
}

// cutsOff reports an aside in the middle of the clause after the semicolon at mark: "the score was even; it was, he
// said, “fair”".
func (r asideReports) cutsOff(mark int, a aside) bool {
	f := r.verbs.finiteIn(mark+1, a.from, true)
	return f < 0 || a.to+1 < r.hi && r.is(a.to, ",") && r.unfinished(a.to+1, a)
}

// announcedAt is the colon before an aside of a pronoun that the article's own words about the speaker announce: "Lind
// was more careful |: no day was set, she said"; 0 for none.
func (r asideReports) announcedAt(a aside) int {
	if !r.has(a.source.lo, flagPronoun) && !r.is(a.source.lo, "the") || r.marks.markIn(r.lo, a.from) {
		return 0
	}
	for k := r.lo + 2; k+1 < a.from; k++ {
		if !r.is(k, ":") {
			continue
		}
		f := r.verbs.finiteIn(r.lo, k, true)
		if f <= r.lo || !r.has(f, flagBe) || r.verbs.finiteIn(k+1, a.from, true) < 0 {
			return 0
		}
		source, ok := r.subjects.before(r.verbs.group(f, r.lo), r.lo)
		if ok && r.announces(source) {
			return k
		}
	}
	return 0
}

// announces reports a subject that may announce what stands after a colon: somebody, a noun of saying, a full name.
func (r asideReports) announces(source tokens) bool {
	named := r.tag(source.hi-1) == "NNP" && source.len() > 1
	return named || r.speakers.speakerLike(source) || r.w[source.lo].noun&nounSaying != 0
}

// introduces reports whether what stands before an aside's comma is an adverbial, not a clause of its own: "In answer
// to what the agency had said, he said: X", "When they spoke, he told her that X".
func (r asideReports) introduces(comma int) bool {
	i := r.lo
	switch {
	case r.in(i, words.BeingAsked): // "Asked on Friday, in a corridor, whether it was true, he said: X"
		return true
	case r.marks.markIn(i, comma):
		return false
	case r.commaIn(i, comma):
		return false
	}
	if r.in(i, words.AsideConjunction) {
		return true
	}
	if !r.has(i, flagPrep) && r.tag(i) != "VBN" && r.tag(i) != "VBG" {
		return false
	}
	f := r.verbs.finiteIn(i, comma, true)
	for k := max(i+1, f-8); k < f; k++ {
		if r.in(k, words.AsideWh) {
			return true
		}
	}
	return false
}

// take enters the report of an aside; what follows it belongs to the report only where the words go on.
func (r asideReports) take(a aside) int {
	end := a.from
	if end+1 < r.hi && r.has(end+1, flagQuoteMark) &&
		r.d.Tokens[end+1].Start == r.d.Tokens[end].End { // the comma stands inside the marks
		end += 2
	}
	rep := report{
		content: []tokens{{r.lo, end}},
		cue:     []tokens{a.cue},
		source:  a.source,
		frame:   frameThat,
		form:    a.form,
		rule:    a.rule,
		verb:    a.verb,
	}
	// "a big and, according to the agency, | idle port", "noted that according to the agency, | the port is idle"
	joined := a.rule == ruleAccording && (r.tag(end-1) == "CC" || r.is(end-1, "that"))
	verbAfter := a.to+1 < r.hi && (r.has(a.to+1, flagFinite) || r.tag(a.to+1) == "VB")
	that := end > r.lo+1 && r.is(end-1, "that") && isNoun(r.tag(end-2))
	relative := r.has(end-1, flagRelative) || that && verbAfter
	switch inRelative := joined || relative || r.is(end-1, "when", "where"); {
	case inRelative && a.to+1 < r.hi: // "footage which, the agency said, | showed the ship"
		rep.content = []tokens{{a.to + 1, r.hi}}
		rep.open, rep.nested = true, true
		r.reports = append(r.reports, rep)
		return r.lo // what stands before it is the article's own
	case r.goesOn(a):
		rep.content = append(rep.content, tokens{a.to + 1, r.hi})
		rep.open = true
	}
	if to, ok := r.passesOn(a, rep); ok {
		return to
	}
	r.subject = a.source
	r.reports = append(r.reports, rep)
	return a.to
}

// passesOn takes an aside that only tells through whom the article has a report, and returns the token to go on from;
// rep, its own report, stands where it tells of words that were said before.
func (r asideReports) passesOn(a aside, rep report) (to int, ok bool) {
	earlier := r.ofEarlier(a)
	switch {
	case r.onlyFront(a):
		r.lo = a.to + 1 // "At the dinner, it said, | Lind thanked Moss for the port"
		return r.lo, true
	case r.relays(a) && !(earlier && rep.open):
		if earlier {
			r.reports = append(r.reports, rep)
		}
		r.hi = a.from
		return r.read(), true
	case r.partsRelayed(a):
		r.subject = tokens{r.lo, a.from}
		return a.to, true
	}
	return a.to, r.parts(a)
}

// relays reports whether the aside only tells through whom the article has an attribution that stands before it: "Kim
// said in a message, the agency reported", "Kim pledged support, according to state media". It is no record then.
func (r asideReports) relays(a aside) bool {
	hi := r.hi
	r.hi = a.from // what stands before the aside is read as if it ended there
	defer func() { r.hi = hi }()
	for i := r.lo + 1; i < a.from; i++ {
		if r.is(i, ",") {
			if b, ok := r.asides().at(i); ok && b.to <= a.from {
				return true
			}
		}
	}
	if a.rule != ruleAccording && (a.verb == nil || a.verb.frames&frameThat == 0) {
		return false
	}
	return r.attributes(r.lo, a.from)
}

// onlyFront reports an aside after a phrase with which a sentence begins whose verb has its own complement: "In it, the
// office said, | Lind assured Moss that".
func (r asideReports) onlyFront(a aside) bool {
	if a.rule == ruleAccording || a.to+1 >= r.hi || !r.is(a.to, ",") || !r.has(r.lo, flagPrep) ||
		r.marks.markIn(r.lo, a.from) || r.verbs.finiteIn(r.lo, a.from, true) >= 0 {
		return false
	}
	f := r.verbs.finiteIn(a.to+1, r.hi, true)
	return f >= 0 && !r.is(f, "had") && r.attributes(a.to+1, r.hi)
}

// ofEarlier reports an aside of one who tells, of words that were said before, what he knows of them, so that both
// reports stand: "Varn had asked for grain, he said". Media and spokesmen only pass words on, as does who tells of the
// words of one who holds an office.
func (r asideReports) ofEarlier(a aside) bool {
	f := r.verbs.finiteIn(r.lo, a.from, true)
	if f < 0 || !r.is(f, "had") || r.tag(f+1) != "VBN" || a.verb == nil || a.verb.lemma == "report" ||
		r.nouns.officeIn(r.lo, f) {
		return false
	}
	for k := a.source.lo; k < a.source.hi; k++ {
		if r.w[k].noun&nounMedium != 0 || r.in(k, words.Spokesperson) {
			return false
		}
	}
	return true
}

// partsRelayed reports an aside between a speaker and what he is told to have said: "Lind, according to a spokesman, |
// assured the league that". It is no record then.
func (r asideReports) partsRelayed(a aside) bool {
	k, subject := a.to+1, tokens{r.lo, a.from}
	if k >= r.hi || !r.is(a.to, ",") || r.marks.markIn(r.lo, a.from) || r.nouns.end(r.lo, a.from) != a.from {
		return false
	}
	if a.rule == ruleAccording && k+1 < r.hi && r.has(k, flagHave) && r.tag(k+1) == "VBN" {
		k++
	}
	v := r.w[k].cue.verb
	if v == nil || v.class != classSpeech || !r.speakers.canSpeak(subject) {
		return false
	}
	form, _, ok := r.told(k, r.hi)
	return ok && form == formPast
}

// attributes reports whether the main verb of [lo, hi) is a cue with its complement, or one of meeting or speaking to
// which "and" joins such a cue: "phoned Lind and pledged grain". In the present tense only with "that": "Norland
// condemns the attack, he said" gives one man's words.
func (r asideReports) attributes(lo, hi int) bool {
	if k := r.received(lo, hi); k > 0 {
		return r.toldIn(k, hi)
	}
	f := r.verbs.finiteIn(lo, hi, true)
	for ; f >= 0 && f < hi && (r.has(f, flagBe|flagHave) || r.tag(f) == "RB"); f++ {
	}
	if f < 0 || f >= hi || r.w[f].cue.verb == nil || r.w[f].cue.verb.class == classThought {
		return false
	}
	form, c, ok := r.told(f, hi)
	if !ok {
		return r.toldBesides(f, hi)
	}
	return form == formPast || r.is(r.verbs.group(f, lo), "has", "have") || r.is(c.lo-1, "that")
}

// reportsOfPast reports "According to" somebody with a name or an office who tells, in the past perfect, what others
// said before: "According to President Lind, the league had asked for X" is Lind's. A spokesman tells what his own
// side said.
func (r asideReports) reportsOfPast(a aside) bool {
	f := r.verbs.finiteIn(a.to, r.hi, true)
	if f < 0 || !r.is(f, "had") {
		return false
	}
	person := false
	for k := a.source.lo; k < a.source.hi; k++ {
		if r.w[k].noun&(nounMedium|nounDocument) != 0 || r.in(k, words.Spokesperson) {
			return false
		}
		person = person || r.w[k].noun&nounOffice != 0
	}
	return person
}

// told is the complement before token hi of the finite cue at i, with the form of the cue; ok is false for none.
func (r asideReports) told(i, hi int) (form verbForm, c complement, ok bool) {
	use, form, _ := r.uses().of(i, r.w[i].cue)
	c, ok = r.complements.of(i, hi, r.w[i].cue.verb)
	return form, c, ok && use == useFinite && c.frame != frameDoc
}

// toldBesides reports a cue in the past with its complement that "and" joins to the verb at token f.
func (r asideReports) toldBesides(f, hi int) bool {
	for i := f + 2; i < hi && r.tag(f) == "VBD" && !r.marks.inside(r.lo, i); i++ {
		if v := r.w[i].cue.verb; v != nil && v.class != classThought && r.is(i-1, "and") {
			form, _, ok := r.told(i, hi)
			return ok && form == formPast
		}
	}
	return false
}
