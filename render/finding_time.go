package render

import (
	"math"
	"slices"

	"demarche/timeline"
)

// byYear puts the places of the dated events into the years of their days, in order.
func (r *Report) byYear() (years []int, events map[int][]int) {
	events = map[int][]int{}
	for i := range r.Events {
		d := r.Events[i].Date.anchor()
		if d == undated {
			continue
		}
		y := yearOf(dayName(d))
		if events[y] == nil {
			years = append(years, y)
		}
		events[y] = append(events[y], i)
	}
	slices.Sort(years)
	return years, events
}

const (
	// leastEvents is the number of events on either side of a turn in tone below which none is told.
	leastEvents = 20
	// leastTurn is how many standard errors the shares of two times must lie apart: tone is right for about two events
	// in three, so less tells nothing.
	leastTurn = 4.0
	// leastShift is how far they must lie apart in any case.
	leastShift = 0.12
)

// turn tells the year from which words of conflict, or else of cooperation, are clearly more or fewer than before.
func (r *Report) turn(s *sentence) {
	years, events := r.byYear()
	for _, tone := range []timeline.Tone{timeline.Conflictual, timeline.Cooperative} {
		total, all := 0, 0
		hits := map[int][]int{}
		for _, y := range years {
			for _, i := range events[y] {
				if r.Events[i].Tone == tone {
					hits[y] = append(hits[y], i)
					total++
				}
			}
			all += len(events[y])
		}
		best, at, seen, had := 0.0, 0, 0, 0
		bestSeen, bestHad := 0, 0
		for _, y := range years {
			if seen >= leastEvents && all-seen >= leastEvents {
				if z := apartBy(had, seen, total-had, all-seen); z > best {
					best, at, bestSeen, bestHad = z, y, seen, had
				}
			}
			seen, had = seen+len(events[y]), had+len(hits[y])
		}
		if best < leastTurn {
			continue
		}
		var before, after []int
		for _, y := range years {
			if y < at {
				before = append(before, hits[y]...)
			} else {
				after = append(after, hits[y]...)
			}
		}
		s.say("From %d on ", at).of(after, "%s of the events", percent(len(after), all-bestSeen)).
			say(" read as %s, before it ", tone).of(before, "%s", percent(bestHad, bestSeen)).say(".")
		return
	}
}

// apartBy is how many standard errors lie between two shares; 0 where they are nearer than leastShift.
func apartBy(hitA, a, hitB, b int) float64 {
	p, q := float64(hitA)/float64(a), float64(hitB)/float64(b)
	if math.Abs(p-q) < leastShift {
		return 0
	}
	all := float64(hitA+hitB) / float64(a+b)
	return math.Abs(p-q) / math.Sqrt(all*(1-all)*(1/float64(a)+1/float64(b)))
}

// bulkOfYears tells the few years in which most of it falls.
func (r *Report) bulkOfYears(s *sentence) {
	years, events := r.byYear()
	if len(years) == 0 {
		return
	}
	span, total := years[len(years)-1]-years[0]+1, 0
	for _, y := range years {
		total += len(events[y])
	}
	if span < 4 || total < 8 {
		return
	}
	for long := 1; long*3 <= span; long++ {
		from, most := 0, []int(nil)
		for y := years[0]; y+long-1 <= years[len(years)-1]; y++ {
			var in []int
			for k := range long {
				in = append(in, events[y+k]...)
			}
			if len(in) > len(most) {
				from, most = y, in
			}
		}
		if len(most)*10 < total*6 {
			continue
		}
		when := yearName(from)
		switch {
		case long == 2:
			when += " and " + yearName(from+1)
		case long > 2:
			when += " to " + yearName(from+long-1)
		}
		s.of(most, "%s of the %s dated events", thousands(len(most)), thousands(total)).say(" fall in %s.", when)
		return
	}
}

const (
	silentDays     = 60 // a gap shorter than this is not told
	silentArticles = 20 // nor one in which fewer articles were read
)

// silence tells the longest gap between events in which articles were read all the same.
func (r *Report) silence(s *sentence) {
	last, lastAt := undated, 0
	best, from, to := 0, 0, 0
	for i := range r.Events {
		d := r.Events[i].Date.anchor()
		if d == undated || r.Events[i].Date.Earliest == "" {
			continue
		}
		if last != undated && d-last > max(best, silentDays) && r.readBetween(last, d) >= silentArticles {
			best, from, to = d-last, lastAt, i
		}
		if d >= last {
			last, lastAt = d, i
		}
	}
	if best == 0 {
		return
	}
	a, b := dayName(r.Events[from].Date.anchor()), dayName(r.Events[to].Date.anchor())
	s.say("Between ").of([]int{from}, "%s", longDay(a)).say(" and ").of([]int{to}, "%s", longDay(b)).
		say(" nothing was found in the %s articles read of that time.", thousands(r.readBetween(day(a), day(b))))
}

// readBetween counts the articles read of the whole months between two days; 0 where one of these months has none, for
// then the silence may be ours.
func (r *Report) readBetween(from, to int) int {
	n, month := 0, prefix(dayName(from), 7)
	last := prefix(dayName(to), 7)
	read := map[string]int{}
	for _, c := range r.Coverage {
		read[c.Month] = c.Articles
	}
	for d := from; ; d += 28 {
		m := prefix(dayName(d), 7)
		if m >= last {
			return n
		}
		if m == month {
			continue
		}
		if read[m] == 0 {
			return 0
		}
		n, month = n+read[m], m
	}
}
