package dates

// length reads durations and what is counted from a date: "two weeks", "more than three years", "a week ago", "two days later",
// "the past five trading days", "30-day", "18 years old", "the next few months", "years".
func (p *parser) length(i int) (meaning, int) {
	k := p.hedge(i)
	the := p.skip(k, "the", "its", "their", "his", "her", "our", "my", "your")
	mod, e := p.modifier(the)
	if e == 0 {
		if n, o := p.ordinal(the); o > 0 && p.at(the).word.ord == 1 || n == -1 && o > 0 {
			mod, e = "last", o
		}
	}
	m := meaning{kind: duration}
	if e > 0 && mod == "last" && the == k && !p.at(k-1).word.prep {
		return meaning{}, 0 // "talks last two hours"
	}
	if e > 0 {
		if the == k && !(mod == "last" || mod == "next" || mod == "previous") || p.is(the, "this", "that", "same") && !p.is(the+1, "past", "coming") {
			return meaning{}, 0
		}
		m.mod = mod
		e = p.skip(p.hedge(e), "full", "whole")
	} else if the > k {
		// "the two years", "the fifty years", but "its 40-year history"
		if !p.is(k, "the") {
			return meaning{}, 0
		}
		e = the
		if !p.at(e).isNum && p.at(e).word.num == 0 {
			return meaning{}, 0
		}
	} else {
		e = k
	}
	n, vague, q := p.quantity(e)
	if q == 0 {
		return p.bareUnits(m, i, e, k)
	}
	m.n, m.vague = n, vague
	e = q
	hyphen := p.is(e, "-") && p.at(e).glued
	if hyphen && the > k && m.mod == "" {
		return meaning{}, 0
	}
	if u, e2 := p.unitWord(e); e2 > 0 && p.is(q-1, "a", "an") && p.is(e2, "-") && u != "WE" {
		return meaning{}, 0 // "a month-long visit": the article is the visit's
	}
	e = p.skip(e, "-")
	if !hyphen {
		e = p.between(e)
	}
	unit, u := p.unitWord(e)
	if u == 0 || p.at(e).glued && !hyphen && p.at(e-1).isNum {
		return meaning{}, 0
	}
	m.unit = unit
	if n == 1 && !p.one(e) && !p.at(q-1).isNum {
		return meaning{}, 0
	}
	if u2 := p.skip(u, "and"); u2 > u && p.is(u2, "a") && p.is(u2+1, "half") && !vague {
		m.n += 0.5
		u = u2 + 2
	}
	// "three quarters of the troops" are no nine months.
	if unit == "Q" && m.mod == "" && !hyphen && e == q || unit == "Q" && n < 2 {
		return meaning{}, 0
	}
	if unit == "TS" && vague {
		return meaning{}, 0
	}
	return p.lengthTail(m, i, u)
}

// bareUnits reads a plural that nothing counts: "for years", "the coming months", "in recent days".
func (p *parser) bareUnits(m meaning, i, e, k int) (meaning, int) {
	unit, u := p.unitWord(e)
	if u > 0 && e == i && p.one(e) && p.is(u, "-") && p.at(u).glued && p.is(u+1, "long") {
		return meaning{kind: duration, n: 1, unit: unit}, u + 2
	}
	if u == 0 || p.one(e) || unit == "WE" || unit == "TS" || unit == "Q" {
		return meaning{}, 0
	}
	m.unit, m.vague = unit, true
	if k > i {
		return meaning{}, 0
	}
	return p.lengthTail(m, i, u)
}

// between skips an adjective between number and unit: "six straight days", "two bloody weeks".
func (p *parser) between(e int) int {
	t := p.at(e)
	if t.low != "" && isLetter(t.low) && !t.capital && t.word == &noEntry && p.at(e+1).word.unit != "" && !p.one(e+1) &&
		t.low[len(t.low)-1] != 's' && !p.is(e, "the", "men", "people", "percent", "km", "a", "with", "he", "who", "i", "is", "are", "if") {
		return e + 1
	}
	return e
}

// hedge skips the words that blur a number: "more than", "at least", "nearly".
func (p *parser) hedge(i int) int {
	k := i
	switch {
	case p.name(i):
	case p.is(i, "more", "less", "fewer", "no") && p.is(i+1, "than"), p.is(i, "at") && p.is(i+1, "least", "most"), p.is(i, "up", "close") && p.is(i+1, "to"):
		k = i + 2
	case p.seq(i, "as", "long", "as"), p.seq(i, "a", "little", "over"), p.seq(i, "well", "over"):
		k = i + 2
		if !p.seq(i, "well", "over") {
			k++
		}
	case p.seq(i, "a", "little", "more", "than"), p.seq(i, "little", "more", "than"):
		k = i + 3
		if p.is(i, "a") {
			k++
		}
	case p.is(i, "about", "around", "over", "under", "nearly", "almost", "roughly", "approximately", "some", "exactly", "just", "only", "barely", "another"):
		k = i + 1
		// "over the years" has a preposition.
		if n := p.at(k); p.is(i, "about", "around", "over", "under") && !n.isNum && n.word.num == 0 && !p.is(k, "a", "an", "one") {
			return i
		}
	}
	if k > i && p.is(k, "under", "over", "about") && p.is(i, "just") {
		k++
	}
	return k
}

// lengthTail reads what turns a length into an offset or an age.
func (p *parser) lengthTail(m meaning, i, u int) (meaning, int) {
	m.article = p.is(i, "the")
	w := p.at(u).word
	wide := m.mod != ""
	e := u
	switch {
	case wide:
		// "the first ten months of 2007"
		if p.is(u, "of") && p.is(i, "the") {
			var y meaning
			if end := p.year(u+1, &y); end > 0 {
				return m, end
			}
		}
		return m, u
	case p.is(u, "-") && p.at(u).glued && p.is(u+1, "old"):
		return m, u + 2
	case p.is(u, "old") || p.is(u, "of") && p.is(u+1, "age"):
		if p.is(u, "of") {
			u++
		}
		return m, u + 1
	case p.is(u, "-") && p.at(u).glued && p.is(u+1, "long"):
		return m, u + 2
	case w.ago, p.is(u, "back") && !p.clause(u+1):
		m.dir, m.speech, e = -1, true, u+1
		if p.is(e, "today") {
			e++
		}
	case p.seq(u, "from", "now"), p.seq(u, "from", "today"):
		m.dir, m.speech, e = 1, true, u+2
	case p.is(u, "later", "afterwards", "afterward", "thereafter", "hence"):
		m.dir, e = 1, u+1
	case p.is(u, "earlier", "previously", "beforehand"):
		m.dir, e = -1, u+1
	case p.is(u, "before", "prior") && !p.clause(u+1):
		m.dir, e = -1, u+1
	case p.is(u, "after") && !p.clause(u+1):
		m.dir, e = 1, u+1
	}
	if m.dir != 0 {
		m.kind = offset
		return m, e
	}
	if p.is(i-1, "in") && m.n > 0 && !m.vague && p.is(e, "'") && p.is(e+1, "time") {
		m.kind, m.dir, m.speech = offset, 1, true
		return m, e + 2
	}
	return m, e
}

// recurring reads "every day", "each Monday", "daily", "twice a week", "per month", "15 a year".
func (p *parser) recurring(i int) (meaning, int) {
	t := p.at(i)
	if p.is(i-1, "the", "this", "a") && p.is(i, "daily", "weekly", "monthly", "quarterly") && (p.at(i+1).word.past || p.at(i+1).word.prep || !isLetter(p.at(i+1).low)) {
		return meaning{}, 0 // the paper
	}
	if t.word.set != "" && p.small(i) && !(t.capital && p.at(i+1).capital) {
		return meaning{kind: set, value: t.word.set}, i + 1
	}
	switch {
	case p.is(i, "every", "each", "per") && p.small(i):
		return p.every(i, i+1)
	case p.is(i, "a", "an") && p.rate(i-1):
		if u, e := p.unitWord(i + 1); e > 0 && p.one(i+1) && !p.at(e).word.ago && !p.is(e, "later", "earlier", "before", "after", "-") {
			return meaning{kind: set, value: period(1, u)}, e
		}
	case t.word == &noEntry && t.capital && len(t.low) > 6 && t.low[len(t.low)-1] == 's':
		if wd := p.weekdays(t.low); wd > 0 {
			return meaning{kind: set, value: "XXXX-WXX-" + string(rune('0'+wd))}, i + 1
		}
	}
	return meaning{}, 0
}

func (p *parser) weekdays(low string) int {
	if e, ok := lexicon()[low[:len(low)-1]]; ok {
		return e.weekday
	}
	return 0
}

// rate tells whether what comes before "a year" is counted: "twice", "15", "millions of dollars".
func (p *parser) rate(i int) bool {
	t := p.at(i)
	return t.isNum || p.is(i, "once", "twice", "times", "million", "billion", "thousand", "percent", "dollars", "tons", "tonnes", "barrels", "hours", "days", "people", "trillion") ||
		p.at(i).low == "%"
}

func (p *parser) every(i, k int) (meaning, int) {
	w := p.at(k).word
	n := 1.0
	if p.is(k, "other", "second") {
		n, k = 2, k+1
	} else if q, _, e := p.quantity(k); e > 0 {
		n, k = q, e
	}
	if w.weekday > 0 && p.at(k).capital {
		return meaning{kind: set, value: "XXXX-WXX-" + string(rune('0'+w.weekday))}, k + 1
	}
	if w.part != "" {
		return meaning{kind: set, value: "XXXX-XX-XXT" + w.part}, k + 1
	}
	if w.season != "" {
		return meaning{kind: set, value: "XXXX-" + w.season}, k + 1
	}
	u, e := p.unitWord(k)
	if e == 0 {
		return meaning{}, 0
	}
	return meaning{kind: set, value: period(n, u)}, e
}
