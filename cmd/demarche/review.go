package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"demarche/timeline/sqlite"
)

// reviewOptions are the flags of "review".
type reviewOptions struct {
	db, actors, coder, apply string
	sample                   string
	disagreements            bool
	state                    string
	queue                    sqlite.QueueFilter
	json, dryRun, quiet      bool
}

// newReview returns the command "review".
func newReview() *cobra.Command {
	var o reviewOptions
	cmd := &cobra.Command{
		Use:   "review",
		Short: "check and correct what was found, in the terminal, by keys",
		Long: `Go through the reports, those of the greatest doubt first, and accept, correct or reject each with
a key; "?" lists the keys. Every decision is an edit, as "demarche desk" makes them, and "u" takes
the last one back.

With --sample the reports of a sample are coded in its order, under your name: codings change
nothing in the dataset, and no second coder overwrites the first. For a field of which you can't
tell what is right, type "?". With --disagreements what the coders of a sample disagree about is
settled in the dataset.

--json prints the queue instead, a line of JSON a report; --apply takes such lines back with
"verdict" (confirmed, rejected, open), values changed in "fields", "note" and "why". All lines are
checked before anything is stored. A report that somebody has edited since a line was printed stays
as it is (exit status 3).`,
		Example: `  demarche review
  demarche review --state PRK --doubt "no speaker"
  demarche review --sample spring --coder Ada
  demarche review --sample spring --disagreements
  demarche review --json --limit 10 | jq -c '.verdict = "confirmed"' |
    demarche review --apply -
  echo '{"id": "r1a2b3c4d5e6f7a8", "verdict": "confirmed"}' |
    demarche review --sample spring --coder Ben --apply -`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return o.run(cmd) },
	}
	dbFlag(cmd, &o.db)
	actorsFlag(cmd, &o.actors)
	coderFlag(cmd, &o.coder)
	f := cmd.Flags()
	f.StringVar(&o.sample, "sample", "", "code the reports of the sample of this `name`")
	f.BoolVar(&o.disagreements, "disagreements", false, "settle what the coders of the sample disagree about")
	f.StringVar(&o.state, "state", "", "only reports with this `state` in them")
	f.StringVar(&o.queue.Outlet, "outlet", "", "only from outlets with this in their `name`")
	f.StringVar(&o.queue.Doubt, "doubt", "", "only with this `doubt`: "+strings.Join(sqlite.Doubts(), ", "))
	f.IntVar(&o.queue.Limit, "limit", 1000, "at most `N` reports")
	f.BoolVar(&o.json, "json", false, "print the queue as JSON, a line a report")
	f.StringVar(&o.apply, "apply", "", "take verdicts from a `file`, \"-\" for the standard input")
	f.BoolVarP(&o.dryRun, "dry-run", "n", false, "with --apply: check the verdicts and store nothing")
	f.BoolVarP(&o.quiet, "quiet", "q", false, "print nothing but errors")
	cmd.MarkFlagsMutuallyExclusive("json", "apply")
	for _, name := range []string{"state", "outlet", "doubt"} {
		cmd.MarkFlagsMutuallyExclusive("sample", name)
	}
	return cmd
}

// run opens the database and goes to work.
func (o *reviewOptions) run(cmd *cobra.Command) (err error) {
	if err := o.check(cmd); err != nil {
		return err
	}
	w, err := o.open(cmd)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, w.store.Close()) }()
	switch {
	case o.json:
		return o.print(cmd, w)
	case o.apply != "":
		return o.take(cmd, w)
	}
	return o.interact(cmd, w)
}

// check refuses flags that don't go together.
func (o *reviewOptions) check(cmd *cobra.Command) error {
	switch {
	case o.disagreements && o.sample == "":
		return usage(cmd, "--disagreements are those of a sample; name it with --sample")
	case o.queue.Limit < 1:
		return usage(cmd, "--limit %d leaves nothing; give 1 or more", o.queue.Limit)
	case o.dryRun && o.apply == "":
		return usage(cmd, "--dry-run is for --apply")
	case o.queue.Doubt != "" && !isDoubt(o.queue.Doubt):
		return usage(cmd, "--doubt %q is none of %s", o.queue.Doubt, strings.Join(sqlite.Doubts(), ", "))
	case !o.json && o.apply == "" && !(onTerminal(cmd.OutOrStdout()) && onTerminal(os.Stdin)):
		return errors.New("review needs a terminal; without one, use --json and --apply, or: demarche desk")
	}
	return nil
}

func isDoubt(name string) bool {
	for _, d := range sqlite.Doubts() {
		if d == name {
			return true
		}
	}
	return false
}

// open opens the database, for reading alone where nothing is to be stored.
func (o *reviewOptions) open(cmd *cobra.Command) (*work, error) {
	w := &work{sample: o.sample, settle: o.disagreements, now: time.Now}
	var err error
	if w.coder, err = coderName(o.coder); err != nil {
		return nil, usage(cmd, "%v", err)
	}
	if w.actors, err = gazetteer(o.actors); err != nil {
		return nil, err
	}
	if o.state != "" {
		if o.queue.State, err = stateCode(cmd, w.actors, o.state); err != nil {
			return nil, err
		}
	}
	edit := editFlags{db: o.db, dryRun: o.dryRun || o.json}
	w.store, err = edit.open()
	return w, err
}

// print prints the queue.
func (o *reviewOptions) print(cmd *cobra.Command, w *work) error {
	ids, err := w.queue(cmd.Context(), o.queue)
	if err != nil {
		return err
	}
	ruled, err := w.read(cmd.Context())
	if err != nil {
		return err
	}
	out := bufio.NewWriter(cmd.OutOrStdout())
	for _, id := range ids {
		t, err := w.task(cmd.Context(), ruled, id)
		if errors.Is(err, sqlite.ErrNoReport) {
			fmt.Fprintf(cmd.ErrOrStderr(), "report %s: its words are in no article now\n", clean(id))
			continue
		}
		if err != nil {
			return err
		}
		if err := writeJSONLine(out, w.line(t)); err != nil {
			return err
		}
	}
	return out.Flush()
}

// take applies verdicts from a file.
func (o *reviewOptions) take(cmd *cobra.Command, w *work) error {
	lines, err := o.lines(cmd)
	if err != nil {
		return fmt.Errorf("%s: %w", o.apply, err)
	}
	done, err := w.apply(cmd.Context(), lines, o.dryRun)
	if err != nil {
		return err
	}
	if !o.quiet {
		if err := writeJSONLine(cmd.OutOrStdout(), done); err != nil {
			return err
		}
	}
	if len(done.Conflicts) > 0 {
		return fmt.Errorf(
			"%w: %s changed since; print the queue anew",
			errPartly,
			plural(len(done.Conflicts), "report"),
		)
	}
	return nil
}

// lines reads the verdicts.
func (o *reviewOptions) lines(cmd *cobra.Command) ([]taskLine, error) {
	in := cmd.InOrStdin()
	if o.apply != "-" {
		f, err := os.Open(o.apply)
		if err != nil {
			return nil, bare(err)
		}
		defer f.Close() //nolint:errcheck // only read
		in = f
	}
	return readLines(in)
}
