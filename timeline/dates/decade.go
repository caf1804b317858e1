package dates

// decades reads the stretches of ten and a hundred years.
type decades struct {
	t       *tokens
	numbers *numbers
	years   *years
}

// decadeOrCentury reads "the 1960s", "the '60s", "the sixties", "the 19th century BC".
func (r *decades) decadeOrCentury(i int) (meaning, int) {
	k := r.t.skip(i, "the")
	m := meaning{kind: calendar, hasYear: true, article: k > i}
	if year, width, e := r.decade(k, k > i); e > 0 {
		m.year, m.width = year, width
		return m, e
	}
	n, e := r.numbers.ordinal(k)
	e = r.t.skip(e, "-")
	if e == 0 || n <= 0 || n >= 30 || !r.t.in(e, words.Century) {
		return meaning{}, 0
	}
	m.year, m.width = (n-1)*100, 100
	bc, end := r.years.era(e + 1)
	m.bc = bc
	return m, max(e+1, end)
}

// decade reads "1960s", "'60s", "sixties" with the years that it spans; the "1800s" are a century. the tells that an
// article stands before it.
func (r *decades) decade(k int, the bool) (year, width, end int) {
	t := r.t.at(k)
	switch {
	case r.t.is(k, "'") && r.t.at(k+1).digits == 2:
		return r.shortDecade(k + 1)
	case t.digits == 2 && the:
		return r.shortDecade(k)
	case t.word.decade > 0 && (the || r.t.at(k-1).word.approx):
		return 1900 + t.word.decade, 10, k + 1
	case !t.likeYear() || int(t.num)%10 != 0 || !r.plural(k+1):
		return 0, 0, 0
	}
	year, width = int(t.num), 10
	if year%100 == 0 && year < 2000 {
		width = 100
	}
	return year, width, r.pluralEnd(k + 1)
}

// shortDecade reads "60s".
func (r *decades) shortDecade(k int) (year, width, end int) {
	n := int(r.t.at(k).num)
	if n%10 != 0 || !r.plural(k+1) {
		return 0, 0, 0
	}
	return century(n), 10, r.pluralEnd(k + 1)
}

// plural tells whether the "s" of "1960s" or "1960's" stands at i.
func (r *decades) plural(i int) bool {
	return r.t.gluedMark(i, "s") || r.t.gluedMark(i, "'") && r.t.gluedMark(i+1, "s")
}

// pluralEnd is the index after what plural finds at i.
func (r *decades) pluralEnd(i int) int { return r.t.skip(i, "'") + 1 }
