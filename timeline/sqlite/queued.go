package sqlite

import (
	"context"
	"database/sql"
	"strings"

	"demarche/timeline"
)

// queued reads reports by their row ids, in that order.
func queued(ctx context.Context, q querier, ids []int64) ([]Queued, error) {
	reports, faults, err := loadReports(ctx, q, `WHERE r.id`+picks, jsonArray(ids))
	if err != nil {
		return nil, err
	}
	if len(faults) > 0 {
		return nil, faults[0]
	}
	type row struct {
		id            int64
		outlet, title string
		p             float64
		doubts        string
	}
	rows, err := q.QueryContext(ctx, `SELECT r.id, a.outlet, a.title, `+certain+`, `+doubtColumn()+`
		FROM reports r JOIN tellings t ON t.id = r.telling JOIN articles a ON a.id = t.article
		WHERE r.id`+picks, jsonArray(ids))
	if err != nil {
		return nil, err
	}
	byID := map[int64]row{}
	fields := func(r *row) []any { return []any{&r.id, &r.outlet, &r.title, &r.p, &r.doubts} }
	if err := each(rows, fields, func(r *row) error {
		byID[r.id] = *r
		return nil
	}); err != nil {
		return nil, err
	}
	place := map[int64]int{}
	for i, id := range ids {
		place[id] = i
	}
	out := make([]Queued, len(reports))
	for _, r := range reports {
		at := byID[r.id]
		out[place[r.id]] = Queued{
			r.Report,
			at.outlet,
			at.title,
			at.p,
			strings.FieldsFunc(at.doubts, func(c rune) bool { return c == '\n' }),
		}
	}
	return out, nil
}

// Queued returns a report with what a list shows of its article, and whether one that is shown has the id.
func (r ReportReader) Queued(ctx context.Context, id string) (q Queued, ok bool, err error) {
	tx, err := r.s.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return q, false, err
	}
	defer tx.Rollback() //nolint:errcheck // it only read
	ids, err := readIDs(ctx, tx, `SELECT id FROM reports WHERE ident = ?`, id)
	if err != nil || len(ids) == 0 {
		return q, false, err
	}
	list, err := queued(ctx, tx, ids)
	if err != nil {
		return q, false, err
	}
	return list[0], true, nil
}

// OfArticle returns an article and its reports in the order of its text. The error is [ErrNoArticle] where there
// is none with that key.
func (r ReportReader) OfArticle(ctx context.Context, key string) (timeline.Source, []Queued, error) {
	tx, err := r.s.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return timeline.Source{}, nil, err
	}
	defer tx.Rollback() //nolint:errcheck // it only read
	articles, err := readIDs(ctx, tx, `SELECT id FROM articles WHERE key = ?`, key)
	if err != nil {
		return timeline.Source{}, nil, err
	}
	if len(articles) == 0 {
		return timeline.Source{}, nil, ErrNoArticle
	}
	sources, err := readSources(ctx, tx, articles)
	if err != nil {
		return timeline.Source{}, nil, err
	}
	ids, err := readIDs(ctx, tx, `SELECT r.id FROM reports r JOIN tellings t ON t.id = r.telling WHERE t.article = ?
		ORDER BY json_extract(r.content, '$[0][0]'), r.id`, articles[0])
	if err != nil {
		return timeline.Source{}, nil, err
	}
	list, err := queued(ctx, tx, ids)
	return sources[key], list, err
}

// OfActor returns up to limit reports in which an actor speaks, by day.
func (r ReportReader) OfActor(ctx context.Context, actor string, limit int) ([]Queued, error) {
	return r.list(ctx, `SELECT r.id FROM reports r WHERE r.id IN (SELECT p.report FROM report_parties p
		JOIN actors c ON c.id = p.actor WHERE p.role = 'speaker' AND c.ident = ?)
		ORDER BY r.latest, r.ident LIMIT ?`, actor, limit)
}

// With returns up to limit reports in which an actor speaks or is spoken to, the latest first; after of the
// first are left out.
func (r ReportReader) With(ctx context.Context, actor string, limit, after int) ([]Queued, error) {
	return r.list(ctx, `SELECT r.id FROM reports r WHERE r.id IN (SELECT p.report FROM report_parties p
		JOIN actors c ON c.id = p.actor WHERE c.ident = ?)
		ORDER BY r.latest DESC, r.ident LIMIT ? OFFSET ?`, actor, limit, after)
}

// list reads the reports whose row ids a query gives.
func (r ReportReader) list(ctx context.Context, query string, args ...any) ([]Queued, error) {
	tx, err := r.s.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return nil, err
	}
	defer tx.Rollback() //nolint:errcheck // it only read
	ids, err := readIDs(ctx, tx, query, args...)
	if err != nil {
		return nil, err
	}
	return queued(ctx, tx, ids)
}
