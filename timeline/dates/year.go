package dates

// years reads a year beside what it is the year of: a month, a season, a quarter, a holiday. It does not know whether
// figures by themselves are a year.
type years struct {
	t     *tokens
	units *units
}

// year reads a year as it stands after a month: four figures, or up to four with an era.
func (r *years) year(i int, m *meaning) (end int) {
	t := r.t.at(i)
	if t.digits == 0 {
		if r.t.is(i, "ad") && r.t.at(i+1).digits > 0 && t.capital {
			m.setYear(int(r.t.at(i + 1).num))
			return i + 2
		}
		return 0
	}
	if bc, e := r.era(i + 1); e > 0 && t.digits <= 4 {
		m.setYear(int(t.num))
		m.bc = bc
		return e
	}
	long := r.t.gluedMark(i+1, "-") && r.t.at(i+2).glued && r.t.at(i+2).digits > 4 // the number of something
	if t.likeYear() && !long {
		m.setYear(int(t.num))
		return i + 1
	}
	return 0
}

// likeYear tells whether the token is four figures that can be a year of our time or the past.
func (t *token) likeYear() bool { return t.digits == 4 && t.num >= 1000 && t.num < 2200 }

// era reads BC, B.C., BCE or AD after a year.
func (r *years) era(i int) (bc bool, end int) {
	if !r.t.at(i).capital {
		return false, 0
	}
	switch {
	case words.BeforeChrist[r.t.at(i).low]:
		return true, i + 1
	case words.AfterChrist[r.t.at(i).low]:
		return false, i + 1
	case r.t.at(i).low == "b":
		if r.t.is(i+1, ".") && r.t.is(i+2, "c") && r.t.at(i+2).capital {
			return true, r.t.dotted(i + 3)
		}
	}
	return false, 0
}

// yearTail reads the year after a month or season: "1990", ", 1990", "of 1990", "of the same year", "last year".
func (r *years) yearTail(i int, m *meaning) int {
	if e := r.year(i, m); e > 0 {
		return e
	}
	if e := r.shortYear(i, m); e > 0 {
		return e
	}
	if j, e := r.juche(r.t.skip(i, ",")); e > 0 && j.year < 2200 {
		m.setYear(j.year)
		return e
	}
	if r.t.gluedMark(i, ",") {
		if e := r.year(i+1, m); e > 0 && r.t.at(i+1).digits >= 3 {
			return e
		}
		return i
	}
	return r.yearOfIt(i, m)
}

// shortYear reads "'45"; 0 where it does not stand.
func (r *years) shortYear(i int, m *meaning) int {
	n := r.t.at(i + 1)
	if !r.t.is(i, "'") || n.digits != 2 || !n.glued {
		return 0
	}
	m.setYear(century(int(n.num)))
	return i + 2
}

// yearOfIt reads "of 1990", "of that year", "last year". The year of "in 1990" is taken too, but stays an expression of
// its own.
func (r *years) yearOfIt(i int, m *meaning) int {
	link := r.t.skip(i, "of", "in")
	k := r.t.skip(link, "the")
	if link > i {
		if e := r.year(k, m); e > 0 && r.t.is(i, "of") {
			return e
		}
	}
	if mod, e := r.units.modifier(k); e > 0 && r.t.is(e, "year") && !r.t.is(i, "in") {
		m.yearMod = mod
		return e + 1
	}
	return i
}

// juche reads "Juche 101 (2012)", "Juche 101": the calendar that counts from 1912.
func (r *years) juche(i int) (meaning, int) {
	n := r.t.at(i + 1)
	if !r.t.is(i, "juche") || !n.figures(3) {
		return meaning{}, 0
	}
	m := meaning{kind: calendar}
	if r.t.is(i+2, "(") && r.t.at(i+3).digits == 4 && r.t.is(i+4, ")") {
		m.setYear(int(r.t.at(i + 3).num))
		return m, i + 5
	}
	m.setYear(1911 + int(n.num))
	return m, i + 2
}

// century gives a year of two figures its century: 30 and above are of the twentieth.
func century(yy int) int {
	if yy < 30 {
		return 2000 + yy
	}
	return 1900 + yy
}
