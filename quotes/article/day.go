package article

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// firstYear and lastYear bound the years that a publication date may have. The web's oldest pages are of 1991, but
// archives put older papers there.
const (
	firstYear = 1900
	lastYear  = 2100
)

const isoPattern = `\b((?:19|20)\d{2})-(\d{1,2})-(\d{1,2})(?:\b|T|_)`

// maxDate is how much of a stated date is read, in bytes.
const maxDate = 200

// givenDay reads a date that a person or a program states as a publication date: EDTF day, month or year, a time
// stamp, or a day in words. It returns EDTF.
func givenDay(s string) (string, bool) {
	s = strings.TrimSpace(s)
	switch len(s) {
	case 4:
		if y, err := strconv.Atoi(s); err == nil && y >= firstYear && y <= lastYear {
			return s, true
		}
	case 7:
		if _, err := time.Parse("2006-01", s); err == nil {
			return s, true
		}
	case 10:
		if t, err := time.Parse(time.DateOnly, s); err == nil && t.Year() >= firstYear && t.Year() <= lastYear {
			return s, true
		}
	}
	day, _ := findDay(s, false)
	return day, day != ""
}

// findDay returns the first day named in s as YYYY-MM-DD and the byte offset where it starts; "" where none is. See
// [nextDay].
func findDay(s string, dayFirst bool) (string, int) {
	day, at, _ := nextDay(s, dayFirst)
	return day, at
}

// nextDay returns the first day named in s as YYYY-MM-DD, the byte offset where it starts and its length in bytes; ""
// where none is. dayFirst says how to read 5/6/2023; where one number is over 12 that decides, whatever dayFirst says.
func nextDay(s string, dayFirst bool) (day string, start, length int) {
	digits := 0
	for i := range len(s) {
		if s[i] >= '0' && s[i] <= '9' {
			digits++
		}
	}
	if digits < 4 { // 1/2/23
		return "", len(s) + 1, 0
	}
	best, at, size := "", len(s)+1, 0
	for _, p := range []struct {
		re      *regexp.Regexp
		y, m, d int
	}{
		{dayShape.iso, 1, 2, 3},
		{dayShape.slashed, 1, 2, 3},
		{dayShape.compact, 1, 2, 3},
		{dayShape.han, 1, 2, 3},
		{dayShape.dotted, 3, 2, 1},
		{dayShape.dayMonth, 3, 2, 1},
		{dayShape.monthDay, 3, 1, 2},
		{dayShape.yearFirst, 1, 2, 3},
		{dayShape.numeric, 3, 0, 0},
	} {
		for _, g := range p.re.FindAllStringSubmatchIndex(s, 4) {
			if g[0] >= at {
				break
			}
			part := func(n int) string { return s[g[2*n]:g[2*n+1]] }
			m, d := p.m, p.d
			if p.re == dayShape.numeric {
				if m, d = 1, 2; dayFirst {
					m, d = 2, 1
				}
				if n, _ := strconv.Atoi(part(m)); n > 12 {
					m, d = d, m
				}
			}
			if day := civil(part(p.y), part(m), part(d)); day != "" {
				best, at, size = day, g[0], g[1]-g[0]
				break
			}
		}
	}
	return best, at, size
}

// civil returns a day as YYYY-MM-DD, "" where there is no such day. The month is a number or the start of a name; a
// year of two digits is of the years 1970 to 2069.
func civil(year, month, day string) string {
	y, err := strconv.Atoi(year)
	if err != nil {
		return ""
	}
	if len(year) == 2 {
		if y += 1900; y < 1970 {
			y += 100
		}
	}
	m, err := strconv.Atoi(month)
	if err != nil {
		m = monthOf(month)
	}
	d, err := strconv.Atoi(day)
	if err != nil || y < firstYear || y > lastYear || m < 1 || m > 12 || d < 1 {
		return ""
	}
	if t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC); t.Day() != d {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", y, m, d)
}
