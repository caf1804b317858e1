package sqlite

import (
	"context"
	"database/sql"
	"strings"

	"demarche/timeline"
)

// QueueFilter tells which reports are wanted and how many. Empty fields leave nothing out.
type QueueFilter struct {
	State  string // of a speaker, an addressee or the content
	Outlet string // part of the outlet's name, in any case
	Doubt  string // one of the names of Doubts
	After  int    // leave out so many of the first
	Limit  int
}

// Queued is a report with what a list shows of its article.
type Queued struct {
	timeline.Report
	Outlet, Title string
	P             float64 // that speaker, addressee, day and the words are all right, as far as models judged them
	Doubts        []string
}

// doubt is something that a queue can be narrowed to, and what it asks of a row.
type doubt struct{ name, condition string }

// doubts are all of them.
func doubts() []doubt {
	return []doubt{
		{"publication day stands in", `r.basis = 'published'`},
		{"no speaker", `NOT EXISTS (SELECT 1 FROM report_parties p WHERE p.report = r.id AND p.role = 'speaker')`},
		{"speaker without a state", `EXISTS (SELECT 1 FROM report_parties p JOIN actors c ON c.id = p.actor
		WHERE p.report = r.id AND p.role = 'speaker' AND c.state = '')`},
		{"speaker from a pronoun", `json_extract(r.decided, '$.speaker.by') LIKE '%pronoun%'`},
		{"addressee implied", `EXISTS (SELECT 1 FROM report_parties p WHERE p.report = r.id AND p.role = 'addressee'
		AND p.basis = 'implied')`},
		{"carried by a medium", `r.medium IS NOT NULL`},
		{"channel unknown", `r.channel = 'unknown'`},
		{"low probability", certain + ` < 0.5`},
	}
}

// certain is the probability that all is right: the product of those that are stated, as "eval queue" orders records.
const certain = `(r.p * coalesce(nullif(json_extract(r.decided, '$.speaker.p'), 0), 1)
	* coalesce(nullif(json_extract(r.decided, '$.addressee.p'), 0), 1)
	* coalesce(nullif(json_extract(r.decided, '$.day.p'), 0), 1))`

// Doubts are the names of the doubts, in order.
func Doubts() []string {
	names := make([]string, len(doubts()))
	for i, d := range doubts() {
		names[i] = d.name
	}
	return names
}

// Queue returns the reports that nobody has judged, the least certain first, and how many of those that the filter
// lets through are open and judged.
func (s *Store) Queue(ctx context.Context, f QueueFilter) (list []Queued, open, done int, err error) {
	tx, err := s.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
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
	ids, err := readIDs(ctx, tx, `SELECT r.id `+where+` AND r.status = '' ORDER BY `+certain+`, r.ident LIMIT ? OFFSET ?`,
		append(args, f.Limit, f.After)...)
	if err != nil {
		return nil, 0, 0, err
	}
	list, err = queued(ctx, tx, ids)
	return list, open, done, err
}

// where is the part of a query from which reports are taken, with its arguments.
func (f *QueueFilter) where() (string, []any) {
	query := `FROM reports r JOIN tellings t ON t.id = r.telling JOIN articles a ON a.id = t.article WHERE 1`
	var args []any
	if f.State != "" {
		query += ` AND (EXISTS (SELECT 1 FROM report_parties p JOIN actors c ON c.id = p.actor WHERE p.report = r.id AND c.state = ?)
			OR EXISTS (SELECT 1 FROM json_each(r.about) WHERE value = ?))`
		args = append(args, f.State, f.State)
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

// queued reads reports by their row ids, in that order.
func queued(ctx context.Context, q querier, ids []int64) ([]Queued, error) {
	reports, faults, err := loadReports(ctx, q, `WHERE r.id`+picks+`ORDER BY r.id`, jsonArray(ids))
	if err != nil {
		return nil, err
	}
	if len(faults) > 0 {
		return nil, faults[0]
	}
	type row struct {
		id            int64
		outlet, title string
		p             float64
		doubts        string
	}
	var cases []string
	for _, d := range doubts() {
		cases = append(cases, `CASE WHEN `+d.condition+` THEN '`+d.name+`
' ELSE '' END`)
	}
	rows, err := q.QueryContext(ctx, `SELECT r.id, a.outlet, a.title, `+certain+`, `+strings.Join(cases, " || ")+`
		FROM reports r JOIN tellings t ON t.id = r.telling JOIN articles a ON a.id = t.article WHERE r.id`+picks, jsonArray(ids))
	if err != nil {
		return nil, err
	}
	byID := map[int64]*row{}
	if err := each(rows, func(r *row) []any { return []any{&r.id, &r.outlet, &r.title, &r.p, &r.doubts} }, func(r *row) error {
		byID[r.id] = r
		return nil
	}); err != nil {
		return nil, err
	}
	place := map[int64]int{}
	for i, id := range ids {
		place[id] = i
	}
	out := make([]Queued, len(reports))
	for _, r := range reports {
		at := byID[r.id]
		out[place[r.id]] = Queued{
			r.Report,
			at.outlet,
			at.title,
			at.p,
			strings.FieldsFunc(at.doubts, func(c rune) bool { return c == '\n' }),
		}
	}
	return out, nil
}

// ArticleReports returns an article and its reports in the order of its text. The error is [ErrNoArticle] where there
// is none with that key.
func (s *Store) ArticleReports(ctx context.Context, key string) (timeline.Source, []Queued, error) {
	tx, err := s.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return timeline.Source{}, nil, err
	}
	defer tx.Rollback() //nolint:errcheck // it only read
	articles, err := readIDs(ctx, tx, `SELECT id FROM articles WHERE key = ?`, key)
	if err != nil {
		return timeline.Source{}, nil, err
	}
	if len(articles) == 0 {
		return timeline.Source{}, nil, ErrNoArticle
	}
	sources, err := readSources(ctx, tx, articles)
	if err != nil {
		return timeline.Source{}, nil, err
	}
	ids, err := readIDs(ctx, tx, `SELECT r.id FROM reports r JOIN tellings t ON t.id = r.telling WHERE t.article = ?
		ORDER BY json_extract(r.content, '$[0][0]'), r.id`, articles[0])
	if err != nil {
		return timeline.Source{}, nil, err
	}
	list, err := queued(ctx, tx, ids)
	return sources[key], list, err
}

// ActorReports returns up to limit reports in which an actor speaks, by day.
func (s *Store) ActorReports(ctx context.Context, actor string, limit int) ([]Queued, error) {
	tx, err := s.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return nil, err
	}
	defer tx.Rollback() //nolint:errcheck // it only read
	ids, err := readIDs(ctx, tx, `SELECT r.id FROM reports r WHERE EXISTS (SELECT 1 FROM report_parties p JOIN actors c
		ON c.id = p.actor WHERE p.report = r.id AND p.role = 'speaker' AND c.ident = ?)
		ORDER BY r.latest, r.ident LIMIT ?`, actor, limit)
	if err != nil {
		return nil, err
	}
	return queued(ctx, tx, ids)
}
