package main

import (
	"net/url"
	"strconv"

	"demarche/render/desk"
	"demarche/timeline/edits"
)

// deskLinks are the addresses of the desk's pages, by the path before all of them.
type deskLinks string

// to is the address of a path.
func (l deskLinks) to(path string) string { return string(l) + path }

// report is the address of a report, with the filter of the queue from which it comes.
func (l deskLinks) report(id, query string) string {
	return withQuery(l.to("report/"+url.PathEscape(id)), query)
}

// withQuery adds a query to an address.
func withQuery(link, query string) string {
	if query != "" {
		link += "?" + query
	}
	return link
}

// article is the address of an article.
func (l deskLinks) article(key string) string {
	return l.to("article?key=" + url.QueryEscape(key))
}

// event is the address of an event.
func (l deskLinks) event(id string) string { return l.to("event/" + url.PathEscape(id)) }

// actor is the address of an actor.
func (l deskLinks) actor(id string) string { return l.to("actor?id=" + url.QueryEscape(id)) }

// relation is the address of the page of two states.
func (l deskLinks) relation(a, b string) string { return l.to("relation/" + a + "/" + b) }

// target is the address of what an edit of a kind is of; "" for what has no page.
func (l deskLinks) target(kind, id string) string {
	switch kind {
	case edits.Kind:
		return l.report(id, "")
	case edits.EventKind:
		return l.event(id)
	case edits.ActorKind:
		return l.actor(id)
	case "article":
		return l.article(id)
	}
	return ""
}

// pager leads through a list at an address with a query; so many rows are left out before those shown. Where a page is
// full, there may be more.
func (l deskLinks) pager(path, query string, after, shown int) desk.Pager {
	at := func(after int) string {
		link := l.to(path) + "?"
		if query != "" {
			link += query + "&"
		}
		return link + "after=" + strconv.Itoa(after)
	}
	p := desk.Pager{First: after + 1, Last: after + shown}
	if after > 0 {
		p.Earlier = at(max(0, after-rowsOnPage))
	}
	if shown == rowsOnPage {
		p.Later = at(after + rowsOnPage)
	}
	return p
}
