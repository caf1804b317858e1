package main

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"demarche/timeline/sqlite"
)

// newCheck returns the command "check".
func newCheck() *cobra.Command {
	var db string
	var asJSON, quiet bool
	cmd := &cobra.Command{
		Use:   "check",
		Short: "prove that every report stands in its article, and that the file is sound",
		Long: `Check the whole database: that every report's words equal its article's text at their place, that the bytes of every
article still have their SHA-256, that nothing refers to what is not there, that the search finds what is stored, and that the file is
sound. What is wrong is listed on standard output, a line each, and the exit status is 1.`,
		Example: `  demarche check
  demarche check --db archive.sqlite --json`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			s, err := openToRead(db)
			if err != nil {
				return err
			}
			defer s.Close() //nolint:errcheck // only read
			a, err := s.Check(cmd.Context())
			if asJSON {
				return errors.Join(err, json.NewEncoder(cmd.OutOrStdout()).Encode(newChecked(db, a)))
			}
			for _, f := range a.Failures {
				fmt.Fprintln(cmd.OutOrStdout(), clean(f))
			}
			if !quiet {
				for _, f := range a.Skipped {
					fmt.Fprintln(cmd.ErrOrStderr(), clean(f))
				}
			}
			if err == nil && !quiet {
				fmt.Fprintf(cmd.OutOrStdout(), "%s: sound; %s (and %d older versions), %s, %s\n", db,
					plural(a.Articles, "article"), a.Versions, plural(a.Events, "event"), plural(a.Reports, "report"))
			}
			return err
		},
	}
	dbFlag(cmd, &db)
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	cmd.Flags().BoolVarP(&quiet, "quiet", "q", false, "print nothing but what is wrong")
	return cmd
}

// checked is what "check --json" prints.
type checked struct {
	DB       string   `json:"db"`
	Sound    bool     `json:"sound"`
	Articles int      `json:"articles"`
	Versions int      `json:"older_versions"`
	Events   int      `json:"events"`
	Reports  int      `json:"reports"`
	Failures []string `json:"failures"`
	Skipped  []string `json:"skipped"`
}

func newChecked(db string, a *sqlite.Audit) checked {
	return checked{
		db, len(a.Failures) == 0, a.Articles, a.Versions, a.Events, a.Reports,
		append([]string{}, a.Failures...), append([]string{}, a.Skipped...),
	}
}
