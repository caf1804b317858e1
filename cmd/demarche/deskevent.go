package main

import (
	"cmp"
	"context"
	"errors"
	"net/http"
	"slices"
	"time"

	"demarche/render"
	"demarche/render/desk"
	"demarche/timeline"
	"demarche/timeline/actors"
	"demarche/timeline/edits"
	"demarche/timeline/record"
	"demarche/timeline/sqlite"
)

// eventPage draws an event, and takes what people decide of it.
type eventPage struct {
	frame  deskFrame
	store  *sqlite.Store
	actors *actors.Gazetteer
	log    deskLog
	forms  deskForms
}

// draw draws an event with its statements.
func (p eventPage) draw(w http.ResponseWriter, r *http.Request) {
	v, err := p.view(r, r.PathValue("id"))
	if err != nil {
		p.frame.failed(w, err)
		return
	}
	draw(w, http.StatusOK, v)
}

// view makes the view of an event.
func (p eventPage) view(r *http.Request, id string) (*desk.Event, error) {
	ctx := r.Context()
	told, err := p.store.Events().Told(ctx, id)
	if err != nil {
		return nil, err
	}
	e := &told.Event
	list, err := p.store.Edits().Of(ctx, edits.EventKind, e.ID)
	if err != nil {
		return nil, err
	}
	v := &desk.Event{
		Page: p.frame.page(r, eventTitle(p.actors, &told), ""), Edited: p.log.edited(p.frame.links.event(e.ID), list),
		ID: e.ID, Day: e.Said.EDTF, Who: eventParties(e), By: e.TitledBy, Given: e.Title,
	}
	for i := range e.Statements {
		st := desk.EventStatement{ID: e.Statements[i].ID}
		for j := range e.Statements[i].Reports {
			q, _, err := p.store.Reports().Queued(ctx, e.Statements[i].Reports[j].ID)
			if err != nil {
				return nil, err
			}
			st.Rows = append(st.Rows, deskRow(&q))
		}
		v.Statements = append(v.Statements, st)
	}
	for _, pair := range e.Pairs() {
		v.Relations = append(v.Relations, desk.Choice{
			Value: p.frame.links.relation(pair[0], pair[1]),
			Name:  p.actors.StateName(pair[0]) + " and " + p.actors.StateName(pair[1]),
		})
	}
	v.Near, err = p.near(ctx, e)
	return v, err
}

// eventTitle is the title of an event, as reports have it.
func eventTitle(g *actors.Gazetteer, t *sqlite.Told) string {
	rel := timeline.Relation{Events: []timeline.Event{t.Event}, Sources: t.Sources}
	if pairs := t.Event.Pairs(); len(pairs) > 0 {
		rel.A, rel.B = pairs[0][0], pairs[0][1]
	}
	rep := render.New(rel, render.Options{Names: stateNames(g, &rel)})
	return rep.Events[0].Title
}

// eventParties are who speaks to whom at an event.
func eventParties(e *timeline.Event) string {
	words := cmp.Or(partyNames(e.Speakers), "speaker unknown")
	if to := partyNames(e.Addressees); to != "" {
		words += " → " + to
	}
	return words + " · " + string(e.Channel)
}

// Events of the same states are near within so many days; so many are offered.
const (
	nearDays   = 3
	mostNear   = 5
	dayAsDates = "2006-01-02"
)

// near are the events of the same states around the days of one, to be merged with it.
func (p eventPage) near(ctx context.Context, e *timeline.Event) ([]desk.Choice, error) {
	first, errFirst := time.Parse(dayAsDates, e.Said.Earliest)
	last, errLast := time.Parse(dayAsDates, e.Said.Latest)
	pairs := e.Pairs()
	if errFirst != nil || errLast != nil || len(pairs) == 0 {
		return nil, nil
	}
	snap, err := p.store.Snapshot(ctx)
	if err != nil {
		return nil, err
	}
	defer snap.Close() //nolint:errcheck // it only read
	var out []desk.Choice
	for told, err := range snap.Stream(sqlite.Selection{Filter: sqlite.Filter{
		A: pairs[0][0], B: pairs[0][1], Since: first.AddDate(0, 0, -nearDays).Format(dayAsDates),
		Until: last.AddDate(0, 0, nearDays).Format(dayAsDates),
	}}) {
		if err != nil {
			return nil, err
		}
		o := &told.Event
		if o.ID == e.ID || o.Said.Earliest == "" || len(out) == mostNear {
			continue
		}
		words := shorten(o.Statements[0].Reports[0].Text, 70)
		out = append(
			out,
			desk.Choice{Value: o.ID, Name: "Merge with " + o.Said.EDTF + ", " + eventParties(o) + ": " + words},
		)
	}
	return out, nil
}

// edit takes a form of an event: a title, another event that it is, or statements of another event.
func (p eventPage) edit(w http.ResponseWriter, r *http.Request) {
	if !p.forms.read(w, r) {
		return
	}
	told, err := p.store.Events().Told(r.Context(), r.PathValue("id"))
	if err != nil {
		p.frame.failed(w, err)
		return
	}
	ctx, id, done := r.Context(), told.Event.ID, "changed"
	var e record.Edit
	switch {
	case r.PostForm.Get("divide") != "":
		done = "divided"
		e, err = p.split(ctx, id, r.PostForm["statement"])
	case r.PostForm.Has("merge"):
		done = "merged"
		e, err = p.merge(ctx, id, r.PostForm.Get("merge"))
	default:
		e, err = edits.ReadEvent(id, told.Event.Title, r.PostForm.Get("field"), r.PostForm.Get("value"))
	}
	again := func(status int, wrong string, conflict []desk.Entry) {
		v, err := p.view(r, id)
		if err != nil {
			p.frame.failed(w, err)
			return
		}
		v.Wrong, v.Conflict = wrong, conflict
		draw(w, status, v)
	}
	p.forms.keep(w, r, e, err, p.frame.links.event(id)+"?done="+done, again)
}

// merge makes the edit by which two events are one.
func (p eventPage) merge(ctx context.Context, id, other string) (record.Edit, error) {
	first, err := p.store.Events().Get(ctx, id)
	if err != nil {
		return record.Edit{}, err
	}
	second, err := p.store.Events().Get(ctx, other)
	if err != nil {
		return record.Edit{}, err
	}
	if first.ID == second.ID {
		return record.Edit{}, errors.New("they are one event already")
	}
	return record.MergeOf(first.ID, first.Reports(), second.Reports()), nil
}

// split makes the edit by which statements of an event are another event.
func (p eventPage) split(ctx context.Context, id string, statements []string) (record.Edit, error) {
	h, err := p.store.Events().Get(ctx, id)
	if err != nil {
		return record.Edit{}, err
	}
	ours := func(s string) bool { return h.Statements[s] == nil }
	part, stay := h.Divide(slices.DeleteFunc(slices.Clone(statements), ours))
	if len(part) == 0 || len(stay) == 0 {
		return record.Edit{}, errors.New("tick some of the statements, and not all of them")
	}
	return record.SplitOf(h.ID, stay, part), nil
}
