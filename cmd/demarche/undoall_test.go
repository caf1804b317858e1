package main

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"testing"

	"demarche/timeline/actors"
	"demarche/timeline/edits"
	"demarche/timeline/record"
	"demarche/timeline/sqlite"
)

// TestUndoneIsAsItWas makes random edits of reports, titles and actors, and takes back what holds until nothing does:
// the pages are those of the program again, byte for byte.
func TestUndoneIsAsItWas(t *testing.T) {
	if testing.Short() {
		t.Skip("hundreds of edits, each laid over the whole relation")
	}
	db := filepath.Join(t.TempDir(), "a.sqlite")
	inProcess(t, "add", "-q", "--db", db, "../../data/sample/prk-rus")
	want := drawn(t, db)
	g, err := actors.Load()
	if err != nil {
		t.Fatal(err)
	}
	s, err := sqlite.Open(db, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	x := &typist{T: t, random: rand.New(rand.NewPCG(seed(t), 3)), store: s, actors: g, undivided: true}
	for x.made < 120 {
		x.edit()
	}
	for _, kind := range []string{edits.ActorKind, edits.EventKind, edits.Kind} {
		for n := 0; x.undoOne(kind); n++ {
			if n > 2*x.made {
				t.Fatal("there is no end of undoing")
			}
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	samePages(t, "undone", drawn(t, db), want)
}

// undoOne takes back an edit that holds; false says that there is none of that kind.
func (x *typist) undoOne(kind string) bool {
	list, err := x.store.Edits().OfKind(x.Context(), kind)
	if err != nil {
		x.Fatal(err)
	}
	byTarget := map[string][]record.Edit{}
	for _, e := range list {
		byTarget[e.Target] = append(byTarget[e.Target], e)
	}
	var last record.Edit
	for _, of := range byTarget {
		if e, ok := edits.Undoable(of); ok && e.ID > last.ID {
			last = e
		}
	}
	if last.ID == 0 {
		return false
	}
	e, err := edits.Undo(list, last.ID)
	if err != nil {
		x.Fatal(err)
	}
	e.Who, e.At, e.Why = "Ada", "2026-11-29T12:00:00Z", fmt.Sprint("undoes ", last.ID)
	if err := x.store.Edit(x.Context(), e); err != nil {
		x.Fatal(err)
	}
	return true
}
