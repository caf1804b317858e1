package happening_test

import (
	"testing"

	"demarche/timeline/happening"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// TestFromTitle holds that the title of a joint text gives the meeting that it calls by its matter or by a body, and
// none that it calls by its sides or its form alone.
func TestFromTitle(t *testing.T) {
	occasions(t, happening.FromTitle, map[string]string{
		"Joint Statement on Norway-Sweden Harbour and Timber Meeting in Malmo": "Norway-Sweden Harbour and Timber Meeting",
		"Joint Statement of the Harbour and Timber Council":                    "Harbour and Timber Council meeting",
		"Joint Statement on the Bilateral Meeting":                             "",
		"Joint Statement on the Expanded Meeting":                              "",
		"Joint Statement on the Leaders Meeting":                               "",
		"Joint Statement on the Ministerial Meeting":                           "",
		"Joint Statement on the Trilateral Meeting":                            "",
		"Joint Statement on the Virtual Meeting":                               "",
		"Joint Statement by Norway and the Harbour Council":                    "",
	})
}

// TestBodyMet holds that a body that met gives a joint text its meeting, unless that was long ago.
func TestBodyMet(t *testing.T) {
	attended := func(s *scene.Scene) *record.Occasion {
		return happening.Attended(s, 0, len(s.Lower), func(lo, hi int) bool { return s.Contains(lo, hi, "2011") })
	}
	occasions(t, attended, map[string]string{
		"Today the Northern Timber Group (the Group), met in Malmo.": "Northern Timber Group meeting",
		"The heads of the Northern Timber Group met in Malmo.":       "",
		"The Northern Harbour Council on Timber met today.":          "Northern Harbour Council on Timber meeting",
		"Today the Northern Timber Group convened in Malmo.":         "Northern Timber Group meeting",
		"Today the Northern Timber Group gathered in Malmo.":         "Northern Timber Group meeting",
		"The Northern Timber Group met in Malmo in 2011.":            "",
		"The Northern Timber Group took a vote.":                     "",
	})
}
