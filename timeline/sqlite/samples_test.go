package sqlite

import (
	"database/sql"
	"fmt"
	"path/filepath"
	"testing"

	"demarche/timeline/record"
)

// TestEditsAreBroughtUp opens a file of the schema before samples, with an edit in it: the edit is there as it was,
// edits are neither changed nor deleted still, and samples and codings are taken.
func TestEditsAreBroughtUp(t *testing.T) {
	path := filepath.Join(t.TempDir(), "old.sqlite")
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	all, err := steps()
	if err != nil {
		t.Fatal(err)
	}
	for _, step := range all[:len(all)-1] {
		if _, err := db.Exec(step); err != nil {
			t.Fatal(err)
		}
	}
	for _, query := range []string{
		`INSERT INTO edits (id, kind, target, field, who, at, why, after) VALUES (7, 'report', 'r1', 'note', 'Ada',
			'2026-11-28T12:00:00Z', 'why', 'kept')`,
		fmt.Sprintf(`PRAGMA application_id = %d`, applicationID), fmt.Sprintf(`PRAGMA user_version = %d`, len(all)-1),
		`PRAGMA journal_mode = WAL`,
	} {
		if _, err := db.Exec(query); err != nil {
			t.Fatal(err)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	s, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	value := "{}"
	for _, kind := range []string{record.SampleKind, record.CodingKind} {
		e := record.Edit{Kind: kind, Target: "x", Field: "y", Who: "Ada", At: "2026-11-28T12:00:00Z", After: &value}
		if err := s.Edit(t.Context(), e); err != nil {
			t.Errorf("%s: %v", kind, err)
		}
	}
	list, err := s.Edits().All(t.Context())
	if err != nil || len(list) != 3 || list[0].ID != 7 || *list[0].After != "kept" || list[0].Why != "why" {
		t.Errorf("%+v, %v", list, err)
	}
	for _, query := range []string{`UPDATE edits SET who = 'Ben'`, `DELETE FROM edits`, `INSERT INTO edits (kind, target, field, who, at, why)
		VALUES ('mood', 'x', 'y', 'Ada', '2026-11-28T12:00:00Z', '')`} {
		if _, err := s.db.Exec(query); err == nil {
			t.Errorf("%s was done", query)
		}
	}
	if _, err := s.Check(t.Context()); err != nil {
		t.Error(err)
	}
}
