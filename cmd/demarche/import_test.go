package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// TestArchiveKeepsDecisions merges and splits events and corrects, confirms and rejects reports by hand, and makes the
// database again from its archive: the same archive, byte for byte, the same export of tables, and the same again
// when the decisions are taken back in both.
func TestArchiveKeepsDecisions(t *testing.T) {
	db := demoDatabase(t)
	var doc struct {
		Events []struct {
			ID         string
			Statements []struct {
				ID      string
				Reports []struct{ ID string }
			}
		}
	}
	if err := json.Unmarshal(exported(t, db), &doc); err != nil {
		t.Fatal(err)
	}
	var large string
	var statement string
	for _, e := range doc.Events {
		if len(e.Statements) > 1 {
			large, statement = e.ID, e.Statements[1].ID
			break
		}
	}
	last := len(doc.Events) - 1
	report := func(i int) string { return doc.Events[i].Statements[0].Reports[0].ID }
	for _, args := range [][]string{
		{"split", large, statement, "--db", db, "--coder", "tester", "--why", "another day"},
		{"merge", doc.Events[last].ID, doc.Events[last-3].ID, "--db", db, "--coder", "tester", "--why", "one letter"},
		{"edit", report(0), "speaker=Choe Son Hui", "day=2021-02", "--db", db, "--coder", "tester"},
		{"edit", report(1), "status=rejected", "--db", db, "--coder", "tester"},
		{"edit", report(2), "status=confirmed", "--db", db, "--coder", "tester"},
	} {
		if out, err := programCmd(t, args...).CombinedOutput(); err != nil {
			t.Fatalf("%v: %v\n%s", args, err, out)
		}
	}
	dir := t.TempDir()
	archive, copied := filepath.Join(dir, "a.json"), filepath.Join(dir, "copy.sqlite")
	first := exported(t, db, "--archive")
	if err := os.WriteFile(archive, first, 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := programCmd(t, "import", archive, "--db", copied).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if !bytes.Equal(first, exported(t, copied, "--archive")) {
		t.Error("the archive of the copy is another one")
	}
	if !bytes.Equal(exported(t, db, "--format", "csv"), exported(t, copied, "--format", "csv")) {
		t.Error("the table of the copy is another one")
	}
	tablesKeepDecisions(t, db)
	if out, err := programCmd(t, "check", "--db", copied).CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	if n := bytes.Count(first, []byte(`"who": "tester"`)); n != 6 {
		t.Errorf("%d edits in the archive, want 6", n)
	}
	for _, path := range []string{db, copied} {
		for _, edit := range []string{"6", "5", "4", "3"} {
			if out, err := programCmd(t, "undo", edit, "--db", path, "--coder", "tester").CombinedOutput(); err != nil {
				t.Fatalf("undo %s: %v\n%s", edit, err, out)
			}
		}
	}
	if !bytes.Equal(exported(t, db, "--format", "csv"), exported(t, copied, "--format", "csv")) {
		t.Error("with the decisions taken back, the table of the copy is another one")
	}
}

// tablesKeepDecisions makes databases of the exports without the articles: of each report the same fields, signatures
// and status, but for what a table does not carry.
func tablesKeepDecisions(t *testing.T, db string) {
	t.Helper()
	dir := t.TempDir()
	want := tableOf(t, exported(t, db, "--format", "csv"))
	for _, format := range []string{"json", "jsonl", "csv", "tsv"} {
		file, copied := filepath.Join(dir, "x."+format), filepath.Join(dir, format+".sqlite")
		if err := os.WriteFile(file, exported(t, db, "--format", format), 0o600); err != nil {
			t.Fatal(err)
		}
		if out, err := programCmd(t, "import", file, "--db", copied).CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", format, err, out)
		}
		if out, err := programCmd(t, "check", "--db", copied).CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", format, err, out)
		}
		got := tableOf(t, exported(t, copied, "--format", "csv"))
		if len(got) != len(want) {
			t.Errorf("%s: %d rows, want %d", format, len(got), len(want))
		}
		for id, row := range want {
			for name, value := range row {
				lost := name == "reports" || name == "other_outlets" || name == "event_id" || name == "statement_id"
				if (format == "csv" || format == "tsv") && lost {
					continue // a table has one report of each statement
				}
				if got[id][name] != value {
					t.Errorf("%s: %s of %s is %q, want %q", format, name, id, got[id][name], value)
				}
			}
		}
	}
}

// tableOf reads a table by the ids of its reports.
func tableOf(t *testing.T, b []byte) map[string]map[string]string {
	t.Helper()
	lines, err := csv.NewReader(bytes.NewReader(b)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	at := slices.Index(lines[0], "report_id")
	out := map[string]map[string]string{}
	for _, l := range lines[1:] {
		row := map[string]string{}
		for i, name := range lines[0] {
			row[name] = l[i]
		}
		out[l[at]] = row
	}
	return out
}
