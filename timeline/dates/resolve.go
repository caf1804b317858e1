package dates

import (
	"fmt"
	"math"
	"strconv"
)

// value resolves a hit to an expression without its span; Type is "" if it means no time after all.
func (c *context) value(h *hit) Expression {
	e := Expression{Type: "DATE", InName: h.inName}
	switch h.kind {
	case calendar:
		e.Value = c.calendar(h, &e)
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
		if c.hasRef && h.value == "PAST_REF" && c.f.is(h.i, "recently", "lately", "shortly") {
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
	if e.Type == "DATE" && c.f.is(h.i-1, "around", "circa", "about", "approximately") && (h.kind == calendar || h.kind == named) {
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
func (c *context) calendar(h *hit, e *Expression) string {
	q := point{year: h.year, month: h.month, day: h.day, bc: h.bc, half: h.half}
	switch {
	case h.mod != "": // "the 25th of that month"
		a := c.anchor()
		if h.mod == "this" {
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
	}
	return 0
}

// base is where a modifier counts from: the day of publication, or the date last named.
func (c *context) base(mod string) point {
	switch mod {
	case "last", "past", "this", "next":
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

// weekday resolves the name of a day of the week.
func (c *context) weekday(h *hit) string {
	b, news := c.ref, c.hasRef && !c.narrative
	if !news && !c.narrative && h.mod != "following" && h.mod != "previous" && h.mod != "that" && h.mod != "same" {
		return h.clocked("XXXX-WXX-" + strconv.Itoa(h.weekday))
	}
	if !news {
		a := c.anchorDay()
		if !a.ok || a.bc {
			return h.clocked("XXXX-WXX-" + strconv.Itoa(h.weekday))
		}
		b = a.first()
	}
	d := b + day((h.weekday-b.weekday()+7)%7) // on or after
	before := d
	if d > b {
		before = d - 7
	}
	monday := b - day(b.weekday()) + 1
	switch h.mod {
	case "last", "past":
		if d = before; d == b {
			d -= 7
		}
	case "next":
		if h.article {
			b = c.anchorOr(b)
			d = b + day((h.weekday-b.weekday()+6)%7) + 1
		} else if d == b {
			d += 7
		}
	case "this":
		d = monday + day(h.weekday) - 1
	case "last week":
		d = monday - 7 + day(h.weekday) - 1
	case "next week":
		d = monday + 7 + day(h.weekday) - 1
	case "this week":
		d = monday + day(h.weekday) - 1
	case "previous", "following", "that", "same":
		b = c.anchorOr(b)
		d = b + day((h.weekday-b.weekday()+7)%7)
		if h.mod == "following" && d == b {
			d += 7
		} else if h.mod == "previous" {
			d -= 7
		}
	default:
		if news && c.f.tenseAt(h.i, h.j) != future {
			d = before
		}
	}
	if h.edge == "EVE" {
		d--
	}
	c.see(pointOf(d), h)
	return h.clocked(d.String())
}

func (c *context) anchorOr(b day) day {
	if a := c.anchorDay(); a.ok && !a.bc {
		return a.first()
	}
	return b
}

// deictic resolves "yesterday", "today", "tonight".
func (c *context) deictic(h *hit) string {
	// The "today" of a history is its reader's, or that of the words it cites.
	if !c.hasRef || c.narrative {
		if h.n == 0 && h.part == "" {
			return "PRESENT_REF"
		}
		return h.clocked("XXXX-XX-XX")
	}
	d := c.ref + day(h.n)
	c.see(pointOf(d), h)
	return h.clocked(d.String())
}

// clockOnly gives a clock time the day last named in its sentence, or the day of publication.
func (c *context) clockOnly(h *hit) string {
	if h.next != nil {
		// "at 11 a.m. on 11 November": the day follows. It is read on a copy, for its own turn comes.
		ahead := *c
		if v := ahead.value(h.next); v.Type == "DATE" && len(v.Value) == 10 {
			return h.clocked(v.Value)
		}
	}
	if a := c.anchorDay(); a.ok {
		return h.clocked(a.text())
	}
	return h.clocked("XXXX-XX-XX")
}

// holiday resolves a holiday in its year.
func (c *context) holiday(h *hit) string {
	y := h.year
	if !h.hasYear {
		month := h.holiday.month
		if month == 0 {
			if m, _, ok := h.holiday.on(c.anchor().year); ok {
				month = m
			}
		}
		var ok bool
		switch {
		case h.yearMod != "":
			y, ok = c.yearOf(h.yearMod)
		default:
			y, _, ok = c.yearFor(h, month, h.holiday.day)
		}
		if !ok {
			if h.holiday.day > 0 {
				return fmt.Sprintf("XXXX-%02d-%02d", h.holiday.month, h.holiday.day)
			}
			return "XXXX-XX-XX"
		}
	}
	m, d, ok := h.holiday.on(y)
	if !ok {
		return strconv.Itoa(y)
	}
	n := newDay(y, m, d)
	if h.edge == "EVE" {
		n--
	}
	c.see(pointOf(n), h)
	return h.clocked(n.String())
}

// offset resolves "two days later", "a year ago".
func (c *context) offset(h *hit) string {
	if h.vague || h.n <= 0 {
		if h.dir < 0 {
			return "PAST_REF"
		}
		return "FUTURE_REF"
	}
	b := c.anchor()
	if h.speech {
		b = c.now()
	}
	if h.unit == "D" || h.unit == "W" || h.unit == "FN" || h.unit[0] == 'T' {
		if b.day == 0 && !h.speech {
			b = c.anchorDay()
		}
	}
	n := h.n * float64(h.dir)
	return c.shift(h, b, n)
}

// shift moves a point by n of the hit's units, and keeps the unit's width.
func (c *context) shift(h *hit, b point, n float64) string {
	unknown := map[string]string{"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX"}[h.unit]
	if !b.ok || math.Abs(n) > 1e6 {
		return unknown
	}
	if b.bc {
		if h.unit == "Y" && float64(b.year) > n {
			q := point{year: b.year - int(n), bc: true}
			c.see(q, h)
			return q.text()
		}
		return unknown
	}
	q := point{year: b.year}
	switch h.unit {
	case "D", "W", "FN":
		if b.day == 0 {
			return unknown
		}
		days := n * map[string]float64{"D": 1, "W": 7, "FN": 14}[h.unit]
		d := b.first() + day(math.Round(days))
		q = pointOf(d)
		c.see(q, h)
		if h.unit == "W" && math.Abs(n) > 1 {
			return weekText(d)
		}
	case "M":
		if b.month == 0 {
			return unknown
		}
		q.year, q.month = addMonths(b.year, b.month, int(math.Round(n)))
		c.see(q, h)
	case "Y", "DE", "CE":
		q.year += int(math.Floor(n * map[string]float64{"Y": 1, "DE": 10, "CE": 100}[h.unit]))
		q.half = ""
		if h.unit == "Y" && n == -1 {
			q.half = b.half
		}
		if q.year < 1 {
			return unknown
		}
		if h.unit == "DE" {
			return q.text()[:3]
		}
		if h.unit == "CE" {
			return q.text()[:2]
		}
		c.see(q, h)
	default:
		return b.text()
	}
	return q.text()
}
