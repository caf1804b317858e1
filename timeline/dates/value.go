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
	year, part, _ := strings.Cut(v, "-")
	y, err := strconv.Atoi(year)
	switch {
	case err != nil:
		return ""
	case len(year) < 4 && part == "":
		return wideEDTF(year)
	case len(year) != 4:
		return ""
	case part == "" || part[0] >= '0' && part[0] <= '9':
		return v
	case part[0] == 'W' && part != "WI":
		return weekEDTF(y, part)
	}
	return partEDTF(y, part)
}

// wideEDTF writes a decade or century, given by its leading figures: "199" is "199X".
func wideEDTF(figures string) string {
	if len(figures) < 2 {
		return ""
	}
	return (figures + "XX")[:4]
}

// weekEDTF writes a week of TIMEX3 ("W23"), or its weekend ("W23-WE"), as an interval; "" if it is none.
func weekEDTF(year int, week string) string {
	w, ok := digits(week, 1, 3)
	if !ok {
		return ""
	}
	m := monday(year, w)
	switch week[3:] {
	case "":
		return interval(m, m+6).EDTF
	case "-WE":
		return interval(m+5, m+6).EDTF
	}
	return ""
}

// partEDTF writes a season, quarter or half of a year; "" if it is none. The seasons of EDTF are 21 to 24.
func partEDTF(year int, part string) string {
	switch part {
	case "SP":
		return fmt.Sprintf("%04d-21", year)
	case "SU":
		return fmt.Sprintf("%04d-22", year)
	case "FA":
		return fmt.Sprintf("%04d-23", year)
	case "WI":
		return fmt.Sprintf("%04d-24", year)
	case "H1":
		return monthSpan(year, 1, 6)
	case "H2":
		return monthSpan(year, 7, 12)
	case "Q1", "Q2", "Q3", "Q4":
		q := int(part[1] - '0')
		return monthSpan(year, 3*q-2, 3*q)
	}
	return ""
}

// monthSpan writes the interval of two months of a year.
func monthSpan(year, a, b int) string { return fmt.Sprintf("%04d-%02d/%04d-%02d", year, a, year, b) }

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

// period writes a length of time.
func (m *meaning) period() string {
	if m.vague {
		return period(-1, m.unit)
	}
	return period(m.n, m.unit)
}
