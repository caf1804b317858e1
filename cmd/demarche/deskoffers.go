package main

import (
	"context"
	"encoding/json"
	"net/http"
	"slices"
	"strings"

	"demarche/timeline"
	"demarche/timeline/actors"
	"demarche/timeline/record"
	"demarche/timeline/sqlite"
)

// mostNames is how many names a completion offers.
const mostNames = 8

// nameOffers offers names while one types into a field.
type nameOffers struct {
	store  *sqlite.Store
	actors *actors.Gazetteer
}

// answer answers what a field may be completed to: names of actors, media or places with a word that begins as typed.
func (o nameOffers) answer(w http.ResponseWriter, r *http.Request) {
	typed := r.URL.Query().Get("q")
	var found []string
	var err error
	if of := r.URL.Query().Get("of"); of == "places" {
		found, err = o.store.People().Places(r.Context(), typed, mostNames)
	} else {
		found, err = o.names(r.Context(), typed, of == "media")
	}
	if err != nil {
		http.Error(w, oneLine(err.Error()), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(append([]string{}, found...)) // who asked has gone
}

// names are completions from the gazetteer, and after them those of actors whom only texts name.
func (o nameOffers) names(ctx context.Context, typed string, media bool) ([]string, error) {
	out := completions(o.actors, typed, media)
	list, err := o.store.People().Voices(ctx, typed, 4*mostNames, 0)
	if err != nil || media {
		return out, err
	}
	for _, v := range list {
		name := record.Typed([]timeline.Party{{Actor: v.Actor}})
		if v.FromText() && v.State != "" && len(out) < mostNames && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out, nil
}

// completions are the names, with the states in brackets, of actors that have a word that begins with each word typed;
// of media alone where that is asked for. Among them a name that begins with what was typed comes first, then who was
// in office last.
func completions(g *actors.Gazetteer, typed string, media bool) []string {
	words := strings.Fields(actors.Fold(typed))
	type hit struct {
		name   string
		begins bool
		last   string
	}
	var hits []hit
	for _, e := range g.Entries() {
		name := actors.Fold(e.Name)
		fits := !slices.ContainsFunc(words, func(w string) bool { return !hasWord(name, w) })
		if !fits || media && e.Kind != actors.Medium {
			continue
		}
		h := hit{
			record.Typed([]timeline.Party{{Actor: e.Actor}}),
			strings.HasPrefix(name, strings.Join(words, " ")),
			"",
		}
		for _, t := range e.Terms {
			h.last = max(h.last, max(t.Start, t.Seen))
		}
		hits = append(hits, h)
	}
	slices.SortStableFunc(hits, func(a, b hit) int {
		if a.begins != b.begins {
			return map[bool]int{true: -1, false: 1}[a.begins]
		}
		return strings.Compare(b.last, a.last)
	})
	var out []string
	for _, h := range hits[:min(len(hits), mostNames)] {
		out = append(out, h.name)
	}
	return out
}

// hasWord reports whether one of a name's words begins with w.
func hasWord(name, w string) bool { return strings.Contains(" "+name, " "+w) }
