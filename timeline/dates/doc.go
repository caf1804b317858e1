// Package dates finds expressions of time in English text and gives them a value: text and a reference day go in,
// expressions with TIMEX3 types and values come out, and EDTF dates with the days that bound them. It knows calendars
// and holidays, not who said what.
//
// Find works in four steps, each of which knows only those before it. The tokens tell which word stands where. The
// grammar reads what an expression says for itself, its meaning: its parts read verbs, numbers, units, clocks, years,
// months, days, lengths, holidays, seasons, weekdays, sets, parts of stretches and what blurs them, in this order. The
// hits are the meanings with their tokens, and the lists and ranges that they form. The resolver gives each hit its
// value, kind by kind, from the context: the day of publication and the dates named so far.
package dates
