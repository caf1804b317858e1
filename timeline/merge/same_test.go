package merge

import (
	"flag"
	"fmt"
	"strings"
	"testing"

	"demarche/timeline/actors"
	"demarche/timeline/casefile"
	"demarche/timeline/dates"
	"demarche/timeline/record"
)

var update = flag.Bool("update", false, "write what is found into testdata/same.txt and testdata/wordings.txt")

// TestSame reads testdata/same.txt: blocks of two tellings of two articles, "day, basis, channel, speaker > addressee:
// words", and whether they are of one event.
func TestSame(t *testing.T) {
	casefile.Check(t, "testdata/same.txt", *update, casefile.First(2), func(lines []string) string {
		a, b := tellingOf(t, "a", lines[0]), tellingOf(t, "b", lines[1])
		if a.Same(b) != b.Same(a) {
			t.Errorf("%q: the order of the tellings counts", lines)
		}
		if a.Same(b) {
			return "same"
		}
		return "other"
	})
}

// TestWordings reads testdata/wordings.txt: blocks of two wordings, and how alike they are, from 0 to 1: by themselves,
// and of one speaker on one occasion.
func TestWordings(t *testing.T) {
	casefile.Check(t, "testdata/wordings.txt", *update, casefile.First(2), func(lines []string) string {
		a, b := newWording(lines[0]), newWording(lines[1])
		if a.likeness(&b) != b.likeness(&a) {
			t.Errorf("%q: the order of the wordings counts", lines)
		}
		return fmt.Sprintf("%.2f %.2f", a.likeness(&b), a.retold(&b))
	})
}

// tellingOf reads one of the lines of testdata/same.txt.
func tellingOf(t *testing.T, key, line string) *Telling {
	t.Helper()
	head, words, _ := strings.Cut(line, ": ")
	f := strings.Split(head, ", ")
	if len(f) != 4 {
		t.Fatalf("%q has %d parts, want 4", head, len(f))
	}
	from, to, _ := strings.Cut(f[3], " > ")
	e := told(key, f[0], dates.Basis(f[1]), record.Channel(f[2]), partyOf(from), partyOf(to), words)
	return NewTelling(&e, Issue{Published: "2023-06-14"})
}

// partyOf makes a party of a name and a state: "Lind/NOR" is a person, "Norway/NOR" with the name of the state in full
// a government, "Ledger" without a state a medium; "" is nobody.
func partyOf(s string) record.Party {
	name, state, _ := strings.Cut(s, "/")
	a := actors.Actor{ID: strings.ToLower(name), Name: name, Kind: actors.Person, State: state}
	switch {
	case name == "Norway" || name == "Sweden" || name == "Denmark":
		a.Kind = actors.State
	case state == "":
		a.Kind = actors.Medium
	}
	if name == "" {
		a = actors.Actor{}
	}
	return record.Party{Actor: a}
}
