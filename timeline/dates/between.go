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
