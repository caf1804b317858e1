package render

import (
	"slices"
	"time"
)

// Stretch is a run of days, both ends within it.
type Stretch struct {
	From string `json:"from"` // YYYY-MM-DD
	To   string `json:"to"`
}

const (
	// bulk is the share of the events that the chart opens on at least.
	bulk = 0.8
	// leastDays is the least number of days of the densest part that the chart opens on.
	leastDays = 14
	// foldShare is the width of a folded stretch, as a part of all days that are not folded.
	foldShare = 0.03
)

// folded is the axis of the chart: days with the stretches taken out of which no source was read.
type folded struct {
	from, to []int // days of each fold, both ends within it
	width    int   // days that a fold is wide as drawn
}

// fold turns a day into its place on the axis.
func (f *folded) fold(d int) int {
	gone := 0
	for i := range f.from {
		switch {
		case d > f.to[i]:
			gone += f.to[i] - f.from[i] + 1 - f.width
		case d >= f.from[i]:
			gone += min(d-f.from[i], f.to[i]-f.from[i]+1-f.width)
		}
	}
	return d - gone
}

// unfold turns a place on the axis back into the first day that stands there.
func (f *folded) unfold(x int) int {
	for i := range f.from {
		whole := f.to[i] - f.from[i] + 1
		switch at := f.from[i] + f.width; {
		case x >= at:
			x += whole - f.width
		case x > f.from[i]:
			return f.from[i] + (x-f.from[i])*whole/f.width
		}
	}
	return x
}

// anchor is the day by which an event stands on the chart: the middle of the days it may be of; undated where none is
// known.
func (d Date) anchor() int {
	a, b := day(d.Earliest), day(d.Latest)
	switch {
	case a == undated:
		return b
	case b == undated:
		return a
	}
	return a + (b-a)/2
}

// unread lists the runs of whole years between the first and the last event in which nothing was read and nothing
// happened; none where it is not known what was read.
func (r *Report) unread() []Stretch {
	out := []Stretch{}
	if len(r.Coverage) == 0 || r.Summary.First == "" {
		return out
	}
	known := map[string]bool{}
	for _, c := range r.Coverage {
		known[prefix(c.Month, 4)] = true
	}
	for _, s := range r.Sources {
		known[prefix(s.Published, 4)] = true
	}
	for i := range r.Events {
		d := r.Events[i].Date
		for _, t := range []string{d.Earliest, d.Latest} {
			known[prefix(t, 4)] = true
		}
	}
	first, last := yearOf(r.Summary.First), yearOf(r.Summary.Last)
	for y := first; y <= last; y++ {
		start := y
		for y <= last && !known[yearName(y)] {
			y++
		}
		if y > start {
			out = append(out, Stretch{yearName(start) + "-01-01", yearName(y-1) + "-12-31"})
		}
	}
	return out
}

func prefix(s string, n int) string { return s[:min(n, len(s))] }

func yearOf(day string) int {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return 0
	}
	return t.Year()
}

func yearName(y int) string { return time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC).Format("2006") }

// axis makes the folded axis of the report.
func (r *Report) axis() *folded {
	f := &folded{}
	days := day(r.Summary.Last) - day(r.Summary.First) + 1
	for _, s := range r.Unread {
		f.from, f.to = append(f.from, day(s.From)), append(f.to, day(s.To))
		days -= day(s.To) - day(s.From) + 1
	}
	f.width = min(max(10, int(float64(days)*foldShare)), 365)
	return f
}

// home is the stretch that the chart opens on: the densest that holds the bulk of the events, and half as much around
// it, on the side where most of the others are. It is the whole where that is hardly more, and empty where no
// event is dated.
func (r *Report) home() Stretch {
	axis, places := r.axis(), []int{}
	for i := range r.Events {
		if d := r.Events[i].Date.anchor(); d != undated {
			places = append(places, axis.fold(d))
		}
	}
	if len(places) == 0 {
		return Stretch{}
	}
	slices.Sort(places)
	lo, hi := densest(places, bulk)
	extent := places[len(places)-1] - places[0]
	wide := max(places[hi]-places[lo], leastDays) * 3 / 2
	if wide >= extent*9/10 {
		return Stretch{r.Summary.First, r.Summary.Last}
	}
	from := around(places, lo, hi, wide)
	return Stretch{dayName(axis.unfold(from)), dayName(axis.unfold(from + wide))}
}

// densest is the shortest run of places, in order, that holds a share of them: the first and the last of the run.
func densest(places []int, share float64) (lo, hi int) {
	n := max(1, int(float64(len(places))*share+0.999999))
	for i := 0; i+n <= len(places); i++ {
		if i == 0 || places[i+n-1]-places[i] < places[hi]-places[lo] {
			lo, hi = i, i+n-1
		}
	}
	return lo, hi
}

// around is the begin of the stretch of a width that holds the run lo to hi and the most places beside it; of those
// that hold equally many, the one with the run nearest its middle.
func around(places []int, lo, hi, wide int) int {
	best, most, off := 0, -1, 0
	consider := func(from int) {
		if from > places[lo] || from+wide < places[hi] {
			return
		}
		a, _ := slices.BinarySearch(places, from)
		b, _ := slices.BinarySearch(places, from+wide+1)
		distance := 2*from + wide - places[lo] - places[hi]
		distance = max(distance, -distance)
		if b-a > most || b-a == most && distance < off {
			best, most, off = from, b-a, distance
		}
	}
	consider((places[lo] + places[hi] - wide) / 2)
	for _, p := range places {
		consider(p - wide/40)
		consider(p - wide + wide/40)
	}
	return best
}

func dayName(d int) string { return time.Unix(int64(d)*86400, 0).UTC().Format(time.DateOnly) }
