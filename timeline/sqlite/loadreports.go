package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"

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

// storedReport is a report with its row.
type storedReport struct {
	storedRow
	telling   int64
	toldAs    string // the telling's id
	statement sql.NullInt64
	timeline.Report
}

const (
	picks = ` IN (SELECT value FROM json_each(?)) `

	// selectReports is followed by which rows it reads and in which order.
	selectReports = `SELECT r.id, r.digest, r.telling, t.ident, r.statement, a.key, r.ident, r.form, r.content, r.cue,
		r.source, r."by", r.p, r.text, r.around_start, r.around_end, m.ident, m.name, m.kind, m.state, r.about, r.tone,
		r.plover, r.score, r.decided, r.status, r.channel, r.said, r.earliest, r.latest, r.basis, r.said_start, r.said_end,
		r.occasion, r.occasion_date, r.occasion_start, r.occasion_end, r.place FROM reports r
		JOIN tellings t ON t.id = r.telling JOIN articles a ON a.id = t.article LEFT JOIN actors m ON m.id = r.medium `
	reportParties = `SELECT p.report, p.role, a.ident, a.name, a.kind, a.state, p.office, p.basis, p.status,
		p.evidence_start, p.evidence_end FROM report_parties p JOIN actors a ON a.id = p.actor
		WHERE p.report` + picks + `ORDER BY p.report, p.role, p.n`
	ofTellings = `WHERE r.telling` + picks + `ORDER BY r.id`
	ofEvents   = `WHERE r.statement IN (SELECT id FROM statements WHERE event` + picks + `) ORDER BY r.statement, r.n`
)

// happening is the part that the rows of reports and events have alike.
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

// reportRow is a report as its columns are read.
type reportRow struct {
	storedReport
	content, cue, source, about, decided string
	medium                               [4]sql.NullString
	happening
}

func (x *reportRow) fields() []any {
	r := &x.Report
	return append([]any{
		&x.id, &x.digest, &x.telling, &x.toldAs, &x.statement, &r.ArticleKey, &r.ID, &r.Form, &x.content, &x.cue,
		&x.source, &r.By, &r.P, &r.Text, &r.Around.Start, &r.Around.End, &x.medium[0], &x.medium[1], &x.medium[2],
		&x.medium[3], &x.about, &r.Tone, &r.Plover, &r.Score, &x.decided, &r.Status,
	}, x.happening.fields()...)
}

// unpack fills in what stands in its columns as JSON; the error names the report.
func (x *reportRow) unpack() error {
	r := &x.Report
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

// loadReports reads reports with their parties; which ends the query. Faults are reports whose columns can't be read.
func loadReports(
	ctx context.Context, q querier, which, picked string,
) (list []*storedReport, faults []error, err error) {
	rows, err := q.QueryContext(ctx, selectReports+which, picked)
	if err != nil {
		return nil, nil, err
	}
	byID, ids := map[int64]*storedReport{}, []int64(nil)
	err = each(rows, (*reportRow).fields, func(x *reportRow) error {
		if err := x.unpack(); err != nil {
			faults = append(faults, err)
		}
		if m := x.medium; m[0].Valid {
			x.Medium = &actors.Actor{
				ID:    m[0].String,
				Name:  m[1].String,
				Kind:  actors.Kind(m[2].String),
				State: m[3].String,
			}
		}
		x.Act, x.Channel = quotes.Speech, timeline.Channel(x.channel)
		x.Said, x.Occasion, x.Place = x.when(), x.what(), x.place
		list, ids, byID[x.id] = append(list, &x.storedReport), append(ids, x.id), &x.storedReport
		return nil
	})
	if err != nil {
		return nil, nil, err
	}
	rows, err = q.QueryContext(ctx, reportParties, jsonArray(ids))
	if err != nil {
		return nil, nil, err
	}
	return list, faults, each(rows, (*partyRow).withEvidence, func(p *partyRow) error {
		if r := byID[p.owner]; r != nil {
			p.into(&r.Speakers, &r.Addressees)
		}
		return nil
	})
}

// partyRow is a speaker or addressee of a report or event.
type partyRow struct {
	owner int64
	role  string
	timeline.Party
}

func (p *partyRow) fields() []any {
	return []any{&p.owner, &p.role, &p.ID, &p.Name, &p.Kind, &p.State, &p.Office, &p.Basis, &p.Status}
}

func (p *partyRow) withEvidence() []any {
	return append(p.fields(), &p.Evidence.Start, &p.Evidence.End)
}

// into appends the party to the list of its role.
func (p *partyRow) into(speakers, addressees *[]timeline.Party) {
	if p.role == addressee {
		*addressees = append(*addressees, p.Party)
		return
	}
	*speakers = append(*speakers, p.Party)
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
