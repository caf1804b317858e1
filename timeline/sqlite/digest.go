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
// digests of the reports of a telling, and so on up to the article. Row ids are left out; the order of rows is
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

// reportDigest covers the report's row, its medium and its parties, but not of which statement it is.
func reportDigest(r *timeline.Report) []byte {
	var medium []any
	if r.Medium != nil {
		medium = actorColumns(r.Medium)
	}
	return digestOf("report", reportColumns(r), medium, partiesColumns(r.Speakers, partyColumns),
		partiesColumns(r.Addressees, partyColumns))
}

// tellingDigest covers the telling's row, its contexts, and its reports, which are given as digests.
func tellingDigest(e *timeline.Event, reports [][]byte) []byte {
	var contexts []any
	for _, c := range e.Context {
		contexts = append(contexts, c.Span.Start, c.Span.End, c.Text)
	}
	return digestOf("telling", []any{e.ID}, contexts, asValues(reports))
}

// statementDigest covers the statement's row and the ids of its reports in their order.
func statementDigest(s *timeline.Statement) []byte {
	ids := make([]any, len(s.Reports))
	for i := range s.Reports {
		ids[i] = s.Reports[i].ID
	}
	return digestOf("statement", []any{s.ID}, ids)
}

// eventDigest covers the event's row, its parties and relations, and its statements, which are given as digests.
func eventDigest(e *timeline.Event, related []pair, statements [][]byte) []byte {
	var pairs []any
	for _, p := range related {
		pairs = append(pairs, p.a, p.b)
	}
	short := func(p *timeline.Party) []any { return []any{p.Office, p.Basis, string(p.Status)} }
	return digestOf("event", eventColumns(e), partiesColumns(e.Speakers, short), partiesColumns(e.Addressees, short),
		pairs, asValues(statements))
}

// articleDigest covers the article's row and its tellings, which are given as digests. The SHA-256 stands for the
// bytes.
func articleDigest(a *articleRow, tellings [][]byte) []byte {
	return digestOf("article", a.values(), asValues(tellings))
}

// supersededDigest covers an earlier version of an article.
func supersededDigest(a *articleRow) []byte {
	old := *a
	old.reader = "" // who read it is not kept
	return digestOf("superseded", old.values())
}

func aliasDigest(ident, report string) []byte { return digestOf("alias", []any{ident, report}) }

func partiesColumns(parties []timeline.Party, columns func(*timeline.Party) []any) []any {
	var out []any
	for i := range parties {
		out = append(append(out, actorColumns(&parties[i].Actor)...), columns(&parties[i])...)
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

// tellingDigests are the digests of what an article tells of an event, and of its reports in their order.
type tellingDigests struct {
	telling []byte
	reports [][]byte
}

// digestTelling computes the digests of an event of one article from its reports upwards.
func digestTelling(e *timeline.Event) tellingDigests {
	var d tellingDigests
	for i := range e.Statements {
		for j := range e.Statements[i].Reports {
			d.reports = append(d.reports, reportDigest(&e.Statements[i].Reports[j]))
		}
	}
	d.telling = tellingDigest(e, d.reports)
	return d
}

// digestTellings computes the digests of all that an article tells, and the list of those of the tellings themselves.
func digestTellings(events []timeline.Event) (all []tellingDigests, own [][]byte) {
	for i := range events {
		d := digestTelling(&events[i])
		all, own = append(all, d), append(own, d.telling)
	}
	return all, own
}
