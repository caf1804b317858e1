package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"demarche/timeline/record"
	"demarche/timeline/sqlite"
)

// editFlags are the flags that all commands have which edit by hand.
type editFlags struct {
	db, who, why  string
	dryRun, quiet bool
	json          bool
}

// addTo gives the command the flags.
func (f *editFlags) addTo(cmd *cobra.Command) {
	dbFlag(cmd, &f.db)
	fs := cmd.Flags()
	coderFlag(cmd, &f.who)
	fs.StringVar(&f.why, "why", "", "the `reason`, to be kept with it")
	fs.BoolVarP(&f.dryRun, "dry-run", "n", false, "say what would be done, change nothing")
	fs.BoolVarP(&f.quiet, "quiet", "q", false, "print nothing but errors")
	fs.BoolVar(&f.json, "json", false, "print a line of JSON")
}

// sign is an edit without anything but who makes it, when and why.
func (f *editFlags) sign(cmd *cobra.Command) (record.Edit, error) {
	e := record.Edit{Who: f.who, Why: f.why, At: time.Now().UTC().Format(time.RFC3339)}
	var err error
	if e.Who, err = coderName(f.who); err != nil {
		return e, usage(cmd, "%v", err)
	}
	return e, nil
}

// open opens the database that is to be edited, which must be there.
func (f *editFlags) open() (*sqlite.Store, error) {
	s, err := openToRead(f.db)
	if err != nil || f.dryRun {
		return s, err
	}
	if err := s.Close(); err != nil {
		return nil, err
	}
	return sqlite.Open(f.db, sqlite.Options{})
}

// edited is what a command that edits prints with --json.
type edited struct {
	Done    string   `json:"done"` // merge, split, remove, edit or undo
	Event   string   `json:"event,omitempty"`
	Part    string   `json:"part,omitempty"` // the new event of a split
	Was     []string `json:"was,omitempty"`  // the ids that were given
	Article string   `json:"article,omitempty"`
	Report  string   `json:"report,omitempty"`
	Actor   string   `json:"actor,omitempty"`
	Field   string   `json:"field,omitempty"` // with its values before and after, as "log" has them
	Before  *string  `json:"before,omitempty"`
	After   *string  `json:"after,omitempty"`
	DryRun  bool     `json:"dry_run,omitempty"`
}

// tell prints what was done, in words or as JSON.
func (f *editFlags) tell(cmd *cobra.Command, e edited, words string) error {
	if f.json {
		e.DryRun = f.dryRun
		b, err := jsonLine(e)
		if err != nil {
			return err
		}
		_, err = cmd.OutOrStdout().Write(append(b, '\n'))
		return err
	}
	if f.quiet {
		return nil
	}
	if f.dryRun {
		words = "would be done: " + words
	}
	_, err := fmt.Fprintln(cmd.OutOrStdout(), clean(words))
	return err
}

// run opens the database, does the work and closes it.
func (f *editFlags) run(cmd *cobra.Command, work func(*sqlite.Store, record.Edit) error) error {
	by, err := f.sign(cmd)
	if err != nil {
		return err
	}
	s, err := f.open()
	if err != nil {
		return err
	}
	return errors.Join(work(s, by), s.Close())
}

// signed is the edit with who makes it, when and why.
func signed(e, by record.Edit) record.Edit {
	e.Who, e.At, e.Why = by.Who, by.At, by.Why
	return e
}

// held finds the event that an id stands for now.
func (f *editFlags) held(ctx context.Context, s *sqlite.Store, id string) (sqlite.Holding, error) {
	h, err := s.Events().Get(ctx, id)
	if errors.Is(err, sqlite.ErrNoEvent) {
		return h, fmt.Errorf(
			"%s: no event has the id %s; ids are in the JSON of: demarche events A B --json",
			f.db,
			clean(id),
		)
	}
	return h, err
}
