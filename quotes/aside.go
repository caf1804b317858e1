package quotes

// aside is an attribution beside the words: ", he said", ", said the paper on Friday", ", according to N".
type aside struct {
	from   int // its comma
	to     int // behind its last token
	source tokens
	cue    tokens
	form   verbForm
	verb   *cueVerb
	rule   string
}

// readAsides takes the attribution that stands beside a sentence's words and returns the token to go on from.
func (r *sentenceReader) readAsides() int {
	if a, ok := r.leadingAccording(); ok {
		if r.attributes(a.to, r.hi) {
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
		a, ok := r.asideAt(i)
		if !ok || i == r.lo || r.introduces(a.from) {
			continue
		}
		return r.takeAside(a)
	}
	return r.lo
}

// introduces reports whether what stands before an aside's comma is an adverbial, not a clause of its own: "In answer
// to what the agency had said, he said: X", "When they spoke, he told her that X".
func (r *sentenceReader) introduces(comma int) bool {
	i := r.lo
	if r.commaIn(i, comma) || r.marks.markIn(i, comma) {
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

// takeAside enters the report of an aside; what follows it belongs to the report only where the words go on.
func (r *sentenceReader) takeAside(a aside) int {
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
	if r.goesOn(a) {
		rep.content = append(rep.content, tokens{a.to + 1, r.hi})
		rep.open = true
	}
	if r.relays(a) {
		r.hi = a.from
		return r.readAsides()
	}
	r.subject = a.source
	r.reports = append(r.reports, rep)
	return a.to
}

// relays reports whether the aside only tells through whom the article has an attribution that stands before it: "Kim
// said in a message, the agency reported", "Kim pledged support, according to state media". It is no record then.
func (r *sentenceReader) relays(a aside) bool {
	hi := r.hi
	r.hi = a.from // what stands before the aside is read as if it ended there
	defer func() { r.hi = hi }()
	for i := r.lo + 1; i < a.from; i++ {
		if r.is(i, ",") {
			if b, ok := r.asideAt(i); ok && b.to <= a.from {
				return true
			}
		}
	}
	if a.rule != "rule:according" && (a.verb == nil || a.verb.frames&frameThat == 0) {
		return false
	}
	return r.attributes(r.lo, a.from)
}

// attributes reports whether the main verb of [lo, hi) is a cue with its complement. In the present tense only with
// "that": "Norland condemns the attack, he said" gives one man's words.
func (r *sentenceReader) attributes(lo, hi int) bool {
	f := r.verbs.finiteIn(lo, hi, true)
	for ; f >= 0 && f < hi && (r.has(f, flagBe|flagHave) || r.tag(f) == "RB"); f++ {
	}
	if f < 0 || f >= hi || r.w[f].cue.verb == nil || r.w[f].cue.verb.class == classThought {
		return false
	}
	use, form, vg := r.useOf(f, r.w[f].cue)
	c, ok := r.complements.of(f, hi, r.w[f].cue.verb)
	if use != useFinite || !ok || c.frame == frameDoc {
		return false
	}
	return form == formPast || r.is(vg, "has", "have") || r.is(c.lo-1, "that")
}

// goesOn reports whether the reported words continue behind the aside: "The state, he said, must act".
func (r *sentenceReader) goesOn(a aside) bool {
	k := a.to
	if k >= r.hi-1 || !r.is(k, ",") {
		return false
	}
	k++
	if r.continues(k) {
		return true
	}
	participle := r.tag(k) == "VBG" || r.tag(k) == "RB" && k+1 < r.hi && r.tag(k+1) == "VBG"
	if participle || r.has(k, flagPrep) || r.tag(k) == "CC" || r.in(k, words.AsideRelative) {
		return false
	}
	return r.verbs.finiteIn(r.lo, a.from, true) < 0 && r.verbs.finiteIn(k, r.hi, false) >= 0
}

// continues reports a second clause of the words behind an aside, at token k: "The charge was absurd, he said, and
// Norland knew it".
func (r *sentenceReader) continues(k int) bool {
	if !r.in(k, words.AsideClause) || !r.nouns.starts(k+1, r.hi) {
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

// asideAt tries the aside whose comma is token i; "according to" may stand without one.
func (r *sentenceReader) asideAt(i int) (aside, bool) {
	k := i + 1
	if r.is(i, "according") && i+2 < r.hi && r.is(i+1, "to") && !r.notSource(i+2) {
		return r.according(i, i)
	}
	if !r.is(i, ",") || k >= r.hi {
		return aside{}, false
	}
	if r.has(k, flagQuoteMark) && k+1 < r.hi {
		k++
	}
	if r.is(k, "according") && k+2 < r.hi && r.is(k+1, "to") && !r.notSource(k+2) {
		return r.according(i, k)
	}
	if a, ok := r.inverted(i, k); ok {
		return a, true
	}
	return r.straight(i, k)
}

// inverted reads ", said the paper on Friday": a finite cue right behind the comma and then its subject.
func (r *sentenceReader) inverted(from, k int) (aside, bool) {
	for k < r.hi && r.tag(k) == "RB" {
		k++
	}
	if k+1 >= r.hi || !r.finiteCue(k) || r.nouns.keyPhrase(k+1, r.hi) ||
		!r.nouns.starts(k+1, r.hi) && !r.has(k+1, flagPronoun) {
		return aside{}, false
	}
	end, ok := r.asideEnd(k+1, r.npTail(k+1))
	if !ok || r.verbs.finiteIn(r.lo, from, true) < 0 {
		return aside{}, false
	}
	source := r.subjects.dropTail(tokens{k + 1, r.sourceEnd(k+1, end)})
	return aside{
		from:   from,
		to:     end,
		source: source,
		cue:    tokens{k, k + 1},
		form:   r.pastOrPresent(k),
		verb:   r.w[k].cue.verb,
		rule:   "rule:aside",
	}, true
}

// clauseOpen reports a cue with "that" before token hi, so that a clause of its own is open there.
func (r *sentenceReader) clauseOpen(hi int) bool {
	for i := r.lo; i+1 < hi; i++ {
		if v := r.w[i].cue.verb; v != nil && v.frames&frameThat != 0 && r.is(i+1, "that") {
			return true
		}
	}
	return false
}

// npTail goes over a name with appositives and "of" phrases behind an inverted cue.
func (r *sentenceReader) npTail(k int) int {
	for k < r.hi {
		e := r.nouns.end(k, r.hi)
		if e == k {
			return k
		}
		if k = e; k+2 < r.hi && r.is(k, "(") && r.is(k+2, ")") {
			k += 3
		}
		switch {
		case k+1 < r.hi && r.in(k, words.AsideJoin) && r.nouns.starts(k+1, r.hi):
			k++
		case k+1 < r.hi && r.is(k, ",") && r.appositiveAt(k):
			k++
		default:
			return k
		}
	}
	return k
}

// sourceEnd ends the source before adjuncts that the name's tail took in.
func (r *sentenceReader) sourceEnd(lo, hi int) int {
	for k := lo + 1; k < hi; k++ {
		if r.in(k, words.AsideSubordinator) || r.has(k, flagTime) ||
			r.in(k, words.PlacePreposition) && r.adverbials.end(k, hi) > k {
			return k
		}
	}
	return hi
}

// asideEnd checks that the sentence, or a further participle or coordinated verb, follows the aside's adjuncts, and
// returns the token behind them.
func (r *sentenceReader) asideEnd(np, k int) (int, bool) {
	if k == np {
		return 0, false
	}
	k = r.adjuncts(k)
	switch {
	case k >= r.hi:
		return r.hi, true
	case r.verbs.infinitive(k, r.hi):
		return 0, false
	case r.is(k, ",", ";", ":", "."), r.is(k, "and") && r.furtherVerb(k+1):
		return k, true
	case r.in(k, words.TailOpener) || r.tag(k) == "VBG":
		return r.longAdjunct(k)
	}
	return 0, false
}

// adjuncts goes over adverbials, and what belongs to a document or event, from k on.
func (r *sentenceReader) adjuncts(k int) int {
	for k < r.hi {
		e := r.adverbials.end(k, r.hi)
		if e == k {
			e = r.adverbials.carrierTail(k, r.hi)
		}
		if e == k {
			return k
		}
		k = e
	}
	return k
}

// furtherVerb reports a verb, or an adverb before one, at k.
func (r *sentenceReader) furtherVerb(k int) bool {
	return k < r.hi && (r.w[k].cue.verb != nil || r.has(k, flagFinite) || r.tag(k) == "RB")
}

// longAdjunct ends an aside with a long adjunct at k: it runs to the next comma before a participle, else to the end.
func (r *sentenceReader) longAdjunct(k int) (int, bool) {
	for j := k; j < r.hi; j++ {
		if j+1 < r.hi && r.is(j, ",") && (r.tag(j+1) == "VBG" || r.is(j+1, "and")) {
			return j, true
		}
		if r.is(j, "that") && j < k+6 {
			return 0, false
		}
	}
	return r.hi, r.verbs.finiteIn(k, r.hi, true) < 0 || r.in(k, words.TailSubordinator)
}

// finiteCue reports a finite verb at k that may stand in an aside.
func (r *sentenceReader) finiteCue(k int) bool {
	c := r.w[k].cue
	if c.verb != nil && k+1 < r.hi && c.verb.with[r.w[k+1].low] != nil {
		c.verb = c.verb.with[r.w[k+1].low]
	}
	if c.verb == nil || c.verb.frames&frameParen == 0 || c.verb.class != classSpeech {
		return false
	}
	use, _, vg := r.useOf(k, c)
	return use == useFinite && vg >= k-3
}

func (r *sentenceReader) pastOrPresent(k int) verbForm {
	if r.w[k].cue.forms&formS != 0 {
		return formS
	}
	return formPast
}

// laterStart reports whether a later comma before the verb group at vg begins the aside: "through radio, and papers,
// he said".
func (r *sentenceReader) laterStart(k, vg int) bool {
	if r.is(vg-1, ",") {
		return false
	}
	name := r.tag(k) == "NNP" || r.tag(k) == "DT" || r.tag(k) == "NNPS"
	for j := vg - 2; j > k; j-- {
		if r.is(j, ",") {
			return r.nouns.starts(j+1, vg) && (!(name && r.appositiveAt(j)) || r.speakers.documentSubject(tokens{j + 1, vg}))
		}
	}
	return false
}
