package main

import (
	"bytes"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"demarche/timeline/actors"
	"demarche/timeline/edits"
	"demarche/timeline/sqlite"
)

// smallDrawing draws the page of North Korea, however few its events, in runs of three.
func smallDrawing(t testing.TB, program string) sqlite.Drawing {
	t.Helper()
	g, err := actors.Load()
	if err != nil {
		t.Fatal(err)
	}
	d := drawing(g, "PRK", program)
	d.Form = func(int) string { return "lines" }
	d.Runs = func(ids []string) (ends []int) {
		for i := range ids {
			if i%3 == 2 || i == len(ids)-1 {
				ends = append(ends, i+1)
			}
		}
		return ends
	}
	return d
}

// portions draws the page with what is kept, keeps it, and says how it is.
func portions(t testing.TB, s *sqlite.Store, program string) [][]byte {
	t.Helper()
	d, err := s.Relations().Drawn(t.Context(), smallDrawing(t, program))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.KeepDrawn(t.Context(), d); err != nil {
		t.Fatal(err)
	}
	return d.Portions
}

// anew draws the page with nothing that is kept.
func anew(t testing.TB, s *sqlite.Store) [][]byte {
	t.Helper()
	d, err := s.Relations().Drawn(t.Context(), smallDrawing(t, "one that has drawn nothing"))
	if err != nil {
		t.Fatal(err)
	}
	return d.Portions
}

// sameDrawn fails unless what is kept gives the page that is drawn anew.
func sameDrawn(t testing.TB, s *sqlite.Store, when string) {
	t.Helper()
	got, want := portions(t, s, "this"), anew(t, s)
	if len(got) != len(want) {
		t.Fatalf("%s: %d runs, want %d", when, len(got), len(want))
	}
	for i := range got {
		if !bytes.Equal(got[i], want[i]) {
			t.Fatalf("%s: run %d is out of date", when, i)
		}
	}
}

// TestDrawnIsNeverOutOfDate writes in all ways to a database, and looks each time whether the page that is made with
// what was drawn before is the one that is drawn anew.
func TestDrawnIsNeverOutOfDate(t *testing.T) {
	db := filepath.Join(t.TempDir(), "a.sqlite")
	inProcess(t, "add", "-q", "--db", db, "../../data/sample/prk-rus")
	g, err := actors.Load()
	if err != nil {
		t.Fatal(err)
	}
	s, err := sqlite.Open(db, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	sameDrawn(t, s, "added")
	x := &typist{T: t, random: rand.New(rand.NewPCG(seed(t), 5)), store: s, actors: g}
	for _, words := range []string{"A talk", "A letter", ""} {
		before := portions(t, s, "this")
		x.title(words)
		sameDrawn(t, s, "titled "+words)
		if slices.EqualFunc(before, portions(t, s, "this"), bytes.Equal) {
			t.Errorf("the title %q is not on the page", words)
		}
	}
	for x.made < 80 {
		x.edit()
		sameDrawn(t, s, fmt.Sprint("edit ", x.made))
	}
	inProcess(t, "add", "-q", "--db", db, "../../data/sample")
	sameDrawn(t, s, "more")
	inProcess(t, "add", "-q", "--db", db, rained(t, "../../data/sample/prk-rus", 3))
	sameDrawn(t, s, "new versions")
	list, err := s.Sources().List(t.Context(), sqlite.Sources{})
	if err != nil {
		t.Fatal(err)
	}
	for i, x := range list {
		if i%4 == 0 {
			inProcess(t, "remove", "-q", "--db", db, x.Key)
			sameDrawn(t, s, "removed "+x.Key)
		}
	}
	archive := filepath.Join(t.TempDir(), "a.json")
	inProcess(t, "export", "-q", "--archive", "--db", db, "-o", archive)
	sameDrawn(t, s, "exported")
	inProcess(t, "import", "-q", "--db", db, archive)
	sameDrawn(t, s, "imported")
}

// title gives the first event of Russia and North Korea a title, or takes it away.
func (x *typist) title(words string) {
	x.Helper()
	rel, err := x.store.Relations().Between(x.Context(), sqlite.Filter{A: "PRK", B: "RUS"})
	if err != nil {
		x.Fatal(err)
	}
	e, err := edits.ReadEvent(rel.Events[0].ID, rel.Events[0].Title, "title", words)
	if err != nil {
		x.Fatal(err)
	}
	e.Who, e.At = "Ada", "2026-11-29T12:00:00Z"
	if err := x.store.Edit(x.Context(), e); err != nil {
		x.Fatal(err)
	}
}

// TestDrawnAtOnce draws and keeps a page in several places while articles are added.
func TestDrawnAtOnce(t *testing.T) {
	db := filepath.Join(t.TempDir(), "a.sqlite")
	inProcess(t, "add", "-q", "--db", db, "../../data/sample/prk-rus")
	var all sync.WaitGroup
	for k := range 3 {
		all.Go(func() {
			s, err := openToRead(db)
			if err != nil {
				t.Error(err)
				return
			}
			defer s.Close()
			for range 20 {
				d, err := s.Relations().Drawn(t.Context(), smallDrawing(t, fmt.Sprint("program ", k/2)))
				if err != nil {
					t.Error(err)
					return
				}
				_ = s.KeepDrawn(t.Context(), d) // another one may be writing
			}
		})
	}
	all.Go(func() { inProcess(t, "add", "-q", "--db", db, "../../data/sample") })
	all.Wait()
	s, err := openToRead(db)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	sameDrawn(t, s, "at once")
	if _, err := s.Check(t.Context()); err != nil {
		t.Error(err)
	}
}

// largeDatabase has more events than a page that is drawn anew each time.
func largeDatabase(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	for i := range 1550 {
		day := time.Date(2008, 1, 1+2*i, 0, 0, 0, 0, time.UTC)
		fmt.Fprintf(&b, `{"id":"a%d","outlet":"KCNA","published":%q,"text":"Pyongyang, %s (KCNA) -- Kim Jong Un sent a `+
			`message to Vladimir Putin on %s. \"We stand by you in matter %d of the year,\" he said in the message."}`+"\n",
			i, day.Format(time.DateOnly), day.Format("January 2"), day.Format("January 2, 2006"), i*i)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.jsonl"), []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	db := filepath.Join(dir, "a.sqlite")
	inProcess(t, "add", "-q", "--db", db, filepath.Join(dir, "a.jsonl"))
	return db
}

// TestLargePage makes a page of many events with nothing that is kept, with all of it, with some of it broken, where it
// can't be kept, and after a write: it is the same but for what was written.
func TestLargePage(t *testing.T) {
	if testing.Short() {
		t.Skip("adds a thousand articles")
	}
	db := largeDatabase(t)
	page := func() string {
		t.Helper()
		file := filepath.Join(t.TempDir(), "a.html")
		inProcess(t, "report", "PRK", "-q", "--db", db, "-o", file)
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	raw, err := sql.Open("sqlite", db)
	if err != nil {
		t.Fatal(err)
	}
	defer raw.Close()
	raw.SetMaxOpenConns(1)
	do := func(query string) {
		t.Helper()
		if _, err := raw.Exec(query); err != nil {
			t.Fatal(err)
		}
	}
	kept := func() (n int) {
		t.Helper()
		if err := raw.QueryRow(`SELECT count(*) FROM drawn`).Scan(&n); err != nil {
			t.Fatal(err)
		}
		return n
	}
	do(`BEGIN IMMEDIATE`)
	want := page()
	do(`ROLLBACK`)
	if n := kept(); n > 0 {
		t.Errorf("kept %d parts while another one wrote", n)
	}
	if page() != want || kept() < 3 || page() != want {
		t.Errorf("another page with %d parts kept", kept())
	}
	n := kept()
	do(`UPDATE drawn SET portion = x'0102' WHERE id % 2`)
	for range 2 {
		if page() != want || kept() != n {
			t.Errorf("another page where parts are broken, or %d in place of %d", kept(), n)
		}
	}
	inProcess(t, "remove", "-q", "--db", db, "a500")
	now := page()
	do(`DELETE FROM drawn`)
	if now == want || page() != now {
		t.Error("the page is not that of what is stored now")
	}
	inProcess(t, "check", "-q", "--db", db)
}
