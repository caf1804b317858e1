package sqlite

import (
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestOpenRefuses(t *testing.T) {
	dir := t.TempDir()
	path := func(name string) string { return filepath.Join(dir, name) }
	execIn := func(name, query string) {
		t.Helper()
		db, err := sql.Open("sqlite", path(name))
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		if _, err := db.Exec(query); err != nil {
			t.Fatal(err)
		}
	}
	os.WriteFile(path("notes.txt"), []byte("not a database at all, but notes"), 0o600)
	os.WriteFile(path("short"), []byte("SQLite"), 0o600)
	os.WriteFile(path("cut"), []byte("SQLite format 3\x00"), 0o600)
	os.WriteFile(path("empty"), nil, 0o600)
	execIn("other.sqlite", "CREATE TABLE recipes (name TEXT)")
	execIn("newer.sqlite", "PRAGMA application_id = 1684890472; PRAGMA user_version = 99; CREATE TABLE later (x)")
	for name, says := range map[string]string{
		"notes.txt":    "not a demarche database",
		"short":        "not a demarche database",
		"cut":          "not a demarche database",
		"other.sqlite": "another program's",
		"newer.sqlite": "made by a newer demarche (schema 99",
		".":            "a folder",
		"gone/x.sql":   "no such file or directory",
	} {
		before, _ := os.ReadFile(path(name))
		for _, o := range []Options{{}, {ReadOnly: true}} {
			s, err := Open(path(name), o)
			if err == nil {
				s.Close()
			}
			if err == nil || !strings.Contains(err.Error(), says) || strings.Contains(err.Error(), "\n") {
				t.Errorf("%s %+v: %v, want %q", name, o, err, says)
			}
		}
		if after, _ := os.ReadFile(path(name)); string(after) != string(before) {
			t.Errorf("%s: the file was written to", name)
		}
	}
	if _, err := Open(path("none.sqlite"), Options{ReadOnly: true}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a missing file: %v", err)
	}
	if _, err := Open(path("empty"), Options{ReadOnly: true}); err == nil || !strings.Contains(err.Error(), "holds nothing yet") {
		t.Errorf("an empty file: %v", err)
	}
	if _, err := Open("", Options{}); err == nil {
		t.Error("no name: no error")
	}
	if left, _ := filepath.Glob(path("*-wal")); left != nil {
		t.Errorf("left behind: %v", left)
	}
}

// TestNamesArePaths opens names to which SQLite, URLs or modernc.org/sqlite give a meaning.
func TestNamesArePaths(t *testing.T) {
	t.Chdir(t.TempDir())
	os.Mkdir("folder", 0o700)
	here, _ := os.Getwd()
	for _, name := range []string{
		"a?b.sqlite", "50%20#1.sqlite", "Кремль база.sqlite", ":memory:", "file:x.sqlite", "file::memory:?mode=memory",
		"/" + here + "/two.sqlite", "folder//x.sqlite", "./-.sqlite",
	} {
		s, err := Open(name, Options{})
		if err != nil {
			t.Error(name, err)
			continue
		}
		if _, err := s.Put(t.Context(), newArticle("x", "y"), nil); err != nil {
			t.Error(name, err)
		}
		s.Close()
		if info, err := os.Stat(name); err != nil || info.Size() == 0 {
			t.Error(name, err)
		}
	}
}

func TestReadOnlyStoreRefusesToPut(t *testing.T) {
	path := filepath.Join(t.TempDir(), "t.sqlite")
	s, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	s.Close()
	if s, err = Open(path, Options{ReadOnly: true}); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, err := s.Put(t.Context(), newArticle("x", "y"), nil); err == nil {
		t.Error("no error")
	}
	if _, err := s.db.Exec(`DELETE FROM articles`); err == nil {
		t.Error("SQLite itself would write")
	}
}
