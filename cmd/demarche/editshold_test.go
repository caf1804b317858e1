package main

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"demarche/timeline/actors"
	"demarche/timeline/edits"
	"demarche/timeline/record"
	"demarche/timeline/sqlite"
)

// manyEdits is how many random edits the test makes.
const manyEdits = 500

// typist makes random edits of all that a database holds.
type typist struct {
	*testing.T
	random *rand.Rand
	store  *sqlite.Store
	actors *actors.Gazetteer
	made   int

	undivided bool // it leaves the events as they are
}

// pick is one of a list.
func pick[T any](r *rand.Rand, list []T) T { return list[r.IntN(len(list))] }

// values are what is typed into the fields of a report, beside words.
var values = map[string][]string{
	"speaker":   {"Kim Yo Jong", "Vladimir Putin; Kim Jong Un", "Ada Lind (NOR)", "", "Xi Jinping", "Lind (NOR)"},
	"addressee": {"", "Russia", "China; Japan", "Ada Lind (SWE)", "Narendra Modi"},
	"medium":    {"", "KCNA", "TASS"}, "channel": optionsOf(record.Channels()), "tone": optionsOf(record.Tones()),
	"day": {"", "2023-06", "2023-06-12", "2024-01-01/2024-02-01", "[..2020-05-05]"}, "occasion": {"", "Russia Day"},
	"place": {"", "Oslo", "Pyongyang"}, "form": fieldOptions("form"), "note": {"a", "b"}, "tags": {"x", ""},
	"state": {"NOR", "PRK", "Russia"}, "status": {"confirmed", "rejected", "open"}, "words": nil,
}

// fields are the names of the fields, in order.
var typedInto = func() []string {
	var names []string
	for name := range values {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}()

// edit makes one edit.
func (x *typist) edit() {
	x.Helper()
	var e record.Edit
	var err error
	switch n := x.random.IntN(100); {
	case n < 62:
		e, err = x.ofReport()
	case n < 74:
		e, err = x.ofEvent()
	case n < 86:
		e, err = x.ofActor()
	default:
		e, err = x.undone()
	}
	if err != nil {
		return // what it typed is refused, as a person's slip would be
	}
	x.made++
	e.Who, e.At = pick(x.random, []string{"Ada", "Ben"}), fmt.Sprintf("2026-11-%02dT12:00:00Z", 1+x.random.IntN(28))
	e.Why = fmt.Sprint("number ", x.made)
	if err := x.store.Edit(x.Context(), e); err != nil {
		x.Fatalf("edit %d: %+v: %v", x.made, e, err)
	}
}

func (x *typist) ofReport() (record.Edit, error) {
	list, _, _, err := x.store.Queue().List(
		x.Context(),
		sqlite.QueueFilter{Status: sqlite.AnyStatus, Limit: 1, After: x.random.IntN(40)},
	)
	if err != nil || len(list) == 0 {
		x.Fatal("no reports are left", err)
	}
	rep, _, err := x.store.Reports().Get(x.Context(), list[0].ID)
	if err != nil {
		x.Fatal(err)
	}
	field := pick(x.random, typedInto)
	if field != "words" {
		return readEdit(x.actors, &rep, field, pick(x.random, values[field]))
	}
	words := strings.Fields(rep.Text)
	from := x.random.IntN(len(words))
	return readEdit(x.actors, &rep, field, strings.Join(words[from:from+1+x.random.IntN(len(words)-from)], " "))
}

func (x *typist) ofEvent() (record.Edit, error) {
	var told []record.Event
	snap, err := x.store.Snapshot(x.Context())
	if err != nil {
		x.Fatal(err)
	}
	for t, err := range snap.Stream(sqlite.Selection{}) {
		if err != nil {
			x.Fatal(err)
		}
		told = append(told, t.Event)
	}
	if err := snap.Close(); err != nil {
		x.Fatal(err)
	}
	d := eventPage{store: x.store}
	e := pick(x.random, told)
	switch n := x.random.IntN(3); {
	case x.undivided:
	case n == 0:
		return d.merge(x.Context(), e.ID, pick(x.random, told).ID)
	case n == 1:
		return d.split(x.Context(), e.ID, []string{pick(x.random, e.Statements).ID})
	}
	return edits.ReadEvent(e.ID, e.Title, "title", pick(x.random, []string{"", "A talk", "A letter & <b>more</b>"}))
}

func (x *typist) ofActor() (record.Edit, error) {
	list, err := x.store.People().Voices(x.Context(), "", 1000, 0)
	if err != nil {
		x.Fatal(err)
	}
	a := pick(x.random, list).Actor
	d := actorPage{store: x.store, actors: x.actors}
	switch x.random.IntN(4) {
	case 0:
		return d.value(x.Context(), a, "name", pick(x.random, []string{"", a.Name + " II", "Ada Lind"}))
	case 1:
		return d.value(x.Context(), a, "state", pick(x.random, []string{"", "NOR", "CHN"}))
	case 2:
		return d.value(
			x.Context(),
			a,
			"office",
			pick(x.random, []string{"", "Envoy (2023/2024); Minister", "Leader"}),
		)
	}
	return d.value(x.Context(), a, "same-as", pick(x.random, append(list, sqlite.Voice{})).ID)
}

func (x *typist) undone() (record.Edit, error) {
	all, err := x.store.Edits().All(x.Context())
	if err != nil || len(all) == 0 {
		return record.Edit{}, fmt.Errorf("nothing to undo: %w", err)
	}
	return edits.Undo(all, pick(x.random, all).ID)
}

// inProcess runs a command in this process.
func inProcess(t *testing.T, args ...string) {
	t.Helper()
	root := newRoot()
	root.SetArgs(args)
	root.SetOut(&bytes.Buffer{})
	root.SetErr(&bytes.Buffer{})
	if err := root.Execute(); err != nil {
		t.Fatalf("demarche %s: %v", strings.Join(args, " "), err)
	}
}

// everything names the JSON of all that a database holds.
const everything = "all"

// drawn are the pages of the relations that hold most events, and the JSON of all.
func drawn(t *testing.T, db string) map[string]string {
	t.Helper()
	sound(t, db, filepath.Base(db))
	s, err := sqlite.Open(db, sqlite.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	list, err := s.Relations().Dyads(t.Context(), 8)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	add := func(name string, args ...string) {
		file := filepath.Join(t.TempDir(), "out")
		inProcess(t, append(args, "-q", "--db", db, "-o", file)...)
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		out[name] = string(b)
	}
	for _, d := range list {
		add(d.A+" "+d.B, "report", d.A, d.B)
	}
	add(everything, "export", "--format", "json")
	return out
}

// samePages fails where two databases draw another page.
func samePages(t *testing.T, what string, got, want map[string]string) {
	t.Helper()
	names := append([]string{everything}, slices.Sorted(maps.Keys(want))...) // which tells most first
	for _, name := range names {
		if got[name] == want[name] {
			continue
		}
		a, b := strings.Split(got[name], "\n"), strings.Split(want[name], "\n")
		for i := range min(len(a), len(b)) {
			if a[i] != b[i] {
				t.Fatalf("%s: %s, line %d:\n%.900s\nwant\n%.900s", what, name, i+1, a[i], b[i])
			}
		}
		t.Fatalf("%s: %s has %d bytes, want %d", what, name, len(got[name]), len(want[name]))
	}
}

// rained writes sources of a folder with a sentence more in each: new versions of the same pages.
func rained(t *testing.T, folder string, n int) string {
	t.Helper()
	dir := t.TempDir()
	files, err := filepath.Glob(filepath.Join(folder, "*.html"))
	if err != nil || len(files) < n {
		t.Fatal(files, err)
	}
	for _, f := range files[:n] {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		b = bytes.Replace(b, []byte("</h1>"), []byte("</h1><p>It had rained for a week when this was written.</p>"), 1)
		if err := os.WriteFile(filepath.Join(dir, filepath.Base(f)), b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// seed is that of the random edits; DEMARCHE_SEED gives another one than the test's own.
func seed(t *testing.T) uint64 {
	t.Helper()
	n := uint64(16)
	if given := os.Getenv("DEMARCHE_SEED"); given != "" {
		var err error
		if n, err = strconv.ParseUint(given, 10, 64); err != nil {
			t.Fatal(err)
		}
	}
	return n
}

// TestEditsHold makes five hundred random edits: they survive that everything is read again, new versions of pages and
// a second batch of sources, and they come out of an archive in another file, empty or not, as they went in: the same
// pages, byte for byte.
func TestEditsHold(t *testing.T) {
	if testing.Short() {
		t.Skip("hundreds of edits, each laid over the whole relation")
	}
	db := filepath.Join(t.TempDir(), "a.sqlite")
	inProcess(t, "add", "-q", "--db", db, "../../data/sample/prk-rus", "../../data/sample/ind-pak")
	g, err := actors.Load()
	if err != nil {
		t.Fatal(err)
	}
	s, err := sqlite.Open(db, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	x := &typist{T: t, random: rand.New(rand.NewPCG(seed(t), 2)), store: s, actors: g}
	for x.made < manyEdits {
		x.edit()
	}
	kinds := map[string]int{}
	list, err := s.Edits().All(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range list {
		kinds[e.Kind]++
	}
	if len(list) != manyEdits || kinds[edits.Kind] < 100 || kinds[edits.EventKind] < 20 || kinds[edits.ActorKind] < 20 {
		t.Errorf("%d edits: %v", len(list), kinds)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	edited := drawn(t, db)
	inProcess(t, "sources", "reread", "-q", "--db", db)
	samePages(t, "read again", drawn(t, db), edited)

	early := filepath.Join(t.TempDir(), "early.json")
	inProcess(t, "export", "--archive", "-q", "--db", db, "-o", early)
	second := []string{"../../data/sample/chn-usa", "../../data/sample/jpn-chn"}
	inProcess(t, append([]string{"add", "-q", "--db", db}, second...)...)
	want := drawn(t, db)
	other := filepath.Join(t.TempDir(), "b.sqlite")
	inProcess(t, append([]string{"add", "-q", "--db", other}, second...)...)
	inProcess(t, "import", "-q", "--db", other, early)
	samePages(t, "imported beside the second batch", drawn(t, other), want)

	inProcess(t, "add", "-q", "--db", db, rained(t, "../../data/sample/prk-rus", 9))
	want = drawn(t, db)
	late := filepath.Join(t.TempDir(), "late.json")
	inProcess(t, "export", "--archive", "-q", "--db", db, "-o", late)
	third := filepath.Join(t.TempDir(), "c.sqlite")
	inProcess(t, "import", "-q", "--db", third, late)
	samePages(t, "imported elsewhere", drawn(t, third), want)
	inProcess(t, "sources", "reread", "-q", "--db", third)
	samePages(t, "read again there", drawn(t, third), want)
}
