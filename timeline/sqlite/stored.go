package sqlite

import (
	"context"

	"demarche/timeline/actors"
)

// storedRow is a row's id with the digest that is noted in it.
type storedRow struct {
	id     int64
	digest []byte
}

// storedEvent is the row of an event with those of its statements and reports, in the order in which load returns them.
type storedEvent struct {
	storedRow
	statements []storedStatement
}

type storedStatement struct {
	storedRow
	reports []storedRow
}

const selectStored = `SELECT e.id, e.digest, coalesce(s.id, 0), s.digest, coalesce(r.id, 0), r.digest FROM events e
	LEFT JOIN statements s ON s.event = e.id LEFT JOIN reports r ON r.statement = s.id
	WHERE e.id` + picks + `ORDER BY e.id, s.id, r.id`

// readStored returns the rows of the events with those ids, a JSON array.
func readStored(ctx context.Context, q querier, picked string) (map[int64]*storedEvent, error) {
	type joined struct{ event, statement, report storedRow }
	rows, err := q.QueryContext(ctx, selectStored, picked)
	if err != nil {
		return nil, err
	}
	out := map[int64]*storedEvent{}
	return out, each(rows, func(j *joined) []any {
		return []any{&j.event.id, &j.event.digest, &j.statement.id, &j.statement.digest, &j.report.id, &j.report.digest}
	}, func(j *joined) error {
		e := out[j.event.id]
		if e == nil {
			e = &storedEvent{storedRow: j.event}
			out[j.event.id] = e
		}
		if j.statement.id == 0 {
			return nil
		}
		if n := len(e.statements); n == 0 || e.statements[n-1].id != j.statement.id {
			e.statements = append(e.statements, storedStatement{storedRow: j.statement})
		}
		if st := &e.statements[len(e.statements)-1]; j.report.id != 0 {
			st.reports = append(st.reports, j.report)
		}
		return nil
	})
}

// digestsOf are the digests noted in rows.
func digestsOf[T any](rows []T, of func(*T) []byte) [][]byte {
	out := make([][]byte, len(rows))
	for i := range rows {
		out[i] = of(&rows[i])
	}
	return out
}

func (r *storedRow) noted() []byte { return r.digest }

func (s *storedStatement) noted() []byte { return s.digest }

// piece is how many events are in memory at a time.
const piece = 1000

// inPieces goes over all events, some at a time.
func inPieces(ctx context.Context, q querier, do func(*loader) error) error {
	for last := int64(0); ; {
		ids, err := readIDs(ctx, q, `SELECT id FROM events WHERE id > ? ORDER BY id LIMIT ?`, last, piece)
		if err != nil || len(ids) == 0 {
			return err
		}
		l, err := load(ctx, q, ids)
		if err != nil {
			return err
		}
		if err := do(l); err != nil {
			return err
		}
		last = ids[len(ids)-1]
	}
}

func readIDs(ctx context.Context, q querier, query string, args ...any) ([]int64, error) {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	return collect(rows, func(id *int64) []any { return []any{id} })
}

// eventsOf returns the digests noted in the events of an article.
func eventsOf(ctx context.Context, q querier, article int64) ([][]byte, error) {
	rows, err := q.QueryContext(ctx, `SELECT digest FROM events WHERE article = ? ORDER BY id`, article)
	if err != nil {
		return nil, err
	}
	return collect(rows, func(d *[]byte) []any { return []any{d} })
}

// storedActor is an actor's row.
type storedActor struct {
	storedRow
	actors.Actor
}

func eachActor(ctx context.Context, q querier, do func(*storedActor) error) error {
	rows, err := q.QueryContext(ctx, `SELECT id, digest, ident, name, kind, state FROM actors ORDER BY id`)
	if err != nil {
		return err
	}
	return each(rows, func(a *storedActor) []any {
		return []any{&a.id, &a.digest, &a.ID, &a.Name, &a.Kind, &a.State}
	}, do)
}

// storedBytes is an article's row, or that of an earlier version of it, with the bytes, which are packed.
type storedBytes struct {
	storedArticle
	bytes []byte
}

func (r *storedBytes) fields() []any { return append(r.storedArticle.fields(), &r.bytes) }

const (
	selectAllArticles   = `SELECT id, digest, ` + rowColumns + `, bytes FROM articles ORDER BY id`
	selectAllSuperseded = `SELECT s.article, s.digest, a.key, s.version, s.url, s.outlet, s.title, s.byline, s.published,
		s.published_how, s.retrieved, s.language, s.media_type, s.sha256, '', s.size, s.text, s.bytes FROM superseded s
		JOIN articles a ON a.id = s.article ORDER BY s.article, s.version`
)

func eachArticle(ctx context.Context, q querier, query string, do func(*storedBytes) error) error {
	rows, err := q.QueryContext(ctx, query)
	if err != nil {
		return err
	}
	return each(rows, (*storedBytes).fields, do)
}
