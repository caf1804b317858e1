package main

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"

	"demarche/render/desk"
	"demarche/timeline/actors"
	"demarche/timeline/edits"
	"demarche/timeline/record"
	"demarche/timeline/sqlite"
)

// actorPage draws persons and bodies, and takes what people decide of them.
type actorPage struct {
	frame  deskFrame
	store  *sqlite.Store
	actors *actors.Gazetteer
	log    deskLog
	forms  deskForms
}

// draw draws a person or body with what it said.
func (p actorPage) draw(w http.ResponseWriter, r *http.Request) {
	v, err := p.view(r, r.URL.Query().Get("id"))
	if err != nil {
		p.frame.failed(w, err)
		return
	}
	draw(w, http.StatusOK, v)
}

// view makes the view of an actor.
func (p actorPage) view(r *http.Request, id string) (*desk.Actor, error) {
	ctx := r.Context()
	a, err := p.found(ctx, id)
	if err != nil {
		return nil, err
	}
	all, err := p.store.Edits().OfKind(ctx, edits.ActorKind)
	if err != nil {
		return nil, err
	}
	log := edits.NewLog(all)
	own := slices.DeleteFunc(slices.Clone(all), func(e record.Edit) bool { return e.Target != a.ID })
	now, _ := log.Actor(a)
	n := after(r.URL.Query())
	list, err := p.store.Reports().With(ctx, a.ID, rowsOnPage, n)
	if err != nil {
		return nil, err
	}
	v := &desk.Actor{
		Page: p.frame.page(r, now.Name, "actors"), Edited: p.log.edited(p.frame.links.actor(a.ID), own),
		ID: a.ID, Kind: string(now.Kind), State: now.State, Rows: deskRows(list),
		Pager: p.frame.links.pager("actor", queryOf(map[string]string{"id": a.ID}), n, len(list)),
	}
	office := ""
	for _, e := range own {
		if e.Field == edits.OfficeField {
			office = ""
			if e.After != nil {
				office = edits.Shown(e.After)
			}
		}
	}
	v.Fields = []desk.Field{
		{Name: edits.NameField, Label: "Name", Value: now.Name},
		{Name: edits.StateField, Label: "State for which it speaks", Value: now.State},
		{Name: edits.OfficeField, Label: "Office, perhaps with its days: Envoy (2023-02/2024)", Value: office},
		{Name: edits.SameField, Label: "Is the same as (a name, or an id)", Offers: "names"},
	}
	if now.ID != a.ID {
		v.Title, v.Taken = a.Name, desk.Choice{Value: p.frame.links.actor(now.ID), Name: now.Name}
		v.Fields = v.Fields[3:]
		v.Fields[0].Value = now.ID
	}
	return v, p.known(ctx, v, a)
}

// found is the actor with an id, of the database or of the gazetteer.
func (p actorPage) found(ctx context.Context, id string) (actors.Actor, error) {
	list, err := p.store.People().Actors(ctx, id)
	if e, ok := p.actors.Lookup(id); ok && errors.Is(err, sqlite.ErrNoActor) {
		return e.Actor, nil
	}
	if err != nil {
		return actors.Actor{}, err
	}
	return list[0], nil
}

// known fills in under which names an actor is known, which offices it held, and who is called alike.
func (p actorPage) known(ctx context.Context, v *desk.Actor, a actors.Actor) error {
	add := func(name string) {
		if name != v.Title && !slices.Contains(v.Names, name) {
			v.Names = append(v.Names, name)
		}
	}
	names, err := p.store.People().Names(ctx, a.ID)
	if err != nil {
		return err
	}
	for _, n := range names {
		add(n.Name)
	}
	if e, ok := p.actors.Lookup(a.ID); ok {
		for _, n := range e.Aliases {
			add(n)
		}
		for _, t := range shownTerms(e.Terms) {
			v.Terms = append(v.Terms, termDates(t)+" "+t.Title)
		}
	}
	words := strings.Fields(a.Name)
	if v.Taken.Value != "" || len(words) == 0 {
		return nil
	}
	alike, err := p.store.People().Voices(ctx, words[len(words)-1], mostNames, 0)
	for _, o := range alike {
		if o.ID != a.ID && o.Kind == a.Kind {
			v.Alike = append(
				v.Alike,
				desk.Choice{Value: o.ID, Name: "Same as " + o.Name + stateAfter(o.State) + " " + o.ID},
			)
		}
	}
	return err
}

// stateAfter is a state as it stands after a name.
func stateAfter(code string) string {
	if code == "" {
		return ""
	}
	return " (" + code + ")"
}

// edit takes a form of an actor.
func (p actorPage) edit(w http.ResponseWriter, r *http.Request) {
	if !p.forms.read(w, r) {
		return
	}
	id, field, value := r.URL.Query().Get("id"), r.PostForm.Get("field"), strings.TrimSpace(r.PostForm.Get("value"))
	a, err := p.found(r.Context(), id)
	if err != nil {
		p.frame.failed(w, err)
		return
	}
	e, wrong := p.value(r.Context(), a, field, value)
	again := func(status int, wrong string, conflict []desk.Entry) {
		v, err := p.view(r, a.ID)
		if err != nil {
			p.frame.failed(w, err)
			return
		}
		v.Wrong, v.Conflict = wrong, conflict
		keepTyped(v.Fields, r)
		draw(w, status, v)
	}
	p.forms.keep(w, r, e, wrong, p.frame.links.actor(a.ID)+"&done=changed", again)
}

// value reads a value for a field of an actor.
func (p actorPage) value(ctx context.Context, a actors.Actor, field, value string) (record.Edit, error) {
	all, err := p.store.Edits().OfKind(ctx, edits.ActorKind)
	if err != nil {
		return record.Edit{}, err
	}
	log := edits.NewLog(all)
	if field != edits.SameField {
		now, _ := log.Actor(a)
		return edits.ReadActor(p.actors, now, field, value)
	}
	var other actors.Actor
	if value != "" {
		name, state := value, ""
		if head, tail, ok := strings.Cut(value, " ("); ok { // as it is offered: "Ada Lind (NOR)"
			name, state = head, strings.TrimSuffix(tail, ")")
		}
		if other, err = actorCalled(ctx, p.store, p.actors, name, state); err != nil {
			return record.Edit{}, err
		}
	}
	return log.SameActor(a, other)
}

// list draws the actors of the database, those who speak most first.
func (p actorPage) list(w http.ResponseWriter, r *http.Request) {
	words, n := r.URL.Query().Get("q"), after(r.URL.Query())
	list, err := p.store.People().Voices(r.Context(), words, rowsOnPage, n)
	if err != nil {
		p.frame.failed(w, err)
		return
	}
	v := &desk.Actors{
		Page: p.frame.page(r, "Actors", "actors"), Words: words,
		Pager: p.frame.links.pager("actors", queryOf(map[string]string{"q": words}), n, len(list)),
	}
	for _, a := range list {
		v.Rows = append(v.Rows, desk.Voice{
			Link: p.frame.links.actor(a.ID), Name: a.Name, Kind: string(a.Kind), State: a.State,
			Speaks: a.Speaks, Hears: a.Hears,
		})
	}
	draw(w, http.StatusOK, v)
}
