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

var (
	isoDay     = regexp.MustCompile(isoPattern)
	slashedDay = regexp.MustCompile(`\b((?:19|20)\d{2})[/.](\d{1,2})[/.](\d{1,2})\b`)
	compactDay = regexp.MustCompile(`\b((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:\b|T)`)
	dottedDay  = regexp.MustCompile(`\b(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)?\d{2})\b`)
	numericDay = regexp.MustCompile(`\b(\d{1,2})[/-](\d{1,2})[/-]((?:19|20)?\d{2})\b`)
	hanDay     = regexp.MustCompile(`((?:19|20)\d{2})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]`)
	dayMonth   = regexp.MustCompile(
		`(?i)(?:^|[^\d\pL])(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[\s\-]{1,3}(?:de |of )?(` + monthNames + `)\pL*\.?,?[\s\-]{1,3}(?:de |del )?((?:19|20)\d{2})\b`,
	)
	monthDay = regexp.MustCompile(
		`(?i)(?:^|[^\pL])(` + monthNames + `)\pL*\.?[\s\-]{0,3}(\d{1,2})(?:st|nd|rd|th)?(?:\s?,\s?|\s{1,3}|-)((?:19|20)\d{2})\b`,
	)
	yearFirst = regexp.MustCompile(`(?i)\b((?:19|20)\d{2})[\s\-]{1,2}(` + monthNames + `)\pL*\.?[\s\-]{1,2}(\d{1,2})\b`)
)

// monthNames are the beginnings by which months are told in English, German, French, Spanish, Italian, Portuguese,
// Dutch and Russian; the table months gives the number of each.
const monthNames = `jan|feb|fév|fev|mar|mär|maa|mrt|apr|avr|abr|may|mai|maj|mei|mag|jun|juin|giu|jul|juil|lug|aug|aoû|aou|ago|sep|set|oct|okt|out|ott|nov|dec|dez|déc|dic|gen|ene|янв|фев|мар|апр|мая|май|июн|июл|авг|сен|окт|ноя|дек`

var months = map[string]int{
	"jan": 1, "gen": 1, "ene": 1, "янв": 1, "feb": 2, "fév": 2, "fev": 2, "фев": 2, "mar": 3, "mär": 3, "maa": 3, "mrt": 3, "мар": 3,
	"apr": 4, "avr": 4, "abr": 4, "апр": 4, "may": 5, "mai": 5, "maj": 5, "mei": 5, "mag": 5, "мая": 5, "май": 5,
	"jun": 6, "juin": 6, "giu": 6, "июн": 6, "jul": 7, "juil": 7, "lug": 7, "июл": 7, "aug": 8, "aoû": 8, "aou": 8, "ago": 8, "авг": 8,
	"sep": 9, "set": 9, "сен": 9, "oct": 10, "okt": 10, "out": 10, "ott": 10, "окт": 10, "nov": 11, "ноя": 11,
	"dec": 12, "dez": 12, "déc": 12, "dic": 12, "дек": 12,
}

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
		{isoDay, 1, 2, 3},
		{slashedDay, 1, 2, 3},
		{compactDay, 1, 2, 3},
		{hanDay, 1, 2, 3},
		{dottedDay, 3, 2, 1},
		{dayMonth, 3, 2, 1},
		{monthDay, 3, 1, 2},
		{yearFirst, 1, 2, 3},
		{numericDay, 3, 0, 0},
	} {
		for _, g := range p.re.FindAllStringSubmatchIndex(s, 4) {
			if g[0] >= at {
				break
			}
			part := func(n int) string { return s[g[2*n]:g[2*n+1]] }
			m, d := p.m, p.d
			if p.re == numericDay {
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

// monthOf returns the number of a month by the start of its name, 0 for none.
func monthOf(name string) int {
	name = strings.ToLower(name)
	for i := range name {
		if m := months[name[:i]]; m != 0 {
			return m
		}
	}
	return months[name]
}
