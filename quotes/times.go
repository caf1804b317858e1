package quotes

// times finds dates and times in words: how far one goes, not which day it is.
type times struct{ *wording }

// end returns the index after a date or time that begins at i: "June 8", "Monday", "Sept. 5 and 6", "8 May
// 2010", "2011".
func (tm *times) end(i, hi int) int {
	k, named := i, false
	for ; k < hi; k++ {
		switch {
		case tm.has(k, flagTime), k > i && tm.in(k, words.TimeUnitOrPart), tm.figure(k, hi, named):
			named = true
		case named && (tm.joins(k, hi) || tm.in(k, words.DayOrdinal)): // "October eighteenth"
		case !named && tm.leads(k, hi):
		case tm.is(k, "same") && k > i:
		case named:
			return k
		default:
			return i
		}
	}
	if named {
		return k
	}
	return i
}

// figure reports a number that is part of a date: after or before the name of a month, or a year after "in".
func (tm *times) figure(k, hi int, named bool) bool {
	if tm.tag(k) != "CD" {
		return false
	}
	year := tm.d.Tokens[k].Len() == 4 && k > 0 && tm.is(k-1, "in", "of")
	return named || year || k+1 < hi && tm.has(k+1, flagTime)
}

// joins reports what joins a date to a further number or name of one: "Sept. 5 and 6".
func (tm *times) joins(k, hi int) bool {
	return k+1 < hi && tm.is(k, "and", ",", "-", "–") && (tm.tag(k+1) == "CD" || tm.has(k+1, flagTime))
}

// leads reports a word before a time: "last Monday", "the week".
func (tm *times) leads(k, hi int) bool {
	return k+1 < hi && tm.in(k, words.TimeLead) && (tm.has(k+1, flagTime) || tm.in(k+1, words.TimeHead))
}

// only reports whether a time stands at k and nothing more of its phrase after it.
func (tm *times) only(k, hi int) bool {
	e := tm.end(k, hi)
	return e > k && (e == hi || tm.is(e, ",", ".", "and"))
}

// behindOn returns the token after "on" at k and the day that it names, where what is said or done follows: "agreed on
// Monday | to meet", "told N on Monday | that", "warned N on Monday | against X". k for every other "on", which may
// open a topic.
func (tm *times) behindOn(k, hi int) int {
	if k+1 < hi && tm.is(k, "on") {
		if e := tm.end(k+1, hi); e > k+1 && e < hi && (tm.is(e, "to", "that") || tm.has(e, flagPrep)) {
			return e
		}
	}
	return k
}

// ago returns the token after "a few years ago", "two weeks later" or "shortly ago" at the front of t; 0 for none.
func (tm *times) ago(t tokens) int {
	for k := t.lo; k+1 < t.hi && k < t.lo+5; k++ {
		if tm.in(k, words.TimeUnit) &&
			tm.in(k+1, words.OffsetDirection) {
			return k + 2
		}
		if !inNP(tm.tag(k)) && tm.tag(k) != "RB" {
			break
		}
	}
	return 0
}
