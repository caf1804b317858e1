package actors

import (
	"cmp"
	"slices"
	"strings"
)

// StateName returns the short English name of a state or organisation, or the code itself when it is unknown.
func (g *Gazetteer) StateName(code string) string {
	if s, ok := g.states[code]; ok {
		return s.name
	}
	if e, ok := g.byID[code]; ok && e.Kind == Organisation {
		return e.Name
	}
	return code
}

// Adjective returns the adjective of a state, such as "Russian"; "" when there is none.
func (g *Gazetteer) Adjective(code string) string {
	if s, ok := g.states[code]; ok {
		a, _, _ := strings.Cut(s.adjective, "|")
		return a
	}
	return ""
}

// StateCode returns the code of the state (or organisation) that a query names in any way: ISO 3166-1 alpha-2 or
// alpha-3 code, name, official name, demonym, capital or metonym, in any case.
func (g *Gazetteer) StateCode(query string) (string, bool) {
	q := strings.TrimSpace(query)
	if up := strings.ToUpper(q); len(q) == 2 || len(q) == 3 {
		if _, ok := g.states[up]; ok {
			return up, true
		}
		for _, s := range g.states {
			if s.iso2 == up && up != "" {
				return s.code, true
			}
		}
	}
	for _, e := range g.named(strings.TrimPrefix(strings.TrimPrefix(q, "the "), "The "), never) {
		if e.Kind == State || e.Kind == Organisation {
			return e.ID, true
		}
	}
	return "", false
}

// Suggest returns up to five names of states, organisations, media or persons that are spelt most like the query.
func (g *Gazetteer) Suggest(query string) []string {
	q := Fold(query)
	type near struct {
		name string
		dist int
	}
	var all []near
	limit := max(1, len(q)/3)
	try := func(name, show string) {
		f := Fold(name)
		d := distance(q, f, limit+1)
		if d > limit && len(q) > 3 && strings.HasPrefix(f, q) {
			d = limit
		}
		if d <= limit {
			all = append(all, near{show, d})
		}
	}
	for _, e := range g.entries {
		name := e.Name
		if s, ok := g.states[e.ID]; ok {
			name = s.name
			try(s.adjective, name)
		}
		try(name, name)
		if e.Surname != "" {
			try(e.Surname, name)
		}
		for _, a := range e.Aliases {
			try(a, name)
		}
		for _, seat := range e.Seats {
			try(seat, seat)
		}
	}
	slices.SortStableFunc(all, func(a, b near) int { return cmp.Compare(a.dist, b.dist) })
	var out []string
	for _, n := range all {
		if !slices.Contains(out, n.name) {
			out = append(out, n.name)
		}
		if len(out) == 5 {
			break
		}
	}
	return out
}

// distance is the number of letters to change, insert or drop between a and b, or more than most when it is larger.
func distance(a, b string, most int) int {
	if len(a)-len(b) > most || len(b)-len(a) > most {
		return most + 1
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		diag := row[0]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			d := diag
			if a[i-1] != b[j-1] {
				d = 1 + min(diag, row[j], row[j-1])
			}
			diag, row[j] = row[j], d
		}
	}
	return row[len(b)]
}
