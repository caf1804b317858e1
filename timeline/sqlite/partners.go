package sqlite

import (
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
	var ids []int64
	var read []timeline.Coverage
	if err := m.both(func(q querier) (err error) {
		ids, err = candidates(ctx, q, f, byRow)
		return err
	}, func(q querier) (err error) {
		read, err = readCoverage(ctx, q)
		return err
	}); err != nil {
		return nil, err
	}
	told, err := m.told(ctx, ids)
	if err != nil {
		return nil, err
	}
	return told.relations(keep, wanted, read), nil
}

// relations divides what is read by the partners of the state keep.A, as far as they are wanted and their events pass;
// read is the coverage of all.
func (r *reading) relations(
	keep *sieve, wanted func(code string) bool, read []timeline.Coverage,
) []timeline.Relation {
	slices.SortFunc(r.events, func(a, b *storedEvent) int {
		return order(&a.Event, &b.Event)
	})
	with := map[string]*timeline.Relation{}
	for _, e := range r.events {
		for _, partner := range e.partners(keep.A) {
			if !wanted(partner) {
				continue
			}
			keep.B = partner
			narrow, ok := e.Narrow(keep.A, partner)
			if !ok || !keep.passes(&narrow) {
				continue
			}
			rel := with[partner]
			if rel == nil {
				rel = &timeline.Relation{A: keep.A, B: partner, Read: read, Sources: map[string]timeline.Source{}}
				with[partner] = rel
			}
			rel.Events = append(rel.Events, narrow)
			for _, key := range citations(&narrow) {
				rel.Sources[key] = r.sources[key]
			}
		}
	}
	var out []timeline.Relation
	for _, code := range slices.Sorted(maps.Keys(with)) {
		out = append(out, *with[code])
	}
	return out
}
