package sqlite

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"demarche/quotes/article"
	"demarche/timeline"
	"demarche/timeline/merge"
	"demarche/timeline/record"
)

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

// Status tells what putting an article did to the file.
type Status string

// An article is new, already there as it is, there with the same bytes but read otherwise by another program, or there
// with other bytes: then the old version is kept beside the new.
const (
	Added     Status = "added"
	Unchanged Status = "unchanged"
	Reread    Status = "reread"
	Changed   Status = "changed"
)

// Entry is an article with the events that were found in it.
type Entry struct {
	Article *article.Article
	Events  []timeline.Event // of this article alone, not merged
	Reader  string           // which program read it, see [Store.Has]; "" when of no interest
	Earlier []Former         // of the article, the oldest first; kept only where the article is new
}

// Outcome tells what became of an entry.
type Outcome struct {
	Status  Status
	Version int     // of the article, from 1
	Change  *Change // of a changed or reread article, else nil
	Err     error   // why the entry was refused; nothing of it is stored
}

// Change is the difference between two versions of an article.
type Change struct {
	Fields []string // which of "url", "outlet", "title", "byline", "published", "language", "text" differ
	Gone   []string // texts of reports that are no longer there, in their order
	New    []string // texts of reports that were not there before
}

// PutAll stores many entries in one transaction, which is many times faster than one each. An entry that can't be
// stored has its Err set and leaves nothing; the others are stored when PutAll returns without an error, and none
// of them otherwise.
func (s *Store) PutAll(ctx context.Context, entries []Entry) ([]Outcome, error) {
	w, done, err := s.writer(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	outcomes, err := w.putAll(entries)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", s.path, err)
	}
	return outcomes, nil
}

// putAll is PutAll on the writer's connection. It first goes without savepoints, at each of which the full-text
// index would write out what it holds; when an entry fails, it starts over with one around each.
func (w *writer) putAll(entries []Entry) ([]Outcome, error) {
	outcomes, err := w.batch(entries, w.putPlain)
	var bad *entryError
	if errors.As(err, &bad) {
		outcomes, err = w.batch(entries, w.putGuarded)
	}
	return outcomes, err
}

// batch puts entries in one transaction.
func (w *writer) batch(entries []Entry, put func(Entry) (Outcome, error)) ([]Outcome, error) {
	outcomes := make([]Outcome, len(entries))
	err := w.transaction(func() (err error) {
		for i, e := range entries {
			if fault := sound(e.Article, e.Events); fault != nil {
				outcomes[i].Err = fault
				continue
			}
			if outcomes[i], err = put(e); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return outcomes, nil
}

// entryError is what the database has against an entry.
type entryError struct {
	key string
	err error
}

// Error returns the article and what is wrong with it.
func (e *entryError) Error() string { return e.key + ": " + e.err.Error() }

// Unwrap returns what is wrong.
func (e *entryError) Unwrap() error { return e.err }

// putPlain puts an entry; its error ends the batch.
func (w *writer) putPlain(e Entry) (Outcome, error) {
	out, err := w.put(e)
	if err != nil {
		return out, &entryError{e.Article.Key(), err}
	}
	return out, nil
}

// putGuarded puts an entry between two savepoints. What is wrong with the entry is in the outcome.
func (w *writer) putGuarded(e Entry) (Outcome, error) {
	if err := w.exec(savepoint); err != nil {
		return Outcome{}, err
	}
	held, open := w.held.clone(), w.open.clone()
	out, err := w.put(e)
	if err != nil {
		w.held, w.open = held, open
		out = Outcome{Err: &entryError{e.Article.Key(), err}}
		w.forget()
		if err := w.exec(undo); err != nil { // the disk is full or the file is gone: the batch is lost
			return Outcome{}, out.Err
		}
	}
	return out, w.exec(release)
}

// put writes what differs from what is stored.
func (w *writer) put(e Entry) (Outcome, error) {
	old, err := w.stored(e.Article.Key())
	if err != nil {
		return Outcome{}, err
	}
	given, err := w.inherit(old, &e)
	if err != nil {
		return Outcome{}, err
	}
	var originals []original
	if e.Events, originals, err = w.correct(e.Events, e.Article.Key(), e.Article.Text); err != nil {
		return Outcome{}, err
	}
	digests, tellings := digestTellings(e.Events)
	tellings = append(tellings, digestsOf(originals, func(o original) []byte { return o.digest })...)
	if old == nil {
		row := newRow(e, 1+len(e.Earlier))
		digest := articleDigest(row, tellings)
		id, err := w.insert(insertArticle, append([]any{compress(e.Article.Bytes), digest}, row.values()...)...)
		if err != nil {
			return Outcome{}, err
		}
		out := Outcome{Status: Added, Version: row.version}
		return out, errors.Join(
			w.restoreVersions(id, row.key, e.Earlier), w.insertTellings(id, row.issue(), e.Events, digests),
			w.keepOriginals(id, originals), w.holds(1, nil, digest),
		)
	}
	row := newRow(e, old.version)
	row.retrieved, row.reader = old.retrieved, old.reader // neither makes an article another one
	if !bytes.Equal(articleDigest(row, tellings), old.digest) {
		out, err := w.replace(old, e, given, digests, tellings)
		return out, errors.Join(err, w.keepOriginals(old.id, originals))
	}
	out := Outcome{Status: Unchanged, Version: old.version}
	if old.reader == e.Reader {
		return out, nil
	}
	row.reader = e.Reader
	digest := articleDigest(row, tellings)
	return out, errors.Join(w.exec(setReader, e.Reader, digest, old.id), w.holds(0, old.digest, digest))
}

// inherit makes the events of an entry its own and gives them and their reports the ids that they had before, in the
// article as it is stored or under aliases. Given are those that are new aliases.
func (w *writer) inherit(old *storedArticle, e *Entry) (map[string]string, error) {
	known := &merge.Known{}
	if old != nil {
		var err error
		if known, err = w.known(old.id); err != nil {
			return nil, err
		}
	}
	events := make([]timeline.Event, len(e.Events))
	for i := range e.Events {
		events[i] = e.Events[i].Clone()
	}
	var fault error
	given := merge.Inherit(events, known, func(ident string) string {
		report, err := w.standsFor(ident)
		fault = errors.Join(fault, err)
		return report
	})
	for i := range events {
		events[i] = regathered(&events[i])
	}
	e.Events = events
	return given, fault
}

// regathered is the event as it follows from its reports: what is stored of it.
func regathered(e *timeline.Event) timeline.Event {
	var reports []timeline.Report
	for i := range e.Statements {
		reports = append(reports, e.Statements[i].Reports...)
	}
	return record.Gather(e.ID, reports, e.Context)
}

// known are the ids of what is stored of an article.
func (w *writer) known(article int64) (*merge.Known, error) {
	s, err := w.stmt(selectKnownReports) //nolint:sqlclosecheck // the writer closes it
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
	if s, err = w.stmt(selectKnownTellings); err != nil { //nolint:sqlclosecheck // as above
		return nil, err
	}
	if rows, err = s.Query(article); err != nil {
		return nil, err
	}
	k.Tellings, err = collect(rows, func(id *string) []any { return []any{id} })
	return k, err
}

// replace puts an entry in the place of what is stored under its key.
func (w *writer) replace(
	old *storedArticle, e Entry, given map[string]string, digests []tellingDigests, tellings [][]byte,
) (Outcome, error) {
	out := Outcome{Status: Reread, Version: old.version}
	if old.hash != e.Article.SHA256 {
		out = Outcome{Status: Changed, Version: old.version + 1}
		if err := w.exec(supersede, supersededDigest(&old.articleRow), old.id); err != nil {
			return out, err
		}
	}
	said, err := w.texts(old.id)
	if err != nil {
		return out, err
	}
	out.Change = compare(old, said, e)
	if err := errors.Join(w.removeTellings(old.id), w.aliases(given)); err != nil {
		return out, err
	}
	row := newRow(e, out.Version)
	digest := articleDigest(row, tellings)
	args := append([]any{compress(e.Article.Bytes), digest}, row.values()...)
	if err := w.exec(updateArticle, append(args, old.id)...); err != nil {
		return out, err
	}
	return out, errors.Join(w.insertTellings(old.id, row.issue(), e.Events, digests), w.holds(0, old.digest, digest))
}

// compare tells what differs between what is stored, with the texts of its reports, and an entry.
func compare(old *storedArticle, said []string, e Entry) *Change {
	a, c := e.Article, &Change{}
	for _, f := range []struct{ name, was, is string }{
		{"url", old.url, a.URL},
		{"outlet", old.outlet, a.Outlet},
		{"title", old.title, a.Title},
		{"byline", old.byline, a.Byline},
		{"published", old.published, a.Published},
		{"language", old.language, a.Language},
		{"text", old.text, a.Text},
	} {
		if f.was != f.is {
			c.Fields = append(c.Fields, f.name)
		}
	}
	left := map[string]int{} // texts said before that are not found again yet
	for _, t := range said {
		left[t]++
	}
	for _, ev := range e.Events {
		for _, st := range ev.Statements {
			for _, r := range st.Reports {
				if left[r.Text] == 0 {
					c.New = append(c.New, r.Text)
					continue
				}
				left[r.Text]--
			}
		}
	}
	for _, t := range said {
		if left[t] > 0 {
			left[t]--
			c.Gone = append(c.Gone, t)
		}
	}
	return c
}
