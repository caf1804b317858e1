package sqlite

import "demarche/timeline/merge"

const (
	// selectKnownReports reads what the program found: what a person has added has its id from its own words alone.
	selectKnownReports = `SELECT ident, text FROM (
		SELECT r.ident, coalesce(o.said ->> '$.Text', r.text) AS text, r.content ->> '$[0][0]' AS place FROM tellings t
		JOIN reports r ON r.telling = t.id LEFT JOIN originals o ON o.report = r.ident WHERE t.article = ?1
		AND coalesce(o.said ->> '$.By', '') NOT GLOB 'person:*' UNION ALL
		SELECT o.report, o.said ->> '$.Text', o.said ->> '$.Content[0].Start' FROM originals o WHERE o.article = ?1
		AND o.said ->> '$.By' NOT GLOB 'person:*' AND NOT EXISTS (SELECT 1 FROM reports r WHERE r.ident = o.report))
		ORDER BY place, ident`
	selectKnownTellings = `SELECT ident FROM tellings WHERE article = ?1
		UNION SELECT telling FROM originals WHERE article = ?1`
)

// known are the ids of what is stored of an article.
func (w *articleWriter) known(article int64) (*merge.Known, error) {
	s, err := w.db.stmt(selectKnownReports) //nolint:sqlclosecheck // the writer closes it
	if err != nil {
		return nil, err
	}
	rows, err := s.Query(article)
	if err != nil {
		return nil, err
	}
	k := &merge.Known{}
	k.Reports, err = collect(rows, func(r *merge.KnownReport) []any { return []any{&r.ID, &r.Text} })
	if err != nil {
		return nil, err
	}
	if s, err = w.db.stmt(selectKnownTellings); err != nil { //nolint:sqlclosecheck // as above
		return nil, err
	}
	if rows, err = s.Query(article); err != nil {
		return nil, err
	}
	k.Tellings, err = collect(rows, func(id *string) []any { return []any{id} })
	return k, err
}
