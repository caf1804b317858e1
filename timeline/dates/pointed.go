package dates

// pointedUnits reads one unit of time, or a month or weekday, to which an article or another word points: "last week",
// "the day", "next May". It does not know from where that word counts.
type pointedUnits struct {
	t      *tokens
	units  *units
	clock  *clock
	months *months
}

// pointed reads "last week", "the next day", "this spring", "the same month", "next Monday", "the following morning",
// "the year", "that Friday night".
func (r *pointedUnits) pointed(i int) (meaning, int) {
	k := r.t.skip(i, "the")
	the := k > i
	if the && r.t.name(i) {
		return meaning{}, 0
	}
	mod, e := r.units.modifier(k)
	if e == 0 {
		if !the {
			return meaning{}, 0
		}
		return r.definite(i, k)
	}
	if !the && (mod == "following" || r.t.is(k, "preceding")) {
		return meaning{}, 0 // "following Monday's debate"
	}
	m := meaning{mod: mod, article: the}
	// "the same day", "that same day", but "one last time"
	if r.t.in(e, words.UnitModifier) {
		m.fiscal = r.t.in(e, words.Fiscal)
		e++
	}
	return r.pointedAt(m, e)
}

// pointedAt reads the noun after a modifier.
func (r *pointedUnits) pointedAt(m meaning, e int) (meaning, int) {
	w := r.t.at(e).word
	switch {
	case w.weekday > 0 && r.t.at(e).capital:
		m.kind, m.weekday = weekday, w.weekday
		return r.clock.partTail(m, e+1)
	case w.season != "" && !r.t.name(e):
		m.kind, m.season, m.unit = unitRef, w.season, "S"
		return m, e + 1
	case w.part != "" && !r.t.name(e) && r.units.one(e):
		m.kind, m.part, m.unit = unitRef, w.part, "D"
		return m, e + 1
	case r.t.is(e, "period") && (m.mod == "same" || m.mod == "that"):
		return r.samePeriod(m, e+1)
	}
	if mon, k := r.months.monthName(e); k > 0 && !r.t.at(k).isNum {
		m.kind, m.month, m.unit = unitRef, mon, "N"
		return m, k
	}
	return r.pointedUnit(m, e)
}

// samePeriod reads the year of "the same period a year earlier"; "the same period of the war" has none.
func (r *pointedUnits) samePeriod(m meaning, e int) (meaning, int) {
	m.kind, m.unit = unitRef, "P"
	if k := r.yearBack(&m, e); k > e || !r.t.is(e, "of") {
		return m, k
	}
	return meaning{}, 0
}

// pointedUnit reads a unit in the singular after a modifier: "last week", but not "the next day-care law".
func (r *pointedUnits) pointedUnit(m meaning, e int) (meaning, int) {
	unit, k := r.units.unitWord(e)
	switch {
	case k == 0, !r.units.one(e), unit[0] == 'T',
		r.t.gluedMark(k, "-") && r.t.at(k+1).glued && r.t.isWord(k+1),
		unit == "D" && r.t.at(k).word.part != "":
		return meaning{}, 0
	}
	m.kind, m.unit = unitRef, unit
	if m.mod == "same" {
		k = r.yearBack(&m, k)
	}
	return m, k
}

// yearBack reads the year with which "the same period" is compared: "a year earlier", "last year", "of the previous
// year".
func (r *pointedUnits) yearBack(m *meaning, k int) int {
	if r.t.is(k, "a", "one") && r.t.is(k+1, "year") && r.t.in(k+2, words.AgoBefore) {
		m.n = 1
		return k + 3
	}
	j := r.t.skipIn(r.t.skip(r.t.skip(k, "of", "in"), "the"), words.PrecedingWord)
	if j > k && r.t.at(j-1).word.mod != "" && r.t.is(j, "year") {
		m.n = 1
		return j + 1
	}
	return k
}

// definite reads "the year", "the day", "the summer", "the morning", and "the year before", "the week previous". i is
// the index of the article, k the one after it.
func (r *pointedUnits) definite(i, k int) (meaning, int) {
	m := meaning{kind: unitRef, mod: "the", article: true}
	w := r.t.at(k).word
	switch {
	case w.season != "" && !r.t.at(k).capital:
		m.season, m.unit = w.season, "S"
		if r.t.seq(k, "fall", "of") && r.t.at(k+2).digits != 4 { // "the fall of Saigon"
			return meaning{}, 0
		}
		return m, k + 1
	case w.part != "" && r.t.small(k) && r.units.one(k) && (!r.t.in(k, words.DayEdge) || !r.t.is(k+1, "of")):
		m.part, m.unit = w.part, "D"
		return r.sideOfUnit(m, k+1)
	}
	e := r.definiteUnit(i, k)
	if e == 0 {
		return meaning{}, 0
	}
	m.unit = w.unit
	return r.sideOfUnit(m, e)
}

// definiteUnit returns the index after a unit after "the", in the singular, that is a time of its own, or 0: "the
// quarter of the land", "the day-care law", "the year one" and "they won the day" are none.
func (r *pointedUnits) definiteUnit(i, k int) int {
	unit, e := r.units.unitWord(k)
	if e == 0 || !r.units.one(k) || r.t.gluedMark(e, "-") || r.t.is(e, "one", "i") {
		return 0
	}
	switch unit {
	case "CE", "ML", "FN":
		return 0
	case "Q":
		if r.t.is(e, "of", "-") {
			return 0
		}
	case "D":
		if r.t.is(i-1, "of") && r.t.at(i-2).word.edge == "" || r.t.in(i-1, words.DayObjectVerb) {
			return 0
		}
	}
	if unit[0] == 'T' {
		return 0
	}
	return e
}

// sideOfUnit reads which side of the text's time the unit that ends at e lies: "the year before", "the night before",
// "the week after next".
func (r *pointedUnits) sideOfUnit(m meaning, e int) (meaning, int) {
	switch {
	case r.units.farSide(e):
		m.mod = r.t.at(e).low + " " + r.t.at(e+1).low
		return m, e + 2
	case r.t.in(e, words.UnitBefore) && (!r.units.clause(e+1) || r.pluperfect(e+1)):
		m.mod = "previous"
		return m, e + 1
	case r.t.in(e, words.UnitAfter) && !r.units.clause(e+1):
		m.mod = "next"
		return m, e + 1
	}
	return m, e
}

// pluperfect tells whether a pronoun and "had" follow at i, the clause that the unit before it dates: "the week before
// | he had called it senseless".
func (r *pointedUnits) pluperfect(i int) bool {
	return (r.t.in(i, words.SingularSubject) || r.t.in(i, words.PluralPronoun)) && r.t.is(i+1, "had")
}

// yearEarlier reads "the year-earlier quarter", "year-ago period".
func (r *pointedUnits) yearEarlier(i int) (meaning, int) {
	k := r.t.skip(i, "the", "a")
	if !r.t.is(k, "year") || !r.t.gluedMark(k+1, "-") || !r.t.in(k+2, words.YearAgo) {
		return meaning{}, 0
	}
	m := meaning{kind: unitRef, mod: "same", unit: "P", n: 1, article: k > i}
	e := k + 3
	if u, x := r.units.unitWord(e); x > 0 {
		m.unit, e = u, x
	} else {
		e = r.t.skip(e, "period")
	}
	return m, e
}
