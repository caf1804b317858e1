package sqlite

import (
	"context"

	"demarche/timeline"
	"demarche/timeline/merge"
	"demarche/timeline/record"
)

// storedTelling is what one article tells of one event, with its row.
type storedTelling struct {
	storedRow
	article int64
	key     string // of the article
	from    merge.Issue
	profile []byte
	reports []*storedReport
	event   timeline.Event
}

const (
	selectTellings = `SELECT t.id, t.digest, t.article, a.key, a.published, a.outlet, t.profile, t.ident FROM tellings t
		JOIN articles a ON a.id = t.article WHERE t.id` + picks + `ORDER BY t.id`
	selectContexts = `SELECT telling, start, "end", text FROM contexts WHERE telling` + picks + `ORDER BY telling, n`
)

// loadTellings reads the tellings with those row ids in the order of their rows, each with the event that its article
// tells. In a damaged file rows may belong to nothing: they are passed over here, and are for Check to find.
func loadTellings(ctx context.Context, q querier, ids []int64) (list []*storedTelling, faults []error, err error) {
	picked := jsonArray(ids)
	rows, err := q.QueryContext(ctx, selectTellings, picked)
	if err != nil {
		return nil, nil, err
	}
	byID := map[int64]*storedTelling{}
	if err := each(rows, func(t *storedTelling) []any {
		return []any{&t.id, &t.digest, &t.article, &t.key, &t.from.Published, &t.from.Outlet, &t.profile, &t.event.ID}
	}, func(row *storedTelling) error {
		t := *row
		list, byID[t.id] = append(list, &t), &t
		return nil
	}); err != nil {
		return nil, nil, err
	}
	reports, faults, err := loadReports(ctx, q, ofTellings, picked)
	if err != nil {
		return nil, nil, err
	}
	for _, r := range reports {
		if t := byID[r.telling]; t != nil {
			t.reports = append(t.reports, r)
		}
	}
	contexts, err := loadContexts(ctx, q, picked)
	for _, t := range list {
		t.gather(cite(contexts[t.id], t.key))
	}
	return list, faults, err
}

// gather makes the telling's event.
func (t *storedTelling) gather(context []timeline.Context) {
	if len(t.reports) == 0 {
		t.event.Context = context
		return
	}
	reports := make([]timeline.Report, len(t.reports))
	for i, r := range t.reports {
		reports[i] = r.Report
	}
	t.event = record.Gather(t.event.ID, reports, context)
}

// cite notes of which article contexts are.
func cite(list []timeline.Context, key string) []timeline.Context {
	for i := range list {
		list[i].ArticleKey = key
	}
	return list
}

// loadContexts reads the contexts of the tellings with those row ids, without the keys of their articles.
func loadContexts(ctx context.Context, q querier, picked string) (map[int64][]timeline.Context, error) {
	type contextRow struct {
		telling int64
		timeline.Context
	}
	rows, err := q.QueryContext(ctx, selectContexts, picked)
	if err != nil {
		return nil, err
	}
	out := map[int64][]timeline.Context{}
	return out, each(rows, func(r *contextRow) []any {
		return []any{&r.telling, &r.Span.Start, &r.Span.End, &r.Text}
	}, func(r *contextRow) error {
		out[r.telling] = append(out[r.telling], r.Context)
		return nil
	})
}
