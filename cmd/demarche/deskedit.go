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
	if err := r.ParseForm(); err != nil {
		d.message(w, http.StatusBadRequest, "That form can't be read", "It is broken or too long; nothing was changed.")
		return
	}
	id, query := r.PathValue("id"), r.PostForm.Get("query")
	rep, _, err := d.store.Report(r.Context(), id)
	if err != nil {
		d.failed(w, err)
		return
	}
	var e record.Edit
	done := "changed"
	if field := r.PostForm.Get("field"); field != "" {
		e, err = edits.Read(d.pipeline.actors, &rep, field, r.PostForm.Get("value"))
		e.Why = r.PostForm.Get("why")
	} else {
		e, done, err = verdictOf(&rep, r.PostForm.Get("verdict"))
	}
	if err != nil {
		d.refuse(
			w,
			r,
			&rep,
			query,
			func(v *desk.Statement) { v.Wrong = oneLine(err.Error()) },
			http.StatusUnprocessableEntity,
		)
		return
	}
	d.keep(w, r, &rep, e, done)
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

// keep stores an edit of a report, unless somebody has edited the report since the form was drawn, and leads on: to the
// next report after a verdict, back to the same after a change.
func (d *deskPages) keep(w http.ResponseWriter, r *http.Request, rep *record.Report, e record.Edit, done string) {
	query := r.PostForm.Get("query")
	seen, err := strconv.ParseInt(r.PostForm.Get("seen"), 10, 64)
	if err != nil {
		d.message(
			w,
			http.StatusBadRequest,
			"That form can't be read",
			"It does not say what it was drawn from; nothing was changed.",
		)
		return
	}
	e.Who, e.At = d.coder, d.now().UTC().Format(time.RFC3339)
	later, err := d.store.EditUnless(r.Context(), seen, e)
	if err != nil {
		d.failed(w, err)
		return
	}
	if len(later) > 0 {
		d.refuse(w, r, rep, query, func(v *desk.Statement) { v.Conflict = entriesOf(later, rep.ID) }, http.StatusConflict)
		return
	}
	to := rep.ID
	if next := r.PostForm.Get("next"); e.Field == edits.StatusField && next != "" && done != "reopened" {
		to = next
	}
	http.Redirect(w, r, d.reportLink(to, withDone(query, done)), http.StatusSeeOther)
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

// refuse draws the report again, with why the form was not taken.
func (d *deskPages) refuse(
	w http.ResponseWriter,
	r *http.Request,
	rep *record.Report,
	query string,
	why func(*desk.Statement),
	status int,
) {
	v, err := d.statement(r, rep.ID, query)
	if err != nil {
		d.failed(w, err)
		return
	}
	why(v)
	for i := range v.Fields {
		if v.Fields[i].Name == r.PostForm.Get("field") {
			v.Fields[i].Typed = r.PostForm.Get("value")
		}
	}
	draw(w, status, v)
}

// undo takes an edit back.
func (d *deskPages) undo(w http.ResponseWriter, r *http.Request) {
	id, err := strconv.ParseInt(r.PostFormValue("edit"), 10, 64)
	if err != nil {
		d.message(w, http.StatusBadRequest, "That form can't be read", "It does not name an edit; nothing was changed.")
		return
	}
	list, err := d.store.Edits(r.Context())
	if err != nil {
		d.failed(w, err)
		return
	}
	e, err := edits.Undo(list, id)
	if err != nil {
		d.message(w, http.StatusConflict, "It can't be undone", oneLine(err.Error()))
		return
	}
	e.Who, e.At, e.Why = d.coder, d.now().UTC().Format(time.RFC3339), "undoes edit "+strconv.FormatInt(id, 10)
	if err := d.store.Edit(r.Context(), e); err != nil {
		d.failed(w, err)
		return
	}
	http.Redirect(w, r, d.reportLink(e.Target, withDone(r.PostFormValue("query"), "undone")), http.StatusSeeOther)
}

// lastEdit is the last edit of a report that the coder made, with what it did; 0 for none.
func (d *deskPages) lastEdit(r *http.Request) (int64, string, error) {
	list, err := d.store.Edits(r.Context())
	if err != nil {
		return 0, "", err
	}
	for _, e := range slices.Backward(list) {
		if e.Kind == edits.Kind && e.Who == d.coder {
			return e.ID, e.Field + " to " + edits.Shown(e.After), nil
		}
	}
	return 0, "", nil
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

// entriesOf are the edits of a report in words, in order; of all reports where it is "".
func entriesOf(list []record.Edit, report string) []desk.Entry {
	var out []desk.Entry
	for i := range list {
		e := &list[i]
		if report != "" && (e.Kind != edits.Kind || e.Target != report) {
			continue
		}
		out = append(out, desk.Entry{
			ID: e.ID, When: e.At, Who: e.Who, Field: e.Field, From: shownValue(e, e.Before),
			To: shownValue(e, e.After), Why: e.Why,
			Target: e.Target,
		})
	}
	return out
}
