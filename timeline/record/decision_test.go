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

// TestPlainDecisionsAreReadAlike: what the quick reader takes it reads as the reader of any JSON does, and it takes all
// that is written in rules' names.
func TestPlainDecisionsAreReadAlike(t *testing.T) {
	const whole = `{"day":{"by":"time-before","p":0.404,"at":[262,264]},"tone":{"by":"rules","p":1}}`
	if _, ok := readPlain(whole); !ok {
		t.Errorf("%s is not read quickly", whole)
	}
	for _, s := range []string{
		`{}`, whole, `{"day":{"by":"x","p":0.5,"at":[5,3]}}`, `{"day":{"by":"x"},}`,
		`{"mood":{"by":"x"}}`, `{"day":{"by":"x"}} `,
		`{"day":{"by":"a\u003cb"}}`, `{"day":{"by":"é"}}`, `{"day":{"by":"x","p":01}}`, `{"day":{"by":"x","p":1.}}`,
		`{"day":{"by":"x","p":1.2.3}}`, `{"day":{"by":"x","at":[1,0x2]}}`, `{"day":{"by":"x","at":[,2]}}`, `{"day":{"by":"x`,
		`{"day":{"by":"x"}{"tone":{"by":"y"}}`, `{"day":{"p":0.5,"by":"x"}}`, `{,"day":{"by":"x"}}`, `null`, ``,
	} {
		var any map[string]signed
		quick, ok := readPlain(s)
		if err := json.Unmarshal([]byte(s), &any); ok && err != nil {
			t.Errorf("%s is no JSON, and was read", s)
		}
		for _, f := range quick.Fields() {
			want := any[f.Name]
			if ok && (f.By != want.By || f.P != want.P || want.At != nil && f.Evidence.Len() != want.At[1]-want.At[0]) {
				t.Errorf("%s: %s is %+v, want %+v", s, f.Name, *f.Decision, want)
			}
		}
	}
}
