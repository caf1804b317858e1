package edits

import (
	"errors"
	"fmt"

	"demarche/timeline/record"
)

// The kinds of targets of edits: a report, an event and an actor, by their ids. See [Log].
const (
	Kind      = "report"
	EventKind = "event"
	ActorKind = "actor"
)

// byTarget holds edits by their targets and fields.
type byTarget map[string]map[string]*record.Edit

// Log holds what people decided, of each field the last edit: of reports and actors by their ids. Edits of events and
// articles are passed over, for merging and removing are of others' knowledge, and titles are laid where events are
// read.
type Log struct {
	of     byTarget
	actors byTarget
	same   map[string]party // whom an actor is taken for
	added  map[string]*Addition
}

// NewLog reads edits in their order.
func NewLog(list []record.Edit) *Log {
	l := &Log{of: byTarget{}, actors: byTarget{}, same: map[string]party{}, added: map[string]*Addition{}}
	for i := range list {
		e := &list[i]
		of := l.of
		switch e.Kind {
		case Kind:
		case ActorKind:
			of = l.actors
		default:
			continue
		}
		if of[e.Target] == nil {
			of[e.Target] = map[string]*record.Edit{}
		}
		of[e.Target][e.Field] = e
	}
	for id, fields := range l.of {
		if e := fields[AddField]; e != nil && e.After != nil {
			if a, err := readAddition(*e.After); err == nil { // what can't be read is refused when it is stored
				l.added[id] = a
			}
		}
	}
	l.unite()
	return l
}

// Of returns the edit that holds for a field of a report, and whether there is one that gives it a value.
func (l *Log) Of(report, field string) (*record.Edit, bool) {
	e := l.of[report][field]
	return e, e != nil && e.After != nil
}

// Lay changes a report to what the edits say of it; body is the text of its article. Fields that were edited are signed
// "person:NAME" with the probability 1. Words that are not in the article wait for it: the report keeps those that it
// has. The error names an edit whose value can't be read; the report is then as it was.
func (l *Log) Lay(r *record.Report, body string) error {
	if l == nil {
		return nil
	}
	laid := *r
	if a := l.added[r.ID]; a != nil {
		if err := a.lay(&laying{&laid, body}, By(l.of[r.ID][AddField].Who)); err != nil {
			return err
		}
	}
	for i := range fields {
		f := &fields[i]
		e, ok := l.Of(r.ID, f.name)
		if !ok {
			continue
		}
		switch err := f.set(&laying{&laid, body}, *e.After); {
		case errors.Is(err, errWaits):
			continue
		case err != nil:
			return fmt.Errorf("edit %d: %s of %s: %w", e.ID, f.name, r.ID, err)
		}
		laid.Status = record.Corrected
		if f.decision == nil {
			laid.By, laid.P = By(e.Who), 1
			continue
		}
		*f.decision(&laid.Decided) = record.Decision{By: By(e.Who), P: 1}
	}
	if e, ok := l.Of(r.ID, StatusField); ok {
		laid.Status = verdict(laid.Status, record.Status(*e.After))
	}
	if err := l.LayActors(&laid); err != nil {
		return err
	}
	*r = laid
	return nil
}

// verdict is the status of a report whose fields give it one and a person another: a correction counts for more than a
// confirmation, for it says what was wrong; a rejection for more than both.
func verdict(fields, person record.Status) record.Status {
	if fields == record.Corrected && person == record.Confirmed {
		return fields
	}
	return person
}

// By is the signature of a person.
func By(who string) string { return "person:" + who }

// Empty reports that there are no edits of reports and actors at all.
func (l *Log) Empty() bool { return len(l.of) == 0 && len(l.actors) == 0 }
