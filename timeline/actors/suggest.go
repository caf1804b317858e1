package actors

import (
	"cmp"
	"slices"
	"strings"
)

// Suggest returns up to five names of states, organisations, media or persons that are spelt most like the query.
func (g *Gazetteer) Suggest(query string) []string {
	s := suggestions{query: Fold(query)}
	for _, e := range g.entries.list {
		name := e.shortName()
		if row, ok := g.states[e.ID]; ok {
			s.try(row.adjective, name)
		}
		s.try(name, name)
		if e.Surname != "" {
			s.try(e.Surname, name)
		}
		for _, a := range e.Aliases {
			s.try(a, name)
		}
		for _, seat := range e.Seats {
			s.try(seat, seat)
		}
	}
	return s.best(5)
}

// suggestions are the names that are spelt much like a query.
type suggestions struct {
	query string // folded
	near  []suggestion
}

// suggestion is a name to show, and how many letters apart what it was compared by is from the query.
type suggestion struct {
	name string
	dist int
}

// try compares the query with a name, and takes what to show for it where it is near.
func (s *suggestions) try(name, show string) {
	f, limit := Fold(name), max(1, len(s.query)/3)
	d := distance(s.query, f, limit+1)
	if d > limit && len(s.query) > 3 && strings.HasPrefix(f, s.query) {
		d = limit
	}
	if d <= limit {
		s.near = append(s.near, suggestion{show, d})
	}
}

// best returns the nearest names, at most that many, each once.
func (s *suggestions) best(most int) []string {
	slices.SortStableFunc(s.near, func(a, b suggestion) int { return cmp.Compare(a.dist, b.dist) })
	var out []string
	for _, n := range s.near {
		if !slices.Contains(out, n.name) {
			out = append(out, n.name)
		}
		if len(out) == most {
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
