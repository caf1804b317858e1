package dates

// numericDates reads dates in figures, or in figures with the short name of a month, and what in a text shows the order
// of its days and months.
type numericDates struct {
	t      *tokens
	years  *years
	months *months
	days   *calendarDays
	order  order // of day and month in figures
}

// parts are a date of three parts with the same mark between them: "2012-04-15", "19/Nov/2012". at holds their tokens,
// end is the index after the last one.
type parts struct {
	mark string
	at   [3]int
	end  int
}

// threeParts reads parts that touch their marks, and a full stop after the abbreviation of a month: "19-Nov.-2012".
func (r *numericDates) threeParts(i int) (parts, bool) {
	d := parts{mark: r.t.at(i + 1).low, at: [3]int{i}}
	if !r.t.is(i+1, "-", "/", ".") || r.t.at(i-1).low == d.mark && r.t.at(i).glued {
		return d, false
	}
	k := i
	for n := 1; n < 3; n++ {
		k++
		if r.t.is(k, ".") && d.mark != "." && r.months.monthWord(k-1) > 0 {
			k++
		}
		if r.t.at(k).low != d.mark || !r.t.at(k).glued || !r.t.at(k+1).glued {
			return d, false
		}
		k++
		d.at[n] = k
	}
	d.end = k + 1
	return d, true
}

// numeric reads "2012-04-15", "2012.4.15", "31/10/1989" and "10/31/89", and the same with the name of the month:
// "19-Nov-12", "Nov/19/2012", "2019-Mar-12".
func (r *numericDates) numeric(i int) (meaning, int) {
	d, ok := r.threeParts(i)
	if !ok {
		return meaning{}, 0
	}
	m, ok := r.partsNamed(&d)
	if !ok {
		m, ok = r.partsInFigures(&d)
	}
	if c := r.t.at(d.at[2]); c.digits == 2 && m.year == int(c.num) && r.t.at(d.at[0]).digits != 4 {
		m.year = century(m.year)
	}
	if !ok || m.year < 1000 || m.year > 2199 || !m.onCalendar() {
		return meaning{}, 0
	}
	m.kind, m.hasYear, m.width = calendar, true, 1
	return m, d.end
}

// onCalendar tells whether year, month and day are those of a day.
func (m *meaning) onCalendar() bool {
	return m.month >= 1 && m.month <= 12 && m.day >= 1 && m.day <= daysIn(m.year, m.month)
}

// partsNamed reads the year, month and day of three parts of which the first or second names the month.
func (r *numericDates) partsNamed(d *parts) (m meaning, ok bool) {
	a, b, c := r.t.at(d.at[0]), r.t.at(d.at[1]), r.t.at(d.at[2])
	yearLast := c.digits == 4 || c.digits == 2
	first, second := r.months.monthWord(d.at[0]), r.months.monthWord(d.at[1])
	switch {
	case second > 0 && a.digits == 4 && c.figures(2):
		return meaning{year: int(a.num), month: second, day: int(c.num)}, true
	case second > 0 && yearLast && a.figures(2):
		return meaning{year: int(c.num), month: second, day: int(a.num)}, true
	case first > 0 && yearLast && b.figures(2):
		return meaning{year: int(c.num), month: first, day: int(b.num)}, true
	}
	return meaning{}, false
}

// partsInFigures reads the year, month and day of three numbers.
func (r *numericDates) partsInFigures(d *parts) (m meaning, ok bool) {
	a, b, c := r.t.at(d.at[0]), r.t.at(d.at[1]), r.t.at(d.at[2])
	switch {
	case !b.figures(2):
		return meaning{}, false
	case a.digits == 4 && c.figures(2):
		return meaning{year: int(a.num), month: int(b.num), day: int(c.num)}, true
	case !a.figures(2) || c.digits != 4 && (c.digits != 2 || d.mark != "/"):
		return meaning{}, false
	}
	m.year = int(c.num)
	m.day, m.month = r.dayAndMonth(int(a.num), int(b.num), d.mark)
	m.swap = r.order == unsaid && d.mark != "." && m.day <= 12
	return m, true
}

// An order of day and month in figures.
type order int8

const (
	unsaid     order = iota // by the mark: the month first in "10/3/1989", the day first in "10.3.1989" and "10-3-1989"
	dayFirst                // as in most of the world
	monthFirst              // as in the United States
)

// dayAndMonth tells which of two figures is the day: the one that can be no month, or as the text has it elsewhere.
func (r *numericDates) dayAndMonth(a, b int, mark string) (dayOf, month int) {
	first := r.order == dayFirst || r.order == unsaid && mark != "/" || mark == "."
	if a > 12 || b <= 12 && first {
		return a, b
	}
	return b, a
}

// orders counts what in a text shows the order of its days and months.
type orders struct {
	days, months         int // dates in figures of which the first, or the second, can only be a day
	dayNames, monthNames int // "12 June 2019", "June 12"
}

// orderIn is the order of day and month that a text shows where one of the two figures can be no month. Where none
// does, or they disagree, a text that writes its days before the names of months ("12 June"), and never after them, is
// read that way.
func (r *numericDates) orderIn() order {
	var n orders
	for i := range r.t.list {
		switch t := r.t.at(i); {
		case t.figures(2):
			r.countFigures(i, &n)
			r.countNames(i, &n)
		case t.capital && t.word.month > 0:
			n.monthNames += count(r.t.at(i + 1).figures(2))
		}
	}
	switch {
	case n.days > 0 && n.months == 0, n.days == n.months && n.dayNames > 0 && n.monthNames == 0:
		return dayFirst
	case n.months > 0 && n.days == 0:
		return monthFirst
	}
	return unsaid
}

// countFigures counts a date of three numbers at i that shows its order: "31/10/1989".
func (r *numericDates) countFigures(i int, n *orders) {
	d, ok := r.threeParts(i)
	if !ok || d.mark == "." || r.t.at(d.at[1]).digits == 0 || r.t.at(d.at[2]).digits == 0 {
		return
	}
	a, b := r.t.at(i).num, r.t.at(d.at[1]).num
	n.days += count(a > 12 && a <= 31 && b <= 12)
	n.months += count(a <= 12 && b > 12 && b <= 31)
}

// countNames counts a day at i before the name of its month and its year: "12 June 2019".
func (r *numericDates) countNames(i int, n *orders) {
	m := r.t.at(i + 1)
	n.dayNames += count(m.word.month > 0 && m.capital && !m.first && r.t.at(i+2).digits == 4)
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// monthYear reads "06/2004" and "06-2004", after a word that dates: "the deal of 06/2004".
func (r *numericDates) monthYear(i int) (meaning, int) {
	a, b := r.t.at(i), r.t.at(i+2)
	if !r.t.gluedMark(i+1, "/", "-") || !b.glued || !b.likeYear() || b.num < 1900 || b.num > 2099 {
		return meaning{}, 0
	}
	if !a.figures(2) || a.num < 1 || a.num > 12 || a.digits == 1 && r.t.is(i+1, "-") {
		return meaning{}, 0
	}
	if r.t.gluedMark(i+3, "/", "-", "%") || !r.datesFigures(i) {
		return meaning{}, 0
	}
	m := meaning{kind: calendar, month: int(a.num)}
	m.setYear(int(b.num))
	return m, i + 3
}

// datesFigures tells whether what stands before i makes a date of a month and a year in figures.
func (r *numericDates) datesFigures(i int) bool {
	if r.t.is(i-1, "(") {
		return true
	}
	return !r.t.at(i).glued && (r.t.at(i-1).word.prep || r.t.is(i-1, "dated", ","))
}

// yearFirst reads "2019 March 5", "1975 Nov", "2019, March 5".
func (r *numericDates) yearFirst(i int) (meaning, int) {
	if r.t.at(i).digits != 4 || r.t.at(i-1).isNum {
		return meaning{}, 0
	}
	var y meaning
	e := r.years.year(i, &y)
	k := r.t.skip(e, ",")
	if e != i+1 || r.t.at(k).first || r.months.monthWord(k) == 0 {
		return meaning{}, 0
	}
	m, end := r.days.monthDay(k)
	if end == 0 || m.hasYear || m.yearMod != "" || k > e && m.day == 0 {
		return meaning{}, 0
	}
	m.year, m.hasYear, m.width, m.article = y.year, true, 1, false
	return m, end
}
