package dates

// references reads past, present and future at large: "now", "recently", "the future".
type references struct {
	t     *tokens
	units *units
}

// A refPhrase is a phrase with its TIMEX3 reference.
type refPhrase struct {
	words []string
	value string
}

// reference reads "now", "recently", "at present", "the past", "the future", "these days", "current".
func (r *references) reference(i int) (meaning, int) {
	since := r.t.seq(i, "now", "that") // a conjunction
	if w := r.t.at(i).word.ref; w != "" && !since && !r.t.in(i, words.FormerlyRef) {
		return meaning{kind: ref, value: w}, i + 1
	}
	if r.t.name(i) {
		return meaning{}, 0
	}
	for _, f := range lexicon().phrases {
		if r.t.at(i).low == f.words[0] && r.t.seq(i, f.words...) {
			return meaning{kind: ref, value: f.value}, i + len(f.words)
		}
	}
	if u, e := r.units.unitWord(i + 1); e > 0 && r.t.is(i, "recent") {
		return meaning{kind: duration, unit: u, vague: true}, e
	}
	if value, e := r.timeAtLarge(i); e > 0 {
		return meaning{kind: ref, value: value}, e
	}
	return meaning{}, 0
}

// timeAtLarge reads a word that means past, present or future only beside others, and gives its TIMEX3 reference.
// "the present crisis", "the past mistakes", "the future border" are no times, "at present" and "in future" are.
func (r *references) timeAtLarge(i int) (value string, end int) {
	the := r.t.is(i, "the")
	k := r.t.skip(i, "the")
	governs := r.units.clause(k + 1)
	switch {
	case r.t.is(i, "recent"), the && r.t.is(k, "past") && !governs:
		return "PAST_REF", k + 1
	case r.presentAt(i, k, governs):
		return "PRESENT_REF", k + 1
	case r.t.seq(i, "this", "time") && r.t.is(i-1, "at"):
		return "PRESENT_REF", i + 2
	case r.t.is(k, "future") && (!the || !governs || r.t.at(k+1).word.prep):
		return "FUTURE_REF", k + 1
	}
	return "", 0
}

// presentAt tells whether the word at k, after an article where i is another token, means the present: "current", "at
// present", "at the moment", "for the present", "to date". governs tells that a noun may follow.
func (r *references) presentAt(i, k int, governs bool) bool {
	switch {
	case i == k && r.t.is(k, "current"):
		return true
	case i != k && r.t.is(k, "moment"):
		return r.t.is(i-1, "at", "for")
	case governs:
		return false
	case i == k:
		return r.t.seq(i-1, "at", "present") || r.t.seq(i-1, "to", "date")
	}
	return r.t.is(k, "present") && r.t.in(i-1, words.PresentLead)
}
