package dates

import "strings"

// weekOfDay reads the week of a weekday that stands before it: "Monday last week", "Monday of the previous week",
// "Monday before last", "Monday a week ago", "Monday week". i is the index after the weekday.
func (p *parser) weekOfDay(m *meaning, i int) (end int) {
	k := p.skip(p.skip(i, ","), "of", "in")
	if mod, e := p.modifier(p.skip(k, "the")); e > 0 && p.is(e, "week") && mod != "past" {
		m.mod = mod + " week"
		return e + 1
	}
	switch {
	case p.seq(k, "the", "week", "before") && !p.clause(k+3):
		m.mod = "previous week"
		return k + 3
	case p.farSide(i):
		m.mod, m.weeks = p.at(i+1).low, step(p.at(i+1).low)
		return i + 2
	case p.is(i, "week", "fortnight") && !p.at(i).glued && !p.is(i+1, "-") && !p.clause(i+1):
		m.mod, m.weeks = "coming", 1
		if p.is(i, "fortnight") {
			m.weeks = 2
		}
		return i + 1
	}
	if ago, e := p.length(p.skip(i, ",")); e > 0 && ago.weeksAgo() {
		m.weeks = ago.weekCount()
		return e
	}
	return 0
}

// dayOfWeek reads a weekday after its week: "a week ago Monday", "two weeks ago on Tuesday", "last week, on Thursday",
// "a week from Friday".
func (p *parser) dayOfWeek(i int) (meaning, int) {
	if m, e := p.length(i); e > 0 && m.weeksAgo() {
		d, end := p.bareWeekday(p.skip(p.skip(e, ","), "on"))
		d.weeks = m.weekCount()
		return d, end
	}
	if n, _, e := p.quantity(i); e > 0 && n >= 1 && n < 100 && p.is(e, "week", "weeks") && p.is(e+1, "from") {
		d, end := p.bareWeekday(p.skip(e+2, "next", "this"))
		d.mod, d.weeks = "coming", int(n)
		return d, end
	}
	return p.dayInWeek(i)
}

// dayInWeek reads a weekday after a week pointed to: "last week, on Thursday", "next week's Monday".
func (p *parser) dayInWeek(i int) (meaning, int) {
	m, e := p.pointed(i)
	if e == 0 || m.kind != unitRef || m.unit != "W" || m.mod == "the" || m.mod == "past" {
		return meaning{}, 0
	}
	on := p.skip(p.skip(e, ","), "on")
	if p.seq(e, "'", "s") {
		on = e + 2
	}
	if on == e {
		return meaning{}, 0
	}
	d, end := p.bareWeekday(on)
	d.mod = m.mod + " week"
	return d, end
}

// weeksAgo tells whether the meaning counts whole weeks back from the day of speaking.
func (m *meaning) weeksAgo() bool {
	weeks := m.unit == "W" || m.unit == "FN"
	return m.kind == offset && m.speech && m.dir < 0 && weeks && m.n >= 1 && m.n < 100
}

// weekCount is the number of weeks that it goes, negative for back.
func (m *meaning) weekCount() int {
	n := int(m.n)
	if m.unit == "FN" {
		n *= 2
	}
	return n * m.dir
}

// bareWeekday reads a weekday without a date; what stands after it is not its week.
func (p *parser) bareWeekday(i int) (meaning, int) {
	m, e := p.weekdayName(i)
	if e == 0 || m.kind != weekday {
		return meaning{}, 0
	}
	if m.mod != "" || m.weeks != 0 {
		return meaning{kind: weekday, weekday: m.weekday}, i + 1
	}
	return m, e
}

// pairWeekdays links the weekdays that begin and end a range, and "Tuesday" to "next Monday" in "next Monday and
// Tuesday".
func (f *finder) pairWeekdays() {
	for k := 1; k < len(f.hits); k++ {
		a, b := &f.hits[k-1], &f.hits[k]
		if !a.dayLike() || !b.plainWeekday() || b.i < a.j+1 || b.i > a.j+2 {
			continue
		}
		ranged := f.spans(k-1) || a.kind == weekday && f.is(a.j, "to")
		if !ranged && !f.listsWeek(a) {
			continue
		}
		b.from = a
		if a.kind == weekday && a.mod == "" && ranged {
			a.beginsRange(b)
		}
	}
}

// listsWeek tells whether a list goes on after a weekday of a week that the text says.
func (f *finder) listsWeek(h *hit) bool {
	return h.kind == weekday && (h.mod != "" || h.weeks != 0) && f.is(h.j, "and", "or", "&")
}

// plainWeekday tells whether the hit is a weekday of which nothing says the week.
func (h *hit) plainWeekday() bool {
	return h.kind == weekday && h.mod == "" && h.weeks == 0 && h.edge == ""
}

// dayLike tells whether the hit is a day.
func (h *hit) dayLike() bool {
	return h.kind == weekday || h.kind == deictic || h.kind == calendar && h.day > 0
}

// beginsRange links a weekday to the one that ends its range.
func (h *hit) beginsRange(end *hit) {
	h.joined = true
	if h.weeks == 0 {
		h.upto = end
	}
}

// settleAt remembers the day that the hit was resolved to.
func (h *hit) settleAt(e *Expression) {
	if len(e.Value) < 10 || len(e.Value) > 10 && e.Value[10] != 'T' {
		return
	}
	h.at, h.resolved = 0, false
	if d, ok := parseDay(e.Value); ok {
		h.at, h.resolved = d, true
	}
}

// onOrAfter returns the first such weekday from a day on, after the first one after it, and before the last one before
// it.
func onOrAfter(d day, weekday int) day { return d + day((weekday-d.weekday()+7)%7) }
func after(d day, weekday int) day     { return onOrAfter(d+1, weekday) }
func before(d day, weekday int) day    { return onOrAfter(d-7, weekday) }

// weekOf is the weekday in a week that is told by its distance from another: "last week", "the previous week". ok is
// false for other modifiers.
func (c *context) weekOf(h *hit, b day) (d day, ok bool) {
	mod, isWeek := strings.CutSuffix(h.mod, " week")
	if !isWeek {
		return 0, false
	}
	if fromAnchor(mod) {
		b = c.anchorOr(b)
	}
	return b - day(b.weekday()) + day(h.weekday) + day(7*step(mod)), true
}
