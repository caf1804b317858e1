package dates

import (
	"fmt"
	"strconv"
)

// calendarValues resolves dates and holidays that the text states, of which at most the year or the month is left to
// the context.
type calendarValues struct {
	c      *context
	unsaid *unsaidYears
}

// calendar resolves a date of the calendar.
func (r *calendarValues) calendar(h *hit) string {
	q, ok := r.yearAndMonth(h)
	switch {
	case !ok:
		return unresolved(h)
	case h.width > 1:
		return wide(h)
	}
	if h.swap && r.c.aheadOfNews(q) && !r.c.aheadOfNews(point{year: q.year, month: q.day, day: q.month}) {
		q.month, q.day = q.day, q.month
	}
	if q.day > 0 && !q.bc && q.day > daysIn(q.year, q.month) {
		q.day = 0
	}
	if h.nth != 0 {
		return r.nth(h, q)
	}
	if h.edge == "EVE" && q.day > 0 && !q.bc {
		q = pointOf(q.first() - 1)
	}
	r.c.seeEdge(q, h)
	switch {
	case h.fiscal:
		return fmt.Sprintf("FY%04d", q.year)
	case h.season != "":
		return point{year: q.year, bc: q.bc, half: h.season}.text()
	}
	return h.clocked(q.text())
}

// yearAndMonth is the date of the calendar with the year, or the year and month, that the text leaves to the reader.
func (r *calendarValues) yearAndMonth(h *hit) (q point, ok bool) {
	q = point{year: h.year, month: h.month, day: h.day, bc: h.bc, half: h.half}
	switch {
	case h.mod != "":
		return r.dayOfThatMonth(h, q)
	case h.yearMod != "":
		q.year, ok = r.c.yearOf(h.yearMod)
		return q, ok
	case !h.hasYear:
		q.year, q.bc, ok = r.unsaid.yearFor(h, h.firstMonth(), h.day)
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
func (r *calendarValues) dayOfThatMonth(h *hit, q point) (point, bool) {
	a := r.c.anchor()
	if words.PointingWord[h.mod] {
		a = r.c.now()
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
func (r *calendarValues) nth(h *hit, q point) string {
	if q.bc {
		return q.text()
	}
	last := newDay(q.year, 12, 31)
	if q.month > 0 {
		last = newDay(q.year, q.month, daysIn(q.year, q.month))
	}
	switch {
	case h.unit == "D":
		return r.nthDay(h, q, last)
	case h.unit == "W":
		r.c.see(q, h)
		return weekText(nthWeek(h.nth, q, last))
	case h.unit == "M" && h.nth <= 12 && q.month == 0:
		if q.month = h.nth; h.nth < 0 {
			q.month = 12
		}
	}
	r.c.see(q, h)
	return q.text()
}

// nthDay resolves "the first day of the year", given the stretch and its last day.
func (r *calendarValues) nthDay(h *hit, q point, last day) string {
	d := q.first() + day(h.nth-1)
	if h.nth < 0 {
		d = last
	}
	if d > last {
		return q.text()
	}
	r.c.see(pointOf(d), h)
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

// holiday resolves a holiday in its year.
func (r *calendarValues) holiday(h *hit) string {
	y := h.year
	if !h.hasYear {
		month := h.holiday.month
		if month == 0 {
			if m, _, ok := h.holiday.on(r.c.anchor().year); ok {
				month = m
			}
		}
		var ok bool
		switch {
		case h.yearMod != "":
			y, ok = r.c.yearOf(h.yearMod)
		default:
			y, _, ok = r.unsaid.yearFor(h, month, h.holiday.day)
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
	r.c.see(pointOf(n), h)
	return h.clocked(n.String())
}
