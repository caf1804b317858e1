package sqlite

import (
	"database/sql"
	"fmt"
	"path/filepath"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// oldFile makes a file of the first schema: two articles with a report each, of which one is there twice under the
// same id, as two rules once gave it.
func oldFile(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "old.sqlite")
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	all, err := steps()
	if err != nil {
		t.Fatal(err)
	}
	exec := func(query string, args ...any) {
		t.Helper()
		if _, err := db.Exec(query, args...); err != nil {
			t.Fatal(err)
		}
	}
	exec(all[0])
	exec(`INSERT INTO actors VALUES (1, 'kim-jong-un', 'Kim Jong Un', 'person', 'PRK')`)
	for id, reports := range map[int]int{1: 1, 2: 2} {
		a := newArticle(fmt.Sprint(id), "Kim said: «We will help.»")
		exec(`INSERT INTO articles VALUES (?, ?, 1, '', '', '', '', '', '', '', 'en', '', ?, ?, '', ?, ?, ?)`,
			id, a.ID, a.SHA256, a.SHA256, len(a.Text), a.Text, compress(a.Bytes))
		for n := range reports {
			row := 10*id + n
			exec(`INSERT INTO events VALUES (?, ?, ?, 'message', '', '', '', '', 0, 0, NULL, NULL, NULL, NULL, '')`,
				row, id, fmt.Sprint("e", id))
			exec(`INSERT INTO event_parties VALUES (?, 'speaker', 0, 1, '', '', 0, 0)`, row)
			exec(`INSERT INTO involved VALUES ('PRK', ?, 'speaker')`, row)
			exec(`INSERT INTO statements VALUES (?, ?, ?)`, row, row, fmt.Sprint("s", id))
			exec(`INSERT INTO reports VALUES (?, ?, ?, 'direct', '[[10,27]]', '[]', '[]', '', 0.5, '«We will help.»', 0, 0,
				NULL, 'message', '', '', '', '', 0, 0, NULL, NULL, NULL, NULL, '', '', '', 0)`, row, row, fmt.Sprint("r", id))
		}
	}
	exec(`PRAGMA application_id = 1684890472; PRAGMA user_version = 1; PRAGMA journal_mode = WAL`)
	return path
}

// TestOldFileIsBroughtUp opens a file of the first schema, several times at once: it becomes sound, and each id is
// there once.
func TestOldFileIsBroughtUp(t *testing.T) {
	path := oldFile(t)
	if _, err := Open(path, Options{ReadOnly: true}); err == nil {
		t.Error("read as it is")
	}
	openAtOnce(t, path)
	s, err := Open(path, Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	a, err := s.Check(t.Context())
	if err != nil || a.Articles != 2 || a.Events != 2 || a.Reports != 2 {
		t.Errorf("%+v, %v", a, err)
	}
}

// TestNewFileIsMadeOnce opens a file that is not there several times at once.
func TestNewFileIsMadeOnce(t *testing.T) {
	for range 20 {
		openAtOnce(t, filepath.Join(t.TempDir(), "new.sqlite"))
	}
}

func openAtOnce(t *testing.T, path string) {
	t.Helper()
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			s, err := Open(path, Options{})
			if err != nil {
				t.Error(err)
				return
			}
			if err := s.Close(); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
}

// TestMergedOnceIsEnough: a file whose tellings are compared as now keeps its events, and is sound, however many steps it
// lacks; one whose tellings were compared otherwise is merged anew, to the same events.
func TestMergedOnceIsEnough(t *testing.T) {
	for name, profile := range map[string]string{"as now": "profile", "otherwise": "x''"} {
		t.Run(name, func(t *testing.T) {
			s := open(t)
			if _, err := s.PutAll(t.Context(), many(20)); err != nil {
				t.Fatal(err)
			}
			before, err := s.Relations().Between(t.Context(), Filter{})
			if err != nil {
				t.Fatal(err)
			}
			for _, query := range []string{
				"UPDATE tellings SET digest = x'', profile = " + profile, "UPDATE reports SET digest = x''",
				"UPDATE statements SET digest = x''", "UPDATE events SET digest = x''", "UPDATE articles SET digest = x''",
			} {
				if _, err := s.db.Exec(query); err != nil {
					t.Fatal(err)
				}
			}
			w, done, err := s.writer(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			err = w.digestAll(t.Context())
			done()
			if err != nil {
				t.Fatal(err)
			}
			after, err := s.Relations().Between(t.Context(), Filter{})
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(before, after); d != "" {
				t.Error(d)
			}
			if a, err := s.Check(t.Context()); err != nil || len(a.Failures) > 0 {
				t.Errorf("%+v, %v", a, err)
			}
		})
	}
}
