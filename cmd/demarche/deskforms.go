package main

import (
	"net/http"
	"strconv"
	"time"

	"demarche/render/desk"
	"demarche/timeline/edits"
	"demarche/timeline/record"
	"demarche/timeline/sqlite"
)

// deskForms take what people decide at the desk and store it as edits.
type deskForms struct {
	frame deskFrame
	store *sqlite.Store
	log   deskLog
	now   func() time.Time
}

// read reads the form of a request; false says that it can't, which is told.
func (f deskForms) read(w http.ResponseWriter, r *http.Request) bool {
	err := r.ParseForm()
	if err != nil {
		f.frame.message(w, http.StatusBadRequest, "That form can't be read", "It is broken or too long; nothing was changed.")
	}
	return err == nil
}

// redraw draws the page of a form again, with why the form was not taken: what is wrong with it, or what somebody else
// did meanwhile.
type redraw func(status int, wrong string, conflict []desk.Entry)

// keep stores an edit, unless it could not be read, or somebody has edited the same thing since the form was drawn, and
// leads to an address.
func (f deskForms) keep(
	w http.ResponseWriter, r *http.Request, e record.Edit, wrong error, to string, again redraw,
) {
	if wrong != nil {
		again(http.StatusUnprocessableEntity, oneLine(wrong.Error()), nil)
		return
	}
	seen, err := strconv.ParseInt(r.PostForm.Get("seen"), 10, 64)
	if err != nil {
		f.frame.message(w, http.StatusBadRequest, "That form can't be read",
			"It does not say what it was drawn from; nothing was changed.")
		return
	}
	e.Who, e.At, e.Why = f.frame.coder, f.now().UTC().Format(time.RFC3339), oneLine(r.PostForm.Get("why"))
	later, err := f.store.EditUnless(r.Context(), seen, e)
	if err != nil {
		f.frame.failed(w, err)
		return
	}
	if len(later) > 0 {
		again(http.StatusConflict, "", f.log.entries(later, false))
		return
	}
	http.Redirect(w, r, to, http.StatusSeeOther)
}

// undo takes an edit back, and leads to what it is of.
func (f deskForms) undo(w http.ResponseWriter, r *http.Request) {
	id, err := strconv.ParseInt(r.PostFormValue("edit"), 10, 64)
	if err != nil {
		f.frame.message(w, http.StatusBadRequest, "That form can't be read", "It does not name an edit; nothing was changed.")
		return
	}
	list, err := f.store.Edits().All(r.Context())
	if err != nil {
		f.frame.failed(w, err)
		return
	}
	e, err := edits.Undo(list, id)
	if err != nil {
		f.frame.message(w, http.StatusConflict, "It can't be undone", oneLine(err.Error()))
		return
	}
	if who := coderOf(list, id); who != "" && who != f.frame.coder {
		f.frame.message(w, http.StatusConflict, "It can't be undone", "It is a coding by "+who+", who alone takes it back.")
		return
	}
	e.Who, e.At, e.Why = f.frame.coder, f.now().UTC().Format(time.RFC3339), "undoes edit "+strconv.FormatInt(id, 10)
	if err := f.store.Edit(r.Context(), e); err != nil {
		f.frame.failed(w, err)
		return
	}
	to := f.frame.links.report(e.Target, "done=undone")
	switch e.Kind {
	case record.CodingKind:
		to = f.frame.links.report(e.Target, queryOf(map[string]string{sampleFilter: e.Field, "done": "undone"}))
	case edits.EventKind:
		to = f.frame.links.event(e.Target) + "?done=undone"
	case edits.ActorKind:
		to = f.frame.links.actor(e.Target) + "&done=undone"
	}
	http.Redirect(w, r, to, http.StatusSeeOther)
}
