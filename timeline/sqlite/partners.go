package sqlite

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"demarche/timeline"
)

// All returns the relations of the state f.A with every partner that wanted takes and that shares an event with
// it, by the partner's code; f.B is of no interest. Each is what [RelationReader.Between] gives, and all are of one
// moment; every event and article is read once, whatever the number of partners.
func (r RelationReader) All(ctx context.Context, f Filter, wanted func(code string) bool) ([]timeline.Relation, error) {
	m, err := r.s.moment(ctx)
	if err != nil {
		return nil, err
	}
	defer m.close() //nolint:errcheck // it only read
	f.B = ""
	keep, err := newSieve(ctx, m.txs[0], f)
	if err != nil {
		return nil, err
	}
	told, err := m.told(ctx, f)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(told.events, func(a, b *storedEvent) int {
		return cmp.Or(cmp.Compare(firstDay(a.Event), firstDay(b.Event)), cmp.Compare(a.ID, b.ID))
	})
	with := map[string]*timeline.Relation{}
	for _, e := range told.events {
		for _, partner := range e.partners(f.A) {
			if !wanted(partner) {
				continue
			}
			keep.B = partner
			narrow, ok := e.Narrow(f.A, partner)
			if !ok || !keep.passes(&narrow) {
				continue
			}
			rel := with[partner]
			if rel == nil {
				rel = &timeline.Relation{A: f.A, B: partner, Read: told.read, Sources: map[string]timeline.Source{}}
				with[partner] = rel
			}
			rel.Events = append(rel.Events, narrow)
			for _, key := range citations(&narrow) {
				rel.Sources[key] = told.sources[key]
			}
		}
	}
	var out []timeline.Relation
	for _, code := range slices.Sorted(maps.Keys(with)) {
		out = append(out, *with[code])
	}
	return out, nil
}
