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
	"demarche/timeline/edits"
	"demarche/timeline/record"
	"demarche/timeline/sqlite"
)

// event draws an event with its statements.
func (d *deskPages) event(w http.ResponseWriter, r *http.Request) {
	v, err := d.eventView(r, r.PathValue("id"))
	if err != nil {
		d.failed(w, err)
		return
	}
	draw(w, http.StatusOK, v)
}

// eventView makes the view of an event.
func (d *deskPages) eventView(r *http.Request, id string) (*desk.Event, error) {
	ctx := r.Context()
	told, err := d.store.Events().Told(ctx, id)
	if err != nil {
		return nil, err
	}
	e := &told.Event
	list, err := d.store.Edits().Of(ctx, edits.EventKind, e.ID)
	if err != nil {
		return nil, err
	}
	v := &desk.Event{
		Page: d.page(r, d.eventTitle(&told), ""), Edited: d.edited(d.eventLink(e.ID), list), ID: e.ID, Day: e.Said.EDTF,
		Who: d.parties(e), By: e.TitledBy, Given: e.Title,
	}
	for i := range e.Statements {
		st := desk.EventStatement{ID: e.Statements[i].ID}
		for j := range e.Statements[i].Reports {
			q, _, err := d.store.Reports().Queued(ctx, e.Statements[i].Reports[j].ID)
			if err != nil {
				return nil, err
			}
			st.Rows = append(st.Rows, deskRow(&q))
		}
		v.Statements = append(v.Statements, st)
	}
	for _, p := range e.Pairs() {
		v.Relations = append(v.Relations, desk.Choice{
			Value: d.base + "relation/" + p[0] + "/" + p[1],
			Name:  d.pipeline.actors.StateName(p[0]) + " and " + d.pipeline.actors.StateName(p[1]),
		})
	}
	v.Near, err = d.near(ctx, e)
	return v, err
}

// eventTitle is the title of an event, as reports have it.
func (d *deskPages) eventTitle(t *sqlite.Told) string {
	rel := timeline.Relation{Events: []timeline.Event{t.Event}, Sources: t.Sources}
	if pairs := t.Event.Pairs(); len(pairs) > 0 {
		rel.A, rel.B = pairs[0][0], pairs[0][1]
	}
	rep := render.New(rel, render.Options{Names: stateNames(d.pipeline.actors, &rel)})
	return rep.Events[0].Title
}

// parties are who speaks to whom at an event.
func (d *deskPages) parties(e *timeline.Event) string {
	words := cmp.Or(partyNames(e.Speakers), "speaker unknown")
	if to := partyNames(e.Addressees); to != "" {
		words += " → " + to
	}
	return words + " · " + string(e.Channel)
}

// eventOf is the event that holds a report: its address and title; nothing where none does.
func (d *deskPages) eventOf(r *http.Request, report string) (desk.Choice, error) {
	told, err := d.store.Events().Told(r.Context(), record.EventID(report))
	if errors.Is(err, sqlite.ErrNoEvent) {
		return desk.Choice{}, nil
	}
	if err != nil {
		return desk.Choice{}, err
	}
	return desk.Choice{Value: d.eventLink(told.Event.ID), Name: d.eventTitle(&told)}, nil
}

// Events of the same states are near within so many days; so many are offered.
const (
	nearDays   = 3
	mostNear   = 5
	dayAsDates = "2006-01-02"
)

// near are the events of the same states around the days of one, to be merged with it.
func (d *deskPages) near(ctx context.Context, e *timeline.Event) ([]desk.Choice, error) {
	first, errFirst := time.Parse(dayAsDates, e.Said.Earliest)
	last, errLast := time.Parse(dayAsDates, e.Said.Latest)
	pairs := e.Pairs()
	if errFirst != nil || errLast != nil || len(pairs) == 0 {
		return nil, nil
	}
	snap, err := d.store.Snapshot(ctx)
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
			desk.Choice{Value: o.ID, Name: "Merge with " + o.Said.EDTF + ", " + d.parties(o) + ": " + words},
		)
	}
	return out, nil
}

// editEvent takes a form of an event: a title, another event that it is, or statements of another event.
func (d *deskPages) editEvent(w http.ResponseWriter, r *http.Request) {
	if !d.readForm(w, r) {
		return
	}
	told, err := d.store.Events().Told(r.Context(), r.PathValue("id"))
	if err != nil {
		d.failed(w, err)
		return
	}
	ctx, id, done := r.Context(), told.Event.ID, "changed"
	var e record.Edit
	switch {
	case r.PostForm.Get("divide") != "":
		done = "divided"
		e, err = d.split(ctx, id, r.PostForm["statement"])
	case r.PostForm.Has("merge"):
		done = "merged"
		e, err = d.merge(ctx, id, r.PostForm.Get("merge"))
	default:
		e, err = edits.ReadEvent(id, told.Event.Title, r.PostForm.Get("field"), r.PostForm.Get("value"))
	}
	d.keep(w, r, e, err, d.eventLink(id)+"?done="+done, func(status int, wrong string, conflict []desk.Entry) {
		v, err := d.eventView(r, id)
		if err != nil {
			d.failed(w, err)
			return
		}
		v.Wrong, v.Conflict = wrong, conflict
		draw(w, status, v)
	})
}

// merge makes the edit by which two events are one.
func (d *deskPages) merge(ctx context.Context, id, other string) (record.Edit, error) {
	first, err := d.store.Events().Get(ctx, id)
	if err != nil {
		return record.Edit{}, err
	}
	second, err := d.store.Events().Get(ctx, other)
	if err != nil {
		return record.Edit{}, err
	}
	if first.ID == second.ID {
		return record.Edit{}, errors.New("they are one event already")
	}
	return record.MergeOf(first.ID, first.Reports(), second.Reports()), nil
}

// split makes the edit by which statements of an event are another event.
func (d *deskPages) split(ctx context.Context, id string, statements []string) (record.Edit, error) {
	h, err := d.store.Events().Get(ctx, id)
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
