package dates

import "time"

// DaysBetween is the number of days between two days given as YYYY-MM-DD, never below 0; more than a million when one
// of them is no such day.
func DaysBetween(a, b string) int {
	x, err := time.Parse(time.DateOnly, a)
	y, err2 := time.Parse(time.DateOnly, b)
	if err != nil || err2 != nil {
		return 1 << 20
	}
	d := int(y.Sub(x).Hours() / 24)
	if d < 0 {
		d = -d
	}
	return d
}

// Shift is the day that lies n days after the day from, given as YYYY-MM-DD, before it where n is negative.
func Shift(from string, n int) Date {
	d, ok := parseDay(from)
	if !ok {
		return Date{}
	}
	shifted, _ := Parse((d + day(n)).String()) // a day is sound
	return shifted
}
