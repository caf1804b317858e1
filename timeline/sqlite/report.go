package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"demarche/timeline"
)

// ErrNoReport is returned where no report has the id that was asked for.
var ErrNoReport = errors.New("no such report")

// Report returns the report with that id and the article in which it stands. The error is [ErrNoReport] where there
// is none.
func (s *Store) Report(ctx context.Context, id string) (timeline.Report, timeline.Source, error) {
	tx, err := s.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return timeline.Report{}, timeline.Source{}, err
	}
	defer tx.Rollback() //nolint:errcheck // it only read
	var event int64
	err = tx.QueryRowContext(ctx, `SELECT s.event FROM reports r JOIN statements s ON s.id = r.statement WHERE r.ident = ?`, id).Scan(&event)
	if errors.Is(err, sql.ErrNoRows) {
		return timeline.Report{}, timeline.Source{}, ErrNoReport
	}
	if err != nil {
		return timeline.Report{}, timeline.Source{}, err
	}
	l, err := load(ctx, tx, []int64{event})
	if err != nil {
		return timeline.Report{}, timeline.Source{}, err
	}
	if len(l.faults) > 0 {
		return timeline.Report{}, timeline.Source{}, fmt.Errorf("%s: %w; see: demarche check", s.path, l.faults[0])
	}
	sources, err := readSources(ctx, tx, l.owners)
	if err != nil {
		return timeline.Report{}, timeline.Source{}, err
	}
	for _, r := range l.byReport {
		if r.ID == id {
			return *r, sources[r.ArticleKey], nil
		}
	}
	return timeline.Report{}, timeline.Source{}, ErrNoReport
}
