package dates

// length reads durations and what is counted from a date: "two weeks", "more than three years", "a week ago", "two
// days later", "the past five trading days", "30-day", "18 years old", "the next few months", "years".
func (p *parser) length(i int) (meaning, int) {
	if m, e := p.wholeUnit(i); e > 0 {
		return m, e
	}
	k := p.hedge(i)
	m, e, article := p.lengthHead(k)
	if e < 0 {
		return meaning{}, 0
	}
	n, vague, q := p.quantity(e)
	if q == 0 {
		return p.bareUnits(m, i, e, k)
	}
	m.n, m.vague = n, vague
	unit, u := p.countedUnit(&m, q, article)
	if u == 0 {
		return meaning{}, 0
	}
	m.unit = unit
	m.halve()
	if p.seq(u, "and", "a", "half") && !vague {
		m.n += 0.5
		u += 3
	}
	return p.lengthTail(m, i, u)
}

// wholeUnit reads "the whole day", "all year".
func (p *parser) wholeUnit(i int) (meaning, int) {
	k := p.skip(i, "the")
	if !p.in(k, words.Whole) || k == i && !p.is(k, "all") {
		return meaning{}, 0
	}
	if u, e := p.unitWord(k + 1); e > 0 && p.one(k+1) {
		return meaning{kind: duration, n: 1, unit: u, article: k > i}, e
	}
	return meaning{}, 0
}

// countedUnit reads the unit that the number of m, which ends at q, counts. article tells that "the" stands before the
// number. end is 0 where the number counts no time.
func (p *parser) countedUnit(m *meaning, q int, article bool) (unit string, end int) {
	hyphen := p.gluedMark(q, "-")
	if hyphen && article && m.mod == "" || p.lengthAdjective(q) {
		return "", 0 // "the 40-year rule": the article is the rule's
	}
	e := p.skip(q, "-")
	if !hyphen {
		e = p.between(e)
	}
	unit, end = p.unitWord(e)
	touching := p.at(e).glued && !hyphen && p.at(e-1).isNum // "5m"
	disagrees := m.n == 1 && !p.one(e) && !p.at(q-1).isNum  // "a years"
	if touching || disagrees || !m.countsTime(unit, e > q+1) {
		return "", 0
	}
	return unit, end
}

// lengthAdjective tells whether the unit at q begins an adjective: "a month-long visit".
func (p *parser) lengthAdjective(q int) bool {
	return p.at(q).word.unit != "" && p.in(q-1, words.IndefiniteArticle) && p.is(q+1, "-") && !p.is(q, "weekend")
}

// countsTime tells that the number counts a unit of time and no share: "three quarters of the troops" are no nine
// months. described tells that an adjective stands between number and unit.
func (m *meaning) countsTime(unit string, described bool) bool {
	switch unit {
	case "TS":
		return !m.vague
	case "Q":
		return m.n >= 2 && (m.mod != "" || described)
	}
	return true
}

// halve writes half of a unit as a number of the smaller one: half an hour is 30 minutes.
func (m *meaning) halve() {
	if m.n == 0.25 && m.unit == "CE" {
		m.n, m.unit = 25, "Y"
	}
	if m.n != 0.5 {
		return
	}
	switch m.unit {
	case "TH":
		m.n, m.unit = 30, "TM"
	case "D":
		m.n, m.unit = 12, "TH"
	case "Y":
		m.n, m.unit = 6, "M"
	case "DE":
		m.n, m.unit = 5, "Y"
	case "CE":
		m.n, m.unit = 50, "Y"
	}
}

// lengthHead reads what stands before the number: nothing, an article, "the last", "the first", "the next". end is
// the index of the number, -1 where there can be none.
func (p *parser) lengthHead(k int) (m meaning, end int, article bool) {
	m.kind = duration
	the := p.skipIn(k, words.UnitDeterminer)
	mod, e := p.modifier(the)
	if e == 0 {
		if n, o := p.ordinal(the); o > 0 && (p.at(the).word.ord == 1 || n == -1) {
			mod, e = "last", o
		}
	}
	switch {
	case e > 0 && !p.modifiesLength(mod, k, the):
		return m, -1, false
	case e > 0:
		m.mod = mod
		return m, p.skipIn(p.hedge(e), words.FullWhole), the > k
	case the == k:
		return m, k, false
	case p.is(k, "the") && (p.at(the).isNum || p.at(the).word.num > 0): // "the two years", but "its 40-year history"
		return m, the, true
	}
	return m, -1, false
}

// modifiesLength tells whether the modifier at the can stand before a number, after a determiner at k or, where the is
// k, without one: "last two hours" behind a preposition, for "talks last two hours"; "the same two days" is none.
func (p *parser) modifiesLength(mod string, k, the int) bool {
	if p.in(the, words.SameUnit) && !p.in(the+1, words.PastComing) {
		return false
	}
	if the > k {
		return true
	}
	return mod == "next" || mod == "previous" || mod == "last" && p.at(k-1).word.prep
}

// bareUnits reads a plural that nothing counts: "for years", "the coming months", "in recent days"; and "day-long".
func (p *parser) bareUnits(m meaning, i, e, k int) (meaning, int) {
	unit, u := p.unitWord(e)
	switch {
	case u == 0:
		return meaning{}, 0
	case p.one(e):
		if e == i && p.gluedMark(u, "-") && p.is(u+1, "long") {
			return meaning{kind: duration, n: 1, unit: unit}, u + 2
		}
		return meaning{}, 0
	case k > i, unit == "WE", unit == "TS", unit == "Q":
		return meaning{}, 0
	}
	m.unit, m.vague = unit, true
	return p.lengthTail(m, i, u)
}

// between skips an adjective between number and unit: "six straight days", "two bloody weeks".
func (p *parser) between(e int) int {
	t := p.at(e)
	if !isLetter(t.low) || t.capital || t.known || t.low[len(t.low)-1] == 's' || p.in(e, words.AfterLength) {
		return e
	}
	if p.at(e+1).word.unit != "" && !p.one(e+1) {
		return e + 1
	}
	return e
}

// hedge skips the words that blur a number: "more than", "at least", "nearly".
func (p *parser) hedge(i int) int {
	if p.name(i) {
		return i
	}
	k := p.hedgeEnd(i)
	if k > i && p.in(k, words.BareAmountHedge) && p.is(i, "just") {
		k++
	}
	return k
}

// hedgeEnd is the index after the phrase or word at i that blurs a number, i itself where none stands.
func (p *parser) hedgeEnd(i int) int {
	switch {
	case p.in(i, words.LessMore) && p.is(i+1, "than"),
		p.is(i, "at") && p.in(i+1, words.AtLeast),
		p.in(i, words.LimitLead) && p.is(i+1, "to"),
		p.seq(i, "well", "over"):
		return i + 2
	case p.seq(i, "as", "long", "as"), p.seq(i, "a", "little", "over"), p.seq(i, "little", "more", "than"):
		return i + 3
	case p.seq(i, "a", "little", "more", "than"):
		return i + 4
	case p.in(i, words.CountHedge):
		return p.countHedge(i)
	}
	return i
}

// countHedge skips "about", "nearly"; "over", "around" only before a number, for "over the years" has a preposition.
func (p *parser) countHedge(i int) int {
	n := p.at(i + 1)
	if p.in(i, words.AmountHedge) && !n.isNum && n.word.num == 0 && !p.in(i+1, words.SingleOne) {
		return i
	}
	return i + 1
}

// lengthTail reads what turns a length into an offset or an age.
func (p *parser) lengthTail(m meaning, i, u int) (meaning, int) {
	m.article = p.is(i, "the")
	if m.mod != "" {
		return m, p.yearOfLength(i, u)
	}
	if e := p.age(u); e > 0 {
		return m, e
	}
	if dir, speech, e := p.direction(u); e > 0 {
		m.kind, m.dir, m.speech = offset, dir, speech
		return m, e
	}
	if p.is(i-1, "in") && m.n > 0 && !m.vague && p.is(u, "'") && p.is(u+1, "time") {
		m.kind, m.dir, m.speech = offset, 1, true
		return m, u + 2
	}
	return m, u
}

// yearOfLength reads the year of "the first ten months of 2007".
func (p *parser) yearOfLength(i, u int) int {
	var y meaning
	if p.is(u, "of") && p.is(i, "the") {
		return max(u, p.year(u+1, &y))
	}
	return u
}

// age reads what makes a length an age or an adjective: "old", "of age", "-old", "-long"; 0 where nothing does.
func (p *parser) age(u int) int {
	switch {
	case p.gluedMark(u, "-") && p.is(u+1, "old", "long"), p.seq(u, "of", "age"):
		return u + 2
	case p.is(u, "old"):
		return u + 1
	}
	return 0
}

// direction reads the words that count a length from a day: "ago" and "from now" from the day of speaking, "later" and
// "earlier" from the day last named; end is 0 where none stands. A preposition that governs more counts from that:
// "two days after the talks".
func (p *parser) direction(u int) (dir int, speech bool, end int) {
	governs := p.clause(u + 1)
	switch {
	case p.at(u).word.ago, p.is(u, "back") && !governs:
		return -1, true, p.skip(u+1, "today")
	case p.seq(u, "from", "now"), p.seq(u, "from", "today"):
		return 1, true, u + 2
	case p.in(u, words.AfterOffset), p.is(u, "after") && !governs:
		return 1, false, u + 1
	case p.in(u, words.BeforeOffset), p.in(u, words.PriorOffset) && !governs:
		return -1, false, u + 1
	}
	return 0, false, 0
}
