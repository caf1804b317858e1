package dates

// calendarDays reads a month with its day, its year or both, as words and numbers. It knows one date at a time, not the
// list or range in which it stands.
type calendarDays struct {
	t       *tokens
	verbs   *verbs
	numbers *numbers
	units   *units
	clock   *clock
	years   *years
	names   *names
	months  *months
}

// calendarDay reads a day that has its month.
func (r *calendarDays) calendarDay(i int) (meaning, int) {
	if m, e := r.dayMonth(i); e > 0 && m.day > 0 && m.month > 0 {
		return m, e
	}
	if m, e := r.monthDay(i); e > 0 && m.day > 0 {
		return m, e
	}
	return meaning{}, 0
}

// dayMonth reads "12 June", "the 12th of June", "12-June", with a year if there is one.
func (r *calendarDays) dayMonth(i int) (meaning, int) {
	d, k := r.numbers.dayOfMonth(r.t.skip(i, "the"))
	if k == 0 {
		return r.wordDayMonth(i)
	}
	if r.t.at(k-1).isNum && r.t.is(k, ":", "%") {
		return meaning{}, 0
	}
	k = r.t.skip(k, "of")
	if r.t.gluedMark(k, "-") && r.t.at(k+1).glued {
		k++
	}
	mon, e := r.months.monthName(k)
	if e == 0 {
		return r.dayOfThatMonth(i)
	}
	m := meaning{kind: calendar, month: mon, day: d, article: r.t.is(i, "the")}
	end := r.yearOfDay(e, &m)
	return m, end
}

// yearOfDay reads the year after a day and its month, which may touch them: "12-June-1990", "19NOV12".
func (r *calendarDays) yearOfDay(k int, m *meaning) int {
	if r.t.gluedMark(k, "-") && r.t.at(k+1).digits == 4 && r.t.at(k+1).glued {
		k++
	}
	if y := r.t.at(k); y.digits == 2 && y.glued && r.t.at(k-1).glued {
		m.setYear(century(int(y.num)))
		return k + 1
	}
	return r.years.yearTail(k, m)
}

// loneDay reads "the 20th", after a preposition and before no noun that it could count.
func (r *calendarDays) loneDay(i int) (meaning, int) {
	if !r.t.is(i, "the") || !r.t.in(i-1, words.LoneDayLead) || !r.t.at(i+1).isNum {
		return meaning{}, 0
	}
	d, e := r.numbers.dayOfMonth(i + 1)
	if e != i+3 || r.t.is(e, "of", "-") || r.countedByDay(e) {
		return meaning{}, 0
	}
	return meaning{kind: calendar, day: d, mod: modLone, article: true}, e
}

// countedByDay tells whether the word at i can be a noun that the ordinal before it counts: "the 20th century".
func (r *calendarDays) countedByDay(i int) bool {
	t := r.t.at(i)
	return isLetter(t.low) && !t.word.prep && !t.line && !r.t.in(i, words.AfterLoneDay)
}

// dayOfThatMonth reads "the 25th of that month", "the 3rd of this month".
func (r *calendarDays) dayOfThatMonth(i int) (meaning, int) {
	d, k := r.numbers.dayOfMonth(r.t.skip(i, "the"))
	if k == 0 || !r.t.is(k, "of") {
		return meaning{}, 0
	}
	mod, e := r.units.modifier(r.t.skip(k+1, "the"))
	if e == 0 || !r.t.is(e, "month") {
		return meaning{}, 0
	}
	return meaning{kind: calendar, day: d, mod: mod}, e + 1
}

// wordDayMonth reads "the third of May, 1985", after an article or a word that dates; "a third of May" is a share.
func (r *calendarDays) wordDayMonth(i int) (meaning, int) {
	k := r.t.skip(i, "the")
	dated := k > i || r.t.in(i-1, words.DatedLead, ",") ||
		r.t.in(i-1, words.ListLink) && r.t.at(i-2).word.ord > 0 || r.t.at(i-1).word.weekday > 0
	d, e := r.numbers.dayWord(k)
	if e == 0 || !dated || !r.t.is(e, "of") {
		return meaning{}, 0
	}
	mon, end := r.months.monthName(e + 1)
	if end == 0 {
		if mod, x := r.units.modifier(r.t.skip(e+1, "the")); x > 0 && r.t.is(x, "month") {
			return meaning{kind: calendar, day: d, mod: mod, article: k > i}, x + 1
		}
		return meaning{}, 0
	}
	m := meaning{kind: calendar, month: mon, day: d, article: k > i}
	tail := r.years.yearTail(end, &m)
	if tail == end && (r.t.is(end, "'") || r.countsThings(end)) {
		return meaning{}, 0 // "the second of May's raids"
	}
	return m, tail
}

// monthDay reads "June 12", "June 12th, 1950", "June of 1950", "June".
func (r *calendarDays) monthDay(i int) (meaning, int) {
	mon, k := r.months.monthName(i)
	if k == 0 {
		return meaning{}, 0
	}
	m := meaning{kind: calendar, month: mon}
	if d, e := r.dayAfterMonth(k); e > 0 {
		if m.day = d; d > 0 {
			end := r.years.yearTail(e, &m)
			return m, end
		}
	} else if e := r.wordDayAfter(i, k, &m); e > 0 {
		return m, e
	}
	e := r.years.yearTail(k, &m)
	if e == k && r.names.inName(i) {
		return meaning{}, 0
	}
	return m, e
}

// dayAfterMonth reads the figures of a day after the month that ends at k. d is 0 where the figures are not its day.
func (r *calendarDays) dayAfterMonth(k int) (d, end int) {
	j := r.t.skip(k, "the")
	d, e := r.numbers.dayOfMonth(j)
	switch {
	case e == 0, r.clock.clockColon(e), r.t.at(e).glued && r.t.at(e).word.unit != "", j > k && e == j+1:
		return 0, 0
	case r.t.at(e+1).digits == 4 && r.months.monthWord(e) > 0: // in "May 12 June 1990" the number is June's
		return 0, e
	}
	_, era := r.years.era(e)
	_, pm := r.clock.meridiem(e)
	if era > 0 || pm > 0 { // "at 5 p.m." follows the day, and is not it
		return 0, e
	}
	return d, e
}

// wordDayAfter reads the day in words after its month: "May third, 1985", "May the twenty-first". i is the index of
// the month, k the one after it.
func (r *calendarDays) wordDayAfter(i, k int, m *meaning) (end int) {
	j := r.t.skip(k, "the")
	d, e := r.numbers.dayWord(j)
	if e == 0 {
		return 0
	}
	m.day = d
	end = r.years.yearTail(e, m)
	led := j > k || r.t.in(i-1, words.DatedLead, ",") || r.t.at(i).first
	if end > e || led && !r.countsThings(e) && !r.t.at(e).capital {
		return end
	}
	m.day = 0
	return 0
}

// countsThings tells "June 3 and 12 people" from "June 3 and 12".
func (r *calendarDays) countsThings(e int) bool {
	t := r.t.at(e)
	if t.line || t.word.prep || t.word.past || t.word.future {
		return false
	}
	return t.low != "" && isLetter(t.low) && !r.verbs.pastVerb(e)
}
