package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"

	"demarche/quotes"
	"demarche/quotes/text"
	"demarche/timeline"
	"demarche/timeline/actors"
	"demarche/timeline/dates"
)

// querier is a database, a connection or a transaction.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// loader reads events as they were put.
type loader struct {
	ctx    context.Context
	q      querier
	picked string // ids of the events as a JSON array
	events []timeline.Event
	ids    []int64 // rows of events
	owners []int64 // rows of the articles of events
	faults []error // reports whose spans can't be read

	byEvent     map[int64]*timeline.Event
	byStatement map[int64]*timeline.Statement
	byReport    map[int64]*timeline.Report
}

// load reads the events with those row ids, in the order of their rows: by article as put, and in it as they were
// given. In a damaged file rows may belong to nothing: they are passed over here, and are for Check to find; what
// can't be read is in faults.
func load(ctx context.Context, q querier, ids []int64) (*loader, error) {
	l := &loader{ctx: ctx, q: q, picked: jsonArray(ids)}
	for _, step := range []func() error{l.readEvents, l.readAbout, l.readContexts, l.readStatements, l.readReports} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	if err := l.readParties(eventParties, func(id int64) (s, a *[]timeline.Party) {
		if e := l.byEvent[id]; e != nil {
			return &e.Speakers, &e.Addressees
		}
		return nil, nil
	}); err != nil {
		return nil, err
	}
	return l, l.readParties(reportParties, func(id int64) (s, a *[]timeline.Party) {
		if r := l.byReport[id]; r != nil {
			return &r.Speakers, &r.Addressees
		}
		return nil, nil
	})
}

const (
	picks    = ` IN (SELECT value FROM json_each(?)) `
	happened = `said, earliest, latest, basis, said_start, said_end, occasion, occasion_date, occasion_start, occasion_end, place`

	selectEvents   = `SELECT id, article, ident, channel, ` + happened + ` FROM events WHERE id` + picks + `ORDER BY id`
	selectAbout    = `SELECT event, state FROM involved WHERE event` + picks + `AND role = 'about' ORDER BY event, state`
	selectContexts = `SELECT c.event, a.key, c.start, c."end", c.text FROM contexts c JOIN events e ON e.id = c.event
		JOIN articles a ON a.id = e.article WHERE c.event` + picks + `ORDER BY c.event, c.n`
	selectStatements = `SELECT event, id, ident FROM statements WHERE event` + picks + `ORDER BY id`
	selectReports    = `SELECT s.id, r.id, a.key, r.ident, r.form, r.content, r.cue, r.source, r."by", r.p, r.text, r.around_start,
		r.around_end, m.ident, m.name, m.kind, m.state, r.tone, r.plover, r.score, r.decided, r.channel, r.said, r.earliest, r.latest,
		r.basis, r.said_start, r.said_end, r.occasion, r.occasion_date, r.occasion_start, r.occasion_end, r.place
		FROM statements s JOIN reports r ON r.statement = s.id JOIN events e ON e.id = s.event
		JOIN articles a ON a.id = e.article LEFT JOIN actors m ON m.id = r.medium WHERE s.event` + picks + `ORDER BY r.id`
	eventParties = `SELECT p.event, p.role, a.ident, a.name, a.kind, a.state, p.office, p.basis, p.evidence_start, p.evidence_end
		FROM event_parties p JOIN actors a ON a.id = p.actor WHERE p.event` + picks + `ORDER BY p.event, p.role, p.n`
	reportParties = `SELECT p.report, p.role, a.ident, a.name, a.kind, a.state, p.office, p.basis, p.evidence_start, p.evidence_end
		FROM statements s JOIN reports r ON r.statement = s.id JOIN report_parties p ON p.report = r.id
		JOIN actors a ON a.id = p.actor WHERE s.event` + picks + `ORDER BY p.report, p.role, p.n`
)

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

// happening is the part that the rows of events and reports have alike.
type happening struct {
	channel, said, earliest, latest, basis string
	saidStart, saidEnd                     int
	occasion, occasionDate                 sql.NullString
	occasionStart, occasionEnd             sql.NullInt64
	place                                  string
}

func (h *happening) fields() []any {
	return []any{
		&h.channel, &h.said, &h.earliest, &h.latest, &h.basis, &h.saidStart, &h.saidEnd, &h.occasion, &h.occasionDate,
		&h.occasionStart, &h.occasionEnd, &h.place,
	}
}

func (h *happening) when() timeline.Said {
	return timeline.Said{
		Date:     dates.Date{EDTF: h.said, Earliest: h.earliest, Latest: h.latest},
		Basis:    dates.Basis(h.basis),
		Evidence: text.Span{Start: h.saidStart, End: h.saidEnd},
	}
}

func (h *happening) what() *timeline.Occasion {
	if !h.occasion.Valid {
		return nil
	}
	return &timeline.Occasion{
		Name: h.occasion.String, Date: h.occasionDate.String,
		Evidence: text.Span{Start: int(h.occasionStart.Int64), End: int(h.occasionEnd.Int64)},
	}
}

func (l *loader) readEvents() error {
	type eventRow struct {
		id, article int64
		ident       string
		happening
	}
	rows, err := l.q.QueryContext(l.ctx, selectEvents, l.picked)
	if err != nil {
		return err
	}
	err = each(rows, func(r *eventRow) []any { return append([]any{&r.id, &r.article, &r.ident}, r.fields()...) },
		func(r *eventRow) error {
			l.ids, l.owners = append(l.ids, r.id), append(l.owners, r.article)
			l.events = append(l.events, timeline.Event{
				ID: r.ident, Channel: timeline.Channel(r.channel), Said: r.when(), Occasion: r.what(), Place: r.place,
			})
			return nil
		})
	l.byEvent = make(map[int64]*timeline.Event, len(l.ids))
	for i, id := range l.ids {
		l.byEvent[id] = &l.events[i]
	}
	return err
}

func (l *loader) readAbout() error {
	type aboutRow struct {
		event int64
		state string
	}
	rows, err := l.q.QueryContext(l.ctx, selectAbout, l.picked)
	if err != nil {
		return err
	}
	return each(rows, func(r *aboutRow) []any { return []any{&r.event, &r.state} }, func(r *aboutRow) error {
		if e := l.byEvent[r.event]; e != nil {
			e.About = append(e.About, r.state)
		}
		return nil
	})
}

func (l *loader) readContexts() error {
	type contextRow struct {
		event int64
		timeline.Context
	}
	rows, err := l.q.QueryContext(l.ctx, selectContexts, l.picked)
	if err != nil {
		return err
	}
	return each(rows, func(r *contextRow) []any {
		return []any{&r.event, &r.ArticleKey, &r.Span.Start, &r.Span.End, &r.Text}
	}, func(r *contextRow) error {
		if e := l.byEvent[r.event]; e != nil {
			e.Context = append(e.Context, r.Context)
		}
		return nil
	})
}

func (l *loader) readStatements() error {
	type statementRow struct {
		event, id int64
		ident     string
	}
	rows, err := l.q.QueryContext(l.ctx, selectStatements, l.picked)
	if err != nil {
		return err
	}
	all, err := collect(rows, func(r *statementRow) []any { return []any{&r.event, &r.id, &r.ident} })
	if err != nil {
		return err
	}
	all = slices.DeleteFunc(all, func(r statementRow) bool { return l.byEvent[r.event] == nil })
	for _, r := range all {
		e := l.byEvent[r.event]
		e.Statements = append(e.Statements, timeline.Statement{ID: r.ident})
	}
	// The slices have stopped growing: their elements may be pointed at.
	l.byStatement = make(map[int64]*timeline.Statement, len(all))
	seen := map[int64]int{}
	for _, r := range all {
		l.byStatement[r.id] = &l.byEvent[r.event].Statements[seen[r.event]]
		seen[r.event]++
	}
	return nil
}

func (l *loader) readReports() error {
	type reportRow struct {
		statement, id        int64
		content, cue, source string
		decided              string
		medium               [4]sql.NullString
		r                    timeline.Report
		happening
	}
	rows, err := l.q.QueryContext(l.ctx, selectReports, l.picked)
	if err != nil {
		return err
	}
	var order [][2]int64 // statement and id of each report
	err = each(rows, func(x *reportRow) []any {
		r := &x.r
		return append([]any{
			&x.statement, &x.id, &r.ArticleKey, &r.ID, &r.Form, &x.content, &x.cue, &x.source, &r.By, &r.P, &r.Text,
			&r.Around.Start, &r.Around.End, &x.medium[0], &x.medium[1], &x.medium[2], &x.medium[3], &r.Tone, &r.Plover, &r.Score, &x.decided,
		},
			x.fields()...)
	}, func(x *reportRow) error {
		r := &x.r
		for _, s := range []struct {
			from string
			to   *[]text.Span
		}{{x.content, &r.Content}, {x.cue, &r.Cue}, {x.source, &r.Source}} {
			if parseSpans(s.from, s.to) != nil {
				l.faults = append(l.faults, fmt.Errorf("report %s, row %d: %q is no list of spans", r.ID, x.id, s.from))
			}
		}
		if err := json.Unmarshal([]byte(x.decided), &r.Decided); err != nil {
			l.faults = append(l.faults, fmt.Errorf("report %s, row %d: %w", r.ID, x.id, err))
		}
		if m := x.medium; m[0].Valid {
			r.Medium = &actors.Actor{ID: m[0].String, Name: m[1].String, Kind: actors.Kind(m[2].String), State: m[3].String}
		}
		r.Act, r.Channel, r.Said, r.Occasion, r.Place = quotes.Speech, timeline.Channel(x.channel), x.when(), x.what(), x.place
		st := l.byStatement[x.statement]
		if st == nil {
			return nil
		}
		st.Reports = append(st.Reports, *r)
		order = append(order, [2]int64{x.statement, x.id})
		return nil
	})
	l.byReport = make(map[int64]*timeline.Report, len(order))
	seen := map[int64]int{}
	for _, o := range order {
		l.byReport[o[1]] = &l.byStatement[o[0]].Reports[seen[o[0]]]
		seen[o[0]]++
	}
	return err
}

// readParties hands every party of a query to the list of its owner's speakers or addressees.
func (l *loader) readParties(query string, lists func(owner int64) (speakers, addressees *[]timeline.Party)) error {
	type partyRow struct {
		owner int64
		role  string
		timeline.Party
	}
	rows, err := l.q.QueryContext(l.ctx, query, l.picked)
	if err != nil {
		return err
	}
	return each(rows, func(r *partyRow) []any {
		return []any{&r.owner, &r.role, &r.ID, &r.Name, &r.Kind, &r.State, &r.Office, &r.Basis, &r.Evidence.Start, &r.Evidence.End}
	}, func(r *partyRow) error {
		list, addressees := lists(r.owner)
		if r.role == addressee {
			list = addressees
		}
		if list != nil {
			*list = append(*list, r.Party)
		}
		return nil
	})
}

// parseSpans reads what spansJSON wrote.
func parseSpans(s string, to *[]text.Span) error {
	var pairs [][2]int
	if err := json.Unmarshal([]byte(s), &pairs); err != nil {
		return err
	}
	for _, p := range pairs {
		*to = append(*to, text.Span{Start: p[0], End: p[1]})
	}
	return nil
}
