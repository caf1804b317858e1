package dates

// length reads durations and what is counted from a date: "two weeks", "more than three years", "a week ago", "two
// days later", "the past five trading days", "30-day", "18 years old", "the next few months", "years".
func (p *parser) length(i int) (meaning, int) {
	k := p.hedge(i)
	if w := p.skip(i, "the"); p.in(w, words.Whole) && (w > i || p.is(w, "all")) {
		if u, e := p.unitWord(w + 1); e > 0 && p.one(w+1) {
			return meaning{kind: duration, n: 1, unit: u, article: w > i}, e
		}
	}
	m, e, article := p.lengthHead(k)
	if e < 0 {
		return meaning{}, 0
	}
	n, vague, q := p.quantity(e)
	if q == 0 {
		return p.bareUnits(m, i, e, k)
	}
	m.n, m.vague = n, vague
	hyphen := p.is(q, "-") && p.at(q).glued
	switch {
	case hyphen && article && m.mod == "":
		return meaning{}, 0 // "the 40-year rule": the article is the rule's
	case p.at(q).word.unit != "" && p.in(q-1, words.IndefiniteArticle) && p.is(q+1, "-") && !p.is(q, "weekend"):
		return meaning{}, 0 // "a month-long visit"
	}
	e = p.skip(q, "-")
	if !hyphen {
		e = p.between(e)
	}
	unit, u := p.unitWord(e)
	if u == 0 || p.at(e).glued && !hyphen && p.at(e-1).isNum || n == 1 && !p.one(e) && !p.at(q-1).isNum {
		return meaning{}, 0
	}
	// "three quarters of the troops" are no nine months.
	if unit == "TS" && vague || unit == "Q" && (n < 2 || m.mod == "" && e <= q+1) {
		return meaning{}, 0
	}
	m.unit = unit
	m.halve()
	if p.seq(u, "and", "a", "half") && !vague {
		m.n += 0.5
		u += 3
	}
	return p.lengthTail(m, i, u)
}

// halve writes half of a unit as a number of the smaller one: half an hour is 30 minutes.
func (m *meaning) halve() {
	if m.n == 0.25 && m.unit == "CE" {
		m.n, m.unit = 25, "Y"
	}
	if m.n != 0.5 {
		return
	}
	switch m.unit {
	case "TH":
		m.n, m.unit = 30, "TM"
	case "D":
		m.n, m.unit = 12, "TH"
	case "Y":
		m.n, m.unit = 6, "M"
	case "DE":
		m.n, m.unit = 5, "Y"
	case "CE":
		m.n, m.unit = 50, "Y"
	}
}

// lengthHead reads what stands before the number: nothing, an article, "the last", "the first", "the next". end is
// the index of the number, -1 where there can be none.
func (p *parser) lengthHead(k int) (m meaning, end int, article bool) {
	m.kind = duration
	the := p.skipIn(k, words.UnitDeterminer)
	mod, e := p.modifier(the)
	if e == 0 {
		if n, o := p.ordinal(the); o > 0 && (p.at(the).word.ord == 1 || n == -1) {
			mod, e = "last", o
		}
	}
	switch {
	case e > 0 && mod == "last" && the == k && !p.at(k-1).word.prep: // "talks last two hours"
		return m, -1, false
	case e > 0 && (the == k && mod != "last" && mod != "next" && mod != "previous" || p.in(the, words.SameUnit) && !p.in(the+1, words.PastComing)):
		return m, -1, false
	case e > 0:
		m.mod = mod
		return m, p.skipIn(p.hedge(e), words.FullWhole), the > k
	case the == k:
		return m, k, false
	case p.is(k, "the") && (p.at(the).isNum || p.at(the).word.num > 0): // "the two years", but "its 40-year history"
		return m, the, true
	}
	return m, -1, false
}

// bareUnits reads a plural that nothing counts: "for years", "the coming months", "in recent days".
func (p *parser) bareUnits(m meaning, i, e, k int) (meaning, int) {
	unit, u := p.unitWord(e)
	if u > 0 && e == i && p.one(e) && p.is(u, "-") && p.at(u).glued && p.is(u+1, "long") {
		return meaning{kind: duration, n: 1, unit: unit}, u + 2
	}
	if u == 0 || p.one(e) || unit == "WE" || unit == "TS" || unit == "Q" {
		return meaning{}, 0
	}
	m.unit, m.vague = unit, true
	if k > i {
		return meaning{}, 0
	}
	return p.lengthTail(m, i, u)
}

// between skips an adjective between number and unit: "six straight days", "two bloody weeks".
func (p *parser) between(e int) int {
	t := p.at(e)
	if t.low != "" && isLetter(t.low) && !t.capital && t.word == &noEntry && p.at(e+1).word.unit != "" && !p.one(e+1) &&
		t.low[len(t.low)-1] != 's' && !p.in(e, words.AfterLength) {
		return e + 1
	}
	return e
}

// hedge skips the words that blur a number: "more than", "at least", "nearly".
func (p *parser) hedge(i int) int {
	k := i
	switch {
	case p.name(i):
	case p.in(i, words.LessMore) && p.is(i+1, "than"),
		p.is(i, "at") && p.in(i+1, words.AtLeast),
		p.in(i, words.LimitLead) && p.is(i+1, "to"):
		k = i + 2
	case p.seq(i, "as", "long", "as"), p.seq(i, "a", "little", "over"), p.seq(i, "well", "over"):
		k = i + 2
		if !p.seq(i, "well", "over") {
			k++
		}
	case p.seq(i, "a", "little", "more", "than"), p.seq(i, "little", "more", "than"):
		k = i + 3
		if p.is(i, "a") {
			k++
		}
	case p.in(i, words.CountHedge):
		k = i + 1
		// "over the years" has a preposition.
		if n := p.at(k); p.in(i, words.AmountHedge) && !n.isNum && n.word.num == 0 && !p.in(k, words.SingleOne) {
			return i
		}
	}
	if k > i && p.in(k, words.BareAmountHedge) && p.is(i, "just") {
		k++
	}
	return k
}

// lengthTail reads what turns a length into an offset or an age.
func (p *parser) lengthTail(m meaning, i, u int) (meaning, int) {
	m.article = p.is(i, "the")
	w := p.at(u).word
	wide := m.mod != ""
	e := u
	switch {
	case wide:
		// "the first ten months of 2007"
		if p.is(u, "of") && p.is(i, "the") {
			var y meaning
			if end := p.year(u+1, &y); end > 0 {
				return m, end
			}
		}
		return m, u
	case p.is(u, "-") && p.at(u).glued && p.is(u+1, "old"):
		return m, u + 2
	case p.is(u, "old") || p.is(u, "of") && p.is(u+1, "age"):
		if p.is(u, "of") {
			u++
		}
		return m, u + 1
	case p.is(u, "-") && p.at(u).glued && p.is(u+1, "long"):
		return m, u + 2
	case w.ago, p.is(u, "back") && !p.clause(u+1):
		m.dir, m.speech, e = -1, true, u+1
		if p.is(e, "today") {
			e++
		}
	case p.seq(u, "from", "now"), p.seq(u, "from", "today"):
		m.dir, m.speech, e = 1, true, u+2
	case p.in(u, words.AfterOffset):
		m.dir, e = 1, u+1
	case p.in(u, words.BeforeOffset):
		m.dir, e = -1, u+1
	case p.in(u, words.PriorOffset) && !p.clause(u+1):
		m.dir, e = -1, u+1
	case p.is(u, "after") && !p.clause(u+1):
		m.dir, e = 1, u+1
	}
	if m.dir != 0 {
		m.kind = offset
		return m, e
	}
	if p.is(i-1, "in") && m.n > 0 && !m.vague && p.is(e, "'") && p.is(e+1, "time") {
		m.kind, m.dir, m.speech = offset, 1, true
		return m, e + 2
	}
	return m, e
}
