package sqlite

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"demarche/timeline/record"
)

// editIn names the file that this binary edits instead of testing, when it is run by a test.
const editIn = "DEMARCHE_EDIT_IN"

// numbered is the n-th edit of the test: of a report, of an actor or of an event, in turn.
func numbered(n int, reports []string) record.Edit {
	report := reports[n%len(reports)]
	value := fmt.Sprintf(`"number %d"`, n)
	e := record.Edit{
		Who:    "Ada",
		At:     "2026-11-28T12:00:00Z",
		Why:    fmt.Sprint(n),
		Kind:   "report",
		Target: report,
		Field:  "place",
	}
	e.After = &value
	switch n % 5 {
	case 1:
		e.Kind, e.Target, e.Field = "actor", kim.ID, "name"
	case 2:
		rejected := string(record.Rejected)
		e.Field, e.After = "status", &rejected
	case 3:
		e.Field, e.After = "status", nil
	case 4:
		e.Kind, e.Target, e.Field = "event", record.EventID(report), "title"
	}
	return e
}

// reportIDs are the reports of a file, in order, rejected ones too.
func reportIDs(s *Store) ([]string, error) {
	rows, err := s.db.Query(`SELECT ident FROM reports UNION SELECT report FROM originals ORDER BY 1`)
	if err != nil {
		return nil, err
	}
	return collect(rows, func(id *string) []any { return []any{id} })
}

// editOn goes on editing a file, one transaction an edit, and says the number of each edit once it is stored.
func editOn(path string) error {
	s, err := Open(path, Options{})
	if err != nil {
		return err
	}
	have, err := s.Edits().All(context.Background())
	if err != nil {
		return err
	}
	ids, err := reportIDs(s)
	if err != nil {
		return err
	}
	for n := len(have); ; n++ {
		if err := s.Edit(context.Background(), numbered(n, ids)); err != nil {
			return err
		}
		if _, err := fmt.Println(n); err != nil { // nobody listens any more
			return err
		}
	}
}

// TestKilledEdits kills somebody who edits at fifty random points, in and between transactions: no edit that was said
// to be stored is lost, none is there in part, and the file is sound.
func TestKilledEdits(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "t.sqlite")
	s, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.PutAll(t.Context(), many(6)); err != nil {
		t.Fatal(err)
	}
	ids, err := reportIDs(s)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	said := -1
	for range 50 {
		cmd := exec.Command(self)
		cmd.Env = append(os.Environ(), editIn+"="+path)
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(out)
		for left := random.IntN(6); left >= 0 && lines.Scan(); left-- {
			fmt.Sscan(lines.Text(), &said)
		}
		time.Sleep(time.Duration(random.IntN(3000)) * time.Microsecond) // to hit another point of the next transaction
		cmd.Process.Kill()
		for lines.Scan() { // what it said before it died
			fmt.Sscan(lines.Text(), &said)
		}
		cmd.Wait()
		keptAll(t, path, said, ids)
	}
	if said < 50 {
		t.Errorf("only %d edits were made", said+1)
	}
}

// keptAll looks whether the edits up to a number are stored as they were made, at most one more, and nothing is broken.
func keptAll(t *testing.T, path string, said int, ids []string) {
	t.Helper()
	s, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	list, err := s.Edits().All(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if len(list) < said+1 || len(list) > said+2 {
		t.Fatalf("%d edits were said to be stored, %d are", said+1, len(list))
	}
	for n := range list {
		want := numbered(n, ids)
		if !sameEdit(&list[n], &want) {
			t.Fatalf("edit %d is %+v, want %+v", n, list[n], want)
		}
	}
	if a, err := s.Check(t.Context()); err != nil {
		t.Fatalf("after edit %d: %v\n%s", said, err, strings.Join(a.Failures, "\n"))
	}
	now, err := reportIDs(s)
	if err != nil || !slices.Equal(now, ids) {
		t.Fatalf("the reports are %v, want %v; %v", now, ids, err)
	}
}
