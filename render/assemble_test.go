package render

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"demarche/timeline"
)

// drawnState draws the runs of a state's page, each by itself where alone is true.
func drawnState(t *testing.T, rels []timeline.Relation, ids []string, alone bool) [][]byte {
	t.Helper()
	var runs [][]string
	from := 0
	for _, to := range Runs(ids) {
		runs, from = append(runs, ids[from:to]), to
	}
	names := func(code string) string { return name(options().Names, code) }
	draw := func(runs [][]string) [][]byte {
		out, err := DrawState("PRK", rels, names, runs, Form(len(ids)))
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	if !alone {
		return draw(runs)
	}
	var out [][]byte
	for _, run := range runs {
		out = append(out, draw([][]string{run})...)
	}
	return out
}

// TestAssembledPage assembles a page of portions: it is the page that is drawn at once, byte for byte.
func TestAssembledPage(t *testing.T) {
	for _, n := range []int{manyEvents, fullHashes + 1} {
		rels := partnered(n)
		rels[1].Events = append(rels[1].Events, rels[0].Events[0]) // one event with two partners
		r := NewState("PRK", rels, options())
		bytesOf := drawnState(t, rels, idsOf(r.Events), false)
		if !slices.EqualFunc(bytesOf, drawnState(t, rels, idsOf(r.Events), true), bytes.Equal) {
			t.Errorf("%d events: drawn otherwise beside others", n)
		}
		portions, err := ReadPortions(bytesOf)
		if err != nil {
			t.Fatal(err)
		}
		got := drawn(t, Assemble("PRK", portions, rels[0].Read, options()))
		if want := drawn(t, r); !bytes.Equal(got, want) {
			t.Errorf("%d events: %d bytes, want %d: another page", n, len(got), len(want))
		}
	}
}

// TestBrokenPortions reads bytes that are no portion: none is taken for one and none ends the program.
func TestBrokenPortions(t *testing.T) {
	r := NewState("PRK", partnered(40), options())
	whole := drawnState(t, partnered(40), idsOf(r.Events), false)[0]
	for n := 0; n < len(whole); n += 1 + n/50 {
		if _, err := ReadPortions([][]byte{whole[:n]}); err == nil {
			t.Errorf("the first %d of %d bytes pass", n, len(whole))
		}
		flipped := bytes.Clone(whole)
		flipped[n] ^= 0x80
		_, _ = ReadPortions([][]byte{flipped})
	}
	if _, err := ReadPortions([][]byte{append(bytes.Clone(whole), 0)}); err == nil {
		t.Error("bytes after the end pass")
	}
}

// TestRuns looks at the sizes of runs, and at how many of them an event more changes.
func TestRuns(t *testing.T) {
	ids := idsOf(New(synthetic(10000), options()).Events)
	ends, from := Runs(ids), 0
	of := map[string]bool{}
	for i, to := range ends {
		if n := to - from; n > mostRun || n < leastRun && i < len(ends)-1 {
			t.Errorf("run %d has %d events", i, n)
		}
		of[strings.Join(ids[from:to], " ")] = true
		from = to
	}
	if from != len(ids) || len(Runs(nil)) != 0 {
		t.Errorf("the runs end at %d of %d", from, len(ids))
	}
	more, changed := slices.Insert(slices.Clone(ids), 3000, "e0123456789abcdef"), 0
	from = 0
	for _, to := range Runs(more) {
		if !of[strings.Join(more[from:to], " ")] {
			changed++
		}
		from = to
	}
	if changed > 6 {
		t.Errorf("%d of %d runs are others", changed, len(ends))
	}
}
