package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"demarche/timeline"
)

// Filter tells which events of which two states are wanted. Empty fields leave nothing out.
type Filter struct {
	A, B      string             // ISO 3166-1 alpha-3, both needed
	Since     string             // YYYY-MM-DD: events that may have been on this day or later
	Until     string             // YYYY-MM-DD: events that may have been on this day or earlier
	Speaker   string             // part of a speaker's name, in any case
	Direction timeline.Direction // as seen from A and B in this order
	Text      string             // words of a report: see matchQuery
	Addressed bool               // leave out what one state says about the other without addressing it
}

// firstDay is the day by which an event is sorted: the earliest, else the latest that is known, else after all others.
func firstDay(e timeline.Event) string { return cmp.Or(e.Said.Earliest, e.Said.Latest, "~") }

// order is that of events: by firstDay, then by the time of the day, those of which none is known after the others,
// then by id.
func order(a, b *timeline.Event) int {
	return cmp.Or(
		cmp.Compare(firstDay(*a), firstDay(*b)),
		cmp.Compare(cmp.Or(a.Said.Clock, "~"), cmp.Or(b.Said.Clock, "~")),
		cmp.Compare(a.ID, b.ID),
	)
}

// between returns the rows of the events of both states that may have been in the days asked for.
func between(ctx context.Context, q querier, f Filter) ([]int64, error) {
	found, args, err := f.found()
	if err != nil {
		return nil, err
	}
	return readIDs(ctx, q, `SELECT e.id FROM related x JOIN events e ON e.id = x.event WHERE x.a = ?3 AND x.b = ?4
		AND (?1 = '' OR e.latest = '' OR e.latest >= ?1) AND (?2 = '' OR e.earliest <= ?2)`+found+` ORDER BY e.id`,
		append([]any{f.Since, f.Until, min(f.A, f.B), max(f.A, f.B)}, args...)...)
}

// sourcesOf reads the articles that the events cite.
func sourcesOf(ctx context.Context, q querier, events []timeline.Event) (map[string]timeline.Source, error) {
	keys := map[string]bool{}
	for i := range events {
		for _, key := range citations(&events[i]) {
			keys[key] = true
		}
	}
	b, err := json.Marshal(slices.Sorted(maps.Keys(keys)))
	if err != nil {
		return nil, err
	}
	ids, err := readIDs(ctx, q, `SELECT id FROM articles WHERE key`+picks, string(b))
	if err != nil {
		return nil, err
	}
	return readSources(ctx, q, ids)
}

// citations are the keys of the articles of an event's reports and contexts, some of them more than once.
func citations(e *timeline.Event) []string {
	var keys []string
	for _, st := range e.Statements {
		for _, r := range st.Reports {
			keys = append(keys, r.ArticleKey)
		}
	}
	for _, c := range e.Context {
		keys = append(keys, c.ArticleKey)
	}
	return keys
}

// readSources returns the articles with those row ids by key.
func readSources(ctx context.Context, q querier, articles []int64) (map[string]timeline.Source, error) {
	sources := make(map[string]timeline.Source, len(articles))
	return sources, eachSource(ctx, q, articles, func(_ int64, s *timeline.Source) { sources[s.Key] = *s })
}

// eachSource passes on the articles with those row ids, each with its own.
func eachSource(ctx context.Context, q querier, articles []int64, do func(id int64, s *timeline.Source)) error {
	rows, err := q.QueryContext(ctx, `SELECT id, key, url, outlet, title, byline, published, published_how, retrieved,
		language, sha256, text FROM articles WHERE id`+picks, jsonArray(articles))
	if err != nil {
		return err
	}
	type row struct {
		id int64
		timeline.Source
	}
	return each(rows, func(s *row) []any {
		return []any{
			&s.id, &s.Key, &s.URL, &s.Outlet, &s.Title, &s.Byline, &s.Published, &s.PublishedHow, &s.Retrieved,
			&s.Language, &s.SHA256, &s.Text,
		}
	}, func(s *row) error {
		do(s.id, &s.Source)
		return nil
	})
}

// readCoverage counts the articles by the month of their publication; those of which no month is known are left out.
func readCoverage(ctx context.Context, q querier) ([]timeline.Coverage, error) {
	rows, err := q.QueryContext(ctx, `SELECT substr(published, 1, 7) AS month, count(*) FROM articles
		WHERE published GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]*' GROUP BY month ORDER BY month`)
	if err != nil {
		return nil, err
	}
	return collect(rows, func(c *timeline.Coverage) []any { return []any{&c.Month, &c.Articles} })
}

// sieve is a filter made ready, but for its states and days. An event keeps the reports of all its articles when one of
// them matches.
type sieve struct {
	Filter
	speaker string
	matched map[string]bool // ids of the reports that match Text; nil when every one does
}

func newSieve(ctx context.Context, q querier, f Filter) (*sieve, error) {
	v := &sieve{Filter: f, speaker: strings.ToLower(f.Speaker)}
	if f.Text == "" {
		return v, nil
	}
	query, err := matchQuery(f.Text)
	if err != nil {
		return nil, err
	}
	rows, err := q.QueryContext(ctx, `SELECT ident FROM reports
		WHERE id IN (SELECT rowid FROM reports_fts WHERE reports_fts MATCH ?)`, query)
	if err != nil {
		return nil, fmt.Errorf("search for %q: %w", f.Text, err)
	}
	v.matched = map[string]bool{}
	return v, each(rows, func(id *string) []any { return []any{id} }, func(id *string) error {
		v.matched[*id] = true
		return nil
	})
}

// passes is whether an event is wanted as one of the pair of states.
func (v *sieve) passes(e *timeline.Event) bool {
	d, link, ok := e.Between(v.A, v.B)
	if !ok || v.Direction != "" && d != v.Direction || v.Addressed && link != timeline.Addressed {
		return false
	}
	return v.holds(e)
}

// holds is what of a filter does not depend on a pair of states.
func (v *sieve) holds(e *timeline.Event) bool {
	return (v.speaker == "" || v.speaks(e)) && (v.matched == nil || v.matches(e))
}

func (v *sieve) speaks(e *timeline.Event) bool {
	return slices.ContainsFunc(e.Speakers, func(p timeline.Party) bool {
		return strings.Contains(strings.ToLower(p.Name), v.speaker)
	})
}

func (v *sieve) matches(e *timeline.Event) bool {
	for _, st := range e.Statements {
		if slices.ContainsFunc(st.Reports, func(r timeline.Report) bool { return v.matched[r.ID] }) {
			return true
		}
	}
	return false
}

// partners are the other states of the pairs with a state that the event is found under.
func (e *storedEvent) partners(state string) []string {
	var out []string
	for _, p := range e.related {
		switch state {
		case p.a:
			out = append(out, p.b)
		case p.b:
			out = append(out, p.a)
		}
	}
	return out
}

// Between returns the events between the two states of the filter, each with the statements that belong to the
// relation, by earliest day (the latest where the start is open), time of the day and id. Events and sources are of one
// moment, even while another process writes; the time grows with the events that are in the days asked for. The error
// wraps what [CheckText] has against Filter.Text.
func (r RelationReader) Between(ctx context.Context, f Filter) (timeline.Relation, error) {
	rel := timeline.Relation{A: f.A, B: f.B}
	tx, err := r.s.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return rel, err
	}
	defer tx.Rollback() //nolint:errcheck // it only read
	keep, err := newSieve(ctx, tx, f)
	if err != nil {
		return rel, err
	}
	ids, err := between(ctx, tx, f)
	if err != nil {
		return rel, err
	}
	list, err := loadEvents(ctx, tx, ids)
	if err != nil {
		return rel, fmt.Errorf("%s: %w; see: demarche check", r.s.path, err)
	}
	for _, e := range list {
		if narrow, ok := e.Narrow(f.A, f.B); ok && keep.passes(&narrow) {
			rel.Events = append(rel.Events, narrow)
		}
	}
	slices.SortFunc(rel.Events, func(a, b timeline.Event) int {
		return order(&a, &b)
	})
	if rel.Sources, err = sourcesOf(ctx, tx, rel.Events); err != nil {
		return rel, err
	}
	rel.Read, err = readCoverage(ctx, tx)
	return rel, err
}

// Partners returns the states and organisations that share an event with a state, by code.
func (r RelationReader) Partners(ctx context.Context, state string) ([]string, error) {
	return partnersOf(ctx, r.s.db, state)
}

func partnersOf(ctx context.Context, q querier, state string) ([]string, error) {
	rows, err := q.QueryContext(ctx, `SELECT DISTINCT b AS code FROM related WHERE a = ?1
		UNION SELECT DISTINCT a FROM related WHERE b = ?1 ORDER BY code`, state)
	if err != nil {
		return nil, err
	}
	return collect(rows, func(code *string) []any { return []any{code} })
}
