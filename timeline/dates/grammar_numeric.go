package dates

// parts are a date of three parts with the same mark between them: "2012-04-15", "19/Nov/2012". at holds their tokens,
// end is the index after the last one.
type parts struct {
	mark string
	at   [3]int
	end  int
}

// threeParts reads parts that touch their marks, and a full stop after the abbreviation of a month: "19-Nov.-2012".
func (p *parser) threeParts(i int) (parts, bool) {
	d := parts{mark: p.at(i + 1).low, at: [3]int{i}}
	if !p.is(i+1, "-", "/", ".") || p.at(i-1).low == d.mark && p.at(i).glued {
		return d, false
	}
	k := i
	for n := 1; n < 3; n++ {
		k++
		if p.is(k, ".") && d.mark != "." && p.monthWord(k-1) > 0 {
			k++
		}
		if p.at(k).low != d.mark || !p.at(k).glued || !p.at(k+1).glued {
			return d, false
		}
		k++
		d.at[n] = k
	}
	d.end = k + 1
	return d, true
}

// monthWord is the month that the word at i names in full or in short, in capitals or with a capital; 0 if none.
func (p *parser) monthWord(i int) int {
	if w := p.at(i).word; p.at(i).capital {
		return max(w.month, w.monthAbbr)
	}
	return 0
}

// numeric reads "2012-04-15", "2012.4.15", "31/10/1989" and "10/31/89", and the same with the name of the month:
// "19-Nov-12", "Nov/19/2012", "2019-Mar-12".
func (p *parser) numeric(i int) (meaning, int) {
	d, ok := p.threeParts(i)
	if !ok {
		return meaning{}, 0
	}
	m := meaning{kind: calendar, hasYear: true, width: 1}
	a, b, c := p.at(d.at[0]), p.at(d.at[1]), p.at(d.at[2])
	long, short := a.digits == 4 && c.digits > 0 && c.digits <= 2, c.digits == 4 || c.digits == 2
	switch named, first := p.monthWord(d.at[1]), p.monthWord(d.at[0]); {
	case named > 0 && long:
		m.year, m.month, m.day = int(a.num), named, int(c.num)
	case named > 0 && short && a.digits > 0 && a.digits <= 2:
		m.year, m.month, m.day = int(c.num), named, int(a.num)
	case first > 0 && short && b.digits > 0 && b.digits <= 2:
		m.year, m.month, m.day = int(c.num), first, int(b.num)
	case b.digits == 0 || b.digits > 2:
		return meaning{}, 0
	case long:
		m.year, m.month, m.day = int(a.num), int(b.num), int(c.num)
	case a.digits > 0 && a.digits <= 2 && (c.digits == 4 || c.digits == 2 && d.mark == "/"):
		m.year = int(c.num)
		m.day, m.month = p.dayAndMonth(int(a.num), int(b.num), d.mark)
		m.swap = p.order == unsaid && d.mark != "." && m.day <= 12
	default:
		return meaning{}, 0
	}
	if c.digits == 2 && !long {
		m.year = century(m.year)
	}
	if m.year < 1000 || m.year > 2199 || m.month < 1 || m.month > 12 || m.day < 1 || m.day > daysIn(m.year, m.month) {
		return meaning{}, 0
	}
	return m, d.end
}

// An order of day and month in figures.
type order int8

const (
	unsaid     order = iota // by the mark: the month first in "10/3/1989", the day first in "10.3.1989" and "10-3-1989"
	dayFirst                // as in most of the world
	monthFirst              // as in the United States
)

// dayAndMonth tells which of two figures is the day: the one that can be no month, or as the text has it elsewhere.
func (p *parser) dayAndMonth(a, b int, mark string) (dayOf, month int) {
	switch first := p.order == dayFirst || p.order == unsaid && mark != "/" || mark == "."; {
	case a > 12, b <= 12 && first:
		return a, b
	}
	return b, a
}

// orderIn is the order of day and month that a text shows where one of the two figures can be no month. Where none
// does, or they disagree, a text that writes its days before the names of months ("12 June"), and never after them, is
// read that way.
func (p *parser) orderIn() order {
	var days, months, dayNames, monthNames int
	for i := range p.t {
		switch a := p.at(i); {
		case a.digits > 0 && a.digits <= 2:
			if d, ok := p.threeParts(i); ok && d.mark != "." && p.at(d.at[1]).digits > 0 && p.at(d.at[2]).digits > 0 {
				b := p.at(d.at[1])
				days += count(a.num > 12 && a.num <= 31 && b.num <= 12)
				months += count(a.num <= 12 && b.num > 12 && b.num <= 31)
			}
			dayNames += count(
				p.at(i+1).word.month > 0 && p.at(i+1).capital && !p.at(i+1).first && p.at(i+2).digits == 4,
			)
		case a.capital && a.word.month > 0:
			monthNames += count(p.at(i+1).digits > 0 && p.at(i+1).digits <= 2)
		}
	}
	switch {
	case days > 0 && months == 0, days == months && dayNames > 0 && monthNames == 0:
		return dayFirst
	case months > 0 && days == 0:
		return monthFirst
	}
	return unsaid
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// monthYear reads "06/2004" and "06-2004", after a word that dates: "the deal of 06/2004".
func (p *parser) monthYear(i int) (meaning, int) {
	a, mark, b := p.at(i), p.at(i+1), p.at(i+2)
	joined := p.is(i+1, "/", "-") && mark.glued && b.glued && b.digits == 4
	if !joined || a.digits == 0 || a.digits > 2 || a.num < 1 || a.num > 12 {
		return meaning{}, 0
	}
	more := p.is(i+3, "/", "-", "%") && p.at(i+3).glued
	dates := p.at(i-1).word.prep || p.is(i-1, "(", "dated", ",")
	if more || !dates || a.digits == 1 && mark.low == "-" || b.num < 1900 || b.num > 2099 ||
		a.glued && !p.is(i-1, "(") {
		return meaning{}, 0
	}
	return meaning{kind: calendar, month: int(a.num), year: int(b.num), hasYear: true, width: 1}, i + 3
}

// yearFirst reads "2019 March 5", "1975 Nov", "2019, March 5".
func (p *parser) yearFirst(i int) (meaning, int) {
	if p.at(i).digits != 4 || p.at(i-1).isNum {
		return meaning{}, 0
	}
	var y meaning
	e := p.year(i, &y)
	k := p.skip(e, ",")
	if e != i+1 || p.at(k).first || p.monthWord(k) == 0 {
		return meaning{}, 0
	}
	m, end := p.monthDay(k)
	if end == 0 || m.hasYear || m.yearMod != "" || k > e && m.day == 0 {
		return meaning{}, 0
	}
	m.year, m.hasYear, m.width, m.article = y.year, true, 1, false
	return m, end
}
