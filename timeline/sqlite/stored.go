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

// digestsOf are the digests noted in rows.
func digestsOf[T any](rows []T, of func(T) []byte) [][]byte {
	out := make([][]byte, len(rows))
	for i := range rows {
		out[i] = of(rows[i])
	}
	return out
}

// piece is how many tellings or events are in memory at a time.
const piece = 1000

// inPieces goes over the ids of all rows of a table, some at a time.
func inPieces(ctx context.Context, q querier, table string, do func(ids []int64) error) error {
	for last := int64(0); ; {
		ids, err := readIDs(ctx, q, `SELECT id FROM `+table+` WHERE id > ? ORDER BY id LIMIT ?`, last, piece)
		if err != nil || len(ids) == 0 {
			return err
		}
		if err := do(ids); err != nil {
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

// tellingsOf returns the digests noted in the tellings of an article, and then in the originals of it.
func tellingsOf(ctx context.Context, q querier, article int64) ([][]byte, error) {
	rows, err := q.QueryContext(
		ctx,
		`SELECT digest FROM (SELECT 0 AS originals, id AS place, '' AS report, digest FROM tellings
		WHERE article = ?1 UNION ALL SELECT 1, 0, report, digest FROM originals WHERE article = ?1)
		ORDER BY originals, place, report`,
		article,
	)
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
