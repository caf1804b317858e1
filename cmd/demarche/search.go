package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"demarche/timeline/sqlite"
)

// newSearch returns the command "search".
func newSearch() *cobra.Command {
	var db, since, until string
	var q sqlite.Search
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "search WORDS...",
		Short: "find statements and articles by their words",
		Long: `Search all stored statements and articles, whatever states they concern. All words must occur, in
any of their forms; "in quotes" is a phrase, word* its beginnings, and OR stands between two words
for either. Statements come first, the best ones first.

Exit status 0 also where nothing is found.`,
		Example: `  demarche search solidarity
  demarche search '"full support" OR solidarity' --since 2023
  demarche search sanction* --outlet kcna --statements
  demarche search tariffs --json | jq -r '.report'`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			q.Text = strings.Join(args, " ")
			if err := checkSearch(cmd, &q); err != nil {
				return err
			}
			var err error
			if q.Since, q.Until, err = daySpan(cmd, since, until); err != nil {
				return err
			}
			s, err := openToRead(db)
			if err != nil {
				return err
			}
			defer s.Close() //nolint:errcheck // only read
			hits, err := s.Reports().Find(cmd.Context(), q)
			if err != nil {
				return err
			}
			if asJSON {
				return writeHitsJSON(cmd.OutOrStdout(), hits)
			}
			if len(hits) == 0 {
				fmt.Fprintf(cmd.ErrOrStderr(), "nothing holds %s\n", clean(q.Text))
			}
			return writeHits(cmd.OutOrStdout(), hits)
		},
	}
	dbFlag(cmd, &db)
	fs := cmd.Flags()
	fs.StringVar(&since, "since", "", "only what was said or published on this `date` or later")
	fs.StringVar(&until, "until", "", "only what was said or published on this `date` or earlier")
	fs.StringVar(&q.Outlet, "outlet", "", "only from outlets with this in their `name`")
	fs.BoolVar(&q.Reports, "statements", false, "only statements")
	fs.BoolVar(&q.Articles, "articles", false, "only articles")
	fs.IntVar(&q.Limit, "limit", 20, "print at most `N` of each kind")
	fs.BoolVar(&asJSON, "json", false, "print JSON, a line for each")
	cmd.MarkFlagsMutuallyExclusive("statements", "articles")
	return cmd
}

// checkSearch refuses what can't be searched for.
func checkSearch(cmd *cobra.Command, q *sqlite.Search) error {
	if err := sqlite.CheckText(q.Text); err != nil {
		return usage(cmd, "%s: %v", clean(q.Text), err)
	}
	if q.Limit < 1 {
		return usage(cmd, "--limit %d leaves nothing to print; give 1 or more", q.Limit)
	}
	return nil
}

// writeHits prints a line or two for each hit: what it is and where, then the words around the place.
func writeHits(w io.Writer, hits []sqlite.Hit) error {
	strong := styled(w)
	out := bufio.NewWriter(w)
	for i := range hits {
		h := &hits[i]
		id, day, who := h.Article, h.Published, h.Title
		if h.Report != "" {
			id, day, who = h.Report, h.Said, strings.Join(h.Speakers, ", ")
		}
		if day == "" {
			day = "no day"
		}
		if who == "" {
			who = "?"
		}
		fmt.Fprintf(out, "%s  %s  %s (%s)\n    %s\n", clean(day), clean(id), clean(who), clean(h.Outlet), marked(h, strong))
	}
	return out.Flush()
}
