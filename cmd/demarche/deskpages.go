package main

import (
	"errors"
	"math"
	"net/http"
	"net/url"
	"strings"
	"time"

	"demarche/render/desk"
	"demarche/timeline"
	"demarche/timeline/coding"
	"demarche/timeline/sqlite"
)

// deskPages makes the views of the desk from the database.
type deskPages struct {
	store    *sqlite.Store
	pipeline *pipeline
	seen     *candidateCache
	coder    string
	base     string // the path before all addresses
	now      func() time.Time
}

// rowsOnPage is how many rows a list has.
const rowsOnPage = 50

// page is what all views have in common.
func (d *deskPages) page(r *http.Request, title, here string) desk.Page {
	return desk.Page{Title: title, Base: d.base, Coder: d.coder, Here: here, Said: said(r.URL.Query().Get("done"))}
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
func (d *deskPages) message(w http.ResponseWriter, status int, title, text string) {
	draw(w, status, &desk.Message{Page: desk.Page{Title: title, Base: d.base, Coder: d.coder}, Text: text})
}

// failed draws what went wrong.
func (d *deskPages) failed(w http.ResponseWriter, err error) {
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
			d.message(w, http.StatusNotFound, known.title, known.text)
			return
		}
	}
	d.message(w, http.StatusInternalServerError, "That did not work", oneLine(err.Error()))
}

// reportLink is the address of a report, with the filter of the queue from which it comes.
func (d *deskPages) reportLink(id, query string) string {
	return withQuery(d.base+"report/"+url.PathEscape(id), query)
}

// withQuery adds a query to an address.
func withQuery(link, query string) string {
	if query != "" {
		link += "?" + query
	}
	return link
}

// articleLink is the address of an article.
func (d *deskPages) articleLink(key string) string {
	return d.base + "article?key=" + url.QueryEscape(key)
}

// eventLink is the address of an event.
func (d *deskPages) eventLink(id string) string { return d.base + "event/" + url.PathEscape(id) }

// actorLink is the address of an actor.
func (d *deskPages) actorLink(id string) string { return d.base + "actor?id=" + url.QueryEscape(id) }

// deskRows are reports as lists show them.
func deskRows(list []sqlite.Queued) []desk.Row {
	rows := make([]desk.Row, len(list))
	for i := range list {
		rows[i] = deskRow(&list[i])
	}
	return rows
}

func deskRow(q *sqlite.Queued) desk.Row {
	return desk.Row{
		ID: q.ID, Words: shorten(q.Text, 300), Speakers: partyNames(q.Speakers), Addressees: partyNames(q.Addressees),
		Channel: string(q.Channel), Day: q.Said.EDTF, Outlet: q.Outlet, Headline: q.Title, Article: q.ArticleKey,
		Sure: percent(q.P), Doubts: q.Doubts, Status: string(q.Status),
	}
}

// percent is a probability in whole per cent, 0 for one that nothing stated.
func percent(p float64) int {
	if p >= 1 {
		return 0
	}
	return int(math.Round(100 * p))
}

// shorten cuts a text to about n bytes, at a rune, with an ellipsis.
func shorten(s string, n int) string {
	for i := range s {
		if i > n {
			return s[:i] + "…"
		}
	}
	return s
}

func titleOf(src *timeline.Source) string {
	if src.Title == "" {
		return "(no title)"
	}
	return src.Title
}

// webAddress is an address that a link may lead to, "" for every other.
func webAddress(u string) string {
	if strings.HasPrefix(u, "https://") || strings.HasPrefix(u, "http://") {
		return u
	}
	return ""
}
