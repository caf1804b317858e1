package sqlite

import (
	"context"
	"errors"
	"fmt"

	"demarche/timeline/record"
)

// restorer puts back what a copy of a file has beside articles and edits. It knows no tellings.
type restorer struct {
	db       *connection
	aliases  *aliasWriter
	articles *articleWriter
}

const insertSuperseded = `INSERT INTO superseded (digest, article, version, url, outlet, title, byline, published,
	published_how, retrieved, language, media_type, sha256, size, text, bytes)
	VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

const (
	insertRun = `INSERT INTO runs (` + runColumns + `) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
	selectRun = `SELECT id FROM runs WHERE (` + runColumns + `) = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
	// keepVisit notes a visit, unless a later one to the same source is known.
	keepVisit = `INSERT INTO visits (source, run, kind, at, why, tries, etag, modified)
		VALUES (?1, nullif(?2, 0), ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (source) DO UPDATE SET run = excluded.run,
		kind = excluded.kind, at = excluded.at, why = excluded.why, tries = excluded.tries, etag = excluded.etag,
		modified = excluded.modified WHERE excluded.at > at`
)

// values are the columns of a run from the command on.
func (r *Run) values() []any {
	return []any{
		r.Command, r.Asked, r.Program, r.Started, r.Ended, r.Outcome, r.Added, r.Changed, r.Reread, r.Unchanged, r.Other,
		r.Failed, r.Events, r.Reports,
	}
}

// Runs returns all runs, the oldest first.
func (v *Snapshot) Runs() ([]Run, error) {
	rows, err := v.tx.QueryContext(v.ctx, `SELECT id, `+runColumns+` FROM runs ORDER BY id`)
	if err != nil {
		return nil, err
	}
	return collect(rows, (*Run).fields)
}

// Visits returns all visits, by their source.
func (v *Snapshot) Visits() ([]Visit, error) {
	rows, err := v.tx.QueryContext(v.ctx, selectVisits+`ORDER BY source`)
	if err != nil {
		return nil, err
	}
	return collect(rows, (*Visit).fields)
}

// restoreVersions stores the earlier versions of a new article.
func (w *articleWriter) restoreVersions(article int64, key string, list []Former) error {
	for i := range list {
		v := &list[i]
		var b []byte
		if v.MediaType != record.Excerpts {
			var err error
			if b, err = Unpack(v.Packed); err != nil {
				return fmt.Errorf("version %d: its bytes: %w", i+1, err)
			}
		}
		s := &v.Source
		row := articleRow{
			key: key, version: i + 1, url: s.URL, outlet: s.Outlet, title: s.Title, byline: s.Byline,
			published: s.Published, publishedHow: s.PublishedHow,
			retrieved: s.Retrieved, language: s.Language, mediaType: v.MediaType, hash: s.SHA256,
			size: int64(len(b)), text: s.Text,
		}
		err := w.db.exec(
			insertSuperseded, supersededDigest(&row), article, row.version, row.url, row.outlet, row.title, row.byline,
			row.published, row.publishedHow, row.retrieved, row.language, row.mediaType, row.hash, row.size, row.text,
			v.Packed,
		)
		if err != nil {
			return err
		}
	}
	return nil
}

// restoreOriginal notes what the program said of a report, unless it is known, or its article is not stored, or has
// another text here: then the edits are laid over what the program finds in that.
func (w *restorer) restoreOriginal(o *Original) error {
	row := original{report: o.Report, telling: o.Telling, said: o.Said}
	r, err := row.read()
	if err != nil {
		return err
	}
	if r.ID != o.Report || r.ArticleKey != o.Article {
		return fmt.Errorf("original of report %s: it is of another report", o.Report)
	}
	known, err := w.db.ids(`SELECT a.id FROM articles a WHERE a.key = ?
		AND NOT EXISTS (SELECT 1 FROM originals WHERE report = ?)`, o.Article, o.Report)
	if err != nil || len(known) == 0 {
		return err
	}
	here, err := w.articles.storedByID(known[0])
	if err != nil || soundReport(here.key, here.text, &r) != nil {
		return err
	}
	return w.db.exec(insertOriginal, row.report, known[0], row.telling, row.said, originalDigest(&row))
}

// restoreAlias notes an alias unless the id leads somewhere already, or to nothing.
func (w *restorer) restoreAlias(a Alias) error {
	known, err := w.aliases.standsFor(a.ID)
	if err != nil || known != "" {
		return err
	}
	ids, err := readIDs(context.Background(), w.db.conn, `SELECT id FROM reports WHERE ident = ?`, a.Report)
	if err != nil || len(ids) == 0 {
		return err
	}
	return w.aliases.alias(a.ID, a.Report)
}

// restoreVisits notes runs that the file does not know, and the visits made in them.
func (w *restorer) restoreVisits(all *Restored) error {
	rows := map[int64]int64{}
	for i := range all.Runs {
		r := &all.Runs[i]
		known, err := w.db.ids(selectRun, r.values()...)
		if err != nil {
			return err
		}
		if len(known) == 0 {
			id, err := w.db.insert(insertRun, r.values()...)
			if err != nil {
				return fmt.Errorf("run %d: %w", r.ID, err)
			}
			known = []int64{id}
		}
		rows[r.ID] = known[0]
	}
	var errs []error
	for _, v := range all.Visits {
		err := w.db.exec(keepVisit, v.Source, rows[v.Run], v.Kind, v.At, v.Why, v.Tries, v.ETag, v.Modified)
		if err != nil {
			errs = append(errs, fmt.Errorf("visit to %s: %w", v.Source, err))
		}
	}
	return errors.Join(errs...)
}
