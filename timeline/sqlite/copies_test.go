package sqlite_test

import (
	"crypto/sha256"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"demarche/quotes/article"
	"demarche/timeline/sqlite"
)

const wire = `The foreign minister told her guest on Wednesday that the fishing treaty stood as it was signed thirty years ago.
The ambassador answered that every ship in the bay would be counted before the winter, and that nobody wanted another quarrel.
Both sides agreed to meet again in the autumn, when the quotas of the coming year are to be set by the joint commission.
Fishermen on both shores said that they had heard such promises before and would go on as they always had.`

// TestFindCopies finds the same wire story on other sites, with another last paragraph, and no other text.
func TestFindCopies(t *testing.T) {
	s, err := sqlite.Open(filepath.Join(t.TempDir(), "a.sqlite"), sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	texts := []string{
		wire,
		"By our own correspondent\n" + wire + "\nThe weather in the bay was fair on Wednesday.",
		strings.ToUpper(wire[:strings.LastIndex(wire, "\n")]),
		"The budget committee heard the treasurer on Thursday about the cost of the new bridge over the river, which has grown by a third since the spring of last year.",
	}
	for i, text := range texts {
		a := &article.Article{ID: string(rune('a' + i)), Text: text, Bytes: []byte(text), SHA256: fmt.Sprintf("%x", sha256.Sum256([]byte(text))), MediaType: "text/plain"}
		if _, err := s.Put(t.Context(), a, nil); err != nil {
			t.Fatal(err)
		}
	}
	if n, err := s.FindCopies(t.Context()); err != nil || n != 2 {
		t.Fatalf("%d copies, error %v", n, err)
	}
	rows, err := s.Sources().List(t.Context(), sqlite.Sources{})
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"", "a", "a", ""} {
		if rows[i].CopyOf != want {
			t.Errorf("%s is a copy of %q, want %q", rows[i].Key, rows[i].CopyOf, want)
		}
	}
	if rows[0].Copies != 2 {
		t.Errorf("%d copies of the first, want 2", rows[0].Copies)
	}
	if n, err := s.FindCopies(t.Context()); err != nil || n != 0 {
		t.Errorf("again %d copies, error %v", n, err)
	}
}

func TestVisitsAndRuns(t *testing.T) {
	s, err := sqlite.Open(filepath.Join(t.TempDir(), "a.sqlite"), sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	id, err := s.Runs().Start(t.Context(), sqlite.Run{Command: "add", Asked: "x", Program: "p", Started: "2026-11-28T10:00:00Z"})
	if err != nil {
		t.Fatal(err)
	}
	if at, err := s.Runs().Broken(t.Context(), "x"); err != nil || at != "2026-11-28T10:00:00Z" {
		t.Errorf("a run that goes on: %q, %v", at, err)
	}
	if err := s.Runs().End(t.Context(), sqlite.Run{ID: id, Ended: "2026-11-28T10:01:00Z", Outcome: "done", Added: 3}); err != nil {
		t.Fatal(err)
	}
	if at, err := s.Runs().Broken(t.Context(), "x"); err != nil || at != "" {
		t.Errorf("a run that is done: %q, %v", at, err)
	}
	failed := sqlite.Visit{Source: "https://a.example/x", Run: id, Kind: "page", At: "2026-11-28T10:00:30Z", Why: "the server answers 503"}
	for range 2 {
		if err := s.Visits().Put(t.Context(), []sqlite.Visit{failed, {Source: "https://a.example/y", Kind: "page", At: failed.At, ETag: `"1"`}}); err != nil {
			t.Fatal(err)
		}
	}
	list, err := s.Visits().List(t.Context(), true)
	if err != nil || len(list) != 1 || list[0].Tries != 2 || list[0].Why != failed.Why {
		t.Errorf("failed visits %+v, error %v", list, err)
	}
	if v, err := s.Visits().Last(t.Context(), "https://a.example/y"); err != nil || v == nil || v.ETag != `"1"` || v.Tries != 1 {
		t.Errorf("visit %+v, error %v", v, err)
	}
}
