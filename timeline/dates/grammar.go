package dates

// phrase reads the longest expression of time that begins at i.
func (p *parser) phrase(i int) (meaning, int) {
	if !p.starts(i) {
		return meaning{}, 0
	}
	best, end := p.base(i)
	for _, rule := range []func(int) (meaning, int){p.blurred, p.edged, p.nthOf, p.timeOfDay, p.recurring, p.length, p.reference, p.anniversary, p.yearEarlier, p.dayOfWeek} {
		if m, e := rule(i); e > end {
			best, end = m, e
		}
	}
	return best, end
}

// starts tells cheaply whether an expression can begin here.
func (p *parser) starts(i int) bool {
	t := p.at(i)
	if t.isNum || t.word != &noEntry {
		return true
	}
	if words.TimeStart[t.low] || t.low == "'" {
		return true
	}
	return t.capital && (p.holidays[t.low] != nil || t.low[len(t.low)-1] == 's')
}

// base reads an expression without a prefix: a date of the calendar, a day, a unit pointed to, a holiday.
func (p *parser) base(i int) (meaning, int) {
	var best meaning
	end := 0
	if m, e := p.calendarDay(i); e > 0 {
		best, end = p.partTail(m, e)
		if h, k := p.match(p.skip(i, "the"), "event"); h != nil && k > e && h.month == m.month && h.day == m.day &&
			!m.hasYear &&
			h.since > 0 {
			best.year, best.hasYear, best.width, best.inName = h.since, true, 1, true
			return best, e
		}
		if best.clock == "" && p.at(e).digits > 0 && p.at(e+1).glued && !p.is(e-1, "-") {
			if c, k := p.clockTime(e); k > 0 {
				best.clock, best.zone, end = c.clock, c.zone, k
			}
		}
	}
	for _, rule := range []func(int) (meaning, int){
		p.juche, p.holidayName, p.numeric, p.monthYear, p.yearFirst, p.dayMonth, p.monthDay, p.weekdayName,
		p.deicticDay, p.decadeOrCentury, p.bareYear, p.seasonName, p.pointed, p.loneDay,
	} {
		if m, e := rule(i); e > end {
			best, end = m, e
		}
	}
	return best, end
}

// juche reads "Juche 101 (2012)", "Juche 101": the calendar that counts from 1912.
func (p *parser) juche(i int) (meaning, int) {
	n := p.at(i + 1)
	if !p.is(i, "juche") || n.digits < 1 || n.digits > 3 {
		return meaning{}, 0
	}
	m := meaning{kind: calendar, year: 1911 + int(n.num), hasYear: true, width: 1}
	if p.is(i+2, "(") && p.at(i+3).digits == 4 && p.is(i+4, ")") {
		m.year = int(p.at(i + 3).num)
		return m, i + 5
	}
	return m, i + 2
}

// blurred reads "early March", "the late 1960s", "mid-2011", "late in the year", "earlier this month", "later that
// day".
func (p *parser) blurred(i int) (meaning, int) {
	k := p.skip(i, "the")
	k = p.skip(k, "very")
	w := p.at(k).word
	if !w.approx || p.name(k) {
		return meaning{}, 0
	}
	later := p.in(k, words.EarlierLater)
	k++
	if p.is(k, "-") && p.at(k).glued {
		k++
	} else if p.is(k, "to") && p.at(k+1).word.approx || p.is(k, "-") && p.at(k+1).word.approx {
		k += 2
	}
	if p.is(k, "in", "on") && !p.is(k+1, "until") {
		if k++; p.is(k, "the") && p.at(k+1).word.part != "" && p.is(k+2, "of") {
			k++
		}
	}
	m, e := p.base(k)
	if e == 0 {
		if m, e = p.nthOf(k); e == 0 || later {
			return meaning{}, 0
		}
	}
	told := m.kind == deictic || m.kind == unitRef || m.kind == weekday && k == i+1 ||
		m.kind == calendar && p.is(k-1, "in")
	if later && !told {
		return meaning{}, 0
	}
	if m.approx = true; p.is(i, "the") && m.kind == calendar && m.month > 0 {
		return meaning{}, 0 // "the early October battle": the article is the battle's
	}
	m.article = m.article || p.is(i, "the")
	return m, e
}

// yearEarlier reads "the year-earlier quarter", "year-ago period".
func (p *parser) yearEarlier(i int) (meaning, int) {
	k := p.skip(i, "the", "a")
	if !p.is(k, "year") || !p.is(k+1, "-") || !p.at(k+1).glued || !p.in(k+2, words.YearAgo) {
		return meaning{}, 0
	}
	m := meaning{kind: unitRef, mod: "same", unit: "P", n: 1, article: k > i}
	e := k + 3
	if u, x := p.unitWord(e); x > 0 {
		m.unit, e = u, x
	} else if p.is(e, "period") {
		e++
	}
	return m, e
}

// edged reads "the end of 2009", "the middle of March", "the eve of the summit", "the rest of the year", "year-end".
func (p *parser) edged(i int) (meaning, int) {
	if p.is(i, "year") && p.is(i+1, "-") && p.at(i+1).glued && p.is(i+2, "end") {
		return meaning{kind: unitRef, unit: "Y", mod: "the", edge: "END"}, i + 3
	}
	if p.in(i, words.CalendarUnit) && p.seq(i+1, "'", "s", "end") && !p.in(i-1, words.EndDeterminer) {
		return meaning{kind: unitRef, unit: p.at(i).word.unit, mod: "the", edge: "END"}, i + 4
	}
	k := p.skip(i, "the")
	k = p.skip(k, "very")
	latter := p.in(k, words.LatterPart)
	if latter {
		k++
	}
	edge := p.at(k).word.edge
	if edge == "" || p.name(k) || !p.is(k+1, "of") {
		return meaning{}, 0
	}
	if (edge == "PART" || edge == "HALF") && !latter {
		return meaning{}, 0
	}
	if m, e := p.nthOf(k + 2); e > 0 {
		m.approx, m.edge = true, edge
		return m, e
	}
	m, e := p.base(k + 2)
	if e == 0 && p.is(k+2, "the") {
		m, e = p.base(k + 3)
	}
	if e == 0 || m.kind == weekday && edge != "EVE" {
		return meaning{}, 0
	}
	m.edge, m.approx = edge, m.day == 0
	if edge == "HALF" {
		m.half = "H2"
	}
	return m, e
}

// nthOf reads a numbered part of a stretch: "the third quarter of 2009", "the second half", "the last week of March",
// "the first day of the year", "Q3 2010".
func (p *parser) nthOf(i int) (meaning, int) {
	k := p.skipIn(i, words.PartDeterminer)
	if p.in(k, words.Fiscal) {
		k++
	}
	if low := p.at(i).low; len(low) == 1 && (low == "q" || low == "h") && p.at(i).capital && p.at(i+1).digits == 1 &&
		p.at(i+1).glued &&
		p.at(i+1).num <= 4 &&
		p.at(i+1).num >= 1 {
		m := meaning{kind: calendar, half: string([]byte{low[0] - 32, byte('0' + int(p.at(i+1).num))})}
		return m, p.yearTail(i+2, &m)
	}
	n, e := p.ordinal(k)
	if p.in(k, words.LatterHalf) && p.is(k+1, "half") {
		n, e = 2, k+1
	}
	if e == 0 || p.name(k) {
		return meaning{}, 0
	}
	e = p.skipIn(e, words.FiscalFull, "-")
	unit := p.at(e).word.unit
	if p.is(e, "half") {
		unit = "H"
	}
	if unit == "" || !p.one(e) && unit != "H" || unit == "TS" || unit == "TM" || unit == "TH" {
		return meaning{}, 0
	}
	if p.in(i, words.GroupPossessive) {
		return meaning{}, 0
	}
	if unit == "Q" || unit == "H" {
		return p.fraction(n, unit, e+1, k > i)
	}
	if n == -1 && p.at(k).word.mod == "last" && !p.is(e+1, "of", "in") {
		return meaning{}, 0
	}
	if p.is(e+1, "of", "in") {
		if b, x := p.base(e + 2); x > 0 && b.day == 0 && (b.kind == calendar || b.kind == unitRef) {
			m := b
			m.unit, m.nth = unit, n
			if b.kind == unitRef && b.unit == "Y" {
				m.kind, m.yearMod, m.mod = calendar, b.mod, ""
			} else if b.kind == unitRef {
				return meaning{}, 0
			}
			m.article = k > i
			return m, x
		}
	}
	return meaning{}, 0
}

// fraction reads the rest of a quarter or half: "of 2009", "of last year", or nothing.
func (p *parser) fraction(n int, unit string, e int, article bool) (meaning, int) {
	if n > 4 || unit == "H" && n > 2 {
		return meaning{}, 0
	}
	m := meaning{kind: calendar, article: article}
	if n == -1 && unit == "Q" {
		n = 4
		if !p.is(e, "of") {
			return meaning{kind: unitRef, unit: "Q", mod: "last", article: article}, e
		}
	} else if n == -1 {
		n = 2
	}
	m.half = unit + string(rune('0'+n))
	if p.is(e, "of") && p.is(e+1, "fiscal") {
		if end := p.year(e+2, &m); end > 0 {
			return m, end
		}
	}
	end := p.yearTail(e, &m)
	if end == e && p.is(e, "of") {
		if p.is(e+1, "the") && p.is(e+2, "year") {
			m.yearMod = "the"
			return m, e + 3
		}
		return meaning{}, 0
	}
	if end == e && unit == "H" {
		return meaning{}, 0
	}
	return m, end
}
