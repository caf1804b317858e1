package sqlite

import (
	"context"
	"database/sql"
	"slices"

	"demarche/timeline"
)

// QueueFilter tells which reports are wanted and how many. Empty fields leave nothing out.
type QueueFilter struct {
	State   string // of a speaker, an addressee or the content
	Other   string // another such state: with State, what passes between two
	Speaker string // part of a speaker's name, in any case
	Channel string
	Outlet  string // part of the outlet's name, in any case
	Doubt   string // one of the names of Doubts
	Year    string // YYYY: reports that may have been said in it
	Status  string // "" for those that nobody has judged; a status that a person gave, or AnyStatus
	After   int    // leave out so many of the first
	Limit   int
}

// AnyStatus is the status of a filter that lets reports through whether or not somebody has judged them.
const AnyStatus = "any"

// Queued is a report with what a list shows of its article.
type Queued struct {
	timeline.Report
	Outlet, Title string
	P             float64 // that speaker, addressee, day and the words are all right, as far as models judged them
	Doubts        []string
}

// standing adds to a query of reports which status they must have.
func (f *QueueFilter) standing(query string, args []any) (string, []any) {
	if f.Status == AnyStatus {
		return query, args
	}
	return query + ` AND r.status = ?`, append(slices.Clone(args), f.Status)
}

// where is the part of a query from which reports are taken, with its arguments.
func (f *QueueFilter) where() (string, []any) {
	query := `FROM reports r JOIN tellings t ON t.id = r.telling JOIN articles a ON a.id = t.article WHERE 1`
	var args []any
	for _, state := range []string{f.State, f.Other} {
		if state == "" {
			continue
		}
		query += ` AND (EXISTS (SELECT 1 FROM report_parties p JOIN actors c ON c.id = p.actor
			WHERE p.report = r.id AND c.state = ?) OR EXISTS (SELECT 1 FROM json_each(r.about) WHERE value = ?))`
		args = append(args, state, state)
	}
	if f.Year != "" {
		query += ` AND r.said <> '' AND substr(coalesce(nullif(r.earliest, ''), '0000'), 1, 4) <= ?
			AND substr(coalesce(nullif(r.latest, ''), '9999'), 1, 4) >= ?`
		args = append(args, f.Year, f.Year)
	}
	if f.Speaker != "" {
		query += ` AND EXISTS (SELECT 1 FROM report_parties p JOIN actors c ON c.id = p.actor
			WHERE p.report = r.id AND p.role = 'speaker' AND instr(lower(c.name), lower(?)) > 0)`
		args = append(args, f.Speaker)
	}
	if f.Channel != "" {
		query += ` AND r.channel = ?`
		args = append(args, f.Channel)
	}
	if f.Outlet != "" {
		query += ` AND instr(lower(a.outlet), lower(?)) > 0`
		args = append(args, f.Outlet)
	}
	for _, d := range doubts() {
		if d.name == f.Doubt {
			query += ` AND ` + d.condition
		}
	}
	return query, args
}

// List returns the reports of a filter, the least certain first, and how many of those that it lets through, whatever
// their status, nobody has judged and somebody has.
func (l Queue) List(ctx context.Context, f QueueFilter) (list []Queued, open, done int, err error) {
	tx, err := l.s.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return nil, 0, 0, err
	}
	defer tx.Rollback() //nolint:errcheck // it only read
	where, args := f.where()
	for _, n := range []struct {
		to        *int
		condition string
	}{{&open, ` AND r.status = ''`}, {&done, ` AND r.status <> ''`}} {
		if err := tx.QueryRowContext(ctx, `SELECT count(*) `+where+n.condition, args...).Scan(n.to); err != nil {
			return nil, 0, 0, err
		}
	}
	query, args := f.standing(where, args)
	ids, err := readIDs(ctx, tx, `SELECT r.id `+query+` ORDER BY `+certain+`, r.ident LIMIT ? OFFSET ?`,
		append(args, f.Limit, f.After)...)
	if err != nil {
		return nil, 0, 0, err
	}
	list, err = queued(ctx, tx, ids)
	return list, open, done, err
}

// Next returns the id of the report that follows one of that probability and id in the queue, the first where none
// follows; "" where the queue has no other.
func (l Queue) Next(ctx context.Context, f QueueFilter, p float64, id string) (string, error) {
	query, args := f.standing(f.where())
	rows, err := l.s.db.QueryContext(ctx, `SELECT r.ident `+query+` AND r.ident <> ?
		ORDER BY (`+certain+`, r.ident) <= (?, ?), `+certain+`, r.ident LIMIT 1`, append(args, id, p, id)...)
	if err != nil {
		return "", err
	}
	list, err := collect(rows, func(id *string) []any { return []any{id} })
	if len(list) == 0 {
		return "", err
	}
	return list[0], err
}
