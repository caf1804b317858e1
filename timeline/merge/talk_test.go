package merge

import (
	"fmt"
	"testing"

	"demarche/timeline/actors"
	"demarche/timeline/dates"
	"demarche/timeline/record"
)

// Two who talk, and a third.
var (
	lee    = record.Party{Actor: actors.Actor{ID: "lee", Name: "Lee", Kind: actors.Person, State: "KOR"}}
	ishiba = record.Party{Actor: actors.Actor{ID: "ishiba", Name: "Ishiba", Kind: actors.Person, State: "JPN"}}
	carney = record.Party{Actor: actors.Actor{ID: "carney", Name: "Carney", Kind: actors.Person, State: "CAN"}}
)

// says is an event of one article by an outlet of its own: who says the words to whom, how and on which day of August.
func says(n int, from, to record.Party, how record.Channel, day int, words string) record.Event {
	id, said := fmt.Sprintf("%016d", n), record.Said{Basis: dates.Stated}
	said.EDTF = fmt.Sprintf("2025-08-%02d", day)
	said.Earliest, said.Latest = said.EDTF, said.EDTF
	r := record.Report{
		ID: "r" + id, ArticleKey: fmt.Sprint("article ", n), Text: words, Said: said, Channel: how,
		Speakers: []record.Party{from}, Addressees: []record.Party{to},
	}
	r.Content = append(r.Content, r.Around)
	return record.Gather("e"+id, []record.Report{r}, nil)
}

// outletsOf are the sources of events, each of an outlet of its own.
func outletsOf(events []record.Event) map[string]record.Source {
	out := map[string]record.Source{}
	for i := range events {
		key := articleOf(&events[i])
		out[key] = record.Source{Key: key, Published: "2025-08-24", Outlet: key}
	}
	return out
}

// TestAnswersInATalk: what one of two told the other on the day of their talk is of the talk, also where the text does
// not tell the channel; a message of that day is not, nor another's words, nor those of another day.
func TestAnswersInATalk(t *testing.T) {
	talk := says(1, lee, ishiba, record.Meeting, 23, "we share a yard and the work of sweeping it")
	more := "a guest who comes first outweighs a paper"
	for name, c := range map[string]struct {
		events []record.Event
		want   int
	}{
		"answer":           {[]record.Event{talk, says(2, ishiba, lee, record.UnknownChannel, 23, more)}, 1},
		"two answers":      {[]record.Event{talk, says(2, ishiba, lee, record.UnknownChannel, 23, more), says(3, lee, ishiba, record.UnknownChannel, 23, "let us sweep it together")}, 1},
		"message":          {[]record.Event{talk, says(2, ishiba, lee, record.Message, 23, more)}, 2},
		"another":          {[]record.Event{talk, says(2, carney, lee, record.UnknownChannel, 23, more)}, 2},
		"another hearer":   {[]record.Event{talk, says(2, ishiba, carney, record.UnknownChannel, 23, more)}, 2},
		"another day":      {[]record.Event{talk, says(2, ishiba, lee, record.UnknownChannel, 25, more)}, 2},
		"no talk is known": {[]record.Event{says(1, lee, ishiba, record.UnknownChannel, 23, "we share a yard"), says(2, ishiba, lee, record.UnknownChannel, 23, more)}, 2},
	} {
		if got := Merge(c.events, outletsOf(c.events), nil); len(got) != c.want {
			t.Errorf("%s: %d events, want %d", name, len(got), c.want)
		}
	}
}
