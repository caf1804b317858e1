package dates

import "fmt"

// A point is a place on the calendar of some width: month and day are 0 where it is wider.
type point struct {
	year, month, day int
	bc, ok           bool
	half             string
}

func pointOf(n day) point {
	y, m, d := n.civil()
	return point{year: y, month: m, day: d, ok: true}
}

// first is the point's first day.
func (q point) first() day { return newDay(q.year, max(q.month, 1), max(q.day, 1)) }

// yearOfNext is the year of a month that a story tells after the point: January after November is of the next year.
func (q point) yearOfNext(month int) (year int, bc bool) {
	if q.month > 0 && month > 0 && !q.bc && q.month-month >= 8 {
		return q.year + 1, false
	}
	return q.year, q.bc
}

// text writes the point as a TIMEX3 value.
func (q point) text() string {
	era := ""
	if q.bc {
		era = "BC"
	}
	switch {
	case q.half != "":
		return fmt.Sprintf("%s%04d-%s", era, q.year, q.half)
	case q.month == 0:
		return fmt.Sprintf("%s%04d", era, q.year)
	case q.day == 0:
		return fmt.Sprintf("%s%04d-%02d", era, q.year, q.month)
	}
	return fmt.Sprintf("%s%04d-%02d-%02d", era, q.year, q.month, q.day)
}
