package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// runDates runs "demarche dates" and returns what it prints.
func runDates(t *testing.T, stdin string, args ...string) (out, errs string, err error) {
	t.Helper()
	var o, e bytes.Buffer
	c := newDates()
	c.SetArgs(args)
	c.SetIn(strings.NewReader(stdin))
	c.SetOut(&o)
	c.SetErr(&e)
	c.SilenceErrors, c.SilenceUsage = true, true
	err = c.ExecuteContext(t.Context())
	return o.String(), e.String(), err
}

func TestDates(t *testing.T) {
	// Spans count code points: the é and the dash are one each.
	in := `{"id":"1","text":"Café – they met on Monday.","reference_date":"2023-06-14"}

{"id":"2","text":"No time here."}
`
	want := `{"id":"1","timexes":[{"start":19,"end":25,"type":"DATE","value":"2023-06-12"}]}
{"id":"2","timexes":[]}
`
	out, errs, err := runDates(t, in)
	if err != nil || out != want || errs != "" {
		t.Errorf("%v %q\ngot:  %swant: %s", err, errs, out, want)
	}
}

func TestDatesBadLine(t *testing.T) {
	in := `{"id":"1","text":"In 1990."}
{"id":"2"
{"id":"3","txt":"In 1991."}
{"id":"4","text":"In 1992."}`
	out, errs, err := runDates(t, in)
	if err == nil {
		t.Error("no error")
	}
	if strings.Count(out, "\n") != 2 || !strings.Contains(out, `"id":"4"`) {
		t.Errorf("output %q", out)
	}
	if !strings.Contains(errs, "-:2: not a JSON object") || !strings.Contains(errs, `-:3: no "text"`) || strings.Count(errs, "\n") != 2 {
		t.Errorf("errors %q", errs)
	}
}

func TestDatesFiles(t *testing.T) {
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in.jsonl"), filepath.Join(dir, "out.jsonl")
	if err := os.WriteFile(in, []byte(`{"id":"1","text":"In 1990."}`+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, errs, err := runDates(t, "", in, in, "-o", out); err != nil || errs != "" {
		t.Fatal(err, errs)
	}
	b, err := os.ReadFile(out)
	if err != nil || strings.Count(string(b), `"value":"1990"`) != 2 {
		t.Errorf("%v %s", err, b)
	}
	if _, _, err := runDates(t, "", filepath.Join(dir, "none.jsonl")); err == nil {
		t.Error("no error for a missing file")
	}
}
