package dates

// seasons reads spring, summer, autumn and winter, with a year or alone.
type seasons struct {
	t     *tokens
	years *years
}

// seasonName reads "spring 1918", "summer of 1942", "spring", "the winter of 1915-16".
func (r *seasons) seasonName(i int) (meaning, int) {
	k := r.t.skip(i, "the")
	w := r.t.at(k).word
	if w.season == "" || r.t.is(k, "springs") {
		return meaning{}, 0
	}
	m := meaning{kind: calendar, season: w.season, article: k > i}
	if e := r.years.yearTail(k+1, &m); e > k+1 {
		if m.season == "WI" && r.t.gluedMark(e, "-", "/") && r.t.at(e+1).glued && r.t.at(e+1).digits > 0 {
			e += 2
		}
		return m, e
	}
	if k > i || !r.bareSeason(k) {
		return meaning{}, 0
	}
	m.kind, m.unit, m.mod = unitRef, "S", modBare
	return m, k + 1
}

// bareSeason tells whether the word at i, beside which no year stands, is a season: "in Spring", but not "prices fall
// to", "they spring from".
func (r *seasons) bareSeason(i int) bool {
	led := r.t.in(i-1, words.DatedPreposition)
	if r.t.name(i) && (!led || r.t.at(i+1).capital) {
		return false
	}
	if !r.t.in(i, words.AmbiguousSeason) {
		return true
	}
	verb := r.t.in(i+1, words.VerbParticle) && !r.t.is(i-1, "in")
	opens := r.t.at(i).first && r.t.at(i).capital
	return (led || r.t.at(i-1).word.approx) && !verb && !opens
}
