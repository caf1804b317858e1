package dates

// month reads the name of a month, or its abbreviation with or without a full stop beside a number. "May" and "March"
// must stand as names of months.
func (p *parser) monthName(i int) (m, end int) {
	t := p.at(i)
	if !t.capital {
		return 0, 0
	}
	w := t.word
	if w.month > 0 {
		if (w.month == 3 || w.month == 5) && !p.monthContext(i) {
			return 0, 0
		}
		return w.month, i + 1
	}
	if w.monthAbbr == 0 {
		return 0, 0
	}
	end = i + 1
	if p.is(end, ".") && p.at(end).glued {
		end++
	}
	if p.at(end).isNum || p.at(i-1).isNum || (p.is(i-1, "of") && p.at(i-2).glued && p.at(i-3).isNum) {
		return w.monthAbbr, end
	}
	if p.abbrInList(i, end) {
		return w.monthAbbr, end
	}
	if end == i+2 && p.at(i-1).word.prep && w.monthAbbr != 1 && w.monthAbbr != 3 {
		return w.monthAbbr, end
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
	if n := p.at(i + 1); n.isNum && n.digits > 0 && n.digits != 3 {
		return true
	}
	if p.is(i+1, ",", "of") && p.at(i+2).digits == 4 {
		return true
	}
	if _, e := p.dayWord(i + 1); e > 0 && p.at(p.skip(e, ",")).digits == 4 {
		return true
	}
	if p.is(i+1, "-") && (p.at(i+2).word.month > 0 && p.at(i+2).capital || p.at(i+2).isNum) {
		return true
	}
	b := p.at(i - 1)
	if n := p.at(i + 1); p.in(i-1, words.DayDeterminer) && isLetter(n.low) && !n.capital && !n.word.prep &&
		n.word == &noEntry &&
		len(n.low) > 3 {
		return true // "a March operation", but not "the March on Rome"
	}
	if b.isNum || p.in(i-1, words.OrdinalSuffix) && b.glued {
		return true
	}
	if p.is(i-1, "-") && b.glued {
		b = p.at(i - 2)
	}
	w := b.word
	if p.is(i-1, "to") && p.at(i).word.month == 5 {
		return p.at(i-2).word.month > 0 || p.at(i-2).isNum
	}
	return w.prep && !p.in(i-1, words.NoDateBefore) || w.approx || w.month > 0 ||
		w.mod != "" && !p.is(i-1, "that") || p.is(i-1, "and", "or", ",", "&") && p.monthWord(i-2) > 0
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
	k := p.skip(i, "the")
	d, k := p.dayOfMonth(k)
	if k == 0 {
		return p.wordDayMonth(i)
	}
	if p.at(k-1).isNum && p.is(k, ":", "%") {
		return meaning{}, 0
	}
	k = p.skip(k, "of")
	if p.is(k, "-") && p.at(k).glued && p.at(k+1).glued {
		k++
	}
	mon, k := p.monthName(k)
	if k == 0 {
		// "the 25th of that month"
		if p.is(k-1, "of") {
			return meaning{}, 0
		}
		return p.dayOfThatMonth(i)
	}
	m := meaning{kind: calendar, month: mon, day: d, article: p.is(i, "the")}
	if p.is(k, "-") && p.at(k).glued && p.at(k+1).digits == 4 && p.at(k+1).glued {
		k++
	}
	if y := p.at(k); y.digits == 2 && y.glued && p.at(k-1).glued { // "19NOV12"
		m.year, m.hasYear, m.width = century(int(y.num)), true, 1
		return m, k + 1
	}
	return m, p.yearTail(k, &m)
}

// loneDay reads "the 20th", after a preposition and before no noun that it could count.
func (p *parser) loneDay(i int) (meaning, int) {
	if !p.is(i, "the") || !p.in(i-1, words.LoneDayLead) || !p.at(i+1).isNum {
		return meaning{}, 0
	}
	d, e := p.dayOfMonth(i + 1)
	if e != i+3 {
		return meaning{}, 0
	}
	if a := p.at(e); isLetter(a.low) && !a.word.prep && !a.line && !p.in(e, words.AfterLoneDay) || p.is(e, "of", "-") {
		return meaning{}, 0
	}
	return meaning{kind: calendar, day: d, mod: "lone", article: true}, e
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
	j := p.skip(k, "the")
	if d, e := p.dayOfMonth(j); e > 0 && !p.clockColon(e) && (!p.at(e).glued || p.at(e).word.unit == "") &&
		(j == k || e > j+1) {
		// In "May 12 June 1990" the number is June's.
		others := p.at(e).word.monthAbbr+p.at(e).word.month > 0 && p.at(e).capital && p.at(e+1).digits == 4
		if _, era := p.era(e); era == 0 && !others {
			m.day = d
			// "at 5 p.m." follows the day, and is not it.
			if _, pm := p.meridiem(e); pm == 0 {
				return m, p.yearTail(e, &m)
			}
			m.day = 0
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
	n := e + 1
	if p.is(e, ",") && p.is(n, "and", "or") && (most < mostDays || p.is(i-1, ",") && p.at(i-2).isNum) {
		n++
	}
	m, end := p.dayMonth(n)
	if end == 0 || m.month == 0 || m.day == 0 || p.is(e, ",") && !p.small(n) {
		// "12, 13 and 14 June"
		if !p.is(e, ",") {
			return meaning{}, 0
		}
		if m, end = p.listed(n, most-1); end == 0 {
			return meaning{}, 0
		}
	}
	if p.is(e, ",") && p.at(i-1).word.month > 0 {
		return meaning{}, 0
	}
	m.day, m.article = d, k > i
	return m, e
}
