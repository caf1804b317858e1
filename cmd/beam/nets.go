package main

import (
	"fmt"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
)

// spans are the days within which links are joined, round by round; 0 stands for all days.
func spans() []int64 { return []int64{32, 1024, 0} }

// spot is a telling with the day by which it is sorted. It stands for itself, and after a round for all that it was
// joined with.
type spot struct {
	ID  string
	Day int64
}

// nets finds which tellings hang together by links: for each that has a link, by its id, the name of its net, which is
// the smallest id in it.
func nets(s beam.Scope, links beam.PCollection) beam.PCollection {
	s = s.Scope("nets")
	// By the name that a telling has now, its id.
	ends := beam.GroupByKey(s, beam.ParDo(s, endsOf, links))
	now := beam.ParDo(s, itself, ends)
	for i, days := range spans() {
		s := s.Scope(fmt.Sprintf("round %d", i+1))
		inside, across := beam.ParDo2(s, &spanFn{days}, links)
		joined := beam.ParDo(s, joinAll, beam.GroupByKey(s, inside))
		now = beam.ParDo(s, renameTelling, beam.CoGroupByKey(s, now, joined))
		for range 2 { // first one end, then the other
			across = beam.ParDo(s, renameEnd, beam.CoGroupByKey(s, beam.ParDo(s, byEnd, across), joined))
		}
		links = across
	}
	return beam.ParDo(s, byTelling, now)
}

// endsOf emits both ends of a link.
func endsOf(l link, emit func(string, bool)) {
	emit(l.A, true)
	emit(l.B, true)
}

// itself names a telling by itself.
func itself(id string, _ func(*bool) bool) (string, string) { return id, id }

// byTelling turns name and id about.
func byTelling(name, id string) (string, string) { return id, name }

// spanFn divides links into those within a span of days and those across its edge.
type spanFn struct {
	Days int64 // 0 for one span of all days
}

// ProcessElement emits a link with its span, or as one that crosses.
func (fn *spanFn) ProcessElement(l link, inside func(int64, link), across func(link)) {
	if fn.Days == 0 {
		inside(0, l)
		return
	}
	a, b := floor(l.DayA, fn.Days), floor(l.DayB, fn.Days)
	if a == b {
		inside(a, l)
		return
	}
	across(l)
}

// joinAll joins the links of a span, and emits for each end the spot that stands for it, but for those that stand for
// themselves.
func joinAll(_ int64, links func(*link) bool, emit func(string, spot)) {
	u := &union{at: map[string]int{}}
	for l := (link{}); links(&l); {
		u.join(u.spot(l.A, l.DayA), u.spot(l.B, l.DayB))
	}
	for i := range u.spots {
		if r := u.top(i); r != i {
			emit(u.spots[i].ID, u.spots[r])
		}
	}
}

// union joins spots; that with the smallest id stands for those joined.
type union struct {
	at    map[string]int
	spots []spot
	root  []int
}

// spot is the number of a spot.
func (u *union) spot(id string, day int64) int {
	i, ok := u.at[id]
	if !ok {
		i = len(u.spots)
		u.at[id], u.spots, u.root = i, append(u.spots, spot{id, day}), append(u.root, i)
	}
	return i
}

func (u *union) top(i int) int {
	for u.root[i] != i {
		u.root[i] = u.root[u.root[i]]
		i = u.root[i]
	}
	return i
}

func (u *union) join(i, j int) {
	i, j = u.top(i), u.top(j)
	if u.spots[j].ID < u.spots[i].ID {
		i, j = j, i
	}
	u.root[j] = i
}

// renameTelling gives tellings the name of what they were joined with.
func renameTelling(name string, tellings func(*string) bool, joined func(*spot) bool, emit func(string, string)) {
	var to spot
	if joined(&to) {
		name = to.ID
	}
	for id := ""; tellings(&id); {
		emit(name, id)
	}
}

// byEnd emits a link by its first end.
func byEnd(l link) (string, link) { return l.A, l }

// renameEnd gives the first end of links the name of what it was joined with, and turns them about, so that the other
// end is the first. A link within one name is no longer needed.
func renameEnd(_ string, links func(*link) bool, joined func(*spot) bool, emit func(link)) {
	var to spot
	renamed := joined(&to)
	for l := (link{}); links(&l); {
		if renamed {
			l.A, l.DayA = to.ID, to.Day
		}
		if l.A != l.B {
			emit(link{l.B, l.A, l.DayB, l.DayA})
		}
	}
}
