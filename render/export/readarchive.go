package export

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"demarche/quotes"
	"demarche/quotes/text"
	"demarche/render"
	"demarche/timeline"
	"demarche/timeline/actors"
	"demarche/timeline/dates"
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
const errNoArchive fault = "no export of demarche as JSON; make one with: demarche export --archive -o FILE.json"

// fault is an error that says the same wherever it occurs, a constant.
type fault string

func (f fault) Error() string { return string(f) }

// ReadArchive reads what [WriteArchive] wrote, an article at a time, and returns what stands beside them. The reports
// are held until their article comes. Errors say what is wrong, and where in the document.
func ReadArchive(r io.Reader, do func(*Unarchived) error) (*Kept, error) {
	m := &meter{r: r}
	a := &archiveReader{meter: m, dec: json.NewDecoder(m), reports: map[string]*render.Wording{}, do: do}
	if err := a.document(); err != nil {
		return nil, err
	}
	for id := range a.reports {
		return nil, fmt.Errorf("report %s is of no article of the archive", id)
	}
	return &a.kept, nil
}

// meter bounds how much is read for one element.
type meter struct {
	r    io.Reader
	left int
}

func (m *meter) Read(p []byte) (int, error) {
	if m.left <= 0 {
		return 0, fmt.Errorf("an element of more than %d bytes", maxElement)
	}
	n, err := m.r.Read(p[:min(len(p), m.left)])
	m.left -= n
	return n, err
}

// archiveReader reads an archive.
type archiveReader struct {
	*meter
	dec     *json.Decoder
	reports map[string]*render.Wording // by id, those whose article has not come yet
	whole   bool                       // the articles come with their texts
	kept    Kept
	do      func(*Unarchived) error
}

func (a *archiveReader) document() error {
	if t, err := a.token(); err != nil || t != json.Delim('{') {
		return errNoArchive
	}
	version := ""
	for a.dec.More() {
		name, err := a.token()
		if err != nil {
			return err
		}
		switch name {
		case "$schema":
			err = a.schema()
		case "schema_version":
			err = a.value(&version)
		case "events":
			err = a.list(func() error { return a.event() })
		case "sources":
			err = a.list(func() error { return a.source() })
		case "edits":
			err = a.value(&a.kept.Edits)
		case "aliases":
			err = a.value(&a.kept.Aliases)
		case "originals":
			err = a.value(&a.kept.Originals)
		default:
			err = a.value(&json.RawMessage{})
		}
		if err != nil {
			return err
		}
	}
	return a.end(version)
}

// end reads the end of the document, behind which nothing may stand.
func (a *archiveReader) end(version string) error {
	if _, err := a.token(); err != nil {
		return err
	}
	if version == "" {
		return errNoArchive
	}
	if _, err := a.token(); !errors.Is(err, io.EOF) {
		return fmt.Errorf("byte %d: something stands behind the end of the document", a.dec.InputOffset())
	}
	if !a.whole && len(a.reports) > 0 {
		return errors.New("an export without the articles; export it again with --archive")
	}
	return nil
}

// schema wants the name of our schema; another major version is told.
func (a *archiveReader) schema() error {
	var id string
	if err := a.value(&id); err != nil {
		return err
	}
	switch major, ours := strings.CutPrefix(id, strings.TrimSuffix(render.SchemaID, "1")); {
	case !ours:
		return errNoArchive
	case major != "1":
		return fmt.Errorf("made by a newer demarche (schema %q; this one knows %q)", id, render.SchemaID)
	}
	return nil
}

func (a *archiveReader) token() (json.Token, error) {
	a.left = maxElement
	t, err := a.dec.Token()
	return t, a.placed(err)
}

func (a *archiveReader) value(to any) error {
	a.left = maxElement
	return a.placed(a.dec.Decode(to))
}

// placed says where in the document something is wrong.
func (a *archiveReader) placed(err error) error {
	switch {
	case err == nil, errors.Is(err, io.EOF):
		return err
	case errors.Is(err, io.ErrUnexpectedEOF):
		return fmt.Errorf("byte %d: the document ends in the middle", a.dec.InputOffset())
	}
	return fmt.Errorf("byte %d: %w", a.dec.InputOffset(), err)
}

// list reads the elements of a list.
func (a *archiveReader) list(element func() error) error {
	if t, err := a.token(); err != nil || t != json.Delim('[') {
		return fmt.Errorf("byte %d: no list", a.dec.InputOffset())
	}
	for a.dec.More() {
		if err := element(); err != nil {
			return err
		}
	}
	_, err := a.token()
	return err
}

// event keeps the reports of an event; what else it tells follows from them.
func (a *archiveReader) event() error {
	var e render.Event
	if err := a.value(&e); err != nil {
		return err
	}
	for i := range e.Statements {
		for j := range e.Statements[i].Reports {
			w := &e.Statements[i].Reports[j]
			if w.ID == "" || a.reports[w.ID] != nil {
				return fmt.Errorf("event %s: report %q is there twice, or has no id", e.ID, w.ID)
			}
			a.reports[w.ID] = w
		}
	}
	return nil
}

// source makes the events of an article from its reports.
func (a *archiveReader) source() error {
	var s ArchivedSource
	if err := a.value(&s); err != nil {
		return err
	}
	if len(s.Bytes) == 0 && s.Text == "" {
		return errors.New("an export without the articles; export it again with --archive")
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
		w := a.reports[id]
		if w == nil || w.Source != s.Key {
			return timeline.Event{}, fmt.Errorf("report %q is in no event, or another article's", id)
		}
		delete(a.reports, id)
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

// standing is a status as it was drawn.
func standing(s render.Status) timeline.Status {
	if s == render.Machine || s == "" {
		return timeline.Machine
	}
	return timeline.Status(s)
}

// unview is the report that was drawn as w; at counts the text of its article.
func unview(w *render.Wording, at *text.CodePoints) timeline.Report {
	r := timeline.Report{
		Quote: quotes.Quote{
			Form: w.Form, Act: quotes.Speech, Content: spansOf(w.Content, at), Cue: spansOf(w.Cue, at),
			Source: spansOf(w.Naming, at), By: w.By, P: w.P,
		},
		ID: w.ID, ArticleKey: w.Source, Text: w.Text, Around: at.Bytes(w.AroundAt), Speakers: partiesOf(w.Speakers, at),
		Addressees: partiesOf(w.Addressees, at), Channel: w.Channel, Place: w.Place, About: w.About, Tone: w.Tone,
		Plover: w.Plover, Score: w.Score, Status: standing(w.Status),
		Said: timeline.Said{
			Date:  dates.Date{EDTF: w.Said.EDTF, Earliest: w.Said.Earliest, Latest: w.Said.Latest},
			Basis: w.Said.Basis, Evidence: at.Bytes(w.SaidAt),
		},
	}
	if c := w.Carrier; c != nil {
		r.Medium = &actors.Actor{ID: c.ID, Name: c.Name, Kind: actors.Kind(c.Kind), State: c.State}
	}
	if o := w.Occasion; o != nil {
		r.Occasion = &timeline.Occasion{Name: o.Name, Date: o.Date, Evidence: at.Bytes(w.OccasionAt)}
	}
	for _, f := range r.Decided.Fields() {
		for _, d := range w.Decided {
			if d.Field == f.Name {
				f.By, f.P, f.Evidence = d.By, d.P, at.Bytes(d.At)
			}
		}
	}
	return r
}

func spansOf(places [][2]int, at *text.CodePoints) []text.Span {
	var out []text.Span
	for _, p := range places {
		out = append(out, at.Bytes(p))
	}
	return out
}

func partiesOf(list []render.Voice, at *text.CodePoints) []timeline.Party {
	var out []timeline.Party
	for _, v := range list {
		out = append(out, timeline.Party{
			Actor:  actors.Actor{ID: v.ID, Name: v.Name, Kind: actors.Kind(v.Kind), State: v.State},
			Office: v.Office, Basis: v.Basis, Evidence: at.Bytes(v.At), Status: standing(v.Status),
		})
	}
	return out
}
