package main

import (
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"demarche/timeline/record"
	"demarche/timeline/sqlite"
)

// newSplit returns the command "split".
func newSplit() *cobra.Command {
	var f editFlags
	cmd := &cobra.Command{
		Use:   "split EVENT STATEMENT...",
		Short: "decide that statements of an event are another event",
		Long: `Decide that some statements of an event are of another event. They become an event of their own,
which is never merged with the rest again; what is read later joins the one or the other. The
decision is kept for good, with who made it, when and why; a later merge undoes it. The ids of
statements are in the JSON of events and export.`,
		Example: `  demarche split e1a2b3c4d5e6f7a8 s1a2b3c4d5e6f7a8 --why "another letter"
  demarche events PRK RUS --json | jq '.events[] | {id, s: [.statements[].id]}'`,
		Args: cobra.MinimumNArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			return f.run(cmd, func(s *sqlite.Store, by record.Edit) error { return f.split(cmd, s, by, args[0], args[1:]) })
		},
	}
	f.addTo(cmd)
	return cmd
}

func (f *editFlags) split(cmd *cobra.Command, s *sqlite.Store, by record.Edit, event string, ids []string) error {
	ctx := cmd.Context()
	h, err := f.held(ctx, s, event)
	if err != nil {
		return err
	}
	var statements []string
	for _, id := range ids {
		st, err := s.Events().Statement(ctx, id)
		if errors.Is(err, sqlite.ErrNoStatement) || err == nil && h.Statements[st] == nil {
			return fmt.Errorf("%s: the event %s has no statement %s", f.db, h.ID, clean(id))
		}
		if err != nil {
			return err
		}
		statements = append(statements, st)
	}
	part, stay := h.Divide(statements)
	if len(stay) == 0 {
		return fmt.Errorf("%s has no other statements: there would be nothing left of it", h.ID)
	}
	e := edited{Done: "split", Event: h.ID, Was: ids}
	if !f.dryRun {
		if err := s.Edit(ctx, signed(record.SplitOf(h.ID, stay, part), by)); err != nil {
			return err
		}
		if e.Part, err = s.Events().Of(ctx, part[0]); err != nil {
			return err
		}
		if e.Event, err = s.Events().Of(ctx, stay[0]); err != nil {
			return err
		}
	}
	slices.Sort(statements)
	words := fmt.Sprintf("%s has given %s away", e.Event, plural(len(slices.Compact(statements)), "statement"))
	if e.Part != "" {
		words += " to " + e.Part
	}
	return f.tell(cmd, e, words)
}
