package sqlite

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"math"

	"demarche/timeline"
	"demarche/timeline/actors"
)

// A digest is a SHA-256 over the columns of a row and over what belongs to the row: the parties of a report, the
// digests of the reports of a statement, and so on up to the article. Row ids are left out; the order of rows is
// not. It shows that something was changed by another hand than this program's. It is no signature: who knows how,
// can make a new one.

// digestOf is the digest of a row of that kind. Every value goes in with its type and length, so that no two lists of
// values are written alike.
func digestOf(kind string, columns ...[]any) []byte {
	b := appendValue(make([]byte, 0, 1024), kind)
	for _, values := range columns {
		b = appendValue(b, len(values))
		for _, v := range values {
			b = appendValue(b, v)
		}
	}
	sum := sha256.Sum256(b)
	return sum[:]
}

func appendValue(b []byte, v any) []byte {
	switch v := v.(type) {
	case nil:
		return append(b, 'n')
	case int:
		return binary.BigEndian.AppendUint64(append(b, 'i'), uint64(v)) //nolint:gosec // the bits are what counts
	case int64:
		return binary.BigEndian.AppendUint64(append(b, 'i'), uint64(v)) //nolint:gosec // as above
	case float64:
		return binary.BigEndian.AppendUint64(append(b, 'f'), math.Float64bits(v+0)) // SQLite knows no -0
	case string:
		return append(binary.BigEndian.AppendUint64(append(b, 's'), uint64(len(v))), v...)
	case []byte:
		return append(binary.BigEndian.AppendUint64(append(b, 'b'), uint64(len(v))), v...)
	}
	panic(fmt.Sprintf("no column holds a %T", v))
}

func actorDigest(a *actors.Actor) []byte { return digestOf("actor", actorColumns(a)) }

// reportDigest covers the report's row, its medium and its parties.
func reportDigest(r *timeline.Report) []byte {
	var medium []any
	if r.Medium != nil {
		medium = actorColumns(r.Medium)
	}
	return digestOf("report", reportColumns(r), medium, partiesColumns(r.Speakers), partiesColumns(r.Addressees))
}

// statementDigest covers the statement's row and its reports, which are given as digests.
func statementDigest(s *timeline.Statement, reports [][]byte) []byte {
	return digestOf("statement", []any{s.ID}, asValues(reports))
}

// eventDigest covers the event's row, its parties, states and contexts, and its statements, which are given as digests.
func eventDigest(e *timeline.Event, statements [][]byte) []byte {
	var contexts []any
	for _, c := range e.Context {
		contexts = append(contexts, c.Span.Start, c.Span.End, c.Text)
	}
	return digestOf("event", eventColumns(e), partiesColumns(e.Speakers), partiesColumns(e.Addressees),
		asValues(e.About), contexts, asValues(statements))
}

// articleDigest covers the article's row and its events, which are given as digests. The SHA-256 stands for the bytes.
func articleDigest(a *articleRow, events [][]byte) []byte {
	return digestOf("article", a.values(), asValues(events))
}

// supersededDigest covers an earlier version of an article.
func supersededDigest(a *articleRow) []byte {
	old := *a
	old.reader = "" // who read it is not kept
	return digestOf("superseded", old.values())
}

func partiesColumns(parties []timeline.Party) []any {
	var out []any
	for i := range parties {
		out = append(append(out, actorColumns(&parties[i].Actor)...), partyColumns(&parties[i])...)
	}
	return out
}

func asValues[T any](list []T) []any {
	out := make([]any, len(list))
	for i, v := range list {
		out[i] = v
	}
	return out
}

// eventDigests are the digests of an event and of what it holds, in the order of both.
type eventDigests struct {
	event      []byte
	statements []statementDigests
}

type statementDigests struct {
	statement []byte
	reports   [][]byte
}

// digestEvent computes the digests of an event from its reports upwards.
func digestEvent(e *timeline.Event) eventDigests {
	d := eventDigests{statements: make([]statementDigests, len(e.Statements))}
	for i := range e.Statements {
		st, of := &e.Statements[i], &d.statements[i]
		for j := range st.Reports {
			of.reports = append(of.reports, reportDigest(&st.Reports[j]))
		}
		of.statement = statementDigest(st, of.reports)
	}
	d.event = eventDigest(e, d.ofStatements())
	return d
}

func (d *eventDigests) ofStatements() [][]byte {
	out := make([][]byte, len(d.statements))
	for i := range d.statements {
		out[i] = d.statements[i].statement
	}
	return out
}

// digestEvents computes the digests of all events of an article, and the list of those of the events themselves.
func digestEvents(events []timeline.Event) (all []eventDigests, own [][]byte) {
	for i := range events {
		d := digestEvent(&events[i])
		all, own = append(all, d), append(own, d.event)
	}
	return all, own
}
