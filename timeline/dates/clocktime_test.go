package dates

import "testing"

// TestClock reads times of the day as they are told.
func TestClock(t *testing.T) {
	for text, want := range map[string]string{
		"at 6 p.m.":             "18:00",
		"at 9:05 a.m. Monday":   "09:05",
		"Monday at noon":        "12:00",
		"at midnight":           "",
		"at 18:00 GMT Monday":   "",
		"at 6 p.m. Moscow time": "",
		"on Monday morning":     "",
		"on Monday":             "",
	} {
		got := ""
		for _, x := range Find("He spoke "+text+".", "2023-06-14") {
			if c := x.Clock(); c != "" {
				got = c
			}
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
