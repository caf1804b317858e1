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

// TestAskersGoOn reads questions that tell in several sentences what somebody said.
func TestAskersGoOn(t *testing.T) {
	const title = "Foreign Ministry Spokesperson Ida Lund's Regular Press Conference on May 5, 2021"
	for _, c := range []struct{ question, want string }{
		{
			"Governor Tor Vik said the port is safe. The ferry stays at home. He hopes Norland will pay. Any comment?",
			"the port is safe. The ferry stays at home. He hopes Norland will pay",
		},
		{
			"Governor Tor Vik said the port is safe. If Norland closes it, the ferry will sink. Any comment?",
			"the port is safe. If Norland closes it, the ferry will sink",
		},
		{
			"Governor Tor Vik said the port is safe. The ferry stays at home. Any comment?",
			"the port is safe",
		},
		{
			"Governor Tor Vik said the port is safe. I know the ferry. He hopes Norland will pay. Any comment?",
			"the port is safe",
		},
	} {
		s := "Q: " + c.question + "\nA: No. The port is safe.\nQ: Will the minister travel?\nA: He will."
		d := text.Parse(s)
		l := newPage(d, title).layout()
		qs := spoken(d, title)
		askers{newGrammar(d), newVoices(l.quotes, l.labels)}.goOn(qs)
		if got := pieces(s, qs[0].Content); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.question, got, c.want)
		}
	}
}
