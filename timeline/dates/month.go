package dates

// months reads the names of months and their abbreviations. It knows what shows "May" or "Dec" to be a month, not
// which day or year belongs to it.
type months struct {
	t       *tokens
	numbers *numbers
}

// monthName reads the name of a month, or its abbreviation with or without a full stop beside a number. "May" and
// "March" must stand as names of months.
func (r *months) monthName(i int) (m, end int) {
	t := r.t.at(i)
	switch w := t.word; {
	case !t.capital:
		return 0, 0
	case (w.month == 3 || w.month == 5) && !r.monthContext(i):
		return 0, 0
	case w.month > 0:
		return w.month, i + 1
	case w.monthAbbr > 0:
		return r.monthShort(i)
	}
	return 0, 0
}

// monthShort reads the abbreviation of a month at i with its full stop, if its neighbours show that it is one.
func (r *months) monthShort(i int) (m, end int) {
	m, end = r.t.at(i).word.monthAbbr, r.t.dotted(i+1)
	numbered := r.t.at(end).isNum || r.t.at(i-1).isNum || r.t.is(i-1, "of") && r.t.at(i-2).glued && r.t.at(i-3).isNum
	led := end == i+2 && r.t.at(i-1).word.prep && m != 1 && m != 3 // "in Feb.", but "Jan." and "Mar." are names too
	if numbered || led || r.abbrInList(i, end) {
		return m, end
	}
	return 0, 0
}

// abbrInList tells whether the abbreviation of a month in [i, end) is linked to another month that has a number, as
// in "Dec - Feb 2015", "Nov. and Dec. 2014", or by a dash to one before it: "1975 Nov-Dec".
func (r *months) abbrInList(i, end int) bool {
	if r.t.is(i-1, "-") && r.t.at(i).glued && r.monthWord(i-2) > 0 {
		return true
	}
	const most = 4 // months in a list
	for range most {
		if !r.t.in(end, words.ListLink, "-", "/", "&", ",") || r.monthWord(end+1) == 0 {
			return false
		}
		if end = r.t.skip(end+2, "."); r.t.at(end).isNum {
			return true
		}
	}
	return false
}

// monthContext tells whether "May" or "March" at i is a month: beside a number or after a word that dates.
func (r *months) monthContext(i int) bool {
	return r.dayOrYearAfter(i) || r.bearsNoun(i) || r.datedBefore(i)
}

// dayOrYearAfter tells whether a day, a year or the end of a range follows the month at i: "May 3", "May, 1990",
// "May third, 1985", "March-June".
func (r *months) dayOrYearAfter(i int) bool {
	n := r.t.at(i + 1)
	switch {
	case n.digits > 0 && n.digits != 3:
		return true
	case r.t.is(i+1, ",", "of") && r.t.at(i+2).digits == 4:
		return true
	case r.t.is(i+1, "-"):
		return r.t.at(i+2).isNum || r.t.at(i+2).word.month > 0 && r.t.at(i+2).capital
	}
	_, e := r.numbers.dayWord(i + 1)
	return e > 0 && r.t.at(r.t.skip(e, ",")).digits == 4
}

// bearsNoun tells whether the month at i stands between a determiner and a noun: "a March operation", but not "the
// March on Rome".
func (r *months) bearsNoun(i int) bool {
	n := r.t.at(i + 1)
	return r.t.in(i-1, words.DayDeterminer) && isLetter(n.low) && len(n.low) > 3 && !n.capital && !n.known
}

// datedBefore tells whether what stands before the month at i dates it: "3 May", "the 3rd May", "in May", "last
// March", "mid-May", "April and May".
func (r *months) datedBefore(i int) bool {
	b := r.t.at(i - 1)
	if b.isNum || b.glued && r.t.in(i-1, words.OrdinalSuffix) {
		return true
	}
	w := b.word
	switch {
	case r.t.gluedMark(i-1, "-"):
		w = r.t.at(i - 2).word
	case r.t.is(i-1, "to") && r.t.at(i).word.month == 5: // "he came to May", but "March to May"
		return r.t.at(i-2).word.month > 0 || r.t.at(i-2).isNum
	case r.t.is(i-1, "and", "or", ",", "&") && r.monthWord(i-2) > 0:
		return true
	}
	return w.prep && !r.t.in(i-1, words.NoDateBefore) || w.approx || w.month > 0 || w.mod != "" && !r.t.is(i-1, "that")
}

// monthWord is the month that the word at i names in full or in short, in capitals or with a capital; 0 if none.
func (r *months) monthWord(i int) int {
	if w := r.t.at(i).word; r.t.at(i).capital {
		return max(w.month, w.monthAbbr)
	}
	return 0
}
