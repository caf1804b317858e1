package main

import (
	"bytes"
	"context"
	"io"
	"net/http"

	"demarche/render"
	"demarche/render/desk"
	"demarche/timeline/actors"
	"demarche/timeline/sqlite"
)

// relationPage draws the relation of two states, as "report" does, and the list of all.
type relationPage struct {
	frame  deskFrame
	store  *sqlite.Store
	actors *actors.Gazetteer
}

// mostDyads is how many pairs of states the list of relations shows.
const mostDyads = 500

// list draws the list of pairs of states.
func (p relationPage) list(w http.ResponseWriter, r *http.Request) {
	list, err := p.store.Relations().Dyads(r.Context(), mostDyads)
	if err != nil {
		p.frame.failed(w, err)
		return
	}
	v := &desk.Relations{Page: p.frame.page(r, "Relations", "relations")}
	for _, pair := range list {
		v.Rows = append(v.Rows, desk.Pair{
			Link: p.frame.links.relation(pair.A, pair.B), A: p.actors.StateName(pair.A),
			B: p.actors.StateName(pair.B), Events: pair.Events,
		})
	}
	draw(w, http.StatusOK, v)
}

// draw draws the page of two states as "report" writes it. The page carries its own policy.
func (p relationPage) draw(w http.ResponseWriter, r *http.Request) {
	a, okA := p.actors.StateCode(r.PathValue("a"))
	b, okB := p.actors.StateCode(r.PathValue("b"))
	if !okA || !okB || a == b {
		p.frame.message(w, http.StatusNotFound, "No such relation", "Name two states, such as relation/PRK/RUS.")
		return
	}
	var page bytes.Buffer
	if err := p.write(r.Context(), &page, a, b); err != nil {
		p.frame.failed(w, err)
		return
	}
	w.Header().Set("Content-Security-Policy", "frame-ancestors 'none'")
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = w.Write(page.Bytes())
}

// write writes the page of two states.
func (p relationPage) write(ctx context.Context, w io.Writer, a, b string) error {
	rel, err := p.store.Relations().Between(ctx, sqlite.Filter{A: a, B: b})
	if err != nil {
		return err
	}
	names := stateNames(p.actors, &rel)
	return render.HTML(w, render.New(rel, render.Options{Names: names, Version: render.Build(), Query: "demarche desk"}))
}
