package sqlite

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"demarche/timeline"
)

// Drawing tells how the events of a page are drawn, and what of it may be kept.
type Drawing struct {
	State   string                 // with whose events
	Wanted  func(code string) bool // which partners are on the page
	Program string                 // who draws: what another one drew is not taken
	// Form is how a page of so many events is drawn, "" for one of which nothing is kept.
	Form func(events int) string
	// Runs divides events, by their ids in the order of the page, into runs: the places after the last ones.
	Runs func(ids []string) []int
	// Draw draws runs of events, given by their ids and as the relations of the state with its partners. What it gives
	// depends on nothing but the run, its events with their sources, State, Program and Form.
	Draw func(rels []timeline.Relation, runs [][]string, form string) ([][]byte, error)
}

// Drawn is a page as far as it is drawn.
type Drawn struct {
	Portions [][]byte // what Draw gave for each run, now or once
	Read     []timeline.Coverage

	state, program string
	rows           []drawnRow // of the portions
	fresh          []int      // which of them are not kept yet
}

// drawnRow is a portion as it is kept.
type drawnRow struct {
	key, state, program string
	portion, digest     []byte
}

func (r *drawnRow) digestNow() []byte {
	sum := sha256.Sum256(r.portion)
	return digestOf("drawn", []any{r.key, r.state, r.program, sum[:]})
}

func (r *drawnRow) fields() []any { return []any{&r.key, &r.state, &r.program, &r.portion, &r.digest} }

const (
	// listed reads the events of a state that has those partners, with the rows that stand for them, by day and id.
	listed = `SELECT e.id, e.ident FROM events e WHERE e.id IN (SELECT event FROM related WHERE a = ?1 AND b` + picks + `
		UNION SELECT event FROM related WHERE b = ?1 AND a` + picks + `)` + byDay
	// marks reads what events are shown with that may change while their rows stand: ids that lead to them, and titles.
	marks = `SELECT s.event, 0 AS n, x.ident AS words, '' FROM aliases x JOIN reports r ON r.ident = x.report
		JOIN statements s ON s.id = r.statement WHERE ` + leading + ` UNION ALL
		SELECT s.event, t.id, t.words, t.who FROM (` + selectTitles + `) t JOIN reports r ON r.ident = t.report
		JOIN statements s ON s.id = r.statement ORDER BY n, words`
	selectDrawn = `SELECT key, state, program, portion, digest FROM drawn WHERE key` + picks
)

// stamp is an event as it is now: the row stands for all that is stored of it but the marks.
type stamp struct {
	row       int64
	id, marks string
}

// Drawn returns what a page shows of the events that a state shares with its partners: from what [Store.KeepDrawn] kept
// where its events are as they were, drawn anew where not. It is nil where the form of the drawing is "". All is of one
// moment.
func (r RelationReader) Drawn(ctx context.Context, d Drawing) (*Drawn, error) {
	m, err := r.s.moment(ctx)
	if err != nil {
		return nil, err
	}
	defer m.close() //nolint:errcheck // it only read
	out := &Drawn{state: d.State, program: d.Program}
	var stamps []stamp
	if err := m.both(func(q querier) (err error) {
		stamps, err = stampsOf(ctx, q, &d)
		return err
	}, func(q querier) (err error) {
		out.Read, err = readCoverage(ctx, q)
		return err
	}); err != nil {
		return nil, err
	}
	form := d.Form(len(stamps))
	if form == "" {
		return nil, nil
	}
	ids := make([]string, len(stamps))
	for i := range stamps {
		ids[i] = stamps[i].id
	}
	from := 0
	var runs [][]stamp
	for _, to := range d.Runs(ids) {
		runs = append(runs, stamps[from:to])
		out.rows = append(out.rows, drawnRow{key: keyOfRun(&d, form, stamps[from:to]), state: d.State, program: d.Program})
		from = to
	}
	if err := out.take(ctx, m.txs[0]); err != nil {
		return nil, err
	}
	return out, out.draw(ctx, m, &d, runs, form)
}

// stampsOf lists the events of a page in their order.
func stampsOf(ctx context.Context, q querier, d *Drawing) ([]stamp, error) {
	partners, err := partnersOf(ctx, q, d.State)
	if err != nil {
		return nil, err
	}
	wanted := listJSON(slices.DeleteFunc(partners, func(code string) bool { return !d.Wanted(code) }))
	rows, err := q.QueryContext(ctx, listed, d.State, wanted, wanted)
	if err != nil {
		return nil, err
	}
	list, err := collect(rows, func(s *stamp) []any { return []any{&s.row, &s.id} })
	if err != nil {
		return nil, err
	}
	if rows, err = q.QueryContext(ctx, marks); err != nil {
		return nil, err
	}
	type mark struct {
		event, n   int64
		words, who string
	}
	of := map[int64]string{}
	if err := each(rows, func(k *mark) []any { return []any{&k.event, &k.n, &k.words, &k.who} }, func(k *mark) error {
		of[k.event] += string(appendValue(appendValue(nil, k.words), k.who))
		return nil
	}); err != nil {
		return nil, err
	}
	for i := range list {
		list[i].marks = of[list[i].row]
	}
	return list, nil
}

// keyOfRun is the digest of all that the portion of a run depends on.
func keyOfRun(d *Drawing, form string, run []stamp) string {
	values := []any{d.Program, d.State, form}
	for _, s := range run {
		values = append(values, s.row, s.id, s.marks)
	}
	return hex.EncodeToString(digestOf("run", values))
}

// take takes what is kept. What was changed by another hand is passed over.
func (d *Drawn) take(ctx context.Context, q querier) error {
	rows, err := q.QueryContext(ctx, selectDrawn, d.keys())
	if err != nil {
		return err
	}
	kept := map[string][]byte{}
	if err := each(rows, (*drawnRow).fields, func(r *drawnRow) error {
		if r.state == d.state && r.program == d.program && bytes.Equal(r.digest, r.digestNow()) {
			kept[r.key] = r.portion
		}
		return nil
	}); err != nil {
		return err
	}
	for i := range d.rows {
		if p, ok := kept[d.rows[i].key]; ok {
			d.rows[i].portion = p
		} else {
			d.fresh = append(d.fresh, i)
		}
	}
	return nil
}

func (d *Drawn) keys() string {
	keys := make([]string, len(d.rows))
	for i := range d.rows {
		keys[i] = d.rows[i].key
	}
	return listJSON(keys)
}

// draw draws the runs that are not kept.
func (d *Drawn) draw(ctx context.Context, m *moment, by *Drawing, runs [][]stamp, form string) error {
	var rows []int64
	var ids [][]string
	for _, i := range d.fresh {
		var run []string
		for _, s := range runs[i] {
			rows, run = append(rows, s.row), append(run, s.id)
		}
		ids = append(ids, run)
	}
	if len(ids) > 0 {
		slices.Sort(rows)
		told, err := m.told(ctx, rows)
		if err != nil {
			return err
		}
		drawn, err := by.Draw(told.relations(&sieve{Filter: Filter{A: d.state}}, by.Wanted, d.Read), ids, form)
		if err != nil {
			return err
		}
		for k, i := range d.fresh {
			d.rows[i].portion = drawn[k]
		}
	}
	for i := range d.rows {
		d.Portions = append(d.Portions, d.rows[i].portion)
	}
	return nil
}
