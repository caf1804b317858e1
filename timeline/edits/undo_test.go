package edits

import (
	"testing"

	"pgregory.net/rapid"

	"demarche/timeline/record"
)

// TestUndoableLeadsBack makes any edits and takes back what can be taken back, again and again: in as many steps at
// most, every field has what the program says.
func TestUndoableLeadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var list []record.Edit
		add := func(e record.Edit) {
			e.ID = int64(len(list) + 1)
			list = append(list, e)
		}
		made := rapid.IntRange(0, 12).Draw(t, "edits")
		for range made {
			if last, ok := Undoable(list); ok && rapid.Bool().Draw(t, "undo") {
				e, err := Undo(list, last.ID)
				if err != nil {
					t.Fatal(err)
				}
				add(e)
				continue
			}
			e := record.Edit{
				Kind:   Kind,
				Target: "r1",
				Field:  rapid.SampledFrom([]string{"place", "note"}).Draw(t, "field"),
			}
			e.After = rapid.SampledFrom([]*string{nil, written("a"), written("b"), written("c")}).Draw(t, "value")
			add(e)
		}
		for range made {
			last, ok := Undoable(list)
			if !ok {
				break
			}
			e, err := Undo(list, last.ID)
			if err != nil {
				t.Fatal(err)
			}
			add(e)
		}
		if last, ok := Undoable(list); ok {
			t.Fatalf("edit %d is left: %+v", last.ID, list)
		}
		log := NewLog(list)
		for _, f := range []string{"place", "note"} {
			if e, ok := log.Of("r1", f); ok {
				t.Fatalf("%s is %q in the end", f, *e.After)
			}
		}
	})
}
