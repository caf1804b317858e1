package dates

// blurred reads "early March", "the late 1960s", "mid-2011", "late in the year", "earlier this month", "later that
// day".
func (p *parser) blurred(i int) (meaning, int) {
	blur := p.skip(p.skip(i, "the"), "very")
	if !p.at(blur).word.approx || p.name(blur) {
		return meaning{}, 0
	}
	later := p.in(blur, words.EarlierLater)
	k := p.afterBlur(blur + 1)
	m, e := p.base(k)
	if e == 0 && !later {
		m, e = p.nthOf(k)
	}
	if e == 0 || later && !p.takesLater(&m, i, k) {
		return meaning{}, 0
	}
	if p.is(i, "the") && m.kind == calendar && m.month > 0 {
		return meaning{}, 0 // "the early October battle": the article is the battle's
	}
	m.approx = true
	m.article = m.article || p.is(i, "the")
	return m, e
}

// afterBlur skips what links "early", "mid" or "late" to what it blurs: the hyphen of "mid-2011", "to late" of "early
// to late March", "in the" of "late in the evening of June 3".
func (p *parser) afterBlur(k int) int {
	switch {
	case p.gluedMark(k, "-"):
		k++
	case p.is(k, "to", "-") && p.at(k+1).word.approx:
		k += 2
	}
	if !p.is(k, "in", "on") || p.is(k+1, "until") {
		return k
	}
	if k++; p.is(k, "the") && p.at(k+1).word.part != "" && p.is(k+2, "of") {
		k++
	}
	return k
}

// takesLater tells whether "earlier" or "later" at i can blur the meaning at k: "later that day", "earlier Monday",
// "later in 2011", but no month or year right after it.
func (p *parser) takesLater(m *meaning, i, k int) bool {
	switch m.kind {
	case deictic, unitRef:
		return true
	case weekday:
		return k == i+1
	case calendar:
		return p.is(k-1, "in")
	}
	return false
}

// yearEarlier reads "the year-earlier quarter", "year-ago period".
func (p *parser) yearEarlier(i int) (meaning, int) {
	k := p.skip(i, "the", "a")
	if !p.is(k, "year") || !p.gluedMark(k+1, "-") || !p.in(k+2, words.YearAgo) {
		return meaning{}, 0
	}
	m := meaning{kind: unitRef, mod: "same", unit: "P", n: 1, article: k > i}
	e := k + 3
	if u, x := p.unitWord(e); x > 0 {
		m.unit, e = u, x
	} else {
		e = p.skip(e, "period")
	}
	return m, e
}

// edged reads "the end of 2009", "the middle of March", "the eve of the summit", "the rest of the year", "year-end".
func (p *parser) edged(i int) (meaning, int) {
	if m, e := p.endOfUnit(i); e > 0 {
		return m, e
	}
	k := p.skip(p.skip(i, "the"), "very")
	latter := p.in(k, words.LatterPart)
	if latter {
		k++
	}
	edge := p.at(k).word.edge
	if edge == "" || p.name(k) || !p.is(k+1, "of") {
		return meaning{}, 0
	}
	if (edge == "PART" || edge == "HALF") && !latter {
		return meaning{}, 0
	}
	return p.edgeOf(edge, k+2)
}

// endOfUnit reads "year-end", "month's end" of the unit that the text is about.
func (p *parser) endOfUnit(i int) (meaning, int) {
	switch {
	case p.seq(i, "year", "-", "end") && p.at(i+1).glued:
		return meaning{kind: unitRef, unit: "Y", mod: "the", edge: "END"}, i + 3
	case p.in(i, words.CalendarUnit) && p.seq(i+1, "'", "s", "end") && !p.in(i-1, words.EndDeterminer):
		return meaning{kind: unitRef, unit: p.at(i).word.unit, mod: "the", edge: "END"}, i + 4
	}
	return meaning{}, 0
}

// edgeOf reads what has the edge: "2009", "March", "the third quarter of 2010".
func (p *parser) edgeOf(edge string, k int) (meaning, int) {
	if m, e := p.nthOf(k); e > 0 {
		m.approx, m.edge = true, edge
		return m, e
	}
	m, e := p.base(k)
	if e == 0 && p.is(k, "the") {
		m, e = p.base(k + 1)
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
func (p *parser) nthOf(i int) (meaning, int) {
	if m, e := p.shortFraction(i); e > 0 {
		return m, e
	}
	k := p.skipIn(p.skipIn(i, words.PartDeterminer), words.Fiscal)
	n, e := p.ordinal(k)
	if p.in(k, words.LatterHalf) && p.is(k+1, "half") {
		n, e = 2, k+1
	}
	if e == 0 || p.name(k) || p.in(i, words.GroupPossessive) {
		return meaning{}, 0
	}
	e = p.skipIn(e, words.FiscalFull, "-")
	switch unit := p.numberedUnit(e); unit {
	case "":
		return meaning{}, 0
	case "Q", "H":
		return p.fraction(n, unit, e+1, k > i)
	default:
		return p.nthWithin(n, unit, e+1, k > i)
	}
}

// shortFraction reads "Q3 2010", "H1".
func (p *parser) shortFraction(i int) (meaning, int) {
	t, n := p.at(i), p.at(i+1)
	if !t.capital || !p.is(i, "q", "h") || n.digits != 1 || !n.glued || n.num < 1 || n.num > 4 {
		return meaning{}, 0
	}
	m := meaning{kind: calendar, half: string([]byte{t.low[0] - 'a' + 'A', byte('0' + int(n.num))})}
	return m, p.yearTail(i+2, &m)
}

// numberedUnit is the unit at i, in the singular, of which a longer stretch has several that are counted; "H" for a
// half.
func (p *parser) numberedUnit(i int) string {
	if p.is(i, "half") {
		return "H"
	}
	unit := p.at(i).word.unit
	if !p.one(i) || unit == "TS" || unit == "TM" || unit == "TH" {
		return ""
	}
	return unit
}

// nthWithin reads the stretch of which the nth unit is meant: "of March", "in the year".
func (p *parser) nthWithin(n int, unit string, e int, article bool) (meaning, int) {
	if !p.is(e, "of", "in") {
		return meaning{}, 0
	}
	m, end := p.base(e + 1)
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
func (p *parser) fraction(n int, unit string, e int, article bool) (meaning, int) {
	if n > 4 || unit == "H" && n > 2 {
		return meaning{}, 0
	}
	if n == -1 && unit == "Q" && !p.is(e, "of") {
		return meaning{kind: unitRef, unit: "Q", mod: "last", article: article}, e
	}
	if n == -1 {
		n = map[string]int{"Q": 4, "H": 2}[unit]
	}
	m := meaning{kind: calendar, article: article, half: unit + string(rune('0'+n))}
	end := p.fractionYear(e, &m)
	if end == e && (unit == "H" || p.is(e, "of")) {
		return meaning{}, 0
	}
	return m, end
}

// fractionYear reads the year of a quarter or half: "of 2009", "of fiscal 2009", "of the year".
func (p *parser) fractionYear(e int, m *meaning) int {
	if p.seq(e, "of", "fiscal") {
		if end := p.year(e+2, m); end > 0 {
			return end
		}
	}
	end := p.yearTail(e, m)
	if end == e && p.seq(e, "of", "the", "year") {
		m.yearMod = "the"
		return e + 3
	}
	return end
}
