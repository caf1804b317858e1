package actors

import (
	"fmt"
	"slices"
	"strings"

	"demarche/data"
)

// list splits a column of several values.
func list(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "|")
}

// entryReader reads the tables whose rows are actors, and enters each actor with its names.
type entryReader struct {
	entries *register
	names   *names
}

// name enters the names of what a candidate means.
func (r entryReader) name(c Candidate, names ...string) {
	for _, name := range names {
		r.names.enter(name, c)
	}
}

// metonyms reads the seats of power, whose states and bodies must be known.
func (r entryReader) metonyms(offices *officeTable) error {
	const file = "gazetteer/metonyms.tsv"
	rows, err := data.Table(file, "name", "state", "stands_for", "aliases", "origin")
	if err != nil {
		return err
	}
	for _, row := range rows {
		f := row.Fields
		e, ok := r.entries.byID[f[1]]
		if !ok {
			return fmt.Errorf("%s:%d: unknown state %q", file, row.Line, f[1])
		}
		if _, ok := offices.byClass[f[2]]; !ok {
			return fmt.Errorf("%s:%d: unknown body %q", file, row.Line, f[2])
		}
		e.Seats = append(e.Seats, f[0])
		r.name(Candidate{Kind: ByMetonym, Entry: e, Office: f[2], Seat: f[0]}, append([]string{f[0]}, list(f[3])...)...)
	}
	return nil
}

// organisations reads the organisations of states, and private ones.
func (r entryReader) organisations() error {
	const file = "gazetteer/organisations.tsv"
	rows, err := data.Table(file, "code", "name", "article", "kind", "aliases", "origin")
	if err != nil {
		return err
	}
	for _, row := range rows {
		f := row.Fields
		e := &Entry{
			Actor:   Actor{f[0], f[1], Organisation, f[0]},
			article: f[2],
			Detail:  f[3],
			Aliases: list(f[4]),
			Origin:  f[5],
		}
		if strings.HasPrefix(f[3], "private") {
			e.State = ""
		}
		if err := r.entries.enter(file, row.Line, e); err != nil {
			return err
		}
		r.name(Candidate{Kind: ByName, Entry: e}, append([]string{e.Name, e.ID}, e.Aliases...)...)
	}
	return nil
}

// media reads the media, of which those of a state or a ruling party speak for it.
func (r entryReader) media() error {
	const file = "gazetteer/media.tsv"
	rows, err := data.Table(file, "name", "country", "control", "aliases", "domains", "origin")
	if err != nil {
		return err
	}
	for _, row := range rows {
		f := row.Fields
		e := &Entry{
			Actor: Actor{ID: "medium/" + slug(f[0]), Name: f[0], Kind: Medium}, Detail: f[2], Aliases: list(f[3]),
			Domains: list(f[4]), Origin: f[5],
		}
		if f[2] == "state" || f[2] == "party" {
			e.State = f[1]
		}
		if err := r.entries.enter(file, row.Line, e); err != nil {
			return err
		}
		r.name(Candidate{Kind: ByName, Entry: e}, append([]string{e.Name}, e.Aliases...)...)
	}
	return nil
}

func slug(name string) string { return strings.ReplaceAll(Fold(name), " ", "-") }

// persons reads the persons; their names are entered when their terms are known.
func (r entryReader) persons() error {
	const file = "gazetteer/persons.tsv"
	rows, err := data.Table(file, "id", "name", "state", "gender", "order", "surname", "aliases", "origin")
	if err != nil {
		return err
	}
	slab := make([]Entry, len(rows)) // one allocation for all
	r.entries.list = slices.Grow(r.entries.list, len(rows))
	for i, row := range rows {
		f := row.Fields
		slab[i] = Entry{
			Actor: Actor{
				f[0],
				f[1],
				Person,
				f[2],
			}, Gender: f[3], order: f[4], surnames: f[5], Aliases: list(f[6]), Origin: f[7],
		}
		slab[i].Surname, _, _ = strings.Cut(f[5], "|")
		if err := r.entries.enter(file, row.Line, &slab[i]); err != nil {
			return err
		}
	}
	return nil
}
