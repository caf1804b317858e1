package sqlite

import (
	"encoding/json"
	"strconv"

	"demarche/quotes/text"
	"demarche/timeline"
)

// eventWriter writes events, statements and reports as rows. It knows nothing of articles and of merging.
type eventWriter struct {
	db     *connection
	actors *actorRows
}

const (
	// insertEvent gives the row a number that no row of events has had before.
	insertEvent = `INSERT INTO events (digest, ident, channel, said, earliest, latest, basis, occasion, occasion_date,
		place, clock, id) SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1 + max(events, coalesce((SELECT max(id) FROM events), 0))
		FROM given`
	deleteEvent      = `DELETE FROM events WHERE id` + picks
	insertEventParty = `INSERT INTO event_parties (event, role, n, actor, office, basis, status)
		VALUES (?, ?, ?, ?, ?, ?, ?)`
	insertRelated   = `INSERT INTO related (event, a, b) VALUES (?, ?, ?)`
	insertStatement = `INSERT INTO statements (event, digest, ident) VALUES (?, ?, ?)`
	setStatement    = `UPDATE reports SET statement = ?, n = ? WHERE ident = ?`
)

// Roles of a party in an event or report.
const (
	speaker   = "speaker"
	addressee = "addressee"
)

// pair is two states, the first before the second in the order of the alphabet.
type pair struct{ a, b string }

// pairsOf are the relations that an event belongs to, in order.
func pairsOf(e *timeline.Event) []pair {
	var out []pair
	for _, p := range e.Pairs() {
		out = append(out, pair{p[0], p[1]})
	}
	return out
}

// eventColumns are the columns of an event from ident on.
func eventColumns(e *timeline.Event) []any {
	args := []any{e.ID, string(e.Channel), e.Said.EDTF, e.Said.Earliest, e.Said.Latest, string(e.Said.Basis)}
	if e.Occasion == nil {
		return append(args, nil, nil, e.Place, e.Said.Clock)
	}
	return append(args, e.Occasion.Name, e.Occasion.Date, e.Place, e.Said.Clock)
}

// decidedJSON writes who decided the fields of a report.
func decidedJSON(d *timeline.Decisions) string {
	b, err := json.Marshal(d)
	if err != nil {
		panic(err) // it holds strings and numbers only
	}
	return string(b)
}

// listJSON writes a list of states or words.
func listJSON(list []string) string {
	b, err := json.Marshal(append([]string{}, list...))
	if err != nil {
		panic(err) // it holds strings only
	}
	return string(b)
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

// insertEvent puts an event of one or many articles. Its reports are there already.
func (w *eventWriter) insertEvent(e *timeline.Event) error {
	digests := make([][]byte, len(e.Statements))
	for i := range e.Statements {
		digests[i] = statementDigest(&e.Statements[i])
	}
	related := pairsOf(e)
	id, err := w.db.insert(insertEvent, append([]any{eventDigest(e, related, digests)}, eventColumns(e)...)...)
	if err != nil {
		return err
	}
	if err := w.insertEventParties(id, speaker, e.Speakers); err != nil {
		return err
	}
	if err := w.insertEventParties(id, addressee, e.Addressees); err != nil {
		return err
	}
	for _, p := range related {
		if err := w.db.exec(insertRelated, id, p.a, p.b); err != nil {
			return err
		}
	}
	for i := range e.Statements {
		if err := w.insertStatement(id, &e.Statements[i], digests[i]); err != nil {
			return err
		}
	}
	return nil
}

func (w *eventWriter) insertEventParties(event int64, role string, parties []timeline.Party) error {
	for n := range parties {
		p := &parties[n]
		actor, err := w.actors.actor(p.Actor)
		if err != nil {
			return err
		}
		if err := w.db.exec(insertEventParty, event, role, n, actor, p.Office, p.Basis, string(p.Status)); err != nil {
			return err
		}
	}
	return nil
}

func (w *eventWriter) insertStatement(event int64, st *timeline.Statement, digest []byte) error {
	id, err := w.db.insert(insertStatement, event, digest, st.ID)
	if err != nil {
		return err
	}
	for n := range st.Reports {
		if err := w.db.exec(setStatement, id, n, st.Reports[n].ID); err != nil {
			return err
		}
	}
	return nil
}
