package sqlite

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"demarche/timeline/actors"
	"demarche/timeline/edits"
)

// ErrNoActor is returned where nobody in the file has the id or the name that was asked for.
const ErrNoActor Refusal = "no such actor"

// affected reads the articles that an edit of an actor may change: those that name it now, those in which the program
// found it, and those of reports that a person gave to it.
const affected = `SELECT t.article FROM reports r JOIN tellings t ON t.id = r.telling WHERE r.id IN
	(SELECT p.report FROM report_parties p JOIN actors a ON a.id = p.actor WHERE a.ident = ?1)
	OR r.medium IN (SELECT id FROM actors WHERE ident = ?1)
	UNION SELECT article FROM originals WHERE instr(said, ?2) > 0
	UNION SELECT o.article FROM originals o JOIN edits e ON e.target = o.report WHERE e.kind = 'report'
	AND instr(e.after, ?2) > 0 ORDER BY 1`

// title is a title that a person gave an event, with the edit's signature.
type title struct {
	edit               int64
	report, words, who string
}

// selectTitles reads the edits of titles with the report to which the event's id leads, in their order.
const selectTitles = `SELECT e.id, coalesce((SELECT x.report FROM aliases x WHERE x.ident = e.target AND NOT EXISTS
	(SELECT 1 FROM reports r WHERE r.ident = 'r' || substr(e.target, 2))), 'r' || substr(e.target, 2)) AS report,
	coalesce(e.after, '') AS words, e.who FROM edits e WHERE e.kind = 'event' AND e.field = 'title' ORDER BY e.id`

// titles gives the events the titles that people gave them: of each event the last one.
func (l *eventLoader) titles() error {
	rows, err := l.q.QueryContext(l.ctx, selectTitles)
	if err != nil {
		return err
	}
	of := map[string]*storedEvent{} // by report
	for _, e := range l.list {
		for i := range e.Statements {
			for j := range e.Statements[i].Reports {
				of[e.Statements[i].Reports[j].ID] = e
			}
		}
	}
	list, err := collect(rows, func(t *title) []any { return []any{&t.edit, &t.report, &t.words, &t.who} })
	if err != nil {
		return err
	}
	last := map[string]int{}
	for i, t := range list {
		last[t.report] = i
	}
	for i, t := range list {
		e := of[t.report]
		if e == nil || last[t.report] != i || t.words == "" {
			continue // it waits or is of another event, or was taken back
		}
		e.TitledBy = edits.By(t.who)
		if err := json.Unmarshal([]byte(t.words), &e.Title); err != nil {
			return fmt.Errorf("title of the event of report %s: %w", t.report, err)
		}
	}
	return nil
}

// Actors returns the actors of the file who have an id or, where nobody has it, a name: speakers, addressees and media
// of reports that are shown, and those that people took for others; as they are called now, by id.
func (r PeopleReader) Actors(ctx context.Context, name string) ([]actors.Actor, error) {
	for _, column := range []string{"ident", "name"} {
		list, err := r.actorsBy(ctx, column, name)
		if err != nil || len(list) > 0 {
			return list, err
		}
	}
	return nil, ErrNoActor
}

func (r PeopleReader) actorsBy(ctx context.Context, column, value string) ([]actors.Actor, error) {
	rows, err := r.s.db.QueryContext(ctx, `SELECT a.ident, a.name, a.kind, a.state FROM actors a WHERE a.`+column+` = ?
		ORDER BY a.ident, EXISTS (SELECT 1 FROM report_parties p WHERE p.actor = a.id) DESC, a.id DESC`, value)
	if err != nil {
		return nil, err
	}
	list, err := collect(rows, func(a *actors.Actor) []any { return []any{&a.ID, &a.Name, &a.Kind, &a.State} })
	return slices.CompactFunc(list, func(a, b actors.Actor) bool { return a.ID == b.ID }), err
}

// Names returns the names, with the states, under which an actor stands in the reports, those of most reports first.
func (r PeopleReader) Names(ctx context.Context, actor string) ([]actors.Actor, error) {
	rows, err := r.s.db.QueryContext(ctx, `SELECT a.ident, a.name, a.kind, a.state FROM actors a
		JOIN report_parties p ON p.actor = a.id WHERE a.ident = ? GROUP BY a.id ORDER BY count(*) DESC, a.id`, actor)
	if err != nil {
		return nil, err
	}
	return collect(rows, func(a *actors.Actor) []any { return []any{&a.ID, &a.Name, &a.Kind, &a.State} })
}
