package dates

import (
	"fmt"
	"strconv"
)

// unitValues resolves one unit pointed to: a day, a week, a month, a season, a year.
type unitValues struct {
	c      *context
	t      *tokens
	verbs  *verbs
	unsaid *unsaidYears
}

// unit resolves one unit pointed to: "last week", "the same day", "this spring", "the year".
func (r *unitValues) unit(h *hit, e *Expression) string {
	if r.isSpan(h) {
		e.Type = "DURATION"
		return period(1, h.unit)
	}
	b, s := r.unitBase(h), step(h.mod)
	if b.ok && b.bc && h.unit != "Y" {
		return ""
	}
	switch h.unit {
	case "D":
		return r.dayUnit(h, s)
	case "W":
		return r.weekUnit(h, b, s)
	case "WE":
		return r.weekend(h)
	case "S":
		return r.season(h, b, s)
	}
	if !b.ok {
		return unknownUnit(h.unit)
	}
	return r.longUnit(h, b, s)
}

// isSpan tells whether the unit is a length of time: "the past year", "in the next month".
func (r *unitValues) isSpan(h *hit) bool {
	if h.mod != "next" || !h.article {
		return h.mod == "past"
	}
	whole := len(h.unit) == 1 && h.unit != "S" && h.unit != "N" && h.part == ""
	return whole && r.t.in(h.i-1, words.SpanPreposition)
}

// unitBase is where the unit counts from.
func (r *unitValues) unitBase(h *hit) point {
	b := r.c.base(h.mod)
	if h.article && h.mod == "next" {
		b = r.c.anchor()
	}
	if b.ok && !b.bc && h.mod == "same" {
		b.year -= int(h.n)
	}
	return b
}

// longUnit resolves a month or what is longer, s units from b.
func (r *unitValues) longUnit(h *hit, b point, s int) string {
	switch h.unit {
	case "M":
		return r.monthUnit(h, b, s)
	case "N":
		return r.monthNamed(h, b)
	case "Y":
		return r.yearUnit(h, b, s)
	case "Q":
		return r.quarterUnit(h, b, s)
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
func (r *unitValues) quarterUnit(h *hit, b point, s int) string {
	if a := r.c.anchor(); s == 0 && h.mod != "this" && a.ok && len(a.half) == 2 && a.half[0] == 'Q' {
		return a.text()
	}
	y, m := addMonths(b.year, max(b.month, 1), 3*s)
	return r.c.seen(point{year: y, half: "Q" + strconv.Itoa((m+2)/3)}, h)
}

// yearUnit resolves "last year", "the same year", "the fiscal year".
func (r *unitValues) yearUnit(h *hit, b point, s int) string {
	if b.bc {
		s = -s
	}
	q := point{year: b.year + s, bc: b.bc}
	r.c.seeEdge(q, h)
	if h.fiscal {
		return fmt.Sprintf("FY%04d", q.year)
	}
	q.half = h.half
	return q.text()
}

// dayUnit resolves "the next day", "that day", "this morning", "last night", "the evening".
func (r *unitValues) dayUnit(h *hit, s int) string {
	var b point
	switch h.mod {
	case modBare:
		return h.clocked("XXXX-XX-XX")
	case "this", "last":
		b = r.c.now()
		if r.c.narrative {
			b = r.c.anchorDay()
		}
	default:
		b = r.c.anchorDay()
	}
	if !b.ok || b.day == 0 || b.bc {
		return h.clocked("XXXX-XX-XX")
	}
	d := b.first() + day(s)
	r.c.see(pointOf(d), h)
	return h.clocked(d.String())
}

// weekUnit resolves "last week", "the same week", "the week".
func (r *unitValues) weekUnit(h *hit, b point, s int) string {
	if b.ok && b.day == 0 {
		b = r.c.anchorDay()
	}
	if !b.ok || b.bc {
		return "XXXX-WXX"
	}
	d := b.first() + day(7*s)
	if s != 0 {
		q := pointOf(d)
		q.day = 0
		r.c.see(q, h)
	}
	return weekText(d)
}

// weekend resolves "over the weekend", "this weekend", "last weekend", "next weekend" to the Saturday and Sunday.
func (r *unitValues) weekend(h *hit) string {
	b := r.c.ref
	if !r.c.isNews() || fromAnchor(h.mod) {
		a := r.c.anchorDay()
		if !a.ok || a.bc {
			return "XXXX-WXX-WE"
		}
		b = a.first()
	}
	sat := b - day(b.weekday()) + 6 + day(7*r.weekendStep(h, b.weekday()))
	y, w := sat.week()
	return fmt.Sprintf("%04d-W%02d-WE", y, w)
}

// weekendStep is how many weeks after that of a day the weekend lies: "this weekend" of a Monday is the one before
// unless a verb speaks of the future, "next weekend" of a Saturday the one after.
func (r *unitValues) weekendStep(h *hit, weekday int) int {
	switch h.mod {
	case "last", "previous":
		return -1
	case "next":
		return count(weekday > 5)
	case "this", "the":
		early := weekday < 3 || weekday < 6 && h.mod == "the"
		return -count(early && r.verbs.tenseAt(h.i, h.j) != future)
	}
	return 0
}

// monthUnit resolves "last month", "that month".
func (r *unitValues) monthUnit(h *hit, b point, s int) string {
	if b.month == 0 {
		return "XXXX-XX"
	}
	y, m := addMonths(b.year, b.month, s)
	return r.c.seen(point{year: y, month: m}, h)
}

// monthNamed resolves "last September", "next May", "the previous March".
func (r *unitValues) monthNamed(h *hit, b point) string {
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
	r.c.see(q, h)
	return q.text()
}

// season resolves "this spring", "the summer", "next winter", "autumn".
func (r *unitValues) season(h *hit, b point, s int) string {
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
	case r.c.isNews() && h.mod != "this":
		if y, _, ok := r.unsaid.yearFor(h, start, 0); ok {
			q.year = y
		}
	}
	see := q
	see.half = ""
	r.c.see(see, h)
	return q.text()
}
