package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"

	driver "modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"demarche/timeline"
)

// Audit is what [Store.Check] looked at and found.
type Audit struct {
	Articles, Versions, Events, Reports int      // looked at; Versions are the superseded ones
	Failures                            []string // one line each, at most maxFailures
	Skipped                             []string // what could not be looked at, a line each
}

// ErrUnsound is the error of a check that found something wrong.
var ErrUnsound = errors.New("the file is not sound")

// maxFailures bounds the list: a file that is wrong in more places needs no longer one.
const maxFailures = 1000

// Check proves that the file is sound: SQLite's own checks, foreign keys, the SHA-256 of every article's bytes, every report
// and context equal to its article's text at its spans, no event or statement without reports, the index of states and both full-text
// indices in step. It reads the whole file in pieces; memory does not grow with it. The error is ErrUnsound where there
// are failures, or tells why the check could not be done.
func (s *Store) Check(ctx context.Context) (*Audit, error) {
	c := &checker{ctx: ctx, s: s, Audit: &Audit{}}
	for _, step := range []func() error{c.database, c.articles, c.superseded, c.events, c.search} {
		if err := step(); err != nil {
			return c.Audit, fmt.Errorf("%s: %w", s.path, err)
		}
	}
	if len(c.Failures) > 0 {
		return c.Audit, fmt.Errorf("%s: %w", s.path, ErrUnsound)
	}
	return c.Audit, nil
}

// checker is a check under way.
type checker struct {
	ctx context.Context
	s   *Store
	*Audit
}

func (c *checker) fail(format string, args ...any) {
	if len(c.Failures) < maxFailures {
		c.Failures = append(c.Failures, fmt.Sprintf(format, args...))
	}
}

// database asks SQLite itself. A file that is broken deep down fails its queries as well: that is a finding, too.
func (c *checker) database() error {
	rows, err := c.s.db.QueryContext(c.ctx, `PRAGMA integrity_check(100)`)
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
	rows, err = c.s.db.QueryContext(c.ctx, `PRAGMA foreign_key_check`)
	if err != nil {
		return err
	}
	return each(rows, func(v *violation) []any { return []any{&v.table, &v.row, &v.parent, &v.key} }, func(v *violation) error {
		c.fail("foreign key: row %d of %s refers to no row of %s", v.row.Int64, v.table, v.parent)
		return nil
	})
}

// packed is an article's bytes as stored.
type packed struct {
	name, sha256 string
	size         int64
	bytes        []byte
}

func (p *packed) fields() []any { return []any{&p.name, &p.sha256, &p.size, &p.bytes} }

func (c *checker) articles() error {
	rows, err := c.s.db.QueryContext(c.ctx, `SELECT key, sha256, size, bytes FROM articles ORDER BY id`)
	if err != nil {
		return err
	}
	return each(rows, (*packed).fields, func(p *packed) error {
		c.Articles++
		c.bytes(p)
		return nil
	})
}

func (c *checker) superseded() error {
	rows, err := c.s.db.QueryContext(c.ctx, `SELECT a.key || ' version ' || s.version, s.sha256, s.size, s.bytes FROM superseded s
		JOIN articles a ON a.id = s.article ORDER BY s.article, s.version`)
	if err != nil {
		return err
	}
	return each(rows, (*packed).fields, func(p *packed) error {
		c.Versions++
		c.bytes(p)
		return nil
	})
}

func (c *checker) bytes(p *packed) {
	b, err := unpack(p.bytes, p.size)
	if err != nil {
		c.fail("%s: its bytes can't be unpacked: %v", p.name, err)
		return
	}
	if sum := sha256.Sum256(b); hex.EncodeToString(sum[:]) != p.sha256 {
		c.fail("%s: its bytes have another SHA-256 than the one noted", p.name)
	}
}

// piece is how many events are in memory at a time.
const piece = 1000

// events goes over all events in pieces.
func (c *checker) events() error {
	for last := int64(0); ; {
		rows, err := c.s.db.QueryContext(c.ctx, `SELECT id FROM events WHERE id > ? ORDER BY id LIMIT ?`, last, piece)
		if err != nil {
			return err
		}
		ids, err := collect(rows, func(id *int64) []any { return []any{id} })
		if err != nil {
			return err
		}
		if len(ids) == 0 {
			return nil
		}
		if err := c.piece(ids); err != nil {
			return err
		}
		last = ids[len(ids)-1]
	}
}

func (c *checker) piece(ids []int64) error {
	l, err := load(c.ctx, c.s.db, ids)
	if err != nil {
		return err
	}
	type body struct {
		id        int64
		key, text string
	}
	rows, err := c.s.db.QueryContext(c.ctx, `SELECT id, key, text FROM articles WHERE id`+picks, jsonArray(l.owners))
	if err != nil {
		return err
	}
	bodies := map[int64]body{}
	if err := each(rows, func(b *body) []any { return []any{&b.id, &b.key, &b.text} }, func(b *body) error {
		bodies[b.id] = *b
		return nil
	}); err != nil {
		return err
	}
	states, err := c.involved(l.picked)
	if err != nil {
		return err
	}
	for i := range l.events {
		e, b := &l.events[i], bodies[l.owners[i]]
		c.Events++
		for _, st := range e.Statements {
			c.Reports += len(st.Reports)
		}
		if err := soundEvents(b.key, b.text, l.events[i:i+1]); err != nil {
			c.fail("%v", err)
		}
		c.states(b.key, e, states[l.ids[i]])
	}
	return nil
}

// involved reads the index of states for the events of a piece.
func (c *checker) involved(picked string) (map[int64][]involvement, error) {
	type stateRow struct {
		event int64
		involvement
	}
	rows, err := c.s.db.QueryContext(c.ctx, `SELECT event, state, role FROM involved WHERE event`+picks, picked)
	if err != nil {
		return nil, err
	}
	out := map[int64][]involvement{}
	return out, each(rows, func(r *stateRow) []any { return []any{&r.event, &r.state, &r.role} }, func(r *stateRow) error {
		out[r.event] = append(out[r.event], r.involvement)
		return nil
	})
}

// states fails an event whose parties' states are not those by which it is found.
func (c *checker) states(key string, e *timeline.Event, noted []involvement) {
	want := involved(e)
	for _, in := range want {
		if !slices.Contains(noted, in) {
			c.fail("%s: event %s: not found by its %s %s", key, e.ID, in.role, in.state)
		}
	}
	for _, in := range noted {
		if !slices.Contains(want, in) {
			c.fail("%s: event %s: found by %s %s, which it has not", key, e.ID, in.role, in.state)
		}
	}
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
	for _, table := range []string{"articles_fts", "reports_fts"} {
		_, err := conn.ExecContext(c.ctx, `INSERT INTO `+table+` (`+table+`, rank) VALUES ('integrity-check', 1)`)
		var se *driver.Error
		switch {
		case errors.As(err, &se) && se.Code()&0xff == sqlite3.SQLITE_READONLY:
			c.Skipped = append(c.Skipped, table+" was not compared with its table: the file can't be written to")
		case err != nil:
			c.fail("%s is not in step with its table: %v", table, err)
		}
	}
	return nil
}
