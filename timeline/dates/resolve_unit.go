package dates

import (
	"fmt"
	"strconv"
)

// unit resolves one unit pointed to: "last week", "the same day", "this spring", "the year".
func (c *context) unit(h *hit, e *Expression) string {
	b := c.base(h.mod)
	if h.article && h.mod == "next" {
		b = c.anchor()
	}
	s := step(h.mod)
	if b.ok && !b.bc && h.mod == "same" {
		b.year -= int(h.n)
	}
	if h.mod == "past" ||
		h.mod == "next" && h.article && h.part == "" && len(h.unit) == 1 && h.unit != "S" && h.unit != "N" &&
			c.f.in(h.i-1, words.SpanPreposition) {
		e.Type = "DURATION"
		return period(1, h.unit)
	}
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
		return map[string]string{"M": "XXXX-XX", "Y": "XXXX"}[h.unit]
	}
	switch h.unit {
	case "M":
		return c.monthUnit(h, b, s)
	case "N":
		return c.monthNamed(h, b)
	case "Y":
		return c.yearUnit(h, b, s)
	case "Q":
		if a := c.anchor(); s == 0 && h.mod != "this" && a.ok && len(a.half) == 2 && a.half[0] == 'Q' {
			return a.text()
		}
		y, m := addMonths(b.year, max(b.month, 1), 3*s)
		q := point{year: y, half: "Q" + strconv.Itoa((m+2)/3)}
		c.see(q, h)
		return q.text()
	case "DE":
		return fmt.Sprintf("%03d", b.year/10+s)
	case "CE":
		return fmt.Sprintf("%02d", b.year/100+s)
	case "P":
		return b.text()
	}
	return ""
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
	case "bare":
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
	news := c.hasRef && !c.narrative
	b := c.ref
	if !news || h.mod == "same" || h.mod == "that" || h.mod == "following" || h.mod == "previous" {
		a := c.anchorDay()
		if !a.ok || a.bc {
			return "XXXX-WXX-WE"
		}
		b = a.first()
	}
	sat := b - day(b.weekday()) + 6 // of the week of b
	ahead := c.f.tenseAt(h.i, h.j) == future
	switch h.mod {
	case "last", "previous":
		sat -= 7
	case "this", "the":
		if b.weekday() < 6 && !ahead && (h.mod == "the" || b.weekday() < 3) {
			sat -= 7
		}
	case "next":
		if b.weekday() > 5 {
			sat += 7
		}
	}
	y, w := sat.week()
	return fmt.Sprintf("%04d-W%02d-WE", y, w)
}

// monthUnit resolves "last month", "that month".
func (c *context) monthUnit(h *hit, b point, s int) string {
	if b.month == 0 {
		return "XXXX-XX"
	}
	q := point{}
	q.year, q.month = addMonths(b.year, b.month, s)
	c.see(q, h)
	return q.text()
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
	news := c.hasRef && !c.narrative
	switch {
	case s < 0:
		if start+2 >= b.month && b.month > 0 {
			q.year--
		}
	case s > 0:
		if start <= b.month || b.month == 0 {
			q.year++
		}
	case news && h.mod != "this":
		if y, _, ok := c.yearFor(h, start, 0); ok {
			q.year = y
		}
	}
	see := q
	see.half = ""
	c.see(see, h)
	return q.text()
}
