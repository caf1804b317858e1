package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"demarche/quotes/article"
)

// Sources asks for stored articles. Empty fields leave nothing out.
type Sources struct {
	Outlet       string // part of the outlet's name, in any case
	Since, Until string // YYYY-MM-DD, of publication
	Kind         string // part of the media type, such as "html"
	State        string // "read", "unread" (in another language), "undated", "copy", "changed" (with earlier versions)
	Limit        int    // 0 for all
	After        int    // leave out so many of the first
}

// SourceRow is a stored article as a list names it.
type SourceRow struct {
	ID                                                                            int64
	Key, URL, Outlet, Title, Byline, Published, PublishedHow, Retrieved, Language string
	MediaType, SHA256                                                             string
	Version, Size, Reports                                                        int

	CopyOf string // the key of the older article that has nearly the same text
	Copies int    // how many newer ones have nearly this text
}

func (r *SourceRow) fields() []any {
	return []any{
		&r.ID, &r.Key, &r.URL, &r.Outlet, &r.Title, &r.Byline, &r.Published, &r.PublishedHow, &r.Retrieved, &r.Language,
		&r.MediaType,
		&r.SHA256, &r.Version, &r.Size, &r.Reports, &r.CopyOf, &r.Copies,
	}
}

// State is "unread" for an article in another language, else "read".
func (r *SourceRow) State() string {
	if r.Language != "" && r.Reports == 0 && !english(r.Language) {
		return "unread"
	}
	return "read"
}

func english(tag string) bool { return tag == "en" || len(tag) > 2 && tag[:3] == "en-" }

const (
	// ofArticle joins the reports of the article a.
	ofArticle = ` reports r JOIN tellings t ON t.id = r.telling WHERE t.article = a.id `

	selectSources = `SELECT a.id, a.key, a.url, a.outlet, a.title, a.byline, a.published, a.published_how, a.retrieved,
		a.language, a.media_type, a.sha256, a.version, a.size, (SELECT count(*) FROM` + ofArticle + `), coalesce(o.key, ''),
		(SELECT count(*) FROM prints c WHERE c.copy_of = a.id)
		FROM articles a LEFT JOIN prints p ON p.article = a.id LEFT JOIN articles o ON o.id = p.copy_of `

	whichSources = `WHERE (?1 = '' OR instr(lower(a.outlet), lower(?1)) > 0)
		AND (?2 = '' OR a.published <> '' AND a.published >= substr(?2, 1, length(a.published)))
		AND (?3 = '' OR a.published <> '' AND a.published <= ?3)
		AND (?4 = '' OR instr(a.media_type, ?4) > 0)
		AND CASE ?5 WHEN '' THEN 1
			WHEN 'undated' THEN a.published = ''
			WHEN 'copy' THEN o.key IS NOT NULL
			WHEN 'changed' THEN a.version > 1
			ELSE (?5 = 'unread') = (a.language <> '' AND a.language <> 'en' AND a.language NOT LIKE 'en-%'
				AND NOT EXISTS (SELECT 1 FROM` + ofArticle + `)) END
		ORDER BY a.id LIMIT ?6 OFFSET ?7`
)

// Version is one version of a stored article.
type Version struct {
	N                                               int
	URL, Outlet, Title, Byline, Published, Language string
	Retrieved, MediaType, SHA256, Text              string
}

func (v *Version) fields() []any {
	return []any{
		&v.N, &v.URL, &v.Outlet, &v.Title, &v.Byline, &v.Published, &v.Language, &v.Retrieved, &v.MediaType, &v.SHA256,
		&v.Text,
	}
}

const versionColumns = `version, url, outlet, title, byline, published, language, retrieved, media_type, sha256, text`

// Marked is a report of an article with what a reader of the text wants to see beside it.
type Marked struct {
	Report, Content, Speakers string // Content is the JSON of its spans, bytes of the text
}

// List returns the stored articles that are asked for, in the order in which they came.
func (l SourceReader) List(ctx context.Context, q Sources) ([]SourceRow, error) {
	if q.Limit == 0 {
		q.Limit = -1
	}
	rows, err := l.s.db.QueryContext(
		ctx,
		selectSources+whichSources,
		q.Outlet,
		q.Since,
		q.Until,
		q.Kind,
		q.State,
		q.Limit,
		q.After,
	)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", l.s.path, err)
	}
	return collect(rows, (*SourceRow).fields)
}

// Get returns the stored article with that key or, for a number, that id; nil where there is none.
func (l SourceReader) Get(ctx context.Context, name string) (*SourceRow, error) {
	var r SourceRow
	err := l.s.db.QueryRowContext(ctx, selectSources+`WHERE a.key = ?1 OR a.url = ?1 OR cast(a.id AS TEXT) = ?1
		ORDER BY a.key = ?1 DESC, a.url = ?1 DESC LIMIT 1`, name).Scan(r.fields()...)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return nil, nil
	case err != nil:
		return nil, fmt.Errorf("%s: %w", l.s.path, err)
	}
	return &r, nil
}

// Versions returns the versions of an article, the oldest first.
func (l SourceReader) Versions(ctx context.Context, id int64) ([]Version, error) {
	rows, err := l.s.db.QueryContext(ctx, `SELECT `+versionColumns+` FROM superseded WHERE article = ?1
		UNION ALL SELECT `+versionColumns+` FROM articles WHERE id = ?1 ORDER BY version`, id)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", l.s.path, err)
	}
	return collect(rows, (*Version).fields)
}

// Kept returns the bytes of a stored article as they came, as a source that is read again; its key stays that of the
// article.
func (l SourceReader) Kept(ctx context.Context, id int64) (src article.Source, key string, err error) {
	var packed []byte
	var size int64
	var retrieved string
	const row = `SELECT key, url, media_type, retrieved, size, bytes FROM articles WHERE id = ?`
	err = l.s.db.QueryRowContext(ctx, row, id).
		Scan(&key, &src.URL, &src.MediaType, &retrieved, &size, &packed)
	if err == nil {
		src.Bytes, err = unpack(packed, size)
	}
	if err == nil && retrieved != "" {
		src.Retrieved, err = time.Parse(time.RFC3339, retrieved)
	}
	if err != nil {
		return src, key, fmt.Errorf("%s: %s: %w", l.s.path, key, err)
	}
	src.Name = key
	return src, key, nil
}

// Marks returns the reports of an article, in the order of the text.
func (l SourceReader) Marks(ctx context.Context, id int64) ([]Marked, error) {
	rows, err := l.s.db.QueryContext(ctx, `SELECT r.ident, r.content, coalesce((SELECT group_concat(name, ', ') FROM
		(SELECT c.name FROM report_parties p JOIN actors c ON c.id = p.actor
		WHERE p.report = r.id AND p.role = 'speaker' ORDER BY p.n)), '')
		FROM (SELECT ? AS id) a,`+ofArticle+`ORDER BY json_extract(r.content, '$[0][0]'), r.ident`, id)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", l.s.path, err)
	}
	return collect(rows, func(m *Marked) []any { return []any{&m.Report, &m.Content, &m.Speakers} })
}
