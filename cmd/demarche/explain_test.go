package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestExplain follows a report from the JSON of events to the reasons for its fields.
func TestExplain(t *testing.T) {
	dir := t.TempDir()
	in, db := filepath.Join(dir, "a.jsonl"), filepath.Join(dir, "t.sqlite")
	line := `{"id":"a1","title":"Kim writes to Putin","outlet":"Example Wire","published":"2023-06-14",` +
		`"text":"North Korean leader Kim Jong Un sent a message to Russian President Vladimir Putin on Monday.\n` +
		`In the message he promised \"our full support\" in the years ahead."}`
	if err := os.WriteFile(in, []byte(line+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, errs, err := demarche("add", "-q", "--db", db, in); err != nil {
		t.Fatal(err, errs)
	}
	out, _, err := demarche("events", "PRK", "RUS", "--db", db, "--json")
	if err != nil {
		t.Fatal(err)
	}
	var events struct {
		Events []struct {
			Statements []struct{ Reports []struct{ ID string } }
		}
	}
	if err := json.Unmarshal([]byte(out), &events); err != nil {
		t.Fatal(err)
	}
	id := events.Events[0].Statements[0].Reports[0].ID
	out, _, err = demarche("explain", id, "--db", db)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"speaker    Kim Jong Un  by pronoun, ", `from "he"`, "addressee  Vladimir Putin", "channel    message  by ", "day        2023-06-12  by ",
		`from "Monday"`, "candidates for the day\n", "2023-06-14               by ", "candidates for the channel\n",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is missing in:\n%s", want, out)
		}
	}
	if _, _, err := demarche("explain", "r0", "--db", db); err == nil || !strings.Contains(err.Error(), "no report has the id r0") {
		t.Errorf("an unknown id: %v", err)
	}
}
