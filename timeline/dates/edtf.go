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
	d := Date{EDTF: edtf}
	fail := func() (Date, error) { return Date{}, fmt.Errorf("date %q: not an EDTF date of a known form", edtf) }
	if rest, ok := strings.CutPrefix(edtf, "[.."); ok {
		day, ok := strings.CutSuffix(rest, "]")
		_, last, ok2 := stretch(day)
		if !ok || !ok2 {
			return fail()
		}
		d.Latest = last.String()
		return d, nil
	}
	from, to, interval := strings.Cut(edtf, "/")
	open := func(s string) bool { return s == "" || s == ".." }
	if interval && open(from) && open(to) {
		return fail()
	}
	if !interval {
		to = from
	}
	var first, last day
	var ok bool
	if !interval || !open(from) {
		if first, _, ok = stretch(from); !ok {
			return fail()
		}
		d.Earliest = first.String()
	}
	if !interval || !open(to) {
		if _, last, ok = stretch(to); !ok {
			return fail()
		}
		d.Latest = last.String()
	}
	if d.Earliest != "" && d.Latest != "" && last < first {
		return Date{}, fmt.Errorf("date %q: ends before it begins", edtf)
	}
	return d, nil
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
	if len(s) != 4 && len(s) != 7 && len(s) != 10 {
		return 0, 0, false
	}
	y1, y2, ok := span(s[:4])
	if !ok || (len(s) > 4 && s[4] != '-') || (len(s) > 7 && s[7] != '-') {
		return 0, 0, false
	}
	if len(s) == 4 {
		return newDay(y1, 1, 1), newDay(y2, 12, 31), true
	}
	m1, m2, ok := span(s[5:7])
	if ok && len(s) == 7 && m1 == m2 && m1 >= 21 && m1 <= 24 {
		m := 3 * (m1 - 20)
		y, m3 := addMonths(y2, m, 2)
		return newDay(y1, m, 1), newDay(y, m3, daysIn(y, m3)), true
	}
	m1, m2 = max(m1, 1), min(m2, 12)
	if !ok || m1 > m2 {
		return 0, 0, false
	}
	if len(s) == 7 {
		return newDay(y1, m1, 1), newDay(y2, m2, daysIn(y2, m2)), true
	}
	d1, d2, ok := span(s[8:10])
	d1, d2 = max(d1, 1), min(d2, max(daysIn(y2, m2), daysIn(y1, m1)))
	if !ok || d1 > d2 || (y1 == y2 && m1 == m2 && !strings.Contains(s[8:], "X") && d1 > daysIn(y1, m1)) {
		return 0, 0, false
	}
	return newDay(y1, m1, min(d1, daysIn(y1, m1))), newDay(y2, m2, min(d2, daysIn(y2, m2))), true
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
