package merge

import (
	"fmt"
	"testing"

	"demarche/timeline/dates"
	"demarche/timeline/record"
)

// briefing is an article of one ministry: a spokesman's answers, published on a day of March.
func briefing(key string, day int, basis dates.Basis, answers ...string) record.Event {
	said := fmt.Sprintf("2024-03-%02d", day)
	first := told(key, said, basis, record.PressConference, xi, record.Party{}, answers[0])
	for _, a := range answers[1:] {
		first.Statements = append(first.Statements,
			told(key, said, basis, record.PressConference, xi, record.Party{}, a).Statements...)
	}
	return first
}

// TestSeries: briefings of two days stay two, however much of the first is said again at the second; two records of one
// briefing are one, and so is a story that tells of one answer of it.
func TestSeries(t *testing.T) {
	const (
		tariffs = "the tariffs that were raised against our steel hurt whoever raised them, and the talks in Geneva can go on"
		straits = "two frigates passed the strait at dawn, and both were followed, hailed and warned by our coast guard throughout"
		harvest = "a delegation of farmers from Kazakhstan will visit the northern provinces at the invitation of the ministry"
		summit  = "the date of the summit in Samarkand will be released in due time, as I told your colleague from the agency"
	)
	again := fmt.Sprintf("I said so yesterday: %s", tariffs)
	for name, c := range map[string]struct {
		a, b      record.Event
		published [2]string
		want      int
	}{
		"the next day": {
			briefing("a", 5, dates.Published, tariffs, straits), briefing("b", 6, dates.Published, again, harvest),
			[2]string{"2024-03-05", "2024-03-06"},
			2,
		},
		"the next day, with a day that a text has from the question": {
			briefing("a", 5, dates.Published, tariffs, straits), briefing("b", 5, dates.Relative, again, harvest),
			[2]string{"2024-03-05", "2024-03-06"},
			2,
		},
		"one answer of four on one day": {
			briefing("a", 5, dates.Published, tariffs, straits, harvest), briefing("b", 5, dates.Published, tariffs, summit, "no"),
			[2]string{"2024-03-05", "2024-03-05"},
			2,
		},
		"two records": {
			briefing("a", 5, dates.Published, tariffs, straits, harvest), briefing("b", 5, dates.Published, tariffs, straits, summit),
			[2]string{"2024-03-05", "2024-03-05"},
			1,
		},
		"a story of one answer": {
			briefing("a", 5, dates.Published, tariffs, straits, harvest), briefing("b", 5, dates.Published, straits),
			[2]string{"2024-03-05", "2024-03-05"},
			1,
		},
		"a later story that tells the day": {
			briefing("a", 5, dates.Stated, tariffs, straits), briefing("b", 5, dates.Stated, straits),
			[2]string{"2024-03-05", "2024-03-07"},
			1,
		},
	} {
		sources := map[string]record.Source{
			"a": {Key: "a", Outlet: "Ministry", Published: c.published[0]},
			"b": {Key: "b", Outlet: "ministry", Published: c.published[1]},
		}
		if got := Merge([]record.Event{c.a, c.b}, sources, nil); len(got) != c.want {
			t.Errorf("%s: %d events, want %d", name, len(got), c.want)
		}
	}
}
