package dates

// year reads a year as it stands after a month: four figures, or up to four with an era.
func (p *parser) year(i int, m *meaning) (end int) {
	t := p.at(i)
	if t.digits == 0 {
		if p.is(i, "ad") && p.at(i+1).digits > 0 && p.at(i).capital {
			m.year, m.hasYear, m.width = int(p.at(i+1).num), true, 1
			return i + 2
		}
		return 0
	}
	if t.digits <= 4 {
		if bc, e := p.era(i + 1); e > 0 {
			m.year, m.hasYear, m.bc, m.width = int(t.num), true, bc, 1
			return e
		}
	}
	long := p.is(i+1, "-") && p.at(i+1).glued && p.at(i+2).glued && p.at(i+2).digits > 4 // the number of something
	if t.digits == 4 && t.num >= 1000 && t.num < 2200 && !long {
		m.year, m.hasYear, m.width = int(t.num), true, 1
		return i + 1
	}
	return 0
}

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
	if p.is(i, "'") && p.at(i+1).digits == 2 && p.at(i+1).glued {
		m.year, m.hasYear, m.width = century(int(p.at(i+1).num)), true, 1
		return i + 2
	}
	if j, e := p.juche(p.skip(i, ",")); e > 0 && j.year < 2200 {
		m.year, m.hasYear, m.width = j.year, true, 1
		return e
	}
	if p.is(i, ",") && p.at(i).glued {
		if e := p.year(i+1, m); e > 0 && p.at(i+1).digits >= 3 {
			return e
		}
		return i
	}
	k := p.skip(i, "of", "in")
	if k > i {
		k2 := p.skip(k, "the")
		if e := p.year(k2, m); e > 0 && p.is(i, "of") {
			return e
		}
	}
	if mod, e := p.modifier(p.skip(k, "the")); e > 0 && p.is(e, "year") && (k == i || p.is(i, "of")) {
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
	m := meaning{kind: calendar, hasYear: true, width: 10, article: k > i}
	t := p.at(k)
	quote := p.is(k, "'")
	if quote {
		t = p.at(k + 1)
	}
	switch {
	case t.digits == 4 && !quote && int(t.num)%10 == 0 && p.plural(k+1) && t.num >= 1000 && t.num < 2200:
		m.year = int(t.num)
		if m.year%100 == 0 && m.year < 2000 {
			m.width = 100
		}
		return m, p.pluralEnd(k + 1)
	case t.digits == 2 && int(t.num)%10 == 0 && (quote || k > i):
		if quote {
			k++
		}
		if p.plural(k + 1) {
			m.year = century(int(t.num))
			return m, p.pluralEnd(k + 1)
		}
	case t.word.decade > 0 && (k > i || p.at(i-1).word.approx):
		m.year = 1900 + t.word.decade
		return m, k + 1
	}
	if n, e := p.ordinal(k); e > 0 && n > 0 && n < 30 {
		e = p.skip(e, "-")
		if p.in(e, words.Century) {
			m.year, m.width = (n-1)*100, 100
			if bc, end := p.era(e + 1); end > 0 {
				m.bc = bc
				return m, end
			}
			return m, e + 1
		}
	}
	return meaning{}, 0
}

// plural is the "s" of "1960s" or "1960's".
func (p *parser) plural(i int) bool {
	return p.is(i, "s") && p.at(i).glued || p.is(i, "'") && p.at(i).glued && p.is(i+1, "s") && p.at(i+1).glued
}

func (p *parser) pluralEnd(i int) int { return p.skip(i, "'") + 1 }

// bareYear reads a year on its own. Four figures are no year beside a currency, a measure or the things counted.
func (p *parser) bareYear(i int) (meaning, int) {
	m := meaning{kind: calendar}
	k := i
	if p.is(i, "fy") && p.at(i+1).glued && p.at(i+1).digits == 4 {
		m.fiscal = true
		return m, p.year(i+1, &m)
	}
	if p.is(i, "the") && p.in(i+1, words.YearNoun) {
		k = i + 2
	} else if p.in(i, words.FiscalYear) && p.small(i) {
		k = i + 1
		if p.is(i, "fiscal") && p.is(k, "year") {
			k++
		}
	} else if p.is(i, "'") && p.at(i+1).digits == 2 && p.at(i+1).glued && (p.at(i-1).word.prep || p.at(i-1).word.approx) {
		m.year, m.hasYear, m.width = century(int(p.at(i+1).num)), true, 1
		return m, i + 2
	}
	e := p.year(k, &m)
	if e == 0 {
		return p.yearBefore(k)
	}
	if p.is(i, "fiscal") {
		m.fiscal = true
		return m, e
	}
	if k > i || e > k+1 {
		return m, e
	}
	return m, p.yearStands(i)
}

// yearBefore reads the first year of "264 to 241 BC", which takes the era of the second.
func (p *parser) yearBefore(i int) (meaning, int) {
	m := meaning{kind: calendar}
	t := p.at(i)
	if t.digits == 0 || t.digits > 4 || !p.in(i+1, words.YearJoin, "-") || p.at(i+2).digits == 0 ||
		p.at(i+2).digits > 4 {
		return m, 0
	}
	if bc, e := p.era(i + 3); e > 0 && bc {
		m.year, m.hasYear, m.bc, m.width = int(t.num), true, true, 1
		return m, i + 1
	}
	return m, 0
}

// yearStands returns the index after the figures at i if they stand as a year.
func (p *parser) yearStands(i int) int {
	t, b, a := p.at(i), p.at(i-1), p.at(i+1)
	num := int(t.num)
	if b.glued && t.glued && p.is(i-1, "$", "€", "£", "¥", "#", ".", ":", "/", "+", "=", "_", "@") ||
		p.is(i-1, "$", "€", "£", "¥", "#") {
		return 0
	}
	if t.glued && p.is(i-1, "-") && b.glued && p.at(i-2).digits != 4 && p.at(i-2).word.month == 0 &&
		!p.at(i-2).word.approx {
		return 0
	}
	if p.is(i+1, ":") && p.at(i+2).isNum && p.at(i+2).glued {
		return 0
	}
	if a.glued && (p.is(i+1, "%", "°", "/", "$") || a.isNum || isLetter(a.low)) {
		return 0
	}
	if p.in(i+1, words.NotYearUnit, "%") {
		return 0
	}
	if b.isNum && !p.is(i-1, ".") || p.in(i-1, words.NumberedThing) ||
		p.is(i-1, ".") && p.in(i-2, words.PageAbbreviation) {
		return 0
	}
	// "Flight 1549", "Tokyo 2020": part of a name.
	if b.capital && b.word == &noEntry && !b.first && !a.capital && p.in(i+1, words.YearNext, "'", ",", ".") &&
		!p.is(i+1, ",", ".") {
		return 0
	}
	cue := b.word.prep || b.word.approx || p.in(i-1, words.YearCue, "(", "-", "'s") || b.word.edge != ""
	// "1,500" is written without its comma in "1500 troops"; after "in" or "of" it is a year nevertheless.
	round := num%100 == 0 || num < 1900 || num > 2039
	counted := round && a.low != "" && !a.capital && !a.isNum && isLetter(a.low) && len(a.low) > 3 &&
		a.low[len(a.low)-1] == 's' &&
		a.word == &noEntry
	people := p.in(i+1, words.CountedPeople)
	switch {
	case people || counted && (!cue || num < 1700 || p.in(i-1, words.CountBefore)):
		return 0
	case num >= 1700 && num < 2100:
		return i + 1
	case cue && !p.in(i-1, words.NotYearCue):
		return i + 1
	}
	return 0
}

func isLetter(s string) bool { return s != "" && (s[0] >= 'a' && s[0] <= 'z' || s[0] >= 0x80) }
