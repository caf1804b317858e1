package dates

// monthName reads the name of a month, or its abbreviation with or without a full stop beside a number. "May" and
// "March" must stand as names of months.
func (p *parser) monthName(i int) (m, end int) {
	t := p.at(i)
	switch w := t.word; {
	case !t.capital:
		return 0, 0
	case (w.month == 3 || w.month == 5) && !p.monthContext(i):
		return 0, 0
	case w.month > 0:
		return w.month, i + 1
	case w.monthAbbr > 0:
		return p.monthShort(i)
	}
	return 0, 0
}

// monthShort reads the abbreviation of a month at i with its full stop, if its neighbours show that it is one.
func (p *parser) monthShort(i int) (m, end int) {
	m, end = p.at(i).word.monthAbbr, p.dotted(i+1)
	numbered := p.at(end).isNum || p.at(i-1).isNum || p.is(i-1, "of") && p.at(i-2).glued && p.at(i-3).isNum
	led := end == i+2 && p.at(i-1).word.prep && m != 1 && m != 3 // "in Feb.", but "Jan." and "Mar." are names too
	if numbered || led || p.abbrInList(i, end) {
		return m, end
	}
	return 0, 0
}

// abbrInList tells whether the abbreviation of a month in [i, end) is linked to another month that has a number, as
// in "Dec - Feb 2015", "Nov. and Dec. 2014", or by a dash to one before it: "1975 Nov-Dec".
func (p *parser) abbrInList(i, end int) bool {
	if p.is(i-1, "-") && p.at(i).glued && p.monthWord(i-2) > 0 {
		return true
	}
	const most = 4 // months in a list
	for range most {
		if !p.in(end, words.ListLink, "-", "/", "&", ",") || p.monthWord(end+1) == 0 {
			return false
		}
		if end = p.skip(end+2, "."); p.at(end).isNum {
			return true
		}
	}
	return false
}

// monthContext tells whether "May" or "March" at i is a month: beside a number or after a word that dates.
func (p *parser) monthContext(i int) bool {
	return p.dayOrYearAfter(i) || p.bearsNoun(i) || p.datedBefore(i)
}

// dayOrYearAfter tells whether a day, a year or the end of a range follows the month at i: "May 3", "May, 1990",
// "May third, 1985", "March-June".
func (p *parser) dayOrYearAfter(i int) bool {
	n := p.at(i + 1)
	switch {
	case n.digits > 0 && n.digits != 3:
		return true
	case p.is(i+1, ",", "of") && p.at(i+2).digits == 4:
		return true
	case p.is(i+1, "-"):
		return p.at(i+2).isNum || p.at(i+2).word.month > 0 && p.at(i+2).capital
	}
	_, e := p.dayWord(i + 1)
	return e > 0 && p.at(p.skip(e, ",")).digits == 4
}

// bearsNoun tells whether the month at i stands between a determiner and a noun: "a March operation", but not "the
// March on Rome".
func (p *parser) bearsNoun(i int) bool {
	n := p.at(i + 1)
	return p.in(i-1, words.DayDeterminer) && isLetter(n.low) && len(n.low) > 3 && !n.capital && !n.known
}

// datedBefore tells whether what stands before the month at i dates it: "3 May", "the 3rd May", "in May", "last
// March", "mid-May", "April and May".
func (p *parser) datedBefore(i int) bool {
	b := p.at(i - 1)
	if b.isNum || b.glued && p.in(i-1, words.OrdinalSuffix) {
		return true
	}
	w := b.word
	switch {
	case p.gluedMark(i-1, "-"):
		w = p.at(i - 2).word
	case p.is(i-1, "to") && p.at(i).word.month == 5: // "he came to May", but "March to May"
		return p.at(i-2).word.month > 0 || p.at(i-2).isNum
	case p.is(i-1, "and", "or", ",", "&") && p.monthWord(i-2) > 0:
		return true
	}
	return w.prep && !p.in(i-1, words.NoDateBefore) || w.approx || w.month > 0 || w.mod != "" && !p.is(i-1, "that")
}

// dayOfMonth reads the number of a day, with or without an ordinal's ending.
func (p *parser) dayOfMonth(i int) (d, end int) {
	t := p.at(i)
	if t.digits == 0 || t.digits > 2 || t.num < 1 || t.num > 31 {
		return 0, 0
	}
	if n, e := p.ordinal(i); e > 0 {
		return n, e
	}
	return int(t.num), i + 1
}

// clockColon tells whether the figures before i are hours or a share: "5:30", "5%".
func (p *parser) clockColon(i int) bool {
	return p.is(i, "%") || p.is(i, ":") && p.at(i+1).isNum && p.at(i+1).glued
}

// dayMonth reads "12 June", "the 12th of June", "12-June", with a year if there is one.
func (p *parser) dayMonth(i int) (meaning, int) {
	d, k := p.dayOfMonth(p.skip(i, "the"))
	if k == 0 {
		return p.wordDayMonth(i)
	}
	if p.at(k-1).isNum && p.is(k, ":", "%") {
		return meaning{}, 0
	}
	k = p.skip(k, "of")
	if p.gluedMark(k, "-") && p.at(k+1).glued {
		k++
	}
	mon, e := p.monthName(k)
	if e == 0 {
		return p.dayOfThatMonth(i)
	}
	m := meaning{kind: calendar, month: mon, day: d, article: p.is(i, "the")}
	end := p.yearOfDay(e, &m)
	return m, end
}

// yearOfDay reads the year after a day and its month, which may touch them: "12-June-1990", "19NOV12".
func (p *parser) yearOfDay(k int, m *meaning) int {
	if p.gluedMark(k, "-") && p.at(k+1).digits == 4 && p.at(k+1).glued {
		k++
	}
	if y := p.at(k); y.digits == 2 && y.glued && p.at(k-1).glued {
		m.setYear(century(int(y.num)))
		return k + 1
	}
	return p.yearTail(k, m)
}

// loneDay reads "the 20th", after a preposition and before no noun that it could count.
func (p *parser) loneDay(i int) (meaning, int) {
	if !p.is(i, "the") || !p.in(i-1, words.LoneDayLead) || !p.at(i+1).isNum {
		return meaning{}, 0
	}
	d, e := p.dayOfMonth(i + 1)
	if e != i+3 || p.is(e, "of", "-") || p.countedByDay(e) {
		return meaning{}, 0
	}
	return meaning{kind: calendar, day: d, mod: modLone, article: true}, e
}

// countedByDay tells whether the word at i can be a noun that the ordinal before it counts: "the 20th century".
func (p *parser) countedByDay(i int) bool {
	t := p.at(i)
	return isLetter(t.low) && !t.word.prep && !t.line && !p.in(i, words.AfterLoneDay)
}

// dayOfThatMonth reads "the 25th of that month", "the 3rd of this month".
func (p *parser) dayOfThatMonth(i int) (meaning, int) {
	d, k := p.dayOfMonth(p.skip(i, "the"))
	if k == 0 || !p.is(k, "of") {
		return meaning{}, 0
	}
	mod, e := p.modifier(p.skip(k+1, "the"))
	if e == 0 || !p.is(e, "month") {
		return meaning{}, 0
	}
	return meaning{kind: calendar, day: d, mod: mod}, e + 1
}

// monthDay reads "June 12", "June 12th, 1950", "June of 1950", "June".
func (p *parser) monthDay(i int) (meaning, int) {
	mon, k := p.monthName(i)
	if k == 0 {
		return meaning{}, 0
	}
	m := meaning{kind: calendar, month: mon}
	if d, e := p.dayAfterMonth(k); e > 0 {
		if m.day = d; d > 0 {
			end := p.yearTail(e, &m)
			return m, end
		}
	} else if e := p.wordDayAfter(i, k, &m); e > 0 {
		return m, e
	}
	e := p.yearTail(k, &m)
	if e == k && p.inName(i) {
		return meaning{}, 0
	}
	return m, e
}

// dayAfterMonth reads the figures of a day behind the month that ends at k. d is 0 where the figures are not its day.
func (p *parser) dayAfterMonth(k int) (d, end int) {
	j := p.skip(k, "the")
	d, e := p.dayOfMonth(j)
	switch {
	case e == 0, p.clockColon(e), p.at(e).glued && p.at(e).word.unit != "", j > k && e == j+1:
		return 0, 0
	case p.at(e+1).digits == 4 && p.monthWord(e) > 0: // in "May 12 June 1990" the number is June's
		return 0, e
	}
	_, era := p.era(e)
	_, pm := p.meridiem(e)
	if era > 0 || pm > 0 { // "at 5 p.m." follows the day, and is not it
		return 0, e
	}
	return d, e
}

// ranged reads the first day of "12-15 June" or "12 and 15 June", which takes the month of the last one.
func (p *parser) ranged(i int) (meaning, int) { return p.listed(i, mostDays) }

const mostDays = 6 // in a list

// listed reads the first of up to so many days that share a month.
func (p *parser) listed(i, most int) (meaning, int) {
	if most == 0 {
		return meaning{}, 0
	}
	k := p.skip(i, "the")
	d, e := p.dayNumber(k)
	if e == 0 || !p.in(e, words.ListLink, "-", "/", ",", "&") {
		return meaning{}, 0
	}
	m, end := p.restOfList(i, e, most)
	if end == 0 || p.is(e, ",") && p.at(i-1).word.month > 0 {
		return meaning{}, 0
	}
	m.day, m.article = d, k > i
	return m, e
}

// restOfList reads the days behind the link at e of a list that began at i, up to the one that has the month: "and 15
// June", ", 13 and 14 June".
func (p *parser) restOfList(i, e, most int) (meaning, int) {
	comma := p.is(e, ",")
	n := e + 1
	if comma && p.is(n, "and", "or") && (most < mostDays || p.is(i-1, ",") && p.at(i-2).isNum) {
		n++
	}
	m, end := p.dayMonth(n)
	if end > 0 && m.month > 0 && m.day > 0 && (!comma || p.small(n)) {
		return m, end
	}
	if !comma {
		return meaning{}, 0
	}
	return p.listed(n, most-1)
}
