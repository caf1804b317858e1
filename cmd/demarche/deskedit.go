package main

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"time"

	"demarche/render/desk"
	"demarche/timeline/edits"
	"demarche/timeline/record"
)

// edit takes a form of a report: a verdict, or a value for a field.
func (d *deskPages) edit(w http.ResponseWriter, r *http.Request) {
	if !d.readForm(w, r) {
		return
	}
	rep, _, err := d.store.Reports().Get(r.Context(), r.PathValue("id"))
	if err != nil {
		d.failed(w, err)
		return
	}
	query := r.PostForm.Get("query")
	again := func(status int, wrong string, conflict []desk.Entry) {
		v, err := d.statement(r, rep.ID, query)
		if err != nil {
			d.failed(w, err)
			return
		}
		v.Wrong, v.Conflict = wrong, conflict
		keepTyped(v.Fields, r)
		draw(w, status, v)
	}
	if work := d.sampledIn(query); work != nil {
		d.takeCode(w, r, work, again)
		return
	}
	if field := r.PostForm.Get("field"); field != "" {
		e, err := edits.Read(d.pipeline.actors, &rep, field, r.PostForm.Get("value"))
		d.keep(w, r, e, err, d.reportLink(rep.ID, withDone(query, "changed")), again)
		return
	}
	e, done, err := verdictOf(&rep, r.PostForm.Get("verdict"))
	to := rep.ID
	if next := r.PostForm.Get("next"); next != "" && done != "reopened" {
		to = next
	}
	d.keep(w, r, e, err, d.reportLink(to, withDone(query, done)), again)
}

// readForm reads the form of a request; false says that it can't, which is told.
func (d *deskPages) readForm(w http.ResponseWriter, r *http.Request) bool {
	err := r.ParseForm()
	if err != nil {
		d.message(w, http.StatusBadRequest, "That form can't be read", "It is broken or too long; nothing was changed.")
	}
	return err == nil
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

// redraw draws the page of a form again, with why the form was not taken: what is wrong with it, or what somebody else
// did meanwhile.
type redraw func(status int, wrong string, conflict []desk.Entry)

// keep stores an edit, unless it could not be read, or somebody has edited the same thing since the form was drawn, and
// leads to an address.
func (d *deskPages) keep(
	w http.ResponseWriter, r *http.Request, e record.Edit, wrong error, to string, again redraw,
) {
	if wrong != nil {
		again(http.StatusUnprocessableEntity, oneLine(wrong.Error()), nil)
		return
	}
	seen, err := strconv.ParseInt(r.PostForm.Get("seen"), 10, 64)
	if err != nil {
		d.message(w, http.StatusBadRequest, "That form can't be read",
			"It does not say what it was drawn from; nothing was changed.")
		return
	}
	e.Who, e.At, e.Why = d.coder, d.now().UTC().Format(time.RFC3339), oneLine(r.PostForm.Get("why"))
	later, err := d.store.EditUnless(r.Context(), seen, e)
	if err != nil {
		d.failed(w, err)
		return
	}
	if len(later) > 0 {
		again(http.StatusConflict, "", d.entriesOf(later, false))
		return
	}
	http.Redirect(w, r, to, http.StatusSeeOther)
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

// undo takes an edit back, and leads to what it is of.
func (d *deskPages) undo(w http.ResponseWriter, r *http.Request) {
	id, err := strconv.ParseInt(r.PostFormValue("edit"), 10, 64)
	if err != nil {
		d.message(w, http.StatusBadRequest, "That form can't be read", "It does not name an edit; nothing was changed.")
		return
	}
	list, err := d.store.Edits().All(r.Context())
	if err != nil {
		d.failed(w, err)
		return
	}
	e, err := edits.Undo(list, id)
	if err != nil {
		d.message(w, http.StatusConflict, "It can't be undone", oneLine(err.Error()))
		return
	}
	if who := coderOf(list, id); who != "" && who != d.coder {
		d.message(w, http.StatusConflict, "It can't be undone", "It is a coding by "+who+", who alone takes it back.")
		return
	}
	e.Who, e.At, e.Why = d.coder, d.now().UTC().Format(time.RFC3339), "undoes edit "+strconv.FormatInt(id, 10)
	if err := d.store.Edit(r.Context(), e); err != nil {
		d.failed(w, err)
		return
	}
	to := d.reportLink(e.Target, "done=undone")
	switch e.Kind {
	case record.CodingKind:
		to = d.reportLink(e.Target, queryOf(map[string]string{sampleFilter: e.Field, "done": "undone"}))
	case edits.EventKind:
		to = d.eventLink(e.Target) + "?done=undone"
	case edits.ActorKind:
		to = d.actorLink(e.Target) + "&done=undone"
	}
	http.Redirect(w, r, to, http.StatusSeeOther)
}

// edited is what the page of a thing has of the edits of it.
func (d *deskPages) edited(action string, list []record.Edit) desk.Edited {
	v := desk.Edited{Action: action, Log: d.entriesOf(list, false)}
	if len(list) > 0 {
		v.Seen = list[len(list)-1].ID
	}
	if e, ok := edits.Undoable(list); ok && e.Field != record.MergeField && e.Field != record.SplitField {
		v.Undoable = e.ID
	}
	return v
}

// entriesOf are edits in words, in order; with their targets where that is asked for.
func (d *deskPages) entriesOf(list []record.Edit, targets bool) []desk.Entry {
	var out []desk.Entry
	for i := range list {
		e := &list[i]
		entry := desk.Entry{
			ID: e.ID, When: e.At, Who: e.Who, Field: e.Field, From: shownValue(e, e.Before),
			To: shownValue(e, e.After), Why: e.Why,
		}
		if targets {
			entry.Kind, entry.Target = e.Kind, e.Target
			if link := d.targetLinks()[e.Kind]; link != nil {
				entry.Link = link(e.Target)
			}
		}
		out = append(out, entry)
	}
	return out
}

// targetLinks lead to the pages of what edits are of, by kind.
func (d *deskPages) targetLinks() map[string]func(string) string {
	return map[string]func(string) string{
		edits.Kind:      func(id string) string { return d.reportLink(id, "") },
		edits.EventKind: d.eventLink, edits.ActorKind: d.actorLink, "article": d.articleLink,
	}
}

// isWaiting marks the entries of edits that wait.
func isWaiting(list []desk.Entry, waits map[int64]bool) []desk.Entry {
	list = slices.Clone(list)
	for i := range list {
		list[i].Waits = waits[list[i].ID]
	}
	return list
}
