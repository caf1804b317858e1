package sqlite

import (
	"context"
	"database/sql"
	"errors"

	sqlite3 "modernc.org/sqlite/lib"
)

// database asks SQLite itself. A file that is broken deep down fails its queries as well: that is a finding, too.
func (c *checker) database() error {
	// FTS5 keeps what it knows of an index beyond a transaction, and only a search looks whether it is still true.
	for _, table := range searchable() {
		if _, err := readIDs(c.ctx, c.tx, `SELECT rowid FROM `+table+` WHERE `+table+` MATCH 'x' LIMIT 1`); err != nil {
			c.fail("%s can't be searched: %v", table, err)
		}
	}
	rows, err := c.tx.QueryContext(c.ctx, `PRAGMA integrity_check(100)`)
	if err != nil {
		return err
	}
	if err := each(rows, func(m *string) []any { return []any{m} }, func(m *string) error {
		if *m != "ok" {
			c.fail("integrity: %s", *m)
		}
		return nil
	}); err != nil {
		return err
	}
	type violation struct {
		table, parent string
		row           sql.NullInt64
		key           int
	}
	rows, err = c.tx.QueryContext(c.ctx, `PRAGMA foreign_key_check`)
	if err != nil {
		return err
	}
	fields := func(v *violation) []any { return []any{&v.table, &v.row, &v.parent, &v.key} }
	return each(rows, fields, func(v *violation) error {
		c.fail("foreign key: row %d of %s refers to no row of %s", v.row.Int64, v.table, v.parent)
		return nil
	})
}

// numbers looks whether the parties and contexts of a row are numbered from 0 without a gap, which digests don't show.
func (c *checker) numbers() error {
	for _, t := range []struct{ table, owner, list string }{
		{"event_parties", "event", "event, role"},
		{"report_parties", "report", "report, role"},
		{"contexts", "telling", "telling"},
	} {
		ids, err := readIDs(c.ctx, c.tx,
			`SELECT `+t.owner+` FROM `+t.table+` GROUP BY `+t.list+` HAVING max(n) <> count(*) - 1`)
		if err != nil {
			return err
		}
		for _, id := range ids {
			c.fail("%s: those of %s %d are not numbered one after the other", t.table, t.owner, id)
		}
	}
	return nil
}

// searchable are the tables of the full-text indices.
func searchable() []string {
	return []string{"articles_fts", "reports_fts"}
}

// search compares both full-text indices with their tables, which to SQLite is a write, although it changes nothing.
func (c *checker) search() (err error) {
	conn, err := c.s.db.Conn(c.ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, conn.Close()) }()
	if c.s.readOnly {
		if _, err := conn.ExecContext(c.ctx, `PRAGMA query_only(0)`); err != nil {
			return err
		}
		defer func() {
			_, e := conn.ExecContext(context.WithoutCancel(c.ctx), `PRAGMA query_only(1)`)
			err = errors.Join(err, e)
		}()
	}
	for _, table := range searchable() {
		_, err := conn.ExecContext(c.ctx, `INSERT INTO `+table+` (`+table+`, rank) VALUES ('integrity-check', 1)`)
		switch {
		case hasCode(err, sqlite3.SQLITE_READONLY):
			c.Skipped = append(c.Skipped, table+" was not compared with its table: the file can't be written to")
		case err != nil:
			c.fail("%s is not in step with its table: %v", table, err)
		}
	}
	return nil
}
