package dates

// unsaidYears supplies the year of a month, or a day of it, that the text names without one, by the context and by the
// tense of the words around it.
type unsaidYears struct {
	c     *context
	t     *tokens
	verbs *verbs
}

// yearFor supplies the year of a month or day that has none.
func (r *unsaidYears) yearFor(h *hit, month, dayOf int) (year int, bc, ok bool) {
	if r.c.thread.lends(h, month, r.verbs.tenseAt(h.i, h.j)) {
		h.lent = true
		return r.c.thread.year, false, true
	}
	l := r.c.last
	if r.c.aside.ok && r.t.sameSentence(r.c.asideHit, h.i) {
		l = r.c.aside
	}
	if l.ok && !l.bc && l.month == 0 && r.ofYearBefore(h) {
		return l.year, false, true
	}
	sameYear := l.ok && l.month > 0 && !l.bc && r.c.explicit && r.t.sameSentence(r.c.lastHit, h.i)
	if l.ok && (r.c.narrative || sameYear) {
		year, bc = l.yearOfNext(month)
		return year, bc, true
	}
	if !r.c.hasRef {
		return 0, false, false
	}
	year, _, _ = r.c.ref.civil()
	if month == 0 || r.c.narrative {
		return year, false, true
	}
	return year + r.yearsFromNews(h, year, month, dayOf), false, true
}

// ofYearBefore tells whether the month follows the year to which it belongs: "last year, in March".
func (r *unsaidYears) ofYearBefore(h *hit) bool {
	return h.i-r.c.lastHit <= 4 && r.t.is(h.i-1, "in") && r.t.is(h.i-2, ",") && r.t.sameSentence(r.c.lastHit, h.i)
}

// yearsFromNews is 0 where a month, or day of one, is of the year of publication, -1 or 1 where it is of the year
// before or after. The tense decides, or else the nearest one is meant.
func (r *unsaidYears) yearsFromNews(h *hit, year, month, dayOf int) int {
	first := newDay(year, month, max(dayOf, 1))
	last := first
	if dayOf == 0 {
		last = newDay(year, month, daysIn(year, month))
	}
	ahead, behind := int(first-r.c.ref), int(r.c.ref-last)
	t := r.verbs.tenseAt(h.i, h.j)
	if t == past && ahead > 0 && r.mayLieAhead(h, ahead, dayOf) {
		t = unknown // what happened ten months ago would have its year
	}
	switch {
	case t == past && ahead > 1: // a day's grace: it may be tomorrow already where the news comes from
		return -1
	case t == future && behind > soon:
		return 1
	case t == unknown && ahead > halfYear:
		return -1
	case t == unknown && behind > halfYear:
		return 1
	}
	return 0
}

// soon is how near, in days, a date without a year is taken for the nearest one against the tense of the verb.
const soon = 60

// halfYear is half the days of a year: of two years, the nearer one is meant.
const halfYear = 183

// mayLieAhead tells whether a date so many days ahead can stand in the past tense and be still to come: "announced a
// June 3 hearing".
func (r *unsaidYears) mayLieAhead(h *hit, ahead, dayOf int) bool {
	switch {
	case dayOf > 0 && ahead > 1 && r.toldOn(h):
		return false
	case ahead <= soon/2:
		return true
	}
	return ahead <= soon && (dayOf > 0 || r.attributive(h)) || ahead <= 2*soon && r.modifies(h)
}

// toldOn tells whether the day hangs on a verb of the past right before it: "He wrote on July 4".
func (r *unsaidYears) toldOn(h *hit) bool {
	k := h.i - 2
	return r.t.is(h.i-1, "on") && r.verbs.pastVerb(k) && !r.t.in(k, words.Planned) && !r.t.in(k, words.AgreeingVerb)
}

// attributive tells whether the date does not hang on the verb: "a June 3 hearing", "by early June", "the fourth
// quarter".
func (r *unsaidYears) attributive(h *hit) bool {
	return r.t.in(h.i-1, words.LimitBefore, "'s", "'") || h.half != "" ||
		h.article && !r.t.is(h.i-1, "in", "on")
}

// modifies tells whether a noun follows to which the date belongs: "the Nov. 8 election", "a June 3 hearing".
func (r *unsaidYears) modifies(h *hit) bool {
	t := r.t.at(h.j)
	return r.t.in(h.i-1, words.NamedLead) && isLetter(t.low) && !t.capital && !t.known && !r.verbs.pastVerb(h.j)
}
