package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// Visit is what became of a source when it was visited last: an address, or a file that could not be read.
type Visit struct {
	Source         string
	Run            int64  // 0 for none
	Kind           string // "page", "list" (a feed or another list of articles) or "file"
	At             string // RFC 3339 in UTC
	Why            string // why it could not be read, "" where it was
	Tries          int    // in a row without success
	ETag, Modified string // as the server gave them
}

func (v *Visit) fields() []any {
	return []any{&v.Source, &v.Run, &v.Kind, &v.At, &v.Why, &v.Tries, &v.ETag, &v.Modified}
}

const selectVisits = `SELECT source, coalesce(run, 0), kind, at, why, tries, etag, modified FROM visits `

// Put notes visits. A file that was read is forgotten: only its article is kept. Tries are counted on.
func (l VisitLog) Put(ctx context.Context, list []Visit) error {
	if len(list) == 0 {
		return nil
	}
	return l.s.write(ctx, func(tx *sql.Tx) error {
		for _, v := range list {
			if v.Kind == "file" && v.Why == "" {
				if _, err := tx.ExecContext(ctx, `DELETE FROM visits WHERE source = ?`, v.Source); err != nil {
					return err
				}
				continue
			}
			if _, err := tx.ExecContext(ctx, `INSERT INTO visits (source, run, kind, at, why, tries, etag, modified)
				VALUES (?1, nullif(?2, 0), ?3, ?4, ?5, 1, ?6, ?7) ON CONFLICT (source) DO UPDATE SET
				tries = iif(excluded.why <> '' AND why <> '', tries + 1, 1), run = excluded.run,
				kind = iif(kind = 'list' AND excluded.why <> '', kind, excluded.kind), at = excluded.at,
				why = excluded.why, etag = excluded.etag, modified = excluded.modified`,
				v.Source, v.Run, v.Kind, v.At, v.Why, v.ETag, v.Modified); err != nil {
				return err
			}
		}
		return nil
	})
}

// List returns the visits: all, or only those that failed.
func (l VisitLog) List(ctx context.Context, failed bool) ([]Visit, error) {
	rows, err := l.s.db.QueryContext(ctx, selectVisits+`WHERE NOT ? OR why <> '' ORDER BY source`, failed)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", l.s.path, err)
	}
	return collect(rows, (*Visit).fields)
}

// Last returns the last visit to a source, nil for none.
func (l VisitLog) Last(ctx context.Context, source string) (*Visit, error) {
	var v Visit
	err := l.s.db.QueryRowContext(ctx, selectVisits+`WHERE source = ?`, source).Scan(v.fields()...)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return nil, nil
	case err != nil:
		return nil, fmt.Errorf("%s: %w", l.s.path, err)
	}
	return &v, nil
}
