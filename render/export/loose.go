package export

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"demarche/quotes/text"
	"demarche/render"
	"demarche/timeline"
	"demarche/timeline/record"
)

// Loose reads exports without the articles (JSON, JSON Lines, CSV, TSV) so that a database can be made of them. What
// they cite of an article becomes its text, see [record.Excerpts]; what they don't carry is not known. Several are read
// as one, so that an article has the words of all. Make one with [NewLoose], Add all, then range over Articles as often
// as it takes; close it.
type Loose struct {
	aside  *spool // of each article its source and its wordings
	loose  looseMarks
	Signed []Signed            // what the exports say that people decided
	ids    map[string]string   // ids of events and statements to a report of theirs, where it is not the one that gave it
	events map[string][]string // an event's reports, one an article
}

// looseMarks are what was read already.
type looseMarks struct{ sources, reports map[mark]bool }

// Signed is what a person decided of a report: a field was given the value that the report has, or, where Field is
// "", the report was found right. Who is "" where the export does not tell it.
type Signed struct {
	Report     timeline.Report // without its places in the text
	Field, Who string
}

// told is a record that is put aside: a source, or a wording or background of one of its events.
type told struct {
	Where   string          `json:"where"`
	Source  *Source         `json:"source,omitempty"`
	Event   string          `json:"event,omitempty"`
	Wording *render.Wording `json:"wording,omitempty"`
	Context *render.Context `json:"context,omitempty"`
}

// NewLoose begins to read.
func NewLoose() (*Loose, error) {
	s, err := newSpool()
	return &Loose{
		aside: s, loose: looseMarks{map[mark]bool{}, map[mark]bool{}}, ids: map[string]string{},
		events: map[string][]string{},
	}, err
}

// Close removes what was put aside.
func (l *Loose) Close() error { return l.aside.Close() }

// source puts a source aside, once.
func (l *Loose) source(s *Source) error {
	key := markOf(s.Key)
	if s.Key == "" || len(s.SHA256) != 64 {
		return fmt.Errorf("article %q has no key, or no SHA-256", s.Key)
	}
	if l.loose.sources[key] {
		return nil
	}
	l.loose.sources[key] = true
	return l.put(key, &told{Source: s})
}

func (l *Loose) put(key mark, t *told) error {
	b, err := json.Marshal(t)
	if err != nil {
		return err
	}
	if len(b) > maxElement {
		return fmt.Errorf("a record of more than %d bytes", maxElement)
	}
	return l.aside.put(key, b)
}

// isID reports whether the text has the form of an id of an event, report or statement.
func isID(id string) bool {
	return len(id) == 17 && strings.Contains("ers", id[:1]) && strings.Trim(id[1:], "0123456789abcdef") == ""
}

// wording puts a report aside, once; event and statement are the ids of those that hold it.
func (l *Loose) wording(where, event, statement string, w *render.Wording) error {
	for _, id := range []string{event, statement, w.ID} {
		if !isID(id) {
			return fmt.Errorf("%q is no id of demarche", id)
		}
	}
	if !utf8.ValidString(w.Text) || w.Text == "" {
		return errors.New("its words are none, or not in UTF-8")
	}
	if key := markOf(w.ID); l.loose.reports[key] {
		return nil
	} else {
		l.loose.reports[key] = true
	}
	l.leads(event, statement, w)
	l.sign(w)
	return l.put(markOf(w.Source), &told{Where: where, Event: event, Wording: w})
}

// leads notes which report the ids lead to, and which reports are of one event.
func (l *Loose) leads(event, statement string, w *render.Wording) {
	for _, id := range []string{event, statement} {
		if record.ReportOf(id) != w.ID && l.ids[id] == "" {
			l.ids[id] = w.ID
		}
	}
	l.events[event] = append(l.events[event], w.ID)
}

// sign notes what people decided of a wording, and takes their signatures off: what they decided lies over it.
func (l *Loose) sign(w *render.Wording) {
	r := unview(w, text.NewCodePoints(""))
	signed := false
	for i := range w.Decided {
		d := &w.Decided[i]
		if who, ok := strings.CutPrefix(d.By, "person:"); ok {
			l.Signed = append(l.Signed, Signed{r, d.Field, who})
			d.By, d.P, signed = "", 0, true
		}
	}
	if !signed && w.Status != "" && w.Status != render.Machine {
		l.Signed = append(l.Signed, Signed{Report: r})
	}
	w.Status = render.Machine
}

// Aliases are the ids of events and statements that come from reports which the exports don't have.
func (l *Loose) Aliases() []Alias {
	var out []Alias
	for id, report := range l.ids {
		if !l.loose.reports[markOf(record.ReportOf(id))] {
			out = append(out, Alias{id, report})
		}
	}
	slices.SortFunc(out, func(a, b Alias) int { return strings.Compare(a.ID, b.ID) })
	return out
}

// Together gives, event by event, the reports of those events that have several.
func (l *Loose) Together() [][]string {
	var out [][]string
	for _, reports := range l.events {
		if len(reports) > 1 {
			out = append(out, reports)
		}
	}
	slices.SortFunc(out, func(a, b []string) int { return strings.Compare(a[0], b[0]) })
	return out
}

// Articles gives each article with what the exports tell of it, in the order in which they name them.
func (l *Loose) Articles(do func(*Unarchived) error) error {
	for _, key := range l.aside.keys {
		records, err := l.aside.get(key)
		if err != nil {
			return err
		}
		u, err := unarchive(records)
		if err != nil {
			return err
		}
		if err := do(u); err != nil {
			return err
		}
	}
	return nil
}

// unarchive makes an article of its records.
func unarchive(records [][]byte) (*Unarchived, error) {
	var source *Source
	var words, ground []*told
	for _, b := range records {
		t := &told{}
		if err := json.Unmarshal(b, t); err != nil {
			return nil, err
		}
		switch {
		case t.Source != nil:
			source = t.Source
		case t.Context != nil:
			ground = append(ground, t)
		default:
			words = append(words, t)
		}
	}
	if source == nil {
		return nil, errors.New("an article is cited that is not among the sources")
	}
	u := &Unarchived{ArchivedSource: ArchivedSource{Source: *source, MediaType: record.Excerpts}}
	if u.Text == "" {
		body, err := excerptOf(words, ground)
		if err != nil {
			return nil, err
		}
		u.Text = body
	}
	u.Events = eventsOf(words, ground, text.NewCodePoints(u.Text))
	return u, nil
}

// excerptOf is the text of an article as far as its reports have it.
func excerptOf(words, ground []*told) (string, error) {
	x := &excerpt{}
	for _, t := range words {
		w := t.Wording
		parts, err := pieces(w.Text, w.Content)
		for i := 0; err == nil && i < len(parts); i++ {
			err = x.lay(w.Content[i], parts[i])
		}
		if around := strings.Join(w.Around.Pieces, ""); err == nil && len(around) > 0 && w.AroundAt[1] > w.AroundAt[0] {
			err = x.lay(w.AroundAt, around)
		}
		for i := 0; err == nil && i < len(w.Decided); i++ {
			if d := &w.Decided[i]; d.Words != "" {
				err = x.lay(d.At, d.Words)
			}
		}
		if err != nil {
			return "", fmt.Errorf("%s: report %s: %w", t.Where, w.ID, err)
		}
	}
	for _, t := range ground {
		if err := x.lay(t.Context.At, t.Context.Text); err != nil {
			return "", fmt.Errorf("%s: background of event %s: %w", t.Where, t.Event, err)
		}
	}
	return x.String(), nil
}

// eventsOf are the events that an article tells, in its order.
func eventsOf(words, ground []*told, at *text.CodePoints) []timeline.Event {
	slices.SortStableFunc(words, func(a, b *told) int { return a.Wording.Content[0][0] - b.Wording.Content[0][0] })
	var order []string
	context := map[string][]timeline.Context{}
	for _, t := range ground {
		c := timeline.Context{ArticleKey: t.Context.Source, Span: at.Bytes(t.Context.At), Text: t.Context.Text}
		if !slices.Contains(context[t.Event], c) { // a line of JSON Lines is a statement: others have it too
			context[t.Event] = append(context[t.Event], c)
		}
	}
	reports := map[string][]timeline.Report{}
	for _, t := range words {
		r := unview(t.Wording, at)
		if r.Around.End == 0 {
			r.Around = text.Span{Start: r.Content[0].Start, End: r.Content[len(r.Content)-1].End}
		}
		if reports[t.Event] == nil {
			order = append(order, t.Event)
		}
		reports[t.Event] = append(reports[t.Event], r)
	}
	var out []timeline.Event
	for _, id := range order {
		out = append(out, record.Gather(id, reports[id], context[id]))
	}
	return out
}

// AddJSON reads an export as JSON.
func (l *Loose) AddJSON(r io.Reader) error {
	j := newJSONReader(r)
	err := j.object(map[string]func() error{
		"$schema": func() error { return j.schema(render.SchemaID) },
		"events":  func() error { return j.list(func() error { return l.event(j) }) },
		"sources": func() error {
			return j.list(func() error {
				var s Source
				if err := j.value(&s); err != nil {
					return err
				}
				return l.source(&s)
			})
		},
	})
	if err != nil {
		return err
	}
	return j.end()
}

// event reads an event and puts its wordings aside.
func (l *Loose) event(j *jsonReader) error {
	var e render.Event
	if err := j.value(&e); err != nil {
		return err
	}
	return l.wordings(&e, fmt.Sprintf("byte %d", j.dec.InputOffset()))
}

func (l *Loose) wordings(e *render.Event, where string) error {
	for i := range e.Statements {
		s := &e.Statements[i]
		for k := range s.Reports {
			if err := l.wording(where, e.ID, s.ID, &s.Reports[k]); err != nil {
				return fmt.Errorf("%s: event %s: %w", where, e.ID, err)
			}
		}
	}
	for i := range e.Context {
		c := &e.Context[i]
		if c.At[1] == 0 {
			continue // its place is not told
		}
		if err := l.put(markOf(c.Source), &told{Where: where, Event: e.ID, Context: c}); err != nil {
			return err
		}
	}
	return nil
}

// AddLines reads an export as JSON Lines.
func (l *Loose) AddLines(r io.Reader) error {
	j := newJSONReader(r)
	for n := 1; ; n++ {
		var one line
		if err := j.value(&one); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		if one.Schema != StatementSchemaID {
			return fmt.Errorf("line %d: %w", n, errNoArchive)
		}
		for _, s := range one.Sources {
			if err := l.source(s); err != nil {
				return fmt.Errorf("line %d: %w", n, err)
			}
		}
		if err := l.wordings(&one.Event, fmt.Sprintf("line %d", n)); err != nil {
			return err
		}
	}
}
