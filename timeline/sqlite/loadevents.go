package sqlite

import (
	"context"
	"slices"
	"strconv"

	"demarche/timeline"
	"demarche/timeline/record"
)

// storedEvent is an event with its row and those of its statements, in the order in which they are shown.
type storedEvent struct {
	storedRow
	statements []storedRow
	related    []pair
	timeline.Event
}

const (
	selectEvents = `SELECT id, digest, ident, channel, said, earliest, latest, basis, 0, 0, occasion, occasion_date,
		iif(occasion IS NULL, NULL, 0), iif(occasion IS NULL, NULL, 0), place FROM events WHERE id` + picks + `ORDER BY id`
	selectStatements = `SELECT event, id, digest, ident FROM statements WHERE event` + picks + `ORDER BY id`
	eventParties     = `SELECT p.event, p.role, a.ident, a.name, a.kind, a.state, p.office, p.basis, p.status
		FROM event_parties p JOIN actors a ON a.id = p.actor WHERE p.event` + picks + `ORDER BY p.event, p.role, p.n`
	selectRelated = `SELECT event, a, b FROM related WHERE event` + picks + `ORDER BY event, a, b`
	// selectEarlier reads the ids that lead to a report of the events: those of tellings, and those that are no more.
	selectEarlier = `SELECT DISTINCT s.event, t.ident, r.statement FROM statements s JOIN reports r ON r.statement = s.id
		JOIN tellings t ON t.id = r.telling WHERE s.event` + picks + `
		UNION SELECT s.event, x.ident, r.statement FROM statements s JOIN reports r ON r.statement = s.id
		JOIN aliases x ON x.report = r.ident WHERE s.event IN (SELECT value FROM json_each(?))
		AND NOT EXISTS (SELECT 1 FROM reports y WHERE y.ident = 'r' || substr(x.ident, 2))
		AND NOT EXISTS (SELECT 1 FROM tellings y WHERE y.ident = x.ident)`
)

// loadEvents reads the events with those row ids in the order of their rows. Rows that belong to nothing are passed
// over.
func loadEvents(ctx context.Context, q querier, ids []int64) ([]*storedEvent, error) {
	l := &eventLoader{ctx: ctx, q: q, picked: jsonArray(ids), byID: map[int64]*storedEvent{}}
	for _, step := range []func() error{l.events, l.parties, l.related, l.statements, l.reports, l.earlier, l.titles} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return l.list, l.fault
}

// eventLoader is the reading of events under way.
type eventLoader struct {
	ctx      context.Context
	q        querier
	picked   string
	list     []*storedEvent
	byID     map[int64]*storedEvent
	byRow    map[int64]*timeline.Statement
	reported []*storedReport
	fault    error
}

func (l *eventLoader) events() error {
	type row struct {
		storedEvent
		happening
	}
	rows, err := l.q.QueryContext(l.ctx, selectEvents, l.picked)
	if err != nil {
		return err
	}
	return each(rows, func(r *row) []any {
		return append([]any{&r.id, &r.digest, &r.ID}, r.fields()...)
	}, func(r *row) error {
		e := &r.storedEvent
		e.Channel, e.Said, e.Occasion, e.Place = timeline.Channel(r.channel), r.when(), r.what(), r.place
		l.list, l.byID[e.id] = append(l.list, e), e
		return nil
	})
}

func (l *eventLoader) parties() error {
	rows, err := l.q.QueryContext(l.ctx, eventParties, l.picked)
	if err != nil {
		return err
	}
	return each(rows, (*partyRow).fields, func(p *partyRow) error {
		if e := l.byID[p.owner]; e != nil {
			p.into(&e.Speakers, &e.Addressees)
		}
		return nil
	})
}

func (l *eventLoader) related() error {
	type row struct {
		event int64
		pair
	}
	rows, err := l.q.QueryContext(l.ctx, selectRelated, l.picked)
	if err != nil {
		return err
	}
	return each(rows, func(r *row) []any { return []any{&r.event, &r.a, &r.b} }, func(r *row) error {
		if e := l.byID[r.event]; e != nil {
			e.related = append(e.related, r.pair)
		}
		return nil
	})
}

func (l *eventLoader) statements() error {
	type row struct {
		event int64
		storedRow
		ident string
	}
	rows, err := l.q.QueryContext(l.ctx, selectStatements, l.picked)
	if err != nil {
		return err
	}
	l.byRow = map[int64]*timeline.Statement{}
	if err := each(rows, func(r *row) []any { return []any{&r.event, &r.id, &r.digest, &r.ident} }, func(r *row) error {
		if e := l.byID[r.event]; e != nil {
			e.statements = append(e.statements, r.storedRow)
			e.Statements = append(e.Statements, timeline.Statement{ID: r.ident})
		}
		return nil
	}); err != nil {
		return err
	}
	for _, e := range l.list { // the slices have stopped growing: their elements may be pointed at
		for i := range e.statements {
			l.byRow[e.statements[i].id] = &e.Statements[i]
		}
	}
	return nil
}

// reports reads the reports, and from them the states of which the events speak, and the contexts.
func (l *eventLoader) reports() error {
	list, faults, err := loadReports(l.ctx, l.q, ofEvents, l.picked)
	if err != nil {
		return err
	}
	if len(faults) > 0 {
		l.fault = faults[0]
	}
	l.reported = list
	for _, r := range list {
		if st := l.byRow[r.statement.Int64]; st != nil {
			st.Reports = append(st.Reports, r.Report)
		}
	}
	return l.contexts()
}

// contexts reads the backgrounds of the tellings, and fills in what follows from the reports.
func (l *eventLoader) contexts() error {
	var tellings []int64
	for _, r := range l.reported {
		tellings = append(tellings, r.telling)
	}
	slices.Sort(tellings)
	contexts, err := loadContexts(l.ctx, l.q, jsonArray(slices.Compact(tellings)))
	if err != nil {
		return err
	}
	of := map[int64]int64{} // statement to event
	for _, e := range l.list {
		for _, st := range e.statements {
			of[st.id] = e.id
		}
	}
	seen := map[[2]int64]bool{}
	for _, r := range l.reported {
		at := [2]int64{of[r.statement.Int64], r.telling}
		if e := l.byID[at[0]]; e != nil && !seen[at] {
			seen[at] = true
			e.Context = append(e.Context, contexts[r.telling]...)
		}
	}
	for _, e := range l.list {
		e.Event = record.Settled(e.Event)
	}
	return nil
}

func (l *eventLoader) earlier() error {
	type row struct {
		event     int64
		ident     string
		statement int64
	}
	rows, err := l.q.QueryContext(l.ctx, selectEarlier, l.picked, l.picked)
	if err != nil {
		return err
	}
	if err := each(rows, func(r *row) []any { return []any{&r.event, &r.ident, &r.statement} }, func(r *row) error {
		e, st := l.byID[r.event], l.byRow[r.statement]
		switch {
		case e == nil || st == nil || r.ident == "":
		case r.ident[0] == 'e' && r.ident != e.ID:
			e.Earlier = append(e.Earlier, r.ident)
		case r.ident[0] == 's' && r.ident != st.ID:
			st.Earlier = append(st.Earlier, r.ident)
		}
		return nil
	}); err != nil {
		return err
	}
	for _, e := range l.list {
		slices.Sort(e.Earlier)
		e.Earlier = slices.Compact(e.Earlier)
		for i := range e.Statements {
			st := &e.Statements[i]
			for j := range st.Reports {
				if id := record.StatementID(st.Reports[j].ID); id != st.ID {
					st.Earlier = append(st.Earlier, id)
				}
			}
			slices.Sort(st.Earlier)
			st.Earlier = slices.Compact(st.Earlier)
		}
	}
	return nil
}

// jsonArray writes row ids as picks wants them.
func jsonArray(ids []int64) string {
	b := []byte{'['}
	for i, id := range ids {
		if i > 0 {
			b = append(b, ',')
		}
		b = strconv.AppendInt(b, id, 10)
	}
	return string(append(b, ']'))
}
