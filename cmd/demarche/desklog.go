package main

import (
	"net/http"
	"slices"
	"strconv"

	"demarche/render/desk"
	"demarche/timeline/edits"
	"demarche/timeline/record"
	"demarche/timeline/sqlite"
)

// deskLog puts edits into words, with links to what they are of.
type deskLog struct{ links deskLinks }

// edited is what the page of a thing has of the edits of it.
func (l deskLog) edited(action string, list []record.Edit) desk.Edited {
	v := desk.Edited{Action: action, Log: l.entries(list, false)}
	if len(list) > 0 {
		v.Seen = list[len(list)-1].ID
	}
	if e, ok := edits.Undoable(list); ok && e.Field != record.MergeField && e.Field != record.SplitField {
		v.Undoable = e.ID
	}
	return v
}

// entries are edits in words, in order; with their targets where that is asked for.
func (l deskLog) entries(list []record.Edit, targets bool) []desk.Entry {
	var out []desk.Entry
	for i := range list {
		e := &list[i]
		entry := desk.Entry{
			ID: e.ID, When: e.At, Who: e.Who, Field: e.Field, From: shownValue(e, e.Before),
			To: shownValue(e, e.After), Why: e.Why,
		}
		if targets {
			entry.Kind, entry.Target, entry.Link = e.Kind, e.Target, l.links.target(e.Kind, e.Target)
		}
		out = append(out, entry)
	}
	return out
}

// logPage draws what people decided.
type logPage struct {
	frame deskFrame
	store *sqlite.Store
	log   deskLog
}

// draw draws the edits, the last ones first.
func (p logPage) draw(w http.ResponseWriter, r *http.Request) {
	before, err := strconv.ParseInt(r.URL.Query().Get("before"), 10, 64)
	if err != nil || before < 0 {
		before = 0
	}
	list, err := p.store.Edits().Before(r.Context(), before, rowsOnPage)
	if err != nil {
		p.frame.failed(w, err)
		return
	}
	waits, err := p.store.Queue().Waiting(r.Context())
	if err != nil {
		p.frame.failed(w, err)
		return
	}
	v := &desk.Log{
		Page: p.frame.page(r, "What people decided", "log"), Entries: isWaiting(p.log.entries(list, true), waits),
	}
	if n := len(list); n > 0 {
		v.Pager = desk.Pager{First: int(list[0].ID), Last: int(list[n-1].ID)}
		if before > 0 {
			v.Pager.Earlier = p.frame.links.to("log")
		}
		if n == rowsOnPage {
			v.Pager.Later = p.frame.links.to("log?before=" + strconv.FormatInt(list[n-1].ID, 10))
		}
	}
	draw(w, http.StatusOK, v)
}

// waiting draws the edits whose words are gone.
func (p logPage) waiting(w http.ResponseWriter, r *http.Request) {
	waits, err := p.store.Queue().Waiting(r.Context())
	if err != nil {
		p.frame.failed(w, err)
		return
	}
	all, err := p.store.Edits().All(r.Context())
	if err != nil {
		p.frame.failed(w, err)
		return
	}
	var list []record.Edit
	for _, e := range all {
		if waits[e.ID] {
			list = append(list, e)
		}
	}
	draw(w, http.StatusOK, &desk.Waiting{
		Page: p.frame.page(r, "Edits that wait", "log"), Entries: p.log.entries(list, true),
	})
}

// isWaiting marks the entries of edits that wait.
func isWaiting(list []desk.Entry, waits map[int64]bool) []desk.Entry {
	list = slices.Clone(list)
	for i := range list {
		list[i].Waits = waits[list[i].ID]
	}
	return list
}
