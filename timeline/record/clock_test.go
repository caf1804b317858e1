package record

import (
	"strings"
	"testing"

	"demarche/timeline/dates"
)

// at is a report said on a day, at a time of it or, for "", at none that is known.
func at(id, day, clock string) Report {
	return Report{ID: id, Said: Said{Date: dates.Date{EDTF: day, Earliest: day, Latest: day}, Clock: clock}}
}

// TestTellTime orders statements by their times: those without one, and those of another day, stay where they are.
func TestTellTime(t *testing.T) {
	const day = "2023-06-12"
	for name, c := range map[string]struct {
		statements [][]Report
		want       string // ids of the statements' first reports, and the event's time
	}{
		"none":        {[][]Report{{at("a", day, "")}, {at("b", day, "")}}, "a b "},
		"later first": {[][]Report{{at("a", day, "15:00")}, {at("b", day, "09:00")}}, "b a 09:00"},
		"one between": {[][]Report{{at("a", day, "15:00")}, {at("b", day, "")}, {at("c", day, "09:00")}}, "c b a 09:00"},
		"same":        {[][]Report{{at("a", day, "09:00")}, {at("b", day, "09:00")}}, "a b 09:00"},
		"another day": {[][]Report{{at("a", day, "15:00")}, {at("b", "2023-06-11", "09:00")}}, "a b 15:00"},
		"outlets differ": {
			[][]Report{{at("a", day, "15:00"), at("c", day, "16:00")}, {at("b", day, "17:00")}}, "a b 17:00",
		},
		"one outlet tells": {[][]Report{{at("a", day, ""), at("c", day, "16:00")}, {at("b", day, "11:00")}}, "b a 11:00"},
	} {
		e := Event{Said: at("", day, "").Said}
		for _, reports := range c.statements {
			e.Statements = append(e.Statements, Statement{Reports: reports})
		}
		for range 2 { // the second time changes nothing
			e = Settled(e)
			var got strings.Builder
			for _, s := range e.Statements {
				got.WriteString(s.Reports[0].ID + " ")
			}
			if got.WriteString(e.Said.Clock); got.String() != c.want {
				t.Errorf("%s: %s, want %s", name, got.String(), c.want)
			}
		}
	}
	wide := Event{Said: Said{Date: dates.Date{EDTF: "2023", Earliest: "2023-01-01", Latest: "2023-12-31"}, Clock: "09:00"}}
	if e := Settled(wide); e.Said.Clock != "" {
		t.Error("a year has a time of the day")
	}
}

func TestIsClock(t *testing.T) {
	for s, want := range map[string]bool{
		"09:30": true, "00:00": true, "23:59": true, "24:00": false, "9:30": false,
		"09:60": false, "": false, "09:30:00": false,
	} {
		if IsClock(s) != want {
			t.Errorf("%q: %v", s, !want)
		}
	}
}
