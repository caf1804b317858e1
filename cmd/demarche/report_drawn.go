package main

import (
	"errors"
	"fmt"
	"io"
	"regexp"

	"github.com/spf13/cobra"

	"demarche/render"
	"demarche/timeline"
	"demarche/timeline/actors"
	"demarche/timeline/sqlite"
)

// plain reports whether a page of all events by the program's own actors is asked for: the one that is assembled of
// what was drawn before.
func (o *reportOptions) plain() bool {
	whole := filter{db: o.db, actors: o.actors}
	return !o.json && o.actors == "" && o.filter == whole
}

// assembled makes the report of a state of what was drawn of its events before, and draws what is new or has changed.
// It is nil where the state has so few events that nothing is kept of them. What was drawn is kept while the page is
// written; see keeping.
func (o *reportOptions) assembled(cmd *cobra.Command, g *actors.Gazetteer, code string) (*render.Report, error) {
	by, err := programID()
	if err != nil {
		return nil, nil //nolint:nilerr // nothing can be kept; all is drawn anew
	}
	s, err := openToRead(o.db)
	if err != nil {
		return nil, err
	}
	d, err := s.Relations().Drawn(cmd.Context(), drawing(g, code, by))
	if d == nil || err != nil {
		return nil, errors.Join(err, s.Close())
	}
	o.keeping.Go(func() {
		_ = s.KeepDrawn(cmd.Context(), d) // where it can't, all is drawn anew the next time
		_ = s.Close()
	})
	portions, err := render.ReadPortions(d.Portions)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", code, err)
	}
	names := map[string]string{code: g.StateName(code)}
	cited := timeline.Relation{Sources: map[string]timeline.Source{}}
	for _, p := range portions {
		for _, s := range p.Sources {
			cited.Sources[s.Key] = timeline.Source{SHA256: s.SHA256}
		}
		for _, c := range p.States() {
			names[c] = g.StateName(c)
		}
	}
	return render.Assemble(code, portions, d.Read, o.render(names, query(cmd, code), []timeline.Relation{cited})), nil
}

// drawing is how the page of a state is drawn by that program.
func drawing(g *actors.Gazetteer, code, program string) sqlite.Drawing {
	return sqlite.Drawing{
		State: code, Wanted: isState(g), Program: program, Form: render.Form, Runs: render.Runs,
		Draw: func(rels []timeline.Relation, runs [][]string, form string) ([][]byte, error) {
			houses := timeline.NewHouses(g)
			for i := range rels {
				houses.Note(rels[i].Sources)
			}
			return render.DrawState(code, rels, g.StateName, runs, form)
		},
	}
}

// head is the number of bytes at the beginning of a program among which the linker writes its build ID.
const head = 64 << 10

// programID names the program as it was built: by the ID that the linker gave it, or by its bytes where it has none.
func programID() (string, error) {
	f, err := openProgram()
	if err != nil {
		return "", err
	}
	defer f.Close() //nolint:errcheck // only read
	b := make([]byte, head)
	n, err := io.ReadFull(f, b)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return "", err
	}
	if id := regexp.MustCompile(`[\w-]{20}/[\w-]{20}/[\w-]{20}/[\w-]{20}`).Find(b[:n]); id != nil {
		return string(id), nil
	}
	return program()
}
