package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"demarche/timeline/sqlite"
)

// statesOfSources are the values of --state.
func statesOfSources() []string {
	return []string{"read", "unread", "undated", "copy", "changed", "failed"}
}

// newSources returns the command "sources" with those below it.
func newSources() *cobra.Command {
	var db, since, until string
	var q sqlite.Sources
	var asJSON, failed bool
	cmd := &cobra.Command{
		Use:   "sources",
		Short: "list, show, compare and read again what is stored",
		Long: `List the stored articles: id, day, outlet, how many statements, title. The
states are read, unread (in another language: kept, not read), undated, copy
(nearly the text of an older article), changed (with earlier versions), and
failed (addresses and files that could not be read, with the reason).`,
		Example: `  demarche sources --outlet kcna --since 2023
  demarche sources --state undated
  demarche sources --failed
  demarche sources show 12
  demarche sources --json | jq -r .key`,
		Args: knownCommand,
		RunE: func(cmd *cobra.Command, _ []string) error {
			var err error
			if q.Since, q.Until, err = daySpan(cmd, since, until); err != nil {
				return err
			}
			if q.State != "" && !oneOf(q.State, statesOfSources()) {
				return usage(cmd, "--state %q is none of %s", clean(q.State), strings.Join(statesOfSources(), ", "))
			}
			s, err := openToRead(db)
			if err != nil {
				return err
			}
			defer s.Close() //nolint:errcheck // only read
			if failed || q.State == "failed" {
				return listFailed(cmd, s, asJSON)
			}
			rows, err := s.Sources().List(cmd.Context(), q)
			if err != nil {
				return err
			}
			return writeSources(cmd.OutOrStdout(), rows, asJSON)
		},
	}
	dbFlag(cmd, &db)
	f := cmd.Flags()
	f.StringVar(&q.Outlet, "outlet", "", "only from outlets with this in their `name`")
	f.StringVar(&since, "since", "", "only what was published on this `date` or later")
	f.StringVar(&until, "until", "", "only what was published on this `date` or earlier")
	f.StringVar(&q.Kind, "kind", "", "only media `types` with this in them, such as html or pdf")
	f.StringVar(&q.State, "state", "", "only articles in this `state`")
	f.BoolVar(&failed, "failed", false, "what could not be read, with the reason")
	f.IntVar(&q.Limit, "limit", 0, "print at most `N`, 0 for all")
	f.BoolVar(&asJSON, "json", false, "print JSON, a line for each")
	cmd.AddCommand(newSourcesShow(), newSourcesDiff(), newSourcesRetry(), newSourcesUpdate(),
		newSourcesReread(), newSourcesRuns())
	return cmd
}

func oneOf(s string, list []string) bool {
	for _, v := range list {
		if s == v {
			return true
		}
	}
	return false
}

// sourceLine is a stored article as "sources --json" prints it.
type sourceLine struct {
	ID           int64  `json:"id"`
	Key          string `json:"key"`
	URL          string `json:"url"`
	Outlet       string `json:"outlet"`
	Title        string `json:"title"`
	Byline       string `json:"byline"`
	Published    string `json:"published"`
	PublishedHow string `json:"published_how"`
	Retrieved    string `json:"retrieved"`
	Language     string `json:"language"`
	MediaType    string `json:"media_type"`
	SHA256       string `json:"sha256"`
	Version      int    `json:"version"`
	Size         int    `json:"size"`
	Reports      int    `json:"reports"`
	State        string `json:"state"` // "read" or "unread"
	CopyOf       string `json:"copy_of,omitempty"`
	Copies       int    `json:"copies,omitempty"`
}

func newSourceLine(r *sqlite.SourceRow) sourceLine {
	return sourceLine{
		r.ID, r.Key, r.URL, r.Outlet, r.Title, r.Byline, r.Published, r.PublishedHow, r.Retrieved,
		r.Language, r.MediaType, r.SHA256,
		r.Version, r.Size, r.Reports, r.State(), r.CopyOf, r.Copies,
	}
}

// writeSources prints stored articles, a line each.
func writeSources(w io.Writer, rows []sqlite.SourceRow, asJSON bool) error {
	out := bufio.NewWriter(w)
	for i := range rows {
		r := &rows[i]
		if asJSON {
			if err := writeJSONLine(out, newSourceLine(r)); err != nil {
				return err
			}
			continue
		}
		fmt.Fprintf(out, "%6d  %-10s  %s\n", r.ID, orDash(r.Published), clean(aboutSource(r)))
	}
	return out.Flush()
}

// aboutSource is what there is to say of an article in a line.
func aboutSource(r *sqlite.SourceRow) string {
	parts := []string{}
	for _, s := range []string{r.Outlet, r.Title} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	if len(parts) == 0 {
		parts = append(parts, r.Key)
	}
	notes := sourceNotes(r)
	if r.State() != "unread" {
		notes = append([]string{plural(r.Reports, "statement")}, notes...)
	}
	return strings.Join(parts, ": ") + " [" + strings.Join(notes, "; ") + "]"
}

// sourceNotes say in which state an article is, where that is not the usual one.
func sourceNotes(r *sqlite.SourceRow) []string {
	var notes []string
	if r.State() == "unread" {
		notes = append(notes, "in another language ("+r.Language+"), not read")
	}
	if r.Version > 1 {
		notes = append(notes, fmt.Sprintf("version %d", r.Version))
	}
	if r.CopyOf != "" {
		notes = append(notes, "nearly the text of "+r.CopyOf)
	}
	if r.Copies > 0 {
		notes = append(notes, fmt.Sprintf("on %d more sites", r.Copies))
	}
	return notes
}

func orDash(s string) string {
	if s == "" {
		return "undated"
	}
	return s
}

func writeJSONLine(w io.Writer, v any) error {
	b, err := jsonLine(v)
	if err != nil {
		return err
	}
	_, err = w.Write(append(b, '\n'))
	return err
}

// failedLine is a source that could not be read as "sources --failed --json" prints it.
type failedLine struct {
	Source string `json:"source"`
	Kind   string `json:"kind"`
	At     string `json:"at"`
	Why    string `json:"why"`
	Tries  int    `json:"tries"`
}

// listFailed prints what could not be read.
func listFailed(cmd *cobra.Command, s *sqlite.Store, asJSON bool) error {
	list, err := s.Visits().List(cmd.Context(), true)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(cmd.OutOrStdout())
	for _, v := range list {
		if asJSON {
			if err := writeJSONLine(out, failedLine{v.Source, v.Kind, v.At, v.Why, v.Tries}); err != nil {
				return err
			}
			continue
		}
		fmt.Fprintf(out, "%s  %s: %s (%s)\n", v.At, clean(v.Source), clean(v.Why), tried(v.Tries))
	}
	return out.Flush()
}

func tried(n int) string {
	if n == 1 {
		return "tried once"
	}
	return fmt.Sprintf("tried %d times", n)
}
