package quotes

import (
	"strings"
	"testing"

	"demarche/quotes/text"
)

// TestGoOn reads passages in marks with which the speaker of the quote before goes on.
func TestGoOn(t *testing.T) {
	x := extractor(t)
	for _, c := range []struct{ in, want string }{
		{
			"‘We will not sell the boat,’ Lind told Moss. ‘Nor will we lend it’.",
			"direct | Lind | told | ‘We will not sell the boat,’ … ‘Nor will we lend it’",
		},
		{
			"\"Come to the harbour,\" President Ada Lind told Per Moss, \"and bring the boat.",
			"direct | President Ada Lind | told | \"Come to the harbour,\" … \"and bring the boat.",
		},
		{
			"‘We cannot take this’, Lind told Moss. ‘The sailors’ lives aren’t cheap.’",
			"direct | Lind | told | ‘We cannot take this’ … ‘The sailors’ lives aren’t cheap.’",
		},
	} {
		got := strings.TrimSpace(dumpQuotes(c.in, x.Extract(text.Parse(c.in), Options{})))
		if got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.in, got, c.want)
		}
	}
}
