package dates

// units reads the words that measure time and point to it: "week", "last", "before last". It knows each by itself, not
// what they say together.
type units struct{ t *tokens }

// modifier reads the word that says which one of a row is meant: "last", "the same", "this coming".
func (r *units) modifier(i int) (mod string, end int) {
	w := r.t.at(i).word
	if w.mod == "" || r.t.name(i) {
		return "", 0
	}
	end = i + 1
	if !r.t.is(i, "this", "that") || !r.t.in(end, words.PointedModifier) {
		return w.mod, end
	}
	switch r.t.at(end).low {
	case "coming":
		return "next", end + 1
	case "past":
		return "last", end + 1
	}
	return "same", end + 1
}

// unitWord reads a unit of time in small letters.
func (r *units) unitWord(i int) (unit string, end int) {
	w := r.t.at(i).word
	if w.unit == "" || r.t.name(i) || w.ord != 0 && w.unit == "TS" && !r.plainSecond(i) {
		return "", 0
	}
	return w.unit, i + 1
}

// plainSecond tells "one second" from "the second army".
func (r *units) plainSecond(i int) bool {
	return r.t.at(i-1).isNum || r.t.in(i-1, words.EachOne)
}

// one tells whether the unit at i is a singular.
func (r *units) one(i int) bool {
	low := r.t.at(i).low
	return low != "" && low[len(low)-1] != 's' && !words.IrregularPlural[low]
}

// clause tells whether something follows that the preposition before it governs.
func (r *units) clause(i int) bool {
	t := r.t.at(i)
	return t.low != "" && (isLetter(t.low) || t.isNum) && !t.line &&
		!r.t.in(i, words.NotNameBefore)
}

// farSide tells whether "before last" or "after next" stands at i.
func (r *units) farSide(i int) bool {
	return r.t.seq(i, "before", "last") || r.t.seq(i, "after", "next")
}
