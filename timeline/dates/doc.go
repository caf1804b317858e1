// Package dates finds expressions of time in English text and gives them a value: text and a reference day go in,
// expressions with TIMEX3 types and values come out, and EDTF dates with the days that bound them. It knows calendars
// and holidays, not who said what.
package dates
