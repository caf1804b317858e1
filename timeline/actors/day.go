package actors

import (
	"fmt"
	"strings"
)

// day is a calendar day as the number YYYYMMDD, so that days compare as numbers.
type day int32

const (
	always day = 0
	never  day = 99991231
)

// span returns the earliest and the latest day of an EDTF date of day, month or year precision.
func span(date string) (lo, hi day, err error) {
	year, ok := number(date, 0, 4)
	var month int
	switch {
	case !ok:
	case len(date) == 4:
		return day(year*10000 + 101), day(year*10000 + 1231), nil
	case len(date) == 7 && date[4] == '-':
		if month, ok = number(date, 5, 7); ok && month <= 12 {
			return day(year*10000 + month*100 + 1), day(year*10000 + month*100 + 31), nil
		}
	case len(date) == 10 && date[4] == '-' && date[7] == '-':
		month, ok = number(date, 5, 7)
		if d, good := number(date, 8, 10); ok && good && month <= 12 && d <= 31 {
			at := day(year*10000 + month*100 + d)
			return at, at, nil
		}
	}
	return 0, 0, fmt.Errorf("%q is no date of the form YYYY, YYYY-MM or YYYY-MM-DD", date)
}

// number reads the digits of s from one byte to another; false for anything else and for zero.
func number(s string, from, to int) (int, bool) {
	if len(s) < to {
		return 0, false
	}
	n := 0
	for _, c := range []byte(s[from:to]) {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, n > 0
}

// when reads the day that a lookup asks for: the first date inside an EDTF text, in its middle where it is a month or
// a year (the 15th, or the 1st of July). An empty or unreadable text asks for today's holders, that is for terms
// without end.
func when(at string) day {
	i := strings.IndexAny(at, "0123456789")
	if i < 0 || len(at) < i+4 {
		return never
	}
	rest := at[i:]
	for _, n := range []int{10, 7, 4} {
		if len(rest) < n {
			continue
		}
		lo, _, err := span(rest[:n])
		if err != nil {
			continue
		}
		switch n {
		case 7:
			return lo + 14
		case 4:
			return lo + 600
		}
		return lo
	}
	return never
}
