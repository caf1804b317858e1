package sqlite

import (
	"context"
	"strings"
)

// Offer is an id with what it is of in a few words.
type Offer struct{ ID, Words string }

// The ids that [PeopleReader.Offers] knows.
const (
	EventIDs     = "event"
	StatementIDs = "statement"
	ReportIDs    = "report"
	ArticleIDs   = "article"
)

// offers are the queries for ids that begin with something, which is given as a pattern of GLOB.
func offers() map[string]string {
	return map[string]string{
		EventIDs: `SELECT ident, said || ' ' || channel FROM events WHERE ident GLOB ?1 ORDER BY ident LIMIT ?2`,
		StatementIDs: `SELECT s.ident, r.text FROM statements s JOIN reports r ON r.statement = s.id AND r.n = 0
		WHERE s.ident GLOB ?1 ORDER BY s.ident LIMIT ?2`,
		ReportIDs: `SELECT ident, text FROM (SELECT ident, text FROM reports WHERE ident GLOB ?1
		UNION SELECT report, said ->> '$.Text' FROM originals WHERE report GLOB ?1) ORDER BY ident LIMIT ?2`,
		ArticleIDs: `SELECT key, title FROM articles WHERE key GLOB ?1 ORDER BY key LIMIT ?2`,
	}
}

// Offers returns up to limit ids of a kind that begin as typed, for who completes what a person types.
func (r PeopleReader) Offers(ctx context.Context, kind, typed string, limit int) ([]Offer, error) {
	literal := strings.NewReplacer("*", "[*]", "?", "[?]", "[", "[[]").Replace(typed)
	rows, err := r.s.db.QueryContext(ctx, offers()[kind], literal+"*", limit)
	if err != nil {
		return nil, err
	}
	return collect(rows, func(o *Offer) []any { return []any{&o.ID, &o.Words} })
}
