package dates

// dayNames reads whatever names one day: a date, a weekday, "today", "that day". It asks the reader of each in turn.
type dayNames struct {
	t        *tokens
	clock    *clock
	days     *calendarDays
	lists    *dayLists
	numeric  *numericDates
	pointed  *pointedUnits
	weekdays *weekdays
}

// day reads whatever names one day.
func (r *dayNames) day(i int) (meaning, int) {
	if m, e := r.lists.ranged(i); e > 0 {
		return m, e // the first of "the night of 3-4 May"
	}
	if m, e := r.days.calendarDay(i); e > 0 {
		return m, e
	}
	if m, e := r.numeric.numeric(i); e > 0 {
		return m, e
	}
	if m, e := r.weekdays.weekdayName(i); e > 0 {
		return m, e
	}
	if m, e := r.deicticDay(i); e > 0 {
		return m, e
	}
	if m, e := r.pointed.pointed(i); e > 0 && (m.unit == "D" || m.kind == weekday) {
		return m, e
	}
	return meaning{}, 0
}

// deicticDay reads "today", "yesterday morning", "tomorrow", "tonight", "the day before yesterday".
func (r *dayNames) deicticDay(i int) (meaning, int) {
	if r.t.is(i, "tonight") {
		return meaning{kind: deictic, part: "NI"}, i + 1
	}
	at, further := i, 0
	switch k := r.t.skip(i, "the"); {
	case r.t.seq(k, "day", "before", "yesterday"):
		at, further = k+2, -1
	case r.t.seq(k, "day", "after", "tomorrow"):
		at, further = k+2, 1
	}
	w := r.t.at(at).word
	if !w.deictic || r.t.name(at) && r.t.name(at-1) {
		return meaning{}, 0
	}
	if r.t.seq(at, "today", "'", "s") && r.t.in(at+3, words.TodayPossessed) {
		return meaning{kind: ref, value: "PRESENT_REF"}, at + 1
	}
	return r.clock.partTail(meaning{kind: deictic, n: float64(w.offset + further)}, at+1)
}
