package dates

// weekdays reads the days of the week, with the date or the week to which they belong. Which week an undated one is of,
// it leaves to the context.
type weekdays struct {
	t       *tokens
	numbers *numbers
	units   *units
	clock   *clock
	names   *names
	days    *calendarDays
	lengths *lengths
	pointed *pointedUnits
}

// weekdayName reads "Monday", with a part of the day, or with the date that follows: "Thursday, Sept. 13, 2007".
func (r *weekdays) weekdayName(i int) (meaning, int) {
	n, e := r.weekdayWord(i)
	if n == 0 || r.names.inName(i) {
		return meaning{}, 0
	}
	k := r.t.skip(r.t.skip(e, ",", "("), "the")
	if m, end := r.days.calendarDay(k); end > 0 && !r.t.at(k).line {
		m.weekday = n
		if r.t.is(e, "(") {
			end = r.t.skip(end, ")")
		}
		return m, end
	}
	m := meaning{kind: weekday, weekday: n}
	if end := r.weekOfDay(&m, e); end > 0 {
		return m, end
	}
	if r.t.is(e, "next", "last") {
		m.mod = r.t.at(e).word.mod
		return m, e + 1
	}
	return r.clock.partTail(m, e)
}

// weekdayWord reads the name of a weekday, or its abbreviation before a full stop or comma and a date: "Thu, 13 Sept.".
func (r *weekdays) weekdayWord(i int) (n, end int) {
	t := r.t.at(i)
	if !t.capital {
		return 0, 0
	}
	if t.word.weekday > 0 || t.word.weekdayAbbr == 0 {
		return t.word.weekday, i + 1
	}
	end = r.t.dotted(i + 1)
	k := r.t.skip(end, ",")
	if _, date := r.days.calendarDay(k); date > 0 && k > i+1 {
		return t.word.weekdayAbbr, end
	}
	return 0, 0
}

// weekOfDay reads the week of a weekday that stands before it: "Monday last week", "Monday of the previous week",
// "Monday before last", "Monday a week ago", "Monday week". i is the index after the weekday.
func (r *weekdays) weekOfDay(m *meaning, i int) (end int) {
	k := r.t.skip(r.t.skip(i, ","), "of", "in")
	if mod, e := r.units.modifier(r.t.skip(k, "the")); e > 0 && r.t.is(e, "week") && mod != "past" {
		m.mod = mod + " week"
		return e + 1
	}
	switch {
	case r.t.seq(k, "the", "week", "before") && !r.units.clause(k+3):
		m.mod = "previous week"
		return k + 3
	case r.units.farSide(i):
		m.mod, m.weeks = r.t.at(i+1).low, step(r.t.at(i+1).low)
		return i + 2
	case r.t.is(i, "week", "fortnight") && !r.t.at(i).glued && !r.t.is(i+1, "-") && !r.units.clause(i+1):
		m.mod, m.weeks = "coming", 1
		if r.t.is(i, "fortnight") {
			m.weeks = 2
		}
		return i + 1
	}
	if ago, e := r.lengths.length(r.t.skip(i, ",")); e > 0 && ago.weeksAgo() {
		m.weeks = ago.weekCount()
		return e
	}
	return 0
}

// dayOfWeek reads a weekday after its week: "a week ago Monday", "two weeks ago on Tuesday", "last week, on Thursday",
// "a week from Friday".
func (r *weekdays) dayOfWeek(i int) (meaning, int) {
	if m, e := r.lengths.length(i); e > 0 && m.weeksAgo() {
		d, end := r.bareWeekday(r.t.skip(r.t.skip(e, ","), "on"))
		d.weeks = m.weekCount()
		return d, end
	}
	if n, _, e := r.numbers.quantity(i); e > 0 && n >= 1 && n < 100 && r.t.is(e, "week", "weeks") && r.t.is(e+1, "from") {
		d, end := r.bareWeekday(r.t.skip(e+2, "next", "this"))
		d.mod, d.weeks = "coming", int(n)
		return d, end
	}
	return r.dayInWeek(i)
}

// dayInWeek reads a weekday after a week pointed to: "last week, on Thursday", "next week's Monday".
func (r *weekdays) dayInWeek(i int) (meaning, int) {
	m, e := r.pointed.pointed(i)
	if e == 0 || m.kind != unitRef || m.unit != "W" || m.mod == "the" || m.mod == "past" {
		return meaning{}, 0
	}
	on := r.t.skip(r.t.skip(e, ","), "on")
	if r.t.seq(e, "'", "s") {
		on = e + 2
	}
	if on == e {
		return meaning{}, 0
	}
	d, end := r.bareWeekday(on)
	d.mod = m.mod + " week"
	return d, end
}

// bareWeekday reads a weekday without a date; what stands after it is not its week.
func (r *weekdays) bareWeekday(i int) (meaning, int) {
	m, e := r.weekdayName(i)
	if e == 0 || m.kind != weekday {
		return meaning{}, 0
	}
	if m.mod != "" || m.weeks != 0 {
		return meaning{kind: weekday, weekday: m.weekday}, i + 1
	}
	return m, e
}

// weeksAgo tells whether the meaning counts whole weeks back from the day of speaking.
func (m *meaning) weeksAgo() bool {
	weeks := m.unit == "W" || m.unit == "FN"
	return m.kind == offset && m.speech && m.dir < 0 && weeks && m.n >= 1 && m.n < 100
}

// weekCount is the number of weeks that it goes, negative for back.
func (m *meaning) weekCount() int {
	n := int(m.n)
	if m.unit == "FN" {
		n *= 2
	}
	return n * m.dir
}
