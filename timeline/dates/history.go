package dates

// yearCounts counts the expressions by which a history differs from news.
type yearCounts struct {
	near  int // counted from the day of speaking
	far   int // with a year before the last one
	full  int // of those, with a month
	bare  int // with a month, without a year
	first int // the first year that is far
}

// isHistory tells whether the counts are those of a history, which dates what it tells by years and months far from
// its publication, and little by its nearness to it. The figures are from 924 articles of American news and the
// histories of the bench.
func (n yearCounts) isHistory() bool {
	return n.far >= 5 && n.full >= 2 && n.far+n.bare >= 12 && n.far > 4*n.near
}

// countYears counts the expressions of the text.
func (c *context) countYears(hits []hit) (n yearCounts) {
	refYear, _, _ := c.ref.civil()
	for i := range hits {
		h := &hits[i]
		switch {
		case h.near():
			n.near++
		case h.kind != calendar || h.width > 1 || h.bc:
		case h.hasYear && (!c.hasRef || h.year < refYear-1):
			if n.far == 0 {
				n.first = h.year
			}
			n.far++
			n.full += count(h.month > 0)
		case !h.hasYear && h.month > 0:
			n.bare++
		}
	}
	return n
}

// near tells whether the expression counts from the day of speaking: "Monday", "today", "last week", "two years ago".
func (h *hit) near() bool {
	switch h.kind {
	case weekday, deictic:
		return true
	case unitRef:
		return h.unit != "D" && (h.mod == "this" || h.mod == "last" || h.mod == "next" && !h.article)
	case offset:
		return h.speech
	}
	return false
}

// opensNear tells whether the first day or year that a text tells counts from the day of speaking: what opens with
// "on Tuesday" is news, however much history it goes on to tell.
func opensNear(hits []hit) bool {
	for i := range hits {
		switch h := &hits[i]; h.kind {
		case weekday, deictic:
			return true
		case calendar, named, unitRef, offset:
			return false
		}
	}
	return false
}
