package dates

import "strings"

// recurring reads "every day", "each Monday", "daily", "twice a week", "per month", "15 a year".
func (p *parser) recurring(i int) (meaning, int) {
	t := p.at(i)
	switch {
	case p.paperAt(i):
		return meaning{}, 0
	case t.word.set != "" && p.small(i) && (!t.capital || !p.at(i+1).capital):
		return meaning{kind: set, value: t.word.set}, i + 1
	case p.in(i, words.Each) && p.small(i):
		return p.every(i + 1)
	case p.in(i, words.IndefiniteArticle):
		return p.perUnit(i)
	}
	if wd := p.weekdays(i); wd > 0 {
		return meaning{kind: set, value: onWeekday(wd)}, i + 1
	}
	return meaning{}, 0
}

// paperAt tells whether "daily" or "weekly" at i is a paper: "the daily said".
func (p *parser) paperAt(i int) bool {
	if !p.in(i, words.Periodic) || !p.in(i-1, words.DocumentDeterminer) {
		return false
	}
	n := p.at(i + 1)
	return n.word.past || n.word.prep || !isLetter(n.low)
}

// perUnit reads "a week" of what is counted: "twice a week", "15 a year", but "twice a year ago".
func (p *parser) perUnit(i int) (meaning, int) {
	u, e := p.unitWord(i + 1)
	if e == 0 || !p.rate(i-1) || !p.one(i+1) || p.at(e).word.ago || p.in(e, words.SetOffset, "-") {
		return meaning{}, 0
	}
	return meaning{kind: set, value: period(1, u)}, e
}

// weekdays is the weekday of "Mondays", 0 of other words.
func (p *parser) weekdays(i int) int {
	t := p.at(i)
	if t.known || !t.capital {
		return 0
	}
	low, plural := strings.CutSuffix(t.low, "s")
	if e := lexicon().words[low]; plural && e != nil {
		return e.weekday
	}
	return 0
}

// onWeekday is the TIMEX3 value of a weekday in every week.
func onWeekday(weekday int) string { return "XXXX-WXX-" + string(rune('0'+weekday)) }

// rate tells whether what comes before "a year" is counted: "twice", "15", "millions of dollars".
func (p *parser) rate(i int) bool { return p.at(i).isNum || p.in(i, words.Counted, "%") }

// every reads what follows "every" and "each": a weekday, a part of the day, a season, a number of units.
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
		return meaning{kind: set, value: onWeekday(w.weekday)}, k + 1
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
