package main

import (
	"errors"
	"net/http"
	"net/url"
	"slices"

	"demarche/render/desk"
	"demarche/timeline/coding"
	"demarche/timeline/edits"
	"demarche/timeline/record"
	"demarche/timeline/sqlite"
)

// sampleFilter is the part of an address that names the sample that is coded.
const sampleFilter = "sample"

// sampled is the sample that an address names, as the coder works through it; nil where it names none.
func (d *deskPages) sampled(q url.Values) *work {
	if q.Get(sampleFilter) == "" {
		return nil
	}
	return &work{store: d.store, actors: d.pipeline.actors, coder: d.coder, sample: q.Get(sampleFilter), now: d.now}
}

// sampledIn is sampled for a query that a form carries.
func (d *deskPages) sampledIn(query string) *work {
	q, err := url.ParseQuery(query)
	if err != nil {
		return nil
	}
	return d.sampled(q)
}

// samples are the samples to choose from.
func (d *deskPages) samples(r *http.Request, chosen string) ([]desk.Choice, error) {
	list, err := d.store.Edits().OfKind(r.Context(), coding.SampleKind)
	if err != nil {
		return nil, err
	}
	all, err := coding.Samples(list)
	if err != nil || len(all) == 0 {
		return nil, err
	}
	names := []string{""}
	for _, s := range all {
		names = append(names, s.Name)
	}
	return choices(chosen, names, "none"), nil
}

// sampleQueue draws the reports of a sample that the coder has not coded yet, in the sample's order.
func (d *deskPages) sampleQueue(w http.ResponseWriter, r *http.Request, work *work) {
	v, err := d.sampleView(r, work)
	if err != nil {
		d.failed(w, err)
		return
	}
	draw(w, http.StatusOK, v)
}

func (d *deskPages) sampleView(r *http.Request, work *work) (*desk.Queue, error) {
	ctx, skip := r.Context(), after(r.URL.Query())
	ids, err := work.queue(ctx, sqlite.QueueFilter{After: skip, Limit: rowsOnPage})
	if err != nil {
		return nil, err
	}
	all, err := work.read(ctx)
	if err != nil {
		return nil, err
	}
	v := &desk.Queue{Page: d.page(r, "Sample "+work.sample, "queue"), Done: all.book.Count(d.coder)}
	v.Open = len(all.book.Sample.Items) - v.Done
	v.Filter = desk.Filter{
		Query: queryOf(map[string]string{sampleFilter: work.sample}), Statuses: choices("", []string{""}, "not coded"),
		Doubts: choices("", []string{""}, "any"),
	}
	if v.Filter.Samples, err = d.samples(r, work.sample); err != nil {
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
	v.Pager = d.pager("", v.Filter.Query, skip, len(ids))
	if len(v.Rows) > 0 {
		v.Start = d.reportLink(v.Rows[0].ID, v.Filter.Query)
	}
	if e, ok := work.last(all.list, 0); ok {
		v.Undoable, v.UndoableText = e.ID, shownValue(e, e.After)
	}
	return v, nil
}

// code makes of the view of a report one of a report that is coded: with the values that the coder sees, and what they
// said of it, instead of the dataset's.
func (d *deskPages) code(r *http.Request, work *work, v *desk.Statement) error {
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
		return e.Kind != coding.Kind || e.Target != t.ID || e.Field != work.sample || e.Who != d.coder
	})
	v.Edited = d.edited(d.reportLink(t.ID, ""), mine)
	c, err := d.seen.get(&t.source)
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
	v.Next = nextOf(all.book, d.coder, t.ID)
	return nil
}

// nextOf is the report of a sample behind one, and then from the beginning, that a coder has not coded; "" for none.
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

// takeCode takes a form of a report of a sample: a verdict, or a value for a field.
func (d *deskPages) takeCode(w http.ResponseWriter, r *http.Request, work *work, again redraw) {
	t, err := work.open(r.Context(), r.PathValue("id"))
	if err != nil {
		d.failed(w, err)
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
	d.keep(w, r, list[0], err, d.reportLink(to, withDone(query, done)), again)
}
