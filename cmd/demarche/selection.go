package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"

	"github.com/spf13/cobra"

	"demarche/render"
	"demarche/timeline"
	"demarche/timeline/actors"
	"demarche/timeline/sqlite"
)

// selection is what a command shows: the relation of two states, those of one state with all its partners, or those
// of all states of the database.
type selection struct {
	rels    []timeline.Relation
	names   map[string]string // state code to name, for all states of the relations
	heading string
	states  []string // the codes that were asked for
	note    string   // where nothing was found: what there is instead
}

// choose reads what the arguments name: two states, one, or none for the whole database.
func (f *filter) choose(cmd *cobra.Command, args []string) (*selection, error) {
	if len(args) == 2 {
		v, err := f.read(cmd, args[0], args[1])
		if err != nil {
			return nil, err
		}
		return &selection{
			rels: []timeline.Relation{v.Relation}, names: v.names, note: v.note, states: []string{v.A, v.B},
			heading: v.names[v.A] + " and " + v.names[v.B],
		}, nil
	}
	g, err := gazetteer(f.actors)
	if err != nil {
		return nil, err
	}
	c := &selection{heading: "All states"}
	if len(args) == 0 {
		c.rels, c.names, err = f.database(cmd, g)
		if err == nil && len(c.rels) == 0 {
			c.note = "no events between any two states like that"
		}
		return c, err
	}
	code, err := stateCode(cmd, g, args[0])
	if err != nil {
		return nil, err
	}
	c.states, c.heading = []string{code}, g.StateName(code)+" and other states"
	if c.rels, c.names, err = f.partners(cmd, g, code); err == nil {
		c.note, err = f.instead(cmd, g, code, c.rels)
	}
	return c, err
}

// report makes the report of what was chosen.
func (c *selection) report(o render.Options) *render.Report {
	switch len(c.states) {
	case 2:
		return render.New(c.rels[0], o)
	case 1:
		return render.NewState(c.states[0], c.rels, o)
	}
	return render.NewDatabase(c.rels, o)
}

// events counts the events, each once.
func (c *selection) events() int { return len(together(c.rels)) }

// json writes what was chosen as JSON.
func (c *selection) json(w io.Writer, cmd *cobra.Command) error {
	o := reportOptions{}
	return render.JSON(w, c.report(o.render(c.names, query(cmd, c.states...), c.rels)))
}

// tell prints what there is instead of what was asked for, where that is nothing.
func (c *selection) tell(cmd *cobra.Command, quiet bool) error {
	v := view{note: c.note}
	return v.tell(cmd, quiet)
}

// table writes the events in columns.
func (c *selection) table(w io.Writer) error { return writeTable(w, c.heading, c.rels) }

// placed is an event in the relation that it is shown in.
type placed struct {
	*timeline.Event
	rel *timeline.Relation
}

// together puts the events of several relations in the order of their days, each in the first relation that has it.
func together(rels []timeline.Relation) []placed {
	var all []placed
	seen := map[string]bool{}
	for k := range rels {
		for i := range rels[k].Events {
			if e := &rels[k].Events[i]; !seen[e.ID] {
				seen[e.ID] = true
				all = append(all, placed{e, &rels[k]})
			}
		}
	}
	if len(rels) > 1 {
		slices.SortStableFunc(all, func(a, b placed) int {
			return cmp.Or(cmp.Compare(dayOf(a), dayOf(b)), cmp.Compare(a.ID, b.ID))
		})
	}
	return all
}

// dayOf is the day by which an event is sorted: the earliest, else the latest, else after all others.
func dayOf(e placed) string { return cmp.Or(e.Said.Earliest, e.Said.Latest, "~") }

// partners reads the relations of a state with every partner that shares an event with it, each with the state as A,
// and the names of all states in them.
func (f *filter) partners(cmd *cobra.Command, g *actors.Gazetteer, code string) ([]timeline.Relation, map[string]string, error) {
	s, err := openToRead(f.db)
	if err != nil {
		return nil, nil, err
	}
	rels, names, err := []timeline.Relation{}, map[string]string{code: g.StateName(code)}, error(nil)
	codes, err := s.Partners(cmd.Context(), code)
	for _, partner := range codes {
		if known, ok := g.StateCode(partner); !ok || known != partner {
			continue // an organisation: the page has a row a pair of states
		}
		if rels, err = f.add(cmd, s, g, rels, names, code, partner); err != nil {
			break
		}
	}
	if err := errors.Join(err, s.Close()); err != nil {
		return nil, nil, fmt.Errorf("%s: %w", code, err)
	}
	return rels, names, nil
}

// add reads the relation of two states and appends it with its names, where it has events.
func (f *filter) add(
	cmd *cobra.Command, s *sqlite.Store, g *actors.Gazetteer, rels []timeline.Relation, names map[string]string, a, b string,
) ([]timeline.Relation, error) {
	q, err := f.query(cmd, g, a, b)
	if err != nil {
		return rels, err
	}
	rel, err := s.Relation(cmd.Context(), q)
	if err != nil || len(rel.Events) == 0 {
		return rels, err
	}
	maps.Copy(names, stateNames(g, &rel))
	return append(rels, rel), nil
}

// database reads the relations of all pairs of states that have events, each pair in the order of its codes, and the
// names of all states in them.
func (f *filter) database(cmd *cobra.Command, g *actors.Gazetteer) ([]timeline.Relation, map[string]string, error) {
	s, err := openToRead(f.db)
	if err != nil {
		return nil, nil, err
	}
	rels, names := []timeline.Relation{}, map[string]string{}
	pairs, err := pairsIn(cmd.Context(), s, g)
	for _, p := range pairs {
		if rels, err = f.add(cmd, s, g, rels, names, p[0], p[1]); err != nil {
			break
		}
	}
	if err := errors.Join(err, s.Close()); err != nil {
		return nil, nil, err
	}
	return rels, names, nil
}

// pairsIn lists the pairs of states that share an event.
func pairsIn(ctx context.Context, s *sqlite.Store, g *actors.Gazetteer) ([][2]string, error) {
	var codes []string
	for _, e := range g.Entries() {
		if e.Kind == actors.State {
			codes = append(codes, e.ID)
		}
	}
	slices.Sort(codes)
	var pairs [][2]string
	for _, a := range slices.Compact(codes) {
		partners, err := s.Partners(ctx, a)
		if err != nil {
			return nil, err
		}
		for _, b := range partners {
			if _, known := slices.BinarySearch(codes, b); known && a < b {
				pairs = append(pairs, [2]string{a, b})
			}
		}
	}
	return pairs, nil
}
