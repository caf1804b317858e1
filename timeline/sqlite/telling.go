package sqlite

import (
	"context"

	"demarche/timeline"
	"demarche/timeline/merge"
)

// tellingWriter writes what one article tells of one event, reads it back for merging, and remembers it.
type tellingWriter struct {
	db      *connection
	backlog *backlog
	places  *places
	events  *eventWriter
	held    map[int64]*merge.Telling // by row, at most maxTellings
	rows    map[*merge.Telling]int64 // the same the other way
}

const (
	insertTelling  = `INSERT INTO tellings (article, ident, profile, digest) VALUES (?, ?, ?, ?)`
	deleteTellings = `DELETE FROM tellings WHERE article = ?`
	insertContext  = `INSERT INTO contexts (telling, n, start, "end", text) VALUES (?, ?, ?, ?, ?)`
	selectHeld     = `SELECT t.id, t.ident, a.published, a.outlet, t.profile FROM tellings t
		JOIN articles a ON a.id = t.article WHERE t.id` + picks
	// selectHolders reads the events that hold reports of an article's tellings.
	selectHolders = `SELECT DISTINCT s.event FROM tellings t JOIN reports r ON r.telling = t.id
		JOIN statements s ON s.id = r.statement WHERE t.article = ?`
)

// maxTellings bounds the memory of the writer, some hundred bytes a telling.
const maxTellings = 20_000

// keep remembers a telling by its row.
func (w *tellingWriter) keep(id int64, t *merge.Telling) { w.held[id], w.rows[t] = t, id }

// profile makes the profile of a telling anew from its reports, where that which is stored can't be read.
func (w *tellingWriter) profile(id int64) (*merge.Telling, error) {
	list, _, err := loadTellings(context.Background(), w.db.conn, []int64{id})
	if err != nil {
		return nil, err
	}
	t := merge.NewTelling(&list[0].event, list[0].from)
	return t, w.db.exec(`UPDATE tellings SET profile = ? WHERE id = ?`, t.Profile(), id)
}

func (w *tellingWriter) readTellings(ids []int64) error {
	if len(ids) == 0 {
		return nil
	}
	s, err := w.db.stmt(selectHeld) //nolint:sqlclosecheck // the writer closes it
	if err != nil {
		return err
	}
	type row struct {
		id      int64
		ident   string
		from    merge.Issue
		profile []byte
	}
	rows, err := s.Query(jsonArray(ids))
	if err != nil {
		return err
	}
	all, err := collect(
		rows,
		func(r *row) []any { return []any{&r.id, &r.ident, &r.from.Published, &r.from.Outlet, &r.profile} },
	)
	if err != nil {
		return err
	}
	for _, r := range all {
		t, err := merge.ReadProfile(r.profile, r.ident, r.from)
		if err != nil {
			if t, err = w.profile(r.id); err != nil {
				return err
			}
		}
		w.keep(r.id, t)
	}
	return nil
}

// heldTellings returns the tellings with those row ids, in their order: always the same value for the same row while it
// is remembered.
func (w *tellingWriter) heldTellings(ids []int64) ([]*merge.Telling, error) {
	var missing []int64
	for _, id := range ids {
		if w.held[id] == nil {
			missing = append(missing, id)
		}
	}
	if err := w.readTellings(missing); err != nil {
		return nil, err
	}
	out := make([]*merge.Telling, 0, len(ids))
	for _, id := range ids {
		if t := w.held[id]; t != nil {
			out = append(out, t)
		}
	}
	return out, nil
}

func (w *tellingWriter) insertTelling(article int64, from merge.Issue, e *timeline.Event, d *tellingDigests) error {
	t := merge.NewTelling(e, from)
	id, err := w.db.insert(insertTelling, article, e.ID, t.Profile(), d.telling)
	if err != nil {
		return err
	}
	for n, c := range e.Context {
		if err := w.db.exec(insertContext, id, n, c.Span.Start, c.Span.End, c.Text); err != nil {
			return err
		}
	}
	n := 0
	for i := range e.Statements {
		for j := range e.Statements[i].Reports {
			if err := w.events.insertReport(id, &e.Statements[i].Reports[j], d.reports[n]); err != nil {
				return err
			}
			n++
		}
	}
	w.keep(id, t)
	w.backlog.open.tellings = append(w.backlog.open.tellings, id)
	return w.places.place(id, t)
}

// insertTellings puts what an article tells, with the digests, and notes that it is to be merged.
func (w *tellingWriter) insertTellings(
	article int64, from merge.Issue, events []timeline.Event, digests []tellingDigests,
) error {
	for i := range events {
		if err := w.insertTelling(article, from, &events[i], &digests[i]); err != nil {
			return err
		}
	}
	return nil
}

// removeTellings takes away what an article tells, and notes which events have lost a report.
func (w *tellingWriter) removeTellings(article int64) error {
	holders, err := w.db.ids(selectHolders, article)
	if err != nil {
		return err
	}
	tellings, err := w.db.ids(`SELECT id FROM tellings WHERE article = ?`, article)
	if err != nil {
		return err
	}
	held, err := w.heldTellings(tellings)
	if err != nil {
		return err
	}
	for i, id := range tellings {
		if err := w.places.displace(id, held[i]); err != nil {
			return err
		}
	}
	if err := w.backlog.lose(holders); err != nil {
		return err
	}
	for i, id := range tellings {
		delete(w.held, id)
		delete(w.rows, held[i])
	}
	return w.db.exec(deleteTellings, article)
}
