package sqlite

import (
	"context"
	"errors"
)

const (
	insertDrawn = `INSERT OR REPLACE INTO drawn (key, state, program, portion, digest) VALUES (?, ?, ?, ?, ?)`
	// deleteStale deletes what another program drew, and what is no longer on the page of the state.
	deleteStale = `DELETE FROM drawn WHERE program <> ?1 OR state = ?2 AND key NOT` + picks
	// deleteOldest deletes what was drawn first of another state.
	deleteOldest = `DELETE FROM drawn WHERE state = (SELECT state FROM drawn WHERE state <> ?1 ORDER BY id LIMIT 1)`
	// sizes reads the bytes of what is drawn, and of the file.
	sizes = `SELECT (SELECT coalesce(sum(length(portion)), 0) FROM drawn), page_count * page_size
		FROM pragma_page_count, pragma_page_size`
)

// shareDrawn is the part of the file that may be what is drawn: one in so many bytes.
const shareDrawn = 12

// KeepDrawn keeps what was drawn anew, in the place of what is out of date. The error tells that nothing is kept, as
// where the file can't be written to or another process writes to it at this moment: no harm is done, it is drawn again
// the next time. What is kept of all states never grows over a share of the file.
func (s *Store) KeepDrawn(ctx context.Context, d *Drawn) (err error) {
	if len(d.fresh) == 0 {
		return nil
	}
	c, err := s.db.Conn(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, c.Close()) }()
	if _, err := c.ExecContext(ctx, `PRAGMA query_only = 0; PRAGMA busy_timeout = 0`); err != nil {
		return err
	}
	defer func() {
		as := `PRAGMA busy_timeout = 30000`
		if s.readOnly {
			as += `; PRAGMA query_only = 1`
		}
		_, again := c.ExecContext(context.WithoutCancel(ctx), as)
		err = errors.Join(err, again)
	}()
	tx, err := c.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() //nolint:errcheck // after a commit there is nothing to roll back
	if _, err := tx.ExecContext(ctx, deleteStale, d.program, d.state, d.keys()); err != nil {
		return err
	}
	for _, i := range d.fresh {
		r := &d.rows[i]
		if _, err := tx.ExecContext(ctx, insertDrawn, r.key, r.state, r.program, r.portion, r.digestNow()); err != nil {
			return err
		}
	}
	for {
		var drawn, file int64
		if err := tx.QueryRowContext(ctx, sizes).Scan(&drawn, &file); err != nil {
			return err
		}
		if drawn*shareDrawn <= file {
			return tx.Commit()
		}
		gone, err := tx.ExecContext(ctx, deleteOldest, d.state)
		if err != nil {
			return err
		}
		if n, err := gone.RowsAffected(); err != nil || n == 0 {
			return err // it is too much by itself: all is left as it was
		}
	}
}
