package main

import (
	"net/http"
	"time"

	"demarche/render/desk"
	"demarche/timeline/sqlite"
)

// deskPages is what the pages of the desk are made from, and of which each takes what it needs.
type deskPages struct {
	store    *sqlite.Store
	pipeline *pipeline
	seen     *candidateCache
	coder    string
	base     string // the path before all addresses
	now      func() time.Time
}

// routes are the addresses of the desk, below its token.
func (d *deskPages) routes() http.Handler {
	m := http.NewServeMux()
	frame := deskFrame{deskLinks(d.base), d.coder}
	d.routeEdits(m, frame)
	d.routeLists(m, frame)
	m.HandleFunc("GET /desk.css", asset("text/css; charset=utf-8", desk.Style()))
	m.HandleFunc("GET /desk.js", asset("text/javascript; charset=utf-8", desk.Script()))
	m.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		frame.message(w, http.StatusNotFound, "Nothing is here", "There is no such page at the desk.")
	})
	return m
}

// routeEdits adds the pages on which people decide something.
func (d *deskPages) routeEdits(m *http.ServeMux, frame deskFrame) {
	g, log := d.pipeline.actors, deskLog{frame.links}
	forms, filters := deskForms{frame, d.store, log, d.now}, queueFilters{g}
	samples := sampleDesk{frame, d.store, g, d.seen, log, forms, d.now}
	report := reportPage{frame, d.store, g, d.seen, log, forms, filters, samples}
	event, actor := eventPage{frame, d.store, g, log, forms}, actorPage{frame, d.store, g, log, forms}
	m.HandleFunc("GET /{$}", queuePage{frame, d.store, filters, samples}.draw)
	m.HandleFunc("GET /report/{id}", report.draw)
	m.HandleFunc("POST /report/{id}", report.edit)
	m.HandleFunc("GET /event/{id}", event.draw)
	m.HandleFunc("POST /event/{id}", event.edit)
	m.HandleFunc("GET /actors", actor.list)
	m.HandleFunc("GET /actor", actor.draw)
	m.HandleFunc("POST /actor", actor.edit)
	m.HandleFunc("POST /undo", forms.undo)
	m.HandleFunc("GET /offers", nameOffers{d.store, g}.answer)
}

// routeLists adds the pages that only show what is stored.
func (d *deskPages) routeLists(m *http.ServeMux, frame deskFrame) {
	sources, log := sourcePage{frame, d.store}, logPage{frame, d.store, deskLog{frame.links}}
	relations := relationPage{frame, d.store, d.pipeline.actors}
	m.HandleFunc("GET /article", sources.article)
	m.HandleFunc("GET /sources", sources.list)
	m.HandleFunc("GET /search", searchPage{frame, d.store}.draw)
	m.HandleFunc("GET /log", log.draw)
	m.HandleFunc("GET /waiting", log.waiting)
	m.HandleFunc("GET /relations", relations.list)
	m.HandleFunc("GET /relation/{a}/{b}", relations.draw)
}
