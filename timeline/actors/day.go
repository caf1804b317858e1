package actors

import (
	"fmt"
	"strconv"
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
	parts := strings.Split(date, "-")
	n := make([]int, len(parts))
	for i, p := range parts {
		width := 2
		if i == 0 {
			width = 4
		}
		v, e := strconv.Atoi(p)
		if e != nil || len(p) != width || v < 1 {
			return 0, 0, fmt.Errorf("%q is no date of the form YYYY, YYYY-MM or YYYY-MM-DD", date)
		}
		n[i] = v
	}
	switch {
	case len(n) == 1:
		return day(n[0]*10000 + 101), day(n[0]*10000 + 1231), nil
	case len(n) == 2 && n[1] <= 12:
		return day(n[0]*10000 + n[1]*100 + 1), day(n[0]*10000 + n[1]*100 + 31), nil
	case len(n) == 3 && n[1] <= 12 && n[2] <= 31:
		d := day(n[0]*10000 + n[1]*100 + n[2])
		return d, d, nil
	}
	return 0, 0, fmt.Errorf("%q is no date of the form YYYY, YYYY-MM or YYYY-MM-DD", date)
}

// when reads the day that a lookup asks for: the first date inside an EDTF text, in its middle where it is a month or a year
// (the 15th, or the 1st of July). An empty or unreadable text asks for today's holders, that is for terms without end.
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
