package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"demarche/timeline/sqlite"
)

// oneSource opens the database and finds an article by its id, key or address.
func oneSource(cmd *cobra.Command, db, name string) (*sqlite.Store, *sqlite.SourceRow, error) {
	s, err := openToRead(db)
	if err != nil {
		return nil, nil, err
	}
	r, err := s.Sources().Get(cmd.Context(), name)
	if err == nil && r == nil {
		err = fmt.Errorf("%s: no article with this id, key or address in %s; demarche sources lists them", clean(name), db)
	}
	if err != nil {
		_ = s.Close() // nothing was written
		return nil, nil, err
	}
	return s, r, nil
}

// newSourcesShow returns the command "sources show".
func newSourcesShow() *cobra.Command {
	var db string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "show ID",
		Short: "print an article with its statements marked",
		Long: `Print what is stored of an article, by its id, key or address, and its text. The
words of each statement stand in ⟦ ⟧, with the id of the report and its speakers
below their paragraph.`,
		Example: `  demarche sources show 12
  demarche sources show https://news.example/2023/06/12/kim`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			s, r, err := oneSource(cmd, db, args[0])
			if err != nil {
				return err
			}
			defer s.Close() //nolint:errcheck // only read
			return showSource(cmd, s, r, asJSON)
		},
	}
	dbFlag(cmd, &db)
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return cmd
}

// mark is a piece of a statement in a text, in bytes.
type mark struct {
	start, end int
	note       string // to print below the paragraph; "" but for the last piece
}

// shownSource is what "sources show --json" prints.
type shownSource struct {
	sourceLine
	Text       string      `json:"text"`
	Statements []shownMark `json:"statements"`
}

// shownMark is a statement of an article; spans are bytes of the text.
type shownMark struct {
	Report   string   `json:"report"`
	Speakers string   `json:"speakers"`
	Spans    [][2]int `json:"spans"`
}

func showSource(cmd *cobra.Command, s *sqlite.Store, r *sqlite.SourceRow, asJSON bool) error {
	versions, err := s.Sources().Versions(cmd.Context(), r.ID)
	if err != nil {
		return err
	}
	marked, err := s.Sources().Marks(cmd.Context(), r.ID)
	if err != nil {
		return err
	}
	text := versions[len(versions)-1].Text
	shown := shownSource{sourceLine: newSourceLine(r), Text: text, Statements: []shownMark{}}
	var marks []mark
	for _, m := range marked {
		sm := shownMark{Report: m.Report, Speakers: m.Speakers}
		if err := json.Unmarshal([]byte(m.Content), &sm.Spans); err != nil {
			return fmt.Errorf("report %s: %w", m.Report, err)
		}
		shown.Statements = append(shown.Statements, sm)
		for i, at := range sm.Spans {
			k := mark{start: at[0], end: at[1]}
			if i == len(sm.Spans)-1 {
				k.note = m.Report + "  " + m.Speakers
			}
			marks = append(marks, k)
		}
	}
	if asJSON {
		return writeJSONLine(cmd.OutOrStdout(), shown)
	}
	out := bufio.NewWriter(cmd.OutOrStdout())
	for _, f := range [][2]string{
		{"id", fmt.Sprint(r.ID)},
		{"key", r.Key},
		{"title", r.Title},
		{"byline", r.Byline},
		{"outlet", r.Outlet},
		{"published", published(r)},
		{"url", r.URL},
		{"language", r.Language},
		{"kind", r.MediaType},
		{"version", fmt.Sprint(r.Version)},
		{"sha256", r.SHA256},
		{"text of", r.CopyOf},
	} {
		if f[1] != "" {
			fmt.Fprintf(out, "%-10s %s\n", f[0], clean(f[1]))
		}
	}
	fmt.Fprintf(out, "\n%s\n", markedText(text, marks))
	return out.Flush()
}

func published(r *sqlite.SourceRow) string {
	if r.Published == "" {
		return "unknown"
	}
	return r.Published + " (" + r.PublishedHow + ")"
}

// markedText writes the marks into a text, a paragraph a line, with their notes below each. Marks that lie outside the
// text or in each other's way are left out.
func markedText(text string, marks []mark) string {
	slices.SortStableFunc(marks, func(a, b mark) int { return a.start - b.start })
	var b strings.Builder
	var notes []string
	at := 0
	plain := func(s string) { // a paragraph ends: its notes follow
		for i, l := range strings.Split(s, "\n") {
			if i > 0 {
				b.WriteString("\n")
				for _, n := range notes {
					b.WriteString("    " + clean(n) + "\n")
				}
				notes = nil
			}
			b.WriteString(printable(l))
		}
	}
	for _, m := range marks {
		if m.start < at || m.end < m.start || m.end > len(text) {
			continue
		}
		plain(text[at:m.start])
		b.WriteString("⟦" + clean(text[m.start:m.end]) + "⟧")
		if at = m.end; m.note != "" {
			notes = append(notes, m.note)
		}
	}
	plain(text[at:] + "\n")
	return strings.TrimRight(b.String(), "\n")
}

// printable is a line of a text without what does something to a terminal; its spaces stay.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if active(r) {
			return ' '
		}
		return r
	}, s)
}
