package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"demarche/timeline"
)

// Holding is an event by its ids: which statements it has, and which reports they have.
type Holding struct {
	ID         string
	Statements map[string][]string // ids of reports, by that of their statement
}

// Reports are the ids of all reports of the event, in order.
func (h *Holding) Reports() []string {
	_, all := h.Divide(nil)
	return all
}

// Divide returns the ids of the reports of those statements, and of all others, in order.
func (h *Holding) Divide(statements []string) (of, others []string) {
	for id, reports := range h.Statements {
		if slices.Contains(statements, id) {
			of = append(of, reports...)
		} else {
			others = append(others, reports...)
		}
	}
	slices.Sort(of)
	slices.Sort(others)
	return of, others
}

// Get returns the event that an id stands for now: its own, one of an event that became part of it, or one that was
// given to words that read otherwise now. The error is [ErrNoEvent] where there is none.
func (r EventReader) Get(ctx context.Context, id string) (Holding, error) {
	h := Holding{Statements: map[string][]string{}}
	tx, err := r.s.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return h, err
	}
	defer tx.Rollback() //nolint:errcheck // it only read
	row, err := eventNow(ctx, tx, id)
	if err != nil {
		return h, err
	}
	rows, err := tx.QueryContext(
		ctx,
		`SELECT e.ident, s.ident, r.ident FROM events e JOIN statements s ON s.event = e.id
		JOIN reports r ON r.statement = s.id WHERE e.id = ? ORDER BY s.id, r.n`,
		row,
	)
	if err != nil {
		return h, err
	}
	type ids struct{ event, statement, report string }
	return h, each(rows, func(i *ids) []any { return []any{&i.event, &i.statement, &i.report} }, func(i *ids) error {
		h.ID = i.event
		h.Statements[i.statement] = append(h.Statements[i.statement], i.report)
		return nil
	})
}

// Statement returns the id of the statement that an id stands for now. The error is [ErrNoStatement] where there is
// none.
func (r EventReader) Statement(ctx context.Context, id string) (string, error) {
	row, err := statementNow(ctx, r.s.db, id)
	if err != nil {
		return "", err
	}
	var now string
	return now, r.s.db.QueryRowContext(ctx, `SELECT ident FROM statements WHERE id = ?`, row).Scan(&now)
}

// Of returns the id of the event that holds a report. The error is [ErrNoEvent] where none does.
func (r EventReader) Of(ctx context.Context, report string) (string, error) {
	row, err := lead(ctx, r.s.db, ErrNoEvent, report,
		`SELECT s.event FROM reports r JOIN statements s ON s.id = r.statement WHERE r.ident = ?1`)
	if err != nil {
		return "", err
	}
	var now string
	return now, r.s.db.QueryRowContext(ctx, `SELECT ident FROM events WHERE id = ?`, row).Scan(&now)
}

// Told returns the event that an id stands for now, see [EventReader.Get], whole, with the articles that it cites. The
// error is [ErrNoEvent] where there is none.
func (r EventReader) Told(ctx context.Context, id string) (Told, error) {
	tx, err := r.s.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return Told{}, err
	}
	defer tx.Rollback() //nolint:errcheck // it only read
	row, err := eventNow(ctx, tx, id)
	if err != nil {
		return Told{}, err
	}
	list, err := loadEvents(ctx, tx, []int64{row})
	if err != nil {
		return Told{}, fmt.Errorf("%s: %w; see: demarche check", r.s.path, err)
	}
	if len(list) == 0 {
		return Told{}, ErrNoEvent
	}
	sources, err := sourcesOf(ctx, tx, []timeline.Event{list[0].Event})
	return Told{list[0].Event, sources}, err
}
