package sqlite

import (
	"encoding/json"
	"slices"
	"strconv"

	"demarche/quotes/text"
	"demarche/timeline"
)

const (
	insertEvent = `INSERT INTO events (article, digest, ident, channel, said, earliest, latest, basis, said_start,
		said_end, occasion, occasion_date, occasion_start, occasion_end, place) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
	insertStatement = `INSERT INTO statements (event, digest, ident) VALUES (?, ?, ?)`
	insertReport    = `INSERT INTO reports (statement, digest, medium, ident, form, content, cue, source, "by", p, text,
		around_start, around_end, tone, plover, score, decided, channel, said, earliest, latest, basis, said_start, said_end,
		occasion, occasion_date, occasion_start, occasion_end, place)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
	insertEventParty = `INSERT INTO event_parties (event, role, n, actor, office, basis, evidence_start, evidence_end)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?)`
	insertReportParty = `INSERT INTO report_parties (report, role, n, actor, office, basis, evidence_start, evidence_end)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?)`
	insertInvolved = `INSERT INTO involved (state, event, role) VALUES (?, ?, ?)`
	insertContext  = `INSERT INTO contexts (event, n, start, "end", text) VALUES (?, ?, ?, ?, ?)`
)

// Roles of a party or state in an event.
const (
	speaker   = "speaker"
	addressee = "addressee"
	about     = "about"
)

// insertEvents puts the events of an article with their digests.
func (w *writer) insertEvents(article int64, events []timeline.Event, digests []eventDigests) error {
	for i := range events {
		if err := w.insertEvent(article, &events[i], &digests[i]); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) insertEvent(article int64, e *timeline.Event, d *eventDigests) error {
	id, err := w.insert(insertEvent, append([]any{article, d.event}, eventColumns(e)...)...)
	if err != nil {
		return err
	}
	if err := w.insertParties(insertEventParty, id, speaker, e.Speakers); err != nil {
		return err
	}
	if err := w.insertParties(insertEventParty, id, addressee, e.Addressees); err != nil {
		return err
	}
	if err := w.involveStates(id, e); err != nil {
		return err
	}
	for n, c := range e.Context {
		if err := w.exec(insertContext, id, n, c.Span.Start, c.Span.End, c.Text); err != nil {
			return err
		}
	}
	for i := range e.Statements {
		if err := w.insertStatement(id, &e.Statements[i], &d.statements[i]); err != nil {
			return err
		}
	}
	return nil
}

// eventColumns are the columns of an event from ident on.
func eventColumns(e *timeline.Event) []any {
	return append([]any{e.ID, string(e.Channel)}, saidColumns(e.Said, e.Occasion, e.Place)...)
}

// involveStates notes the states that the event's parties speak for and its content names.
func (w *writer) involveStates(id int64, e *timeline.Event) error {
	for _, in := range involved(e) {
		if err := w.exec(insertInvolved, in.state, id, in.role); err != nil {
			return err
		}
	}
	return nil
}

// involvement is a state's part in an event.
type involvement struct{ state, role string }

// involved returns the parts of all states in the event, each once.
func involved(e *timeline.Event) []involvement {
	var all []involvement
	add := func(state, role string) {
		if in := (involvement{state, role}); state != "" && !slices.Contains(all, in) {
			all = append(all, in)
		}
	}
	for _, p := range e.Speakers {
		add(p.State, speaker)
	}
	for _, p := range e.Addressees {
		add(p.State, addressee)
	}
	for _, s := range e.About {
		add(s, about)
	}
	return all
}

func (w *writer) insertStatement(event int64, st *timeline.Statement, d *statementDigests) error {
	id, err := w.insert(insertStatement, event, d.statement, st.ID)
	if err != nil {
		return err
	}
	for i := range st.Reports {
		if err := w.insertReport(id, &st.Reports[i], d.reports[i]); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) insertReport(statement int64, r *timeline.Report, digest []byte) error {
	var medium any
	if r.Medium != nil {
		id, err := w.actor(*r.Medium)
		if err != nil {
			return err
		}
		medium = id
	}
	id, err := w.insert(insertReport, append([]any{statement, digest, medium}, reportColumns(r)...)...)
	if err != nil {
		return err
	}
	if err := w.insertParties(insertReportParty, id, speaker, r.Speakers); err != nil {
		return err
	}
	return w.insertParties(insertReportParty, id, addressee, r.Addressees)
}

// decidedJSON writes who decided the fields of a report.
func decidedJSON(d *timeline.Decisions) string {
	b, err := json.Marshal(d)
	if err != nil {
		panic(err) // it holds strings and numbers only
	}
	return string(b)
}

// reportColumns are the columns of a report from ident on.
func reportColumns(r *timeline.Report) []any {
	return append([]any{
		r.ID, string(r.Form), spansJSON(r.Content), spansJSON(r.Cue), spansJSON(r.Source), r.By, r.P, r.Text,
		r.Around.Start, r.Around.End, string(r.Tone), r.Plover, r.Score, decidedJSON(&r.Decided), string(r.Channel),
	}, saidColumns(r.Said, r.Occasion, r.Place)...)
}

func (w *writer) insertParties(query string, of int64, role string, parties []timeline.Party) error {
	for n := range parties {
		actor, err := w.actor(parties[n].Actor)
		if err != nil {
			return err
		}
		if err := w.exec(query, append([]any{of, role, n, actor}, partyColumns(&parties[n])...)...); err != nil {
			return err
		}
	}
	return nil
}

// partyColumns are the columns of a party from office on.
func partyColumns(p *timeline.Party) []any {
	return []any{p.Office, p.Basis, p.Evidence.Start, p.Evidence.End}
}

// saidColumns are the columns said to place, which events and reports have alike.
func saidColumns(s timeline.Said, o *timeline.Occasion, place string) []any {
	args := []any{s.EDTF, s.Earliest, s.Latest, string(s.Basis), s.Evidence.Start, s.Evidence.End}
	if o == nil {
		return append(args, nil, nil, nil, nil, place)
	}
	return append(args, o.Name, o.Date, o.Evidence.Start, o.Evidence.End, place)
}

// spansJSON writes spans as [[start,end],...].
func spansJSON(spans []text.Span) string {
	b := []byte{'['}
	for i, s := range spans {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, '[')
		b = strconv.AppendInt(b, int64(s.Start), 10)
		b = append(b, ',')
		b = strconv.AppendInt(b, int64(s.End), 10)
		b = append(b, ']')
	}
	return string(append(b, ']'))
}
