package main

import (
	"errors"
	"net/http"
	"net/url"
	"slices"
	"time"

	"demarche/render/desk"
	"demarche/timeline/actors"
	"demarche/timeline/coding"
	"demarche/timeline/edits"
	"demarche/timeline/record"
	"demarche/timeline/sqlite"
)

// sampleFilter is the part of an address that names the sample that is coded.
const sampleFilter = "sample"

// sampleDesk draws the reports of a sample as those who code it see them, and takes their codes.
type sampleDesk struct {
	frame  deskFrame
	store  *sqlite.Store
	actors *actors.Gazetteer
	seen   *candidateCache
	log    deskLog
	forms  deskForms
	now    func() time.Time
}

// work is the sample that an address names, as the coder works through it; nil where it names none.
func (s sampleDesk) work(q url.Values) *work {
	if q.Get(sampleFilter) == "" {
		return nil
	}
	return &work{store: s.store, actors: s.actors, coder: s.frame.coder, sample: q.Get(sampleFilter), now: s.now}
}

// workIn is work for a query that a form carries.
func (s sampleDesk) workIn(query string) *work {
	q, err := url.ParseQuery(query)
	if err != nil {
		return nil
	}
	return s.work(q)
}

// choices are the samples to choose from.
func (s sampleDesk) choices(r *http.Request, chosen string) ([]desk.Choice, error) {
	list, err := s.store.Edits().OfKind(r.Context(), coding.SampleKind)
	if err != nil {
		return nil, err
	}
	all, err := coding.Samples(list)
	if err != nil || len(all) == 0 {
		return nil, err
	}
	names := []string{""}
	for i := range all {
		names = append(names, all[i].Name)
	}
	return choices(chosen, names, "none"), nil
}

// queue draws the reports of a sample that the coder has not coded yet, in the sample's order.
func (s sampleDesk) queue(w http.ResponseWriter, r *http.Request, work *work) {
	v, err := s.view(r, work)
	if err != nil {
		s.frame.failed(w, err)
		return
	}
	draw(w, http.StatusOK, v)
}

// view makes the view of a sample.
func (s sampleDesk) view(r *http.Request, work *work) (*desk.Queue, error) {
	ctx, skip := r.Context(), after(r.URL.Query())
	ids, err := work.queue(ctx, sqlite.QueueFilter{After: skip, Limit: rowsOnPage})
	if err != nil {
		return nil, err
	}
	all, err := work.read(ctx)
	if err != nil {
		return nil, err
	}
	v := &desk.Queue{Page: s.frame.page(r, "Sample "+work.sample, "queue"), Done: all.book.Count(s.frame.coder)}
	v.Open = len(all.book.Sample.Items) - v.Done
	v.Filter = desk.Filter{
		Query: queryOf(map[string]string{sampleFilter: work.sample}), Statuses: choices("", []string{""}, "not coded"),
		Doubts: choices("", []string{""}, "any"),
	}
	if v.Filter.Samples, err = s.choices(r, work.sample); err != nil {
		return nil, err
	}
	for _, id := range ids {
		t, err := work.task(ctx, all, id)
		if errors.Is(err, sqlite.ErrNoReport) {
			continue // its words are gone
		}
		if err != nil {
			return nil, err
		}
		q := sqlite.Queued{
			Report: t.Report,
			Outlet: t.source.Outlet,
			Title:  t.source.Title,
			P:      coding.Certainty(&t.Report),
		}
		v.Rows = append(v.Rows, deskRow(&q))
	}
	v.Pager = s.frame.links.pager("", v.Filter.Query, skip, len(ids))
	if len(v.Rows) > 0 {
		v.Start = s.frame.links.report(v.Rows[0].ID, v.Filter.Query)
	}
	if e, ok := work.last(all.list, 0); ok {
		v.Undoable, v.UndoableText = e.ID, shownValue(e, e.After)
	}
	return v, nil
}

// code makes of the view of a report one of a report that is coded: with the values that the coder sees, and what they
// said of it, instead of the dataset's.
func (s sampleDesk) code(r *http.Request, work *work, v *desk.Statement) error {
	ctx := r.Context()
	all, err := work.read(ctx)
	if err != nil {
		return err
	}
	t, err := work.task(ctx, all, v.ID)
	if err != nil {
		return err
	}
	q := sqlite.Queued{Report: t.Report, Outlet: t.source.Outlet, Title: t.source.Title, P: coding.Certainty(&t.Report)}
	v.Row = deskRow(&q)
	v.Words, v.Headline, v.Note, v.Tags = t.Text, titleOf(&t.source), t.note, ""
	mine := slices.DeleteFunc(slices.Clone(all.list), func(e record.Edit) bool {
		return e.Kind != coding.Kind || e.Target != t.ID || e.Field != work.sample || e.Who != s.frame.coder
	})
	v.Edited = s.log.edited(s.frame.links.report(t.ID, ""), mine)
	c, err := s.seen.get(&t.source)
	if err != nil {
		return err
	}
	v.Judged = t.Status != record.Machine
	v.Fields = deskFields(&t.Report, &t.source, c)
	v.Fields = slices.DeleteFunc(v.Fields, func(f desk.Field) bool { return !slices.Contains(edits.Fields(), f.Name) })
	for i := range v.Fields {
		f := &v.Fields[i]
		if len(f.Options) > 0 {
			f.Options = append(slices.Clone(f.Options), cantTell)
		}
		if t.coding != nil && coding.Unsure(t.coding.Fields[f.Name]) {
			f.Value = cantTell
		}
	}
	v.Query = queryOf(map[string]string{sampleFilter: work.sample})
	v.Next = nextOf(all.book, s.frame.coder, t.ID)
	return nil
}

// nextOf is the report of a sample after one, and then from the beginning, that a coder has not coded; "" for none.
func nextOf(b *coding.Book, coder, report string) string {
	items := b.Sample.Items
	at := slices.IndexFunc(items, func(i coding.Item) bool { return i.Report == report })
	for n := 1; n < len(items); n++ {
		if next := items[(at+n)%len(items)].Report; !b.Done(coder, next) {
			return next
		}
	}
	return ""
}

// take takes a form of a report of a sample: a verdict, or a value for a field.
func (s sampleDesk) take(w http.ResponseWriter, r *http.Request, work *work, again redraw) {
	t, err := work.open(r.Context(), r.PathValue("id"))
	if err != nil {
		s.frame.failed(w, err)
		return
	}
	query, to, done := r.PostForm.Get("query"), t.ID, "changed"
	var e record.Edit
	if field := r.PostForm.Get("field"); field != "" {
		e, err = work.value(t, field, r.PostForm.Get("value"))
	} else {
		e, done, err = verdictOf(&t.Report, r.PostForm.Get("verdict"))
		if next := r.PostForm.Get("next"); next != "" && done != "reopened" {
			to = next
		}
	}
	var list []record.Edit
	if err == nil {
		list, err = work.edits(t, []record.Edit{e})
	}
	if err != nil {
		list = []record.Edit{{}}
	}
	s.forms.keep(w, r, list[0], err, s.frame.links.report(to, withDone(query, done)), again)
}
