package sqlite

import (
	"bytes"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"

	"demarche/timeline"
	"demarche/timeline/merge"
	"demarche/timeline/record"
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
		tellings, err := tellingsOf(c.ctx, c.tx, a.id)
		c.compare(a.digest, articleDigest(&a.articleRow, tellings), "%s: the article or its list of tellings", a.key)
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

// bytes looks at the bytes of an article; of excerpts there are none.
func (c *checker) bytes(name string, a *storedBytes) {
	if a.mediaType == record.Excerpts && a.size == 0 {
		c.Excerpts++
		return
	}
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

// tellings goes over what each article tells, in pieces.
func (c *checker) tellings() error {
	return inPieces(c.ctx, c.tx, "tellings", func(ids []int64) error {
		list, faults, err := loadTellings(c.ctx, c.tx, ids)
		if err != nil {
			return err
		}
		for _, fault := range faults {
			c.fail("%v", fault)
		}
		bodies, err := c.bodies(list)
		if err != nil {
			return err
		}
		places, err := c.places(ids)
		if err != nil {
			return err
		}
		for _, t := range list {
			c.telling(t, bodies[t.article], places[t.id])
		}
		return nil
	})
}

// bodies reads the texts of the articles that the tellings are of.
func (c *checker) bodies(list []*storedTelling) (map[int64]string, error) {
	type body struct {
		id   int64
		text string
	}
	var owners []int64
	for _, t := range list {
		owners = append(owners, t.article)
	}
	rows, err := c.tx.QueryContext(c.ctx, `SELECT id, text FROM articles WHERE id`+picks, jsonArray(owners))
	if err != nil {
		return nil, err
	}
	out := map[int64]string{}
	return out, each(rows, func(b *body) []any { return []any{&b.id, &b.text} }, func(b *body) error {
		out[b.id] = b.text
		return nil
	})
}

// telling checks what one article tells of one event against the article's text, the digests, and the lists in which
// it lies beside others.
func (c *checker) telling(t *storedTelling, body string, places []merge.Key) {
	c.Reports += len(t.reports)
	if err := soundEvents(t.key, body, []timeline.Event{t.event}); err != nil {
		c.fail("%v", err)
	}
	for _, r := range t.reports {
		c.compare(r.digest, reportDigest(&r.Report), "%s: report %s, row %d", t.key, r.ID, r.id)
		if !r.statement.Valid {
			c.fail("%s: report %s, row %d: it is of no event", t.key, r.ID, r.id)
		}
	}
	c.compare(t.digest, tellingDigest(&t.event, digestsOf(t.reports, func(r *storedReport) []byte { return r.digest })),
		"%s: telling %s or its list of reports, row %d", t.key, t.event.ID, t.id)
	now := merge.NewTelling(&t.event, t.from)
	if len(t.reports) > 0 && !bytes.Equal(now.Profile(), t.profile) {
		c.fail("%s: telling %s, row %d: its profile is not what merging would compare", t.key, t.event.ID, t.id)
	}
	if len(t.reports) > 0 && !slices.Equal(places, now.Keys()) {
		c.fail("%s: telling %s, row %d: it does not lie in its lists", t.key, t.event.ID, t.id)
	}
}

// places reads the places of tellings in the lists by which they are found.
func (c *checker) places(tellings []int64) (map[int64][]merge.Key, error) {
	type row struct {
		telling int64
		merge.Key
	}
	rows, err := c.tx.QueryContext(c.ctx, `SELECT telling, list, day, tag, first FROM places WHERE telling BETWEEN ? AND ?
		ORDER BY telling, list`, tellings[0], tellings[len(tellings)-1])
	if err != nil {
		return nil, err
	}
	out := map[int64][]merge.Key{}
	return out, each(
		rows,
		func(r *row) []any { return []any{&r.telling, &r.List, &r.Day, &r.Tag, &r.First} },
		func(r *row) error {
			out[r.telling] = append(out[r.telling], r.Key)
			return nil
		},
	)
}

// events goes over all events in pieces: each must be what was stored, and have reports.
func (c *checker) events() error {
	return inPieces(c.ctx, c.tx, "events", func(ids []int64) error {
		list, err := loadEvents(c.ctx, c.tx, ids)
		if list == nil && err != nil {
			return err
		}
		for _, e := range list {
			c.Events++
			c.event(e)
		}
		return nil
	})
}

func (c *checker) event(e *storedEvent) {
	name := articlesOf(&e.Event)
	if len(e.Statements) == 0 {
		c.fail("event %s, row %d: it has no statement", e.ID, e.id)
	}
	for i := range e.Statements {
		st := &e.Statements[i]
		if len(st.Reports) == 0 {
			c.fail("statement %s of event %s, row %d: it has no report", st.ID, e.ID, e.statements[i].id)
		}
		c.compare(e.statements[i].digest, statementDigest(st), "%s: statement %s or its list of reports, row %d", name,
			st.ID, e.statements[i].id)
	}
	statements := digestsOf(e.statements, func(r storedRow) []byte { return r.digest })
	c.compare(e.digest, eventDigest(&e.Event, e.related, statements),
		"%s: event %s or its list of statements, row %d", name, e.ID, e.id)
	if want := pairsOf(&e.Event); !slices.Equal(want, e.related) {
		c.fail("%s: event %s: found by the relations %v, not by %v", name, e.ID, e.related, want)
	}
}

// articlesOf are the keys of the first articles of an event, as a name for it.
func articlesOf(e *timeline.Event) string {
	var keys []string
	for _, st := range e.Statements {
		for _, r := range st.Reports {
			if !slices.Contains(keys, r.ArticleKey) && len(keys) < 3 {
				keys = append(keys, r.ArticleKey)
			}
		}
	}
	return strings.Join(keys, ", ")
}

// aliases looks at the ids that lead elsewhere.
func (c *checker) aliases() error {
	type alias struct {
		ident, report string
		digest        []byte
	}
	rows, err := c.tx.QueryContext(c.ctx, `SELECT ident, report, digest FROM aliases ORDER BY ident`)
	if err != nil {
		return err
	}
	return each(rows, func(a *alias) []any { return []any{&a.ident, &a.report, &a.digest} }, func(a *alias) error {
		c.compare(a.digest, aliasDigest(a.ident, a.report), "alias %s", a.ident)
		return nil
	})
}

// drawn looks at what is kept of pages, and whether it is noted which numbers rows of events have had. What is out of
// date there does no harm: nobody finds it.
func (c *checker) drawn() error {
	rows, err := c.tx.QueryContext(c.ctx, `SELECT key, state, program, portion, digest FROM drawn ORDER BY id`)
	if err != nil {
		return err
	}
	if err := each(rows, (*drawnRow).fields, func(r *drawnRow) error {
		c.compare(r.digest, r.digestNow(), "drawn: a part of the page of %s", r.state)
		return nil
	}); err != nil {
		return err
	}
	noted, err := readIDs(c.ctx, c.tx, `SELECT events FROM given`)
	if err == nil && len(noted) != 1 {
		c.fail("given: it is no longer noted which numbers rows of events have had")
	}
	return err
}
