package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"

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

// Stream gives the events of a selection with their articles, by earliest day (the latest where the start is open) and
// id. It may be ranged over more than once. An error ends it.
func (v *Snapshot) Stream(sel Selection) iter.Seq2[Told, error] {
	return func(yield func(Told, error) bool) {
		if err := v.stream(sel, func(t Told) bool { return yield(t, nil) }); err != nil {
			yield(Told{}, err)
		}
	}
}

func (v *Snapshot) stream(sel Selection, yield func(Told) bool) error {
	events, err := v.selected(sel)
	if err != nil {
		return err
	}
	for part := range slices.Chunk(events, chunk) {
		sources, err := sourcesOf(v.ctx, v.tx, part)
		if err != nil {
			return err
		}
		for i := range part {
			if !yield(Told{part[i], cited(part[i:i+1], sources)}) {
				return nil
			}
		}
	}
	return nil
}

// selected returns the events of a selection, merged and sorted.
func (v *Snapshot) selected(sel Selection) ([]timeline.Event, error) {
	ids, err := candidates(v.ctx, v.tx, sel.Filter)
	if err != nil {
		return nil, err
	}
	l, err := load(v.ctx, v.tx, ids)
	if err != nil {
		return nil, err
	}
	if len(l.faults) > 0 {
		return nil, fmt.Errorf("%s: %w; see: demarche check", v.path, l.faults[0])
	}
	all, err := readCitations(v.ctx, v.tx)
	if err != nil {
		return nil, err
	}
	keep, err := newSieve(v.ctx, v.tx, sel.Filter)
	if err != nil {
		return nil, err
	}
	events := slices.DeleteFunc(timeline.Merge(l.events, all), func(e timeline.Event) bool {
		return !keep.picks(&e) || sel.Holds != nil && !sel.Holds(&e)
	})
	slices.SortFunc(events, func(a, b timeline.Event) int {
		return cmp.Or(cmp.Compare(firstDay(a), firstDay(b)), cmp.Compare(a.ID, b.ID))
	})
	return events, nil
}

// candidates returns the rows of the events that may belong to the states of a filter: both, one, or none.
func candidates(ctx context.Context, q querier, f Filter) ([]int64, error) {
	if f.A != "" && f.B != "" {
		return between(ctx, q, f)
	}
	query, args := `SELECT id FROM events ORDER BY id`, []any{}
	if f.A != "" {
		query, args = `SELECT DISTINCT event FROM involved WHERE state = ? ORDER BY event`, []any{f.A}
	}
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	return collect(rows, func(id *int64) []any { return []any{id} })
}

// picks is what of a filter does not depend on a pair of states.
func (v *sieve) picks(e *timeline.Event) bool {
	switch {
	case v.Since != "" && e.Said.Latest != "" && e.Said.Latest < v.Since,
		v.Until != "" && e.Said.Earliest > v.Until, // an open start is before every day
		v.speaker != "" && !v.speaks(e):
		return false
	}
	return v.matched == nil || v.matches(e)
}

// readCitations returns all articles by key, without their texts.
func readCitations(ctx context.Context, q querier) (map[string]timeline.Source, error) {
	rows, err := q.QueryContext(ctx, `SELECT key, published FROM articles`)
	if err != nil {
		return nil, err
	}
	out := map[string]timeline.Source{}
	fields := func(s *timeline.Source) []any { return []any{&s.Key, &s.Published} }
	return out, each(rows, fields, func(s *timeline.Source) error {
		out[s.Key] = *s
		return nil
	})
}

// sourcesOf returns the articles that the events cite, whole.
func sourcesOf(ctx context.Context, q querier, events []timeline.Event) (map[string]timeline.Source, error) {
	keys := slices.Sorted(maps.Keys(cited(events, nil)))
	args := make([]any, len(keys))
	for i, k := range keys {
		args[i] = k
	}
	places := strings.TrimSuffix(strings.Repeat("?,", len(keys)), ",")
	rows, err := q.QueryContext(ctx, `SELECT key, url, outlet, title, byline, published, published_how,
		retrieved, language, sha256, text FROM articles WHERE key IN (`+places+`)`, args...)
	if err != nil {
		return nil, err
	}
	sources := make(map[string]timeline.Source, len(keys))
	return sources, each(rows, func(s *timeline.Source) []any {
		return []any{
			&s.Key, &s.URL, &s.Outlet, &s.Title, &s.Byline, &s.Published, &s.PublishedHow, &s.Retrieved, &s.Language,
			&s.SHA256, &s.Text,
		}
	}, func(s *timeline.Source) error {
		sources[s.Key] = *s
		return nil
	})
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
