package dates

import "strings"

// Elsewhere is the date of a day of one place as it is told in another: a day in Pyongyang falls on that day and the
// one before in Washington. day is YYYY-MM-DD; the offsets are hours ahead of UTC, from -12 to 14, of the place of
// the day and of the one that asks. The zero Date if day is no day.
func Elsewhere(day string, there, here float64) Date {
	d, ok := parseDay(day)
	switch {
	case !ok || len(day) != 10:
		return Date{}
	case there > here:
		return interval(d-1, d)
	case there < here:
		return interval(d, d+1)
	}
	return Between(day, day)
}

// zoneHours are hours ahead of UTC of the places and clocks that news of diplomacy names. Standard time; summer moves
// those of America and Europe by an hour, which changes no day's neighbours.
func zoneHours(zone string) (hours float64, ok bool) {
	hours, ok = lexicon().clocks[strings.ToLower(zone)]
	return hours, ok
}

// Seen is the date of the expression by the calendar of a place that is so many hours ahead of UTC, where the text
// says by whose clock it tells the time; otherwise it is Date's.
func (e Expression) Seen(hours float64) (Date, bool) {
	d, ok := e.Date()
	there, known := zoneHours(e.Zone)
	if !ok || !known || d.Earliest != d.Latest {
		return d, ok
	}
	return Elsewhere(d.Earliest, there, hours), true
}
