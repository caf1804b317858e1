package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"demarche/timeline"
	"demarche/timeline/actors"
	"demarche/timeline/coding"
	"demarche/timeline/edits"
	"demarche/timeline/record"
	"demarche/timeline/sqlite"
)

// work is what a person goes through, report by report: the dataset, which they correct; a sample, which they code
// under their name, changing nothing in the dataset; or what the coders of a sample disagree about, which they settle
// in the dataset.
type work struct {
	store  *sqlite.Store
	actors *actors.Gazetteer
	coder  string
	sample string // its name, "" for the dataset
	settle bool   // go through the sample's disagreements
	now    func() time.Time
}

// codes reports whether verdicts are codings.
func (w *work) codes() bool { return w.sample != "" && !w.settle }

// task is a report as the person who works sees it.
type task struct {
	timeline.Report
	source timeline.Source
	seen   int64 // the last edit of the report, or coding of this coder, that it shows
	coding *coding.Coding
	note   string
	said   []opinion // what each coder says, where these disagree
}

// opinion is what a coder says.
type opinion struct {
	coder string
	*coding.Coding
}

// rulings are what people decided, read once.
type rulings struct {
	list []record.Edit
	book *coding.Book // nil for the dataset
}

// read reads all edits.
func (w *work) read(ctx context.Context) (*rulings, error) {
	list, err := w.store.Edits().All(ctx)
	if err != nil || w.sample == "" {
		return &rulings{list: list}, err
	}
	book, err := bookOf(list, w.sample)
	return &rulings{list, book}, err
}

// bookOf reads a sample with its codings.
func bookOf(list []record.Edit, name string) (*coding.Book, error) {
	s, err := coding.Named(list, name)
	if errors.Is(err, coding.ErrNoSample) {
		return nil, fmt.Errorf("%w %q; see: demarche sample", err, name)
	}
	if err != nil {
		return nil, err
	}
	return coding.NewBook(s, list)
}

// queue is the ids of the reports that are to be gone through, as many as the filter wants.
func (w *work) queue(ctx context.Context, f sqlite.QueueFilter) (ids []string, err error) {
	if w.sample == "" {
		list, _, _, err := w.store.Queue().List(ctx, f)
		for i := range list {
			ids = append(ids, list[i].ID)
		}
		return ids, err
	}
	l, err := w.read(ctx)
	if err != nil {
		return nil, err
	}
	for i := range l.book.Sample.Items {
		id := l.book.Sample.Items[i].Report
		if w.settle && l.book.Disputed(l.list, id) || !w.settle && !l.book.Done(w.coder, id) {
			ids = append(ids, id)
		}
	}
	return ids[min(f.After, len(ids)):min(f.After+f.Limit, len(ids))], nil
}

// open reads a report as the person sees it. The error is [sqlite.ErrNoReport] where its words are gone, and another
// one where it is none of the sample.
func (w *work) open(ctx context.Context, id string) (*task, error) {
	l, err := w.read(ctx)
	if err != nil {
		return nil, err
	}
	return w.task(ctx, l, id)
}

// task is open with what people decided as it was read before.
func (w *work) task(ctx context.Context, l *rulings, id string) (t *task, err error) {
	t = &task{}
	if t.Report, t.source, err = w.store.Reports().Get(ctx, id); err != nil {
		return nil, err
	}
	held := edits.NewLog(l.list)
	if e, ok := held.Of(t.ID, edits.NoteField); ok {
		t.note = *e.After
	}
	if l.book == nil {
		t.seen = lastOf(l.list, t.ID)
		return t, nil
	}
	return t, w.inSample(t, l)
}

// lastOf is the id of the last edit of a report, 0 for none.
func lastOf(list []record.Edit, report string) int64 {
	for _, e := range slices.Backward(list) {
		if e.Kind == edits.Kind && e.Target == report {
			return e.ID
		}
	}
	return 0
}

// inSample makes of a report one of the sample.
func (w *work) inSample(t *task, l *rulings) error {
	item, ok := l.book.Sample.Item(t.ID)
	if !ok {
		return fmt.Errorf("report %s is not of the sample %s", t.ID, w.sample)
	}
	if w.settle {
		t.seen = lastOf(l.list, t.ID)
		for _, who := range l.book.Coders() {
			t.said = append(t.said, opinion{who, l.book.Of(who, t.ID)})
		}
		return nil
	}
	t.coding = l.book.Of(w.coder, t.ID)
	mine := record.Edit{Kind: coding.Kind, Target: t.ID, Field: w.sample, Who: w.coder}
	for i := range l.list {
		if l.list[i].SameMatter(&mine) {
			t.seen = l.list[i].ID
		}
	}
	t.note = ""
	if t.coding != nil {
		t.note = t.coding.Note
	}
	return item.Lay(&t.Report, t.coding)
}

// cantTell is what a coder types for a field of which they can't tell what is right.
const cantTell = "?"

// value reads what a person typed for a field of a task as an edit.
func (w *work) value(t *task, field, typed string) (record.Edit, error) {
	if typed == cantTell && w.codes() {
		return record.Edit{Kind: edits.Kind, Target: t.ID, Field: field}, nil
	}
	return edits.Read(w.actors, &t.Report, field, typed)
}

// edits are what is stored for the changes of a task: as they are in the dataset, as one coding in a sample.
func (w *work) edits(t *task, changes []record.Edit) ([]record.Edit, error) {
	if w.codes() {
		c := t.coding.Clone()
		for _, e := range changes {
			if e.After == nil && e.Field != edits.StatusField {
				c.DontKnow(e.Field)
				continue
			}
			if err := c.Take(e); err != nil {
				return nil, err
			}
		}
		changes = []record.Edit{c.Edit(w.sample, t.ID, t.coding)}
	}
	at := w.now().UTC().Format(time.RFC3339)
	for i := range changes {
		changes[i].Who, changes[i].At = w.coder, at
	}
	return changes, nil
}

// keep stores the changes of a task, unless somebody has changed it since it was read: those edits are returned.
func (w *work) keep(ctx context.Context, t *task, changes []record.Edit) (later []record.Edit, err error) {
	list, err := w.edits(t, changes)
	if err != nil || len(list) == 0 {
		return nil, err
	}
	return w.store.EditUnless(ctx, t.seen, list...)
}

// undo takes back the last edit that this coder made of those from the one with the number first on, and returns its
// report; "" where there is none.
func (w *work) undo(ctx context.Context, first int64) (report string, err error) {
	list, err := w.store.Edits().All(ctx)
	if err != nil {
		return "", err
	}
	e, ok := w.last(list, first)
	if !ok {
		return "", nil
	}
	back, err := edits.Undo(list, e.ID)
	if err != nil {
		return "", err
	}
	back.Who, back.At, back.Why = w.coder, w.now().UTC().Format(time.RFC3339), fmt.Sprintf("undoes edit %d", e.ID)
	return back.Target, w.store.Edit(ctx, back)
}

// last is the last edit that this coder made and that is not taken back: what undo takes back is passed over in
// pairs.
func (w *work) last(list []record.Edit, first int64) (*record.Edit, bool) {
	undone := 0
	for i := len(list) - 1; i >= 0 && list[i].ID >= first; i-- {
		e := &list[i]
		kind := edits.Kind
		if w.codes() {
			kind = coding.Kind
		}
		switch {
		case e.Who != w.coder || e.Kind != kind || w.codes() && e.Field != w.sample:
		case isUndo(e.Why):
			undone++
		case undone > 0:
			undone--
		default:
			return e, true
		}
	}
	return nil, false
}

// isUndo reports whether a reason is that of an edit that takes another one back.
func isUndo(why string) bool {
	var id int64
	n, err := fmt.Sscanf(why, "undoes edit %d", &id)
	return err == nil && n == 1
}
