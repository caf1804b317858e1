package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"

	"demarche/timeline/edits"
	"demarche/timeline/merge"
	"demarche/timeline/record"
)

const (
	selectEdits = `SELECT id, kind, target, field, who, at, why, before, after, digest FROM edits ORDER BY id`
	insertEdit  = `INSERT INTO edits (kind, target, field, who, at, why, before, after, digest)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`
	lastEdit = `SELECT digest FROM edits ORDER BY id DESC LIMIT 1`
)

// storedEdit is an edit with the digest that is noted in it.
type storedEdit struct {
	record.Edit
	digest []byte
}

func (e *storedEdit) fields() []any {
	return []any{&e.ID, &e.Kind, &e.Target, &e.Field, &e.Who, &e.At, &e.Why, &e.Before, &e.After, &e.digest}
}

// editColumns are the columns of an edit from kind on.
func editColumns(e *record.Edit) []any {
	args := []any{e.Kind, e.Target, e.Field, e.Who, e.At, e.Why}
	for _, v := range []*string{e.Before, e.After} {
		if v == nil {
			args = append(args, nil)
		} else {
			args = append(args, *v)
		}
	}
	return args
}

// editDigest covers the edit and the one before it.
func editDigest(e *record.Edit, before []byte) []byte {
	return digestOf("edit", editColumns(e), []any{before})
}

func readEdits(ctx context.Context, q querier) ([]storedEdit, error) {
	rows, err := q.QueryContext(ctx, selectEdits)
	if err != nil {
		return nil, err
	}
	return collect(rows, (*storedEdit).fields)
}

// Edit appends edits in one transaction, and merges anew what they touch: for the merging and splitting of events the
// reports that they name, for an edit of a report what its article tells.
func (s *Store) Edit(ctx context.Context, list ...record.Edit) error {
	return s.change(ctx, func(w *writer) error {
		for i := range list {
			if err := w.corrector.edit(&list[i]); err != nil {
				return err
			}
		}
		return nil
	})
}

// EditUnless appends edits of one thing, such as a report, as [Store.Edit] does, unless one of the same thing stands
// after the one with the number seen: then nothing is stored, and those are returned.
func (s *Store) EditUnless(ctx context.Context, seen int64, list ...record.Edit) (later []record.Edit, err error) {
	err = s.change(ctx, func(w *writer) error {
		all, err := readEdits(ctx, w.db.conn)
		if err != nil {
			return err
		}
		for i := range all {
			if o := &all[i].Edit; o.ID > seen && o.SameThing(&list[0]) {
				later = append(later, *o)
			}
		}
		if len(later) > 0 {
			return nil
		}
		for i := range list {
			if err := w.corrector.edit(&list[i]); err != nil {
				return err
			}
		}
		return nil
	})
	return later, err
}

// edits notes the digests of edits, in a file that had none.
func (d *digester) edits() error {
	all, err := readEdits(d.ctx, d.w.db.conn)
	if err != nil || len(all) == 0 {
		return err
	}
	var keep string
	const trigger = `SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = 'edits_keep'`
	if err := d.w.db.conn.QueryRowContext(d.ctx, trigger).Scan(&keep); err != nil {
		return err
	}
	if err := d.w.db.exec(`DROP TRIGGER edits_keep`); err != nil {
		return err
	}
	before := []byte{}
	for i := range all {
		now := editDigest(&all[i].Edit, before)
		if err := d.row("edits", now, all[i].ID); err != nil {
			return err
		}
		before = now
		d.held.edits++
	}
	return d.w.db.exec(keep)
}

// edits looks at what people decided: each edit, and that none is missing.
func (c *checker) edits() error {
	all, err := readEdits(c.ctx, c.tx)
	if err != nil {
		return err
	}
	before := []byte{}
	for i := range all {
		e := &all[i]
		c.compare(e.digest, editDigest(&e.Edit, before), "edit %d of %s, or the one before it", e.ID, e.Target)
		before = e.digest
	}
	var noted holdings
	if err := c.tx.QueryRowContext(c.ctx, selectHoldings).Scan(noted.fields()...); err == nil &&
		noted.edits != len(all) {
		c.fail("edits: there are %d, and there should be %d", len(all), noted.edits)
	}
	return nil
}

// edits are what people decided about which reports are of one event, worked out.
func (w *settler) edits() (*merge.Edits, error) {
	if w.decided != nil {
		return w.decided, nil
	}
	all, err := readEdits(context.Background(), w.db.conn)
	if err != nil {
		return nil, err
	}
	var list []merge.Edit
	for i := range all {
		e := &all[i].Edit
		if e.Kind != "event" || e.Field != record.MergeField && e.Field != record.SplitField {
			continue
		}
		before, after, err := e.Divided()
		if err != nil {
			return nil, err
		}
		if e.Field == record.MergeField {
			list = append(list, merge.Edit{One: true, Side: before[0], Other: before[1]})
		} else {
			list = append(list, merge.Edit{Side: after[1], Other: after[0]})
		}
	}
	w.decided = merge.NewEdits(list)
	return w.decided, nil
}

// edit appends an edit and notes what is to be merged anew.
func (w *corrector) edit(e *record.Edit) error {
	if err := errors.Join(w.holdings.readHoldings(), edits.CheckAddition(e)); err != nil {
		return err
	}
	before := []byte{}
	err := w.db.conn.QueryRowContext(context.Background(), lastEdit).Scan(&before)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	w.holdings.held.edits++
	w.settler.decided, w.corrections = nil, nil
	if err := w.db.exec(insertEdit, append(editColumns(e), editDigest(e, before))...); err != nil {
		return err
	}
	switch {
	case e.Kind == "event" && (e.Field == record.MergeField || e.Field == record.SplitField):
		was, _, err := e.Divided()
		if err != nil {
			return err
		}
		for _, reports := range was {
			if err := w.unsettle(reports); err != nil {
				return err
			}
		}
	case e.Kind == edits.Kind:
		return w.retell(e.Target)
	case e.Kind == edits.ActorKind:
		return w.retellActor(e.Target)
	}
	return nil
}

// unsettle notes that the events of reports are to be divided anew.
func (w *corrector) unsettle(reports []string) error {
	b, err := json.Marshal(reports)
	if err != nil {
		return err
	}
	events, err := w.db.ids(`SELECT DISTINCT s.event FROM reports r JOIN statements s ON s.id = r.statement
		WHERE r.ident`+picks, string(b))
	if err != nil {
		return err
	}
	return w.backlog.lose(events)
}
