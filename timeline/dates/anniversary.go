package dates

// anniversaries reads the days on which an event, a birth or a death is remembered.
type anniversaries struct {
	t        *tokens
	numbers  *numbers
	holidays *holidays
}

// anniversary reads "the 75th anniversary of the founding of the DPRK", "Kim Il Sung's birthday", "the centenary of
// the birth of President Kim Il Sung", "the DPRK's 64th founding anniversary": what the calendar gives a day to.
func (r *anniversaries) anniversary(i int) (meaning, int) {
	k := r.t.skip(i, "the")
	n, e := r.numbers.ordinal(k)
	if e == 0 {
		e = k
	}
	if m, end := r.anniversaryOf(n, e); end > 0 {
		return m, end
	}
	if n != 0 {
		return meaning{}, 0
	}
	return r.possessive(k)
}

// anniversaryOf reads "birth anniversary of X", "centenary of X", "birthday of X", after the ordinal n if there was
// one.
func (r *anniversaries) anniversaryOf(n, k int) (meaning, int) {
	kinds, k := r.anniversaryKind(k)
	switch low := r.t.at(k).low; {
	case words.Centenary[low]:
		n = 100
	case words.Bicentenary[low]:
		n = 200
	case !words.AnniversaryWord[low]:
		return meaning{}, 0
	}
	if !r.t.is(k+1, "of") && !r.t.seq(k, "birthday", "to") { // "a happy birthday to X"
		return meaning{}, 0
	}
	k = r.t.skipIn(k+2, words.AnniversaryDeterminer)
	if kinds == "event" {
		kinds, k = r.lifeEvent(k)
	}
	h, e := r.subject(k, kinds)
	if h == nil && kinds == "event" {
		h, e = r.independence(k)
	}
	if h == nil {
		return meaning{}, 0
	}
	return anniversaryMeaning(h, n), e
}

// anniversaryKind reads what the anniversary at k is of, and returns the index of its noun: "birth", "death" or
// "event".
func (r *anniversaries) anniversaryKind(k int) (kind string, noun int) {
	anniversary := r.t.is(k+1, "anniversary")
	switch {
	case r.t.in(k, words.Birth) && r.t.in(k+1, words.BirthAnniversary):
		return "birth", k + 1
	case anniversary && (r.t.is(k, "death") || r.t.in(k, words.Passing)):
		return "death", k + 1
	case anniversary && r.t.in(k, words.FoundingOrNational):
		return "event", k + 1
	case r.t.is(k, "birthday"):
		return "birth", k
	}
	return "event", k
}

// lifeEvent reads "birth of", "death of" after "anniversary of", if that is not the name of an event.
func (r *anniversaries) lifeEvent(k int) (kind string, person int) {
	if !r.t.is(k+1, "of") {
		return "event", k
	}
	if r.t.in(k, words.DeathNoun) {
		return "death", k + 2
	}
	if h, _ := r.holidays.match(k, "event"); h == nil && r.t.in(k, words.Birth) {
		return "birth", k + 2
	}
	return "event", k
}

// subject finds the event, or the person after up to five words of titles.
func (r *anniversaries) subject(k int, kinds string) (*holiday, int) {
	if kinds == "event" {
		return r.holidays.match(k, kinds)
	}
	for j := k; j <= k+5 && (r.t.isWord(j) || r.t.is(j, ",")); j++ {
		if h, e := r.holidays.match(j, kinds); h != nil {
			return h, e
		}
	}
	return nil, 0
}

// independence reads "independence of India", "India's independence".
func (r *anniversaries) independence(k int) (*holiday, int) {
	of := r.t.seq(k, "independence", "of")
	if of {
		k = r.t.skip(k+2, "the")
	}
	h, e := r.holidays.match(k, "state")
	switch {
	case h == nil || !h.hasLabel("independence"):
		return nil, 0
	case of:
		return h, e
	case r.t.is(e, "'") && r.t.is(e+2, "independence"):
		return h, e + 3
	}
	return nil, 0
}

// possessive reads "Kim Il Sung's birthday", "Kim Jong Il's 70th birth anniversary", "the DPRK's 64th founding
// anniversary".
func (r *anniversaries) possessive(k int) (meaning, int) {
	if !r.t.at(k).capital {
		return meaning{}, 0
	}
	for _, kind := range []string{"birth", "death", "event"} {
		h, e := r.holidays.match(k, kind)
		if h == nil || !r.t.seq(e, "'", "s") {
			continue
		}
		n, o := r.numbers.ordinal(e + 2)
		if end := r.anniversaryNoun(kind, max(o, e+2)); end > 0 {
			return anniversaryMeaning(h, n), end
		}
	}
	return meaning{}, 0
}

// anniversaryNoun reads "birthday", "death anniversary", "founding anniversary", as they fit the kind; 0 where none
// stands.
func (r *anniversaries) anniversaryNoun(kind string, i int) int {
	switch {
	case kind == "birth" && r.t.is(i, "birthday"):
		return i + 1
	case !r.t.is(i+1, "anniversary"):
		return 0
	case r.t.is(i, kind), kind == "event" && r.t.in(i, words.Founding):
		return i + 2
	}
	return 0
}

// anniversaryMeaning is the nth anniversary; its year follows from n, which is 0 if the text does not count.
func anniversaryMeaning(h *holiday, n int) meaning {
	m := meaning{kind: named, holiday: h, nth: n}
	if n > 0 && h.since > 0 {
		m.year, m.hasYear, m.width = h.since+n, true, 1
	}
	return m
}
