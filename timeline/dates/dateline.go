package dates

// datelines tells the date of a dateline from that of an event by what stands beside it.
type datelines struct{ t *tokens }

// head is how many tokens from the beginning a dateline is looked for.
const head = 80

// isDateline tells whether the hit is the date of a dateline: "PYONGYANG, June 12 (KCNA) --", "Pyongyang, April 12
// Juche 101 (2012) (KCNA)", "NEW YORK, March 22, 2013 (AP) -", "SEOUL, June 19 -", or the day alone in brackets on its
// line, as a transcript has it.
func (r *datelines) isDateline(h *hit) bool {
	if h.i <= head && h.fullDay() && r.bracketed(h) {
		return true
	}
	if h.kind != calendar || h.day == 0 || h.i > head || !r.t.at(h.i).capital {
		return false
	}
	return (r.agencyAt(h.j) || r.dashAt(h.j)) && (r.t.at(h.i).para || r.placeBefore(h.i))
}

// bracketed tells whether the hit stands in brackets and nothing else on its line: "(October 5, 2021)".
func (r *datelines) bracketed(h *hit) bool {
	return r.t.is(h.i-1, "(") && r.t.at(h.i-1).para && r.t.is(h.j, ")") &&
		(h.j+1 >= len(r.t.list) || r.t.at(h.j+1).para)
}

// agencyAt tells whether the name of an agency stands in brackets at i: "(KCNA)", "(AFP/Yonhap)", "(Lake Press
// Service)".
func (r *datelines) agencyAt(i int) bool {
	const most = 4 // words of a name
	k := i + 1
	for r.t.is(i, "(") && k <= i+most && r.t.at(k).capital && r.t.isWord(k) {
		k++
	}
	return k > i+1 && (r.t.is(k, ")") || k == i+2 && r.t.is(k, "/", "-"))
}

// dashAt tells whether the dash or colon that ends a dateline stands at i.
func (r *datelines) dashAt(i int) bool { return r.t.is(i, "-", "—", ":") && !r.t.gluedMark(i, "-") }

// placeBefore tells whether the words before i are a place in capitals, to the beginning of the line, with a comma or
// the like between.
func (r *datelines) placeBefore(i int) bool {
	if !r.t.is(i-1, ",", ".", "-", "(") && !r.t.at(i-1).capital {
		return false
	}
	const most = 8 // tokens of a place
	for k := i - 1; k >= 0 && k >= i-most; k-- {
		if r.t.isWord(k) && !r.t.at(k).capital {
			return false
		}
		if r.t.at(k).para {
			return true
		}
	}
	return false
}

// fullDay tells whether the hit is a day of the calendar with its year.
func (h *hit) fullDay() bool {
	return h.kind == calendar && h.hasYear && !h.bc && h.day > 0 && h.day <= daysIn(h.year, h.month)
}
