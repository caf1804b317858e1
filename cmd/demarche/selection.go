package main

import (
	"cmp"
	"errors"
	"io"
	"iter"
	"slices"

	"github.com/spf13/cobra"

	"demarche/render"
	"demarche/timeline"
	"demarche/timeline/sqlite"
)

// placed is an event with the two states in whose relation it is shown; b is "" where it has no second state.
type placed struct {
	*timeline.Event
	a, b string
}

// selection is what "events" lists of one state with all others, or of all states.
type selection struct {
	events   []placed
	articles map[string]bool // keys of the articles cited
	heading  string
	note     string // where nothing was found: what there is instead
}

// choose reads the events of one state, or of all where args names none.
func (f *filter) choose(cmd *cobra.Command, args []string) (*selection, error) {
	in, err := f.open(cmd, args)
	if err != nil {
		return nil, err
	}
	g, scope := in.actors, in.scope
	c := &selection{articles: map[string]bool{}, heading: "All states", note: "no events like that"}
	if scope.A != "" {
		c.heading = g.StateName(scope.A) + " and other states"
		c.note = "no events of " + g.StateName(scope.A) + " like that"
	}
	err = c.read(streamOf(in.snap, scope, in.cond), scope)
	return c, errors.Join(err, in.snap.Close(), in.store.Close())
}

// streamOf reads the events of a scope that pass the filter.
func streamOf(snap *sqlite.Snapshot, scope render.Scope, cond sqlite.Filter) iter.Seq2[sqlite.Told, error] {
	return snap.Stream(sqlite.Selection{Filter: cond, Holds: func(e *timeline.Event) bool {
		way, link, ok := scope.Holds(e)
		return ok && (cond.Direction == "" || way == cond.Direction) && (!cond.Addressed || link == timeline.Addressed)
	}})
}

// read gathers the events in the order of their days.
func (c *selection) read(stream iter.Seq2[sqlite.Told, error], scope render.Scope) error {
	for told, err := range stream {
		if err != nil {
			return err
		}
		e := told.Event
		a, b := pairOf(&e, scope)
		c.events = append(c.events, placed{&e, a, b})
		for key := range told.Sources {
			c.articles[key] = true
		}
	}
	slices.SortStableFunc(c.events, func(x, y placed) int {
		return cmp.Or(cmp.Compare(dayOf(x), dayOf(y)), cmp.Compare(x.ID, y.ID))
	})
	return nil
}

// dayOf is the day by which an event is sorted: the earliest, else the latest, else after all others.
func dayOf(e placed) string { return cmp.Or(e.Said.Earliest, e.Said.Latest, "~") }

// pairOf finds the two states between which an event runs: the one of the scope with the first other, else the first
// two that it joins; where it joins none, the state that speaks alone.
func pairOf(e *timeline.Event, scope render.Scope) (a, b string) {
	var codes []string
	for _, p := range append(slices.Clone(e.Speakers), e.Addressees...) {
		codes = append(codes, p.State)
	}
	codes = append(codes, e.About...)
	first := codes
	if scope.A != "" {
		first = []string{scope.A}
	}
	for _, a := range first {
		for _, b := range codes {
			if a == "" || b == "" || a == b {
				continue
			}
			if _, _, ok := e.Between(a, b); ok {
				return a, b
			}
		}
	}
	for _, a := range codes {
		if a != "" {
			return a, ""
		}
	}
	return "", ""
}

// table writes the events in columns.
func (c *selection) table(w io.Writer) error {
	return writeTable(w, c.heading, c.events, len(c.articles))
}

// tell prints what there is instead of what was asked for, where that is nothing.
func (c *selection) tell(cmd *cobra.Command, quiet bool) error {
	v := view{note: c.note}
	return v.tell(cmd, quiet)
}
