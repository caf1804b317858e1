package sqlite

import (
	"context"
	"strings"

	"demarche/timeline/actors"
)

// Voice is an actor with the number of reports in which it speaks and is spoken to.
type Voice struct {
	actors.Actor
	Speaks, Hears int
}

const (
	// named lists the actors of the reports that are shown by how often they speak, each under the name that it has in
	// most; ?1 is the words of a name in small letters, a list in JSON, each of which begins a word of it.
	named = `SELECT a.ident, a.name, a.kind, a.state, count(*) FILTER (WHERE p.role = 'speaker') AS speaks,
		count(*) FILTER (WHERE p.role = 'addressee') AS hears FROM actors a JOIN report_parties p ON p.actor = a.id
		WHERE NOT EXISTS (SELECT 1 FROM json_each(?1) w WHERE instr(' ' || lower(a.name), ' ' || w.value) = 0)
		GROUP BY a.ident ORDER BY speaks DESC, hears DESC, a.ident LIMIT ?2 OFFSET ?3`
	// placed lists the places of reports by how often they are named.
	placed = `SELECT place FROM reports WHERE place <> '' AND instr(' ' || lower(place), ' ' || lower(?1)) > 0
		GROUP BY place ORDER BY count(*) DESC, place LIMIT ?2`
)

// Voices returns the actors of the reports that are shown, those who speak most first; words leave those in whose names
// each of them begins a word. After of the first are left out.
func (r PeopleReader) Voices(ctx context.Context, words string, limit, after int) ([]Voice, error) {
	rows, err := r.s.db.QueryContext(ctx, named, listJSON(strings.Fields(strings.ToLower(words))), limit, after)
	if err != nil {
		return nil, err
	}
	return collect(rows, func(v *Voice) []any { return []any{&v.ID, &v.Name, &v.Kind, &v.State, &v.Speaks, &v.Hears} })
}

// Places returns places of reports in which a word begins as typed, those of most reports first.
func (r PeopleReader) Places(ctx context.Context, typed string, limit int) ([]string, error) {
	rows, err := r.s.db.QueryContext(ctx, placed, typed, limit)
	if err != nil {
		return nil, err
	}
	return collect(rows, func(p *string) []any { return []any{p} })
}
