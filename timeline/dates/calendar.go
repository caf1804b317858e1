package dates

import "fmt"

// A day counts the days of the proleptic Gregorian calendar; day 0 is 1 January 1970.
type day int

// newDay returns the day of a year (any, also negative), a month (1 to 12) and a day of the month.
func newDay(y, m, d int) day {
	// After Howard Hinnant's "days from civil": years begin in March, so that the leap day is the last one.
	if m <= 2 {
		y--
		m += 12
	}
	era := floorDiv(y, 400)
	yoe := y - era*400
	doy := (153*(m-3)+2)/5 + d - 1
	return day(era*146097 + yoe*365 + yoe/4 - yoe/100 + doy - 719468)
}

// civil returns the year, month and day of the month.
func (n day) civil() (y, m, d int) {
	z := int(n) + 719468
	era := floorDiv(z, 146097)
	doe := z - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	y, m, d = yoe+era*400, mp+3, doy-(153*mp+2)/5+1
	if m > 12 {
		m -= 12
		y++
	}
	return y, m, d
}

// weekday is 1 for Monday to 7 for Sunday.
func (n day) weekday() int { return int(n+3) - 7*floorDiv(int(n+3), 7) + 1 }

// week returns the ISO 8601 year and week.
func (n day) week() (year, week int) {
	thursday := n - day(n.weekday()) + 4
	year, _, _ = thursday.civil()
	return year, int(thursday-newDay(year, 1, 1))/7 + 1
}

// monday returns the first day of an ISO 8601 week.
func monday(year, week int) day {
	jan4 := newDay(year, 1, 4)
	return jan4 - day(jan4.weekday()) + 1 + day(7*(week-1))
}

func (n day) String() string {
	y, m, d := n.civil()
	return fmt.Sprintf("%04d-%02d-%02d", y, m, d)
}

// daysIn is the number of days of a month.
func daysIn(y, m int) int { return int(newDay(y+m/12, m%12+1, 1) - newDay(y, m, 1)) }

// parseDay reads YYYY-MM-DD, of which the rest after the day is ignored.
func parseDay(s string) (day, bool) {
	y, ok1 := digits(s, 0, 4)
	m, ok2 := digits(s, 5, 7)
	d, ok3 := digits(s, 8, 10)
	if !ok1 || !ok2 || !ok3 || s[4] != '-' || s[7] != '-' {
		return 0, false
	}
	if m < 1 || m > 12 || d < 1 || d > daysIn(y, m) {
		return 0, false
	}
	return newDay(y, m, d), true
}

// digits reads s[i:j] as a number.
func digits(s string, i, j int) (int, bool) {
	if j > len(s) {
		return 0, false
	}
	n := 0
	for ; i < j; i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, true
}

// addMonths moves a month by n months.
func addMonths(y, m, n int) (int, int) {
	k := y*12 + m - 1 + n
	return floorDiv(k, 12), k - 12*floorDiv(k, 12) + 1
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
