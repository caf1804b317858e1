package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

// TestArchiveKeepsDecisions merges and splits events by hand and makes the database again from its archive: the same
// archive, byte for byte, and the same export of tables.
func TestArchiveKeepsDecisions(t *testing.T) {
	db := demoDatabase(t)
	var doc struct {
		Events []struct {
			ID         string
			Statements []struct{ ID string }
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
	for _, args := range [][]string{
		{"split", large, statement, "--db", db, "--who", "tester", "--why", "another day"},
		{"merge", doc.Events[last].ID, doc.Events[last-3].ID, "--db", db, "--who", "tester", "--why", "one letter"},
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
	if out, err := programCmd(t, "check", "--db", copied).CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	if n := bytes.Count(first, []byte(`"who": "tester"`)); n != 2 {
		t.Errorf("%d edits in the archive, want 2", n)
	}
}
