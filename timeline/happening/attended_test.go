package happening_test

import (
	"testing"

	"demarche/quotes/article"
	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/discourse"
	"demarche/timeline/happening"
)

// TestBetweenStates holds that a readout is of the meeting that its title calls by a name of its own and of two states.
func TestBetweenStates(t *testing.T) {
	g, err := actors.Load()
	if err != nil {
		t.Fatal(err)
	}
	for title, want := range map[string]string{
		"Readout of Inaugural Norway-Sweden 4+4 Meeting":                             "Inaugural Norway-Sweden 4+4 Meeting",
		"Readout on Ana Lind Leading a Meeting of the Norway-Sweden Fisheries Group": "Meeting of the Norway-Sweden Fisheries Group",
		"Readout of the Norway-Sweden Meeting":                                       "",
		"Readout of Ana Lind’s Meeting with Karl Moss of Sweden":                     "",
		"Readout of the Fifth Meeting of the Harbour Council":                        "",
	} {
		a := &article.Article{ID: "test", Title: title, Published: "2023-06-14", Text: "They met."}
		got := ""
		if o := happening.BetweenStates(discourse.New(a, text.Parse(a.Text), g).Title); o != nil {
			got = o.Name
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", title, got, want)
		}
	}
}
