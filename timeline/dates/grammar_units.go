package dates

// modifier reads the word that says which one of a row is meant: "last", "the same", "this coming".
func (p *parser) modifier(i int) (mod string, end int) {
	w := p.at(i).word
	if w.mod == "" || p.name(i) {
		return "", 0
	}
	end = i + 1
	mod = w.mod
	if p.is(i, "this", "that") && p.in(end, words.PointedModifier) {
		if p.is(end, "coming") {
			mod = "next"
		} else if p.is(end, "past") {
			mod = "last"
		} else {
			mod = "same"
		}
		end++
	}
	return mod, end
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
	}
	if mon, k := p.monthName(e); k > 0 && !p.at(k).isNum {
		m.kind, m.month, m.unit = unitRef, mon, "N"
		return m, k
	}
	if p.is(e, "period") && (m.mod == "same" || m.mod == "that") {
		m.kind, m.unit = unitRef, "P"
		if k := p.yearBack(&m, e+1); k > e+1 || !p.is(e+1, "of") {
			return m, k
		}
		return meaning{}, 0
	}
	if unit, k := p.unitWord(e); k > 0 && p.one(e) && unit[0] != 'T' {
		if p.is(k, "-") && p.at(k).glued && p.at(k+1).glued && isLetter(p.at(k+1).low) {
			return meaning{}, 0
		}
		m.kind, m.unit = unitRef, unit
		if unit == "D" && p.at(k).word.part != "" {
			return meaning{}, 0
		}
		if m.mod == "same" {
			k = p.yearBack(&m, k)
		}
		return m, k
	}
	return meaning{}, 0
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

// definite reads "the year", "the day", "the summer", "the morning", and "the year before", "the week previous".
func (p *parser) definite(i, k int) (meaning, int) {
	m := meaning{kind: unitRef, mod: "the", article: true}
	w := p.at(k).word
	switch {
	case w.season != "" && p.small(k) && !p.at(k).capital:
		m.season, m.unit = w.season, "S"
		if w.season == "FA" && p.is(k, "fall") && p.is(k+1, "of") && p.at(k+2).digits != 4 {
			return meaning{}, 0
		}
		if p.in(k+1, words.SeasonNext, ",") || p.at(k+1).low == "." || p.at(k).low != "spring" {
			return m, k + 1
		}
		return m, k + 1
	case w.part != "" && p.small(k) && p.one(k) && (!p.in(k, words.DayEdge) || !p.is(k+1, "of")):
		m.part, m.unit = w.part, "D"
		return m, k + 1
	}
	unit, e := p.unitWord(k)
	if e == 0 || !p.one(k) || unit[0] == 'T' || unit == "CE" || unit == "ML" || unit == "FN" || unit == "Q" && p.is(e, "of", "-") ||
		p.is(e, "-") && p.at(e).glued ||
		p.is(e, "one", "i") {
		return meaning{}, 0
	}
	if unit == "D" && (p.is(i-1, "of") && p.at(i-2).word.edge == "" || p.in(i-1, words.DayObjectVerb)) {
		return meaning{}, 0
	}
	m.unit = unit
	if p.is(e, "before") && p.is(e+1, "last") || p.is(e, "after") && p.is(e+1, "next") {
		m.mod = p.at(e).low + " " + p.at(e+1).low
		return m, e + 2
	}
	if p.in(e, words.UnitBefore) && !p.clause(e+1) {
		m.mod = "previous"
		return m, e + 1
	}
	if p.in(e, words.UnitAfter) && !p.clause(e+1) {
		m.mod = "next"
		return m, e + 1
	}
	return m, e
}

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
	t := p.at(i)
	n, e := t.word.weekday, i+1
	if n == 0 && t.word.weekdayAbbr > 0 && t.capital {
		e = p.dotted(e)
		if k := p.skip(e, ","); k > e || e > i+1 {
			if _, ok := p.calendarDay(k); ok > 0 {
				n = t.word.weekdayAbbr
			}
		}
	}
	if n == 0 || !t.capital {
		return meaning{}, 0
	}
	if p.inName(i) {
		return meaning{}, 0
	}
	k := p.skip(e, ",", "(")
	if p.is(k, "the") {
		k = p.skip(k, "the")
	}
	if m, end := p.calendarDay(k); end > 0 && !p.at(k).line {
		m.weekday = n
		if p.is(e, "(") && p.is(end, ")") {
			end++
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
	base := i
	sign := 0
	k := p.skip(i, "the")
	if p.seq(k, "day", "before", "yesterday") {
		base, sign = k+2, -1
	} else if p.seq(k, "day", "after", "tomorrow") {
		base, sign = k+2, 1
	}
	w := p.at(base).word
	if !w.deictic || p.name(base) && p.name(base-1) {
		return meaning{}, 0
	}
	if p.is(base+1, "'") && p.is(base+2, "s") && p.is(base, "today") && p.in(base+3, words.TodayPossessed) {
		return meaning{kind: ref, value: "PRESENT_REF"}, base + 1
	}
	return p.partTail(meaning{kind: deictic, n: float64(w.offset + sign)}, base+1)
}

// seasonName reads "spring 1918", "summer of 1942", "spring", "the winter of 1915-16".
func (p *parser) seasonName(i int) (meaning, int) {
	k := p.skip(i, "the")
	w := p.at(k).word
	if w.season == "" || p.at(k).low == "springs" {
		return meaning{}, 0
	}
	m := meaning{kind: calendar, season: w.season, article: k > i}
	e := p.yearTail(k+1, &m)
	if e > k+1 {
		if p.is(e, "-", "/") && p.at(e).glued && p.at(e+1).glued && p.at(e+1).digits > 0 && m.season == "WI" {
			e += 2
		}
		return m, e
	}
	inSeason := p.in(i-1, words.DatedPreposition) && !p.at(k+1).capital // "in Spring"
	if k > i || p.name(k) && !inSeason {
		return meaning{}, 0
	}
	if p.in(k, words.AmbiguousSeason) {
		// "prices fall to", "they spring from"
		dated := p.in(i-1, words.DatedPreposition) || p.at(i-1).word.approx
		verb := p.in(k+1, words.VerbParticle) && !p.is(i-1, "in")
		if !dated || verb {
			return meaning{}, 0
		}
	}
	if p.at(k).first && p.at(k).capital && p.in(k, words.AmbiguousSeason) {
		return meaning{}, 0
	}
	m.kind, m.unit, m.mod = unitRef, "S", "bare"
	return m, k + 1
}
