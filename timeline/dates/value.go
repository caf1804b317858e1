package dates

import (
	"fmt"
	"strconv"
	"strings"
)

// Date is the calendar stretch that the expression denotes: a day, a weekend or week as an interval, a month, a
// season, a year or decade; of one end of a range ("12-15 June") the whole range. ok is false for durations, sets,
// times without a day, and whatever nothing resolves.
func (e Expression) Date() (d Date, ok bool) {
	edtf := e.edtf
	if edtf == "" {
		if e.Type != "DATE" && e.Type != "TIME" {
			return Date{}, false
		}
		edtf = valueEDTF(e.Value)
	}
	d, err := Parse(edtf)
	return d, err == nil && edtf != ""
}

// Basis tells whether the text states the date or it follows from another one.
func (e Expression) Basis() Basis {
	if e.Relative {
		return Relative
	}
	return Stated
}

// valueEDTF turns a TIMEX3 value of a date or time into EDTF, "" if it is none.
func valueEDTF(v string) string {
	if v == "" || v[0] < '0' || v[0] > '9' {
		return ""
	}
	v, _, _ = strings.Cut(v, "T")
	year, rest, _ := strings.Cut(v, "-")
	y, err := strconv.Atoi(year)
	if err != nil {
		return ""
	}
	switch {
	case len(year) == 2 && rest == "":
		return year + "XX"
	case len(year) == 3 && rest == "":
		return year + "X"
	case len(year) != 4:
		return ""
	case rest == "" || rest[0] >= '0' && rest[0] <= '9':
		return v
	}
	months := func(a, b int) string { return fmt.Sprintf("%04d-%02d/%04d-%02d", y, a, y, b) }
	switch rest {
	case "SP":
		return year + "-21"
	case "SU":
		return year + "-22"
	case "FA":
		return year + "-23"
	case "WI":
		return year + "-24"
	case "H1":
		return months(1, 6)
	case "H2":
		return months(7, 12)
	}
	if q, ok := digits(rest, 1, 2); ok && rest[0] == 'Q' && len(rest) == 2 && q >= 1 && q <= 4 {
		return months(3*q-2, 3*q)
	}
	if w, ok := digits(rest, 1, 3); ok && rest[0] == 'W' {
		m := monday(y, w)
		switch rest[3:] {
		case "":
			return interval(m, m+6).EDTF
		case "-WE":
			return interval(m+5, m+6).EDTF
		}
	}
	return ""
}

// period writes a length of time as TIMEX3: n of a unit, -1 for an unknown number.
func period(n float64, unit string) string {
	num := "X"
	if n >= 0 {
		num = strconv.FormatFloat(n, 'f', -1, 64)
	}
	switch unit {
	case "FN":
		if n >= 0 {
			num = strconv.FormatFloat(2*n, 'f', -1, 64)
		}
		unit = "W"
	case "S":
		unit = "Y"
	case "N", "P":
		unit = "M"
	}
	if strings.HasPrefix(unit, "T") {
		return "PT" + num + unit[1:]
	}
	return "P" + num + unit
}
