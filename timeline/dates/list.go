package dates

// rangeTail keeps a hit and reads what a range or list adds to it: "June 12-15, 1950", "1914-18", "June 3rd, 4th and
// 5th, 1961". It returns the index after them. A year after the last one holds for all.
func (f *finder) rangeTail(h hit) int {
	start, monthFirst := len(f.hits), f.at(h.i).capital
	f.hits = append(f.hits, h)
	for h.kind == calendar && (!f.halfRange(h) || monthFirst) {
		next, ok := f.nextDay(h)
		if !ok || !monthFirst {
			if next, ok = f.nextYear(h); !ok {
				break
			}
		}
		link := h.j
		// "September 5 and 6" is one stretch too.
		f.hits[len(f.hits)-1].joined = f.in(link, words.RangeEnd, "-") || next.day == h.day+1
		if next.day > 0 && (next.hasYear || next.yearMod != "") {
			for k := start; k < len(f.hits); k++ {
				x := &f.hits[k]
				x.year, x.hasYear, x.yearMod, x.width = next.year, next.hasYear, next.yearMod, next.width
			}
		}
		h = next
		f.hits = append(f.hits, h)
	}
	return h.j
}

// nextDay reads the next day of a list or range of days of one month that stands before them: "4th" of "June 3rd and
// 4th".
func (f *finder) nextDay(h hit) (hit, bool) {
	next := hit{meaning: h.meaning, i: f.nextInList(h.j)}
	dash := f.is(h.j, "-")
	if next.i == 0 || h.day == 0 || h.month == 0 || !f.endsInDay(h.j) || h.hasYear && f.yearLast(h) {
		return next, false
	}
	d, e := f.dayOfMonth(next.i)
	if f.at(h.j-1).word.ord > 0 {
		d, e = f.dayNumber(next.i)
	}
	if e == 0 || dash && d <= h.day || !dash && f.countsThings(e) {
		return next, false
	}
	if f.at(e).word.month > 0 || f.clockColon(e) {
		return next, false
	}
	next.day, next.weekday = d, 0
	next.j = f.yearTail(e, &next.meaning)
	return next, true
}

// nextYear reads the second year of "1914-18".
func (f *finder) nextYear(h hit) (hit, bool) {
	next := hit{meaning: h.meaning, i: h.j + 1, j: h.j + 2}
	n := f.at(next.i)
	ofYear := h.hasYear && h.width == 1 && f.yearLast(h) && h.weekday == 0
	if !ofYear || !f.is(h.j, "-") || n.digits != 2 || !n.glued || int(n.num) <= h.year%100 {
		return next, false
	}
	next.year = h.year - h.year%100 + int(n.num)
	next.month, next.day = 0, 0
	return next, true
}

// nextInList is the index after what links the parts of a list or range: "to", "and", ", and", or a comma if more
// parts follow. 0 where nothing does.
func (f *finder) nextInList(j int) int {
	switch {
	case f.is(j, "-"), f.in(j, words.ListLink):
		return f.skip(j+1, "the")
	case f.is(j, ",") && f.is(j+1, "and", "or", "&"):
		return f.skip(j+2, "the")
	case f.is(j, ","):
		_, e := f.dayOfMonth(j + 1)
		if e == 0 {
			return 0
		}
		k := f.skip(f.skip(e, ","), "and", "or", "&")
		if _, more := f.dayOfMonth(f.skip(k, "the")); k > e && more > 0 {
			return j + 1
		}
	}
	return 0
}

// endsInDay tells whether the figure or word of a day ends before j: "3", "3rd", "third".
func (f *finder) endsInDay(j int) bool {
	t := f.at(j - 1)
	return t.isNum || t.word.ord > 0 || t.glued && f.in(j-1, words.OrdinalSuffix)
}

// halfRange tells whether the hit is the bare first day of a range, whose rest is a phrase of its own.
func (f *finder) halfRange(h hit) bool {
	return h.joined || h.month > 0 && h.j == h.i+1 && f.at(h.i).isNum
}

// yearLast tells whether the hit ends in the figures of its year.
func (f *finder) yearLast(h hit) bool {
	t := f.at(h.j - 1)
	return t.digits == 4 && int(t.num) == h.year
}

// lendYears gives "April" the year of "April and June 1955", and to "January 12" that of "January 12 to 16 January
// 1936"; and a clock time the day that follows it.
func (f *finder) lendYears() {
	lent := false // whether the hit after stands in a list whose last part has the year
	for k := len(f.hits) - 2; k >= 0; k-- {
		a, b := &f.hits[k], &f.hits[k+1]
		if f.clockOf(a, b) {
			a.next = b
		}
		if k+2 < len(f.hits) && !lent && !f.yearLast(*b) {
			_, lent = f.link(b.j, f.hits[k+2].i, false)
		}
		lent = f.lendYear(a, b, lent)
	}
	for k := 1; k < len(f.hits); k++ {
		a, b := &f.hits[k-1], &f.hits[k]
		// "1975 Nov-Dec"
		yearLed := f.at(a.i).digits == 4 && a.month > 0 && a.hasYear
		if yearLed && b.lacksYear() && f.is(a.j, "-") && b.i == a.j+1 {
			b.setYear(a.year)
		}
	}
}

// clockOf tells whether a is a clock time of the day b that follows it: "at noon on Monday".
func (f *finder) clockOf(a, b *hit) bool {
	if a.kind != dayTime || b.part != "" || b.clock != "" || b.i > a.j+4 {
		return false
	}
	return f.is(b.i-1, "on", ",") && f.sameSentence(a.j-1, b.i)
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
func (f *finder) lendYear(a, b *hit, inList bool) bool {
	link, linked := f.link(a.j, b.i, inList)
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
func (f *finder) link(j, i int, inList bool) (string, bool) {
	kind, ok := "and", false
	if i <= j || i > j+5 {
		return "", false
	}
	for k := j; k < i; k++ {
		switch {
		case f.in(k, words.ListLink, "-", "/", "&"):
			ok = true
			if !f.is(k, "and", "or", "&") {
				kind = "to"
			}
		case f.is(k, ","):
			ok = ok || inList
		case !f.in(k, words.BesideLink):
			return "", false
		}
	}
	return kind, ok
}
