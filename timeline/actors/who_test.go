package actors

import (
	"os"
	"slices"
	"testing"

	"demarche/data"
)

// Names in their many spellings mean on a day who held the office then.
func TestWhoIsWho(t *testing.T) {
	b, err := os.ReadFile("testdata/who.tsv")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := data.ParseTable("who.tsv", b, "written", "day", "name", "state", "office")
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) < 300 {
		t.Fatalf("%d names, want 300", len(rows))
	}
	g := load(t)
	for _, r := range rows {
		written, day, name, state, office := r.Fields[0], r.Fields[1], r.Fields[2], r.Fields[3], r.Fields[4]
		all := g.NamedEntries(written, day)
		if len(all) == 0 {
			t.Errorf("line %d: %s is unknown", r.Line, written)
			continue
		}
		e := all[0]
		if got := e.actorAt(when(day)); got.Name != name || got.State != state {
			t.Errorf(
				"line %d: %s on %s is %s of %s, want %s of %s",
				r.Line,
				written,
				day,
				got.Name,
				got.State,
				name,
				state,
			)
			continue
		}
		held := func(term Term) bool { return term.Office == office && term.State == state && term.covers(when(day)) }
		if !slices.ContainsFunc(e.Terms, held) {
			term, _ := e.At(day)
			t.Errorf("line %d: %s on %s is %s, want %s", r.Line, written, day, term.Title, office)
		}
	}
}
