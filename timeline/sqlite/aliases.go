package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"slices"

	"demarche/timeline/record"
)

// aliasWriter keeps the ids that are given no longer, with the reports that stand for them, and retires events.
type aliasWriter struct{ db *connection }

const (
	insertAlias = `INSERT INTO aliases (ident, report, digest) VALUES (?1, ?2, ?3)
		ON CONFLICT (ident) DO UPDATE SET report = ?2, digest = ?3`
	selectAlias = `SELECT report FROM aliases WHERE ident = ?`
	// lostEvents and lostStatements read the ids of events about to go that no report or telling leads from, each with a
	// report that does.
	lostEvents = `SELECT e.ident, min(r.ident) FROM events e JOIN statements s ON s.event = e.id
		JOIN reports r ON r.statement = s.id WHERE e.id` + picks + `
		AND NOT EXISTS (SELECT 1 FROM reports x WHERE x.ident = 'r' || substr(e.ident, 2))
		AND NOT EXISTS (SELECT 1 FROM tellings t WHERE t.ident = e.ident) GROUP BY e.id`
	lostStatements = `SELECT s.ident, min(r.ident) FROM statements s JOIN reports r ON r.statement = s.id
		WHERE s.event` + picks + `
		AND NOT EXISTS (SELECT 1 FROM reports x WHERE x.ident = 'r' || substr(s.ident, 2)) GROUP BY s.id`
)

// What is told of an id that leads to nothing.
const (
	ErrNoEvent     Refusal = "no such event"
	ErrNoStatement Refusal = "no such statement"
)

// eventNow returns the row of the event that an id stands for now: of an event, of a telling of one, or of one that
// was merged or worded otherwise since. The error is ErrNoEvent where there is none.
func eventNow(ctx context.Context, q rower, ident string) (int64, error) {
	return lead(ctx, q, ErrNoEvent, ident,
		`SELECT id FROM events WHERE ident = ?1`,
		`SELECT s.event FROM tellings t JOIN reports r ON r.telling = t.id JOIN statements s ON s.id = r.statement
			WHERE t.ident = ?1 ORDER BY r.ident = 'r' || substr(?1, 2) DESC, r.id LIMIT 1`,
		`SELECT s.event FROM reports r JOIN statements s ON s.id = r.statement WHERE r.ident = ?2`,
		`SELECT s.event FROM aliases x JOIN reports r ON r.ident = x.report JOIN statements s ON s.id = r.statement
			WHERE x.ident = ?1`)
}

// statementNow is eventNow for a statement; the error is ErrNoStatement.
func statementNow(ctx context.Context, q rower, ident string) (int64, error) {
	return lead(ctx, q, ErrNoStatement, ident,
		`SELECT id FROM statements WHERE ident = ?1`,
		`SELECT statement FROM reports WHERE ident = ?2 AND statement IS NOT NULL`,
		`SELECT r.statement FROM aliases x JOIN reports r ON r.ident = x.report
			WHERE x.ident = ?1 AND r.statement IS NOT NULL`)
}

// rower is a database, a connection or a transaction.
type rower interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// lead tries one query after the other until one has a row; ?1 is the id and ?2 the report of the same digits.
func lead(ctx context.Context, q rower, none error, ident string, queries ...string) (int64, error) {
	for _, query := range queries {
		var id int64
		err := q.QueryRowContext(ctx, query, ident, record.ReportOf(ident)).Scan(&id)
		if err == nil {
			return id, nil
		}
		if !errors.Is(err, sql.ErrNoRows) {
			return 0, err
		}
	}
	return 0, fmt.Errorf("%s: %w", ident, none)
}

// standsFor returns the report that an id leads to by an alias, "" for none.
func (w *aliasWriter) standsFor(ident string) (string, error) {
	s, err := w.db.stmt(selectAlias) //nolint:sqlclosecheck // the writer closes it
	if err != nil {
		return "", err
	}
	var report string
	if err := s.QueryRow(ident).Scan(&report); err != nil && !errors.Is(err, sql.ErrNoRows) {
		return "", err
	}
	return report, nil
}

// alias notes what an id that is given no longer, or was never given, leads to.
func (w *aliasWriter) alias(ident, report string) error {
	return w.db.exec(insertAlias, ident, report, aliasDigest(ident, report))
}

func (w *aliasWriter) aliases(all map[string]string) error {
	for _, ident := range slices.Sorted(maps.Keys(all)) {
		if err := w.alias(ident, all[ident]); err != nil {
			return err
		}
	}
	return nil
}

// retire deletes events that are to be made anew or are no more. Ids of theirs to which nothing else leads become
// aliases.
func (w *aliasWriter) retire(events []int64) error {
	if len(events) == 0 {
		return nil
	}
	picked := jsonArray(events)
	for _, query := range []string{lostEvents, lostStatements} {
		s, err := w.db.stmt(query) //nolint:sqlclosecheck // the writer closes it
		if err != nil {
			return err
		}
		rows, err := s.Query(picked)
		if err != nil {
			return err
		}
		type lost struct{ ident, report string }
		all, err := collect(rows, func(l *lost) []any { return []any{&l.ident, &l.report} })
		if err != nil {
			return err
		}
		for _, l := range all {
			if err := w.alias(l.ident, l.report); err != nil {
				return err
			}
		}
	}
	return w.db.exec(deleteEvent, picked)
}
