package edits

import (
	"fmt"

	"demarche/timeline/record"
)

// Kind is the kind of target of the edits that this package lays over reports.
const Kind = "report"

// Log holds the edits of reports by the report's id; of each field the last one.
type Log struct {
	of map[string]map[string]*record.Edit
}

// NewLog reads edits in their order. Those of other kinds of target are passed over.
func NewLog(list []record.Edit) *Log {
	l := &Log{of: map[string]map[string]*record.Edit{}}
	for i := range list {
		if e := &list[i]; e.Kind == Kind {
			if l.of[e.Target] == nil {
				l.of[e.Target] = map[string]*record.Edit{}
			}
			l.of[e.Target][e.Field] = e
		}
	}
	return l
}

// Of returns the edit that holds for a field of a report, and whether there is one that gives it a value.
func (l *Log) Of(report, field string) (*record.Edit, bool) {
	e := l.of[report][field]
	return e, e != nil && e.After != nil
}

// Lay changes a report to what the edits say of it. Fields that were edited are signed "person:NAME" with the
// probability 1. The error names an edit whose value can't be read; the report is then as it was.
func (l *Log) Lay(r *record.Report) error {
	if l == nil || l.of[r.ID] == nil {
		return nil
	}
	laid := *r
	for i := range fields {
		f := &fields[i]
		e, ok := l.Of(r.ID, f.name)
		if !ok {
			continue
		}
		if err := f.set(&laid, *e.After); err != nil {
			return fmt.Errorf("edit %d: %s of %s: %w", e.ID, f.name, r.ID, err)
		}
		if d := f.decision(&laid.Decided); d != nil {
			*d = record.Decision{By: By(e.Who), P: 1}
			laid.Status = record.Corrected
		}
	}
	if e, ok := l.Of(r.ID, StatusField); ok {
		laid.Status = verdict(laid.Status, record.Status(*e.After))
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

// Empty reports that there are no edits of reports at all.
func (l *Log) Empty() bool { return len(l.of) == 0 }
