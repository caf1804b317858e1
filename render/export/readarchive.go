package export

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"demarche/quotes/text"
	"demarche/render"
	"demarche/timeline"
	"demarche/timeline/record"
)

// Unarchived is an article of an archive with the events that it tells.
type Unarchived struct {
	ArchivedSource
	Events []timeline.Event
}

// maxElement is the largest event or article of an archive, in bytes of JSON.
const maxElement = 128 << 20

// errNoArchive is told of a document that is none of ours.
const errNoArchive fault = "no export of demarche; make one with: demarche export --archive -o FILE.json"

// ErrLoose is told of an export without the articles, which is no archive: see [Loose].
const ErrLoose fault = "an export without the articles"

// fault is an error that says the same wherever it occurs, a constant.
type fault string

func (f fault) Error() string { return string(f) }

// ReadArchive reads what [WriteArchive] wrote, an article at a time, and returns what stands beside them. The reports
// lie in a file until their article comes. Errors say what is wrong, and where in the document; [ErrLoose] says that
// it is an export without the articles.
func ReadArchive(r io.Reader, do func(*Unarchived) error) (_ *Kept, err error) {
	aside, err := newSpool()
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, aside.Close()) }()
	a := &archiveReader{jsonReader: newJSONReader(r), reports: aside, do: do}
	if err := a.document(); err != nil {
		return nil, err
	}
	if a.left > 0 {
		return nil, fmt.Errorf("%d reports are of no article of the archive", a.left)
	}
	return &a.kept, nil
}

// archiveReader reads an archive.
type archiveReader struct {
	*jsonReader
	reports *spool // wordings by id
	left    int    // wordings whose article has not come yet
	whole   bool   // the articles come with their texts
	kept    Kept
	do      func(*Unarchived) error
}

func (a *archiveReader) document() error {
	version := ""
	err := a.object(map[string]func() error{
		"$schema":        func() error { return a.schema(render.SchemaID) },
		"schema_version": func() error { return a.value(&version) },
		"events":         func() error { return a.list(a.event) },
		"sources":        func() error { return a.list(a.source) },
		"edits":          func() error { return a.value(&a.kept.Edits) },
		"aliases":        func() error { return a.value(&a.kept.Aliases) },
		"originals":      func() error { return a.value(&a.kept.Originals) },
		"runs":           func() error { return a.value(&a.kept.Runs) },
		"visits":         func() error { return a.value(&a.kept.Visits) },
	})
	switch {
	case err != nil:
		return err
	case version == "":
		return errNoArchive
	case !a.whole && a.left > 0:
		return ErrLoose
	}
	return a.end()
}

// event puts the wordings of an event aside; what else it tells follows from them.
func (a *archiveReader) event() error {
	var e struct {
		ID         string
		Statements []struct{ Reports []json.RawMessage }
	}
	if err := a.value(&e); err != nil {
		return err
	}
	for _, s := range e.Statements {
		for _, w := range s.Reports {
			var named struct{ ID string }
			if err := json.Unmarshal(w, &named); err != nil {
				return fmt.Errorf("event %s: %w", e.ID, err)
			}
			key := markOf(named.ID)
			if named.ID == "" || a.reports.at[key] != nil {
				return fmt.Errorf("event %s: report %q is there twice, or has no id", e.ID, named.ID)
			}
			if err := a.reports.put(key, w); err != nil {
				return err
			}
			a.left++
		}
	}
	return nil
}

// wording returns a report that was put aside, once; nil where there is none.
func (a *archiveReader) wording(id string) (*render.Wording, error) {
	key := markOf(id)
	found, err := a.reports.get(key)
	if err != nil || len(found) != 1 {
		return nil, err
	}
	a.reports.at[key] = []place{} // taken, and known to have been there
	a.left--
	var w render.Wording
	return &w, json.Unmarshal(found[0], &w)
}

// source makes the events of an article from its reports.
func (a *archiveReader) source() error {
	var s ArchivedSource
	if err := a.value(&s); err != nil {
		return err
	}
	if s.MediaType == "" && s.Reader == "" && len(s.Bytes) == 0 {
		return ErrLoose
	}
	a.whole = true
	out := &Unarchived{ArchivedSource: s}
	at := text.NewCodePoints(s.Text)
	for _, t := range s.Tellings {
		e, err := a.telling(&s, &t, at)
		if err != nil {
			return fmt.Errorf("article %s: %w", s.Key, err)
		}
		out.Events = append(out.Events, e)
	}
	return a.do(out)
}

func (a *archiveReader) telling(s *ArchivedSource, t *Telling, at *text.CodePoints) (timeline.Event, error) {
	var reports []timeline.Report
	for _, id := range t.Reports {
		w, err := a.wording(id)
		if err != nil {
			return timeline.Event{}, err
		}
		if w == nil || w.Source != s.Key {
			return timeline.Event{}, fmt.Errorf("report %q is in no event, or another article's", id)
		}
		reports = append(reports, unview(w, at))
	}
	if len(reports) == 0 {
		return timeline.Event{}, fmt.Errorf("telling %q has no report", t.ID)
	}
	var ground []timeline.Context
	for _, c := range t.Context {
		span := at.Bytes(c)
		if span.Start > span.End {
			return timeline.Event{}, fmt.Errorf("telling %q: background %v runs backwards", t.ID, c)
		}
		ground = append(ground, timeline.Context{ArticleKey: s.Key, Span: span, Text: span.Of(s.Text)})
	}
	return record.Gather(t.ID, reports, ground), nil
}
