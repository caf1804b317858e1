package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"demarche/timeline/actors"
	"demarche/timeline/edits"
	"demarche/timeline/record"
	"demarche/timeline/sqlite"
)

// errVerdict is what is said of a verdict that is none.
const errVerdict fault = "a verdict is confirmed or rejected, or open to take one back"

// newEdit returns the command "edit".
func newEdit() *cobra.Command {
	var f editFlags
	var actorsFile string
	cmd := &cobra.Command{
		Use:   "edit ID FIELD=VALUE...",
		Short: "correct, confirm or reject what was found",
		Long: `Change fields of a report, an event or an actor, or say what you think of it.

Of a report the fields are speaker, addressee, medium, channel, day, occasion, place, tone, form,
words, state (of the speaker), note and tags; status is confirmed, rejected or open. Names are
separated by semicolons; a state in brackets is that for which a person speaks: "Ada Lind (NOR)".
Nothing behind the equals sign means nobody, or unknown. Words are words of the article; " … "
stands between pieces of them. Of an event: title, note and tags.

Of an actor: name, state and office, perhaps with its days: "Envoy (2023-02/2024)"; same-as, which
takes the actor for another one wherever it is found; note and tags. Nothing behind the equals sign
means what the program says. An actor is given by its id or by its name.

An edit is added to what was there, with your name, the time and the reason; it holds through every
later reading, and "demarche undo" takes it back. Ids are in the JSON of events.`,
		Example: `  demarche edit r1a2b3c4d5e6f7a8 speaker="Kim Yo Jong" --why "the sister"
  demarche edit r1a2b3c4d5e6f7a8 day=2024-06-19 channel=letter
  demarche edit r1a2b3c4d5e6f7a8 status=rejected --why "a headline"
  demarche edit e1a2b3c4d5e6f7a8 title="Letter on the floods"
  demarche edit "A. Lind" same-as="Ada Lind" --why "one person"
  demarche edit x1a2b3c4d5e6 office="Envoy (2023-02/2024)" --dry-run`,
		Args: cobra.MinimumNArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			g, err := gazetteer(actorsFile)
			if err != nil {
				return err
			}
			return f.run(cmd, func(s *sqlite.Store, by record.Edit) error { return f.correct(cmd, s, g, by, args) })
		},
	}
	f.addTo(cmd)
	actorsFlag(cmd, &actorsFile)
	return cmd
}

// correct stores the edits FIELD=VALUE of what has an id: all of them or none.
func (f *editFlags) correct(
	cmd *cobra.Command,
	s *sqlite.Store,
	g *actors.Gazetteer,
	by record.Edit,
	args []string,
) error {
	read, err := f.editable(cmd.Context(), s, g, args[0])
	if err != nil {
		return err
	}
	var list []record.Edit
	for _, arg := range args[1:] {
		field, value, ok := strings.Cut(arg, "=")
		if !ok {
			return usage(cmd, "%q is no FIELD=VALUE", arg)
		}
		e, err := read(field, value)
		if err != nil {
			return usage(cmd, "%v", err)
		}
		list = append(list, signed(e, by))
	}
	if !f.dryRun {
		if err := s.Edit(cmd.Context(), list...); err != nil {
			return err
		}
	}
	for i := range list {
		e := &list[i]
		words := fmt.Sprintf("%s of %s: %s, now %s", e.Field, e.Target, edits.Shown(e.Before), edits.Shown(e.After))
		if err := f.tell(cmd, editedBy("edit", e), words); err != nil {
			return err
		}
	}
	return nil
}

// editedBy is what an edit is printed as.
func editedBy(done string, e *record.Edit) edited {
	out := edited{Done: done, Field: e.Field, Before: e.Before, After: e.After}
	switch e.Kind {
	case edits.EventKind:
		out.Event = e.Target
	case edits.ActorKind:
		out.Actor = e.Target
	default:
		out.Report = e.Target
	}
	return out
}

// newUndo returns the command "undo".
func newUndo() *cobra.Command {
	var f editFlags
	cmd := &cobra.Command{
		Use:   "undo EDIT",
		Short: "take an edit back",
		Long: `Take back an edit, by its number in "demarche log": the field has again what it had before; events
that were merged are two again, and those that were divided are one. That is an edit of its own,
which can be undone, too. Where a later edit of the same field stands, it must be undone first.`,
		Example: `  demarche undo 12
  demarche undo 12 --why "the transcript says otherwise"`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			id, err := strconv.ParseInt(args[0], 10, 64)
			if err != nil {
				return usage(cmd, "%q is no number of an edit; see: demarche log", args[0])
			}
			return f.run(cmd, func(s *sqlite.Store, by record.Edit) error { return f.undo(cmd, s, by, id) })
		},
	}
	f.addTo(cmd)
	return cmd
}

// undo takes an edit back.
func (f *editFlags) undo(cmd *cobra.Command, s *sqlite.Store, by record.Edit, id int64) error {
	list, err := s.Edits().All(cmd.Context())
	if err != nil {
		return err
	}
	e, err := edits.Undo(list, id)
	if err != nil {
		return fmt.Errorf("%s: %w; see: demarche log", f.db, err)
	}
	if who := coderOf(list, id); who != "" && who != by.Who {
		return fmt.Errorf("%s: edit %d is a coding by %s, who alone takes it back (--coder)", f.db, id, clean(who))
	}
	if by.Why == "" {
		by.Why = fmt.Sprintf("undoes edit %d", id)
	}
	if !f.dryRun {
		if err := s.Edit(cmd.Context(), signed(e, by)); err != nil {
			return err
		}
	}
	return f.tell(cmd, editedBy("undo", &e),
		fmt.Sprintf("%s of %s: %s again", e.Field, e.Target, shownValue(&e, e.After)))
}

// coderOf is who made a coding, "" where the edit is none.
func coderOf(list []record.Edit, id int64) string {
	for i := range list {
		if list[i].ID == id && list[i].Kind == record.CodingKind {
			return list[i].Who
		}
	}
	return ""
}

// editJSON is an edit as "log --json" prints it.
type editJSON struct {
	ID     int64   `json:"id"`
	Kind   string  `json:"kind"`
	Target string  `json:"target"`
	Field  string  `json:"field"`
	Who    string  `json:"who"`
	At     string  `json:"at"`
	Why    string  `json:"why"`
	Before *string `json:"before"`
	After  *string `json:"after"`
	Waits  bool    `json:"waits"` // its words are in no article
}

// newLog returns the command "log".
func newLog() *cobra.Command {
	var db string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "log [ID]",
		Short: "list what people decided: who, when, why, before and after",
		Long: `List all edits in their order, or those of one report, event, actor or article by its id. Edits are
never changed and never removed, so the log is complete; "demarche check" proves it. An edit whose
words are in no article now waits for them, which is told.`,
		Example: `  demarche log
  demarche log r1a2b3c4d5e6f7a8
  demarche log --json | jq 'select(.who == "ada")'`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			s, err := openToRead(db)
			if err != nil {
				return err
			}
			defer s.Close() //nolint:errcheck // only read
			list, err := s.Edits().All(cmd.Context())
			if err != nil {
				return err
			}
			if len(args) > 0 {
				list = slices.DeleteFunc(list, func(e record.Edit) bool { return e.Target != args[0] })
			}
			gone, err := s.Queue().Waiting(cmd.Context())
			if err != nil {
				return err
			}
			return printEdits(cmd, list, gone, asJSON)
		},
	}
	dbFlag(cmd, &db)
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON, a line for each")
	return cmd
}

// printEdits prints a line for each edit.
func printEdits(cmd *cobra.Command, list []record.Edit, gone map[int64]bool, asJSON bool) error {
	if len(list) == 0 {
		fmt.Fprintln(cmd.ErrOrStderr(), "nobody has changed anything")
	}
	for i := range list {
		e := &list[i]
		line := []byte(
			fmt.Sprintf(
				"%d  %s  %s  %s of %s: %s, then %s%s",
				e.ID,
				clean(e.At),
				clean(e.Who),
				clean(e.Field),
				clean(e.Target),
				clean(shownValue(e, e.Before)),
				clean(shownValue(e, e.After)),
				reason(e.Why, gone[e.ID]),
			),
		)
		if asJSON {
			var err error
			if line, err = jsonLine(editJSON{
				e.ID, e.Kind, e.Target, e.Field, e.Who, e.At, e.Why, e.Before, e.After, gone[e.ID],
			}); err != nil {
				return err
			}
		}
		if _, err := fmt.Fprintf(cmd.OutOrStdout(), "%s\n", line); err != nil {
			return err
		}
	}
	return nil
}

// reason is why an edit was made, as the end of its line, and whether it waits for its words.
func reason(why string, waits bool) string {
	end := ""
	if why != "" {
		end = " (" + clean(why) + ")"
	}
	if waits {
		end += "; waits, for its words are in no article"
	}
	return end
}
