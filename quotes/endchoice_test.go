package quotes

import (
	"testing"

	"demarche/quotes/text"
)

// TestEndChoice gives sentences of which the grammar takes too much, and such that go on as they seem to end.
func TestEndChoice(t *testing.T) {
	x := extractor(t)
	for _, c := range []struct{ s, want string }{
		{"The minister denied the report within an hour of its being printed.", "the report"},
		{"The envoy rejected the charge within minutes of its publication.", "the charge"},
		{"Lind rejected the proposal, if politely: ministers do not summon one another.", "the proposal"},
		{"The ministry thanked him for his courage, without explaining what it meant.", "his courage"},
		{
			"The minister said the port would be open in May, if the council agreed.",
			"the port would be open in May, if the council agreed",
		},
		{
			"Berg said that the talks had failed because the envoys had come without a mandate.",
			"the talks had failed because the envoys had come without a mandate",
		},
	} {
		qs := x.Extract(text.Parse(c.s), Options{})
		if len(qs) != 1 || qs[0].Content[0].Of(c.s) != c.want {
			t.Errorf("%s\ngot %s want %q", c.s, dumpQuotes(c.s, qs), c.want)
		}
	}
}

// TestEndRows holds the rows against the model that judges them, and the ends against the text.
func TestEndRows(t *testing.T) {
	x := extractor(t)
	const s = "Lind said in Varn that “the port,” as she called it, would stay — and told Berg to leave by Friday."
	choices := x.EndChoices(text.Parse(s), Options{})
	if len(choices) == 0 {
		t.Fatal("no choice")
	}
	for _, c := range choices {
		for k, row := range c.Rows {
			if len(row) != x.ends.Features() {
				t.Fatalf("%d features, the model has %d", len(row), x.ends.Features())
			}
			if k > 0 && c.Ends[k] <= c.Ends[k-1] {
				t.Errorf("ends %v do not rise", c.Ends)
			}
		}
		if want := c.Quote.Content[0].End; c.Ends[c.Own] != want {
			t.Errorf("own end %d, want %d", c.Ends[c.Own], want)
		}
	}
}
