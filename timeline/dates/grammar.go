package dates

// A rule reads an expression that begins at a token; its end is 0 where it does not match.
type rule = func(*parser, int) (meaning, int)

// longest returns what the rule that reads furthest gives, or best where none reads beyond end. The earlier of two
// rules that read equally far is taken.
func (p *parser) longest(i int, best meaning, end int, rules []rule) (meaning, int) {
	for _, read := range rules {
		if m, e := read(p, i); e > end {
			best, end = m, e
		}
	}
	return best, end
}

// phrase reads the longest expression of time that begins at i.
func (p *parser) phrase(i int) (meaning, int) {
	if !p.starts(i) {
		return meaning{}, 0
	}
	m, e := p.base(i)
	return p.longest(i, m, e, []rule{
		(*parser).blurred, (*parser).edged, (*parser).nthOf, (*parser).timeOfDay, (*parser).recurring,
		(*parser).length, (*parser).reference, (*parser).anniversary, (*parser).yearEarlier, (*parser).dayOfWeek,
	})
}

// starts tells cheaply whether an expression can begin here.
func (p *parser) starts(i int) bool {
	t := p.at(i)
	if t.isNum || t.known {
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
		if year := p.yearOfEvent(i, e, &m); year > 0 {
			best.inName = true
			best.setYear(year)
			return best, e
		}
		best, end = p.clockBehind(best, end)
	}
	return p.longest(i, best, end, []rule{
		(*parser).juche, (*parser).holidayName, (*parser).numeric, (*parser).monthYear, (*parser).yearFirst,
		(*parser).dayMonth, (*parser).monthDay, (*parser).weekdayName, (*parser).deicticDay,
		(*parser).decadeOrCentury, (*parser).bareYear, (*parser).seasonName, (*parser).pointed, (*parser).loneDay,
	})
}

// yearOfEvent is the year of an event that has its day in its name: 2000 for the day of "the June 15 joint
// declaration", which ends at e. 0 where the day is not part of such a name.
func (p *parser) yearOfEvent(i, e int, m *meaning) int {
	h, k := p.match(p.skip(i, "the"), "event")
	if h == nil || k <= e || m.hasYear || h.month != m.month || h.day != m.day {
		return 0
	}
	return h.since
}

// clockBehind adds the time that stands in figures right after a day: "12 June 10:30".
func (p *parser) clockBehind(m meaning, e int) (meaning, int) {
	if m.clock != "" || m.part != "" || p.at(e).digits == 0 || !p.at(e+1).glued || p.is(e-1, "-") {
		return m, e
	}
	if c, k := p.clockTime(e); k > 0 {
		m.clock, m.zone = c.clock, c.zone
		return m, k
	}
	return m, e
}

// juche reads "Juche 101 (2012)", "Juche 101": the calendar that counts from 1912.
func (p *parser) juche(i int) (meaning, int) {
	n := p.at(i + 1)
	if !p.is(i, "juche") || !n.figures(3) {
		return meaning{}, 0
	}
	m := meaning{kind: calendar}
	if p.is(i+2, "(") && p.at(i+3).digits == 4 && p.is(i+4, ")") {
		m.setYear(int(p.at(i + 3).num))
		return m, i + 5
	}
	m.setYear(1911 + int(n.num))
	return m, i + 2
}
