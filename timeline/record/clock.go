package record

import (
	"cmp"
	"slices"
	"time"
)

// IsClock reports whether a text is a time of the day as [Said] has it.
func IsClock(s string) bool {
	_, err := time.Parse("15:04", s)
	return err == nil && len(s) == len("15:04")
}

// clock is the time of the day of a statement, "" where none of its reports tells it or two of them do otherwise.
func (s *Statement) clock() string {
	told := ""
	for i := range s.Reports {
		switch c := s.Reports[i].Said.Clock; {
		case c == "" || c == told:
		case told != "":
			return ""
		default:
			told = c
		}
	}
	return told
}

// tellTime puts the statements of an event of which the time of the day is known in the order of these times, each in a
// place that one of them had; the others stay where they are. The event has the earliest of them.
func (e *Event) tellTime() {
	e.Said.Clock = ""
	if e.Said.Earliest == "" || e.Said.Earliest != e.Said.Latest {
		return
	}
	type timed struct {
		clock string
		Statement
	}
	var at []int
	var list []timed
	for i := range e.Statements {
		s := &e.Statements[i]
		if c := s.clock(); c != "" && s.Reports[0].Said.EDTF == e.Said.EDTF {
			at, list = append(at, i), append(list, timed{c, *s})
		}
	}
	slices.SortStableFunc(list, func(a, b timed) int { return cmp.Compare(a.clock, b.clock) })
	for k, i := range at {
		e.Statements[i] = list[k].Statement
	}
	if len(list) > 0 {
		e.Said.Clock = list[0].clock
	}
}
