package actors

import (
	"strings"
	"testing"

	"demarche/data"
)

func load(t testing.TB) *Gazetteer {
	t.Helper()
	g, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// Every row of the gazetteer names where it comes from, with codes that the file's comment explains.
func TestEveryRowIsSourced(t *testing.T) {
	codes := map[string]bool{"OK": true, "OM": true, "FB": true, "WD": true, "HS": true, "RG": true}
	for _, e := range load(t).Entries() {
		for _, c := range strings.Split(e.Origin, "+") {
			if !codes[c] {
				t.Errorf("%s: origin %q", e.ID, e.Origin)
			}
		}
		for _, term := range e.Terms {
			for _, c := range strings.Split(term.Origin, "+") {
				if !codes[c] {
					t.Errorf("%s as %s: origin %q", e.ID, term.Title, term.Origin)
				}
			}
		}
	}
	for _, name := range []string{"states", "metonyms", "organisations", "media", "offices", "persons", "terms", "ambiguous"} {
		b, err := data.Read("gazetteer/" + name + ".tsv")
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(string(b), "#") {
			t.Errorf("%s.tsv has no comment on its origin", name)
		}
	}
}

// States have codes of three letters, no two the same two-letter code, and no name that means two states.
func TestStates(t *testing.T) {
	g := load(t)
	iso2 := map[string]string{}
	for code, s := range g.states {
		if len(code) != 3 || strings.ToUpper(code) != code || len(s.iso2) != 0 && len(s.iso2) != 2 {
			t.Errorf("code %q, %q", code, s.iso2)
		}
		if other, ok := iso2[s.iso2]; ok && s.iso2 != "" {
			t.Errorf("%s and %s are both %q", code, other, s.iso2)
		}
		iso2[s.iso2] = code
		if got, ok := g.StateCode(g.StateName(code)); !ok || got != code {
			t.Errorf("StateCode(%q) = %q, want %q", g.StateName(code), got, code)
		}
		if got, ok := g.StateCode(code); !ok || got != code {
			t.Errorf("StateCode(%q) = %q", code, got)
		}
	}
}

// Two persons never hold an office of one holder on the same day, the day of a handover apart. Dates of a month or a
// year may meet inside it.
func TestTermsDoNotOverlap(t *testing.T) {
	g := load(t)
	n := 0
	for key, terms := range g.holders {
		if !g.offices.byClass[key.office].single {
			continue
		}
		var last *Term
		for _, term := range terms {
			if term.Acting {
				continue
			}
			if last != nil && last.person != term.person && last.hie > term.los {
				t.Errorf("%s %s: %s %s/%s and %s %s/%s", key.state, key.office, last.person.ID, last.Start, last.End,
					term.person.ID, term.Start, term.End)
			}
			if last == nil || term.hi > last.hi {
				last = term
			}
			n++
		}
	}
	t.Logf("%d terms of offices of one holder", n)
}

// A person has no two terms of the same title that overlap, and no two persons of a state share a name.
func TestNoDuplicates(t *testing.T) {
	seen := map[string]string{}
	for _, e := range load(t).Entries() {
		if e.Kind == Person && !strings.HasPrefix(e.ID, "ri-yong-ho") {
			k := e.State + Fold(e.Name)
			if other, ok := seen[k]; ok && len(strings.Fields(e.Name)) > 1 && !strings.Contains(e.ID+other, "-cdu") {
				t.Errorf("%s and %s have the same name", e.ID, other)
			}
			seen[k] = e.ID
		}
		for i, a := range e.Terms {
			for _, b := range e.Terms[:i] {
				if a.Title == b.Title && a.Office == b.Office && b.hie > a.los && !a.Acting && !b.Acting {
					t.Errorf("%s: %q twice: %s/%s and %s/%s", e.ID, a.Title, b.Start, b.End, a.Start, a.End)
				}
			}
		}
	}
}

// The file of terms is in the order in which they are looked up; build relies on it.
func TestTermsAreInOrder(t *testing.T) {
	for key, terms := range load(t).holders {
		for i, term := range terms {
			if term.State != key.state || term.Office != key.office || i > 0 && terms[i-1].lo > term.lo {
				t.Errorf("%s %s: %s %s is out of order", key.state, key.office, term.person.ID, term.Start)
			}
		}
	}
}
