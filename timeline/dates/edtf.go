package dates

import (
	"fmt"
	"strings"
)

// Parse reads a date in the part of EDTF (ISO 8601-2, Library of Congress 2019) that this program writes: a year,
// month or day, each with unspecified digits ("202X", "2024-06-XX") and a qualifier ("~", "?" or "%"); a season
// ("2001-21" to "2001-24", northern, winter beginning in December); an interval of those, open ("2024-06/.."), or of
// unknown end ("2024-06/"); and "[..2023-06-12]", on or before a day. Earliest is "" where the start is open, Latest
// where the end is.
func Parse(edtf string) (Date, error) {
	first, last, ok := bounds(edtf)
	switch {
	case !ok:
		return Date{}, fmt.Errorf("date %q: not an EDTF date of a known form", edtf)
	case first != nil && last != nil && *last < *first:
		return Date{}, fmt.Errorf("date %q: ends before it begins", edtf)
	}
	d := Date{EDTF: edtf}
	if first != nil {
		d.Earliest = first.String()
	}
	if last != nil {
		d.Latest = last.String()
	}
	return d, nil
}

// bounds returns the first and the last day of an EDTF date, nil where an end is open.
func bounds(edtf string) (first, last *day, ok bool) {
	if before, open := strings.CutPrefix(edtf, "[.."); open {
		on, closed := strings.CutSuffix(before, "]")
		_, d, ok := stretch(on)
		return nil, &d, ok && closed
	}
	from, to, interval := strings.Cut(edtf, "/")
	if !interval {
		a, b, ok := stretch(edtf)
		return &a, &b, ok
	}
	first, _, ok = endOfInterval(from)
	_, last, ok2 := endOfInterval(to)
	return first, last, ok && ok2 && (first != nil || last != nil)
}

// endOfInterval returns the first and the last day of one end of an interval, nil for an open one.
func endOfInterval(edtf string) (first, last *day, ok bool) {
	if edtf == "" || edtf == ".." {
		return nil, nil, true
	}
	a, b, ok := stretch(edtf)
	return &a, &b, ok
}

// OnOrBefore is "[..day]": some day up to the given one, which is YYYY-MM-DD. The zero Date if day is no day.
func OnOrBefore(day string) Date {
	d, ok := parseDay(day)
	if !ok || len(day) != 10 {
		return Date{}
	}
	return Date{EDTF: "[.." + d.String() + "]", Latest: d.String()}
}

// Between is the interval of two days given as YYYY-MM-DD, a single day if they are the same. The zero Date if one of
// them is no day or the last comes before the first.
func Between(first, last string) Date {
	a, ok := parseDay(first)
	b, ok2 := parseDay(last)
	switch {
	case !ok || !ok2 || b < a:
		return Date{}
	case a == b:
		return Date{EDTF: a.String(), Earliest: a.String(), Latest: a.String()}
	}
	return interval(a, b)
}

// Approximate blurs a date that is not an interval: "2012-08" to "2012-08~". Its bounding days stay.
func (d Date) Approximate() Date {
	if d.EDTF != "" && !strings.ContainsAny(d.EDTF, "/[~?%") {
		d.EDTF += "~"
	}
	return d
}

func interval(a, b day) Date {
	return Date{EDTF: a.String() + "/" + b.String(), Earliest: a.String(), Latest: b.String()}
}

// stretch returns the first and last day of a single EDTF date.
func stretch(s string) (first, last day, ok bool) {
	if s != "" && strings.ContainsRune("~?%", rune(s[len(s)-1])) {
		s = s[:len(s)-1]
	}
	if i := strings.IndexByte(s, 'T'); i == 10 {
		s = s[:i]
	}
	year, month, dayOf, ok := fields(s)
	if !ok {
		return 0, 0, false
	}
	y1, y2, ok := span(year)
	switch {
	case !ok:
		return 0, 0, false
	case month == "":
		return newDay(y1, 1, 1), newDay(y2, 12, 31), true
	}
	if m1, m2, ok := span(month); ok && dayOf == "" && m1 == m2 && m1 >= 21 && m1 <= 24 {
		m := 3 * (m1 - 20)
		y, m3 := addMonths(y2, m, 2)
		return newDay(y1, m, 1), newDay(y, m3, daysIn(y, m3)), true
	}
	return stretchOfDays(y1, y2, month, dayOf)
}

// fields splits YYYY, YYYY-MM or YYYY-MM-DD; what is not there is "".
func fields(s string) (year, month, dayOf string, ok bool) {
	switch len(s) {
	case 4:
		return s, "", "", true
	case 7:
		return s[:4], s[5:], "", s[4] == '-'
	case 10:
		return s[:4], s[5:7], s[8:], s[4] == '-' && s[7] == '-'
	}
	return "", "", "", false
}

// stretchOfDays returns the first and last day of a month, or of a day of it, in the years from y1 to y2.
func stretchOfDays(y1, y2 int, month, dayOf string) (first, last day, ok bool) {
	m1, m2, ok := span(month)
	m1, m2 = max(m1, 1), min(m2, 12)
	if !ok || m1 > m2 {
		return 0, 0, false
	}
	long1, long2 := daysIn(y1, m1), daysIn(y2, m2)
	if dayOf == "" {
		return newDay(y1, m1, 1), newDay(y2, m2, long2), true
	}
	d1, d2, ok := span(dayOf)
	d1, d2 = max(d1, 1), min(d2, max(long2, long1))
	stated := y1 == y2 && m1 == m2 && !strings.Contains(dayOf, "X")
	if !ok || d1 > d2 || stated && d1 > long1 {
		return 0, 0, false
	}
	return newDay(y1, m1, min(d1, long1)), newDay(y2, m2, min(d2, long2)), true
}

// span reads digits of which trailing ones may be X, as the least and greatest number they can stand for.
func span(s string) (lo, hi int, ok bool) {
	unknown := false
	for i := range len(s) {
		lo, hi = lo*10, hi*10
		switch c := s[i]; {
		case c == 'X':
			unknown = true
			hi += 9
		case c >= '0' && c <= '9' && !unknown:
			lo += int(c - '0')
			hi += int(c - '0')
		default:
			return 0, 0, false
		}
	}
	// A plain "00" is no month or day; the caller's lower bound would hide it.
	if !unknown && lo == 0 && len(s) == 2 {
		return 0, 0, false
	}
	return lo, hi, true
}
