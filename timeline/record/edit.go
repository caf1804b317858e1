package record

import (
	"encoding/json"
	"fmt"
)

// Edit is what a person decided: kept for good, never changed, and bound to ids that last.
type Edit struct {
	ID            int64  // in the order in which they were made; 0 for one that is not kept yet
	Kind          string // of what: article, event, statement, report or actor; or sample or coding, see below
	Target        string // its id or key
	Field         string // what of it; of events "merge" and "split", of articles "removed"
	Who, At, Why  string // At is RFC 3339 UTC
	Before, After *string
}

// The fields of edits that say which reports are of one event. Before and after are [Division]s.
const (
	MergeField   = "merge"
	SplitField   = "split"
	RemovedField = "removed"
)

// The kinds of edits that change nothing in the dataset: samples that were drawn of it, and what one coder says of a
// report of a sample.
const (
	SampleKind = "sample"
	CodingKind = "coding"
)

// SameMatter reports whether two edits are of the same field of the same thing, so that the later holds. The codings of
// two coders never are.
func (e *Edit) SameMatter(o *Edit) bool {
	return e.Field == o.Field && e.SameThing(o)
}

// SameThing reports whether two edits are of the same thing, in the view of one coder where they are codings.
func (e *Edit) SameThing(o *Edit) bool {
	if e.Kind != o.Kind || e.Target != o.Target {
		return false
	}
	return e.Kind != CodingKind || e.Who == o.Who && e.Field == o.Field
}

// Division is reports, by id, event by event.
type Division [][]string

// Divided returns the divisions before and after an edit of a [MergeField] or [SplitField]. The error says that it has
// none.
func (e *Edit) Divided() (before, after Division, err error) {
	for _, d := range []struct {
		from *string
		to   *Division
	}{{e.Before, &before}, {e.After, &after}} {
		if d.from == nil {
			return nil, nil, fmt.Errorf("edit %d: it says of no reports", e.ID)
		}
		if err := json.Unmarshal([]byte(*d.from), d.to); err != nil {
			return nil, nil, fmt.Errorf("edit %d: %w", e.ID, err)
		}
	}
	parts, whole := before, after
	if e.Field == SplitField {
		parts, whole = after, before
	}
	if len(parts) != 2 || len(whole) != 1 {
		return nil, nil, fmt.Errorf("edit %d: it makes of %d events %d", e.ID, len(before), len(after))
	}
	return before, after, nil
}

// MergeOf is the edit by which the events with those reports are one; its target is the first of them.
func MergeOf(target string, a, b []string) Edit {
	all := append(append([]string{}, a...), b...)
	return Edit{
		Kind: "event", Target: target, Field: MergeField, Before: Division{a, b}.json(), After: Division{all}.json(),
	}
}

// SplitOf is the edit by which some reports of an event are another event; stay are the others.
func SplitOf(target string, stay, part []string) Edit {
	all := append(append([]string{}, stay...), part...)
	return Edit{
		Kind: "event", Target: target, Field: SplitField, Before: Division{all}.json(), After: Division{stay, part}.json(),
	}
}

func (d Division) json() *string {
	b, err := json.Marshal(d)
	if err != nil {
		panic(err) // it holds strings only
	}
	s := string(b)
	return &s
}
