package sqlite

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"demarche/timeline"
	"demarche/timeline/merge"
)

// backlog is what a transaction has changed and is to merge yet. It knows rows, not how they are merged.
type backlog struct {
	db   *connection
	open unsettled
}

// settler merges what a transaction has changed into events, by what people have decided of events. It knows tellings,
// not the articles that they are of.
type settler struct {
	db       *connection
	backlog  *backlog
	aliases  *aliasWriter
	places   *places
	events   *eventWriter
	tellings *tellingWriter
	decided  *merge.Edits        // nil until they are read
	links    map[string][]string // by ids of tellings, in place of neighbours; nil for none
}

const (
	selectHolding = `SELECT DISTINCT r.telling, coalesce(s.event, 0), coalesce(e.ident, '') FROM reports r
		LEFT JOIN statements s ON s.id = r.statement LEFT JOIN events e ON e.id = s.event
		WHERE r.telling` + picks
	countHeld = `SELECT s.event, count(DISTINCT r.telling) FROM statements s JOIN reports r ON r.statement = s.id
		WHERE s.event` + picks + `GROUP BY s.event`
)

// unsettled is what a transaction has changed and not merged yet.
type unsettled struct {
	tellings []int64    // new
	left     []int64    // tellings of events that have lost a report
	events   []int64    // those events
	pairs    [][2]int64 // tellings whose being neighbours may have changed
}

func (u *unsettled) clone() unsettled {
	return unsettled{slices.Clone(u.tellings), slices.Clone(u.left), slices.Clone(u.events), slices.Clone(u.pairs)}
}

// holding is an event as it is stored, for the question whether it stays.
type holding struct {
	event    int64
	ident    string
	tellings int
}

// lose notes that events are about to lose a report.
func (b *backlog) lose(events []int64) error {
	left, err := b.db.ids(`SELECT DISTINCT r.telling FROM statements s JOIN reports r ON r.statement = s.id
		WHERE s.event`+picks, jsonArray(events))
	b.open.left, b.open.events = append(b.open.left, left...), append(b.open.events, events...)
	return err
}

// settle merges what the transaction has changed: the nets that hold a changed telling are divided anew, all others
// stay as they are.
func (w *settler) settle() error {
	u := w.backlog.open
	w.backlog.open = unsettled{}
	if len(u.tellings) == 0 && len(u.left) == 0 && len(u.pairs) == 0 {
		return nil
	}
	edits, err := w.edits()
	if err != nil {
		return err
	}
	from, err := w.tellings.heldTellings(slices.Concat(u.tellings, u.left))
	if err != nil {
		return err
	}
	parted, err := w.parted(u.pairs)
	if err != nil {
		return err
	}
	net, err := merge.Spread(append(from, parted...), edits, func(t *merge.Telling) ([]*merge.Telling, error) {
		return w.neighbours(t, edits)
	})
	if err != nil {
		return err
	}
	if err := w.rewrite(net.Groups(edits), u.events); err != nil {
		return err
	}
	if len(w.tellings.held) > maxTellings {
		clear(w.tellings.held)
		clear(w.tellings.rows)
	}
	return nil
}

// parted returns the tellings of pairs that are of one event by themselves: whether they are neighbours matters.
func (w *settler) parted(pairs [][2]int64) ([]*merge.Telling, error) {
	slices.SortFunc(pairs, func(a, b [2]int64) int { return slices.Compare(a[:], b[:]) })
	var out []*merge.Telling
	for _, p := range slices.Compact(pairs) {
		both, err := w.tellings.heldTellings(p[:])
		if err != nil {
			return nil, err
		}
		if len(both) == 2 && both[0].Same(both[1]) {
			out = append(out, both...)
		}
	}
	return out, nil
}

// rewrite stores the groups: those that are stored as they are stay, the events of all others are made anew.
func (w *settler) rewrite(groups [][]*merge.Telling, changed []int64) error {
	held, err := w.holdings(groups)
	if err != nil {
		return err
	}
	gone := map[int64]bool{}
	for _, event := range changed {
		gone[event] = true
	}
	var anew [][]*merge.Telling
	for _, g := range groups {
		if w.stands(g, held, gone) {
			continue
		}
		anew = append(anew, g)
		for _, t := range g {
			for _, h := range held[w.tellings.rows[t.Whole()]] {
				gone[h.event] = true
			}
		}
	}
	delete(gone, 0)
	if err := w.aliases.retire(slices.Sorted(maps.Keys(gone))); err != nil {
		return err
	}
	return w.insertGroups(anew)
}

// stands reports whether an event is stored that is the group, no more and no less.
func (w *settler) stands(g []*merge.Telling, held map[int64][]holding, gone map[int64]bool) bool {
	var is holding
	for i, t := range g {
		h := held[w.tellings.rows[t.Whole()]]
		if t.Whole() != t || len(h) != 1 || h[0].event == 0 || gone[h[0].event] || i > 0 && h[0] != is {
			return false
		}
		is = h[0]
	}
	return is.ident == g[0].ID && is.tellings == len(g)
}

// holdings tells by which events the tellings of the groups are held now; the event is 0 for a report that is held by
// none.
func (w *settler) holdings(groups [][]*merge.Telling) (map[int64][]holding, error) {
	var ids []int64
	for _, g := range groups {
		for _, t := range g {
			ids = append(ids, w.tellings.rows[t.Whole()])
		}
	}
	s, err := w.db.stmt(selectHolding) //nolint:sqlclosecheck // the writer closes it
	if err != nil {
		return nil, err
	}
	rows, err := s.Query(jsonArray(ids))
	if err != nil {
		return nil, err
	}
	type row struct {
		telling int64
		holding
	}
	all, err := collect(rows, func(r *row) []any { return []any{&r.telling, &r.event, &r.ident} })
	if err != nil {
		return nil, err
	}
	var events []int64
	for _, r := range all {
		events = append(events, r.event)
	}
	slices.Sort(events)
	counts, err := w.countTellings(slices.Compact(events))
	out := map[int64][]holding{}
	for _, r := range all {
		r.tellings = counts[r.event]
		out[r.telling] = append(out[r.telling], r.holding)
	}
	return out, err
}

// countTellings counts the tellings of events.
func (w *settler) countTellings(events []int64) (map[int64]int, error) {
	s, err := w.db.stmt(countHeld) //nolint:sqlclosecheck // the writer closes it
	if err != nil {
		return nil, err
	}
	rows, err := s.Query(jsonArray(events))
	if err != nil {
		return nil, err
	}
	type count struct {
		event int64
		n     int
	}
	out := map[int64]int{}
	return out, each(rows, func(c *count) []any { return []any{&c.event, &c.n} }, func(c *count) error {
		out[c.event] = c.n
		return nil
	})
}

// insertGroups makes the events of groups from what is stored of their tellings, some groups at a time.
func (w *settler) insertGroups(groups [][]*merge.Telling) error {
	for len(groups) > 0 {
		n, tellings := 0, 0
		for n < len(groups) && tellings < piece {
			tellings += len(groups[n])
			n++
		}
		if err := w.insertSome(groups[:n]); err != nil {
			return err
		}
		groups = groups[n:]
	}
	return nil
}

func (w *settler) insertSome(groups [][]*merge.Telling) error {
	var ids []int64
	for _, g := range groups {
		for _, t := range g {
			ids = append(ids, w.tellings.rows[t.Whole()])
		}
	}
	list, faults, err := loadTellings(context.Background(), w.db.conn, ids)
	switch {
	case err != nil:
		return err
	case len(faults) > 0:
		return fmt.Errorf("%w; see: demarche check", faults[0])
	}
	byID := map[int64]*timeline.Event{}
	sources := map[string]timeline.Source{}
	for _, t := range list {
		byID[t.id] = &t.event
		sources[t.key] = timeline.Source{Published: t.from.Published}
	}
	of := func(t *merge.Telling) *timeline.Event { return byID[w.tellings.rows[t.Whole()]] }
	for _, g := range groups {
		e := merge.Unite(g, of, sources)
		if err := w.events.insertEvent(&e); err != nil {
			return err
		}
	}
	return nil
}
