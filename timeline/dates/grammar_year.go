package dates

// year reads a year as it stands after a month: four figures, or up to four with an era.
func (p *parser) year(i int, m *meaning) (end int) {
	t := p.at(i)
	if t.digits == 0 {
		if p.is(i, "ad") && p.at(i+1).digits > 0 && t.capital {
			m.setYear(int(p.at(i + 1).num))
			return i + 2
		}
		return 0
	}
	if bc, e := p.era(i + 1); e > 0 && t.digits <= 4 {
		m.setYear(int(t.num))
		m.bc = bc
		return e
	}
	long := p.gluedMark(i+1, "-") && p.at(i+2).glued && p.at(i+2).digits > 4 // the number of something
	if t.likeYear() && !long {
		m.setYear(int(t.num))
		return i + 1
	}
	return 0
}

// likeYear tells whether the token is four figures that can be a year of our time or the past.
func (t *token) likeYear() bool { return t.digits == 4 && t.num >= 1000 && t.num < 2200 }

// era reads BC, B.C., BCE or AD after a year.
func (p *parser) era(i int) (bc bool, end int) {
	if !p.at(i).capital {
		return false, 0
	}
	switch {
	case words.BeforeChrist[p.at(i).low]:
		return true, i + 1
	case words.AfterChrist[p.at(i).low]:
		return false, i + 1
	case p.at(i).low == "b":
		if p.is(i+1, ".") && p.is(i+2, "c") && p.at(i+2).capital {
			return true, p.dotted(i + 3)
		}
	}
	return false, 0
}

// dotted takes a full stop that ends an abbreviation.
func (p *parser) dotted(i int) int {
	if p.is(i, ".") && p.at(i).glued {
		return i + 1
	}
	return i
}

// yearTail reads the year after a month or season: "1990", ", 1990", "of 1990", "of the same year", "last year".
func (p *parser) yearTail(i int, m *meaning) int {
	if e := p.year(i, m); e > 0 {
		return e
	}
	if e := p.shortYear(i, m); e > 0 {
		return e
	}
	if j, e := p.juche(p.skip(i, ",")); e > 0 && j.year < 2200 {
		m.setYear(j.year)
		return e
	}
	if p.gluedMark(i, ",") {
		if e := p.year(i+1, m); e > 0 && p.at(i+1).digits >= 3 {
			return e
		}
		return i
	}
	return p.yearOfIt(i, m)
}

// shortYear reads "'45"; 0 where it does not stand.
func (p *parser) shortYear(i int, m *meaning) int {
	n := p.at(i + 1)
	if !p.is(i, "'") || n.digits != 2 || !n.glued {
		return 0
	}
	m.setYear(century(int(n.num)))
	return i + 2
}

// yearOfIt reads "of 1990", "of that year", "last year". The year of "in 1990" is taken too, but stays an expression of
// its own.
func (p *parser) yearOfIt(i int, m *meaning) int {
	link := p.skip(i, "of", "in")
	k := p.skip(link, "the")
	if link > i {
		if e := p.year(k, m); e > 0 && p.is(i, "of") {
			return e
		}
	}
	if mod, e := p.modifier(k); e > 0 && p.is(e, "year") && !p.is(i, "in") {
		m.yearMod = mod
		return e + 1
	}
	return i
}

// century gives a year of two figures its century: 30 and above are of the twentieth.
func century(yy int) int {
	if yy < 30 {
		return 2000 + yy
	}
	return 1900 + yy
}

// decadeOrCentury reads "the 1960s", "the '60s", "the sixties", "the 19th century BC".
func (p *parser) decadeOrCentury(i int) (meaning, int) {
	k := p.skip(i, "the")
	m := meaning{kind: calendar, hasYear: true, article: k > i}
	if year, width, e := p.decade(k, k > i); e > 0 {
		m.year, m.width = year, width
		return m, e
	}
	n, e := p.ordinal(k)
	e = p.skip(e, "-")
	if e == 0 || n <= 0 || n >= 30 || !p.in(e, words.Century) {
		return meaning{}, 0
	}
	m.year, m.width = (n-1)*100, 100
	bc, end := p.era(e + 1)
	m.bc = bc
	return m, max(e+1, end)
}

// decade reads "1960s", "'60s", "sixties" with the years that it spans; the "1800s" are a century. the tells that an
// article stands before it.
func (p *parser) decade(k int, the bool) (year, width, end int) {
	t := p.at(k)
	switch {
	case p.is(k, "'") && p.at(k+1).digits == 2:
		return p.shortDecade(k + 1)
	case t.digits == 2 && the:
		return p.shortDecade(k)
	case t.word.decade > 0 && (the || p.at(k-1).word.approx):
		return 1900 + t.word.decade, 10, k + 1
	case !t.likeYear() || int(t.num)%10 != 0 || !p.plural(k+1):
		return 0, 0, 0
	}
	year, width = int(t.num), 10
	if year%100 == 0 && year < 2000 {
		width = 100
	}
	return year, width, p.pluralEnd(k + 1)
}

// shortDecade reads "60s".
func (p *parser) shortDecade(k int) (year, width, end int) {
	n := int(p.at(k).num)
	if n%10 != 0 || !p.plural(k+1) {
		return 0, 0, 0
	}
	return century(n), 10, p.pluralEnd(k + 1)
}

// plural tells whether the "s" of "1960s" or "1960's" stands at i.
func (p *parser) plural(i int) bool {
	return p.gluedMark(i, "s") || p.gluedMark(i, "'") && p.gluedMark(i+1, "s")
}

// pluralEnd is the index after what plural finds at i.
func (p *parser) pluralEnd(i int) int { return p.skip(i, "'") + 1 }

// bareYear reads a year on its own. Four figures are no year beside a currency, a measure or the things counted.
func (p *parser) bareYear(i int) (meaning, int) {
	m := meaning{kind: calendar}
	if p.is(i, "fy") && p.at(i+1).glued && p.at(i+1).digits == 4 {
		m.fiscal = true
		end := p.year(i+1, &m)
		return m, end
	}
	if b := p.at(i - 1).word; b.prep || b.approx {
		if e := p.shortYear(i, &m); e > 0 {
			return m, e
		}
	}
	k := p.yearNounEnd(i)
	e := p.year(k, &m)
	if e == 0 {
		return p.yearBefore(k)
	}
	m.fiscal = p.is(i, "fiscal")
	if k == i && e == k+1 {
		e = p.yearStands(i)
	}
	return m, e
}

// yearNounEnd skips "the year", "fiscal year" before the figures of a year.
func (p *parser) yearNounEnd(i int) int {
	switch {
	case p.is(i, "the") && p.in(i+1, words.YearNoun):
		return i + 2
	case p.in(i, words.FiscalYear) && p.small(i):
		if p.is(i, "fiscal") {
			return p.skip(i+1, "year")
		}
		return i + 1
	}
	return i
}

// yearBefore reads the first year of "264 to 241 BC", which takes the era of the second.
func (p *parser) yearBefore(i int) (meaning, int) {
	m := meaning{kind: calendar}
	t := p.at(i)
	if !t.figures(4) || !p.in(i+1, words.YearJoin, "-") || !p.at(i+2).figures(4) {
		return m, 0
	}
	if bc, e := p.era(i + 3); e > 0 && bc {
		m.setYear(int(t.num))
		m.bc = true
		return m, i + 1
	}
	return m, 0
}

// yearStands returns the index after the figures at i if they stand as a year, else 0.
func (p *parser) yearStands(i int) int {
	if p.partOfNumber(i) || p.measures(i) || p.numbersName(i) {
		return 0
	}
	num := int(p.at(i).num)
	cue := p.yearCue(i)
	switch {
	case p.countsNoun(i, num, cue):
		return 0
	case num >= 1700 && num < 2100, cue && !p.in(i-1, words.NotYearCue):
		return i + 1
	}
	return 0
}

// partOfNumber tells whether the figures at i belong to a longer number, an amount of money, an address or a code:
// "$1990", "AB-1234", "1900:30".
func (p *parser) partOfNumber(i int) bool {
	t, b := p.at(i), p.at(i-1)
	marked := b.glued && t.glued && p.is(i-1, ".", ":", "/", "+", "=", "_", "@")
	clock := p.is(i+1, ":") && p.at(i+2).isNum && p.at(i+2).glued
	return marked || clock || p.is(i-1, "$", "€", "£", "¥", "#") ||
		t.glued && p.gluedMark(i-1, "-") && !p.rangeBefore(i-2)
}

// rangeBefore tells whether the token at i can begin a range that ends in a year, or blur it: "1914-1918",
// "June-1990", "mid-1990".
func (p *parser) rangeBefore(i int) bool {
	t := p.at(i)
	return t.digits == 4 || t.word.month > 0 || t.word.approx
}

// measures tells whether the figures at i are followed by what they measure, or by more of a code: "1500%", "1990km".
func (p *parser) measures(i int) bool {
	a := p.at(i + 1)
	touching := a.glued && (p.is(i+1, "%", "°", "/", "$") || a.isNum || isLetter(a.low))
	return touching || p.in(i+1, words.NotYearUnit, "%")
}

// numbersName tells whether the figures at i number what stands before them: "Resolution 1718", "p. 1990", "Flight
// 1549", "Tokyo 2020".
func (p *parser) numbersName(i int) bool {
	b := p.at(i - 1)
	if b.isNum || p.in(i-1, words.NumberedThing) || p.is(i-1, ".") && p.in(i-2, words.PageAbbreviation) {
		return true
	}
	name := b.capital && !b.first && !b.known
	return name && !p.at(i+1).capital && p.in(i+1, words.YearNext, "'")
}

// yearCue tells whether the word before i leads one to expect a year: "in", "since", "mid", "the end of".
func (p *parser) yearCue(i int) bool {
	w := p.at(i - 1).word
	return w.prep || w.approx || w.edge != "" || p.in(i-1, words.YearCue, "(", "-", "'s")
}

// countsNoun tells whether the figures at i count what follows: "1500 troops"; after "in" or "of" they are a year
// nevertheless.
func (p *parser) countsNoun(i, num int, cue bool) bool {
	if p.in(i+1, words.CountedPeople) {
		return true
	}
	a := p.at(i + 1)
	plural := isLetter(a.low) && !a.capital && len(a.low) > 3 && a.low[len(a.low)-1] == 's' && !a.known
	// "1,500" is written without its comma in "1500 troops".
	round := num%100 == 0 || num < 1900 || num > 2039
	return plural && round && (!cue || num < 1700 || p.in(i-1, words.CountBefore))
}

// isLetter tells whether a token in lower case begins with a letter.
func isLetter(s string) bool { return s != "" && (s[0] >= 'a' && s[0] <= 'z' || s[0] >= 0x80) }
