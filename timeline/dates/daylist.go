package dates

// dayLists reads the first of several days whose month stands after the last one: "12, 13 and 15 June".
type dayLists struct {
	t       *tokens
	numbers *numbers
	days    *calendarDays
}

// ranged reads the first day of "12-15 June" or "12 and 15 June", which takes the month of the last one.
func (r *dayLists) ranged(i int) (meaning, int) { return r.listed(i, mostDays) }

const mostDays = 6

// listed reads the first of up to so many days that share a month.
func (r *dayLists) listed(i, most int) (meaning, int) {
	if most == 0 {
		return meaning{}, 0
	}
	k := r.t.skip(i, "the")
	d, e := r.numbers.dayNumber(k)
	if e == 0 || !r.t.in(e, words.ListLink, "-", "/", ",", "&") {
		return meaning{}, 0
	}
	m, end := r.restOfList(i, e, most)
	if end == 0 || r.t.is(e, ",") && r.t.at(i-1).word.month > 0 {
		return meaning{}, 0
	}
	m.day, m.article = d, k > i
	return m, e
}

// restOfList reads the days after the link at e of a list that began at i, up to the one that has the month: "and 15
// June", ", 13 and 14 June".
func (r *dayLists) restOfList(i, e, most int) (meaning, int) {
	comma := r.t.is(e, ",")
	n := e + 1
	if comma && r.t.is(n, "and", "or") && (most < mostDays || r.t.is(i-1, ",") && r.t.at(i-2).isNum) {
		n++
	}
	m, end := r.days.dayMonth(n)
	if end > 0 && m.month > 0 && m.day > 0 && (!comma || r.t.small(n)) {
		return m, end
	}
	if !comma {
		return meaning{}, 0
	}
	return r.listed(n, most-1)
}
