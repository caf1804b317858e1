package sqlite

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
)

// Audit is what [Store.Check] looked at and found.
type Audit struct {
	Articles, Versions, Events, Reports int      // looked at; Versions are the superseded ones
	Excerpts                            int      // articles of which only the words of an export are stored
	Failures                            []string // one line each, at most maxFailures
	Skipped                             []string // what could not be looked at, a line each
}

// Refusal is an error of the store that says the same wherever it occurs, a constant.
type Refusal string

// Error is the refusal in words.
func (r Refusal) Error() string { return string(r) }

// ErrUnsound is the error of a check that found something wrong.
const ErrUnsound Refusal = "the file is not sound; go back to a copy of it, or add the sources to a new file"

// maxFailures bounds the list: a file that is wrong in more places needs no longer one.
const maxFailures = 1000

// Check proves that the file is sound and holds what was stored: SQLite's own checks, its schema, foreign keys, the
// digest of every row (see digest.go), the SHA-256 of every article's bytes, every report and context equal to its
// article's text at its spans, no event or statement without reports and no report without an event, every earlier
// version of an article there, the lists by which events are merged and found and both full-text indices in step.
// What it compares is of one moment, even while another process writes. It reads the whole file in pieces; memory
// does not grow with it. The error is ErrUnsound where there are failures, or tells why the check could not be done.
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
	if err := c.rows(); err != nil {
		return err
	}
	if err := c.tx.Rollback(); err != nil {
		return err
	}
	return c.search()
}

// rows looks at everything but the full-text indices, in the transaction.
func (c *checker) rows() error {
	for _, step := range []func() error{
		c.database, c.schema, c.superseded, c.articles, c.actors, c.tellings, c.events, c.originals, c.aliases, c.edits,
		c.numbers, c.drawn,
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
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
