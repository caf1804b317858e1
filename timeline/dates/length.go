package dates

// lengths reads how long something lasts, how old it is and how far it lies from a day. It does not know from which.
type lengths struct {
	t       *tokens
	numbers *numbers
	units   *units
	years   *years
}

// length reads durations and what is counted from a date: "two weeks", "more than three years", "a week ago", "two
// days later", "the past five trading days", "30-day", "18 years old", "the next few months", "years".
func (r *lengths) length(i int) (meaning, int) {
	if m, e := r.wholeUnit(i); e > 0 {
		return m, e
	}
	k := r.hedge(i)
	m, e, article := r.lengthHead(k)
	if e < 0 {
		return meaning{}, 0
	}
	n, vague, q := r.numbers.quantity(e)
	if q == 0 {
		return r.bareUnits(m, i, e, k)
	}
	m.n, m.vague = n, vague
	unit, u := r.countedUnit(&m, q, article)
	if u == 0 {
		return meaning{}, 0
	}
	m.unit = unit
	m.halve()
	if r.t.seq(u, "and", "a", "half") && !vague {
		m.n += 0.5
		u += 3
	}
	return r.lengthTail(m, i, u)
}

// wholeUnit reads "the whole day", "all year".
func (r *lengths) wholeUnit(i int) (meaning, int) {
	k := r.t.skip(i, "the")
	if !r.t.in(k, words.Whole) || k == i && !r.t.is(k, "all") {
		return meaning{}, 0
	}
	if u, e := r.units.unitWord(k + 1); e > 0 && r.units.one(k+1) {
		return meaning{kind: duration, n: 1, unit: u, article: k > i}, e
	}
	return meaning{}, 0
}

// countedUnit reads the unit that the number of m, which ends at q, counts. article tells that "the" stands before the
// number. end is 0 where the number counts no time.
func (r *lengths) countedUnit(m *meaning, q int, article bool) (unit string, end int) {
	hyphen := r.t.gluedMark(q, "-")
	if hyphen && article && m.mod == "" || r.lengthAdjective(q) {
		return "", 0 // "the 40-year rule": the article is the rule's
	}
	e := r.t.skip(q, "-")
	if !hyphen {
		e = r.between(e)
	}
	unit, end = r.units.unitWord(e)
	touching := r.t.at(e).glued && !hyphen && r.t.at(e-1).isNum    // "5m"
	disagrees := m.n == 1 && !r.units.one(e) && !r.t.at(q-1).isNum // "a years"
	if touching || disagrees || !m.countsTime(unit, e > q+1) {
		return "", 0
	}
	return unit, end
}

// lengthAdjective tells whether the unit at q begins an adjective: "a month-long visit".
func (r *lengths) lengthAdjective(q int) bool {
	return r.t.at(q).word.unit != "" && r.t.in(q-1, words.IndefiniteArticle) && r.t.is(q+1, "-") && !r.t.is(q, "weekend")
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
func (r *lengths) lengthHead(k int) (m meaning, end int, article bool) {
	m.kind = duration
	the := r.t.skipIn(k, words.UnitDeterminer)
	mod, e := r.units.modifier(the)
	if e == 0 {
		if n, o := r.numbers.ordinal(the); o > 0 && (r.t.at(the).word.ord == 1 || n == -1) {
			mod, e = "last", o
		}
	}
	switch {
	case e > 0 && !r.modifiesLength(mod, k, the):
		return m, -1, false
	case e > 0:
		m.mod = mod
		return m, r.t.skipIn(r.hedge(e), words.FullWhole), the > k
	case the == k:
		return m, k, false
	case r.t.is(k, "the") && (r.t.at(the).isNum || r.t.at(the).word.num > 0): // "the two years", but "its 40-year history"
		return m, the, true
	}
	return m, -1, false
}

// modifiesLength tells whether the modifier at the can stand before a number, after a determiner at k or, where the is
// k, without one: "last two hours" after a preposition, for "talks last two hours"; "the same two days" is none.
func (r *lengths) modifiesLength(mod string, k, the int) bool {
	if r.t.in(the, words.SameUnit) && !r.t.in(the+1, words.PastComing) {
		return false
	}
	if the > k {
		return true
	}
	return mod == "next" || mod == "previous" || mod == "last" && r.t.at(k-1).word.prep
}

// bareUnits reads a plural that nothing counts: "for years", "the coming months", "in recent days"; and "day-long".
func (r *lengths) bareUnits(m meaning, i, e, k int) (meaning, int) {
	unit, u := r.units.unitWord(e)
	switch {
	case u == 0:
		return meaning{}, 0
	case r.units.one(e):
		if e == i && r.t.gluedMark(u, "-") && r.t.is(u+1, "long") {
			return meaning{kind: duration, n: 1, unit: unit}, u + 2
		}
		return meaning{}, 0
	case k > i, unit == "WE", unit == "TS", unit == "Q":
		return meaning{}, 0
	}
	m.unit, m.vague = unit, true
	return r.lengthTail(m, i, u)
}

// between skips an adjective between number and unit: "six straight days", "two bloody weeks".
func (r *lengths) between(e int) int {
	t := r.t.at(e)
	if !isLetter(t.low) || t.capital || t.known || t.low[len(t.low)-1] == 's' || r.t.in(e, words.AfterLength) {
		return e
	}
	if r.t.at(e+1).word.unit != "" && !r.units.one(e+1) {
		return e + 1
	}
	return e
}

// hedge skips the words that blur a number: "more than", "at least", "nearly".
func (r *lengths) hedge(i int) int {
	if r.t.name(i) {
		return i
	}
	k := r.hedgeEnd(i)
	if k > i && r.t.in(k, words.BareAmountHedge) && r.t.is(i, "just") {
		k++
	}
	return k
}

// hedgeEnd is the index after the phrase or word at i that blurs a number, i itself where none stands.
func (r *lengths) hedgeEnd(i int) int {
	switch {
	case r.t.in(i, words.LessMore) && r.t.is(i+1, "than"),
		r.t.is(i, "at") && r.t.in(i+1, words.AtLeast),
		r.t.in(i, words.LimitLead) && r.t.is(i+1, "to"),
		r.t.seq(i, "well", "over"):
		return i + 2
	case r.t.seq(i, "as", "long", "as"), r.t.seq(i, "a", "little", "over"), r.t.seq(i, "little", "more", "than"):
		return i + 3
	case r.t.seq(i, "a", "little", "more", "than"):
		return i + 4
	case r.t.in(i, words.CountHedge):
		return r.countHedge(i)
	}
	return i
}

// countHedge skips "about", "nearly"; "over", "around" only before a number, for "over the years" has a preposition.
func (r *lengths) countHedge(i int) int {
	n := r.t.at(i + 1)
	if r.t.in(i, words.AmountHedge) && !n.isNum && n.word.num == 0 && !r.t.in(i+1, words.SingleOne) {
		return i
	}
	return i + 1
}

// lengthTail reads what turns a length into an offset or an age.
func (r *lengths) lengthTail(m meaning, i, u int) (meaning, int) {
	m.article = r.t.is(i, "the")
	if m.mod != "" {
		return m, r.yearOfLength(i, u)
	}
	if e := r.age(u); e > 0 {
		return m, e
	}
	if dir, speech, e := r.direction(u); e > 0 {
		m.kind, m.dir, m.speech = offset, dir, speech
		return m, e
	}
	if r.t.is(i-1, "in") && m.n > 0 && !m.vague && r.t.is(u, "'") && r.t.is(u+1, "time") {
		m.kind, m.dir, m.speech = offset, 1, true
		return m, u + 2
	}
	return m, u
}

// yearOfLength reads the year of "the first ten months of 2007".
func (r *lengths) yearOfLength(i, u int) int {
	var y meaning
	if r.t.is(u, "of") && r.t.is(i, "the") {
		return max(u, r.years.year(u+1, &y))
	}
	return u
}

// age reads what makes a length an age or an adjective: "old", "of age", "-old", "-long"; 0 where nothing does.
func (r *lengths) age(u int) int {
	switch {
	case r.t.gluedMark(u, "-") && r.t.is(u+1, "old", "long"), r.t.seq(u, "of", "age"):
		return u + 2
	case r.t.is(u, "old"):
		return u + 1
	}
	return 0
}

// pronounOrEnd tells whether no noun follows at i: a mark does, or the subject of another clause.
func (r *lengths) pronounOrEnd(i int) bool {
	return !r.units.clause(i) || r.t.in(i, words.SingularSubject) || r.t.in(i, words.PluralPronoun)
}

// direction reads the words that count a length from a day: "ago" and "from now" from the day of speaking, "later" and
// "earlier" from the day last named; end is 0 where none stands. A preposition that governs more counts from that:
// "two days after the talks".
func (r *lengths) direction(u int) (dir int, speech bool, end int) {
	governs := r.units.clause(u + 1)
	switch {
	case r.t.at(u).word.ago, r.t.is(u, "back") && !governs:
		return -1, true, r.t.skip(u+1, "today")
	case r.t.seq(u, "from", "now"), r.t.seq(u, "from", "today"):
		return 1, true, u + 2
	case r.t.in(u, words.AfterOffset), r.t.is(u, "after") && !governs:
		return 1, false, u + 1
	case r.t.in(u, words.BeforeOffset), r.t.in(u, words.PriorOffset) && !governs:
		return -1, false, u + 1
	case r.t.in(u, words.PriorOffset) && r.t.is(u+1, "that") && r.pronounOrEnd(u+2):
		return -1, false, u + 2 // "a day | before that | it was the minister who"
	}
	return 0, false, 0
}
