package sqlite

import (
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"

	"demarche/timeline"
)

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
	fields := func(r *stateRow) []any { return []any{&r.event, &r.state, &r.role} }
	return out, each(rows, fields, func(r *stateRow) error {
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
