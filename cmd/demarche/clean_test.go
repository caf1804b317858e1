package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"testing"
)

func TestCleanLeavesNothingThatActs(t *testing.T) {
	for in, want := range map[string]string{
		"a\nb":                    "a b",
		"\x1b[31mred\x1b[0m":      "[31mred [0m",
		"\u009b2Jgone":            "2Jgone",
		"abc\u202edcba\u2066x":    "abc dcba x",
		"line\u2028end\r\x00\x7f": "line end",
		"bad \xff byte":           "bad \ufffd byte",
		"Kim Jong Un, 김정은":        "Kim Jong Un, 김정은",
	} {
		if got := clean(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestMessageIsALineAndAHint(t *testing.T) {
	err := fmt.Errorf("a\nb: %w", &hinted{errors.New("no such thing\x1b[2J"), "try\nthis"})
	if got, want := message(err), "demarche: a; b: no such thing [2J\nhint: try; this"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestJSONLineLosesNothing decodes what was escaped.
func TestJSONLineLosesNothing(t *testing.T) {
	in := "a\x1b[2J\u009b\u202e\u2028\U000e0041 <b> 김"
	b, err := jsonLine(in)
	if err != nil {
		t.Fatal(err)
	}
	if want := `"a\u001b[2J\u009b\u202e\u2028\udb40\udc41 <b> 김"`; string(b) != want {
		t.Errorf("%s, want %s", b, want)
	}
	var out string
	if err := json.Unmarshal(b, &out); err != nil || out != in {
		t.Errorf("%q, %v", out, err)
	}
}
