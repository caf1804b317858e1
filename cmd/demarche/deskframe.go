package main

import (
	"errors"
	"net/http"

	"demarche/render/desk"
	"demarche/timeline/coding"
	"demarche/timeline/sqlite"
)

// deskFrame is what all pages of the desk have around them: the links to each other and who works there.
type deskFrame struct {
	links deskLinks
	coder string
}

// page is what all views have in common.
func (f deskFrame) page(r *http.Request, title, here string) desk.Page {
	done := said(r.URL.Query().Get("done"))
	return desk.Page{Title: title, Base: string(f.links), Coder: f.coder, Here: here, Said: done}
}

// said are the words for what a form did, by the value of "done" in the address that it leads to.
func said(done string) string {
	switch done {
	case "confirmed":
		return "Accepted."
	case "rejected":
		return "Rejected; it is shown nowhere but in the log."
	case "changed":
		return "Changed."
	case "merged":
		return "They are one event."
	case "divided":
		return "They are two events."
	case "undone":
		return "Undone."
	case "reopened":
		return "The verdict is taken back."
	}
	return ""
}

// message draws a page that says one thing.
func (f deskFrame) message(w http.ResponseWriter, status int, title, text string) {
	draw(w, status, &desk.Message{Page: desk.Page{Title: title, Base: string(f.links), Coder: f.coder}, Text: text})
}

// failed draws what went wrong.
func (f deskFrame) failed(w http.ResponseWriter, err error) {
	for _, known := range []struct {
		err         error
		title, text string
	}{
		{coding.ErrNoSample, "No such sample", "No sample of this name is drawn; see: demarche sample"},
		{sqlite.ErrNoReport, "No such report", "No report has this id. Its words may have left the article."},
		{sqlite.ErrNoArticle, "No such article", "No article with this key is stored."},
		{sqlite.ErrNoEvent, "No such event", "No event has this id. Its words may have left the articles."},
		{sqlite.ErrNoActor, "No such actor", "Nobody with this id is in the gazetteer or in the database."},
	} {
		if errors.Is(err, known.err) {
			f.message(w, http.StatusNotFound, known.title, known.text)
			return
		}
	}
	f.message(w, http.StatusInternalServerError, "That did not work", oneLine(err.Error()))
}
