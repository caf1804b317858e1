package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"

	"demarche/timeline/coding"
	"demarche/timeline/edits"
	"demarche/timeline/record"
)

// maxLine is the longest line of verdicts, in bytes.
const maxLine = 1 << 20

// taskLine is a report as "review --json" prints it; with a verdict, or values changed, it is what --apply takes.
type taskLine struct {
	ID        string                `json:"id"`
	Sample    string                `json:"sample,omitempty"`
	Verdict   string                `json:"verdict,omitempty"` // confirmed, rejected, open; "" for none
	Status    string                `json:"status"`
	Words     string                `json:"words"`
	Sentence  string                `json:"sentence"` // or sentences, in which the words stand
	Article   string                `json:"article"`
	Outlet    string                `json:"outlet"`
	Title     string                `json:"title"`
	Published string                `json:"published"`
	URL       string                `json:"url"`
	P         float64               `json:"p"`    // that words, speaker, addressee and day are right
	Seen      int64                 `json:"seen"` // the last edit of it that this line shows
	Fields    map[string]typed      `json:"fields"`
	Note      string                `json:"note"`
	Why       string                `json:"why,omitempty"`
	Codings   map[string]codingLine `json:"codings,omitempty"` // where coders disagree: what each says
}

// typed is a value as a person types it, with what decided it. In verdicts it may be the value alone.
type typed struct {
	Value string  `json:"value"`
	By    string  `json:"by,omitempty"`
	P     float64 `json:"p,omitempty"`
}

// UnmarshalJSON reads a value alone, or with what decided it.
func (t *typed) UnmarshalJSON(b []byte) error {
	if json.Unmarshal(b, &t.Value) == nil {
		return nil
	}
	type whole typed
	return json.Unmarshal(b, (*whole)(t))
}

// codingLine is what one coder says.
type codingLine struct {
	Verdict string            `json:"verdict"`
	Fields  map[string]string `json:"fields"` // those that they changed, in words
	Note    string            `json:"note,omitempty"`
}

// typedFields are the fields of a report as a person would type them.
func typedFields(r *record.Report) map[string]string {
	out := map[string]string{
		"speaker": record.Typed(r.Speakers), "addressee": record.Typed(r.Addressees), "channel": string(r.Channel),
		"day": r.Said.EDTF, "place": r.Place, "tone": string(r.Tone), "medium": "", "occasion": "",
	}
	if r.Medium != nil {
		out["medium"] = record.Typed([]record.Party{{Actor: *r.Medium}})
	}
	if r.Occasion != nil {
		out["occasion"] = r.Occasion.Name
	}
	return out
}

// line is a task as it is printed.
func (w *work) line(t *task) taskLine {
	out := taskLine{
		ID: t.ID, Sample: w.sample, Status: orMachine(t.Status), Words: t.Text, Sentence: t.Around.Of(t.source.Text),
		Article: t.source.Key, Outlet: t.source.Outlet, Title: t.source.Title, Published: t.source.Published,
		URL: t.source.URL, P: coding.Certainty(&t.Report), Seen: t.seen, Fields: map[string]typed{}, Note: t.note,
	}
	values := typedFields(&t.Report)
	for _, f := range t.Decided.Fields() {
		out.Fields[f.Name] = typed{values[f.Name], f.By, f.P}
	}
	if t.coding != nil {
		for name, value := range t.coding.Fields {
			if coding.Unsure(value) {
				out.Fields[name] = typed{Value: cantTell}
			}
		}
	}
	for _, o := range t.said {
		if out.Codings == nil {
			out.Codings = map[string]codingLine{}
		}
		out.Codings[o.coder] = o.line()
	}
	return out
}

func (o *opinion) line() codingLine {
	out := codingLine{Fields: map[string]string{}}
	if o.Coding == nil {
		return out
	}
	out.Verdict, out.Note = string(o.Verdict), o.Note
	for name, value := range o.Fields {
		s := string(value)
		out.Fields[name] = cantTell
		if !coding.Unsure(value) {
			out.Fields[name] = edits.Shown(&s)
		}
	}
	return out
}

// orMachine is a status as outputs name it.
func orMachine(s record.Status) string {
	if s == record.Machine {
		return "machine"
	}
	return string(s)
}

// changes are the edits that a line asks for, against the task as it is: values that differ, then the verdict.
func (w *work) changes(t *task, l *taskLine) ([]record.Edit, error) {
	now := w.line(t)
	var out []record.Edit
	for _, name := range edits.Fields() {
		v, ok := l.Fields[name]
		if !ok || v.Value == now.Fields[name].Value {
			continue
		}
		e, err := w.value(t, name, v.Value)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		out = append(out, e)
	}
	for name := range l.Fields {
		if !slices.Contains(edits.Fields(), name) {
			return nil, fmt.Errorf("there is no field %q", name)
		}
	}
	if l.Note != "" && l.Note != now.Note {
		e, err := w.value(t, edits.NoteField, l.Note)
		if err != nil {
			return nil, fmt.Errorf("note: %w", err)
		}
		out = append(out, e)
	}
	if l.Verdict != "" {
		e, err := verdict(&t.Report, l.Verdict)
		if err != nil {
			return nil, err
		}
		out = append(out, e)
	}
	for i := range out {
		out[i].Why = l.Why
	}
	return out, nil
}

// verdict reads a verdict as --apply takes it.
func verdict(r *record.Report, word string) (record.Edit, error) {
	if word == "open" {
		return edits.Verdict(r, record.Machine), nil
	}
	e, _, err := verdictOf(r, word)
	return e, err
}

// readLines reads verdicts, a line of JSON each. The error names the line.
func readLines(r io.Reader) ([]taskLine, error) {
	var out []taskLine
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, maxLine)
	n := 0
	for sc.Scan() {
		n++
		if len(bytes.TrimSpace(sc.Bytes())) == 0 {
			continue
		}
		dec := json.NewDecoder(bytes.NewReader(sc.Bytes()))
		dec.DisallowUnknownFields()
		l := taskLine{Seen: -1}
		err := dec.Decode(&l)
		if err == nil && l.ID == "" {
			err = errors.New(`no "id" of a report`)
		}
		if err == nil && slices.ContainsFunc(out, func(o taskLine) bool { return o.ID == l.ID }) {
			err = fmt.Errorf("a second line of report %s", l.ID)
		}
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		out = append(out, l)
	}
	if errors.Is(sc.Err(), bufio.ErrTooLong) {
		return nil, fmt.Errorf("line %d: longer than %d bytes", n+1, maxLine)
	}
	return out, sc.Err()
}

// applied is what --apply did.
type applied struct {
	Changed   int      `json:"changed"`   // reports
	Unchanged int      `json:"unchanged"` // lines that ask for nothing
	Conflicts []string `json:"conflicts"` // reports that somebody has edited since the line was printed; left as they are
	DryRun    bool     `json:"dry_run,omitempty"`
}

// apply checks all lines, and then stores what they ask for, report by report. The error names a line that can't be
// followed; nothing is stored then.
func (w *work) apply(ctx context.Context, lines []taskLine, dryRun bool) (*applied, error) {
	done := &applied{Conflicts: []string{}, DryRun: dryRun}
	type step struct {
		task    *task
		changes []record.Edit
	}
	var steps []step
	ruled, err := w.read(ctx)
	if err != nil {
		return nil, err
	}
	for i := range lines {
		l := &lines[i]
		if l.Sample != "" && l.Sample != w.sample {
			return nil, fmt.Errorf("report %s: the line is of the sample %s; name it with --sample", l.ID, l.Sample)
		}
		t, err := w.task(ctx, ruled, l.ID)
		if err != nil {
			return nil, fmt.Errorf("report %s: %w", l.ID, err)
		}
		changes, err := w.changes(t, l)
		if err != nil {
			return nil, fmt.Errorf("report %s: %w", l.ID, err)
		}
		if l.Seen >= 0 {
			t.seen = l.Seen
		}
		if len(changes) == 0 {
			done.Unchanged++
			continue
		}
		steps = append(steps, step{t, changes})
	}
	for _, s := range steps {
		if dryRun {
			done.Changed++
			continue
		}
		later, err := w.keep(ctx, s.task, s.changes)
		switch {
		case err != nil:
			return done, err
		case len(later) > 0:
			done.Conflicts = append(done.Conflicts, s.task.ID)
		default:
			done.Changed++
		}
	}
	return done, nil
}
