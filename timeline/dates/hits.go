package dates

// hits are the expressions of a text in their order, and the lists and ranges that they form with each other. What each
// says for itself is read before; what day it means is asked after.
type hits struct {
	t       *tokens
	numbers *numbers
	clock   *clock
	years   *years
	days    *calendarDays
	list    []hit
}

// rangeTail keeps a hit and reads what a range or list adds to it: "June 12-15, 1950", "1914-18", "June 3rd, 4th and
// 5th, 1961". It returns the index after them. A year after the last one holds for all.
func (r *hits) rangeTail(h hit) int {
	start, monthFirst := len(r.list), r.t.at(h.i).capital
	r.list = append(r.list, h)
	for h.kind == calendar && (!r.halfRange(h) || monthFirst) {
		next, ok := r.nextDay(h)
		if !ok || !monthFirst {
			if next, ok = r.nextYear(h); !ok {
				break
			}
		}
		link := h.j
		// "September 5 and 6" is one stretch too.
		r.list[len(r.list)-1].joined = r.t.in(link, words.RangeEnd, "-") || next.day == h.day+1
		if next.day > 0 && (next.hasYear || next.yearMod != "") {
			for k := start; k < len(r.list); k++ {
				x := &r.list[k]
				x.year, x.hasYear, x.yearMod, x.width = next.year, next.hasYear, next.yearMod, next.width
			}
		}
		h = next
		r.list = append(r.list, h)
	}
	return h.j
}

// nextDay reads the next day of a list or range of days of one month that stands before them: "4th" of "June 3rd and
// 4th".
func (r *hits) nextDay(h hit) (hit, bool) {
	next := hit{meaning: h.meaning, i: r.nextInList(h.j)}
	dash := r.t.is(h.j, "-")
	if next.i == 0 || h.day == 0 || h.month == 0 || !r.endsInDay(h.j) || h.hasYear && r.yearLast(h) {
		return next, false
	}
	d, e := r.numbers.dayOfMonth(next.i)
	if r.t.at(h.j-1).word.ord > 0 {
		d, e = r.numbers.dayNumber(next.i)
	}
	if e == 0 || dash && d <= h.day || !dash && r.days.countsThings(e) {
		return next, false
	}
	if r.t.at(e).word.month > 0 || r.clock.clockColon(e) {
		return next, false
	}
	next.day, next.weekday = d, 0
	next.j = r.years.yearTail(e, &next.meaning)
	return next, true
}

// nextYear reads the second year of "1914-18".
func (r *hits) nextYear(h hit) (hit, bool) {
	next := hit{meaning: h.meaning, i: h.j + 1, j: h.j + 2}
	n := r.t.at(next.i)
	ofYear := h.hasYear && h.width == 1 && r.yearLast(h) && h.weekday == 0
	if !ofYear || !r.t.is(h.j, "-") || n.digits != 2 || !n.glued || int(n.num) <= h.year%100 {
		return next, false
	}
	next.year = h.year - h.year%100 + int(n.num)
	next.month, next.day = 0, 0
	return next, true
}

// nextInList is the index after what links the parts of a list or range: "to", "and", ", and", or a comma if more
// parts follow. 0 where nothing does.
func (r *hits) nextInList(j int) int {
	switch {
	case r.t.is(j, "-"), r.t.in(j, words.ListLink):
		return r.t.skip(j+1, "the")
	case r.t.is(j, ",") && r.t.is(j+1, "and", "or", "&"):
		return r.t.skip(j+2, "the")
	case r.t.is(j, ","):
		_, e := r.numbers.dayOfMonth(j + 1)
		if e == 0 {
			return 0
		}
		k := r.t.skip(r.t.skip(e, ","), "and", "or", "&")
		if _, more := r.numbers.dayOfMonth(r.t.skip(k, "the")); k > e && more > 0 {
			return j + 1
		}
	}
	return 0
}

// endsInDay tells whether the figure or word of a day ends before j: "3", "3rd", "third".
func (r *hits) endsInDay(j int) bool {
	t := r.t.at(j - 1)
	return t.isNum || t.word.ord > 0 || t.glued && r.t.in(j-1, words.OrdinalSuffix)
}

// halfRange tells whether the hit is the bare first day of a range, whose rest is a phrase of its own.
func (r *hits) halfRange(h hit) bool {
	return h.joined || h.month > 0 && h.j == h.i+1 && r.t.at(h.i).isNum
}

// yearLast tells whether the hit ends in the figures of its year.
func (r *hits) yearLast(h hit) bool {
	t := r.t.at(h.j - 1)
	return t.digits == 4 && int(t.num) == h.year
}

// spans tells whether the hits k and k+1 are the ends of one range.
func (r *hits) spans(k int) bool {
	a, b := &r.list[k], &r.list[k+1]
	if a.joined {
		return true
	}
	if b.i != a.j+1 && b.i != a.j+2 {
		return false
	}
	return r.t.is(a.j, "-", "until", "through") || r.t.is(a.j, "to") && r.t.is(a.i-1, "from") ||
		r.t.is(a.j, "and") && r.t.is(a.i-1, "between")
}
