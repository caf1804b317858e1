package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"demarche/render"
	"demarche/timeline"
	"demarche/timeline/actors"
	"demarche/timeline/record"
	"demarche/timeline/sqlite"
)

// shower prints one thing of the database.
type shower struct {
	cmd    *cobra.Command
	store  *sqlite.Store
	db     string
	actors string
	json   bool
}

// newShow returns the command "show".
func newShow() *cobra.Command {
	var x shower
	cmd := &cobra.Command{
		Use:   "show ID",
		Short: "print an event, statement, report, article or actor",
		Long: `Print what the database holds under an id: an event (e...), a statement (s...) or a report (r...),
whatever its id is now; an article by its number, key or address; an actor by id or name. A report
that was rejected is shown as what it is.

Exit status 1 where nothing has the id.`,
		Example: `  demarche show e1a2b3c4d5e6f7a8
  demarche show r1a2b3c4d5e6f7a8 --json | jq '.event.title'
  demarche show https://news.example/2023/06/12/kim
  demarche show "Kim Jong Un"`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			s, err := openToRead(x.db)
			if err != nil {
				return err
			}
			x.cmd, x.store = cmd, s
			return errors.Join(x.show(args[0]), s.Close())
		},
	}
	dbFlag(cmd, &x.db)
	actorsFlag(cmd, &x.actors)
	cmd.Flags().BoolVar(&x.json, "json", false, "print JSON")
	return cmd
}

// isLastingID reports whether an id is that of an event, a statement or a report; its first letter tells which.
func isLastingID(id string) bool { return regexp.MustCompile(`^[esr][0-9a-f]{16}$`).MatchString(id) }

// show finds out what an id is of, and prints it.
func (x *shower) show(id string) error {
	ctx := x.cmd.Context()
	if isLastingID(id) {
		return x.told(id)
	}
	r, err := x.store.Sources().Get(ctx, id)
	if err != nil {
		return err
	}
	if r != nil {
		return showSource(x.cmd, x.store, r, x.json)
	}
	return x.actor(id)
}

// told prints an event, or the one that holds a statement or a report.
func (x *shower) told(id string) error {
	in, event, err := x.place(id)
	if err != nil {
		return x.unknown(id, err)
	}
	if event == "" {
		return x.rejected(id)
	}
	told, err := x.store.Events().Told(x.cmd.Context(), event)
	if err != nil {
		return x.unknown(id, err)
	}
	view := render.View(&told.Event, told.Sources, render.Scope{})
	if in.statement != "" || in.report != "" {
		view.Statements = slices.DeleteFunc(view.Statements, func(s render.Statement) bool { return !in.holds(&s) })
	}
	if x.json {
		return x.printJSON(in, &view, told.Sources)
	}
	return printEvent(x.cmd.OutOrStdout(), &view, told.Sources)
}

// place is what of an event was asked for, by the ids that they have now; "" for all.
type place struct{ kind, statement, report string }

// holds reports whether a statement is the one, or has the report, which alone it then keeps.
func (p *place) holds(s *render.Statement) bool {
	if p.report == "" {
		return s.ID == p.statement
	}
	s.Reports = slices.DeleteFunc(slices.Clone(s.Reports), func(w render.Wording) bool { return w.ID != p.report })
	return len(s.Reports) > 0
}

// place finds where an id leads to: "" for the event of a report that was rejected.
func (x *shower) place(id string) (in place, event string, err error) {
	ctx := x.cmd.Context()
	switch id[0] {
	case 'e':
		h, err := x.store.Events().Get(ctx, id)
		return place{kind: "event"}, h.ID, err
	case 's':
		in = place{kind: "statement"}
		if in.statement, err = x.store.Events().Statement(ctx, id); err != nil {
			return in, "", err
		}
		event, err = x.store.Events().Of(ctx, record.ReportOf(in.statement))
		return in, event, err
	}
	r, _, err := x.store.Reports().Get(ctx, id)
	if err != nil {
		return in, "", err
	}
	in = place{kind: "report", report: r.ID}
	if r.Status == record.Rejected {
		return in, "", nil
	}
	event, err = x.store.Events().Of(ctx, r.ID)
	return in, event, err
}

// unknown says that nothing has an id; other errors stay.
func (x *shower) unknown(id string, err error) error {
	none := []error{sqlite.ErrNoEvent, sqlite.ErrNoStatement, sqlite.ErrNoReport}
	if slices.ContainsFunc(none, func(e error) bool { return errors.Is(err, e) }) {
		return fmt.Errorf("%s: nothing has the id %s; find ids with: demarche search WORDS", x.db, clean(id))
	}
	return err
}

// shownEvent is what "show --json" prints of an event, statement or report.
type shownEvent struct {
	Kind    string          `json:"kind"`
	Event   *render.Event   `json:"event"` // of a statement or report: its event, with it alone
	Sources []render.Source `json:"sources"`
}

func (x *shower) printJSON(in place, e *render.Event, sources map[string]timeline.Source) error {
	out := shownEvent{in.kind, e, []render.Source{}}
	for _, key := range citedKeys(e) {
		out.Sources = append(out.Sources, render.Cite(sources[key]))
	}
	return writeJSONLine(x.cmd.OutOrStdout(), out)
}

// citedKeys are the keys of the articles of an event's wordings, in their order, none twice.
func citedKeys(e *render.Event) []string {
	var keys []string
	for _, s := range e.Statements {
		for _, r := range s.Reports {
			if !slices.Contains(keys, r.Source) {
				keys = append(keys, r.Source)
			}
		}
	}
	return keys
}

// shownRejected is what "show --json" prints of a report that a person rejected.
type shownRejected struct {
	Kind   string        `json:"kind"`
	ID     string        `json:"id"`
	Status string        `json:"status"`
	Text   string        `json:"text"`
	Source render.Source `json:"source"`
}

// rejected prints a report that a person rejected.
func (x *shower) rejected(id string) error {
	r, src, err := x.store.Reports().Get(x.cmd.Context(), id)
	if err != nil {
		return err
	}
	if x.json {
		out := shownRejected{"report", r.ID, orMachine(r.Status), r.Text, render.Cite(src)}
		return writeJSONLine(x.cmd.OutOrStdout(), out)
	}
	_, err = fmt.Fprintf(x.cmd.OutOrStdout(), "report %s  rejected; see: demarche log %s\n  %s\n  %s\n", r.ID, r.ID,
		clean(r.Text), clean(cite(&src)))
	return err
}

// cite names an article in a line.
func cite(s *timeline.Source) string {
	parts := []string{s.Outlet, fmt.Sprintf("%q", titleOf(s)), s.Published, s.URL}
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), ", ")
}

// printEvent writes an event with its statements and their wordings.
func printEvent(w io.Writer, e *render.Event, sources map[string]timeline.Source) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "event %s  %s\n", e.ID, e.Status)
	when := e.Date.EDTF
	if when == "" {
		when = "unknown day"
	} else if e.Date.Basis != "" {
		when += " (" + string(e.Date.Basis) + ")"
	}
	fmt.Fprintf(out, "%s, %s\n%s\n", clean(when), e.Channel, clean(fromTo(e.Speakers, e.Addressees)))
	occasion := ""
	if e.Occasion != nil {
		occasion = e.Occasion.Name
	}
	for _, f := range [][2]string{
		{"title", e.Title},
		{"occasion", occasion},
		{"place", e.Place},
		{"about", strings.Join(e.About, ", ")},
		{"formerly", strings.Join(e.Supersedes, ", ")},
	} {
		if f[1] != "" {
			fmt.Fprintf(out, "%s: %s\n", f[0], clean(f[1]))
		}
	}
	for i := range e.Statements {
		printStatement(out, &e.Statements[i], sources)
	}
	return out.Flush()
}

// fromTo names who speaks to whom.
func fromTo(from, to []render.Party) string {
	names := func(list []render.Party, none string) string {
		var out []string
		for _, p := range list {
			name := p.Name
			if p.Office != "" {
				name += ", " + p.Office
			}
			if p.State != "" && p.Name != p.State {
				name += " (" + p.State + ")"
			}
			out = append(out, name)
		}
		if out == nil {
			return none
		}
		return strings.Join(out, "; ")
	}
	return names(from, "somebody unknown") + " → " + names(to, "nobody in particular")
}

// printStatement writes a statement with its wordings.
func printStatement(w io.Writer, s *render.Statement, sources map[string]timeline.Source) {
	fmt.Fprintf(w, "\nstatement %s\n", s.ID)
	for i := range s.Reports {
		r := &s.Reports[i]
		src := sources[r.Source]
		fmt.Fprintf(w, "  report %s  %s, found by %s\n    %s\n    %s\n", r.ID, r.Status, clean(r.By), clean(r.Text),
			clean(cite(&src)))
		for _, d := range r.Decided {
			if d.By != "" && d.Words != "" {
				fmt.Fprintf(w, "    %-10s by %s, from %q\n", d.Field, clean(d.By), clean(d.Words))
			}
		}
	}
}

// actor prints an actor of the gazetteer or of the database.
func (x *shower) actor(name string) error {
	g, err := gazetteer(x.actors)
	if err != nil {
		return err
	}
	found, err := x.store.People().Actors(x.cmd.Context(), name)
	if err != nil && !errors.Is(err, sqlite.ErrNoActor) {
		return err
	}
	for _, a := range g.Named(name, "") {
		if !slices.ContainsFunc(found, func(b actors.Actor) bool { return a.ID == b.ID }) {
			found = append(found, a)
		}
	}
	if e, ok := g.Lookup(name); ok && len(found) == 0 {
		found = append(found, e.Actor)
	}
	if len(found) == 0 {
		return fmt.Errorf(
			"%s: no event, statement, report, article or actor is %q; find ids with: demarche search WORDS",
			x.db,
			clean(name),
		)
	}
	for _, a := range found {
		if err := x.oneActor(g, a); err != nil {
			return err
		}
	}
	return nil
}
