package quotes

import (
	"testing"

	"demarche/quotes/learned"
	"demarche/quotes/text"
)

// TestSecond gives the model's word on a report of the grammar: one that it does not bear out falls, a likely one bounds
// the content, and what is no plain report of the grammar stays as it is.
func TestSecond(t *testing.T) {
	const s = "Lind urged them to go and left for Oslo, Moss said that it rained."
	report := func(by, cue, content string) Quote {
		q := found(t, s, Indirect, "Lind", cue, content)
		q.By = by
		return q
	}
	candidate := func(p float64, cue, content string) learned.Candidate {
		q := found(t, s, Indirect, "Lind", cue, content)
		return learned.Candidate{Content: q.Content, Cue: q.Cue, P: p}
	}
	one := func(p float64, cue, content string) []learned.Candidate {
		return []learned.Candidate{candidate(p, cue, content)}
	}
	whole, short := "them to go and left for Oslo", "them to go and l"
	for name, c := range map[string]struct {
		q       Quote
		cands   []learned.Candidate
		want    string
		readout bool
	}{
		"no candidate":         {report(ruleVerb, "urged", whole), nil, "", false},
		"unlikely":             {report(ruleVerb, "urged", whole), one(.04, "urged", whole), "", false},
		"borne out":            {report(ruleVerb, "urged", whole), one(.4, "urged", short), whole, false},
		"bounded":              {report(ruleVerb, "urged", whole), one(.9, "urged", short), short, false},
		"never by a word":      {report(ruleVerb, "urged", whole), one(.9, "urged", "them to go"), whole, false},
		"clause with that":     {report(ruleVerb, "said", "it rained"), nil, "it rained", false},
		"another cue":          {report(ruleVerb, "urged", whole), one(.9, "said", short), "", false},
		"of the layout":        {report(ByTurn, "urged", whole), nil, whole, false},
		"a noun of saying":     {report("rule:noun", "urged", whole), nil, whole, false},
		"purpose in news":      {report(rulePurpose, "urged", whole), nil, "", false},
		"purpose of a readout": {report(rulePurpose, "urged", whole), nil, whole, true},
		"found by the model":   {report("model", "urged", whole), nil, whole, false},
	} {
		got := ""
		for _, q := range second(newGrammar(text.Parse(s)), newByCue(c.cands), []Quote{c.q}, c.readout) {
			got = q.Content[0].Of(s)
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}
