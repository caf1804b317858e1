package dates

import (
	"fmt"
)

// value resolves a hit to an expression without its span; Type is "" if it means no time after all.
func (c *context) value(h *hit) Expression {
	e := Expression{Type: "DATE", InName: h.inName}
	switch h.kind {
	case calendar:
		e.Value = c.calendar(h)
	case weekday:
		e.Relative = true
		e.Value = c.weekday(h)
	case deictic:
		e.Relative = true
		e.Value = c.deictic(h)
	case unitRef:
		e.Relative = true
		e.Value = c.unit(h, &e)
	case offset:
		e.Relative = true
		e.Value = c.offset(h)
	case duration:
		e.Type = "DURATION"
		e.Value = period(h.n, h.unit)
		if h.vague {
			e.Value = period(-1, h.unit)
		}
	case set:
		e.Type, e.Value = "SET", h.value
	case ref:
		e.Value, e.Relative = h.value, true
		if c.hasRef && h.value == "PAST_REF" && c.f.in(h.i, words.RecentRef) {
			e.edtf = c.ref.String()[:7] + "~"
		}
	case dayTime:
		e.Value = c.clockOnly(h)
	case named:
		e.Holiday = h.holiday.title(h.nth)
		e.Value = c.holiday(h)
	}
	if h.clock != "" || h.part != "" {
		e.Type = "TIME"
	}
	if e.Type == "DATE" && c.f.in(h.i-1, words.Circa) && (h.kind == calendar || h.kind == named) {
		if d, ok := e.Date(); ok {
			e.edtf = d.Approximate().EDTF
		}
	}
	e.Future = e.Type != "DURATION" && e.Type != "SET" && c.f.tenseAt(h.i, h.j) == future
	return e
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
	q := point{year: h.year, month: h.month, day: h.day, bc: h.bc, half: h.half}
	switch {
	case h.mod != "": // "the 25th of that month"
		a := c.anchor()
		if words.PointingWord[h.mod] {
			a = c.now()
		}
		if h.mod == "lone" && a.ok && a.month > 0 && !a.bc && h.day > daysIn(a.year, a.month) {
			return "XXXX-XX-" + fmt.Sprintf("%02d", h.day)
		}
		if !a.ok || a.month == 0 {
			return "XXXX-XX-" + fmt.Sprintf("%02d", h.day)
		}
		q.year, q.month, q.bc = a.year, a.month, a.bc
		if h.mod == "last" || h.mod == "next" {
			q.year, q.month = addMonths(a.year, a.month, step(h.mod))
		}
	case h.yearMod != "":
		y, ok := c.yearOf(h.yearMod)
		if !ok {
			return unresolved(h)
		}
		q.year = y
	case !h.hasYear:
		month := h.month
		if h.half != "" && h.half[0] == 'Q' {
			month = 3*int(h.half[1]-'0') - 2
		}
		y, bc, ok := c.yearFor(h, month, h.day)
		if !ok {
			return unresolved(h)
		}
		q.year, q.bc = y, bc
	}
	if h.width > 1 {
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

// aheadOfNews tells whether a day comes after that of publication.
func (c *context) aheadOfNews(q point) bool { return c.hasRef && q.first() > c.ref+1 }

// unresolved is the value of a date whose year nothing tells.
func unresolved(h *hit) string {
	switch {
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
	first := q.first()
	last := newDay(q.year, 12, 31)
	if q.month > 0 {
		last = newDay(q.year, q.month, daysIn(q.year, q.month))
	}
	n := h.nth
	switch h.unit {
	case "D":
		d := first + day(n-1)
		if n < 0 {
			d = last
		}
		if d > last {
			return q.text()
		}
		c.see(pointOf(d), h)
		return d.String()
	case "W":
		d := first + day(7*(n-1))
		if n < 0 {
			d = last - 6
			if q.month > 0 && last.weekday() > 3 {
				d = last
			}
		}
		c.see(q, h)
		return weekText(d)
	case "M":
		if n < 0 {
			n = 12
		}
		if n <= 12 && q.month == 0 {
			q.month = n
		}
	}
	c.see(q, h)
	return q.text()
}

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
	case "the", "bare":
		if c.hasRef && !c.narrative {
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
