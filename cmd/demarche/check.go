package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"demarche/timeline/sqlite"
)

// newCheck returns the command "check".
func newCheck() *cobra.Command {
	var db string
	var asJSON, quiet bool
	cmd := &cobra.Command{
		Use:   "check",
		Short: "prove that reports stand in their articles, unchanged",
		Long: `Check the whole database: that every report's words equal its article's text at their place, that
every row is as it was stored and none is missing, that the bytes of every article still have their
SHA-256, that the search finds what is stored, and that the file is sound. What is wrong is listed
on standard output, a line each, and the exit status is 4.

Every row carries a SHA-256 of what it holds. It shows what went wrong or was changed by another
program; it is no signature, and somebody who means to can make it anew.`,
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
				return cmp.Or(err, json.NewEncoder(cmd.OutOrStdout()).Encode(newChecked(db, a)))
			}
			if !quiet {
				for _, f := range a.Skipped {
					fmt.Fprintln(cmd.ErrOrStderr(), clean(f))
				}
			}
			_, werr := io.WriteString(cmd.OutOrStdout(), findings(db, a, err == nil && !quiet))
			return cmp.Or(err, werr)
		},
	}
	dbFlag(cmd, &db)
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	cmd.Flags().BoolVarP(&quiet, "quiet", "q", false, "print nothing but what is wrong")
	return cmd
}

// findings are the lines that say what is wrong, or what was found to be sound.
func findings(db string, a *sqlite.Audit, sound bool) string {
	var b strings.Builder
	for _, f := range a.Failures {
		fmt.Fprintln(&b, clean(f))
	}
	if sound {
		fmt.Fprintf(&b, "%s: sound; %s (and %d older versions), %s, %s\n", clean(db),
			plural(a.Articles, "article"), a.Versions, plural(a.Events, "event"), plural(a.Reports, "report"))
	}
	return b.String()
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
