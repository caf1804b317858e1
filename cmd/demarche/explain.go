package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"demarche/timeline"
	"demarche/timeline/sqlite"
)

// explained is what "explain" prints with --json.
type explained struct {
	Report   string           `json:"report"`
	Text     string           `json:"text"`
	Outlet   string           `json:"outlet"`
	Title    string           `json:"title"`
	FoundBy  string           `json:"foundBy"`
	P        float64          `json:"p"`
	Fields   []explainedField `json:"fields"`
	Verdicts []rival          `json:"candidates"`
}

// explainedField is a field with its value and who decided it.
type explainedField struct {
	Field string  `json:"field"`
	Value string  `json:"value"`
	By    string  `json:"by"`
	P     float64 `json:"p,omitempty"`
	Words string  `json:"words,omitempty"` // of the article that told it
}

// rival is a candidate of the program that runs now.
type rival struct {
	Field string  `json:"field"`
	Value string  `json:"value"`
	By    string  `json:"by"`
	P     float64 `json:"p"`
}

// newExplain returns the command "explain".
func newExplain() *cobra.Command {
	var db, actorsFile string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "explain REPORT",
		Short: "say who decided each field of a report, and what else there was",
		Long: `Explain a report: for each field its value, the rule that decided it, how sure a model is of it, and
the words of the article that told it; then the candidates for each field that this program
sees in the article, with their probabilities. The ids of reports are in the JSON of events and
export.`,
		Example: `  demarche explain r1a2b3c4d5e6f7a8
  demarche events PRK RUS --json | jq -r '.events[].statements[].reports[].id'
  demarche explain r1a2b3c4d5e6f7a8 --json`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			s, err := openToRead(db)
			if err != nil {
				return err
			}
			defer s.Close() //nolint:errcheck // only read
			r, src, err := s.Reports().Get(cmd.Context(), args[0])
			if errors.Is(err, sqlite.ErrNoReport) {
				return fmt.Errorf(
					"%s: no report has the id %s; ids are in the JSON of: demarche events A B --json",
					db,
					clean(args[0]),
				)
			}
			if err != nil {
				return err
			}
			p, err := newPipeline(actorsFile)
			if err != nil {
				return err
			}
			x, err := p.explain(&r, &src)
			if err != nil {
				return err
			}
			if asJSON {
				return json.NewEncoder(cmd.OutOrStdout()).Encode(x)
			}
			return x.print(cmd.OutOrStdout())
		},
	}
	dbFlag(cmd, &db)
	actorsFlag(cmd, &actorsFile)
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return cmd
}

// explain puts together what is stored of a report and the candidates that the article gives now.
func (p *pipeline) explain(r *timeline.Report, src *timeline.Source) (*explained, error) {
	x := stored(r, src)
	c, err := p.candidates(src)
	if err != nil {
		return nil, err
	}
	for _, v := range c.of(r) {
		x.Verdicts = append(x.Verdicts, rival(v))
	}
	return x, nil
}

// stored is what is stored of a report.
func stored(r *timeline.Report, src *timeline.Source) *explained {
	x := &explained{
		Report: r.ID, Text: r.Text, Outlet: src.Outlet, Title: src.Title, FoundBy: r.By, P: r.P,
		Fields: []explainedField{}, Verdicts: []rival{},
	}
	values := fieldValues(r)
	for _, f := range r.Decided.Fields() {
		e := explainedField{Field: f.Name, Value: values[f.Name], By: f.By, P: f.P}
		if f.Evidence.Start < f.Evidence.End && f.Evidence.End <= len(src.Text) {
			e.Words = f.Evidence.Of(src.Text)
		}
		x.Fields = append(x.Fields, e)
	}
	return x
}

// fieldValues are the values of a report's fields as text, by the names of the fields.
func fieldValues(r *timeline.Report) map[string]string {
	v := map[string]string{
		"speaker": partyNames(
			r.Speakers,
		), "addressee": partyNames(r.Addressees), "channel": string(r.Channel), "day": r.Said.EDTF,
		"place": r.Place, "tone": string(r.Tone),
	}
	if r.Medium != nil {
		v["medium"] = r.Medium.Name
	}
	if r.Occasion != nil {
		v["occasion"] = r.Occasion.Name
	}
	return v
}

func partyNames(list []timeline.Party) string {
	var names []string
	for i := range list {
		names = append(names, list[i].Name)
	}
	return strings.Join(names, "; ")
}

// print writes the explanation in words.
func (x *explained) print(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(
		&b,
		"%s  %s\n%s, %q\nfound by %s, %.0f %% sure\n\n",
		x.Report,
		clean(x.Text),
		clean(x.Outlet),
		clean(x.Title),
		x.FoundBy,
		100*x.P,
	)
	for _, f := range x.Fields {
		switch {
		case f.Value == "" && f.By == "":
			continue
		case f.Value == "":
			fmt.Fprintf(&b, "%-10s left open", f.Field)
		default:
			fmt.Fprintf(&b, "%-10s %s", f.Field, clean(f.Value))
		}
		if f.By != "" {
			fmt.Fprintf(&b, "  by %s", f.By)
		}
		if f.P > 0 {
			fmt.Fprintf(&b, ", %.0f %%", 100*f.P)
		}
		if f.Words != "" {
			fmt.Fprintf(&b, ", from %q", clean(f.Words))
		}
		b.WriteByte('\n')
	}
	for i, v := range x.Verdicts {
		if i == 0 || x.Verdicts[i-1].Field != v.Field {
			fmt.Fprintf(&b, "\ncandidates for the %s\n", v.Field)
		}
		fmt.Fprintf(&b, "  %3.0f %%  %-24s by %s\n", 100*v.P, clean(cmp.Or(v.Value, "none")), v.By)
	}
	_, err := io.WriteString(w, b.String())
	return err
}
