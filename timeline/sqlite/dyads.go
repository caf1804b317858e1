package sqlite

import "context"

// Dyad is two states, the first before the second in the order of the alphabet, with the number of their events.
type Dyad struct {
	A, B   string
	Events int
}

// Dyads returns the pairs of states that share an event, those with most first.
func (r RelationReader) Dyads(ctx context.Context, limit int) ([]Dyad, error) {
	rows, err := r.s.db.QueryContext(ctx, `SELECT a, b, count(*) FROM related GROUP BY a, b
		ORDER BY 3 DESC, a, b LIMIT ?`, limit)
	if err != nil {
		return nil, err
	}
	return collect(rows, func(d *Dyad) []any { return []any{&d.A, &d.B, &d.Events} })
}
