package dates

// head is how many tokens from the beginning a dateline is looked for.
const head = 80

// isDateline tells whether the hit is the date of a dateline: "PYONGYANG, June 12 (KCNA) --", "Pyongyang, April 12
// Juche 101 (2012) (KCNA)", "NEW YORK, March 22, 2013 (AP) -", "SEOUL, June 19 -".
func (f *finder) isDateline(h *hit) bool {
	if h.kind != calendar || h.day == 0 || h.i > head || !f.at(h.i).capital {
		return false
	}
	return (f.agencyAt(h.j) || f.dashAt(h.j)) && (f.at(h.i).para || f.placeBefore(h.i))
}

// agencyAt tells whether the name of an agency stands in brackets at i: "(KCNA)", "(AFP/Yonhap)".
func (f *finder) agencyAt(i int) bool {
	return f.is(i, "(") && f.at(i+1).capital && f.is(i+2, ")", "/", "-")
}

// dashAt tells whether the dash or colon that ends a dateline stands at i.
func (f *finder) dashAt(i int) bool { return f.is(i, "-", "—", ":") && !f.gluedMark(i, "-") }

// placeBefore tells whether the words before i are a place in capitals, to the beginning of the line, with a comma or
// the like between.
func (f *finder) placeBefore(i int) bool {
	if !f.is(i-1, ",", ".", "-", "(") && !f.at(i-1).capital {
		return false
	}
	const most = 8 // tokens of a place
	for k := i - 1; k >= 0 && k >= i-most; k-- {
		if f.isWord(k) && !f.at(k).capital {
			return false
		}
		if f.at(k).para {
			return true
		}
	}
	return false
}

// ownDay is the day that the text gives for itself where nobody else does: a full date alone in its line or in a
// dateline.
func (f *finder) ownDay() (day, bool) {
	for k := range f.hits {
		h := &f.hits[k]
		if h.i > head {
			break
		}
		alone := f.at(h.i).para && (f.at(h.j).para || h.j == len(f.t))
		if h.fullDay() && (alone || f.isDateline(h)) {
			return newDay(h.year, h.month, h.day), true
		}
	}
	return 0, false
}

// fullDay tells whether the hit is a day of the calendar with its year.
func (h *hit) fullDay() bool {
	return h.kind == calendar && h.hasYear && !h.bc && h.day > 0 && h.day <= daysIn(h.year, h.month)
}

// settle takes a dateline's day as the day of speaking: what was sent on the 12th and published on the 13th says
// "today" of the 12th.
func (c *context) settle(e *Expression) {
	const late = 10 // days from dateline to publication
	if d, ok := parseDay(e.Value); ok && c.hasRef && len(e.Value) == 10 && d <= c.ref+1 && c.ref-d <= late {
		c.ref = d
	}
}
