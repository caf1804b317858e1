package dates

// refPhrases are the fixed phrases that refer to past, present or future at large; the longest that stands is taken.
var refPhrases = []struct {
	words []string
	value string
}{
	{[]string{"more", "recently"}, "PAST_REF"},
	{[]string{"most", "recently"}, "PAST_REF"},
	{[]string{"right", "now"}, "PRESENT_REF"},
	{[]string{"just", "now"}, "PRESENT_REF"},
	{[]string{"these", "days"}, "PRESENT_REF"},
	{[]string{"present", "-", "day"}, "PRESENT_REF"},
	{[]string{"the", "present", "day"}, "PRESENT_REF"},
	{[]string{"the", "present", "time"}, "PRESENT_REF"},
	{[]string{"the", "time", "being"}, "PRESENT_REF"},
	{[]string{"the", "near", "future"}, "FUTURE_REF"},
	{[]string{"the", "foreseeable", "future"}, "FUTURE_REF"},
	{[]string{"the", "not", "too", "distant", "future"}, "FUTURE_REF"},
	{[]string{"near", "future"}, "FUTURE_REF"},
	{[]string{"foreseeable", "future"}, "FUTURE_REF"},
	{[]string{"long", "ago"}, "PAST_REF"},
	{[]string{"not", "long", "ago"}, "PAST_REF"},
	{[]string{"not", "so", "long", "ago"}, "PAST_REF"},
	{[]string{"so", "long", "ago"}, "PAST_REF"},
	{[]string{"shortly", "ago"}, "PAST_REF"},
	{[]string{"moments", "ago"}, "PAST_REF"},
}

// reference reads "now", "recently", "at present", "the past", "the future", "these days", "current".
func (p *parser) reference(i int) (meaning, int) {
	since := p.seq(i, "now", "that") // a conjunction
	if w := p.at(i).word.ref; w != "" && !since && !p.is(i, "formerly", "previously") {
		return meaning{kind: ref, value: w}, i + 1
	}
	if p.name(i) {
		return meaning{}, 0
	}
	for _, f := range refPhrases {
		if p.at(i).low == f.words[0] && p.seq(i, f.words...) {
			return meaning{kind: ref, value: f.value}, i + len(f.words)
		}
	}
	k := p.skip(i, "the")
	switch {
	case p.is(i, "recent"):
		if u, e := p.unitWord(i + 1); e > 0 {
			return meaning{kind: duration, unit: u, vague: true}, e
		}
		return meaning{kind: ref, value: "PAST_REF"}, i + 1
	case p.is(i, "current"),
		p.is(i, "present") && p.is(i-1, "at") && !p.clause(i+1):
		return meaning{kind: ref, value: "PRESENT_REF"}, i + 1
	case p.seq(i, "the", "moment") && p.is(i-1, "at", "for"),
		p.seq(i, "this", "time") && p.is(i-1, "at"),
		p.seq(i, "the", "present") && p.is(i-1, "at", "to", "until", "for", "in", "and") && !p.clause(i+2):
		return meaning{kind: ref, value: "PRESENT_REF"}, i + 2
	case p.is(k, "past") && k > i && !p.clause(k+1):
		return meaning{kind: ref, value: "PAST_REF"}, k + 1
	case p.is(i, "date") && p.is(i-1, "to") && !p.clause(i+1):
		return meaning{kind: ref, value: "PRESENT_REF"}, i + 1
	case p.is(k, "future") && (k == i || !p.clause(k+1) || p.at(k+1).word.prep): // "the future border" is no time, "future" in it is
		return meaning{kind: ref, value: "FUTURE_REF"}, k + 1
	}
	return meaning{}, 0
}
