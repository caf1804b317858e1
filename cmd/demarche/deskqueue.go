package main

import (
	"cmp"
	"context"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"demarche/render/desk"
	"demarche/timeline/edits"
	"demarche/timeline/record"
	"demarche/timeline/sqlite"
)

// queueFilter reads the filter of an address. A state may be given by any of its names.
func (d *deskPages) queueFilter(q url.Values) sqlite.QueueFilter {
	f := sqlite.QueueFilter{
		State: d.stateTyped(
			q.Get("state"),
		), Other: d.stateTyped(q.Get("other")), Outlet: strings.TrimSpace(q.Get("outlet")),
		Doubt: q.Get("doubt"), Status: q.Get("status"), Channel: q.Get("channel"),
		Speaker: strings.TrimSpace(q.Get("speaker")), After: after(q), Limit: rowsOnPage,
	}
	if year := q.Get("year"); len(year) == 4 {
		f.Year = year
	}
	return f
}

// stateTyped is the code of a state that is given by any of its names; what is none stays as it is.
func (d *deskPages) stateTyped(typed string) string {
	typed = strings.TrimSpace(typed)
	code, _ := d.pipeline.actors.StateCode(typed)
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

// queue draws the list of what needs a look.
func (d *deskPages) queue(w http.ResponseWriter, r *http.Request) {
	if work := d.sampled(r.URL.Query()); work != nil {
		d.sampleQueue(w, r, work)
		return
	}
	f := d.queueFilter(r.URL.Query())
	list, open, done, err := d.store.Queue().List(r.Context(), f)
	if err != nil {
		d.failed(w, err)
		return
	}
	v := &desk.Queue{Page: d.page(r, "What needs a look", "queue"), Open: open, Done: done, Rows: deskRows(list)}
	v.Filter = desk.Filter{
		State: f.State, Other: f.Other, Outlet: f.Outlet, Doubt: f.Doubt, Year: f.Year, Speaker: f.Speaker, Query: asQuery(f),
		Channels: choices(f.Channel, append([]string{""}, fieldOptions("channel")...), "any"),
		Doubts:   choices(f.Doubt, append([]string{""}, sqlite.Doubts()...), "any"),
		Statuses: choices(f.Status,
			[]string{"", string(record.Confirmed), string(record.Corrected), sqlite.AnyStatus}, "unchecked"),
	}
	if v.Filter.Samples, err = d.samples(r, ""); err != nil {
		d.failed(w, err)
		return
	}
	v.Pager = d.pager("", v.Filter.Query, f.After, len(list))
	if len(list) > 0 {
		v.Start = d.reportLink(list[0].ID, v.Filter.Query)
	}
	waits, err := d.store.Queue().Waiting(r.Context())
	if err != nil {
		d.failed(w, err)
		return
	}
	v.Waiting = len(waits)
	if v.Undoable, v.UndoableText, err = d.lastEdit(r.Context()); err != nil {
		d.failed(w, err)
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

// pager leads through a list at an address with a query; so many rows are left out before those shown. Where a page is
// full, there may be more.
func (d *deskPages) pager(path, query string, after, shown int) desk.Pager {
	at := func(after int) string {
		link := d.base + path + "?"
		if query != "" {
			link += query + "&"
		}
		return link + "after=" + strconv.Itoa(after)
	}
	p := desk.Pager{First: after + 1, Last: after + shown}
	if after > 0 {
		p.Earlier = at(max(0, after-rowsOnPage))
	}
	if shown == rowsOnPage {
		p.Later = at(after + rowsOnPage)
	}
	return p
}

// lastEdit is the last edit of a report that the coder made and nobody has taken back, with what it did; 0 for none.
func (d *deskPages) lastEdit(ctx context.Context) (int64, string, error) {
	last, err := d.store.Edits().Last(ctx, edits.Kind, d.coder)
	if err != nil || len(last) == 0 {
		return 0, "", err
	}
	list, err := d.store.Edits().Of(ctx, edits.Kind, last[0].Target)
	if err != nil {
		return 0, "", err
	}
	e, ok := edits.Undoable(list)
	if !ok || e.Who != d.coder {
		return 0, "", nil
	}
	return e.ID, e.Field + " to " + edits.Shown(e.After), nil
}
