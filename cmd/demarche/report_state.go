package main

import (
	"errors"
	"fmt"
	"maps"

	"github.com/spf13/cobra"

	"demarche/render"
	"demarche/timeline"
	"demarche/timeline/actors"
)

// stateReport reads the relations of one state with all its partners and makes one report of them. The string says what
// there is where that is nothing; so does that of actorReport.
func stateReport(cmd *cobra.Command, name string, o *reportOptions) (*render.Report, string, error) {
	g, err := gazetteer(o.actors)
	if err != nil {
		return nil, "", err
	}
	code, err := stateCode(cmd, g, name)
	if err != nil {
		return nil, "", err
	}
	if o.plain() {
		if r, err := o.assembled(cmd, g, code); r != nil || err != nil {
			return r, "", err
		}
	}
	rels, names, err := o.partners(cmd, g, code)
	if err != nil {
		return nil, "", err
	}
	note, err := o.instead(cmd, g, code, rels)
	return render.NewState(code, rels, o.render(names, query(cmd, code), rels)), note, err
}

// actorReport reads what one actor said and was told, from the relations of the actor's state.
func actorReport(cmd *cobra.Command, name string, o *reportOptions) (*render.Report, string, error) {
	g, err := gazetteer(o.actors)
	if err != nil {
		return nil, "", err
	}
	found := g.NamedEntries(name, "")
	if len(found) == 0 {
		return nil, "", usage(cmd, "unknown actor %q; see: demarche actors %q", name, name)
	}
	who := found[0]
	state := who.State
	for _, t := range who.Terms { // a person speaks for the state of the offices held
		if state == "" {
			state = t.State
		}
	}
	if state == "" {
		return nil, "", usage(cmd, "%s speaks for no state that is known; name it in a file for --actors", who.Name)
	}
	rels, names, err := o.partners(cmd, g, state)
	if err != nil {
		return nil, "", err
	}
	note, err := o.instead(cmd, g, state, rels)
	return render.NewActor(who.ID, who.Name, rels, o.render(names, query(cmd), rels)), note, err
}

// instead says what there is of a state where the flags left nothing.
func (o *reportOptions) instead(
	cmd *cobra.Command,
	g *actors.Gazetteer,
	code string,
	found []timeline.Relation,
) (string, error) {
	if len(found) > 0 {
		return "", nil
	}
	whole := reportOptions{filter: filter{db: o.db, actors: o.actors}}
	rels, _, err := whole.partners(cmd, g, code)
	var all []timeline.Event
	for _, rel := range rels {
		all = append(all, rel.Events...)
	}
	return o.leftOut(all, "of "+g.StateName(code)), err
}

// partners reads the relations of a state with every partner that shares an event with it, each with the state as A,
// and the names of all states in them.
func (o *reportOptions) partners(
	cmd *cobra.Command,
	g *actors.Gazetteer,
	code string,
) ([]timeline.Relation, map[string]string, error) {
	q, err := o.conditions(cmd, code, "")
	if err != nil {
		return nil, nil, err
	}
	s, err := openToRead(o.db)
	if err != nil {
		return nil, nil, err
	}
	rels, err := s.Relations().All(cmd.Context(), q, isState(g))
	if err := errors.Join(err, s.Close()); err != nil {
		return nil, nil, fmt.Errorf("%s: %w", code, err)
	}
	names, houses := map[string]string{code: g.StateName(code)}, timeline.NewHouses(g)
	for i := range rels {
		maps.Copy(names, stateNames(g, &rels[i]))
		houses.Note(rels[i].Sources)
	}
	return rels, names, nil
}

// isState tells states from organisations: the page has a row a pair of states.
func isState(g *actors.Gazetteer) func(code string) bool {
	return func(code string) bool {
		known, ok := g.StateCode(code)
		return ok && known == code
	}
}

// render makes the options of a report over several relations.
func (o *reportOptions) render(names map[string]string, query string, rels []timeline.Relation) render.Options {
	cited := timeline.Relation{Sources: map[string]timeline.Source{}}
	for _, rel := range rels {
		maps.Copy(cited.Sources, rel.Sources)
	}
	return render.Options{
		Title: o.title, Names: names, Generated: o.made, Version: render.Build(), Model: modelName(), Query: query,
		Hash: inputHash(cited), Citation: o.cited.Line(render.Build()), DOI: o.cited.DOI,
	}
}
