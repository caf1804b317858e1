package happening_test

import (
	"testing"

	"demarche/timeline/happening"
)

// TestBetweenStates holds that a readout is of the meeting that its title calls by a name of its own and of two states.
func TestBetweenStates(t *testing.T) {
	occasions(t, happening.BetweenStates, map[string]string{
		"Readout of Inaugural Norway-Sweden 4+4 Meeting":                             "Inaugural Norway-Sweden 4+4 Meeting",
		"Readout on Ana Lind Leading a Meeting of the Norway-Sweden Fisheries Group": "Meeting of the Norway-Sweden Fisheries Group",
		"Readout of the Norway-Sweden Meeting":                                       "",
		"Readout of Ana Lind’s Meeting with Karl Moss of Sweden":                     "",
		"Readout of the Fifth Meeting of the Harbour Council":                        "",
	})
}
