package edits

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"demarche/timeline/actors"
	"demarche/timeline/dates"
	"demarche/timeline/record"
)

// The fields of an actor. SameField says that an actor is another one: wherever the program finds the first, it stands
// for the second.
const (
	NameField   = "name"
	OfficeField = "office"
	SameField   = "same-as"
)

// ActorNames are the names of an actor's fields, in order.
func ActorNames() []string {
	return []string{NameField, StateField, OfficeField, SameField, NoteField, TagField}
}

// ReadActor makes the edit that gives a field of an actor, as it is now, the value that a person typed. An office is a
// title, or several with the days on which they were held: "Foreign Minister of Norway (2021-10/2025-02); Ambassador
// (2018/2021)". Nothing after the name of a field stands for what the program says. See [SameActor] for who is whom.
func ReadActor(g *actors.Gazetteer, a actors.Actor, field, typed string) (record.Edit, error) {
	e := record.Edit{Kind: ActorKind, Target: a.ID, Field: field}
	typed = strings.TrimSpace(typed)
	if err := sound(typed); err != nil {
		return e, err
	}
	switch field {
	case NoteField, TagField:
		e.After = &typed
		return e, nil
	case NameField:
		e.Before = written(a.Name)
	case StateField:
		e.Before = written(a.State)
		code, known := g.StateCode(typed)
		if typed != "" && !known {
			return e, fmt.Errorf("%q is no state that is known", typed)
		}
		typed = code
	case OfficeField:
		if _, err := terms(typed); err != nil {
			return e, err
		}
	default:
		return e, fmt.Errorf("an actor has no field %q; the fields are %s", field, strings.Join(ActorNames(), ", "))
	}
	if typed != "" {
		e.After = written(typed)
	}
	return e, nil
}

// SameActor makes the edit by which an actor is another one, with the zero Actor the one by which it is itself again.
// The error says that it is that one already, or that the other was said to be this one.
func (l *Log) SameActor(a, other actors.Actor) (record.Edit, error) {
	e := record.Edit{Kind: ActorKind, Target: a.ID, Field: SameField}
	if was, ok := l.same[a.ID]; ok {
		e.Before = written([]party{was})
	}
	switch final, _ := l.Stands(other.ID); {
	case !other.Known():
		return e, nil
	case other.ID == a.ID:
		return e, errors.New("an actor is itself already")
	case final == a.ID:
		return e, fmt.Errorf("%s is said to be %s already; undo that first", other.ID, a.ID)
	}
	e.After = written([]party{{other.ID, other.Name, other.Kind, other.State, ""}})
	return e, nil
}

// unite works out who is taken for whom. What would lead back to where it came from is left out.
func (l *Log) unite() {
	var list []*record.Edit
	for _, fields := range l.actors {
		if e := fields[SameField]; e != nil && e.After != nil {
			list = append(list, e)
		}
	}
	slices.SortFunc(list, func(a, b *record.Edit) int { return int(a.ID - b.ID) })
	for _, e := range list {
		var to []party
		if json.Unmarshal([]byte(*e.After), &to) != nil || len(to) != 1 || to[0].ID == "" || to[0].Name == "" {
			continue
		}
		if end, _ := l.Stands(to[0].ID); end != e.Target {
			l.same[e.Target] = to[0]
		}
	}
}

// Stands returns the id of whom an actor is taken for, its own where for nobody else, and whether it is for somebody
// else.
func (l *Log) Stands(id string) (string, bool) {
	p, ok := l.same[id]
	for ok {
		id = p.ID
		if p, ok = l.same[id]; !ok {
			return id, true
		}
	}
	return id, false
}

// Actor is an actor as people say that it is, and whether they say anything of it.
func (l *Log) Actor(a actors.Actor) (actors.Actor, bool) {
	p := record.Party{Actor: a}
	changed := l.party(&p, dates.Date{}) == nil && p.Status == record.Corrected
	return p.Actor, changed
}

// LayActors changes the parties and the medium of a report to what the edits of actors say of them. The error names an
// edit whose value can't be read.
func (l *Log) LayActors(r *record.Report) error {
	if len(l.actors) == 0 {
		return nil
	}
	for _, list := range []*[]record.Party{&r.Speakers, &r.Addressees} {
		var out []record.Party
		for _, p := range *list {
			if err := l.party(&p, r.Said.Date); err != nil {
				return err
			}
			if !record.HasParty(out, &p) {
				out = append(out, p)
			}
		}
		*list = out
	}
	if r.Medium != nil {
		m := record.Party{Actor: *r.Medium}
		if err := l.party(&m, r.Said.Date); err != nil {
			return err
		}
		r.Medium = &m.Actor
	}
	return nil
}

// party lays the edits of an actor over a party on a day.
func (l *Log) party(p *record.Party, day dates.Date) error {
	for to, ok := l.same[p.ID]; ok; to, ok = l.same[p.ID] {
		p.Actor = actors.Actor{ID: to.ID, Name: to.Name, Kind: to.Kind, State: to.State}
		p.Status = record.Corrected
	}
	for _, set := range []struct {
		field string
		do    func(string) error
	}{
		{NameField, func(v string) error { p.Name = v; return nil }},
		{StateField, func(v string) error { p.State = v; return nil }},
		{OfficeField, func(v string) error { return setOffice(p, v, day) }},
	} {
		e := l.actors[p.ID][set.field]
		if e == nil || e.After == nil {
			continue
		}
		var v string
		err := json.Unmarshal([]byte(*e.After), &v)
		if err == nil && v == "" {
			err = errors.New("no value")
		}
		if err == nil {
			err = set.do(v)
		}
		if err != nil {
			return fmt.Errorf("edit %d: %s of %s: %w", e.ID, set.field, p.ID, err)
		}
		p.Status = record.Corrected
	}
	return nil
}

// term is an office with the days on which it was held.
type term struct {
	title string
	held  dates.Date // the zero Date for always
}

// terms reads offices as a person types them.
func terms(typed string) ([]term, error) {
	var out []term
	for part := range strings.SplitSeq(typed, ";") {
		part = strings.TrimSpace(part)
		if part == "" {
			continue
		}
		t := term{title: part}
		if i := strings.LastIndexByte(part, '('); i >= 0 && strings.HasSuffix(part, ")") {
			if held, err := dates.Parse(part[i+1 : len(part)-1]); err == nil {
				t = term{strings.TrimSpace(part[:i]), held}
			}
		}
		if t.title == "" {
			return nil, fmt.Errorf("%q is no office", part)
		}
		out = append(out, t)
	}
	return out, nil
}

// setOffice gives a party the first office that was held on all of a day; without one it keeps that which it has.
func setOffice(p *record.Party, typed string, day dates.Date) error {
	list, err := terms(typed)
	if err != nil {
		return err
	}
	for _, t := range list {
		if t.holds(day) {
			p.Office = t.title
			return nil
		}
	}
	return nil
}

func (t term) holds(day dates.Date) bool {
	if t.held == (dates.Date{}) {
		return true
	}
	known := day.Earliest != "" && day.Latest != ""
	return known && t.held.Earliest <= day.Earliest && (t.held.Latest == "" || day.Latest <= t.held.Latest)
}
