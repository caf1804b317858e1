package quotes

import (
	"testing"

	"demarche/quotes/learned"
	"demarche/quotes/text"
)

// TestAlone gives candidates of the models beside a quote of the grammar: a likely one with a cue and words of its own
// is added, all others are left out.
func TestAlone(t *testing.T) {
	const s = "Lind said the port was open. Berg scoffed that nobody would come, Moss believed it."
	quote := found(t, s, Indirect, "Lind", "said", "the port was open")
	quote.By = ruleVerb
	candidate := func(p float64, source, cue, content string) learned.Candidate {
		q := found(t, s, Indirect, source, cue, content)
		return learned.Candidate{Content: q.Content, Cue: q.Cue, Source: q.Source, P: p}
	}
	const words = "nobody would come"
	for name, c := range map[string]struct {
		cands []learned.Candidate
		want  int
	}{
		"likely":             {[]learned.Candidate{candidate(.9, "Berg", "scoffed", words)}, 1},
		"unlikely":           {[]learned.Candidate{candidate(.7, "Berg", "scoffed", words)}, 0},
		"nobody":             {[]learned.Candidate{candidate(.9, "", "scoffed", words)}, 0},
		"the cue of a quote": {[]learned.Candidate{candidate(.9, "Lind", "said", words)}, 0},
		"the words of one":   {[]learned.Candidate{candidate(.9, "Berg", "scoffed", "port was open")}, 0},
		"a thought":          {[]learned.Candidate{candidate(.9, "Moss", "believed", words)}, 0},
		"the same cue twice": {
			[]learned.Candidate{candidate(.9, "Berg", "scoffed", words), candidate(.95, "Berg", "scoffed", "it")}, 1,
		},
		"the same words twice": {
			[]learned.Candidate{candidate(.9, "Berg", "scoffed", words), candidate(.95, "Moss", "that", words)}, 1,
		},
	} {
		jo := joiner{newGrammar(text.Parse(s))}
		if got := jo.alone(newByCue(c.cands), []Quote{quote}); len(got) != 1+c.want {
			t.Errorf("%s: %d added, want %d: %s", name, len(got)-1, c.want, dumpQuotes(s, got))
		}
	}
	block := found(t, s, Unmarked, "Lind", "", s)
	block.By = ByTurn
	jo := joiner{newGrammar(text.Parse(s))}
	inside := newByCue([]learned.Candidate{candidate(.9, "Berg", "scoffed", words)})
	if got := jo.alone(inside, []Quote{block}); len(got) != 1 {
		t.Errorf("inside a turn: %s", dumpQuotes(s, got))
	}
}
