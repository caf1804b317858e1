package dates

// head is how many tokens from the beginning a dateline is looked for.
const head = 80

// isDateline tells whether the hit is the date of a dateline: "PYONGYANG, June 12 (KCNA) --", "Pyongyang, April 12
// Juche 101 (2012) (KCNA)", "NEW YORK, March 22, 2013 (AP) -", "SEOUL, June 19 -".
func (f *finder) isDateline(h *hit) bool {
	if h.kind != calendar || h.day == 0 || h.i > head || !f.at(h.i).capital {
		return false
	}
	agency := f.is(h.j, "(") && f.at(h.j+1).capital && (f.is(h.j+2, ")") || f.is(h.j+2, "/", "-"))
	if !agency && !f.is(h.j, "-", "—", ":") || f.is(h.j, "-") && f.at(h.j).glued {
		return false
	}
	if f.at(h.i).para {
		return true
	}
	// Before it a place in capitals, a comma, to the beginning of the line.
	if !f.is(h.i-1, ",", ".", "-", "(") && !f.at(h.i-1).capital {
		return false
	}
	for k := h.i - 1; k >= 0 && k >= h.i-8; k-- {
		if t := f.at(k); isLetter(t.low) && !t.capital {
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
		if h.kind != calendar || !h.hasYear || h.day == 0 || h.bc || h.day > daysIn(h.year, h.month) {
			continue
		}
		if f.at(h.i).para && (f.at(h.j).para || h.j == len(f.t)) || f.isDateline(h) {
			return newDay(h.year, h.month, h.day), true
		}
	}
	return 0, false
}

// settle takes a dateline's day as the day of speaking: what was sent on the 12th and published on the 13th says
// "today" of the 12th.
func (c *context) settle(e *Expression) {
	const late = 10 // days from dateline to publication
	if d, ok := parseDay(e.Value); ok && c.hasRef && len(e.Value) == 10 && d <= c.ref+1 && c.ref-d <= late {
		c.ref = d
	}
}
