package main

import (
	"errors"
	"net/http"
	"net/url"

	"demarche/render/desk"
	"demarche/timeline/actors"
	"demarche/timeline/edits"
	"demarche/timeline/record"
	"demarche/timeline/sqlite"
)

// reportPage draws a report in its article, and takes what people decide of it.
type reportPage struct {
	frame   deskFrame
	store   *sqlite.Store
	actors  *actors.Gazetteer
	seen    *candidateCache
	log     deskLog
	forms   deskForms
	filters queueFilters
	samples sampleDesk
}

// draw draws one report in its article, with a form for each field.
func (p reportPage) draw(w http.ResponseWriter, r *http.Request) {
	v, err := p.view(r, r.PathValue("id"), r.URL.Query().Encode())
	if err != nil {
		p.frame.failed(w, err)
		return
	}
	draw(w, http.StatusOK, v)
}

// view makes the view of a report; query is the filter of the queue from which it comes.
func (p reportPage) view(r *http.Request, id, query string) (*desk.Statement, error) {
	rep, src, err := p.store.Reports().Get(r.Context(), id)
	if err != nil {
		return nil, err
	}
	list, err := p.store.Edits().Of(r.Context(), edits.Kind, rep.ID)
	if err != nil {
		return nil, err
	}
	c, err := p.seen.get(&src)
	if err != nil {
		return nil, err
	}
	q, shown, err := p.store.Reports().Queued(r.Context(), rep.ID)
	if err != nil {
		return nil, err
	}
	if !shown { // it is rejected
		q = sqlite.Queued{Report: rep, Outlet: src.Outlet, Title: src.Title}
	}
	c.placed(&rep)
	v := &desk.Statement{
		Page: p.frame.page(r, titleOf(&src), ""), Row: deskRow(&q),
		Edited: p.log.edited(p.frame.links.report(rep.ID, ""), list), Text: desk.Marked(src.Text, reportMarks(&rep)),
		Byline: src.Byline, URL: webAddress(src.URL), Release: src.Published,
	}
	v.Words, v.Headline, v.Passage = rep.Text, titleOf(&src), passage(src.Text, &rep)
	held := edits.NewLog(list)
	if e, ok := held.Of(rep.ID, edits.NoteField); ok {
		v.Note = *e.After
	}
	if e, ok := held.Of(rep.ID, edits.TagField); ok {
		v.Tags = *e.After
	}
	_, v.Judged = held.Of(rep.ID, edits.StatusField)
	v.Fields = deskFields(&rep, &src, c)
	if v.Event, err = p.eventOf(r, rep.ID); err != nil {
		return nil, err
	}
	asked, err := url.ParseQuery(query)
	if err != nil {
		return nil, err
	}
	if work := p.samples.work(asked); work != nil {
		return v, p.samples.code(r, work, v)
	}
	f := p.filters.of(asked)
	v.Query = asQuery(f)
	v.Next, err = p.store.Queue().Next(r.Context(), f, q.P, rep.ID)
	return v, err
}

// edit takes a form of a report: a verdict, or a value for a field.
func (p reportPage) edit(w http.ResponseWriter, r *http.Request) {
	if !p.forms.read(w, r) {
		return
	}
	rep, _, err := p.store.Reports().Get(r.Context(), r.PathValue("id"))
	if err != nil {
		p.frame.failed(w, err)
		return
	}
	query := r.PostForm.Get("query")
	again := func(status int, wrong string, conflict []desk.Entry) {
		v, err := p.view(r, rep.ID, query)
		if err != nil {
			p.frame.failed(w, err)
			return
		}
		v.Wrong, v.Conflict = wrong, conflict
		keepTyped(v.Fields, r)
		draw(w, status, v)
	}
	if work := p.samples.workIn(query); work != nil {
		p.samples.take(w, r, work, again)
		return
	}
	if field := r.PostForm.Get("field"); field != "" {
		e, err := edits.Read(p.actors, &rep, field, r.PostForm.Get("value"))
		p.forms.keep(w, r, e, err, p.frame.links.report(rep.ID, withDone(query, "changed")), again)
		return
	}
	e, done, err := verdictOf(&rep, r.PostForm.Get("verdict"))
	to := rep.ID
	if next := r.PostForm.Get("next"); next != "" && done != "reopened" {
		to = next
	}
	p.forms.keep(w, r, e, err, p.frame.links.report(to, withDone(query, done)), again)
}

// eventOf is the event that holds a report: its address and title; nothing where none does.
func (p reportPage) eventOf(r *http.Request, report string) (desk.Choice, error) {
	told, err := p.store.Events().Told(r.Context(), record.EventID(report))
	if errors.Is(err, sqlite.ErrNoEvent) {
		return desk.Choice{}, nil
	}
	if err != nil {
		return desk.Choice{}, err
	}
	return desk.Choice{Value: p.frame.links.event(told.Event.ID), Name: eventTitle(p.actors, &told)}, nil
}

// verdictOf reads a verdict, with what is said when it is stored.
func verdictOf(rep *record.Report, typed string) (record.Edit, string, error) {
	switch s := record.Status(typed); s {
	case record.Confirmed, record.Rejected:
		return edits.Verdict(rep, s), typed, nil
	case record.Machine:
		return edits.Verdict(rep, s), "reopened", nil
	}
	return record.Edit{}, "", errVerdict
}

// keepTyped leaves in a field what was typed and not taken.
func keepTyped(fields []desk.Field, r *http.Request) {
	for i := range fields {
		if fields[i].Name == r.PostForm.Get("field") {
			fields[i].Typed = r.PostForm.Get("value")
		}
	}
}

// withDone adds to a query what was done.
func withDone(query, done string) string {
	q, err := url.ParseQuery(query)
	if err != nil {
		q = url.Values{}
	}
	q.Set("done", done)
	return q.Encode()
}
