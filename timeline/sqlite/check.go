package sqlite

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"

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

// Check proves that the file is sound and holds what was stored: SQLite's own checks, foreign keys, the digest of every row
// (see digest.go), the SHA-256 of every article's bytes, every report and context equal to its article's text at its spans, no
// event or statement without reports, every earlier version of an article there, the index of states and both full-text
// indices in step. What it compares is of one moment, even while another process writes. It reads the whole file in
// pieces; memory does not grow with it. The error is ErrUnsound where there are failures, or tells why the check could
// not be done.
func (s *Store) Check(ctx context.Context) (*Audit, error) {
	c := &checker{ctx: ctx, s: s, Audit: &Audit{}, versions: map[int64]int{}}
	if err := c.all(); err != nil {
		return c.Audit, fmt.Errorf("%s: %w", s.path, err)
	}
	if len(c.Failures) > 0 {
		return c.Audit, fmt.Errorf("%s: %w", s.path, ErrUnsound)
	}
	return c.Audit, nil
}

// checker is a check under way.
type checker struct {
	ctx      context.Context
	s        *Store
	tx       *sql.Tx
	versions map[int64]int // superseded ones by article
	*Audit
}

func (c *checker) all() (err error) {
	if c.tx, err = c.s.db.BeginTx(c.ctx, &sql.TxOptions{ReadOnly: true}); err != nil {
		return err
	}
	defer c.tx.Rollback() //nolint:errcheck // it only read
	for _, step := range []func() error{c.database, c.superseded, c.articles, c.actors, c.events} {
		if err := step(); err != nil {
			return err
		}
	}
	if err := c.tx.Rollback(); err != nil {
		return err
	}
	return c.search()
}

func (c *checker) fail(format string, args ...any) {
	if len(c.Failures) < maxFailures {
		c.Failures = append(c.Failures, fmt.Sprintf(format, args...))
	}
}

// compare fails a row whose digest is not the one that is noted in it.
func (c *checker) compare(noted, now []byte, name string, args ...any) {
	if !bytes.Equal(noted, now) {
		c.fail(name+": changed since it was stored", args...)
	}
}

// database asks SQLite itself. A file that is broken deep down fails its queries as well: that is a finding, too.
func (c *checker) database() error {
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
	return each(rows, func(v *violation) []any { return []any{&v.table, &v.row, &v.parent, &v.key} }, func(v *violation) error {
		c.fail("foreign key: row %d of %s refers to no row of %s", v.row.Int64, v.table, v.parent)
		return nil
	})
}

func (c *checker) superseded() error {
	return eachArticle(c.ctx, c.tx, selectAllSuperseded, func(a *storedBytes) error {
		c.Versions++
		name := fmt.Sprintf("%s version %d", a.key, a.version)
		c.bytes(name, a)
		c.compare(a.digest, supersededDigest(&a.articleRow), "%s", name)
		if c.versions[a.id]++; a.version != c.versions[a.id] {
			c.fail("%s: version %d is missing", a.key, c.versions[a.id])
		}
		return nil
	})
}

// articles looks at every article, and at their number.
func (c *checker) articles() error {
	now := &holdings{digest: make([]byte, 32)}
	err := eachArticle(c.ctx, c.tx, selectAllArticles, func(a *storedBytes) error {
		c.Articles++
		now.take(1, nil, a.digest)
		c.bytes(a.key, a)
		if n := c.versions[a.id]; n != a.version-1 {
			c.fail("%s: it is version %d, but %d earlier ones are stored", a.key, a.version, n)
		}
		events, err := eventsOf(c.ctx, c.tx, a.id)
		c.compare(a.digest, articleDigest(&a.articleRow, events), "%s: the article or its list of events", a.key)
		return err
	})
	if err != nil {
		return err
	}
	var noted holdings
	err = c.tx.QueryRowContext(c.ctx, selectHoldings).Scan(noted.fields()...)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		c.fail("holdings: the number of articles is no longer noted")
		return nil
	case err != nil:
		return err
	case now.articles != noted.articles:
		c.fail("articles: there are %d, and there should be %d", now.articles, noted.articles)
	case !now.equal(&noted):
		c.fail("articles: they are not those that were stored, or were stored otherwise")
	}
	return nil
}

func (c *checker) bytes(name string, a *storedBytes) {
	b, err := unpack(a.bytes, a.size)
	if err != nil {
		c.fail("%s: its bytes can't be unpacked: %v", name, err)
		return
	}
	if sum := sha256.Sum256(b); hex.EncodeToString(sum[:]) != a.hash {
		c.fail("%s: its bytes have another SHA-256 than the one noted", name)
	}
}

func (c *checker) actors() error {
	return eachActor(c.ctx, c.tx, func(a *storedActor) error {
		c.compare(a.digest, actorDigest(&a.Actor), "actor %s (%s), row %d", a.ID, a.Name, a.id)
		return nil
	})
}

// events goes over all events in pieces.
func (c *checker) events() error { return inPieces(c.ctx, c.tx, c.piece) }

func (c *checker) piece(l *loader) error {
	for _, fault := range l.faults {
		c.fail("%v", fault)
	}
	type body struct {
		id        int64
		key, text string
	}
	rows, err := c.tx.QueryContext(c.ctx, `SELECT id, key, text FROM articles WHERE id`+picks, jsonArray(l.owners))
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
	stored, err := readStored(c.ctx, c.tx, l.picked)
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
		c.digests(b.key, e, stored[l.ids[i]])
	}
	return nil
}

// digests compares the rows of an event with the digests noted in them. Each is compared with what its children have
// noted, so that only the row that was changed is named.
func (c *checker) digests(key string, e *timeline.Event, rows *storedEvent) {
	if !rows.matches(e) {
		c.fail("%s: event %s: its statements or reports belong to no article", key, e.ID)
		return
	}
	for i := range e.Statements {
		st, row := &e.Statements[i], &rows.statements[i]
		for j := range st.Reports {
			r := &st.Reports[j]
			c.compare(row.reports[j].digest, reportDigest(r), "%s: report %s, row %d", key, r.ID, row.reports[j].id)
		}
		c.compare(row.digest, statementDigest(st, digestsOf(row.reports, (*storedRow).noted)),
			"%s: statement %s or its list of reports, row %d", key, st.ID, row.id)
	}
	c.compare(rows.digest, eventDigest(e, digestsOf(rows.statements, (*storedStatement).noted)),
		"%s: event %s or its list of statements, row %d", key, e.ID, rows.id)
}

// involved reads the index of states for the events of a piece.
func (c *checker) involved(picked string) (map[int64][]involvement, error) {
	type stateRow struct {
		event int64
		involvement
	}
	rows, err := c.tx.QueryContext(c.ctx, `SELECT event, state, role FROM involved WHERE event`+picks, picked)
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
		switch {
		case hasCode(err, sqlite3.SQLITE_READONLY):
			c.Skipped = append(c.Skipped, table+" was not compared with its table: the file can't be written to")
		case err != nil:
			c.fail("%s is not in step with its table: %v", table, err)
		}
	}
	return nil
}
