package dates

// dayWord reads the day of a month in words: "third", "twenty-first".
func (p *parser) dayWord(i int) (d, end int) {
	if p.at(i).isNum || p.name(i) {
		return 0, 0
	}
	n, e := p.ordinal(i)
	if e == 0 || n < 1 || n > 31 || p.is(i, "opening") {
		return 0, 0
	}
	return n, e
}

// dayNumber reads the day of a month in figures or words.
func (p *parser) dayNumber(i int) (d, end int) {
	if d, end = p.dayOfMonth(i); end > 0 {
		return d, end
	}
	return p.dayWord(i)
}

// wordDayMonth reads "the third of May, 1985", after an article or a word that dates; "a third of May" is a share.
func (p *parser) wordDayMonth(i int) (meaning, int) {
	k := p.skip(i, "the")
	dated := k > i || p.in(i-1, words.DatedLead, ",") ||
		p.in(i-1, words.ListLink) && p.at(i-2).word.ord > 0 || p.at(i-1).word.weekday > 0
	d, e := p.dayWord(k)
	if e == 0 || !dated || !p.is(e, "of") {
		return meaning{}, 0
	}
	mon, end := p.monthName(e + 1)
	if end == 0 {
		if mod, x := p.modifier(p.skip(e+1, "the")); x > 0 && p.is(x, "month") {
			return meaning{kind: calendar, day: d, mod: mod, article: k > i}, x + 1
		}
		return meaning{}, 0
	}
	m := meaning{kind: calendar, month: mon, day: d, article: k > i}
	tail := p.yearTail(end, &m)
	if tail == end && (p.is(end, "'") || p.countsThings(end)) {
		return meaning{}, 0 // "the second of May's raids"
	}
	return m, tail
}

// wordDayAfter reads the day in words after its month: "May third, 1985", "May the twenty-first". i is the index of
// the month, k the one after it.
func (p *parser) wordDayAfter(i, k int, m *meaning) (end int) {
	j := p.skip(k, "the")
	d, e := p.dayWord(j)
	if e == 0 {
		return 0
	}
	m.day = d
	end = p.yearTail(e, m)
	led := j > k || p.in(i-1, words.DatedLead, ",") || p.at(i).first
	if end > e || led && !p.countsThings(e) && !p.at(e).capital {
		return end
	}
	m.day = 0
	return 0
}

// countsThings tells "June 3 and 12 people" from "June 3 and 12".
func (p *parser) countsThings(e int) bool {
	t := p.at(e)
	if t.line || t.word.prep || t.word.past || t.word.future {
		return false
	}
	return t.low != "" && isLetter(t.low) && !p.pastVerb(e)
}
