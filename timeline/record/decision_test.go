package record

import (
	"encoding/json"
	"testing"

	"demarche/quotes/text"
)

func TestDecisionsSurviveWriting(t *testing.T) {
	d := Decisions{
		Speaker: Decision{By: "pronoun", P: 0.875, Evidence: text.Span{Start: 3, End: 5}},
		Day:     Decision{By: "publication"},
	}
	b, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	const want = `{"day":{"by":"publication"},"speaker":{"by":"pronoun","p":0.875,"at":[3,5]}}`
	if string(b) != want {
		t.Errorf("got %s, want %s", b, want)
	}
	var back Decisions
	if err := json.Unmarshal(b, &back); err != nil || back != d {
		t.Errorf("read back %+v, %v", back, err)
	}
}

func TestDecisionsRefuseNonsense(t *testing.T) {
	for _, s := range []string{`{"mood":{"by":"x"}}`, `{"day":{"by":"x","at":[5,3]}}`, `{"day":{"by":"x","at":[-1,3]}}`, `[]`} {
		var d Decisions
		if err := json.Unmarshal([]byte(s), &d); err == nil {
			t.Errorf("%s was read", s)
		}
	}
}
