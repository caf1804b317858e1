package dates

// plain reads an expression by itself, without a word that takes a part of it or blurs it. It asks all readers of such
// expressions, and knows none of them from within.
type plain struct {
	t         *tokens
	clock     *clock
	years     *years
	bareYears *bareYears
	decades   *decades
	days      *calendarDays
	numeric   *numericDates
	holidays  *holidays
	seasons   *seasons
	pointed   *pointedUnits
	weekdays  *weekdays
	dayNames  *dayNames
}

// base reads an expression without a prefix: a date of the calendar, a day, a unit pointed to, a holiday.
func (r *plain) base(i int) (meaning, int) {
	var best longest
	if m, e := r.days.calendarDay(i); e > 0 {
		timed, end := r.clock.partTail(m, e)
		if year := r.holidays.yearOfEvent(i, e, &m); year > 0 {
			timed.inName = true
			timed.setYear(year)
			return timed, e
		}
		best.take(r.clock.clockBehind(timed, end))
	}
	best.take(r.years.juche(i))
	best.take(r.holidays.holidayName(i))
	best.take(r.numeric.numeric(i))
	best.take(r.numeric.monthYear(i))
	best.take(r.numeric.yearFirst(i))
	best.take(r.days.dayMonth(i))
	best.take(r.days.monthDay(i))
	best.take(r.weekdays.weekdayName(i))
	best.take(r.dayNames.deicticDay(i))
	best.take(r.decades.decadeOrCentury(i))
	best.take(r.bareYears.bareYear(i))
	best.take(r.seasons.seasonName(i))
	best.take(r.pointed.pointed(i))
	best.take(r.days.loneDay(i))
	return best.meaning, best.end
}
