package edits

import (
	"fmt"
	"slices"

	"demarche/timeline/record"
)

// Undo makes the edit that takes another one back: the field has again what it had before, which is the value of the
// edit before that one or, where there is none, what the program says. List holds all edits, in order. The error says
// that the field has another value by now.
func Undo(list []record.Edit, id int64) (record.Edit, error) {
	i := slices.IndexFunc(list, func(e record.Edit) bool { return e.ID == id })
	if i < 0 {
		return record.Edit{}, fmt.Errorf("there is no edit %d", id)
	}
	undone := &list[i]
	var before, last *record.Edit
	for i := range list {
		switch e := &list[i]; {
		case !e.SameMatter(undone):
		case e.ID < id:
			before = e
		default:
			last = e
		}
	}
	if last.ID != id && !sameValue(last.After, undone.After) {
		return record.Edit{}, fmt.Errorf(
			"edit %d is no longer what holds: edit %d is of the same field; undo that one first", id, last.ID)
	}
	if undone.Kind == EventKind && (undone.Field == record.MergeField || undone.Field == record.SplitField) {
		return redivided(undone)
	}
	if undone.Field == record.RemovedField {
		return record.Edit{}, fmt.Errorf("edit %d took an article out; add its source again", id)
	}
	out := record.Edit{Kind: undone.Kind, Target: undone.Target, Field: undone.Field, Before: undone.After}
	if before != nil {
		out.After = before.After
	}
	return out, nil
}

// redivided takes back that two events are one by dividing them, and a division by making one of them.
func redivided(e *record.Edit) (record.Edit, error) {
	before, after, err := e.Divided()
	if err != nil {
		return record.Edit{}, err
	}
	if e.Field == record.MergeField {
		return record.SplitOf(e.Target, before[0], before[1]), nil
	}
	return record.MergeOf(e.Target, after[0], after[1]), nil
}

func sameValue(a, b *string) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}

// Undoable returns, of the edits of one thing in their order, the last one that no other has taken back; ok is false
// where there is none.
func Undoable(list []record.Edit) (last record.Edit, ok bool) {
	held := map[string][]record.Edit{} // by field, each on top of that which it took the place of
	for _, e := range list {
		stack := held[e.Field]
		var below *string
		if len(stack) > 1 {
			below = stack[len(stack)-2].After
		}
		if len(stack) > 0 && sameValue(e.After, below) {
			held[e.Field] = stack[:len(stack)-1]
			continue
		}
		held[e.Field] = append(stack, e)
	}
	for _, stack := range held {
		if len(stack) > 0 && stack[len(stack)-1].ID > last.ID {
			last, ok = stack[len(stack)-1], true
		}
	}
	return last, ok
}
