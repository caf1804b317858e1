package sqlite

import (
	"cmp"
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
		iif(occasion IS NULL, NULL, 0), iif(occasion IS NULL, NULL, 0), place, clock FROM events
		WHERE id` + picks + `ORDER BY id`
	selectStatements = `SELECT event, id, digest, ident FROM statements WHERE event` + picks + `ORDER BY id`
	eventParties     = `SELECT event, actor, concat_ws(char(31), role, basis, status, office) FROM event_parties
		WHERE event` + picks + `ORDER BY event, role, n`
	selectRelated = `SELECT event, a, b FROM related WHERE event` + picks + `ORDER BY event, a, b`
	// selectLeading reads the ids that lead to reports, of those that are no more.
	selectLeading = `SELECT x.report, x.ident FROM aliases x WHERE x.report` + picks + ` AND ` + leading
	leading       = `NOT EXISTS (SELECT 1 FROM reports y WHERE y.ident = 'r' || substr(x.ident, 2))
		AND NOT EXISTS (SELECT 1 FROM tellings y WHERE y.ident = x.ident)`
)

// loadEvents reads the events with those row ids in the order of their rows. Rows that belong to nothing are passed
// over.
func loadEvents(ctx context.Context, q querier, ids []int64) ([]*storedEvent, error) {
	l := &eventLoader{ctx: ctx, q: q, keys: keysOf}
	return l.load(ids)
}

// loadTold reads events as loadEvents does, with the articles that they cite by key: each is looked up once.
func loadTold(ctx context.Context, q querier, ids []int64) ([]*storedEvent, map[string]timeline.Source, error) {
	sources := map[string]timeline.Source{}
	l := &eventLoader{ctx: ctx, q: q}
	l.keys = func(ctx context.Context, q querier, articles []int64) (map[int64]string, error) {
		keys := make(map[int64]string, len(articles))
		return keys, eachSource(ctx, q, articles, func(id int64, s *timeline.Source) {
			keys[id], sources[s.Key] = s.Key, *s
		})
	}
	list, err := l.load(ids)
	return list, sources, err
}

func (l *eventLoader) load(ids []int64) ([]*storedEvent, error) {
	l.picked, l.byID = jsonArray(ids), make(map[int64]*storedEvent, len(ids))
	for _, step := range []func() error{l.events, l.parties, l.related, l.statements, l.reports, l.earlier, l.titles} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return l.list, l.fault
}

// eventLoader is the reading of events under way.
type eventLoader struct {
	ctx    context.Context
	q      querier
	keys   func(ctx context.Context, q querier, articles []int64) (map[int64]string, error)
	picked string
	list   []*storedEvent
	byID   map[int64]*storedEvent
	byRow  map[int64]*timeline.Statement
	fault  error

	byStatement map[int64]*storedEvent // by the row of the statement
	reported    []*storedReport
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
		e := &storedEvent{storedRow: r.storedRow, Event: r.Event}
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
	parties, err := collect(rows, (*partyRow).fields)
	if err != nil {
		return err
	}
	who, err := actorsOf(l.ctx, l.q, parties)
	if err != nil {
		return err
	}
	for i := range parties {
		p := &parties[i]
		if e := l.byID[p.owner]; e != nil {
			p.into(who, &e.Speakers, &e.Addressees)
		}
	}
	return nil
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
	l.byRow, l.byStatement = map[int64]*timeline.Statement{}, map[int64]*storedEvent{}
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
			l.byRow[e.statements[i].id], l.byStatement[e.statements[i].id] = &e.Statements[i], e
		}
	}
	return nil
}

// reports reads the reports, and from them the states of which the events speak, and the contexts.
func (l *eventLoader) reports() error {
	r := reportLoader{ctx: l.ctx, q: l.q, keys: l.keys}
	if err := r.load(ofEvents, l.picked); err != nil {
		return err
	}
	if len(r.faults) > 0 {
		l.fault = r.faults[0]
	}
	list := r.list
	slices.SortFunc(list, func(a, b *storedReport) int {
		return cmp.Or(cmp.Compare(a.statement.Int64, b.statement.Int64), cmp.Compare(a.n, b.n), cmp.Compare(a.id, b.id))
	})
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
	type told struct {
		*storedEvent
		telling int64
	}
	seen := map[told]bool{}
	for _, r := range l.reported {
		e := l.byStatement[r.statement.Int64]
		if at := (told{e, r.telling}); e != nil && !seen[at] {
			seen[at] = true
			e.Context = append(e.Context, cite(contexts[r.telling], r.ArticleKey)...)
		}
	}
	for _, e := range l.list {
		e.Event = record.Settled(e.Event)
	}
	return nil
}

// earlier finds the ids that lead to the events and statements: those of tellings, and aliases.
func (l *eventLoader) earlier() error {
	type row struct{ report, ident string }
	byIdent, idents := make(map[string]*storedReport, len(l.reported)), make([]string, 0, len(l.reported))
	for _, r := range l.reported {
		l.leads(r.toldAs, r)
		byIdent[r.ID], idents = r, append(idents, r.ID)
	}
	some, err := readIDs(l.ctx, l.q, `SELECT 1 FROM aliases LIMIT 1`) // most files have none
	if err != nil {
		return err
	}
	if len(some) > 0 {
		rows, err := l.q.QueryContext(l.ctx, selectLeading, listJSON(idents))
		if err != nil {
			return err
		}
		if err := each(rows, func(r *row) []any { return []any{&r.report, &r.ident} }, func(r *row) error {
			l.leads(r.ident, byIdent[r.report])
			return nil
		}); err != nil {
			return err
		}
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

// leads notes that an id leads to the event or the statement of a report.
func (l *eventLoader) leads(id string, r *storedReport) {
	e, st := l.byStatement[r.statement.Int64], l.byRow[r.statement.Int64]
	switch {
	case e == nil || st == nil || id == "":
	case id[0] == 'e' && id != e.ID:
		e.Earlier = append(e.Earlier, id)
	case id[0] == 's' && id != st.ID:
		st.Earlier = append(st.Earlier, id)
	}
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
