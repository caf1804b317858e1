package main

import (
	"fmt"
	"html/template"
	"net/http"
	"strings"

	"demarche/render/desk"
	"demarche/timeline/dates"
	"demarche/timeline/sqlite"
)

// searchPage draws what a search finds in reports and articles.
type searchPage struct {
	frame deskFrame
	store *sqlite.Store
}

// draw draws what holds the words that were asked for.
func (p searchPage) draw(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	v := &desk.Found{
		Page: p.frame.page(r, "Search", ""), Outlet: q.Get("outlet"), Since: q.Get("since"), Until: q.Get("until"),
	}
	v.Find = q.Get("q")
	if v.Find == "" {
		draw(w, http.StatusOK, v)
		return
	}
	since, until, err := spanOf(v.Since, v.Until)
	var hits []sqlite.Hit
	if err == nil {
		hits, err = p.store.Reports().Find(r.Context(), sqlite.Search{
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
				Link: p.frame.links.report(h.Report, ""), Day: h.Said, Head: strings.Join(h.Speakers, ", "), Outlet: h.Outlet,
				Snippet: snippet(h),
			})
			continue
		}
		v.Articles = append(v.Articles, desk.Hit{
			Link: p.frame.links.article(h.Article), Day: h.Published, Head: h.Title, Outlet: h.Outlet, Snippet: snippet(h),
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
