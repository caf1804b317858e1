package dates

import "math"

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
