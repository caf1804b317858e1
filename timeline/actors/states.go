package actors

import (
	"strings"

	"demarche/data"
)

// states are the rows of states.tsv by code, ISO 3166-1 alpha-3: what is known of a state beside its entry.
type states map[string]stateRow

// stateRow is what a row of states.tsv has that no other actor has.
type stateRow struct {
	iso2      string // ISO 3166-1 alpha-2; "" for none
	adjective string // several between "|", the usual first
	leads     string // class of the office that leads the state; "" for the president
}

// read reads the table, and enters each state with its names.
func (s states) read(to entryReader) error {
	const file = "gazetteer/states.tsv"
	rows, err := data.Table(file, "code", "iso2", "name", "article", "official", "adjective", "people", "capital",
		"aliases", "leads", "origin")
	if err != nil {
		return err
	}
	for _, r := range rows {
		f := r.Fields
		e := &Entry{
			article: f[3], short: f[2], Aliases: append(list(f[4]), list(f[8])...), Seats: list(f[7]), Origin: f[10],
		}
		e.Actor = Actor{f[0], "Government of " + e.inSentence(), State, f[0]}
		if err := to.entries.enter(file, r.Line, e); err != nil {
			return err
		}
		s[e.ID] = stateRow{iso2: f[1], adjective: f[5], leads: f[9]}
		to.name(Candidate{Kind: ByName, Entry: e}, append([]string{e.short}, e.Aliases...)...)
		to.name(Candidate{Kind: ByDemonym, Entry: e}, append(list(f[5]), list(f[6])...)...)
		to.name(Candidate{Kind: ByCapital, Entry: e}, e.Seats...)
	}
	return nil
}

// code returns the alpha-3 code that a code of two or three letters, in any case, stands for.
func (s states) code(query string) (string, bool) {
	if len(query) != 2 && len(query) != 3 {
		return "", false
	}
	up := strings.ToUpper(query)
	if _, ok := s[up]; ok {
		return up, true
	}
	for code, row := range s {
		if row.iso2 == up {
			return code, true
		}
	}
	return "", false
}

// StateName returns the short English name of a state or organisation, or the code itself when it is unknown.
func (g *Gazetteer) StateName(code string) string {
	if e, ok := g.entries.byID[code]; ok && (e.Kind == State || e.Kind == Organisation) {
		return e.shortName()
	}
	return code
}

// Adjective returns the adjective of a state, such as "Russian"; "" when there is none.
func (g *Gazetteer) Adjective(code string) string {
	a, _, _ := strings.Cut(g.states[code].adjective, "|")
	return a
}

// StateCode returns the code of the state (or organisation) that a query names in any way: ISO 3166-1 alpha-2 or
// alpha-3 code, name, official name, demonym, capital or metonym, in any case.
func (g *Gazetteer) StateCode(query string) (string, bool) {
	q := strings.TrimSpace(query)
	if code, ok := g.states.code(q); ok {
		return code, true
	}
	for _, e := range g.names.named(strings.TrimPrefix(strings.TrimPrefix(q, "the "), "The "), never) {
		if e.Kind == State || e.Kind == Organisation {
			return e.ID, true
		}
	}
	return "", false
}
