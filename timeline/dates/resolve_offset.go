package dates

import "math"

// offsetValues resolves what lies so many units before or after another day.
type offsetValues struct{ c *context }

// offset resolves "two days later", "a year ago".
func (r *offsetValues) offset(h *hit) string {
	if h.vague || h.n <= 0 {
		if h.dir < 0 {
			return "PAST_REF"
		}
		return "FUTURE_REF"
	}
	b := r.c.anchor()
	if h.speech {
		b = r.c.now()
	}
	if shortUnit(h.unit) && b.day == 0 && !h.speech {
		b = r.c.anchorDay()
	}
	return r.shift(h, b, h.n*float64(h.dir))
}

// shortUnit tells whether units are counted from a day: days, weeks, hours.
func shortUnit(unit string) bool { return daysOf(unit) > 0 || unit[0] == 'T' }

// daysOf is the number of days of a day, week or fortnight, 0 of another unit.
func daysOf(unit string) float64 {
	switch unit {
	case "D":
		return 1
	case "W":
		return 7
	case "FN":
		return 14
	}
	return 0
}

// yearsOf is the number of years of a year, decade or century, 0 of another unit.
func yearsOf(unit string) float64 {
	switch unit {
	case "Y":
		return 1
	case "DE":
		return 10
	case "CE":
		return 100
	}
	return 0
}

// unknownUnit is the value of a day, week, month or year that nothing tells; "" for other units.
func unknownUnit(unit string) string {
	switch unit {
	case "D":
		return "XXXX-XX-XX"
	case "W":
		return "XXXX-WXX"
	case "M":
		return "XXXX-XX"
	case "Y":
		return "XXXX"
	}
	return ""
}

// shift moves a point by n of the hit's units, and keeps the unit's width.
func (r *offsetValues) shift(h *hit, b point, n float64) string {
	switch {
	case !b.ok, math.Abs(n) > 1e6:
	case b.bc:
		if h.unit == "Y" && float64(b.year) > n {
			return r.c.seen(point{year: b.year - int(n), bc: true}, h)
		}
	case daysOf(h.unit) > 0:
		return r.shiftDays(h, b, n)
	case h.unit == "TH" && math.Mod(n, 24) == 0 && b.day > 0: // "48 hours later"
		return r.c.seen(pointOf(b.first()+day(n/24)), h)
	case h.unit == "M":
		if b.month > 0 {
			y, m := addMonths(b.year, b.month, int(math.Round(n)))
			return r.c.seen(point{year: y, month: m}, h)
		}
	case yearsOf(h.unit) > 0:
		return r.shiftYears(h, b, n)
	default:
		return b.text()
	}
	return unknownUnit(h.unit)
}

// shiftDays moves a day by n days, weeks or fortnights. "two weeks ago" is a week, "a week ago" a day.
func (r *offsetValues) shiftDays(h *hit, b point, n float64) string {
	if b.day == 0 {
		return unknownUnit(h.unit)
	}
	d := b.first() + day(math.Round(n*daysOf(h.unit)))
	text := r.c.seen(pointOf(d), h)
	if h.unit == "W" && math.Abs(n) > 1 {
		return weekText(d)
	}
	return text
}

// shiftYears moves a year by n years, decades or centuries. "a year ago", told of a quarter, is a quarter.
func (r *offsetValues) shiftYears(h *hit, b point, n float64) string {
	q := point{year: b.year + int(math.Floor(n*yearsOf(h.unit)))}
	switch {
	case q.year < 1:
		return unknownUnit(h.unit)
	case h.unit == "DE":
		return q.text()[:3]
	case h.unit == "CE":
		return q.text()[:2]
	}
	if n == -1 {
		q.half = b.half
	}
	return r.c.seen(q, h)
}
