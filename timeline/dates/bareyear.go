package dates

// bareYears reads a year that stands alone, and tells it from other figures by what stands beside it.
type bareYears struct {
	t     *tokens
	years *years
}

// bareYear reads a year on its own. Four figures are no year beside a currency, a measure or the things counted.
func (r *bareYears) bareYear(i int) (meaning, int) {
	m := meaning{kind: calendar}
	if r.t.is(i, "fy") && r.t.at(i+1).glued && r.t.at(i+1).digits == 4 {
		m.fiscal = true
		end := r.years.year(i+1, &m)
		return m, end
	}
	if b := r.t.at(i - 1).word; b.prep || b.approx {
		if e := r.years.shortYear(i, &m); e > 0 {
			return m, e
		}
	}
	k := r.yearNounEnd(i)
	e := r.years.year(k, &m)
	if e == 0 {
		return r.yearBefore(k)
	}
	m.fiscal = r.t.is(i, "fiscal")
	if k == i && e == k+1 {
		e = r.yearStands(i)
	}
	return m, e
}

// yearNounEnd skips "the year", "fiscal year" before the figures of a year.
func (r *bareYears) yearNounEnd(i int) int {
	switch {
	case r.t.is(i, "the") && r.t.in(i+1, words.YearNoun):
		return i + 2
	case r.t.in(i, words.FiscalYear) && r.t.small(i):
		if r.t.is(i, "fiscal") {
			return r.t.skip(i+1, "year")
		}
		return i + 1
	}
	return i
}

// yearBefore reads the first year of "264 to 241 BC", which takes the era of the second.
func (r *bareYears) yearBefore(i int) (meaning, int) {
	m := meaning{kind: calendar}
	t := r.t.at(i)
	if !t.figures(4) || !r.t.in(i+1, words.YearJoin, "-") || !r.t.at(i+2).figures(4) {
		return m, 0
	}
	if bc, e := r.years.era(i + 3); e > 0 && bc {
		m.setYear(int(t.num))
		m.bc = true
		return m, i + 1
	}
	return m, 0
}

// yearStands returns the index after the figures at i if they stand as a year, else 0.
func (r *bareYears) yearStands(i int) int {
	if r.partOfNumber(i) || r.measures(i) || r.numbersName(i) {
		return 0
	}
	num := int(r.t.at(i).num)
	cue := r.yearCue(i)
	switch {
	case r.countsNoun(i, num, cue):
		return 0
	case num >= 1700 && num < 2100, cue && !r.t.in(i-1, words.NotYearCue):
		return i + 1
	}
	return 0
}

// partOfNumber tells whether the figures at i belong to a longer number, an amount of money, an address or a code:
// "$1990", "AB-1234", "1900:30".
func (r *bareYears) partOfNumber(i int) bool {
	t, b := r.t.at(i), r.t.at(i-1)
	marked := b.glued && t.glued && r.t.is(i-1, ".", ":", "/", "+", "=", "_", "@")
	clock := r.t.is(i+1, ":") && r.t.at(i+2).isNum && r.t.at(i+2).glued
	return marked || clock || r.t.is(i-1, "$", "€", "£", "¥", "#") ||
		t.glued && r.t.gluedMark(i-1, "-") && !r.rangeBefore(i-2)
}

// rangeBefore tells whether the token at i can begin a range that ends in a year, or blur it: "1914-1918",
// "June-1990", "mid-1990".
func (r *bareYears) rangeBefore(i int) bool {
	t := r.t.at(i)
	return t.digits == 4 || t.word.month > 0 || t.word.approx
}

// measures tells whether the figures at i are followed by what they measure, or by more of a code: "1500%", "1990km".
func (r *bareYears) measures(i int) bool {
	a := r.t.at(i + 1)
	touching := a.glued && (r.t.is(i+1, "%", "°", "/", "$") || a.isNum || isLetter(a.low))
	return touching || r.t.in(i+1, words.NotYearUnit, "%")
}

// numbersName tells whether the figures at i number what stands before them: "Resolution 1718", "p. 1990", "Flight
// 1549", "Tokyo 2020".
func (r *bareYears) numbersName(i int) bool {
	b := r.t.at(i - 1)
	if b.isNum || r.t.in(i-1, words.NumberedThing) || r.t.is(i-1, ".") && r.t.in(i-2, words.PageAbbreviation) {
		return true
	}
	name := b.capital && !b.first && !b.known
	return name && !r.t.at(i+1).capital && r.t.in(i+1, words.YearNext, "'")
}

// yearCue tells whether the word before i leads one to expect a year: "in", "since", "mid", "the end of".
func (r *bareYears) yearCue(i int) bool {
	w := r.t.at(i - 1).word
	return w.prep || w.approx || w.edge != "" || r.t.in(i-1, words.YearCue, "(", "-", "'s")
}

// countsNoun tells whether the figures at i count what follows: "1500 troops"; after "in" or "of" they are a year
// nevertheless.
func (r *bareYears) countsNoun(i, num int, cue bool) bool {
	if r.t.in(i+1, words.CountedPeople) {
		return true
	}
	a := r.t.at(i + 1)
	plural := isLetter(a.low) && !a.capital && len(a.low) > 3 && a.low[len(a.low)-1] == 's' && !a.known
	// "1,500" is written without its comma in "1500 troops".
	round := num%100 == 0 || num < 1900 || num > 2039
	return plural && round && (!cue || num < 1700 || r.t.in(i-1, words.CountBefore))
}
