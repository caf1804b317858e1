package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"demarche/timeline/sqlite"
)

// runLine is a run as "sources runs --json" prints it.
type runLine struct {
	ID        int64  `json:"id"`
	Command   string `json:"command"`
	Program   string `json:"program"`
	Started   string `json:"started"`
	Ended     string `json:"ended"`
	Outcome   string `json:"outcome"`
	Added     int    `json:"added"`
	Changed   int    `json:"changed"`
	Reread    int    `json:"reread"`
	Unchanged int    `json:"unchanged"`
	Other     int    `json:"other_languages"`
	Failed    int    `json:"failed"`
	Events    int    `json:"events"`
	Reports   int    `json:"reports"`
}

// writeRuns prints runs, a line each.
func writeRuns(cmd *cobra.Command, list []sqlite.Run, asJSON bool) error {
	for _, r := range list {
		if asJSON {
			line := runLine{
				r.ID, r.Command, r.Program, r.Started, r.Ended, r.Outcome, r.Added, r.Changed, r.Reread, r.Unchanged,
				r.Other, r.Failed, r.Events, r.Reports,
			}
			if err := writeJSONLine(cmd.OutOrStdout(), line); err != nil {
				return err
			}
			continue
		}
		outcome := r.Outcome
		if outcome == "" {
			outcome = "not ended"
		}
		fmt.Fprintf(
			cmd.OutOrStdout(),
			"%s  %-7s %-11s  %d added, %d changed, %d reread, %d unchanged, %d in other languages, %d failed\n",
			r.Started,
			r.Command,
			outcome,
			r.Added,
			r.Changed,
			r.Reread,
			r.Unchanged,
			r.Other,
			r.Failed,
		)
	}
	return nil
}
