package actors

import (
	"strings"
	"testing"

	"demarche/data"
)

// table reads a table of the gazetteer as rows of fields.
func table(t *testing.T, name string, columns ...string) [][]string {
	t.Helper()
	rows, err := data.Table("gazetteer/"+name+".tsv", columns...)
	if err != nil {
		t.Fatal(err)
	}
	out := make([][]string, len(rows))
	for i, r := range rows {
		out[i] = r.Fields
	}
	return out
}

// Every row of the tables without entries of their own names where it comes from.
func TestSmallTablesAreSourced(t *testing.T) {
	for name, columns := range map[string][]string{
		"metonyms":  {"name", "state", "stands_for", "aliases", "origin"},
		"places":    {"name", "origin"},
		"spellings": {"sort", "as", "written", "origin"},
		"offices":   {"class", "sort", "rank", "single", "label", "local", "phrases", "origin"},
	} {
		for _, f := range table(t, name, columns...) {
			if f[len(f)-1] != "OK" {
				t.Errorf("%s: %s has origin %q", name, f[0], f[len(f)-1])
			}
		}
	}
}

// A phrase names one class of offices; a name stands for one body of a state, and in every state for one of that class.
func TestPhrasesAndBodiesAreUnique(t *testing.T) {
	phrases := map[string]string{}
	for _, f := range table(t, "offices", "class", "sort", "rank", "single", "label", "local", "phrases", "origin") {
		for _, p := range list(f[6]) {
			if other, ok := phrases[Fold(p)]; ok && other != f[0] {
				t.Errorf("%q names %q and %q", p, other, f[0])
			}
			phrases[Fold(p)] = f[0]
		}
	}
	classes, states := map[string]string{}, map[string]bool{}
	for _, f := range table(t, "metonyms", "name", "state", "stands_for", "aliases", "origin") {
		for _, n := range append([]string{f[0]}, list(f[3])...) {
			other, ok := classes[Fold(n)]
			if ok && other != f[2] || states[Fold(n)+"|"+f[1]] {
				t.Errorf("%q stands for a %s and for the %s of %s", n, other, f[2], f[1])
			}
			classes[Fold(n)], states[Fold(n)+"|"+f[1]] = f[2], true
		}
	}
}

// A place that is no state is no name of one, and no mention comes out of its words.
func TestPlacesAreNoStates(t *testing.T) {
	g := load(t)
	for _, f := range table(t, "places", "name", "origin") {
		if code, ok := g.StateCode(f[0]); ok {
			t.Errorf("%q is %s", f[0], code)
		}
		if got := show(g, "off "+f[0]+" today"); got != "" {
			t.Errorf("%q gives %s", f[0], got)
		}
	}
}

// Nobody is two persons: no two of a state have names that are spellings of each other and an office at the same time.
func TestNobodyIsTwo(t *testing.T) {
	g := load(t)
	apart := func(a, b *Entry) bool {
		for i := range a.Terms {
			for j := range b.Terms {
				x, y := &a.Terms[i], &b.Terms[j]
				if x.State == y.State && x.lo <= y.hi && y.lo <= x.hi &&
					(x.Office == y.Office || x.rank > 80 && y.rank > 80) {
					return false
				}
			}
		}
		return true
	}
	byName := map[uint64][]*Entry{}
	for _, e := range g.Entries() {
		if e.Kind != Person {
			continue
		}
		seen := map[uint64]bool{}
		for _, n := range append([]string{e.Name}, e.Aliases...) {
			k := g.names.spelling.key(n)
			if !strings.Contains(n, " ") || seen[k] {
				continue
			}
			seen[k] = true
			for _, other := range byName[k] {
				if other.State == e.State && !apart(e, other) {
					t.Errorf("%s and %s: %q", other.ID, e.ID, n)
				}
			}
			byName[k] = append(byName[k], e)
		}
	}
}
