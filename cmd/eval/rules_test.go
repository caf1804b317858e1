package main

import (
	"strings"
	"testing"
)

func TestRulesOfFoundRecords(t *testing.T) {
	var b strings.Builder
	c := sample()
	c.printed[1].decided.Speaker.By = "a-rule"
	printRules(&b, c.rules())
	for _, want := range []string{
		"speaker                         decided   right  mean P\n" +
			"  beside-cue                          3    66.7    56.7\n" +
			"  a-rule                              1   100.0    90.0\naddressee ",
		"medium                          decided   right  mean P\n" +
			"  -                                   4   100.0       -\n",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, b.String())
		}
	}
	b.Reset()
	if err := writeRules(&b, c.rules()); err != nil {
		t.Fatal(err)
	}
	want := `{"field":"medium","rule":"","decided":4,"right":4,"p":null}` + "\n"
	if !strings.Contains(b.String(), want) {
		t.Errorf("no %q in\n%s", want, b.String())
	}
}

func TestEveryDecidedFieldIsAnnotated(t *testing.T) {
	for _, f := range decidedFields() {
		if f.Same == nil {
			t.Errorf("%s has no comparison", f.Name)
		}
	}
}
