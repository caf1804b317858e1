package dates

import "strconv"

// anniversary reads "the 75th anniversary of the founding of the DPRK", "Kim Il Sung's birthday", "the centenary of
// the birth of President Kim Il Sung", "the DPRK's 64th founding anniversary": what the calendar gives a day to.
func (p *parser) anniversary(i int) (meaning, int) {
	k := p.skip(i, "the")
	n, e := p.ordinal(k)
	if e == 0 {
		e = k
	}
	if m, end := p.anniversaryOf(n, e); end > 0 {
		return m, end
	}
	if n != 0 {
		return meaning{}, 0
	}
	return p.possessive(k)
}

// anniversaryOf reads "birth anniversary of X", "centenary of X", "birthday of X", after the ordinal n if there was
// one.
func (p *parser) anniversaryOf(n, k int) (meaning, int) {
	kinds, k := p.anniversaryKind(k)
	switch low := p.at(k).low; {
	case words.Centenary[low]:
		n = 100
	case words.Bicentenary[low]:
		n = 200
	case !words.AnniversaryWord[low]:
		return meaning{}, 0
	}
	if !p.is(k+1, "of") && !p.seq(k, "birthday", "to") { // "a happy birthday to X"
		return meaning{}, 0
	}
	k = p.skipIn(k+2, words.AnniversaryDeterminer)
	if kinds == "event" {
		kinds, k = p.lifeEvent(k)
	}
	h, e := p.subject(k, kinds)
	if h == nil && kinds == "event" {
		h, e = p.independence(k)
	}
	if h == nil {
		return meaning{}, 0
	}
	return anniversaryMeaning(h, n), e
}

// anniversaryKind reads what the anniversary at k is of, and returns the index of its noun: "birth", "death" or
// "event".
func (p *parser) anniversaryKind(k int) (kind string, noun int) {
	anniversary := p.is(k+1, "anniversary")
	switch {
	case p.in(k, words.Birth) && p.in(k+1, words.BirthAnniversary):
		return "birth", k + 1
	case anniversary && (p.is(k, "death") || p.in(k, words.Passing)):
		return "death", k + 1
	case anniversary && p.in(k, words.FoundingOrNational):
		return "event", k + 1
	case p.is(k, "birthday"):
		return "birth", k
	}
	return "event", k
}

// lifeEvent reads "birth of", "death of" behind "anniversary of", if that is not the name of an event.
func (p *parser) lifeEvent(k int) (kind string, person int) {
	if !p.is(k+1, "of") {
		return "event", k
	}
	if p.in(k, words.DeathNoun) {
		return "death", k + 2
	}
	if h, _ := p.match(k, "event"); h == nil && p.in(k, words.Birth) {
		return "birth", k + 2
	}
	return "event", k
}

// subject finds the event, or the person behind up to five words of titles.
func (p *parser) subject(k int, kinds string) (*holiday, int) {
	if kinds == "event" {
		return p.match(k, kinds)
	}
	for j := k; j <= k+5 && (p.isWord(j) || p.is(j, ",")); j++ {
		if h, e := p.match(j, kinds); h != nil {
			return h, e
		}
	}
	return nil, 0
}

// independence reads "independence of India", "India's independence".
func (p *parser) independence(k int) (*holiday, int) {
	of := p.seq(k, "independence", "of")
	if of {
		k = p.skip(k+2, "the")
	}
	h, e := p.match(k, "state")
	switch {
	case h == nil || !h.hasLabel("independence"):
		return nil, 0
	case of:
		return h, e
	case p.is(e, "'") && p.is(e+2, "independence"):
		return h, e + 3
	}
	return nil, 0
}

// possessive reads "Kim Il Sung's birthday", "Kim Jong Il's 70th birth anniversary", "the DPRK's 64th founding
// anniversary".
func (p *parser) possessive(k int) (meaning, int) {
	if !p.at(k).capital {
		return meaning{}, 0
	}
	for _, kind := range []string{"birth", "death", "event"} {
		h, e := p.match(k, kind)
		if h == nil || !p.seq(e, "'", "s") {
			continue
		}
		n, o := p.ordinal(e + 2)
		if end := p.anniversaryNoun(kind, max(o, e+2)); end > 0 {
			return anniversaryMeaning(h, n), end
		}
	}
	return meaning{}, 0
}

// anniversaryNoun reads "birthday", "death anniversary", "founding anniversary", as they fit the kind; 0 where none
// stands.
func (p *parser) anniversaryNoun(kind string, i int) int {
	switch {
	case kind == "birth" && p.is(i, "birthday"):
		return i + 1
	case !p.is(i+1, "anniversary"):
		return 0
	case p.is(i, kind), kind == "event" && p.in(i, words.Founding):
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

// title is the canonical name of the holiday or anniversary.
func (h *holiday) title(nth int) string {
	count := ""
	if nth > 0 {
		count = ordinalText(nth) + " "
	}
	switch h.kind {
	case "event":
		return count + "anniversary of the " + h.name
	case "birth", "death":
		return count + h.kind + " anniversary of " + h.name
	case "state":
		if nth > 0 {
			return count + "anniversary of the " + h.name
		}
	}
	return h.name
}

// ordinalText writes 1st, 2nd, 3rd, 4th, 11th.
func ordinalText(n int) string {
	suffix := "th"
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return strconv.Itoa(n) + suffix
}
