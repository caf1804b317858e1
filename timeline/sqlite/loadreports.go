package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"demarche/quotes/text"
	"demarche/timeline"
	"demarche/timeline/dates"
)

// querier is a database, a connection or a transaction.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// storedReport is a report with its row.
type storedReport struct {
	storedRow
	telling   int64
	toldAs    string // the telling's id
	article   int64
	statement sql.NullInt64
	n         int // its place in the statement
	timeline.Report
}

const (
	picks = ` IN (SELECT value FROM json_each(?)) `

	// selectReports is followed by which rows it reads. SQLite would sort whole rows: the order is for [loadReports].
	// The columns that the program writes by itself come as one: each by itself costs as much as all.
	selectReports = `SELECT r.id, r.digest, r.telling, t.article, r.statement, r.n, concat_ws(char(31), t.ident, r.ident,
		r.form, r.content, r.cue, r.source, r."by", r.about, r.tone, r.plover, r.status, r.channel, r.said, r.earliest,
		r.latest, r.basis, r.clock, r.decided), r.p, r.text, r.around_start, r.around_end, r.medium, r.score, r.said_start,
		r.said_end, r.occasion, r.occasion_date, r.occasion_start, r.occasion_end, r.place
		FROM reports r JOIN tellings t ON t.id = r.telling `
	reportParties = `SELECT report, actor, concat_ws(char(31), role, basis, status, office), evidence_start, evidence_end
		FROM report_parties WHERE report` + picks + `ORDER BY report, role, n`
	ofTellings = `WHERE r.telling` + picks
	ofEvents   = `WHERE r.statement IN (SELECT id FROM statements WHERE event` + picks + `)`
)

// divide puts the parts of columns that were read as one in their places, and tells whether there are as many. The last
// may hold the character that stands between them.
func divide(columns string, into ...*string) (ok bool) {
	last := len(into) - 1
	for _, to := range into[:last] {
		if *to, columns, ok = strings.Cut(columns, "\x1f"); !ok {
			return false
		}
	}
	*into[last] = columns
	return true
}

// happening is the part that the rows of reports and events have alike.
type happening struct {
	channel, said, earliest, latest, basis string
	clock                                  string
	saidStart, saidEnd                     int
	occasion, occasionDate                 sql.NullString
	occasionStart, occasionEnd             sql.NullInt64
	place                                  string
}

func (h *happening) fields() []any {
	return []any{
		&h.channel, &h.said, &h.earliest, &h.latest, &h.basis, &h.saidStart, &h.saidEnd, &h.occasion, &h.occasionDate,
		&h.occasionStart, &h.occasionEnd, &h.place, &h.clock,
	}
}

func (h *happening) when() timeline.Said {
	return timeline.Said{
		Date:     dates.Date{EDTF: h.said, Earliest: h.earliest, Latest: h.latest},
		Basis:    dates.Basis(h.basis),
		Evidence: text.Span{Start: h.saidStart, End: h.saidEnd},
		Clock:    h.clock,
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

// reportRow is a report as its columns are read.
type reportRow struct {
	storedReport
	columns                              string // see divide
	content, cue, source, about, decided string
	medium                               sql.NullInt64
	happening
}

func (x *reportRow) fields() []any {
	r, h := &x.Report, &x.happening
	return []any{
		&x.id, &x.digest, &x.telling, &x.article, &x.statement, &x.n, &x.columns, &r.P, &r.Text, &r.Around.Start,
		&r.Around.End, &x.medium, &r.Score, &h.saidStart, &h.saidEnd, &h.occasion, &h.occasionDate, &h.occasionStart,
		&h.occasionEnd, &h.place,
	}
}

// unpack fills in what stands in one column with others, and in columns as JSON; the error names the report.
func (x *reportRow) unpack() error {
	r, h := &x.Report, &x.happening
	if !divide(x.columns, &x.toldAs, &r.ID, (*string)(&r.Form), &x.content, &x.cue, &x.source, &r.By, &x.about,
		(*string)(&r.Tone), &r.Plover, (*string)(&r.Status), &h.channel, &h.said, &h.earliest, &h.latest, &h.basis,
		&h.clock, &x.decided) {
		return fmt.Errorf("report in row %d: its columns can't be told apart", x.id)
	}
	for _, s := range []struct {
		from string
		to   *[]text.Span
	}{{x.content, &r.Content}, {x.cue, &r.Cue}, {x.source, &r.Source}} {
		if parseSpans(s.from, s.to) != nil {
			return fmt.Errorf("report %s, row %d: %q is no list of spans", r.ID, x.id, s.from)
		}
	}
	if x.about == "[]" {
		r.About = []string{}
	} else if err := json.Unmarshal([]byte(x.about), &r.About); err != nil {
		return fmt.Errorf("report %s, row %d: %q is no list of states", r.ID, x.id, x.about)
	}
	if err := r.Decided.UnmarshalJSON([]byte(x.decided)); err != nil {
		return fmt.Errorf("report %s, row %d: %w", r.ID, x.id, err)
	}
	return nil
}

// loadReports reads reports with their parties, in the order of their rows; which ends the query. Faults are reports
// whose columns can't be read.
func loadReports(
	ctx context.Context, q querier, which, picked string,
) (list []*storedReport, faults []error, err error) {
	l := reportLoader{ctx: ctx, q: q, keys: keysOf}
	err = l.load(which, picked)
	return l.list, l.faults, err
}

// parseSpans reads what spansJSON wrote.
func parseSpans(s string, to *[]text.Span) error {
	s, ok := strings.CutPrefix(s, "[")
	for ok && strings.HasPrefix(s, "[") {
		var p text.Span
		p.Start, s, ok = cutNumber(s[1:], ",")
		if ok {
			p.End, s, ok = cutNumber(s, "]")
		}
		*to = append(*to, p)
		if strings.HasPrefix(s, ",[") {
			s = s[1:]
		}
	}
	if !ok || s != "]" {
		return errors.New("no list of spans")
	}
	return nil
}

// cutNumber reads the number that s begins with, up to a mark that must be there, and returns what stands after.
func cutNumber(s, mark string) (n int, rest string, ok bool) {
	digits, rest, ok := strings.Cut(s, mark)
	n, err := strconv.Atoi(digits)
	return n, rest, ok && err == nil
}
