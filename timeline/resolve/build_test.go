package resolve

import (
	"testing"

	"demarche/timeline/actors"
	"demarche/timeline/record"
)

// TestOneRecipient: what an article has a government told in a message is of the message to who speaks for it, and to
// nobody else; a speech to a parliament and one to a president stay two.
func TestOneRecipient(t *testing.T) {
	moscow := actors.Actor{ID: "state:RUS", Name: "Government of Russia", Kind: actors.State, State: "RUS"}
	putin := actors.Actor{ID: "vladimir-putin", Name: "Vladimir Putin", Kind: actors.Person, State: "RUS"}
	lavrov := actors.Actor{ID: "sergey-lavrov", Name: "Sergey Lavrov", Kind: actors.Person, State: "RUS"}
	xi := actors.Actor{ID: "xi-jinping", Name: "Xi Jinping", Kind: actors.Person, State: "CHN"}
	says := func(c record.Channel, to ...actors.Actor) *group {
		r := record.Report{Channel: c, Speakers: []record.Party{{Actor: actors.Actor{ID: "kim", State: "PRK"}}}}
		r.Said.EDTF = "2023-06-12"
		for _, a := range to {
			r.Addressees = append(r.Addressees, record.Party{Actor: a})
		}
		return &group{members: []*resolved{{Report: r}}}
	}
	for _, c := range []struct {
		name string
		a, b *group
		one  bool
	}{
		{"government and president", says(record.Message, moscow), says(record.Message, putin), true},
		{"president and government", says(record.Letter, putin), says(record.Letter, moscow), true},
		{"two of one state", says(record.Message, putin), says(record.Message, lavrov), false},
		{"another state", says(record.Message, moscow), says(record.Message, xi), false},
		{"one of two states", says(record.Message, moscow), says(record.Message, putin, xi), false},
		{"speeches", says(record.Speech, moscow), says(record.Speech, putin), false},
		{"two ways", says(record.Message, moscow), says(record.Letter, putin), false},
	} {
		if n := len(together([]*group{c.a, c.b})); (n == 1) != c.one {
			t.Errorf("%s: %d events", c.name, n)
		}
	}
}
