package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"demarche/timeline/record"
	"demarche/timeline/sqlite"
)

// newMerge returns the command "merge".
func newMerge() *cobra.Command {
	var f editFlags
	cmd := &cobra.Command{
		Use:   "merge A B",
		Short: "decide that two events are one",
		Long: `Decide that two events are one, whatever their days and words say. The decision is kept for good,
with who made it, when and why; it holds for what is read later, and a later split undoes it. The
event has the id of the older of its articles; the other id leads to it.`,
		Example: `  demarche merge e1a2b3c4d5e6f7a8 e8a7f6e5d4c3b2a1 --why "one letter"
  demarche merge e1a2b3c4d5e6f7a8 e8a7f6e5d4c3b2a1 --dry-run`,
		Args: cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			return f.run(cmd, func(s *sqlite.Store, by record.Edit) error { return f.merge(cmd, s, by, args[0], args[1]) })
		},
	}
	f.addTo(cmd)
	return cmd
}

func (f *editFlags) merge(cmd *cobra.Command, s *sqlite.Store, by record.Edit, a, b string) error {
	ctx := cmd.Context()
	first, err := f.held(ctx, s, a)
	if err != nil {
		return err
	}
	second, err := f.held(ctx, s, b)
	if err != nil {
		return err
	}
	if first.ID == second.ID {
		return fmt.Errorf("%s and %s are one event already: %s", clean(a), clean(b), first.ID)
	}
	now := first
	if !f.dryRun {
		edit := record.MergeOf(first.ID, first.Reports(), second.Reports())
		if err := s.Edit(ctx, signed(edit, by)); err != nil {
			return err
		}
		if now, err = f.held(ctx, s, first.ID); err != nil {
			return err
		}
	}
	return f.tell(cmd, edited{Done: "merge", Event: now.ID, Was: []string{a, b}},
		fmt.Sprintf("%s: %s and %s are one event", now.ID, first.ID, second.ID))
}
