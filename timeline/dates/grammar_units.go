package dates

// modifier reads the word that says which one of a row is meant: "last", "the same", "this coming".
func (p *parser) modifier(i int) (mod string, end int) {
	w := p.at(i).word
	if w.mod == "" || p.name(i) {
		return "", 0
	}
	end = i + 1
	if !p.is(i, "this", "that") || !p.in(end, words.PointedModifier) {
		return w.mod, end
	}
	switch p.at(end).low {
	case "coming":
		return "next", end + 1
	case "past":
		return "last", end + 1
	}
	return "same", end + 1
}

// unitWord reads a unit of time in small letters.
func (p *parser) unitWord(i int) (unit string, end int) {
	w := p.at(i).word
	if w.unit == "" || p.name(i) || w.ord != 0 && w.unit == "TS" && !p.plainSecond(i) {
		return "", 0
	}
	return w.unit, i + 1
}

// plainSecond tells "one second" from "the second army".
func (p *parser) plainSecond(i int) bool {
	return p.at(i-1).isNum || p.in(i-1, words.EachOne)
}

// one tells whether the unit at i is a singular.
func (p *parser) one(i int) bool {
	low := p.at(i).low
	return low != "" && low[len(low)-1] != 's' && !words.IrregularPlural[low]
}

// pointed reads "last week", "the next day", "this spring", "the same month", "next Monday", "the following morning",
// "the year", "that Friday night".
func (p *parser) pointed(i int) (meaning, int) {
	k := p.skip(i, "the")
	the := k > i
	if the && p.name(i) {
		return meaning{}, 0
	}
	mod, e := p.modifier(k)
	if e == 0 {
		if !the {
			return meaning{}, 0
		}
		return p.definite(i, k)
	}
	if !the && (mod == "following" || p.is(k, "preceding")) {
		return meaning{}, 0 // "following Monday's debate"
	}
	m := meaning{mod: mod, article: the}
	// "the same day", "that same day", but "one last time"
	if p.in(e, words.UnitModifier) {
		m.fiscal = p.in(e, words.Fiscal)
		e++
	}
	return p.pointedAt(m, e)
}

// pointedAt reads the noun after a modifier.
func (p *parser) pointedAt(m meaning, e int) (meaning, int) {
	w := p.at(e).word
	switch {
	case w.weekday > 0 && p.at(e).capital:
		m.kind, m.weekday = weekday, w.weekday
		return p.partTail(m, e+1)
	case w.season != "" && !p.name(e):
		m.kind, m.season, m.unit = unitRef, w.season, "S"
		return m, e + 1
	case w.part != "" && !p.name(e) && p.one(e):
		m.kind, m.part, m.unit = unitRef, w.part, "D"
		return m, e + 1
	case p.is(e, "period") && (m.mod == "same" || m.mod == "that"):
		return p.samePeriod(m, e+1)
	}
	if mon, k := p.monthName(e); k > 0 && !p.at(k).isNum {
		m.kind, m.month, m.unit = unitRef, mon, "N"
		return m, k
	}
	return p.pointedUnit(m, e)
}

// samePeriod reads the year of "the same period a year earlier"; "the same period of the war" has none.
func (p *parser) samePeriod(m meaning, e int) (meaning, int) {
	m.kind, m.unit = unitRef, "P"
	if k := p.yearBack(&m, e); k > e || !p.is(e, "of") {
		return m, k
	}
	return meaning{}, 0
}

// pointedUnit reads a unit in the singular after a modifier: "last week", but not "the next day-care law".
func (p *parser) pointedUnit(m meaning, e int) (meaning, int) {
	unit, k := p.unitWord(e)
	switch {
	case k == 0, !p.one(e), unit[0] == 'T',
		p.gluedMark(k, "-") && p.at(k+1).glued && p.isWord(k+1),
		unit == "D" && p.at(k).word.part != "":
		return meaning{}, 0
	}
	m.kind, m.unit = unitRef, unit
	if m.mod == "same" {
		k = p.yearBack(&m, k)
	}
	return m, k
}

// yearBack reads the year with which "the same period" is compared: "a year earlier", "last year", "of the previous
// year".
func (p *parser) yearBack(m *meaning, k int) int {
	if p.is(k, "a", "one") && p.is(k+1, "year") && p.in(k+2, words.AgoBefore) {
		m.n = 1
		return k + 3
	}
	j := p.skipIn(p.skip(p.skip(k, "of", "in"), "the"), words.PrecedingWord)
	if j > k && p.at(j-1).word.mod != "" && p.is(j, "year") {
		m.n = 1
		return j + 1
	}
	return k
}

// definite reads "the year", "the day", "the summer", "the morning", and "the year before", "the week previous". i is
// the index of the article, k the one after it.
func (p *parser) definite(i, k int) (meaning, int) {
	m := meaning{kind: unitRef, mod: "the", article: true}
	w := p.at(k).word
	switch {
	case w.season != "" && !p.at(k).capital:
		m.season, m.unit = w.season, "S"
		if p.seq(k, "fall", "of") && p.at(k+2).digits != 4 { // "the fall of Saigon"
			return meaning{}, 0
		}
		return m, k + 1
	case w.part != "" && p.small(k) && p.one(k) && (!p.in(k, words.DayEdge) || !p.is(k+1, "of")):
		m.part, m.unit = w.part, "D"
		return m, k + 1
	}
	e := p.definiteUnit(i, k)
	if e == 0 {
		return meaning{}, 0
	}
	m.unit = w.unit
	return p.sideOfUnit(m, e)
}

// definiteUnit returns the index after a unit behind "the", in the singular, that is a time of its own, or 0: "the
// quarter of the land", "the day-care law", "the year one" and "they won the day" are none.
func (p *parser) definiteUnit(i, k int) int {
	unit, e := p.unitWord(k)
	if e == 0 || !p.one(k) || p.gluedMark(e, "-") || p.is(e, "one", "i") {
		return 0
	}
	switch unit {
	case "CE", "ML", "FN":
		return 0
	case "Q":
		if p.is(e, "of", "-") {
			return 0
		}
	case "D":
		if p.is(i-1, "of") && p.at(i-2).word.edge == "" || p.in(i-1, words.DayObjectVerb) {
			return 0
		}
	}
	if unit[0] == 'T' {
		return 0
	}
	return e
}

// sideOfUnit reads which side of the text's time the unit that ends at e lies: "the year before", "the week after
// next".
func (p *parser) sideOfUnit(m meaning, e int) (meaning, int) {
	switch {
	case p.farSide(e):
		m.mod = p.at(e).low + " " + p.at(e+1).low
		return m, e + 2
	case p.in(e, words.UnitBefore) && !p.clause(e+1):
		m.mod = "previous"
		return m, e + 1
	case p.in(e, words.UnitAfter) && !p.clause(e+1):
		m.mod = "next"
		return m, e + 1
	}
	return m, e
}

// farSide tells whether "before last" or "after next" stands at i.
func (p *parser) farSide(i int) bool { return p.seq(i, "before", "last") || p.seq(i, "after", "next") }

// clause tells whether something follows that the preposition before it governs.
func (p *parser) clause(i int) bool {
	t := p.at(i)
	return t.low != "" && (isLetter(t.low) || t.isNum) && !t.line &&
		!p.in(i, words.NotNameBefore)
}

// partTail adds a part of the day and a clock time to a day: "Friday morning", "Monday at 10 a.m.".
func (p *parser) partTail(m meaning, e int) (meaning, int) {
	w := p.at(e).word
	if w.part != "" && p.small(e) && p.one(e) {
		m.part = w.part
		return m, e + 1
	}
	if p.is(e, "at") || p.at(e).digits > 0 && !p.at(e).glued {
		if c, k := p.clockTime(p.skip(e, "at")); k > 0 {
			m.clock, m.zone, m.part = c.clock, c.zone, c.part
			return m, k
		}
	}
	return m, e
}

// weekdayName reads "Monday", with a part of the day, or with the date that follows: "Thursday, Sept. 13, 2007".
func (p *parser) weekdayName(i int) (meaning, int) {
	n, e := p.weekdayWord(i)
	if n == 0 || p.inName(i) {
		return meaning{}, 0
	}
	k := p.skip(p.skip(e, ",", "("), "the")
	if m, end := p.calendarDay(k); end > 0 && !p.at(k).line {
		m.weekday = n
		if p.is(e, "(") {
			end = p.skip(end, ")")
		}
		return m, end
	}
	m := meaning{kind: weekday, weekday: n}
	if end := p.weekOfDay(&m, e); end > 0 {
		return m, end
	}
	if p.is(e, "next", "last") {
		m.mod = p.at(e).word.mod
		return m, e + 1
	}
	return p.partTail(m, e)
}

// weekdayWord reads the name of a weekday, or its abbreviation before a full stop or comma and a date: "Thu, 13 Sept.".
func (p *parser) weekdayWord(i int) (n, end int) {
	t := p.at(i)
	if !t.capital {
		return 0, 0
	}
	if t.word.weekday > 0 || t.word.weekdayAbbr == 0 {
		return t.word.weekday, i + 1
	}
	end = p.dotted(i + 1)
	k := p.skip(end, ",")
	if _, date := p.calendarDay(k); date > 0 && k > i+1 {
		return t.word.weekdayAbbr, end
	}
	return 0, 0
}

// calendarDay reads a day that has its month.
func (p *parser) calendarDay(i int) (meaning, int) {
	if m, e := p.dayMonth(i); e > 0 && m.day > 0 && m.month > 0 {
		return m, e
	}
	if m, e := p.monthDay(i); e > 0 && m.day > 0 {
		return m, e
	}
	return meaning{}, 0
}

// deicticDay reads "today", "yesterday morning", "tomorrow", "tonight", "the day before yesterday".
func (p *parser) deicticDay(i int) (meaning, int) {
	if p.is(i, "tonight") {
		return meaning{kind: deictic, part: "NI"}, i + 1
	}
	at, further := i, 0
	switch k := p.skip(i, "the"); {
	case p.seq(k, "day", "before", "yesterday"):
		at, further = k+2, -1
	case p.seq(k, "day", "after", "tomorrow"):
		at, further = k+2, 1
	}
	w := p.at(at).word
	if !w.deictic || p.name(at) && p.name(at-1) {
		return meaning{}, 0
	}
	if p.seq(at, "today", "'", "s") && p.in(at+3, words.TodayPossessed) {
		return meaning{kind: ref, value: "PRESENT_REF"}, at + 1
	}
	return p.partTail(meaning{kind: deictic, n: float64(w.offset + further)}, at+1)
}

// seasonName reads "spring 1918", "summer of 1942", "spring", "the winter of 1915-16".
func (p *parser) seasonName(i int) (meaning, int) {
	k := p.skip(i, "the")
	w := p.at(k).word
	if w.season == "" || p.is(k, "springs") {
		return meaning{}, 0
	}
	m := meaning{kind: calendar, season: w.season, article: k > i}
	if e := p.yearTail(k+1, &m); e > k+1 {
		if m.season == "WI" && p.gluedMark(e, "-", "/") && p.at(e+1).glued && p.at(e+1).digits > 0 {
			e += 2
		}
		return m, e
	}
	if k > i || !p.bareSeason(k) {
		return meaning{}, 0
	}
	m.kind, m.unit, m.mod = unitRef, "S", modBare
	return m, k + 1
}

// bareSeason tells whether the word at i, beside which no year stands, is a season: "in Spring", but not "prices fall
// to", "they spring from".
func (p *parser) bareSeason(i int) bool {
	led := p.in(i-1, words.DatedPreposition)
	if p.name(i) && (!led || p.at(i+1).capital) {
		return false
	}
	if !p.in(i, words.AmbiguousSeason) {
		return true
	}
	verb := p.in(i+1, words.VerbParticle) && !p.is(i-1, "in")
	opens := p.at(i).first && p.at(i).capital
	return (led || p.at(i-1).word.approx) && !verb && !opens
}
