package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// Run is a run of the program that read sources. Times are RFC 3339 in UTC, to the second.
type Run struct {
	ID             int64
	Command, Asked string // Asked is a digest of what it was asked to read
	Program        string
	Started, Ended string // Ended is "" while it runs, and where it was killed
	Outcome        string // "done", "partly", "failed", "interrupted"; "" with Ended
	Added, Changed, Reread, Unchanged,
	Other, // in other languages: kept, not read
	Failed, Events, Reports int
}

const runColumns = `command, asked, program, started, ended, outcome, added, changed, reread, unchanged, other, failed,
	events, reports`

func (r *Run) fields() []any {
	return []any{
		&r.ID, &r.Command, &r.Asked, &r.Program, &r.Started, &r.Ended, &r.Outcome, &r.Added, &r.Changed, &r.Reread,
		&r.Unchanged,
		&r.Other, &r.Failed, &r.Events, &r.Reports,
	}
}

// write runs work in a transaction of its own, on the connection that writes articles: SQLite drops all pages that a
// connection has read when another one writes.
func (s *Store) write(ctx context.Context, work func(*sql.Tx) error) error {
	w, done, err := s.writer(ctx)
	if err != nil {
		return err
	}
	defer done()
	tx, err := w.db.conn.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("%s: %w", s.path, err)
	}
	defer tx.Rollback() //nolint:errcheck // after a commit there is nothing to roll back
	if err := work(tx); err != nil {
		return fmt.Errorf("%s: %w", s.path, err)
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("%s: %w", s.path, err)
	}
	return nil
}

// Start notes that a run has begun and returns its id.
func (l RunLog) Start(ctx context.Context, r Run) (id int64, err error) {
	err = l.s.write(ctx, func(tx *sql.Tx) error {
		res, err := tx.ExecContext(
			ctx,
			`INSERT INTO runs (`+runColumns+`) VALUES (?, ?, ?, ?, '', '', 0, 0, 0, 0, 0, 0, 0, 0)`,
			r.Command,
			r.Asked,
			r.Program,
			r.Started,
		)
		if err != nil {
			return err
		}
		id, err = res.LastInsertId()
		return err
	})
	return id, err
}

// End notes how a run has ended.
func (l RunLog) End(ctx context.Context, r Run) error {
	return l.s.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(
			ctx,
			`UPDATE runs SET (ended, outcome, added, changed, reread, unchanged, other, failed, events, reports)
			= (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) WHERE id = ?`,
			r.Ended,
			r.Outcome,
			r.Added,
			r.Changed,
			r.Reread,
			r.Unchanged,
			r.Other,
			r.Failed,
			r.Events,
			r.Reports,
			r.ID,
		)
		return err
	})
}

// List returns the runs, the newest first, at most so many.
func (l RunLog) List(ctx context.Context, most int) ([]Run, error) {
	rows, err := l.s.db.QueryContext(ctx, `SELECT id, `+runColumns+` FROM runs ORDER BY id DESC LIMIT ?`, most)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", l.s.path, err)
	}
	return collect(rows, (*Run).fields)
}

// Broken returns when the last run that was asked the same began, where that was interrupted or killed; "" where it
// was not.
func (l RunLog) Broken(ctx context.Context, asked string) (started string, err error) {
	var outcome string
	err = l.s.db.QueryRowContext(ctx, `SELECT started, outcome FROM runs WHERE asked = ? ORDER BY id DESC LIMIT 1`, asked).
		Scan(&started, &outcome)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return "", nil
	case err != nil:
		return "", fmt.Errorf("%s: %w", l.s.path, err)
	case outcome == "" || outcome == "interrupted":
		return started, nil
	}
	return "", nil
}
