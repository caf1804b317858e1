package dates

import (
	"fmt"
	"strconv"
)

// unit resolves one unit pointed to: "last week", "the same day", "this spring", "the year".
func (c *context) unit(h *hit, e *Expression) string {
	if c.isSpan(h) {
		e.Type = "DURATION"
		return period(1, h.unit)
	}
	b, s := c.unitBase(h), step(h.mod)
	if b.ok && b.bc && h.unit != "Y" {
		return ""
	}
	switch h.unit {
	case "D":
		return c.dayUnit(h, s)
	case "W":
		return c.weekUnit(h, b, s)
	case "WE":
		return c.weekend(h)
	case "S":
		return c.season(h, b, s)
	}
	if !b.ok {
		return unknownUnit(h.unit)
	}
	return c.longUnit(h, b, s)
}

// isSpan tells whether the unit is a length of time: "the past year", "in the next month".
func (c *context) isSpan(h *hit) bool {
	if h.mod != "next" || !h.article {
		return h.mod == "past"
	}
	whole := len(h.unit) == 1 && h.unit != "S" && h.unit != "N" && h.part == ""
	return whole && c.f.in(h.i-1, words.SpanPreposition)
}

// unitBase is where the unit counts from.
func (c *context) unitBase(h *hit) point {
	b := c.base(h.mod)
	if h.article && h.mod == "next" {
		b = c.anchor()
	}
	if b.ok && !b.bc && h.mod == "same" {
		b.year -= int(h.n)
	}
	return b
}

// longUnit resolves a month or what is longer, s units from b.
func (c *context) longUnit(h *hit, b point, s int) string {
	switch h.unit {
	case "M":
		return c.monthUnit(h, b, s)
	case "N":
		return c.monthNamed(h, b)
	case "Y":
		return c.yearUnit(h, b, s)
	case "Q":
		return c.quarterUnit(h, b, s)
	case "DE":
		return fmt.Sprintf("%03d", b.year/10+s)
	case "CE":
		return fmt.Sprintf("%02d", b.year/100+s)
	case "P":
		return b.text()
	}
	return ""
}

// quarterUnit resolves "last quarter", "the quarter".
func (c *context) quarterUnit(h *hit, b point, s int) string {
	if a := c.anchor(); s == 0 && h.mod != "this" && a.ok && len(a.half) == 2 && a.half[0] == 'Q' {
		return a.text()
	}
	y, m := addMonths(b.year, max(b.month, 1), 3*s)
	return c.seen(point{year: y, half: "Q" + strconv.Itoa((m+2)/3)}, h)
}

// yearUnit resolves "last year", "the same year", "the fiscal year".
func (c *context) yearUnit(h *hit, b point, s int) string {
	if b.bc {
		s = -s
	}
	q := point{year: b.year + s, bc: b.bc}
	c.seeEdge(q, h)
	if h.fiscal {
		return fmt.Sprintf("FY%04d", q.year)
	}
	q.half = h.half
	return q.text()
}

// dayUnit resolves "the next day", "that day", "this morning", "last night", "the evening".
func (c *context) dayUnit(h *hit, s int) string {
	var b point
	switch h.mod {
	case modBare:
		return h.clocked("XXXX-XX-XX")
	case "this", "last":
		b = c.now()
		if c.narrative {
			b = c.anchorDay()
		}
	default:
		b = c.anchorDay()
	}
	if !b.ok || b.day == 0 || b.bc {
		return h.clocked("XXXX-XX-XX")
	}
	d := b.first() + day(s)
	c.see(pointOf(d), h)
	return h.clocked(d.String())
}

// weekUnit resolves "last week", "the same week", "the week".
func (c *context) weekUnit(h *hit, b point, s int) string {
	if b.ok && b.day == 0 {
		b = c.anchorDay()
	}
	if !b.ok || b.bc {
		return "XXXX-WXX"
	}
	d := b.first() + day(7*s)
	if s != 0 {
		q := pointOf(d)
		q.day = 0
		c.see(q, h)
	}
	return weekText(d)
}

// weekend resolves "over the weekend", "this weekend", "last weekend", "next weekend" to the Saturday and Sunday.
func (c *context) weekend(h *hit) string {
	b := c.ref
	if !c.isNews() || fromAnchor(h.mod) {
		a := c.anchorDay()
		if !a.ok || a.bc {
			return "XXXX-WXX-WE"
		}
		b = a.first()
	}
	sat := b - day(b.weekday()) + 6 + day(7*c.weekendStep(h, b.weekday()))
	y, w := sat.week()
	return fmt.Sprintf("%04d-W%02d-WE", y, w)
}

// weekendStep is how many weeks after that of a day the weekend lies: "this weekend" of a Monday is the one before
// unless a verb speaks of the future, "next weekend" of a Saturday the one after.
func (c *context) weekendStep(h *hit, weekday int) int {
	switch h.mod {
	case "last", "previous":
		return -1
	case "next":
		return count(weekday > 5)
	case "this", "the":
		early := weekday < 3 || weekday < 6 && h.mod == "the"
		return -count(early && c.f.tenseAt(h.i, h.j) != future)
	}
	return 0
}

// monthUnit resolves "last month", "that month".
func (c *context) monthUnit(h *hit, b point, s int) string {
	if b.month == 0 {
		return "XXXX-XX"
	}
	y, m := addMonths(b.year, b.month, s)
	return c.seen(point{year: y, month: m}, h)
}

// monthNamed resolves "last September", "next May", "the previous March".
func (c *context) monthNamed(h *hit, b point) string {
	q := point{year: b.year, month: h.month}
	switch h.mod {
	case "last", "previous", "past":
		if h.month >= b.month && b.month > 0 {
			q.year--
		}
	case "next", "following":
		if h.month <= b.month {
			q.year++
		}
	}
	c.see(q, h)
	return q.text()
}

// season resolves "this spring", "the summer", "next winter", "autumn".
func (c *context) season(h *hit, b point, s int) string {
	if !b.ok {
		return "XXXX-" + h.season
	}
	start := map[string]int{"SP": 3, "SU": 6, "FA": 9, "WI": 12}[h.season]
	q := point{year: b.year, half: h.season}
	switch {
	case s < 0:
		if start+2 >= b.month && b.month > 0 {
			q.year--
		}
	case s > 0:
		if start <= b.month || b.month == 0 {
			q.year++
		}
	case c.isNews() && h.mod != "this":
		if y, _, ok := c.yearFor(h, start, 0); ok {
			q.year = y
		}
	}
	see := q
	see.half = ""
	c.see(see, h)
	return q.text()
}
