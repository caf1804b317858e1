package sqlite

import (
	"context"
	"database/sql"

	"demarche/timeline"
)

// digestAll notes in every row the digest of what it holds now.
func digestAll(ctx context.Context, tx *sql.Tx) error {
	d := &digester{ctx, tx, &holdings{digest: make([]byte, 32)}}
	for _, step := range []func() error{d.actors, d.events, d.articles, d.superseded} {
		if err := step(); err != nil {
			return err
		}
	}
	return d.note(updateHoldings, d.held.articles, d.held.digest)
}

// digester writes digests in one transaction.
type digester struct {
	ctx  context.Context
	tx   *sql.Tx
	held *holdings
}

func (d *digester) note(query string, args ...any) error {
	_, err := d.tx.ExecContext(d.ctx, query, args...)
	return err
}

// row notes a digest in the row of a table.
func (d *digester) row(table string, digest []byte, id int64) error {
	return d.note(`UPDATE `+table+` SET digest = ? WHERE id = ?`, digest, id)
}

func (d *digester) actors() error {
	var all []storedActor
	err := eachActor(d.ctx, d.tx, func(a *storedActor) error {
		all = append(all, *a)
		return nil
	})
	for i := 0; i < len(all) && err == nil; i++ {
		err = d.row("actors", actorDigest(&all[i].Actor), all[i].id)
	}
	return err
}

func (d *digester) events() error {
	return inPieces(d.ctx, d.tx, func(l *loader) error {
		rows, err := readStored(d.ctx, d.tx, l.picked)
		if err != nil {
			return err
		}
		for i := range l.events {
			if row := rows[l.ids[i]]; row.matches(&l.events[i]) { // what does not is damaged: for Check to find
				if err := d.event(row, digestEvent(&l.events[i])); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// matches reports whether the event has as many statements and reports as the rows.
func (row *storedEvent) matches(e *timeline.Event) bool {
	if row == nil || len(row.statements) != len(e.Statements) {
		return false
	}
	for i := range e.Statements {
		if len(row.statements[i].reports) != len(e.Statements[i].Reports) {
			return false
		}
	}
	return true
}

func (d *digester) event(row *storedEvent, now eventDigests) error {
	for i, st := range row.statements {
		for j, r := range st.reports {
			if err := d.row("reports", now.statements[i].reports[j], r.id); err != nil {
				return err
			}
		}
		if err := d.row("statements", now.statements[i].statement, st.id); err != nil {
			return err
		}
	}
	return d.row("events", now.event, row.id)
}

func (d *digester) articles() error {
	var now []storedRow
	err := eachArticle(d.ctx, d.tx, selectAllArticles, func(a *storedBytes) error {
		events, err := eventsOf(d.ctx, d.tx, a.id)
		now = append(now, storedRow{a.id, articleDigest(&a.articleRow, events)})
		return err
	})
	for i := 0; i < len(now) && err == nil; i++ {
		d.held.take(1, nil, now[i].digest)
		err = d.row("articles", now[i].digest, now[i].id)
	}
	return err
}

func (d *digester) superseded() error {
	type version struct {
		storedRow
		number int
	}
	var now []version
	err := eachArticle(d.ctx, d.tx, selectAllSuperseded, func(a *storedBytes) error {
		now = append(now, version{storedRow{a.id, supersededDigest(&a.articleRow)}, a.version})
		return nil
	})
	for i := 0; i < len(now) && err == nil; i++ {
		v := &now[i]
		err = d.note(`UPDATE superseded SET digest = ? WHERE article = ? AND version = ?`, v.digest, v.id, v.number)
	}
	return err
}
