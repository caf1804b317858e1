package main

import (
	"cmp"
	"context"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"demarche/render/desk"
	"demarche/timeline/actors"
	"demarche/timeline/edits"
	"demarche/timeline/record"
	"demarche/timeline/sqlite"
)

// queueFilters read what of the queue is asked for.
type queueFilters struct{ actors *actors.Gazetteer }

// of reads the filter of an address. A state may be given by any of its names.
func (f queueFilters) of(q url.Values) sqlite.QueueFilter {
	asked := sqlite.QueueFilter{
		State: f.state(q.Get("state")), Other: f.state(q.Get("other")), Outlet: strings.TrimSpace(q.Get("outlet")),
		Doubt: q.Get("doubt"), Status: q.Get("status"), Channel: q.Get("channel"),
		Speaker: strings.TrimSpace(q.Get("speaker")), After: after(q), Limit: rowsOnPage,
	}
	if year := q.Get("year"); len(year) == 4 {
		asked.Year = year
	}
	return asked
}

// state is the code of a state that is given by any of its names; what is none stays as it is.
func (f queueFilters) state(typed string) string {
	typed = strings.TrimSpace(typed)
	code, _ := f.actors.StateCode(typed)
	return cmp.Or(code, typed)
}

// after is how many rows of a list the address leaves out.
func after(q url.Values) int {
	n, err := strconv.Atoi(q.Get("after"))
	if err != nil || n < 0 {
		return 0
	}
	return n
}

// asQuery is the filter as the query of an address.
func asQuery(f sqlite.QueueFilter) string {
	return queryOf(map[string]string{
		"state": f.State, "other": f.Other, "outlet": f.Outlet, "doubt": f.Doubt, "year": f.Year, "status": f.Status,
		"speaker": f.Speaker, "channel": f.Channel,
	})
}

// queryOf is a query of those values that are not empty.
func queryOf(values map[string]string) string {
	q := url.Values{}
	for name, value := range values {
		if value != "" {
			q.Set(name, value)
		}
	}
	return q.Encode()
}

// queuePage draws the list of what needs a look, or of what of a sample is to be coded.
type queuePage struct {
	frame   deskFrame
	store   *sqlite.Store
	filters queueFilters
	samples sampleDesk
}

// draw draws the list of what needs a look.
func (p queuePage) draw(w http.ResponseWriter, r *http.Request) {
	if work := p.samples.work(r.URL.Query()); work != nil {
		p.samples.queue(w, r, work)
		return
	}
	f := p.filters.of(r.URL.Query())
	list, open, done, err := p.store.Queue().List(r.Context(), f)
	if err != nil {
		p.frame.failed(w, err)
		return
	}
	v := &desk.Queue{Page: p.frame.page(r, "What needs a look", "queue"), Open: open, Done: done, Rows: deskRows(list)}
	v.Filter = desk.Filter{
		State: f.State, Other: f.Other, Outlet: f.Outlet, Doubt: f.Doubt, Year: f.Year, Speaker: f.Speaker, Query: asQuery(f),
		Channels: choices(f.Channel, append([]string{""}, fieldOptions("channel")...), "any"),
		Doubts:   choices(f.Doubt, append([]string{""}, sqlite.Doubts()...), "any"),
		Statuses: choices(f.Status,
			[]string{"", string(record.Confirmed), string(record.Corrected), sqlite.AnyStatus}, "unchecked"),
	}
	if v.Filter.Samples, err = p.samples.choices(r, ""); err != nil {
		p.frame.failed(w, err)
		return
	}
	v.Pager = p.frame.links.pager("", v.Filter.Query, f.After, len(list))
	if len(list) > 0 {
		v.Start = p.frame.links.report(list[0].ID, v.Filter.Query)
	}
	waits, err := p.store.Queue().Waiting(r.Context())
	if err != nil {
		p.frame.failed(w, err)
		return
	}
	v.Waiting = len(waits)
	if v.Undoable, v.UndoableText, err = p.lastEdit(r.Context()); err != nil {
		p.frame.failed(w, err)
		return
	}
	draw(w, http.StatusOK, v)
}

// choices are the entries of a list, one of them chosen; none is how the empty value is called.
func choices(chosen string, values []string, none string) []desk.Choice {
	out := make([]desk.Choice, len(values))
	for i, v := range values {
		out[i] = desk.Choice{Value: v, Name: cmp.Or(v, none), Chosen: v == chosen}
	}
	return out
}

// lastEdit is the last edit of a report that the coder made and nobody has taken back, with what it did; 0 for none.
func (p queuePage) lastEdit(ctx context.Context) (int64, string, error) {
	last, err := p.store.Edits().Last(ctx, edits.Kind, p.frame.coder)
	if err != nil || len(last) == 0 {
		return 0, "", err
	}
	list, err := p.store.Edits().Of(ctx, edits.Kind, last[0].Target)
	if err != nil {
		return 0, "", err
	}
	e, ok := edits.Undoable(list)
	if !ok || e.Who != p.frame.coder {
		return 0, "", nil
	}
	return e.ID, e.Field + " to " + edits.Shown(e.After), nil
}
