package main

import (
	"errors"
	"fmt"
	"math"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"demarche/render/desk"
	"demarche/timeline"
	"demarche/timeline/sqlite"
)

// deskPages makes the views of the desk from the database.
type deskPages struct {
	store    *sqlite.Store
	pipeline *pipeline
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
	switch {
	case errors.Is(err, sqlite.ErrNoReport):
		d.message(w, http.StatusNotFound, "No such report", "No report has this id. Its words may have left the article.")
	case errors.Is(err, sqlite.ErrNoArticle):
		d.message(w, http.StatusNotFound, "No such article", "No article with this key is stored.")
	default:
		d.message(w, http.StatusInternalServerError, "That did not work", oneLine(err.Error()))
	}
}

// queueFilter reads the filter of an address. A state may be given by any of its names.
func (d *deskPages) queueFilter(q url.Values) sqlite.QueueFilter {
	f := sqlite.QueueFilter{Outlet: q.Get("outlet"), Doubt: q.Get("doubt"), Limit: rowsOnPage}
	if state := strings.TrimSpace(q.Get("state")); state != "" {
		f.State = state
		if code, ok := d.pipeline.actors.StateCode(state); ok {
			f.State = code
		}
	}
	if n, err := strconv.Atoi(q.Get("after")); err == nil && n > 0 {
		f.After = n
	}
	return f
}

// asQuery is the filter as the query of an address.
func asQuery(f sqlite.QueueFilter) string {
	q := url.Values{}
	for name, value := range map[string]string{"state": f.State, "outlet": f.Outlet, "doubt": f.Doubt} {
		if value != "" {
			q.Set(name, value)
		}
	}
	return q.Encode()
}

// queue draws the list of what needs a look.
func (d *deskPages) queue(w http.ResponseWriter, r *http.Request) {
	f := d.queueFilter(r.URL.Query())
	list, open, done, err := d.store.Queue(r.Context(), f)
	if err != nil {
		d.failed(w, err)
		return
	}
	v := &desk.Queue{Page: d.page(r, "What needs a look", "queue"), Open: open, Done: done, Rows: deskRows(list)}
	v.Filter = desk.Filter{State: f.State, Outlet: f.Outlet, Doubt: f.Doubt, Query: asQuery(f)}
	v.Filter.Doubts = []desk.Choice{{Name: "any", Chosen: f.Doubt == ""}}
	for _, name := range sqlite.Doubts() {
		v.Filter.Doubts = append(v.Filter.Doubts, desk.Choice{Value: name, Name: name, Chosen: name == f.Doubt})
	}
	v.First, v.Last = f.After+1, f.After+len(list)
	if len(list) > 0 {
		v.Start = d.reportLink(list[0].ID, v.Filter.Query)
	}
	v.Earlier, v.Later = d.pager(f, open)
	if v.Undoable, v.UndoableText, err = d.lastEdit(r); err != nil {
		d.failed(w, err)
		return
	}
	draw(w, http.StatusOK, v)
}

// pager returns the addresses of the rows before and after those of the filter; of is how many there are.
func (d *deskPages) pager(f sqlite.QueueFilter, of int) (earlier, later string) {
	at := func(after int) string { return fmt.Sprintf("%s?%s&after=%d", d.base, asQuery(f), after) }
	if f.After > 0 {
		earlier = at(max(0, f.After-f.Limit))
	}
	if f.After+f.Limit < of {
		later = at(f.After + f.Limit)
	}
	return earlier, later
}

// reportLink is the address of a report, with the filter of the queue from which it comes.
func (d *deskPages) reportLink(id, query string) string {
	link := d.base + "report/" + url.PathEscape(id)
	if query != "" {
		link += "?" + query
	}
	return link
}

// articleLink is the address of an article.
func (d *deskPages) articleLink(key string) string {
	return d.base + "article?key=" + url.QueryEscape(key)
}

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

// article draws an article with all its reports.
func (d *deskPages) article(w http.ResponseWriter, r *http.Request) {
	src, list, err := d.store.ArticleReports(r.Context(), r.URL.Query().Get("key"))
	if err != nil {
		d.failed(w, err)
		return
	}
	var marks []desk.Mark
	for i := range list {
		for _, s := range list[i].Content {
			marks = append(marks, desk.Mark{
				Start: s.Start, End: s.End, Class: "content", Title: partyNames(list[i].Speakers),
				Link: d.reportLink(list[i].ID, ""),
			})
		}
	}
	draw(w, http.StatusOK, &desk.Article{
		Page: d.page(r, titleOf(&src), "sources"), Outlet: src.Outlet, Byline: src.Byline, Release: src.Published,
		URL: webAddress(src.URL), Key: src.Key, Text: desk.Marked(src.Text, marks), Rows: deskRows(list),
	})
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

// actor draws a person or body with what it said.
func (d *deskPages) actor(w http.ResponseWriter, r *http.Request) {
	const most = 500
	id := r.URL.Query().Get("id")
	list, err := d.store.ActorReports(r.Context(), id, most)
	if err != nil {
		d.failed(w, err)
		return
	}
	v := &desk.Actor{Page: d.page(r, id, ""), Rows: deskRows(list)}
	e, known := d.pipeline.actors.Lookup(id)
	switch {
	case known:
		v.Title, v.Kind, v.State, v.Also = e.Name, string(e.Kind), e.State, e.Aliases
		for _, t := range shownTerms(e.Terms) {
			v.Terms = append(v.Terms, termDates(t)+" "+t.Title)
		}
	case len(list) == 0:
		d.message(w, http.StatusNotFound, "No such actor", "Nobody with this id is in the gazetteer or in the database.")
		return
	default:
		for _, p := range list[0].Speakers {
			if p.ID == id {
				v.Title, v.Kind, v.State = p.Name, string(p.Kind), p.State
			}
		}
	}
	draw(w, http.StatusOK, v)
}

// search draws what holds the words that were asked for.
func (d *deskPages) search(w http.ResponseWriter, r *http.Request) {
	words := r.URL.Query().Get("q")
	v := &desk.Found{Page: d.page(r, "Search", "")}
	v.Find = words
	hits, err := d.store.Find(r.Context(), sqlite.Search{Text: words, Limit: rowsOnPage})
	if err != nil {
		v.Wrong = oneLine(err.Error())
		draw(w, http.StatusBadRequest, v)
		return
	}
	for i := range hits {
		h := &hits[i]
		if h.Report != "" {
			v.Reports = append(v.Reports, desk.Hit{
				Link: d.reportLink(h.Report, ""), Day: h.Said, Head: strings.Join(h.Speakers, ", "), Outlet: h.Outlet,
				Snippet: snippet(h),
			})
			continue
		}
		v.Articles = append(v.Articles, desk.Hit{
			Link: d.articleLink(h.Article), Day: h.Published, Head: h.Title, Outlet: h.Outlet, Snippet: snippet(h),
		})
	}
	draw(w, http.StatusOK, v)
}
