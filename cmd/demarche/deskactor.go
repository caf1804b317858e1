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

// actor draws a person or body with what it said.
func (d *deskPages) actor(w http.ResponseWriter, r *http.Request) {
	v, err := d.actorView(r, r.URL.Query().Get("id"))
	if err != nil {
		d.failed(w, err)
		return
	}
	draw(w, http.StatusOK, v)
}

// actorView makes the view of an actor.
func (d *deskPages) actorView(r *http.Request, id string) (*desk.Actor, error) {
	ctx := r.Context()
	a, err := d.found(ctx, id)
	if err != nil {
		return nil, err
	}
	all, err := d.store.Edits().OfKind(ctx, edits.ActorKind)
	if err != nil {
		return nil, err
	}
	log := edits.NewLog(all)
	own := slices.DeleteFunc(slices.Clone(all), func(e record.Edit) bool { return e.Target != a.ID })
	now, _ := log.Actor(a)
	n := after(r.URL.Query())
	list, err := d.store.Reports().With(ctx, a.ID, rowsOnPage, n)
	if err != nil {
		return nil, err
	}
	v := &desk.Actor{
		Page: d.page(r, now.Name, "actors"), Edited: d.edited(d.actorLink(a.ID), own), ID: a.ID, Kind: string(now.Kind),
		State: now.State, Rows: deskRows(list), Pager: d.pager("actor", queryOf(map[string]string{"id": a.ID}), n, len(list)),
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
		v.Title, v.Taken = a.Name, desk.Choice{Value: d.actorLink(now.ID), Name: now.Name}
		v.Fields = v.Fields[3:]
		v.Fields[0].Value = now.ID
	}
	return v, d.known(ctx, v, a)
}

// found is the actor with an id, of the database or of the gazetteer.
func (d *deskPages) found(ctx context.Context, id string) (actors.Actor, error) {
	list, err := d.store.People().Actors(ctx, id)
	if e, ok := d.pipeline.actors.Lookup(id); ok && errors.Is(err, sqlite.ErrNoActor) {
		return e.Actor, nil
	}
	if err != nil {
		return actors.Actor{}, err
	}
	return list[0], nil
}

// known fills in under which names an actor is known, which offices it held, and who is called alike.
func (d *deskPages) known(ctx context.Context, v *desk.Actor, a actors.Actor) error {
	add := func(name string) {
		if name != v.Title && !slices.Contains(v.Names, name) {
			v.Names = append(v.Names, name)
		}
	}
	names, err := d.store.People().Names(ctx, a.ID)
	if err != nil {
		return err
	}
	for _, n := range names {
		add(n.Name)
	}
	if e, ok := d.pipeline.actors.Lookup(a.ID); ok {
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
	alike, err := d.store.People().Voices(ctx, words[len(words)-1], mostNames, 0)
	for _, o := range alike {
		if o.ID != a.ID && o.Kind == a.Kind {
			v.Alike = append(
				v.Alike,
				desk.Choice{Value: o.ID, Name: "Same as " + o.Name + stateBehind(o.State) + " " + o.ID},
			)
		}
	}
	return err
}

func stateBehind(code string) string {
	if code == "" {
		return ""
	}
	return " (" + code + ")"
}

// editActor takes a form of an actor.
func (d *deskPages) editActor(w http.ResponseWriter, r *http.Request) {
	if !d.readForm(w, r) {
		return
	}
	id, field, value := r.URL.Query().Get("id"), r.PostForm.Get("field"), strings.TrimSpace(r.PostForm.Get("value"))
	a, err := d.found(r.Context(), id)
	if err != nil {
		d.failed(w, err)
		return
	}
	e, wrong := d.readActor(r.Context(), a, field, value)
	d.keep(w, r, e, wrong, d.actorLink(a.ID)+"&done=changed", func(status int, wrong string, conflict []desk.Entry) {
		v, err := d.actorView(r, a.ID)
		if err != nil {
			d.failed(w, err)
			return
		}
		v.Wrong, v.Conflict = wrong, conflict
		keepTyped(v.Fields, r)
		draw(w, status, v)
	})
}

// readActor reads a value for a field of an actor.
func (d *deskPages) readActor(ctx context.Context, a actors.Actor, field, value string) (record.Edit, error) {
	all, err := d.store.Edits().OfKind(ctx, edits.ActorKind)
	if err != nil {
		return record.Edit{}, err
	}
	log := edits.NewLog(all)
	if field != edits.SameField {
		now, _ := log.Actor(a)
		return edits.ReadActor(d.pipeline.actors, now, field, value)
	}
	var other actors.Actor
	if value != "" {
		name, state := value, ""
		if head, tail, ok := strings.Cut(value, " ("); ok { // as it is offered: "Ada Lind (NOR)"
			name, state = head, strings.TrimSuffix(tail, ")")
		}
		if other, err = actorCalled(ctx, d.store, d.pipeline.actors, name, state); err != nil {
			return record.Edit{}, err
		}
	}
	return log.SameActor(a, other)
}

// actorList draws the actors of the database, those who speak most first.
func (d *deskPages) actorList(w http.ResponseWriter, r *http.Request) {
	words, n := r.URL.Query().Get("q"), after(r.URL.Query())
	list, err := d.store.People().Voices(r.Context(), words, rowsOnPage, n)
	if err != nil {
		d.failed(w, err)
		return
	}
	v := &desk.Actors{
		Page: d.page(r, "Actors", "actors"), Words: words,
		Pager: d.pager("actors", queryOf(map[string]string{"q": words}), n, len(list)),
	}
	for _, a := range list {
		v.Rows = append(v.Rows, desk.Voice{
			Link: d.actorLink(
				a.ID,
			), Name: a.Name, Kind: string(a.Kind), State: a.State, Speaks: a.Speaks, Hears: a.Hears,
		})
	}
	draw(w, http.StatusOK, v)
}
