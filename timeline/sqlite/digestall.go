package sqlite

import (
	"context"

	"demarche/timeline/merge"
)

// digester writes digests in one transaction.
type digester struct {
	ctx  context.Context
	w    *writer
	held *holdings
	anew bool // tellings are put in their lists and merged anew
}

// row notes a digest in the row of a table.
func (d *digester) row(table string, digest []byte, id int64) error {
	return d.w.db.exec(`UPDATE `+table+` SET digest = ? WHERE id = ?`, digest, id)
}

func (d *digester) actors() error {
	var all []storedActor
	err := eachActor(d.ctx, d.w.db.conn, func(a *storedActor) error {
		all = append(all, *a)
		return nil
	})
	for i := 0; i < len(all) && err == nil; i++ {
		err = d.row("actors", actorDigest(&all[i].Actor), all[i].id)
	}
	return err
}

// tellings notes the digests of tellings and their reports, and puts the tellings in the lists by which they are
// merged.
func (d *digester) tellings() error {
	if d.anew {
		if err := d.w.db.exec(`DELETE FROM places`); err != nil {
			return err
		}
	}
	return inPieces(d.ctx, d.w.db.conn, "tellings", func(ids []int64) error {
		list, _, err := loadTellings(d.ctx, d.w.db.conn, ids)
		if err != nil {
			return err
		}
		for _, t := range list {
			if len(t.reports) == 0 {
				continue // damaged: for Check to find
			}
			if err := d.telling(t); err != nil {
				return err
			}
		}
		return nil
	})
}

func (d *digester) telling(t *storedTelling) error {
	now := digestTelling(&t.event)
	for i, r := range t.reports {
		if err := d.row("reports", now.reports[i], r.id); err != nil {
			return err
		}
	}
	if !d.anew {
		return d.row("tellings", now.telling, t.id)
	}
	p := merge.NewTelling(&t.event, t.from)
	for _, k := range p.Keys() {
		if err := d.w.db.exec(insertPlace, k.List, k.Day, k.Tag, t.id, k.First); err != nil {
			return err
		}
	}
	return d.w.db.exec(`UPDATE tellings SET digest = ?, profile = ? WHERE id = ?`, now.telling, p.Profile(), t.id)
}

func (d *digester) articles() error {
	var now []storedRow
	err := eachArticle(d.ctx, d.w.db.conn, selectAllArticles, func(a *storedBytes) error {
		tellings, err := tellingsOf(d.ctx, d.w.db.conn, a.id)
		now = append(now, storedRow{a.id, articleDigest(&a.articleRow, tellings)})
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
	err := eachArticle(d.ctx, d.w.db.conn, selectAllSuperseded, func(a *storedBytes) error {
		now = append(now, version{storedRow{a.id, supersededDigest(&a.articleRow)}, a.version})
		return nil
	})
	for i := 0; i < len(now) && err == nil; i++ {
		v := &now[i]
		err = d.w.db.exec(`UPDATE superseded SET digest = ? WHERE article = ? AND version = ?`, v.digest, v.id, v.number)
	}
	return err
}

// standing notes the digests of events and statements that stay as they are.
func (d *digester) standing() error {
	return inPieces(d.ctx, d.w.db.conn, "events", func(ids []int64) error {
		list, err := loadEvents(d.ctx, d.w.db.conn, ids)
		if list == nil && err != nil {
			return err
		}
		for _, e := range list {
			statements := make([][]byte, len(e.Statements))
			for i := range e.Statements {
				statements[i] = statementDigest(&e.Statements[i])
				if err := d.row("statements", statements[i], e.statements[i].id); err != nil {
					return err
				}
			}
			if err := d.row("events", eventDigest(&e.Event, e.related, statements), e.id); err != nil {
				return err
			}
		}
		return nil
	})
}

// events makes all events anew, those of some tellings at a time.
func (d *digester) events() error {
	events, err := d.w.db.ids(`SELECT id FROM events`)
	if err != nil {
		return err
	}
	if err := d.w.aliases.retire(events); err != nil {
		return err
	}
	for {
		next, err := d.w.db.ids(
			`SELECT DISTINCT telling FROM reports WHERE statement IS NULL ORDER BY telling LIMIT ?`,
			piece,
		)
		if err != nil || len(next) == 0 {
			return err
		}
		d.w.backlog.open.tellings = next
		if err := d.w.settler.settle(); err != nil {
			return err
		}
	}
}

// digestAll notes in every row the digest of what it holds now. All is merged anew where tellings were compared by
// other marks than now: a step that changes what merging looks at empties the profiles.
func (w *writer) digestAll(ctx context.Context) error {
	d := &digester{ctx: ctx, w: w, held: &holdings{digest: make([]byte, 32)}}
	var err error
	if d.anew, err = w.outdated(ctx); err != nil {
		return err
	}
	events := d.standing
	if d.anew {
		events = d.events
	}
	for _, step := range []func() error{d.actors, d.tellings, d.articles, d.superseded, d.edits, events} {
		if err := step(); err != nil {
			return err
		}
	}
	return w.db.exec(updateHoldings, d.held.articles, d.held.digest, d.held.edits)
}

// outdated reports whether the profile of a telling is not one that this program writes.
func (w *writer) outdated(ctx context.Context) (yes bool, err error) {
	err = w.db.conn.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM tellings WHERE substr(profile, 1, 1) IS NOT ?)`,
		[]byte{merge.ProfileVersion}).Scan(&yes)
	return yes, err
}
