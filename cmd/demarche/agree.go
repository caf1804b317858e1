package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"demarche/timeline/coding"
	"demarche/timeline/edits"
	"demarche/timeline/record"
	"demarche/timeline/sqlite"
)

// newAgree returns the command "agree".
func newAgree() *cobra.Command {
	var edit editFlags
	var sample string
	var disagreements, keep bool
	cmd := &cobra.Command{
		Use:   "agree",
		Short: "measure how far coders agree, and how often the dataset is right",
		Long: `Print, for a sample that people have coded, field by field: how far each two coders agree, and each
with the program, in percent, as Cohen's kappa and as Krippendorff's alpha (nominal); the alpha of
all coders; and the precision of the dataset as it was drawn, each stratum with its weight. All with
95 % intervals. A field's precision is the share of the values given that are right; a value for
what is no statement is wrong. Where coders disagree, their share counts, until somebody settles it
with "review --sample NAME --disagreements". --keep lays what they agree on over the dataset; the
precision stays that of the dataset as it was drawn.

Intervals of percentages are Wilson's (1927), of the precision Wilson's with the effective sample
size (Korn and Graubard 1998), of kappa and alpha percentiles of 2,000 bootstrap samples of
statements (Efron and Tibshirani 1993) with a fixed seed.`,
		Example: `  demarche agree --sample spring
  demarche agree --sample spring --json | jq '.precision'
  demarche agree --sample spring --disagreements
  demarche agree --sample spring --keep --dry-run`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if keep {
				return keepAgreed(cmd, &edit, sample)
			}
			if edit.dryRun {
				return usage(cmd, "--dry-run is for --keep")
			}
			s, err := openToRead(edit.db)
			if err != nil {
				return err
			}
			defer s.Close() //nolint:errcheck // only read
			a, err := readAgreement(cmd, s, edit.db, sample)
			if err != nil {
				return err
			}
			if disagreements {
				return a.printDisputes(cmd, edit.json)
			}
			if edit.json {
				return writeJSONLine(cmd.OutOrStdout(), a.measure())
			}
			return a.measure().print(cmd.OutOrStdout())
		},
	}
	edit.addTo(cmd)
	f := cmd.Flags()
	f.StringVar(&sample, "sample", "", "the sample's `name` (default: the only one)")
	f.BoolVar(&disagreements, "disagreements", false, "list what coders disagree about")
	f.BoolVar(&keep, "keep", false, "lay what coders agree on over the dataset")
	cmd.MarkFlagsMutuallyExclusive("keep", "disagreements")
	return cmd
}

// agreed is a sample with its codings and with what people ruled since.
type agreed struct {
	*coding.Book
	list    []record.Edit
	rulings map[string]coding.Ruling
}

// readAgreement reads a sample by its name, or the only one.
func readAgreement(cmd *cobra.Command, s *sqlite.Store, db, name string) (*agreed, error) {
	list, err := s.Edits().All(cmd.Context())
	if err != nil {
		return nil, err
	}
	samples, err := coding.Samples(list)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", db, err)
	}
	switch {
	case name != "":
	case len(samples) == 0:
		return nil, fmt.Errorf("%s: no sample is drawn yet; draw one with: demarche sample N", db)
	case len(samples) > 1:
		var names []string
		for _, one := range samples {
			names = append(names, one.Name)
		}
		return nil, usage(
			cmd,
			"there are %d samples; name one with --sample: %s",
			len(samples),
			strings.Join(names, ", "),
		)
	default:
		name = samples[0].Name
	}
	a := &agreed{list: list, rulings: map[string]coding.Ruling{}}
	if a.Book, err = bookOf(list, name); err != nil {
		return nil, fmt.Errorf("%s: %w", db, err)
	}
	if len(a.Coders()) == 0 {
		return nil, fmt.Errorf(
			"%s: nobody has coded the sample %s yet; see: demarche review --sample %s",
			db,
			name,
			name,
		)
	}
	return a, a.rule(cmd.Context(), s)
}

// rule reads what people decided in the dataset on what coders disagree about.
func (a *agreed) rule(ctx context.Context, s *sqlite.Store) error {
	for i := range a.Sample.Items {
		item := &a.Sample.Items[i]
		if len(a.Disputes(item)) == 0 || !a.Settled(a.list, item.Report) {
			continue
		}
		r, _, err := s.Reports().Get(ctx, item.Report)
		if errors.Is(err, sqlite.ErrNoReport) {
			continue // its words are gone: the coders' shares stand
		}
		if err != nil {
			return err
		}
		a.rulings[item.Report] = coding.Ruling{Rejected: r.Status == record.Rejected, Values: edits.Values(&r)}
	}
	return nil
}

// disputeLine is a disagreement as --json prints it.
type disputeLine struct {
	Sample  string            `json:"sample"`
	Report  string            `json:"report"`
	Field   string            `json:"field"`
	Codes   map[string]string `json:"codes"`   // by coder; parties by their ids
	Machine string            `json:"machine"` // what the program says
	Settled bool              `json:"settled"`
}

// printDisputes lists what coders disagree about, a line for each.
func (a *agreed) printDisputes(cmd *cobra.Command, inJSON bool) error {
	n := 0
	for i := range a.Sample.Items {
		item := &a.Sample.Items[i]
		settled := a.Settled(a.list, item.Report)
		for _, d := range a.Disputes(item) {
			n++
			l := disputeLine{a.Sample.Name, item.Report, d.Field, d.Codes, coding.CodeOf(item.Said(), d.Field), settled}
			if err := a.printDispute(cmd, l, inJSON); err != nil {
				return err
			}
		}
	}
	switch {
	case n == 0:
		fmt.Fprintln(cmd.ErrOrStderr(), "the coders disagree about nothing")
	case !inJSON:
		fmt.Fprintf(cmd.ErrOrStderr(), "settle it with: demarche review --sample %s --disagreements\n", a.Sample.Name)
	}
	return nil
}

func (a *agreed) printDispute(cmd *cobra.Command, l disputeLine, inJSON bool) error {
	if inJSON {
		return writeJSONLine(cmd.OutOrStdout(), l)
	}
	var says []string
	for _, who := range a.Coders() {
		if code, ok := l.Codes[who]; ok {
			says = append(says, who+" "+orNothing(code))
		}
	}
	line := fmt.Sprintf("%s %s: %s; the program %s", l.Report, l.Field, strings.Join(says, ", "), orNothing(l.Machine))
	if l.Settled {
		line += " (settled)"
	}
	_, err := fmt.Fprintln(cmd.OutOrStdout(), clean(line))
	return err
}

func orNothing(code string) string {
	if code == "" {
		return "nothing"
	}
	return code
}
