package sqlite

import (
	"context"

	"demarche/timeline/record"
)

const editColumnNames = `id, kind, target, field, who, at, why, before, after, digest`

// EditsOf returns the edits of one thing, such as a report by its id, in their order.
func (s *Store) EditsOf(ctx context.Context, kind, target string) ([]record.Edit, error) {
	return s.selectEdits(ctx, `WHERE target = ? AND kind = ? ORDER BY id`, target, kind)
}

// EditsOfKind returns the edits of all things of a kind, in their order.
func (s *Store) EditsOfKind(ctx context.Context, kind string) ([]record.Edit, error) {
	return s.selectEdits(ctx, `WHERE kind = ? ORDER BY id`, kind)
}

// EditsBefore returns up to limit edits with smaller numbers than that, the last ones first; 0 stands for the newest.
func (s *Store) EditsBefore(ctx context.Context, id int64, limit int) ([]record.Edit, error) {
	return s.selectEdits(ctx, `WHERE ?1 = 0 OR id < ?1 ORDER BY id DESC LIMIT ?2`, id, limit)
}

// LastEdit returns the last edit of a kind that somebody made; none where there is none.
func (s *Store) LastEdit(ctx context.Context, kind, who string) ([]record.Edit, error) {
	return s.selectEdits(ctx, `WHERE kind = ? AND who = ? ORDER BY id DESC LIMIT 1`, kind, who)
}

func (s *Store) selectEdits(ctx context.Context, which string, args ...any) ([]record.Edit, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT `+editColumnNames+` FROM edits `+which, args...)
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
