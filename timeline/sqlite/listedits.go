package sqlite

import (
	"context"

	"demarche/timeline/record"
)

const editColumnNames = `id, kind, target, field, who, at, why, before, after, digest`

// All returns all edits in the order in which they were made.
func (r EditReader) All(ctx context.Context) ([]record.Edit, error) {
	all, err := readEdits(ctx, r.s.db)
	out := make([]record.Edit, len(all))
	for i := range all {
		out[i] = all[i].Edit
	}
	return out, err
}

// Of returns the edits of one thing, such as a report by its id, in their order.
func (r EditReader) Of(ctx context.Context, kind, target string) ([]record.Edit, error) {
	return r.list(ctx, `WHERE target = ? AND kind = ? ORDER BY id`, target, kind)
}

// OfKind returns the edits of all things of a kind, in their order.
func (r EditReader) OfKind(ctx context.Context, kind string) ([]record.Edit, error) {
	return r.list(ctx, `WHERE kind = ? ORDER BY id`, kind)
}

// Before returns up to limit edits with smaller numbers than that, the last ones first; 0 stands for the newest.
func (r EditReader) Before(ctx context.Context, id int64, limit int) ([]record.Edit, error) {
	return r.list(ctx, `WHERE ?1 = 0 OR id < ?1 ORDER BY id DESC LIMIT ?2`, id, limit)
}

// Last returns the last edit of a kind that somebody made; none where there is none.
func (r EditReader) Last(ctx context.Context, kind, who string) ([]record.Edit, error) {
	return r.list(ctx, `WHERE kind = ? AND who = ? ORDER BY id DESC LIMIT 1`, kind, who)
}

func (r EditReader) list(ctx context.Context, which string, args ...any) ([]record.Edit, error) {
	rows, err := r.s.db.QueryContext(ctx, `SELECT `+editColumnNames+` FROM edits `+which, args...)
	if err != nil {
		return nil, err
	}
	list, err := collect(rows, (*storedEdit).fields)
	out := make([]record.Edit, len(list))
	for i := range list {
		out[i] = list[i].Edit
	}
	return out, err
}
