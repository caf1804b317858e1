package main

import (
	"net/http"

	"demarche/render/desk"
	"demarche/timeline/sqlite"
)

// sourcePage draws articles: one, or the list.
type sourcePage struct {
	frame deskFrame
	store *sqlite.Store
}

// article draws an article with all its reports.
func (p sourcePage) article(w http.ResponseWriter, r *http.Request) {
	src, list, err := p.store.Reports().OfArticle(r.Context(), r.URL.Query().Get("key"))
	if err != nil {
		p.frame.failed(w, err)
		return
	}
	var marks []desk.Mark
	for i := range list {
		for _, s := range list[i].Content {
			marks = append(marks, desk.Mark{
				Start: s.Start, End: s.End, Class: "content", Title: partyNames(list[i].Speakers),
				Link: p.frame.links.report(list[i].ID, ""),
			})
		}
	}
	draw(w, http.StatusOK, &desk.Article{
		Page: p.frame.page(r, titleOf(&src), "sources"), Outlet: src.Outlet, Byline: src.Byline, Release: src.Published,
		URL: webAddress(src.URL), Key: src.Key, Text: desk.Marked(src.Text, marks), Rows: deskRows(list),
	})
}

// list draws the list of articles, or of what could not be read.
func (p sourcePage) list(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	ask := sqlite.Sources{Outlet: q.Get("outlet"), State: q.Get("state"), Limit: rowsOnPage, After: after(q)}
	if !oneOf(ask.State, statesOfSources()) {
		ask.State = ""
	}
	v := &desk.Sources{
		Page: p.frame.page(r, "Sources", "sources"), Outlet: ask.Outlet,
		States: choices(ask.State, append([]string{""}, statesOfSources()...), "any"),
	}
	if ask.State == "failed" {
		failed, err := p.store.Visits().List(r.Context(), true)
		if err != nil {
			p.frame.failed(w, err)
			return
		}
		for _, f := range failed {
			v.Failed = append(v.Failed, desk.Failure{Source: f.Source, At: f.At, Why: f.Why})
		}
		draw(w, http.StatusOK, v)
		return
	}
	list, err := p.store.Sources().List(r.Context(), ask)
	if err != nil {
		p.frame.failed(w, err)
		return
	}
	for i := range list {
		a := &list[i]
		v.Rows = append(v.Rows, desk.Source{
			Link: p.frame.links.article(a.Key), Title: a.Title, Outlet: a.Outlet, Release: a.Published, How: a.PublishedHow,
			Reports: a.Reports, Notes: sourceNotes(a),
		})
	}
	query := queryOf(map[string]string{"outlet": ask.Outlet, "state": ask.State})
	v.Pager = p.frame.links.pager("sources", query, ask.After, len(list))
	draw(w, http.StatusOK, v)
}
