package dates

// A refPhrase is a phrase with its TIMEX3 reference.
type refPhrase struct {
	words []string
	value string
}

// reference reads "now", "recently", "at present", "the past", "the future", "these days", "current".
func (p *parser) reference(i int) (meaning, int) {
	since := p.seq(i, "now", "that") // a conjunction
	if w := p.at(i).word.ref; w != "" && !since && !p.in(i, words.FormerlyRef) {
		return meaning{kind: ref, value: w}, i + 1
	}
	if p.name(i) {
		return meaning{}, 0
	}
	for _, f := range lexicon().phrases {
		if p.at(i).low == f.words[0] && p.seq(i, f.words...) {
			return meaning{kind: ref, value: f.value}, i + len(f.words)
		}
	}
	if u, e := p.unitWord(i + 1); e > 0 && p.is(i, "recent") {
		return meaning{kind: duration, unit: u, vague: true}, e
	}
	if value, e := p.timeAtLarge(i); e > 0 {
		return meaning{kind: ref, value: value}, e
	}
	return meaning{}, 0
}

// timeAtLarge reads a word that means past, present or future only beside others, and gives its TIMEX3 reference.
// "the present crisis", "the past mistakes", "the future border" are no times, "at present" and "in future" are.
func (p *parser) timeAtLarge(i int) (value string, end int) {
	the := p.is(i, "the")
	k := p.skip(i, "the")
	governs := p.clause(k + 1)
	switch {
	case p.is(i, "recent"), the && p.is(k, "past") && !governs:
		return "PAST_REF", k + 1
	case p.presentAt(i, k, governs):
		return "PRESENT_REF", k + 1
	case p.seq(i, "this", "time") && p.is(i-1, "at"):
		return "PRESENT_REF", i + 2
	case p.is(k, "future") && (!the || !governs || p.at(k+1).word.prep):
		return "FUTURE_REF", k + 1
	}
	return "", 0
}

// presentAt tells whether the word at k, behind an article where i is another token, means the present: "current", "at
// present", "at the moment", "for the present", "to date". governs tells that a noun may follow.
func (p *parser) presentAt(i, k int, governs bool) bool {
	if i == k {
		return p.is(k, "current") || !governs && (p.is(k, "present") && p.is(i-1, "at") || p.is(k, "date") && p.is(i-1, "to"))
	}
	return p.is(k, "moment") && p.is(i-1, "at", "for") || p.is(k, "present") && p.in(i-1, words.PresentLead) && !governs
}
