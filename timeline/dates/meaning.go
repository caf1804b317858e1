package dates

// A kind of meaning says which fields count and how it is resolved.
type kind uint8

const (
	noKind   kind = iota
	calendar      // some of year, month, day, season, quarter as in the calendar
	weekday       // a day of the week
	deictic       // so many days from the day of speaking
	unitRef       // one unit of time pointed to: "last week", "the next day", "that year", "the month"
	offset        // so many units before or after: "two days later", "a year ago"
	duration      // a length of time
	set           // a recurring time
	ref           // past, present or future at large
	dayTime       // a clock time or part of the day without a day of its own
	named         // a holiday
)

// A meaning is what an expression says before the context supplies the rest.
type meaning struct {
	kind             kind
	year, month, day int
	hasYear, bc      bool
	width            int    // the years that year stands for: 1, 10 or 100; 0 if there is none
	yearMod          string // "last" in "May of last year": which year, when hasYear is not set
	weekday          int
	weeks            int // to add to a weekday: -1 in "a week ago Monday"
	season           string
	half             string // "Q3", "H1" of the year
	fiscal           bool
	unit             string
	nth              int // "the last week of March": which of the units in the month or year; -1 the last one
	n                float64
	vague            bool
	dir              int  // of an offset: -1 before, +1 after
	speech           bool // an offset from the day of speaking rather than from the date last named
	mod              string
	part, clock      string
	zone             string
	approx           bool
	edge             string
	value            string
	holiday          *holiday
	article          bool // begins with "the"
	swap             bool // in figures whose order nothing tells: day and month may be the other way round
	inName           bool // the day in the name of an event: "the June 15 joint declaration"
}

// A hit is a meaning with the tokens that bear it.
type hit struct {
	meaning
	i, j     int
	joined   bool // the first part of a range that the next hit ends
	from     *hit // of a weekday that ends a range, its first part
	upto     *hit // of a weekday that begins one, its last part
	at       day  // the day that it was resolved to, where resolved is set
	resolved bool
	lent     bool // its year is the one that the paragraph goes on to tell of
	next     *hit // of a clock time, the day that follows it: "at noon on Monday"
}

// setYear gives the meaning a year of the common era.
func (m *meaning) setYear(year int) { m.year, m.hasYear, m.width = year, true, 1 }
