package sqlite

import (
	"context"
	"fmt"
)

// change runs one transaction that a person asked for, and merges what it changed.
func (s *Store) change(ctx context.Context, do func(*writer) error) error {
	w, done, err := s.writer(ctx)
	if err != nil {
		return err
	}
	defer done()
	if err := w.transaction(func() error { return do(w) }); err != nil {
		return fmt.Errorf("%s: %w", s.path, err)
	}
	return nil
}

// writer returns the writer of the store, which is the caller's until it is done.
func (s *Store) writer(ctx context.Context) (w *writer, done func(), err error) {
	if s.readOnly {
		return nil, nil, fmt.Errorf("%s: open for reading only", s.path)
	}
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	s.mu.Lock()
	if s.w == nil {
		if s.w, err = newWriter(ctx, s.db); err != nil {
			s.mu.Unlock()
			return nil, nil, fmt.Errorf("%s: %w", s.path, err)
		}
	}
	return s.w, s.mu.Unlock, nil
}

// Statements that guard a transaction. An article stands between savepoint and release.
const (
	begin     = `BEGIN IMMEDIATE`
	commit    = `COMMIT`
	rollback  = `ROLLBACK`
	savepoint = `SAVEPOINT article`
	undo      = `ROLLBACK TO article`
	release   = `RELEASE article`
)

// transaction does something whole or not at all, and merges what it changed. Another process may have written since
// the last one: what is remembered of its rows is of this transaction alone, unless nobody did.
func (w *writer) transaction(do func() error) (err error) {
	if err := w.db.exec(begin); err != nil {
		return err
	}
	w.holdings.held, w.backlog.open = nil, unsettled{}
	defer func() {
		if err != nil {
			w.forget()              // rows that the rollback takes away
			_ = w.db.exec(rollback) // fails where SQLite has done so itself, as on a full disk
		}
	}()
	if err := w.notice(); err != nil {
		return err
	}
	if err := do(); err != nil {
		return err
	}
	if err := w.settler.settle(); err != nil {
		return err
	}
	if err := w.holdings.storeHoldings(); err != nil {
		return err
	}
	return w.db.exec(commit)
}

// notice forgets what is remembered of rows when another connection has written since.
func (w *writer) notice() error {
	var now int64
	if err := w.db.conn.QueryRowContext(context.Background(), "PRAGMA data_version").Scan(&now); err != nil {
		return err
	}
	if now != w.version {
		w.forget()
		w.version = now
	}
	return nil
}
