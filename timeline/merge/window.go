package merge

import (
	"cmp"
	"slices"
	"time"

	"demarche/timeline/dates"
	"demarche/timeline/record"
)

// window is the stretch of days on which something may have been said, in half days from 1970 on: a day is the two
// halves 2d-1 and 2d+1, so that days which touch meet and days with one between them do not.
type window struct{ first, last int }

// pressSlack is the lag of the press, in days: what is known by the day of publication alone may have been said so many
// days before. A dateline's day is that of the report, and mostly the day after at the latest.
const (
	pressSlack    = 3
	datelineSlack = 1
)

// longAgo is the first half day of a window whose start is not known.
const longAgo = -2 * 400 * 365

// windowOf returns when the words of a report may have been said; ok is false when nothing is known. Pyongyang's day
// begins before Washington's: even a stated day may be off by one.
func windowOf(s *record.Said) (w window, ok bool) {
	last, ok := dayNumber(s.Latest)
	if !ok {
		return window{}, false
	}
	first, known := dayNumber(s.Earliest)
	if !known {
		return window{longAgo, 2*last + 1}, true
	}
	switch s.Basis {
	case dates.Published:
		first -= pressSlack - 1
	case dates.Dateline:
		first -= datelineSlack
	}
	return window{2*first - 1, 2*last + 1}, true
}

// meet returns the time that both windows hold.
func (w window) meet(v window) (window, bool) {
	m := window{max(w.first, v.first), min(w.last, v.last)}
	return m, m.first <= m.last
}

// wide reports whether the window is wider than what a text tells that knows the day, or nearly: an open one, a month
// or a year says too little for two events to be one by it.
func (w window) wide() bool { return w.last-w.first > 2*mostDays }

// mostDays is the number of days of the widest window that is not wide: the lag of the press, or a long weekend.
const mostDays = 4

// open reports whether the window has no known start.
func (w window) open() bool { return w.first <= longAgo }

// day is the last day of the window, in days from 1970 on.
func (w window) day() int { return (w.last - 1) / 2 }

// start is the first day of the window, in days from 1970 on.
func (w window) start() int { return (w.first + 1) / 2 }

// dayNumber counts the days from 1970 to a day given as YYYY-MM-DD.
func dayNumber(day string) (int, bool) {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return 0, false
	}
	return int(t.Unix() / 86400), true
}

// bestSaid is the best known day of the reports: a stated one before that of a dateline, that before a relative one,
// and publication last; the narrower before the wider, and else the one that most reports give.
func bestSaid(list []record.Statement) record.Said {
	type count struct {
		s record.Said
		n int
	}
	var all []count
	for i := range list {
		for j := range list[i].Reports {
			s := record.Said{Date: list[i].Reports[j].Said.Date, Basis: list[i].Reports[j].Said.Basis}
			k := slices.IndexFunc(all, func(c count) bool { return c.s == s })
			if k < 0 {
				all = append(all, count{s, 1})
				continue
			}
			all[k].n++
		}
	}
	slices.SortFunc(all, func(a, b count) int {
		return cmp.Or(cmp.Compare(rankBasis(a.s.Basis), rankBasis(b.s.Basis)), cmp.Compare(width(a.s), width(b.s)),
			cmp.Compare(b.n, a.n), cmp.Compare(a.s.EDTF, b.s.EDTF))
	})
	if len(all) == 0 {
		return record.Said{}
	}
	return all[0].s
}

func rankBasis(b dates.Basis) int {
	return slices.Index([]dates.Basis{dates.Stated, dates.Dateline, dates.Relative, dates.Published}, b)
}

// width is the number of days that a date leaves open; large for an open start.
func width(s record.Said) int {
	if s.Earliest == "" {
		return 1 << 20
	}
	return dates.DaysBetween(s.Earliest, s.Latest)
}
