package dates

import "strings"

// holidays reads the days that have a name, among them those of states. It knows the table of names, not when their
// days fall; that is known to each holiday.
type holidays struct {
	t     *tokens
	years *years
	table map[string][]holidayWords
}

// match returns the longest name of one of the kinds that stands at i.
func (r *holidays) match(i int, kinds string) (*holiday, int) {
	var best *holiday
	end := 0
	for _, w := range r.table[r.t.at(i).low] {
		if !strings.Contains(kinds, w.kind) {
			continue
		}
		e := r.spelled(i, w.words)
		if e <= end {
			continue
		}
		// A name in capitals: "Easter", and "day of the Sun" is none.
		if w.kind != "event" && !r.t.at(i).capital && !r.t.at(i).isNum && !r.t.is(i, "lunar") {
			continue
		}
		best, end = w.holiday, e
	}
	return best, end
}

// spelled returns the index after the words, between which the text may have "the", or 0.
func (r *holidays) spelled(i int, words []string) int {
	for _, w := range words {
		if w != "the" && r.t.is(i, "the") {
			i++
		}
		if r.t.at(i).low != w {
			return 0
		}
		i++
	}
	return i
}

// holidayName reads "Day of the Sun", "Christmas 1963", "India's Independence Day", "National Day of Cuba".
func (r *holidays) holidayName(i int) (meaning, int) {
	if !r.t.at(i).capital && !r.t.is(i, "lunar") {
		return meaning{}, 0
	}
	h, e := r.match(i, "day")
	if s, x := r.stateDay(i); x > e {
		h, e = s, x
	}
	if h == nil {
		return meaning{}, 0
	}
	if r.t.name(e) && (!r.t.at(e).known && h.kind == "day" && e == i+1 || r.t.in(e, words.EventName)) {
		return meaning{}, 0 // "Christmas Offensive", "Easter Rising", "Good Friday Agreement"
	}
	m := meaning{kind: named, holiday: h}
	return m, r.years.yearTail(e, &m)
}

// stateDay reads the national day of a state, with the state before or after it.
func (r *holidays) stateDay(i int) (*holiday, int) {
	if h, e := r.match(i, "state"); h != nil {
		if r.t.is(e, "'") && r.t.is(e+1, "s") {
			e += 2
		}
		if r.t.is(e+1, "day") && r.t.at(e+1).capital && h.hasLabel(r.t.at(e).low) {
			return h, e + 2
		}
		return nil, 0
	}
	if !r.t.is(i+1, "day") || !r.t.is(i+2, "of") || !r.t.in(i, words.NationalDay) {
		return nil, 0
	}
	k := r.t.skip(i+3, "the")
	if r.t.is(k+1, "of") && r.t.in(k, words.RealmNoun) {
		k += 2
	}
	if h, e := r.match(k, "state"); h != nil && h.hasLabel(r.t.at(i).low) {
		return h, e
	}
	return nil, 0
}

// yearOfEvent is the year of an event that has its day in its name: 2000 for the day of "the June 15 joint
// declaration", which ends at e. 0 where the day is not part of such a name.
func (r *holidays) yearOfEvent(i, e int, m *meaning) int {
	h, k := r.match(r.t.skip(i, "the"), "event")
	if h == nil || k <= e || m.hasYear || h.month != m.month || h.day != m.day {
		return 0
	}
	return h.since
}
