package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"iter"
	"slices"

	"demarche/timeline"
)

// Told is an event with the articles that it cites, by key.
type Told struct {
	Event   timeline.Event
	Sources map[string]timeline.Source
}

// Selection tells which events of the whole file are wanted. Since, Until, Speaker and Text are as in [Filter]; A and
// B there, Direction and Addressed are for Holds to look at.
type Selection struct {
	Filter
	Holds func(*timeline.Event) bool // whether an event is wanted; nil for every one
}

// chunk is the number of events whose articles' texts are in memory at one time.
const chunk = 200

// Snapshot is the file at one moment, whatever other processes write meanwhile. It may be used by one goroutine at a
// time, and must be closed.
type Snapshot struct {
	ctx  context.Context
	tx   *sql.Tx
	path string
}

// Snapshot begins to read the file as it is now.
func (s *Store) Snapshot(ctx context.Context) (*Snapshot, error) {
	tx, err := s.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return nil, err
	}
	return &Snapshot{ctx, tx, s.path}, nil
}

// Close ends the reading.
func (v *Snapshot) Close() error { return v.tx.Rollback() }

// Coverage counts the articles read by the month of their publication; those of which no month is known are left out.
func (v *Snapshot) Coverage() ([]timeline.Coverage, error) { return readCoverage(v.ctx, v.tx) }

// Stream gives the events of a selection with their articles, by earliest day (the latest where the start is open),
// time of the day and id. It may be ranged over more than once. An error ends it.
func (v *Snapshot) Stream(sel Selection) iter.Seq2[Told, error] {
	return func(yield func(Told, error) bool) {
		if err := v.stream(sel, func(t Told) bool { return yield(t, nil) }); err != nil {
			yield(Told{}, err)
		}
	}
}

func (v *Snapshot) stream(sel Selection, yield func(Told) bool) error {
	ids, err := candidates(v.ctx, v.tx, sel.Filter, byDay)
	if err != nil {
		return err
	}
	keep, err := newSieve(v.ctx, v.tx, sel.Filter)
	if err != nil {
		return err
	}
	for part := range slices.Chunk(ids, chunk) {
		events, err := v.selected(part, sel, keep)
		if err != nil {
			return err
		}
		sources, err := sourcesOf(v.ctx, v.tx, events)
		if err != nil {
			return err
		}
		for i := range events {
			if !yield(Told{events[i], cited(&events[i], sources)}) {
				return nil
			}
		}
	}
	return nil
}

// selected returns those of the events that are wanted, in the order of the ids.
func (v *Snapshot) selected(ids []int64, sel Selection, keep *sieve) ([]timeline.Event, error) {
	list, err := loadEvents(v.ctx, v.tx, ids)
	if err != nil {
		return nil, fmt.Errorf("%s: %w; see: demarche check", v.path, err)
	}
	byID := map[int64]*storedEvent{}
	for _, e := range list {
		byID[e.id] = e
	}
	var out []timeline.Event
	for _, id := range ids {
		e := byID[id]
		if e == nil || !keep.holds(&e.Event) || sel.Holds != nil && !sel.Holds(&e.Event) {
			continue
		}
		if sel.A == "" || sel.B == "" {
			out = append(out, e.Event)
		} else if narrow, ok := e.Narrow(sel.A, sel.B); ok {
			out = append(out, narrow)
		}
	}
	return out, nil
}

// Orders of candidates: by earliest day (the latest where the start is open), time of the day and id, and by row.
const (
	byDay = ` ORDER BY coalesce(nullif(e.earliest, ''), nullif(e.latest, ''), '~'), coalesce(nullif(e.clock, ''), '~'),
		e.ident`
	byRow = ` ORDER BY e.id`
)

// candidates returns the rows of the events of the states of a filter, both, one, or none, that may have been in the
// days asked for, in that order.
func candidates(ctx context.Context, q querier, f Filter, order string) ([]int64, error) {
	of := ""
	switch {
	case f.A != "" && f.B != "":
		of = ` AND e.id IN (SELECT event FROM related WHERE a = min(?3, ?4) AND b = max(?3, ?4))`
	case f.A != "":
		of = ` AND e.id IN (SELECT event FROM related WHERE a = ?3 UNION SELECT event FROM related WHERE b = ?3)`
	}
	found, args, err := f.found()
	if err != nil {
		return nil, err
	}
	return readIDs(ctx, q, `SELECT e.id FROM events e WHERE (?1 = '' OR e.latest = '' OR e.latest >= ?1)
		AND (?2 = '' OR e.earliest <= ?2)`+of+found+order,
		append([]any{f.Since, f.Until, f.A, f.B}, args...)...)
}

// cited are those of the articles that an event cites.
func cited(e *timeline.Event, all map[string]timeline.Source) map[string]timeline.Source {
	out := map[string]timeline.Source{}
	for _, key := range citations(e) {
		out[key] = all[key]
	}
	return out
}

// Sources gives every article by its key, without its text.
func (v *Snapshot) Sources(do func(timeline.Source) error) error {
	rows, err := v.tx.QueryContext(v.ctx, `SELECT key, url, outlet, title, byline, published, published_how,
		retrieved, language, sha256 FROM articles ORDER BY key`)
	if err != nil {
		return err
	}
	return each(rows, func(s *timeline.Source) []any {
		return []any{
			&s.Key, &s.URL, &s.Outlet, &s.Title, &s.Byline, &s.Published, &s.PublishedHow, &s.Retrieved, &s.Language, &s.SHA256,
		}
	}, func(s *timeline.Source) error { return do(*s) })
}
