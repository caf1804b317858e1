package choice

import (
	"strings"
	"testing"

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
