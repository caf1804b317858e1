package dates

// recurring reads "every day", "each Monday", "daily", "twice a week", "per month", "15 a year".
func (p *parser) recurring(i int) (meaning, int) {
	t := p.at(i)
	if p.in(i-1, words.DocumentDeterminer) && p.in(i, words.Periodic) &&
		(p.at(i+1).word.past || p.at(i+1).word.prep || !isLetter(p.at(i+1).low)) {
		return meaning{}, 0 // the paper
	}
	if t.word.set != "" && p.small(i) && (!t.capital || !p.at(i+1).capital) {
		return meaning{kind: set, value: t.word.set}, i + 1
	}
	switch {
	case p.in(i, words.Each) && p.small(i):
		return p.every(i + 1)
	case p.in(i, words.IndefiniteArticle) && p.rate(i-1):
		if u, e := p.unitWord(i + 1); e > 0 && p.one(i+1) && !p.at(e).word.ago && !p.in(e, words.SetOffset, "-") {
			return meaning{kind: set, value: period(1, u)}, e
		}
	case t.word == &noEntry && t.capital && len(t.low) > 6 && t.low[len(t.low)-1] == 's':
		if wd := p.weekdays(t.low); wd > 0 {
			return meaning{kind: set, value: "XXXX-WXX-" + string(rune('0'+wd))}, i + 1
		}
	}
	return meaning{}, 0
}

func (p *parser) weekdays(low string) int {
	if e, ok := lexicon()[low[:len(low)-1]]; ok {
		return e.weekday
	}
	return 0
}

// rate tells whether what comes before "a year" is counted: "twice", "15", "millions of dollars".
func (p *parser) rate(i int) bool {
	t := p.at(i)
	return t.isNum || p.in(i, words.Counted) ||
		p.at(i).low == "%"
}

func (p *parser) every(k int) (meaning, int) {
	n := 1.0
	k = p.skip(k, "single")
	if p.in(k, words.EveryOther) {
		n, k = 2, k+1
	} else if q, _, e := p.quantity(k); e > 0 {
		n, k = q, e
	}
	w := p.at(k).word
	if w.weekday > 0 && p.at(k).capital {
		return meaning{kind: set, value: "XXXX-WXX-" + string(rune('0'+w.weekday))}, k + 1
	}
	if w.part != "" {
		return meaning{kind: set, value: "XXXX-XX-XXT" + w.part}, k + 1
	}
	if w.season != "" {
		return meaning{kind: set, value: "XXXX-" + w.season}, k + 1
	}
	u, e := p.unitWord(k)
	if e == 0 {
		return meaning{}, 0
	}
	return meaning{kind: set, value: period(n, u)}, e
}
