package merge

import (
	"time"

	"demarche/timeline/dates"
	"demarche/timeline/record"
)

// window is the stretch of days, counted from 1970, on which something may have been said.
type window struct{ first, last int }

// The slack of a date, in days. A message may be published days after it was sent, and Pyongyang's day begins before
// Washington's: what is stated or counted may be off by one, what only stands in for the day by the lag of the press.
const (
	zoneSlack  = 1
	pressSlack = 3
)

// longAgo is the first day of a window whose start is not known.
const longAgo = -400 * 365

// windowOf returns the days on which the words of a report may have been said; ok is false when nothing is known.
func windowOf(s *record.Said) (w window, ok bool) {
	last, ok := dayNumber(s.Latest)
	if !ok {
		return window{}, false
	}
	first, known := dayNumber(s.Earliest)
	switch {
	case !known:
		return window{longAgo, last + zoneSlack}, true
	case s.Basis == dates.Published:
		return window{first - pressSlack, last + zoneSlack}, true
	}
	return window{first - zoneSlack, last + zoneSlack}, true
}

// meet returns the days that both windows hold.
func (w window) meet(v window) (window, bool) {
	m := window{max(w.first, v.first), min(w.last, v.last)}
	return m, m.first <= m.last
}

// open reports whether the window has no known start.
func (w window) open() bool { return w.first <= longAgo }

// dayNumber counts the days from 1970 to a day given as YYYY-MM-DD.
func dayNumber(day string) (int, bool) {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return 0, false
	}
	return int(t.Unix() / 86400), true
}
