package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"demarche/render"
	"demarche/render/desk"
	"demarche/timeline"
	"demarche/timeline/actors"
	"demarche/timeline/edits"
	"demarche/timeline/sqlite"
)

// log draws all edits, the last ones first.
func (d *deskPages) log(w http.ResponseWriter, r *http.Request) {
	list, err := d.store.Edits(r.Context())
	if err != nil {
		d.failed(w, err)
		return
	}
	v := &desk.Log{Page: d.page(r, "What people decided", "log"), Entries: entriesOf(list, "")}
	slices.Reverse(v.Entries)
	v.Entries = v.Entries[:min(len(v.Entries), 1000)]
	for i := range v.Entries {
		if list[len(list)-1-i].Kind == edits.Kind {
			v.Entries[i].TargetWords = "report " + v.Entries[i].Target
		}
	}
	draw(w, http.StatusOK, v)
}

// sources draws the list of articles.
func (d *deskPages) sources(w http.ResponseWriter, r *http.Request) {
	after, err := strconv.Atoi(r.URL.Query().Get("after"))
	if err != nil || after < 0 {
		after = 0
	}
	list, err := d.store.ListSources(r.Context(), sqlite.Sources{})
	if err != nil {
		d.failed(w, err)
		return
	}
	v := &desk.Sources{Page: d.page(r, "Sources", "sources"), Articles: len(list)}
	after = min(after, len(list))
	for _, a := range list[after:min(len(list), after+rowsOnPage)] {
		v.Rows = append(v.Rows, desk.Source{
			Link: d.articleLink(a.Key), Title: a.Title, Outlet: a.Outlet, Release: a.Published,
			How: a.PublishedHow, Language: a.Language, Reports: a.Reports,
		})
	}
	if after > 0 {
		v.Earlier = d.base + "sources?after=" + strconv.Itoa(max(0, after-rowsOnPage))
	}
	if after+rowsOnPage < len(list) {
		v.Later = d.base + "sources?after=" + strconv.Itoa(after+rowsOnPage)
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
	rel, err := d.store.Relation(ctx, sqlite.Filter{A: a, B: b})
	if err != nil {
		return err
	}
	names := stateNames(d.pipeline.actors, &rel)
	return render.HTML(w, render.New(rel, render.Options{Names: names, Version: version(), Query: "demarche desk"}))
}

// mostNames is how many names a completion offers.
const mostNames = 8

// names answers which actors have a name with a word that begins as typed: persons in office lately first.
func (d *deskPages) names(w http.ResponseWriter, r *http.Request) {
	found := completions(d.pipeline.actors, r.URL.Query().Get("q"))
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(found)
}

// completions are the names, with the states in brackets, of actors that have a word that begins with each word typed.
// Among them a name that begins with what was typed comes first, then who was in office last.
func completions(g *actors.Gazetteer, typed string) []string {
	words := strings.Fields(actors.Fold(typed))
	type hit struct {
		name   string
		begins bool
		last   string
	}
	var hits []hit
	for _, e := range g.Entries() {
		name := actors.Fold(e.Name)
		if len(words) == 0 || !slices.ContainsFunc(words, func(w string) bool { return !hasWord(name, w) }) {
			h := hit{typedParties([]timeline.Party{{Actor: e.Actor}}), strings.HasPrefix(name, strings.Join(words, " ")), ""}
			for _, t := range e.Terms {
				h.last = max(h.last, max(t.Start, t.Seen))
			}
			hits = append(hits, h)
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int {
		if a.begins != b.begins {
			return map[bool]int{true: -1, false: 1}[a.begins]
		}
		return strings.Compare(b.last, a.last)
	})
	out := []string{}
	for _, h := range hits[:min(len(hits), mostNames)] {
		out = append(out, h.name)
	}
	return out
}

// hasWord reports whether one of a name's words begins with w.
func hasWord(name, w string) bool { return strings.Contains(" "+name, " "+w) }
