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

// entryWriter writes an article with its events, as new or in the place of what is stored of it. It knows one entry
// at a time, not the transaction in which it stands.
type entryWriter struct {
	db        *connection
	holdings  *holdingWriter
	aliases   *aliasWriter
	tellings  *tellingWriter
	articles  *articleWriter
	corrector *corrector
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
	Reader  string           // which program read it, see [SourceReader.Has]; "" when of no interest
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

// put writes what differs from what is stored.
func (w *entryWriter) put(e Entry) (Outcome, error) {
	old, err := w.articles.stored(e.Article.Key())
	if err != nil {
		return Outcome{}, err
	}
	given, err := w.inherit(old, &e)
	if err != nil {
		return Outcome{}, err
	}
	var originals []original
	if e.Events, originals, err = w.corrector.correct(e.Events, e.Article.Key(), e.Article.Text); err != nil {
		return Outcome{}, err
	}
	digests, tellings := digestTellings(e.Events)
	tellings = append(tellings, digestsOf(originals, func(o original) []byte { return o.digest })...)
	if old == nil {
		row := newRow(e, 1+len(e.Earlier))
		digest := articleDigest(row, tellings)
		id, err := w.db.insert(insertArticle, append([]any{compress(e.Article.Bytes), digest}, row.values()...)...)
		if err != nil {
			return Outcome{}, err
		}
		out := Outcome{Status: Added, Version: row.version}
		return out, errors.Join(
			w.articles.restoreVersions(id, row.key, e.Earlier), w.tellings.insertTellings(id, row.issue(), e.Events, digests),
			w.articles.keepOriginals(id, originals), w.holdings.holds(1, nil, digest),
		)
	}
	row := newRow(e, old.version)
	row.retrieved, row.reader = old.retrieved, old.reader // neither makes an article another one
	if !bytes.Equal(articleDigest(row, tellings), old.digest) {
		out, err := w.replace(old, e, given, digests, tellings)
		return out, errors.Join(err, w.articles.keepOriginals(old.id, originals))
	}
	out := Outcome{Status: Unchanged, Version: old.version}
	if old.reader == e.Reader {
		return out, nil
	}
	row.reader = e.Reader
	digest := articleDigest(row, tellings)
	return out, errors.Join(w.db.exec(setReader, e.Reader, digest, old.id), w.holdings.holds(0, old.digest, digest))
}

// inherit makes the events of an entry its own and gives them and their reports the ids that they had before, in the
// article as it is stored or under aliases. Given are those that are new aliases.
func (w *entryWriter) inherit(old *storedArticle, e *Entry) (map[string]string, error) {
	known := &merge.Known{}
	if old != nil {
		var err error
		if known, err = w.articles.known(old.id); err != nil {
			return nil, err
		}
	}
	events := make([]timeline.Event, len(e.Events))
	for i := range e.Events {
		events[i] = e.Events[i].Clone()
	}
	var fault error
	given := merge.Inherit(events, known, func(ident string) string {
		report, err := w.aliases.standsFor(ident)
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

// replace puts an entry in the place of what is stored under its key.
func (w *entryWriter) replace(
	old *storedArticle, e Entry, given map[string]string, digests []tellingDigests, tellings [][]byte,
) (Outcome, error) {
	out := Outcome{Status: Reread, Version: old.version}
	if old.hash != e.Article.SHA256 {
		out = Outcome{Status: Changed, Version: old.version + 1}
		if err := w.db.exec(supersede, supersededDigest(&old.articleRow), old.id); err != nil {
			return out, err
		}
	}
	said, err := w.articles.texts(old.id)
	if err != nil {
		return out, err
	}
	out.Change = compare(old, said, e)
	if err := errors.Join(w.tellings.removeTellings(old.id), w.aliases.aliases(given)); err != nil {
		return out, err
	}
	row := newRow(e, out.Version)
	digest := articleDigest(row, tellings)
	args := append([]any{compress(e.Article.Bytes), digest}, row.values()...)
	if err := w.db.exec(updateArticle, append(args, old.id)...); err != nil {
		return out, err
	}
	return out, errors.Join(
		w.tellings.insertTellings(old.id, row.issue(), e.Events, digests),
		w.holdings.holds(0, old.digest, digest),
	)
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
