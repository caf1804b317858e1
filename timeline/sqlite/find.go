package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"unicode/utf8"
)

// Search asks for articles and reports that hold certain words. Empty fields leave nothing out.
type Search struct {
	Text     string // the words: see matchQuery
	Since    string // YYYY-MM-DD: published, or said, on this day or later
	Until    string // YYYY-MM-DD: published, or said, on this day or earlier
	Outlet   string // part of the outlet's name, in any case
	Articles bool   // no reports
	Reports  bool   // no articles
	Limit    int    // the most that is returned of each kind
}

// Hit is an article or a report that holds the words of a [Search].
type Hit struct {
	Report    string   // the report's id; "" for an article
	Article   string   // the article's key
	Title     string   // of the article
	Outlet    string   // of the article
	Published string   // EDTF, "" when unknown
	Said      string   // EDTF, of a report
	Speakers  []string // of a report
	Snippet   string   // words around the best place; an ellipsis stands where the text goes on
	Marks     [][2]int // where the words stand in the snippet, as code points [start,end)
}

// Pieces are the snippet cut at its marks: pieces 1, 3, 5 … are what was found, pieces 0, 2, 4 … what stands before,
// between and after.
func (h *Hit) Pieces() []string {
	runes, at := []rune(h.Snippet), 0
	var out []string
	for _, m := range h.Marks {
		out = append(out, string(runes[at:m[0]]), string(runes[m[0]:m[1]]))
		at = m[1]
	}
	return append(out, string(runes[at:]))
}

// Snippets come with these characters around what was found; no stored text keeps them, for they control a terminal.
const (
	markStart = "\x02"
	markEnd   = "\x03"
)

// narrowed is the part of the query that both kinds have alike. A day that is coarser than a day, such as 2024-06, is
// compared as far as it goes.
const (
	byOutlet = ` AND (?4 = '' OR instr(lower(a.outlet), lower(?4)) > 0)`

	findArticles = `SELECT '', a.key, a.title, a.outlet, a.published, '', '',
		snippet(articles_fts, -1, char(2), char(3), '…', 24)
		FROM articles_fts JOIN articles a ON a.id = articles_fts.rowid WHERE articles_fts MATCH ?1
		AND (?2 = '' OR a.published <> '' AND substr(a.published, 1, 10) >= substr(?2, 1, length(substr(a.published, 1, 10))))
		AND (?3 = '' OR a.published <> '' AND substr(a.published, 1, 10) <= ?3)` + byOutlet + `
		ORDER BY bm25(articles_fts, 4.0, 1.0), a.key LIMIT ?5`

	findReports = `SELECT r.ident, a.key, a.title, a.outlet, a.published, r.said,
		coalesce((SELECT group_concat(name, char(10)) FROM (SELECT c.name FROM report_parties p
			JOIN actors c ON c.id = p.actor WHERE p.report = r.id AND p.role = 'speaker' ORDER BY p.n)), ''),
		snippet(reports_fts, -1, char(2), char(3), '…', 24)
		FROM reports_fts JOIN reports r ON r.id = reports_fts.rowid JOIN tellings t ON t.id = r.telling
		JOIN articles a ON a.id = t.article WHERE reports_fts MATCH ?1
		AND (?2 = '' OR r.latest >= ?2) AND (?3 = '' OR r.earliest <> '' AND r.earliest <= ?3)` + byOutlet + `
		ORDER BY bm25(reports_fts), r.ident LIMIT ?5`
)

// hitsOf runs one of the two queries.
func hitsOf(ctx context.Context, q querier, query, match string, f *Search) ([]Hit, error) {
	type hitRow struct {
		Hit
		speakers string
	}
	rows, err := q.QueryContext(ctx, query, match, f.Since, f.Until, f.Outlet, f.Limit)
	if err != nil {
		return nil, err
	}
	var out []Hit
	return out, each(rows, func(r *hitRow) []any {
		return []any{&r.Report, &r.Article, &r.Title, &r.Outlet, &r.Published, &r.Said, &r.speakers, &r.Snippet}
	}, func(r *hitRow) error {
		if r.speakers != "" {
			r.Speakers = strings.Split(r.speakers, "\n")
		}
		r.Snippet, r.Marks = unmark(strings.Join(strings.Fields(r.Snippet), " "))
		out = append(out, r.Hit)
		return nil
	})
}

// unmark takes the marks out of a snippet and returns what stood between them, in code points.
func unmark(marked string) (string, [][2]int) {
	var b strings.Builder
	var marks [][2]int
	at := 0
	for marked != "" {
		i := strings.IndexAny(marked, markStart+markEnd)
		if i < 0 {
			b.WriteString(marked)
			break
		}
		b.WriteString(marked[:i])
		at += utf8.RuneCountInString(marked[:i])
		if n := len(marks); marked[i:i+1] == markStart {
			marks = append(marks, [2]int{at, at})
		} else if n > 0 {
			marks[n-1][1] = at
		}
		marked = marked[i+1:]
	}
	return b.String(), marks
}

// Find returns the reports and then the articles that hold the words, each kind by how well it fits. The error wraps
// what [CheckText] has against Search.Text.
func (r ReportReader) Find(ctx context.Context, q Search) ([]Hit, error) {
	match, err := matchQuery(q.Text)
	if err != nil {
		return nil, fmt.Errorf("%q: %w", q.Text, err)
	}
	tx, err := r.s.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return nil, err
	}
	defer tx.Rollback() //nolint:errcheck // it only read
	var out []Hit
	for _, kind := range []struct {
		query string
		left  bool
	}{{findReports, q.Articles}, {findArticles, q.Reports}} {
		if kind.left {
			continue
		}
		hits, err := hitsOf(ctx, tx, kind.query, match, &q)
		if err != nil {
			return nil, err
		}
		out = append(out, hits...)
	}
	return out, nil
}
