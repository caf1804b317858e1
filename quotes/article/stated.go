package article

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Day reads a date that a container states as one of publication and returns it as EDTF, a day or, where no more is
// told or sure, a month or year: in words, in figures, with a time of day, or as Unix time. Of 3/4/2024 only the year
// is sure. What is no date, and what systems write for none (1970-01-01, 1900-01-01), gives "".
func Day(s string) string {
	s = oneLine(cut(strings.TrimSpace(s), maxDate))
	day := ""
	switch {
	case s == "":
		return ""
	case dayShape.digits.MatchString(s):
		day = dayOfDigits(s)
	default:
		day = dayOfWords(s)
	}
	if day == "1970-01-01" || day == "1900-01-01" {
		return ""
	}
	return day
}

func dayOfWords(s string) string {
	if m := dayShape.slashedPart.FindStringSubmatch(s); m != nil {
		if n, _ := strconv.Atoi(m[2]); n >= 1 && n <= 12 {
			return fmt.Sprintf("%s-%02d", m[1], n)
		}
		return m[1]
	}
	if m := dayShape.monthYear.FindStringSubmatch(s); m != nil {
		return fmt.Sprintf("%s-%02d", m[2], monthOf(m[1]))
	}
	if m := dayShape.either.FindStringSubmatch(s); m != nil {
		a, _ := strconv.Atoi(m[1])
		b, _ := strconv.Atoi(m[2])
		if a <= 12 && b <= 12 && a != b {
			return m[3]
		}
	}
	day, _ := givenDay(s)
	return day
}

// dayOfDigits reads a year, a day as 20240304 with or without a time of day, and Unix time in seconds or less.
func dayOfDigits(s string) string {
	switch len(s) {
	case 4:
		day, _ := givenDay(s)
		return day
	case 6:
		day, _ := givenDay(s[:4] + "-" + s[4:])
		return day
	case 8, 12, 14:
		return civil(s[:4], s[4:6], s[6:8])
	case 9, 10, 13, 16:
		n, err := strconv.ParseInt(s, 10, 64)
		if err != nil {
			return ""
		}
		for n >= 1e11 {
			n /= 1000
		}
		return time.Unix(n, 0).UTC().Format(time.DateOnly)
	}
	return ""
}
