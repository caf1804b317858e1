package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"demarche/timeline/edits"
	"demarche/timeline/record"
	"demarche/timeline/sqlite"
)

// errVerdict is what is said of a verdict that is none.
var errVerdict = errors.New("a verdict is confirmed or rejected, or open to take one back")

// newEdit returns the command "edit".
func newEdit() *cobra.Command {
	var db, actorsFile, coder, why string
	var dryRun, quiet bool
	cmd := &cobra.Command{
		Use:   "edit REPORT FIELD=VALUE...",
		Short: "correct, confirm or reject what was found",
		Long: `Change fields of a report, or say what you think of it. The fields are speaker, addressee, medium, channel, day, occasion,
place, tone, note and tags; status is confirmed, rejected or open. Names are separated by semicolons; a state in brackets is
that for which a person speaks: "Ada Lind (NOR)". Nothing behind the equals sign means nobody, or unknown.

An edit is added to what was there, with your name, the time and the reason; it holds for these words of this article
through every later reading, and "demarche undo" takes it back. The ids of reports are in the JSON of events.`,
		Example: `  demarche edit r1a2b3c4d5e6f7a8 speaker="Kim Yo Jong" --why "the sister said it"
  demarche edit r1a2b3c4d5e6f7a8 day=2024-06-19 channel=letter
  demarche edit r1a2b3c4d5e6f7a8 status=rejected --why "a headline, not a quote"
  demarche edit r1a2b3c4d5e6f7a8 status=confirmed --dry-run`,
		Args: cobra.MinimumNArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			who, err := coderName(coder)
			if err != nil {
				return err
			}
			g, err := gazetteer(actorsFile)
			if err != nil {
				return err
			}
			s, err := openToEdit(db)
			if err != nil {
				return err
			}
			defer s.Close() //nolint:errcheck // what was stored is committed
			rep, _, err := s.Report(cmd.Context(), args[0])
			if errors.Is(err, sqlite.ErrNoReport) {
				return fmt.Errorf("%s: no report has the id %s; ids are in the JSON of: demarche events A B --json", db, clean(args[0]))
			}
			if err != nil {
				return err
			}
			var list []record.Edit
			for _, arg := range args[1:] {
				field, value, ok := strings.Cut(arg, "=")
				if !ok {
					return usage(cmd, "%q is no FIELD=VALUE", arg)
				}
				e, err := readEdit(&rep, field, value, func() (record.Edit, error) { return edits.Read(g, &rep, field, value) })
				if err != nil {
					return usage(cmd, "%v", err)
				}
				e.Who, e.At, e.Why = who, time.Now().UTC().Format(time.RFC3339), why
				list = append(list, e)
			}
			if !dryRun {
				if err := s.Edit(cmd.Context(), list...); err != nil {
					return err
				}
			}
			if !quiet {
				for _, e := range list {
					fmt.Fprintf(cmd.ErrOrStderr(), "%s of %s: %s, now %s\n", e.Field, e.Target, clean(edits.Shown(e.Before)), clean(edits.Shown(e.After)))
				}
			}
			return nil
		},
	}
	dbFlag(cmd, &db)
	actorsFlag(cmd, &actorsFile)
	coderFlag(cmd, &coder)
	cmd.Flags().StringVar(&why, "why", "", "the `reason`, for those who read the log")
	cmd.Flags().BoolVarP(&dryRun, "dry-run", "n", false, "say what would change, store nothing")
	cmd.Flags().BoolVarP(&quiet, "quiet", "q", false, "print nothing but errors")
	return cmd
}

// readEdit reads FIELD=VALUE; read does so for every field but the status.
func readEdit(rep *record.Report, field, value string, read func() (record.Edit, error)) (record.Edit, error) {
	if field != edits.StatusField {
		return read()
	}
	if value == "open" {
		value = string(record.Machine)
	} else if value == "" {
		return record.Edit{}, errVerdict
	}
	e, _, err := verdictOf(rep, value)
	return e, err
}

// openToEdit opens a database that must be there for edits.
func openToEdit(db string) (*sqlite.Store, error) {
	s, err := openToRead(db)
	if err != nil {
		return nil, err
	}
	if err := s.Close(); err != nil {
		return nil, err
	}
	return sqlite.Open(db, sqlite.Options{})
}

// newUndo returns the command "undo".
func newUndo() *cobra.Command {
	var db, coder, why string
	var quiet bool
	cmd := &cobra.Command{
		Use:   "undo EDIT",
		Short: "take an edit back",
		Long: `Take back an edit of a report, by its number in "demarche log": the field has again what it had before. That is an edit
of its own, which can be undone, too. Where a later edit of the same field stands, it must be undone first.`,
		Example: `  demarche undo 12
  demarche undo 12 --why "the transcript says otherwise"`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			var id int64
			if _, err := fmt.Sscanf(args[0], "%d", &id); err != nil {
				return usage(cmd, "%q is no number of an edit; see: demarche log", args[0])
			}
			who, err := coderName(coder)
			if err != nil {
				return err
			}
			s, err := openToEdit(db)
			if err != nil {
				return err
			}
			defer s.Close() //nolint:errcheck // what was stored is committed
			list, err := s.Edits(cmd.Context())
			if err != nil {
				return err
			}
			e, err := edits.Undo(list, id)
			if err != nil {
				return fmt.Errorf("%s: %w; see: demarche log", db, err)
			}
			e.Who, e.At, e.Why = who, time.Now().UTC().Format(time.RFC3339), why
			if e.Why == "" {
				e.Why = fmt.Sprintf("undoes edit %d", id)
			}
			if err := s.Edit(cmd.Context(), e); err != nil {
				return err
			}
			if !quiet {
				fmt.Fprintf(cmd.ErrOrStderr(), "%s of %s: %s again\n", e.Field, e.Target, clean(edits.Shown(e.After)))
			}
			return nil
		},
	}
	dbFlag(cmd, &db)
	coderFlag(cmd, &coder)
	cmd.Flags().StringVar(&why, "why", "", "the `reason`, for those who read the log")
	cmd.Flags().BoolVarP(&quiet, "quiet", "q", false, "print nothing but errors")
	return cmd
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
}

// newLog returns the command "log".
func newLog() *cobra.Command {
	var db string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "log [ID]",
		Short: "list what people decided: who, when, why, before and after",
		Long: `List all edits in their order, or those of one report, event or article by its id. Edits are never changed and never
removed, so the log is complete; "demarche check" proves it.`,
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
			list, err := s.Edits(cmd.Context())
			if err != nil {
				return err
			}
			if len(args) > 0 {
				list = slices.DeleteFunc(list, func(e record.Edit) bool { return e.Target != args[0] })
			}
			return printEdits(cmd, list, asJSON)
		},
	}
	dbFlag(cmd, &db)
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON, a line for each")
	return cmd
}

// printEdits prints a line for each edit.
func printEdits(cmd *cobra.Command, list []record.Edit, asJSON bool) error {
	if len(list) == 0 {
		fmt.Fprintln(cmd.ErrOrStderr(), "nobody has changed anything")
	}
	for i := range list {
		e := &list[i]
		line := []byte(fmt.Sprintf("%d  %s  %s  %s of %s: %s, then %s%s", e.ID, clean(e.At), clean(e.Who), clean(e.Field), clean(e.Target),
			clean(edits.Shown(e.Before)), clean(edits.Shown(e.After)), reason(e.Why)))
		if asJSON {
			var err error
			if line, err = jsonLine(editJSON(*e)); err != nil {
				return err
			}
		}
		if _, err := fmt.Fprintf(cmd.OutOrStdout(), "%s\n", line); err != nil {
			return err
		}
	}
	return nil
}

// reason is why an edit was made, as the end of its line.
func reason(why string) string {
	if why == "" {
		return ""
	}
	return " (" + clean(why) + ")"
}
