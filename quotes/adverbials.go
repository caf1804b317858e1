package quotes

// adverbials goes over what only tells when, where and in what something is said: times, places, documents and events
// with what belongs to them.
type adverbials struct {
	*wording
	marks quotation
	times times
	nouns nounPhrases
}

// end returns the index after an adverbial that begins at i, or i: "on June 8", "Friday", "in a statement",
// "again", "in particular", "for the first time", "when meeting him" is none.
func (ad *adverbials) end(i, hi int) int {
	if i >= hi {
		return i
	}
	if k := ad.times.end(i, hi); k > i && !(k < hi && ad.tag(k) == "POS") { // not "Wednesday | 's raids"
		return k
	}
	switch {
	case i+1 < hi && ad.in(i, words.HereThere) && (ad.has(i+1, flagFinite) || ad.tag(i+1) == "VB"):
		return i
	case ad.timeApart(i, hi) > i:
		return ad.timeApart(i, hi)
	case i+2 < hi && ad.in(i, words.TimeLead) && ad.is(i+1, "on") && ad.times.end(i+2, hi) > i+2: // "late on Friday"
		return ad.times.end(i+2, hi)
	case ad.in(i, words.ClauseAdverb), ad.tag(i) == "RB" && !ad.has(i, flagNegation) && !ad.in(i, words.FocusAdverb):
		return i + 1
	case !ad.has(i, flagPrep) || i+1 >= hi:
		return i
	}
	return ad.prep(i, hi)
}

// timeApart returns the token after "a day earlier", "two weeks later" or "hours later" at i, where a comma, "and" or
// nothing follows; else i.
func (ad *adverbials) timeApart(i, hi int) int {
	if !ad.tagged(i, "DT", "CD") && !ad.in(i, words.TimeUnit) {
		return i
	}
	if e := ad.times.ago(tokens{i, hi}); e == hi || e > i && ad.is(e, ",", "and", "in") {
		return e
	}
	return i
}

// prep is end for a preposition at i, after which more stands.
func (ad *adverbials) prep(i, hi int) int {
	switch {
	case ad.is(i, "in") && ad.in(i+1, words.InAdverbial), ad.is(i, "with", "through") && ad.in(i+1, words.Feeling),
		ad.is(i, "to") && ad.in(i+1, words.Applause): // "said | to laughter"
		return i + 2
	case i+3 < hi && ad.is(i, "on") && ad.in(i+1, words.SecrecyNoun):
		return ad.condition(i+2, hi)
	case i+3 < hi && ad.is(i, "at") && ad.is(i+1, "that", "this") && ad.in(i+2, words.PointInTime):
		return i + 3
	case ad.is(i, "for") && i+2 < hi && ad.tag(i+1) == "PRP$" && ad.in(i+2, words.InAdverbial): // "for its part"
		return i + 3
	case ad.is(i, "for") && i+3 < hi && ad.in(i+1, words.OrderDeterminer) && ad.in(i+2, words.OrderWord):
		return i + 3 + b2i(ad.is(i+3, "time"))
	}
	return ad.timeOrCarrier(i, hi)
}

// timeOrCarrier goes over a time, or what carries words, after the preposition at i: "on Friday", "in a series of
// posts", "on the sidelines of the summit"; i where none stands there.
func (ad *adverbials) timeOrCarrier(i, hi int) int {
	if ad.in(i, words.EncounterPreposition) {
		if k := ad.times.end(i+1, hi); k > i+1 {
			if k < hi && ad.tag(k) == "POS" {
				return ad.nouns.end(k+1, hi) // "at Thursday's summit"
			}
			return k
		}
	}
	if !ad.in(i, words.AdverbialPreposition) {
		return i
	}
	head := i + 1
	if i+4 < hi && ad.is(i+3, "of") && (ad.in(i+2, words.SeriesNoun) || ad.in(i+2, words.EventEdge)) {
		head = i + 4
	}
	if k, ok := ad.nouns.carrier(head, hi); ok {
		return ad.carrierTail(k, hi)
	}
	if head > i+1 && ad.in(i+2, words.EventEdge) {
		return max(i, ad.nouns.end(head, hi))
	}
	return i
}

// condition goes over "of anonymity" and "that he not be named" at k, up to a comma.
func (ad *adverbials) condition(k, hi int) int {
	if ad.is(k, "of") {
		return ad.nouns.end(k+1, hi)
	}
	for k < hi && !ad.is(k, ",") {
		k++
	}
	return k
}

// carrierTail goes over what belongs to a document or event: "in a statement | on June 8", "in a message | to Putin",
// "in an article | titled "..."".
func (ad *adverbials) carrierTail(k, hi int) int {
	for k < hi {
		e := ad.titleTail(k, hi)
		switch {
		case ad.seq(k, hi, "in", "this", "regard"):
			e = k + 3
		case k+1 < hi && ad.in(k, words.AdverbialNameNext) && (ad.tagged(k+1, "NNP", "DT") || ad.capital(k+1)):
			if e = ad.nouns.end(k+1, hi); e == k+1 {
				e = k
			}
		}
		if e == k {
			e = ad.end(k, hi)
		}
		if e == k {
			return k
		}
		k = e
	}
	return k
}

// titleTail goes over the title of a document: "titled “X”", "under the title “X”"; k where none stands there.
func (ad *adverbials) titleTail(k, hi int) int {
	if !ad.in(k, words.TitledVerb) && !(k+2 < hi && ad.is(k, "under") && ad.in(k+2, words.TitleNoun)) {
		return k
	}
	const most = 30 // tokens to the mark, and in marks
	open := ad.marks.markWithin(k+1, hi, most)
	if closed := ad.marks.markWithin(open+1, hi, most); closed < min(hi, open+most) {
		return closed + 1
	}
	return k
}

// anyAdjunct goes over an adverbial at k, what belongs to a document, or an "of" phrase or place after its name; k
// where none stands.
func (ad *adverbials) anyAdjunct(k, hi int) int {
	if e := ad.end(k, hi); e > k {
		return e
	}
	if e := ad.carrierTail(k, hi); e > k {
		return e
	}
	if !ad.has(k, flagPrep) && !ad.is(k, "and") {
		return k
	}
	if e := ad.nouns.end(k+1, hi); e > k+1 {
		return e
	}
	return k
}

// only reports whether nothing but adjuncts and commas stands in [k, hi).
func (ad *adverbials) only(k, hi int) bool {
	for k < hi {
		e := k + 1
		if !ad.is(k, ",") {
			e = ad.anyAdjunct(k, hi)
		}
		if e == k {
			return false
		}
		k = e
	}
	return true
}

// beginsTail reports whether nothing but adjuncts stands in [k, hi): from a time, a comma or a preposition on.
func (ad *adverbials) beginsTail(k, hi int) bool {
	switch {
	case ad.has(k, flagTime) && !ad.is(k-1, "of", "the") && ad.only(k, hi):
		return true
	case ad.in(k, words.TimeLead) && ad.times.end(k, hi) == hi: // "Varn | last Friday"
		return true
	case ad.is(k, ",") && k+1 < hi:
		return ad.end(k+1, hi) > k+1 && ad.only(k, hi) || ad.seq(k+1, hi, "on", "behalf")
	case ad.in(k, words.SubjectAdverbial):
		return ad.end(k, hi) > k && ad.only(k, hi)
	}
	return false
}

// endsSentence reports whether nothing, or an adverbial, stands in [k, end).
func (ad *adverbials) endsSentence(k, end int) bool {
	return k >= end || ad.end(k, end) > k || ad.in(k, words.AdjunctLead)
}

// afterVerb goes over adverbials between the verb and its complement: "said | on Monday | that", "said, in part, that".
func (ad *adverbials) afterVerb(i, hi int, v *cueVerb) int {
	k := i + 1
	for k < hi {
		if v.frames&framePrep != 0 && ad.prepOf(v, k, hi) > 0 {
			return k
		}
		e := 0
		if ad.is(k, ",") {
			e = ad.betweenCommas(k, hi)
		} else if e = ad.end(k, hi); e >= hi || ad.is(k, "by") || ad.timeIsSubject(k, e, hi) || ad.headsClause(k, e, hi) {
			return k
		}
		if e == k {
			return k
		}
		k = e
	}
	return k
}

// betweenCommas returns the index after an adverbial between the comma at k and another, k where there is none.
func (ad *adverbials) betweenCommas(k, hi int) int {
	if e := ad.end(k+1, hi); e > k+1 && e < hi && ad.is(e, ",") {
		return e + 1
	}
	return k
}

// headsClause reports an adverbial in [k, e) at the head of a clause: no complement of the verb follows it.
func (ad *adverbials) headsClause(k, e, hi int) bool {
	return ad.has(k, flagPrep) && !ad.has(e, flagQuoteMark|flagPrep) && !ad.is(e, "that", "to", ",") &&
		!ad.nouns.starts(e, hi)
}

// timeIsSubject reports a time at [k, e) that a clause is about: "said | April 27 was the likeliest day".
func (ad *adverbials) timeIsSubject(k, e, hi int) bool {
	return e < hi && (ad.has(k, flagTime) || ad.tag(k) == "DT") && ad.has(e, flagFinite) && ad.w[e].cue.verb == nil
}

// counted returns the index after words at the front of t that count points or questions: "Second, | Lind", "My second
// question, | Lind"; 0 for none.
func (ad *adverbials) counted(t tokens) int {
	i := t.lo
	if i+1 < t.hi && ad.in(i, words.ListOrdinal) && ad.is(i+1, ",") {
		return i + 2
	}
	if ad.tag(i) == "DT" || ad.tag(i) == "PRP$" {
		i++
	}
	if i+2 < t.hi && ad.in(i, words.ListOrdinal) && ad.in(i+1, words.QuestionNoun) && ad.is(i+2, ",") {
		return i + 3
	}
	return 0
}
