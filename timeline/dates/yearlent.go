package dates

// lendYears gives "April" the year of "April and June 1955", and to "January 12" that of "January 12 to 16 January
// 1936"; and a clock time the day that follows it.
func (r *hits) lendYears() {
	lent := false // whether the hit after stands in a list whose last part has the year
	for k := len(r.list) - 2; k >= 0; k-- {
		a, b := &r.list[k], &r.list[k+1]
		if r.clockOf(a, b) {
			a.next = b
		}
		if k+2 < len(r.list) && !lent && !r.yearLast(*b) {
			_, lent = r.link(b.j, r.list[k+2].i, false)
		}
		lent = r.lendYear(a, b, lent)
	}
	for k := 1; k < len(r.list); k++ {
		a, b := &r.list[k-1], &r.list[k]
		// "1975 Nov-Dec"
		yearLed := r.t.at(a.i).digits == 4 && a.month > 0 && a.hasYear
		if yearLed && b.lacksYear() && r.t.is(a.j, "-") && b.i == a.j+1 {
			b.setYear(a.year)
		}
	}
}

// clockOf tells whether a is a clock time of the day b that follows it: "at noon on Monday".
func (r *hits) clockOf(a, b *hit) bool {
	if a.kind != dayTime || b.part != "" || b.clock != "" || b.i > a.j+4 {
		return false
	}
	return r.t.is(b.i-1, "on", ",") && r.t.sameSentence(a.j-1, b.i)
}

// lacksYear tells whether a hit is a month or a day of one without a year.
func (h *hit) lacksYear() bool {
	return h.kind == calendar && !h.hasYear && h.month > 0 && h.yearMod == "" && h.mod == ""
}

// lendsYear tells whether a hit is a month or a season, or a day of one, whose year the text tells.
func (h *hit) lendsYear() bool {
	told := h.hasYear && h.width == 1 || h.yearMod != ""
	return h.kind == calendar && told && (h.month > 0 || h.season != "")
}

// isSeason tells whether a hit is a season without a year: "the spring", "spring".
func (h *hit) isSeason() bool {
	return h.kind == unitRef && h.unit == "S" && (h.mod == "the" || h.mod == modBare)
}

// lendYear gives a the year of b if both are parts of one list or range. inList tells that b stands in a list already.
func (r *hits) lendYear(a, b *hit, inList bool) bool {
	link, linked := r.link(a.j, b.i, inList)
	if !linked || !b.lendsYear() {
		return false
	}
	switch {
	case a.isSeason() && b.season != "":
		a.kind, a.mod, a.unit = calendar, "", ""
	case !a.lacksYear():
		return false
	}
	year := b.year
	wraps := link == "to" || a.month-b.month >= 8 // "December and January 2000"
	if a.month > b.month && b.month > 0 && !b.bc && wraps {
		year--
	}
	if a.weekday > 0 && b.hasYear && a.day > 0 && newDay(year, a.month, a.day).weekday() != a.weekday {
		return false
	}
	a.year, a.hasYear, a.width, a.bc, a.yearMod = year, b.hasYear, b.width, b.bc, b.yearMod
	return true
}

// link tells what stands between two parts of a list or range, from j to i: "to" for a range, "and" for a list. A
// comma links where the list goes on after it. "on", "again" and the like may stand beside the link.
func (r *hits) link(j, i int, inList bool) (string, bool) {
	kind, ok := "and", false
	if i <= j || i > j+5 {
		return "", false
	}
	for k := j; k < i; k++ {
		switch {
		case r.t.in(k, words.ListLink, "-", "/", "&"):
			ok = true
			if !r.t.is(k, "and", "or", "&") {
				kind = "to"
			}
		case r.t.is(k, ","):
			ok = ok || inList
		case !r.t.in(k, words.BesideLink):
			return "", false
		}
	}
	return kind, ok
}
