package dates

import (
	"fmt"
)

// value resolves a hit to an expression without its span; Type is "" if it means no time after all.
func (c *context) value(h *hit) Expression {
	e := Expression{Type: "DATE", InName: h.inName}
	switch h.kind {
	case duration:
		e.Type, e.Value = "DURATION", h.period()
	case set:
		e.Type, e.Value = "SET", h.value
	case ref:
		e.Value, e.Relative = h.value, true
		if c.hasRef && h.value == "PAST_REF" && c.f.in(h.i, words.RecentRef) {
			e.edtf = c.ref.String()[:7] + "~"
		}
	case calendar, named, dayTime:
		c.stated(h, &e)
	case weekday, deictic, unitRef, offset:
		e.Relative = true
		c.relative(h, &e)
	}
	if h.clock != "" || h.part != "" {
		e.Type = "TIME"
	}
	e.Future = e.Type != "DURATION" && e.Type != "SET" && c.f.tenseAt(h.i, h.j) == future
	return e
}

// stated gives an expression the value of a date of the calendar, a holiday or a clock time. "circa" blurs it.
func (c *context) stated(h *hit, e *Expression) {
	switch h.kind {
	case calendar:
		e.Value = c.calendar(h)
	case named:
		e.Holiday = h.holiday.title(h.nth)
		e.Value = c.holiday(h)
	case dayTime:
		e.Value = c.clockOnly(h)
		return
	}
	if h.clock == "" && h.part == "" && c.f.in(h.i-1, words.Circa) {
		if d, ok := e.Date(); ok {
			e.edtf = d.Approximate().EDTF
		}
	}
}

// relative gives an expression the value of a day or stretch that is told by its distance from another.
func (c *context) relative(h *hit, e *Expression) {
	switch h.kind {
	case weekday:
		e.Value = c.weekday(h)
	case deictic:
		e.Value = c.deictic(h)
	case unitRef:
		e.Value = c.unit(h, e)
	case offset:
		e.Value = c.offset(h)
	}
}

// period writes a length of time.
func (m *meaning) period() string {
	if m.vague {
		return period(-1, m.unit)
	}
	return period(m.n, m.unit)
}

// clocked adds the time of day to a day's value.
func (h *hit) clocked(value string) string {
	switch {
	case h.clock != "":
		return value + "T" + h.clock + h.zone
	case h.part != "":
		return value + "T" + h.part
	}
	return value
}

// calendar resolves a date of the calendar.
func (c *context) calendar(h *hit) string {
	q, ok := c.yearAndMonth(h)
	switch {
	case !ok:
		return unresolved(h)
	case h.width > 1:
		return wide(h)
	}
	if h.swap && c.aheadOfNews(q) && !c.aheadOfNews(point{year: q.year, month: q.day, day: q.month}) {
		q.month, q.day = q.day, q.month
	}
	if q.day > 0 && !q.bc && q.day > daysIn(q.year, q.month) {
		q.day = 0
	}
	if h.nth != 0 {
		return c.nth(h, q)
	}
	if h.edge == "EVE" && q.day > 0 && !q.bc {
		q = pointOf(q.first() - 1)
	}
	c.seeEdge(q, h)
	switch {
	case h.fiscal:
		return fmt.Sprintf("FY%04d", q.year)
	case h.season != "":
		return point{year: q.year, bc: q.bc, half: h.season}.text()
	}
	return h.clocked(q.text())
}

// yearAndMonth is the date of the calendar with the year, or the year and month, that the text leaves to the reader.
func (c *context) yearAndMonth(h *hit) (q point, ok bool) {
	q = point{year: h.year, month: h.month, day: h.day, bc: h.bc, half: h.half}
	switch {
	case h.mod != "":
		return c.dayOfThatMonth(h, q)
	case h.yearMod != "":
		q.year, ok = c.yearOf(h.yearMod)
		return q, ok
	case !h.hasYear:
		q.year, q.bc, ok = c.yearFor(h, h.firstMonth(), h.day)
		return q, ok
	}
	return q, true
}

// firstMonth is the month, or the first one of the quarter.
func (m *meaning) firstMonth() int {
	if m.half != "" && m.half[0] == 'Q' {
		return 3*int(m.half[1]-'0') - 2
	}
	return m.month
}

// dayOfThatMonth gives "the 25th of that month", "the 25th" its month.
func (c *context) dayOfThatMonth(h *hit, q point) (point, bool) {
	a := c.anchor()
	if words.PointingWord[h.mod] {
		a = c.now()
	}
	tooLate := h.mod == modLone && !a.bc && h.day > daysIn(a.year, a.month)
	if !a.ok || a.month == 0 || tooLate {
		return q, false
	}
	q.year, q.month, q.bc = a.year, a.month, a.bc
	if h.mod == "last" || h.mod == "next" {
		q.year, q.month = addMonths(a.year, a.month, step(h.mod))
	}
	return q, true
}

// aheadOfNews tells whether a day comes after that of publication.
func (c *context) aheadOfNews(q point) bool { return c.hasRef && q.first() > c.ref+1 }

// unresolved is the value of a date whose year nothing tells.
func unresolved(h *hit) string {
	switch {
	case h.mod != "": // "the 25th of that month"
		return fmt.Sprintf("XXXX-XX-%02d", h.day)
	case h.half != "":
		return "XXXX-" + h.half
	case h.season != "":
		return "XXXX-" + h.season
	case h.month == 0:
		return "XXXX"
	case h.day == 0:
		return fmt.Sprintf("XXXX-%02d", h.month)
	}
	return h.clocked(fmt.Sprintf("XXXX-%02d-%02d", h.month, h.day))
}

// wide writes a decade or century by its leading figures.
func wide(h *hit) string {
	digits := 3
	if h.width == 100 {
		digits = 2
	}
	s := fmt.Sprintf("%04d", h.year)[:digits]
	if h.bc {
		return "BC" + s
	}
	return s
}

// nth resolves "the last week of March", "the first day of the year".
func (c *context) nth(h *hit, q point) string {
	if q.bc {
		return q.text()
	}
	last := newDay(q.year, 12, 31)
	if q.month > 0 {
		last = newDay(q.year, q.month, daysIn(q.year, q.month))
	}
	switch {
	case h.unit == "D":
		return c.nthDay(h, q, last)
	case h.unit == "W":
		c.see(q, h)
		return weekText(nthWeek(h.nth, q, last))
	case h.unit == "M" && h.nth <= 12 && q.month == 0:
		if q.month = h.nth; h.nth < 0 {
			q.month = 12
		}
	}
	c.see(q, h)
	return q.text()
}

// nthDay resolves "the first day of the year", given the stretch and its last day.
func (c *context) nthDay(h *hit, q point, last day) string {
	d := q.first() + day(h.nth-1)
	if h.nth < 0 {
		d = last
	}
	if d > last {
		return q.text()
	}
	c.see(pointOf(d), h)
	return d.String()
}

// nthWeek is a day of the nth week of a stretch, or of the last one for -1. The last week of a month is that of its
// last day only if more than half of it lies in the month.
func nthWeek(n int, q point, last day) day {
	switch {
	case n > 0:
		return q.first() + day(7*(n-1))
	case q.month > 0 && last.weekday() > 3:
		return last
	}
	return last - 6
}

// weekText writes the week of a day.
func weekText(d day) string {
	y, w := d.week()
	return fmt.Sprintf("%04d-W%02d", y, w)
}

// step is the distance that a modifier goes.
func step(mod string) int {
	switch mod {
	case "last", "previous", "past":
		return -1
	case "next", "following":
		return 1
	case "before last":
		return -2
	case "after next":
		return 2
	}
	return 0
}

// base is where a modifier counts from: the day of publication, or the date last named.
func (c *context) base(mod string) point {
	switch mod {
	case "last", "past", "this", "next", "before last", "after next":
		return c.now()
	case "the", modBare:
		if c.isNews() {
			return pointOf(c.ref)
		}
	}
	return c.anchor()
}

// yearOf resolves "last year", "that year", "the following year".
func (c *context) yearOf(mod string) (int, bool) {
	b := c.base(mod)
	if !b.ok {
		return 0, false
	}
	s := step(mod)
	if b.bc {
		s = -s
	}
	return b.year + s, true
}
