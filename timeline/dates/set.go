package dates

import "strings"

// sets reads times that recur: "every day", "twice a week", "Mondays".
type sets struct {
	t       *tokens
	numbers *numbers
	units   *units
}

// recurring reads "every day", "each Monday", "daily", "twice a week", "per month", "15 a year".
func (r *sets) recurring(i int) (meaning, int) {
	t := r.t.at(i)
	switch {
	case r.paperAt(i):
		return meaning{}, 0
	case t.word.set != "" && r.t.small(i) && (!t.capital || !r.t.at(i+1).capital):
		return meaning{kind: set, value: t.word.set}, i + 1
	case r.t.in(i, words.Each) && r.t.small(i):
		return r.every(i + 1)
	case r.t.in(i, words.IndefiniteArticle):
		return r.perUnit(i)
	}
	if wd := r.pluralWeekday(i); wd > 0 {
		return meaning{kind: set, value: onWeekday(wd)}, i + 1
	}
	return meaning{}, 0
}

// paperAt tells whether "daily" or "weekly" at i is a paper: "the daily said".
func (r *sets) paperAt(i int) bool {
	if !r.t.in(i, words.Periodic) || !r.t.in(i-1, words.DocumentDeterminer) {
		return false
	}
	n := r.t.at(i + 1)
	return n.word.past || n.word.prep || !isLetter(n.low)
}

// perUnit reads "a week" of what is counted: "twice a week", "15 a year", but "twice a year ago".
func (r *sets) perUnit(i int) (meaning, int) {
	u, e := r.units.unitWord(i + 1)
	if e == 0 || !r.rate(i-1) || !r.units.one(i+1) || r.t.at(e).word.ago || r.t.in(e, words.SetOffset, "-") {
		return meaning{}, 0
	}
	return meaning{kind: set, value: period(1, u)}, e
}

// pluralWeekday is the weekday of "Mondays", 0 of other words.
func (r *sets) pluralWeekday(i int) int {
	t := r.t.at(i)
	if t.known || !t.capital {
		return 0
	}
	low, plural := strings.CutSuffix(t.low, "s")
	if e := lexicon().words[low]; plural && e != nil {
		return e.weekday
	}
	return 0
}

// rate tells whether what comes before "a year" is counted: "twice", "15", "millions of dollars".
func (r *sets) rate(i int) bool { return r.t.at(i).isNum || r.t.in(i, words.Counted, "%") }

// every reads what follows "every" and "each": a weekday, a part of the day, a season, a number of units.
func (r *sets) every(k int) (meaning, int) {
	n := 1.0
	k = r.t.skip(k, "single")
	if r.t.in(k, words.EveryOther) {
		n, k = 2, k+1
	} else if q, _, e := r.numbers.quantity(k); e > 0 {
		n, k = q, e
	}
	w := r.t.at(k).word
	if w.weekday > 0 && r.t.at(k).capital {
		return meaning{kind: set, value: onWeekday(w.weekday)}, k + 1
	}
	if w.part != "" {
		return meaning{kind: set, value: "XXXX-XX-XXT" + w.part}, k + 1
	}
	if w.season != "" {
		return meaning{kind: set, value: "XXXX-" + w.season}, k + 1
	}
	u, e := r.units.unitWord(k)
	if e == 0 {
		return meaning{}, 0
	}
	return meaning{kind: set, value: period(n, u)}, e
}

// onWeekday is the TIMEX3 value of a weekday in every week.
func onWeekday(weekday int) string { return "XXXX-WXX-" + string(rune('0'+weekday)) }
