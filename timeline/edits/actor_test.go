package edits

import (
	"strings"
	"testing"

	"demarche/timeline/actors"
	"demarche/timeline/record"
)

func lind() actors.Actor {
	return actors.Actor{ID: actors.UnlistedID("A. Lind", "SWE"), Name: "A. Lind", Kind: actors.Person, State: "SWE"}
}

// readActor makes an edit of Lind and numbers it.
func readActor(t *testing.T, id int64, field, typed string) record.Edit {
	t.Helper()
	e, err := ReadActor(gazetteer(t), lind(), field, typed)
	if err != nil {
		t.Fatal(err)
	}
	e.ID, e.Who = id, "Ada"
	return e
}

// TestActorEdits lays name, state and office of an actor over the reports that name it, as long as they hold.
func TestActorEdits(t *testing.T) {
	list := []record.Edit{
		readActor(t, 1, "name", "Ada Lind"), readActor(t, 2, "state", "Norway"),
		readActor(t, 3, "office", "Minister of Ports (2024/2025); Ambassador (2020/2023-06); "),
		readActor(t, 4, "note", "see the yearbook"),
	}
	r := sample()
	r.Addressees = []record.Party{{Actor: lind(), Office: "official"}, {Actor: actors.Actor{ID: "x1", Name: "B"}}}
	medium := lind()
	r.Medium = &medium
	if err := NewLog(list).Lay(&r, body); err != nil {
		t.Fatal(err)
	}
	p := r.Addressees[0]
	if p.Name != "Ada Lind" || p.State != "NOR" || p.Office != "Minister of Ports" || p.Status != record.Corrected ||
		p.ID != lind().ID {
		t.Errorf("%+v", p)
	}
	if r.Medium.Name != "Ada Lind" || r.Addressees[1].Status != record.Machine || r.Status != record.Machine {
		t.Errorf("medium %+v, another %+v, status %q", r.Medium, r.Addressees[1], r.Status)
	}
	undone, err := Undo(list, 1)
	if err != nil {
		t.Fatal(err)
	}
	if a, changed := NewLog(append(list, undone)).Actor(lind()); a.Name != "A. Lind" || a.State != "NOR" || !changed {
		t.Errorf("after undo: %+v", a)
	}
	for field, typed := range map[string]string{"state": "Narnia", "kind": "state", "name": "a\nb", "office": "(2024)"} {
		if _, err := ReadActor(gazetteer(t), lind(), field, typed); err == nil {
			t.Errorf("%s=%q was taken", field, typed)
		}
	}
}

// TestSameActor takes one actor for another, in a chain, and never round and round.
func TestSameActor(t *testing.T) {
	g := gazetteer(t)
	kim, putin := g.Named("Kim Jong Un", "")[0], g.Named("Vladimir Putin", "")[0]
	var list []record.Edit
	same := func(a, b actors.Actor) error {
		e, err := NewLog(list).SameActor(a, b)
		if err == nil {
			e.ID, e.Who = int64(len(list)+1), "Ada"
			list = append(list, e)
		}
		return err
	}
	if err := same(lind(), kim); err != nil {
		t.Fatal(err)
	}
	if err := same(kim, lind()); err == nil || !strings.Contains(err.Error(), "undo that first") {
		t.Errorf("a loop: %v", err)
	}
	if same(kim, kim) == nil {
		t.Error("an actor is taken for itself")
	}
	if err := same(kim, putin); err != nil {
		t.Fatal(err)
	}
	r := sample()
	r.Speakers = append(r.Speakers, record.Party{Actor: lind()})
	if err := NewLog(list).Lay(&r, body); err != nil || len(r.Speakers) != 1 || r.Speakers[0].Actor != putin {
		t.Errorf("%+v, %v", r.Speakers, err)
	}
	// archives of two databases may say both: the earlier edit holds, and nothing goes round
	back := list[0]
	back.ID, back.Target = 3, putin.ID
	back.After = written([]party{{lind().ID, lind().Name, lind().Kind, lind().State, ""}})
	log := NewLog(append(list, back))
	if id, taken := log.Stands(putin.ID); id != putin.ID || taken {
		t.Errorf("Putin is taken for %s", id)
	}
	if err := same(kim, actors.Actor{}); err != nil || NewLog(list).same[kim.ID].ID != "" {
		t.Errorf("Kim is not himself again: %v", err)
	}
}

// TestDivisionsAreUndone takes a merge back by a split, and a split by a merge.
func TestDivisionsAreUndone(t *testing.T) {
	merged := record.MergeOf("e1", []string{"r1"}, []string{"r2"})
	merged.ID = 1
	split, err := Undo([]record.Edit{merged}, 1)
	if err != nil || split.Field != record.SplitField {
		t.Fatalf("%+v, %v", split, err)
	}
	split.ID = 2
	again, err := Undo([]record.Edit{merged, split}, 2)
	if err != nil || again.Field != record.MergeField || *again.After != *merged.After {
		t.Fatalf("%+v, %v", again, err)
	}
	if _, err := Undo([]record.Edit{{ID: 1, Kind: "article", Target: "a", Field: record.RemovedField}}, 1); err == nil {
		t.Error("the removal of an article was undone")
	}
}

// TestTitle reads the title of an event; none stands for that of the rule.
func TestTitle(t *testing.T) {
	e, err := ReadEvent("e1", "", "title", " A letter ")
	if err != nil || *e.After != `"A letter"` || e.Before != nil {
		t.Errorf("%+v, %v", e, err)
	}
	if e, err = ReadEvent("e1", "A letter", "title", ""); err != nil || e.After != nil || *e.Before != `"A letter"` {
		t.Errorf("%+v, %v", e, err)
	}
	if _, err = ReadEvent("e1", "", "title", strings.Repeat("x", 200)); err == nil {
		t.Error("a long title was taken")
	}
	if _, err = ReadEvent("e1", "", "speaker", "x"); err == nil {
		t.Error("an event has no speaker of its own")
	}
}
