package main

import (
	"bytes"
	"context"
	"fmt"
	"html/template"
	"io"
	"net/http"
	"strconv"
	"strings"

	"demarche/render"
	"demarche/render/desk"
	"demarche/timeline/dates"
	"demarche/timeline/record"
	"demarche/timeline/sqlite"
)

// log draws the edits, the last ones first.
func (d *deskPages) log(w http.ResponseWriter, r *http.Request) {
	before, err := strconv.ParseInt(r.URL.Query().Get("before"), 10, 64)
	if err != nil || before < 0 {
		before = 0
	}
	list, err := d.store.Edits().Before(r.Context(), before, rowsOnPage)
	if err != nil {
		d.failed(w, err)
		return
	}
	waits, err := d.store.Queue().Waiting(r.Context())
	if err != nil {
		d.failed(w, err)
		return
	}
	v := &desk.Log{Page: d.page(r, "What people decided", "log"), Entries: isWaiting(d.entriesOf(list, true), waits)}
	if n := len(list); n > 0 {
		v.Pager = desk.Pager{First: int(list[0].ID), Last: int(list[n-1].ID)}
		if before > 0 {
			v.Pager.Earlier = d.base + "log"
		}
		if n == rowsOnPage {
			v.Pager.Later = fmt.Sprintf("%slog?before=%d", d.base, list[n-1].ID)
		}
	}
	draw(w, http.StatusOK, v)
}

// waiting draws the edits whose words are gone.
func (d *deskPages) waiting(w http.ResponseWriter, r *http.Request) {
	waits, err := d.store.Queue().Waiting(r.Context())
	if err != nil {
		d.failed(w, err)
		return
	}
	all, err := d.store.Edits().All(r.Context())
	if err != nil {
		d.failed(w, err)
		return
	}
	var list []record.Edit
	for _, e := range all {
		if waits[e.ID] {
			list = append(list, e)
		}
	}
	draw(w, http.StatusOK, &desk.Waiting{Page: d.page(r, "Edits that wait", "log"), Entries: d.entriesOf(list, true)})
}

// article draws an article with all its reports.
func (d *deskPages) article(w http.ResponseWriter, r *http.Request) {
	src, list, err := d.store.Reports().OfArticle(r.Context(), r.URL.Query().Get("key"))
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

// sources draws the list of articles, or of what could not be read.
func (d *deskPages) sources(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	ask := sqlite.Sources{Outlet: q.Get("outlet"), State: q.Get("state"), Limit: rowsOnPage, After: after(q)}
	if !oneOf(ask.State, statesOfSources()) {
		ask.State = ""
	}
	v := &desk.Sources{
		Page: d.page(r, "Sources", "sources"), Outlet: ask.Outlet,
		States: choices(ask.State, append([]string{""}, statesOfSources()...), "any"),
	}
	if ask.State == "failed" {
		failed, err := d.store.Visits().List(r.Context(), true)
		if err != nil {
			d.failed(w, err)
			return
		}
		for _, f := range failed {
			v.Failed = append(v.Failed, desk.Failure{Source: f.Source, At: f.At, Why: f.Why})
		}
		draw(w, http.StatusOK, v)
		return
	}
	list, err := d.store.Sources().List(r.Context(), ask)
	if err != nil {
		d.failed(w, err)
		return
	}
	for i := range list {
		a := &list[i]
		v.Rows = append(v.Rows, desk.Source{
			Link: d.articleLink(a.Key), Title: a.Title, Outlet: a.Outlet, Release: a.Published, How: a.PublishedHow,
			Reports: a.Reports, Notes: sourceNotes(a),
		})
	}
	query := queryOf(map[string]string{"outlet": ask.Outlet, "state": ask.State})
	v.Pager = d.pager("sources", query, ask.After, len(list))
	draw(w, http.StatusOK, v)
}

// search draws what holds the words that were asked for.
func (d *deskPages) search(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	v := &desk.Found{
		Page: d.page(r, "Search", ""), Outlet: q.Get("outlet"), Since: q.Get("since"), Until: q.Get("until"),
	}
	v.Find = q.Get("q")
	if v.Find == "" {
		draw(w, http.StatusOK, v)
		return
	}
	since, until, err := spanOf(v.Since, v.Until)
	var hits []sqlite.Hit
	if err == nil {
		hits, err = d.store.Reports().Find(r.Context(), sqlite.Search{
			Text: v.Find, Outlet: v.Outlet, Since: since, Until: until, Limit: rowsOnPage,
		})
	}
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

// spanOf are the first and the last day of what was typed, "" for none. The error says what is no date.
func spanOf(since, until string) (first, last string, err error) {
	for _, d := range []struct {
		typed string
		keep  func(dates.Date)
	}{{since, func(d dates.Date) { first = d.Earliest }}, {until, func(d dates.Date) { last = d.Latest }}} {
		if d.typed == "" {
			continue
		}
		date, err := dates.Parse(d.typed)
		if err != nil {
			return "", "", fmt.Errorf("%q is no date; write it as 2023, 2023-06 or 2023-06-12", d.typed)
		}
		d.keep(date)
	}
	return first, last, nil
}

// snippet is the snippet of a hit with what was found in it marked.
func snippet(h *sqlite.Hit) template.HTML {
	var b strings.Builder
	for i, piece := range h.Pieces() {
		if piece = template.HTMLEscapeString(piece); i%2 == 1 {
			piece = "<mark>" + piece + "</mark>"
		}
		b.WriteString(piece)
	}
	return template.HTML(b.String()) //nolint:gosec // every piece is escaped
}

// mostDyads is how many pairs of states the list of relations shows.
const mostDyads = 500

// relations draws the list of pairs of states.
func (d *deskPages) relations(w http.ResponseWriter, r *http.Request) {
	list, err := d.store.Relations().Dyads(r.Context(), mostDyads)
	if err != nil {
		d.failed(w, err)
		return
	}
	v := &desk.Relations{Page: d.page(r, "Relations", "relations")}
	for _, p := range list {
		v.Rows = append(v.Rows, desk.Pair{
			Link: d.base + "relation/" + p.A + "/" + p.B, A: d.pipeline.actors.StateName(p.A),
			B: d.pipeline.actors.StateName(p.B), Events: p.Events,
		})
	}
	draw(w, http.StatusOK, v)
}

// relation draws the page of two states as "report" writes it. The page carries its own policy.
func (d *deskPages) relation(w http.ResponseWriter, r *http.Request) {
	a, okA := d.pipeline.actors.StateCode(r.PathValue("a"))
	b, okB := d.pipeline.actors.StateCode(r.PathValue("b"))
	if !okA || !okB || a == b {
		d.message(w, http.StatusNotFound, "No such relation", "Name two states, such as relation/PRK/RUS.")
		return
	}
	var page bytes.Buffer
	if err := d.drawRelation(r.Context(), &page, a, b); err != nil {
		d.failed(w, err)
		return
	}
	w.Header().Set("Content-Security-Policy", "frame-ancestors 'none'")
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = w.Write(page.Bytes())
}

// drawRelation writes the page of two states.
func (d *deskPages) drawRelation(ctx context.Context, w io.Writer, a, b string) error {
	rel, err := d.store.Relations().Between(ctx, sqlite.Filter{A: a, B: b})
	if err != nil {
		return err
	}
	names := stateNames(d.pipeline.actors, &rel)
	return render.HTML(w, render.New(rel, render.Options{Names: names, Version: render.Build(), Query: "demarche desk"}))
}
