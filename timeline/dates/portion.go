package dates

// portions reads a part of a stretch of time: its end or eve, its nth week, a quarter or half of it. The stretch itself
// is read as a plain expression.
type portions struct {
	t       *tokens
	numbers *numbers
	units   *units
	years   *years
	plain   *plain
}

// edged reads "the end of 2009", "the middle of March", "the eve of the summit", "the rest of the year", "year-end".
func (r *portions) edged(i int) (meaning, int) {
	if m, e := r.endOfUnit(i); e > 0 {
		return m, e
	}
	k := r.t.skip(r.t.skip(i, "the"), "very")
	latter := r.t.in(k, words.LatterPart)
	if latter {
		k++
	}
	edge := r.t.at(k).word.edge
	if edge == "" || r.t.name(k) || !r.t.is(k+1, "of") {
		return meaning{}, 0
	}
	if (edge == "PART" || edge == "HALF") && !latter {
		return meaning{}, 0
	}
	return r.edgeOf(edge, k+2)
}

// endOfUnit reads "year-end", "month's end" of the unit that the text is about.
func (r *portions) endOfUnit(i int) (meaning, int) {
	switch {
	case r.t.seq(i, "year", "-", "end") && r.t.at(i+1).glued:
		return meaning{kind: unitRef, unit: "Y", mod: "the", edge: "END"}, i + 3
	case r.t.in(i, words.CalendarUnit) && r.t.seq(i+1, "'", "s", "end") && !r.t.in(i-1, words.EndDeterminer):
		return meaning{kind: unitRef, unit: r.t.at(i).word.unit, mod: "the", edge: "END"}, i + 4
	}
	return meaning{}, 0
}

// edgeOf reads what has the edge: "2009", "March", "the third quarter of 2010".
func (r *portions) edgeOf(edge string, k int) (meaning, int) {
	if m, e := r.nthOf(k); e > 0 {
		m.approx, m.edge = true, edge
		return m, e
	}
	m, e := r.plain.base(k)
	if e == 0 && r.t.is(k, "the") {
		m, e = r.plain.base(k + 1)
	}
	if e == 0 || m.kind == weekday && edge != "EVE" {
		return meaning{}, 0
	}
	m.edge, m.approx = edge, m.day == 0
	if edge == "HALF" && m.month == 0 { // of a month EDTF has no halves
		m.half = "H2"
	}
	return m, e
}

// nthOf reads a numbered part of a stretch: "the third quarter of 2009", "the second half", "the last week of March",
// "the first day of the year", "Q3 2010".
func (r *portions) nthOf(i int) (meaning, int) {
	if m, e := r.shortFraction(i); e > 0 {
		return m, e
	}
	k := r.t.skipIn(r.t.skipIn(i, words.PartDeterminer), words.Fiscal)
	n, e := r.numbers.ordinal(k)
	if r.t.in(k, words.LatterHalf) && r.t.is(k+1, "half") {
		n, e = 2, k+1
	}
	if e == 0 || r.t.name(k) || r.t.in(i, words.GroupPossessive) {
		return meaning{}, 0
	}
	e = r.t.skipIn(e, words.FiscalFull, "-")
	switch unit := r.numberedUnit(e); unit {
	case "":
		return meaning{}, 0
	case "Q", "H":
		return r.fraction(n, unit, e+1, k > i)
	default:
		return r.nthWithin(n, unit, e+1, k > i)
	}
}

// shortFraction reads "Q3 2010", "H1".
func (r *portions) shortFraction(i int) (meaning, int) {
	t, n := r.t.at(i), r.t.at(i+1)
	if !t.capital || !r.t.is(i, "q", "h") || n.digits != 1 || !n.glued || n.num < 1 || n.num > 4 {
		return meaning{}, 0
	}
	m := meaning{kind: calendar, half: string([]byte{t.low[0] - 'a' + 'A', byte('0' + int(n.num))})}
	return m, r.years.yearTail(i+2, &m)
}

// numberedUnit is the unit at i, in the singular, of which a longer stretch has several that are counted; "H" for a
// half.
func (r *portions) numberedUnit(i int) string {
	if r.t.is(i, "half") {
		return "H"
	}
	unit := r.t.at(i).word.unit
	if !r.units.one(i) || unit == "TS" || unit == "TM" || unit == "TH" {
		return ""
	}
	return unit
}

// nthWithin reads the stretch of which the nth unit is meant: "of March", "in the year".
func (r *portions) nthWithin(n int, unit string, e int, article bool) (meaning, int) {
	if !r.t.is(e, "of", "in") {
		return meaning{}, 0
	}
	m, end := r.plain.base(e + 1)
	if end == 0 || m.day != 0 {
		return meaning{}, 0
	}
	switch {
	case m.kind == calendar:
	case m.kind == unitRef && m.unit == "Y":
		m.kind, m.yearMod, m.mod = calendar, m.mod, ""
	default:
		return meaning{}, 0
	}
	m.unit, m.nth, m.article = unit, n, article
	return m, end
}

// fraction reads the rest of a quarter or half: "of 2009", "of last year", or nothing.
func (r *portions) fraction(n int, unit string, e int, article bool) (meaning, int) {
	if n > 4 || unit == "H" && n > 2 {
		return meaning{}, 0
	}
	if n == -1 && unit == "Q" && !r.t.is(e, "of") {
		return meaning{kind: unitRef, unit: "Q", mod: "last", article: article}, e
	}
	if n == -1 {
		n = map[string]int{"Q": 4, "H": 2}[unit]
	}
	m := meaning{kind: calendar, article: article, half: unit + string(rune('0'+n))}
	end := r.fractionYear(e, &m)
	if end == e && (unit == "H" || r.t.is(e, "of")) {
		return meaning{}, 0
	}
	return m, end
}

// fractionYear reads the year of a quarter or half: "of 2009", "of fiscal 2009", "of the year".
func (r *portions) fractionYear(e int, m *meaning) int {
	if r.t.seq(e, "of", "fiscal") {
		if end := r.years.year(e+2, m); end > 0 {
			return end
		}
	}
	end := r.years.yearTail(e, m)
	if end == e && r.t.seq(e, "of", "the", "year") {
		m.yearMod = "the"
		return e + 3
	}
	return end
}
