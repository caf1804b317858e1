package render

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"demarche/timeline"
)

// TestExchangesAreThoseOfAllPairs holds what is found by lists of letters and talks to what a comparison of every event
// with every earlier one finds: of many events on few days, some of them without a first day.
func TestExchangesAreThoseOfAllPairs(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		r := &Report{}
		for i := range 40 {
			r.Events = append(r.Events, randomEvent(rnd, i))
		}
		slices.SortStableFunc(r.Events, func(a, b Event) int {
			if before(&a, &b) {
				return -1
			}
			return 1
		})
		r.link()
		for i := range r.Events {
			e := &r.Events[i]
			answers, beside := allPairs(r.Events, i)
			slices.Sort(e.Exchange.Beside)
			if e.Exchange.Answers != answers || !slices.Equal(e.Exchange.Beside, beside) {
				t.Fatalf(
					"%+v\nanswers %q, want %q; beside %q, want %q",
					e,
					e.Exchange.Answers,
					answers,
					e.Exchange.Beside,
					beside,
				)
			}
		}
	}
}

func randomEvent(rnd *rand.Rand, i int) Event {
	pick := func(list ...string) string { return list[rnd.IntN(len(list))] }
	day := time.Date(2023, 6, 1+rnd.IntN(14), 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
	e := Event{
		ID: fmt.Sprintf(
			"e%02d",
			i,
		), Direction: timeline.Direction(pick("A>B", "B>A", "joint")), Link: timeline.Link(pick("addressed", "addressed", "about")),
		Channel: timeline.Channel(
			pick("message", "letter", "call", "meeting", "speech"),
		), Date: Date{EDTF: day, Earliest: day, Latest: day},
		Speakers: []Party{{ID: pick("a", "b")}}, Addressees: []Party{{ID: pick("a", "b")}, {ID: pick("a", "c")}},
		Partners: [][]string{nil, {"RUS"}, {"RUS", "CHN"}}[rnd.IntN(3)],
	}
	if rnd.IntN(6) == 0 {
		e.Date.EDTF, e.Date.Earliest = "[.."+day+"]", ""
	}
	return e
}

// allPairs looks at every other event: the last that event i answers, and all of the same talk.
func allPairs(events []Event, i int) (answers string, beside []string) {
	e := &events[i]
	for j := range events {
		f := &events[j]
		back, ok := opposite(e.Direction)
		both := ok && f.Direction == back && e.Link == timeline.Addressed && f.Link == timeline.Addressed &&
			e.exact() &&
			f.exact()
		if !both || !slices.ContainsFunc(e.pairs(), func(p string) bool { return slices.Contains(f.pairs(), p) }) {
			continue
		}
		if e.present() && e.Channel == f.Channel && e.Date.EDTF == f.Date.EDTF {
			beside = append(beside, f.ID)
		}
		gone := day(e.Date.Earliest) - day(f.Date.Earliest)
		if j < i && gone > 0 && gone <= answerDays && written(e.Channel) && written(f.Channel) &&
			inCommon(e.Addressees, f.Speakers) && inCommon(e.Speakers, f.Addressees) {
			answers = f.ID
		}
	}
	slices.Sort(beside)
	return answers, beside
}

func inCommon(a, b []Party) bool {
	return slices.ContainsFunc(
		a,
		func(x Party) bool { return slices.ContainsFunc(b, func(y Party) bool { return x.ID == y.ID }) },
	)
}
