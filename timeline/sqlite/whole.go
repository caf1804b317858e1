package sqlite

import (
	"context"
	"database/sql"
	"fmt"

	"demarche/timeline"
)

// Whole returns an event by the id that it has now, with the articles that it cites. The error is [ErrNoEvent] where
// there is none.
func (s *Store) Whole(ctx context.Context, id string) (Told, error) {
	tx, err := s.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return Told{}, err
	}
	defer tx.Rollback() //nolint:errcheck // it only read
	row, err := eventNow(ctx, tx, id)
	if err != nil {
		return Told{}, err
	}
	list, err := loadEvents(ctx, tx, []int64{row})
	if err != nil {
		return Told{}, fmt.Errorf("%s: %w; see: demarche check", s.path, err)
	}
	if len(list) == 0 {
		return Told{}, ErrNoEvent
	}
	e := list[0].Event
	sources, err := sourcesOf(ctx, tx, []timeline.Event{e})
	return Told{e, sources}, err
}
