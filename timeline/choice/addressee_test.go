package choice

import (
	"strings"
	"testing"

	"demarche/timeline/discourse"
	"demarche/timeline/naming"
)

// TestHearers: who can be addressed is put forward where the sentence does not name him.
func TestHearers(t *testing.T) {
	type said struct{ source, cue, content string }
	for _, x := range []struct {
		text   string
		quotes []said
		want   string // of the last quote
	}{
		{
			"Peru and Chile fell out on Monday. Peru closed a road, Chile another. Jonas Gahr Store urged both armies to wait.",
			[]said{{"Jonas Gahr Store", "urged", "to wait"}},
			"Government of Peru, Government of Chile",
		},
		{
			"Peru met with Chile. Chile had closed a road. Peru demanded an apology.",
			[]said{{"Peru", "demanded", "an apology"}},
			"Government of Chile",
		},
		{
			"Rishi Sunak spoke to nobody of the visit of Emmanuel Macron. It was cold. It rained. Rishi Sunak promised help.",
			[]said{{"Rishi Sunak", "promised", "help"}},
			"Emmanuel Macron",
		},
		{
			"Chile had closed a road. Rishi Sunak advised the government to wait.",
			[]said{{"Rishi Sunak", "advised", "to wait"}},
			"Government of the United Kingdom",
		},
		{
			"It was cold. I want to thank Norway for the lamps, Rishi Sunak said.",
			[]said{{"Rishi Sunak", "said", "I want to thank Norway for the lamps"}},
			"Government of Norway",
		},
		{
			"It was cold. In a note to Norway of last May Rishi Sunak said that rain was near.",
			[]said{{"Rishi Sunak", "said", "rain was near"}},
			"Government of Norway",
		},
	} {
		r := readerOf(t, x.text)
		var ps []*Passage
		for _, q := range x.quotes {
			ps = append(ps, quoteOf(r, q.source, q.cue, q.content))
		}
		Link(ps)
		var got []string
		for _, c := range hearerCandidates(ps, ps[len(ps)-1], readEvidence(ps)) {
			got = append(got, namesOf(c.parties))
		}
		if all := strings.Join(got, "; "); !strings.Contains("; "+all+";", "; "+x.want+";") {
			t.Errorf("%s\n%s, without %s", x.text, all, x.want)
		}
	}
}

// namesOf are the names of a list.
func namesOf(list []*naming.Entity) string {
	out := make([]string, len(list))
	for i, e := range list {
		out[i] = e.Name
	}
	return strings.Join(out, ", ")
}

// TestWantedThing: what is called for is put forward as nobody who is called upon.
func TestWantedThing(t *testing.T) {
	r := readerOf(t, "It was cold. Rishi Sunak called for a full inquiry. It rained.")
	ps := []*Passage{quoteOf(r, "Rishi Sunak", "called for", "a full inquiry")}
	Link(ps)
	for _, c := range hearerCandidates(ps, ps[0], readEvidence(ps)) {
		if names := namesOf(c.parties); strings.Contains(names, "nquiry") {
			t.Errorf("%s is put forward", names)
		}
	}
}

// TestOpensWithTalk: a sentence may open with the talk at which its words fell.
func TestOpensWithTalk(t *testing.T) {
	for _, x := range []struct {
		text string
		want bool
	}{
		{"In a phone call with Emmanuel Macron on Friday, Rishi Sunak said that the lake was dry.", true},
		{"In Oslo, after a call with Emmanuel Macron, Rishi Sunak said that the lake was dry.", false},
		{"Rishi Sunak said that the lake was dry.", false},
	} {
		p := quoteOf(readerOf(t, x.text), "Rishi Sunak", "said", "the lake was dry")
		if got := opensWithTalk(p); got != x.want {
			t.Errorf("%s: %t", x.text, got)
		}
	}
}

// TestHeardWithLast: who replies in a meeting, or goes on in one sentence, speaks to the other one.
func TestHeardWithLast(t *testing.T) {
	r := readerOf(t, "Rishi Sunak met Emmanuel Macron. Rishi Sunak said that the lake was dry. "+
		"Emmanuel Macron replied that it would rain and added that the dam was old.")
	ps := []*Passage{
		quoteOf(r, "Rishi Sunak", "said", "the lake was dry"),
		quoteOf(r, "Emmanuel Macron", "replied", "it would rain"),
		quoteOf(r, "Emmanuel Macron", "added", "the dam was old"),
	}
	Link(ps)
	met := &discourse.Act{Mutual: true, From: ps[0].Speakers, To: ps[1].Speakers}
	for _, p := range ps {
		p.Act = met
	}
	ps[1].To, ps[2].To = ps[0].Speakers, ps[0].Speakers
	for i, want := range []bool{false, true, true} {
		if got := heardWithLast(ps[i]); got != want {
			t.Errorf("quote %d: %t", i, got)
		}
	}
}
