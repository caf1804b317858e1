package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"demarche/timeline/actors"
	"demarche/timeline/edits"
	"demarche/timeline/record"
	"demarche/timeline/sqlite"
)

// editReader makes the edit that gives a field the value that a person typed.
type editReader func(field, value string) (record.Edit, error)

// editable finds what an id stands for: a report, an event, or an actor, which may be given by its name as well.
func (f *editFlags) editable(
	ctx context.Context, s *sqlite.Store, g *actors.Gazetteer, id string,
) (editReader, error) {
	if !isLastingID(id) {
		return f.editableActor(ctx, s, g, id)
	}
	if id[0] == 'e' {
		told, err := s.Events().Told(ctx, id)
		if errors.Is(err, sqlite.ErrNoEvent) {
			return nil, f.nothing("event", id)
		}
		return func(field, value string) (record.Edit, error) {
			return edits.ReadEvent(told.Event.ID, told.Event.Title, field, value)
		}, err
	}
	rep, _, err := s.Reports().Get(ctx, record.ReportOf(id))
	if errors.Is(err, sqlite.ErrNoReport) {
		return nil, f.nothing("report", id)
	}
	return func(field, value string) (record.Edit, error) { return readEdit(g, &rep, field, value) }, err
}

// nothing says that nothing has an id.
func (f *editFlags) nothing(kind, id string) error {
	return fmt.Errorf(
		"%s: no %s has the id %s; ids are in the JSON of: demarche events A B --json",
		f.db,
		kind,
		clean(id),
	)
}

// readEdit reads a value for a field of a report.
func readEdit(g *actors.Gazetteer, rep *record.Report, field, value string) (record.Edit, error) {
	switch {
	case field != edits.StatusField:
		return edits.Read(g, rep, field, value)
	case value == "open":
		return edits.Verdict(rep, record.Machine), nil
	case value == "":
		return record.Edit{}, errVerdict
	}
	e, _, err := verdictOf(rep, value)
	return e, err
}

// editableActor finds an actor by id or name.
func (f *editFlags) editableActor(
	ctx context.Context, s *sqlite.Store, g *actors.Gazetteer, name string,
) (editReader, error) {
	a, err := actorCalled(ctx, s, nil, name, "")
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f.db, err)
	}
	list, err := s.Edits().All(ctx)
	if err != nil {
		return nil, err
	}
	log := edits.NewLog(list)
	return func(field, value string) (record.Edit, error) {
		if field != edits.SameField {
			now, _ := log.Actor(a)
			if now.ID != a.ID {
				return record.Edit{}, fmt.Errorf("%s is taken for %s: edit that one", a.ID, now.ID)
			}
			return edits.ReadActor(g, now, field, value)
		}
		var other actors.Actor
		if value = strings.TrimSpace(value); value != "" {
			if other, err = actorCalled(ctx, s, g, value, ""); err != nil {
				return record.Edit{}, err
			}
		}
		return log.SameActor(a, other)
	}, nil
}

// actorCalled finds the actor with an id or a name: in the database, else in the gazetteer, where one is given. The
// error says that nobody is called so, or lists those who are. Of several the state tells which, "" for any.
func actorCalled(
	ctx context.Context, s *sqlite.Store, g *actors.Gazetteer, name, state string,
) (actors.Actor, error) {
	list, err := s.People().Actors(ctx, name)
	if errors.Is(err, sqlite.ErrNoActor) && g != nil {
		err = nil
		if e, ok := g.Lookup(name); ok {
			list = []actors.Actor{e.Actor}
		} else {
			list = g.Named(name, "")
		}
	}
	if state != "" && len(list) > 1 {
		list = slices.DeleteFunc(slices.Clone(list), func(a actors.Actor) bool { return a.State != state })
	}
	switch {
	case err != nil && !errors.Is(err, sqlite.ErrNoActor):
		return actors.Actor{}, err
	case len(list) == 0:
		return actors.Actor{}, fmt.Errorf(
			"nobody has the id or the name %q; see the JSON of: demarche events A B --json", name)
	case len(list) == 1:
		return list[0], nil
	}
	var ids []string
	for _, a := range list {
		ids = append(ids, fmt.Sprintf("%s (%s)", a.ID, a.State))
	}
	return actors.Actor{}, fmt.Errorf("%q may be %s: give the id", name, strings.Join(ids, " or "))
}
