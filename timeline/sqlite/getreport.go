package sqlite

import (
	"context"
	"database/sql"
	"fmt"

	"demarche/timeline"
)

// ErrNoReport is returned where no report has the id that was asked for.
const ErrNoReport Refusal = "no such report"

// rejected returns a report that a person has rejected, as it was then.
func rejected(ctx context.Context, q querier, id string) (timeline.Report, timeline.Source, error) {
	type row struct {
		original
		article int64
	}
	rows, err := q.QueryContext(
		ctx,
		`SELECT report, telling, said, digest, article FROM originals WHERE report = ?`,
		id,
	)
	if err != nil {
		return timeline.Report{}, timeline.Source{}, err
	}
	list, err := collect(rows, func(r *row) []any { return append(r.fields(), &r.article) })
	if err == nil && len(list) == 0 {
		err = ErrNoReport
	}
	if err != nil {
		return timeline.Report{}, timeline.Source{}, err
	}
	r, err := list[0].read()
	if err != nil {
		return r, timeline.Source{}, err
	}
	all, err := readEdits(ctx, q)
	if err != nil {
		return r, timeline.Source{}, err
	}
	sources, err := readSources(ctx, q, []int64{list[0].article})
	if err != nil {
		return r, timeline.Source{}, err
	}
	src := sources[r.ArticleKey]
	return r, src, logOf(all).Lay(&r, src.Text)
}

// Get returns the report with that id, or the one that stands for an earlier id, and the article in which it
// stands; also one that a person has rejected. The error is [ErrNoReport] where there is none.
func (r ReportReader) Get(ctx context.Context, id string) (timeline.Report, timeline.Source, error) {
	tx, err := r.s.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return timeline.Report{}, timeline.Source{}, err
	}
	defer tx.Rollback() //nolint:errcheck // it only read
	list, faults, err := loadReports(ctx, tx, `WHERE r.ident = coalesce((SELECT report FROM aliases WHERE ident = ?1
		AND NOT EXISTS (SELECT 1 FROM reports WHERE ident = ?1)), ?1)`, id)
	switch {
	case err != nil:
		return timeline.Report{}, timeline.Source{}, err
	case len(faults) > 0:
		return timeline.Report{}, timeline.Source{}, fmt.Errorf("%s: %w; see: demarche check", r.s.path, faults[0])
	case len(list) == 0:
		return rejected(ctx, tx, id)
	}
	sources, err := readSources(ctx, tx, []int64{list[0].article})
	return list[0].Report, sources[list[0].ArticleKey], err
}
