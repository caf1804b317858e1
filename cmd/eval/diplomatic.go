package main

import (
	"context"
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"demarche/cmd/gold"
)

// statementGold says what a line of the gold of statements is.
const statementGold = `  {"id","text","title","outlet","published","quotes":[...]}
where quotes are in the form that "demarche extract" prints, with aliases of the
parties.`

// newDiplomatic returns the command "diplomatic".
func newDiplomatic() *cobra.Command {
	var actorsFile string
	c := &cobra.Command{
		Use:   "diplomatic GOLD...",
		Short: "score who said what to whom, how, when, on what occasion",
		Long: `Score the records that are found against annotated statements:
` + statementGold + `
A record is found where the contents share half of their letters. It prints
precision, recall and F1 of each field, and the share right of those found, for
all records and by form.`,
		Example: "  go run ./cmd/eval diplomatic dev.jsonl",
		Args:    cobra.MinimumNArgs(1),
		RunE: whole(func(ctx context.Context, w io.Writer, names []string) error {
			all, err := compare(ctx, actorsFile, names)
			if err != nil {
				return err
			}
			for _, g := range formGroups() {
				all.of(g.forms).print(w, g.name)
			}
			return nil
		}),
	}
	actorsFlag(c, &actorsFile)
	return c
}

// formGroup is a group of forms that has a table of its own.
type formGroup struct {
	name  string
	forms []string
}

func formGroups() []formGroup {
	return []formGroup{
		{"all", []string{"direct", "mixed", "indirect", "unmarked"}},
		{"direct+mixed", []string{"direct", "mixed"}},
		{"indirect", []string{"indirect"}},
		{"unmarked", []string{"unmarked"}},
	}
}

// of are the records of some forms: a found record belongs to the form of the gold, a spurious one to its own.
func (c *comparison) of(forms []string) *comparison {
	out := &comparison{}
	for _, j := range c.printed {
		form := j.printed.Form
		if j.gold != nil {
			form = j.gold.Form
		}
		if slices.Contains(forms, form) {
			out.printed = append(out.printed, j)
		}
	}
	for _, g := range c.missed {
		if slices.Contains(forms, g.Form) {
			out.missed = append(out.missed, g)
		}
	}
	return out
}

// right counts the found records that have a field as the annotation has it, and all found ones.
func (c *comparison) right(same func(gold, printed *gold.Record) bool) (right, found int) {
	for i := range c.printed {
		j := &c.printed[i]
		if j.gold == nil {
			continue
		}
		found++
		if same(j.gold, &j.printed) {
			right++
		}
	}
	return right, found
}

// print prints the table of a group of forms.
func (c *comparison) print(w io.Writer, name string) {
	_, found := c.right(gold.SameTuple)
	n := ratio{found, len(c.printed), found + len(c.missed)}
	fmt.Fprintf(w, "%s: gold %d predicted %d\n", name, n.annotated, n.predicted)
	fmt.Fprintf(w, "  %-11s %v\n", "found", n)
	for _, f := range gold.Fields() {
		n.right, _ = c.right(f.Same)
		fmt.Fprintf(w, "  %-11s %v   field acc %5.1f\n", f.Name, n, share(n.right, found))
	}
}
