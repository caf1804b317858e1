package happening_test

import (
	"testing"

	"demarche/quotes/article"
	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/discourse"
	"demarche/timeline/happening"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// TestSpoken holds that the words of a transcript were spoken at the event that its title names, not at a bare meeting.
func TestSpoken(t *testing.T) {
	const (
		dinner  = "Denmark-Nordic Leaders Summit Dinner"
		tribute = "Navy Farewell Tribute in Honor of Admiral Karl Moss"
	)
	occasions(t, happening.Spoken, map[string]string{
		"Remarks by President Lind and President Moss at the " + dinner:                         dinner,
		"Remarks by Ana Lind, President Moss, and Chancellor Berg Before the Denmark-EU Summit": "Denmark-EU Summit",
		"Remarks by Ana Lind at the " + tribute + " | Aarhus":                                   tribute,
		"Remarks by Ana Lind at the Opening of the Oslo Fisheries Forum":                        "Oslo Fisheries Forum",
		"Remarks by Ana Lind at a Ceremony":                                                     "",
		"Remarks by Ana Lind and President Moss Before Bilateral Meeting | Oslo, Norway":        "",
		"Remarks by Ana Lind Before Meeting with Fishers at the Harbour":                        "",
		"Remarks by Ana Lind Before Press Conference":                                           "",
		"Remarks by Ana Lind on the Fisheries Summit":                                           "",
	})
}

// occasions holds the occasion that each title tells, by its name.
func occasions(t *testing.T, of func(*scene.Scene) *record.Occasion, titles map[string]string) {
	t.Helper()
	g, err := actors.Load()
	if err != nil {
		t.Fatal(err)
	}
	for title, want := range titles {
		a := &article.Article{ID: "test", Title: title, Published: "2023-06-14", Text: "They met."}
		got := ""
		if o := of(discourse.New(a, text.Parse(a.Text), g).Title); o != nil {
			got = o.Name
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", title, got, want)
		}
	}
}
