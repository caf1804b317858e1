package quotes

// asides finds the attributions that stand beside the words of a sentence. It does not know what they report.
type asides struct{ *sentence }

// aside is an attribution beside the words: ", he said", ", said the paper on Friday", ", according to N".
type aside struct {
	from   int // its comma
	to     int // after its last token
	source tokens
	cue    tokens
	form   verbForm
	verb   *cueVerb
	rule   string
}

// at tries the aside whose comma is token i; "according to" may stand without one.
func (r asides) at(i int) (aside, bool) {
	k := i + 1
	if n := r.accordingTo(i); n > 0 && r.is(i, "according") {
		return r.according(i, i, n)
	}
	if i > r.lo && r.has(i, flagBe) && r.marks.closesAt(i-1) {
		return answers(r).at(i, i)
	}
	if !r.is(i, ",") || k >= r.hi {
		return aside{}, false
	}
	if r.has(k, flagQuoteMark) && k+1 < r.hi {
		k++
	}
	if n := r.accordingTo(k); n > 0 {
		return r.according(i, k, n)
	}
	if a, ok := answers(r).at(i, k); ok {
		return a, true
	}
	if a, ok := r.inverted(i, k); ok {
		return a, true
	}
	if a, ok := r.quotedAs(i, k); ok {
		return a, true
	}
	return r.straight(i, k)
}

// inverted reads ", said the paper on Friday": a finite cue right after the comma and then its subject.
func (r asides) inverted(from, k int) (aside, bool) {
	for k < r.hi && r.tag(k) == "RB" {
		k++
	}
	if k+1 >= r.hi || !r.finiteCue(k) || r.nouns.keyPhrase(k+1, r.hi) {
		return aside{}, false
	}
	n := r.invertedSubject(from, k)
	if n == 0 {
		return aside{}, false
	}
	end, ok := r.end(n, r.sources().nameTail(n))
	phrase := r.interrupts(from, end, end) || r.oneQuotation(from)
	if !ok || r.verbs.finiteIn(r.lo, from, true) < 0 && !phrase || r.subjectBefore(from) {
		return aside{}, false
	}
	source := r.subjects.dropTail(tokens{n, r.sources().end(n, end)})
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

// invertedSubject returns the first token of the subject that follows the cue at k, 0 for none. Where the words before
// the comma are in marks, the hearer and the means may stand between: "told us by telephone | N".
func (r asides) invertedSubject(from, k int) int {
	n := k + 1
	if r.nouns.starts(n, r.hi) && !r.speakers.partner(n) || r.has(n, flagPronoun) {
		return n
	}
	if !r.has(from-1, flagQuoteMark) && !r.has(from+1, flagQuoteMark) {
		return 0
	}
	if r.speakers.partner(n) {
		n++
	}
	for n < r.hi && n < k+12 && r.has(n, flagPrep) {
		n = r.commonNoun(n + 1)
	}
	if n > k+1 && r.nouns.starts(n, r.hi) {
		return n
	}
	return 0
}

// commonNoun returns the token after a phrase of common words at k, or after a single name: "the telephone", "Reuters".
func (r asides) commonNoun(k int) int {
	from := k
	for k < r.hi && (r.tag(k) == "DT" && k == from || isNoun(r.tag(k)) && r.d.Word(k)[0] >= 'a' || r.tag(k) == "JJ") {
		k++
	}
	if k == from && k < r.hi {
		return k + 1
	}
	return k
}

// subjectBefore reports whether the words before the comma at from are a subject with a relative clause or an adjunct,
// whose verb follows: "Lind, who often writes notes, | posted a text", "Lind, in a note he signed, | said the port
// was".
func (r asides) subjectBefore(from int) bool {
	c := r.lo
	for c < from && !r.is(c, ",") {
		c++
	}
	return c+1 < from && r.has(c+1, flagRelative|flagPrep) && r.verbs.finiteIn(r.lo, c, false) < 0 &&
		!r.commaIn(c+1, from) && !r.marks.markIn(r.lo, from)
}

// end checks that the sentence, or a further participle or coordinated verb, follows the aside's adjuncts, and
// returns the token after them.
func (r asides) end(np, k int) (int, bool) {
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
	case r.tag(k) == "VBD" && r.w[k-1].noun&nounDocument != 0 && k+1 < r.hi: // "in a note | put out at noon"
		return r.longAdjunct(k + 1)
	case r.in(k, words.TailOpener) || r.tag(k) == "VBG" || r.tag(k) == "VBN" && r.w[k-1].noun&nounDocument != 0:
		return r.longAdjunct(k)
	case r.verbs.relativeThat(k, r.hi), r.has(k, flagRelative), r.has(k, flagPrep) && r.seq(k+1, r.hi, "which"):
		return r.clauseEnd(k), true // "at a conference | that closed the talks"
	}
	return 0, false
}

// adjuncts goes over adverbials, and what belongs to a document or event, from k on.
func (r asides) adjuncts(k int) int {
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
func (r asides) furtherVerb(k int) bool {
	return k < r.hi && (r.w[k].cue.verb != nil || r.has(k, flagFinite) || r.tag(k) == "RB")
}

// clauseEnd is the next comma from k on, or the end of the sentence.
func (r asides) clauseEnd(k int) int {
	for k < r.hi && !r.is(k, ",") {
		k++
	}
	return k
}

// longAdjunct ends an aside with a long adjunct at k: it runs to the next comma before a participle, else to the end.
func (r asides) longAdjunct(k int) (int, bool) {
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
func (r asides) finiteCue(k int) bool {
	c := r.w[k].cue
	if c.verb != nil && k+1 < r.hi && c.verb.with[r.w[k+1].low] != nil {
		c.verb = c.verb.with[r.w[k+1].low]
	}
	if c.verb == nil || c.verb.frames&frameParen == 0 || c.verb.class != classSpeech {
		return false
	}
	use, _, vg := r.uses().of(k, c)
	return use == useFinite && vg >= k-3
}

// pastOrPresent is the form of the cue at k: the third person of the present, else the past.
func (r asides) pastOrPresent(k int) verbForm {
	if r.w[k].cue.forms&formS != 0 {
		return formS
	}
	return formPast
}

// last returns the last attribution beside the words of a sentence.
func (r asides) last() (aside, bool) {
	var last aside
	found := false
	for i := r.lo + 1; i < r.hi; i++ {
		if a, ok := r.at(i); ok {
			last, found = a, true
		}
	}
	return last, found
}
