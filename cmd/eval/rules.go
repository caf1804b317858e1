package main

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"demarche/cmd/gold"
)

// ruleCount counts the decisions of a rule on a field.
type ruleCount struct {
	Field   string   `json:"field"`
	Rule    string   `json:"rule"` // "" where nothing decided and the field is empty or has its default
	Decided int      `json:"decided"`
	Right   int      `json:"right"`
	MeanP   *float64 `json:"p"` // mean of the stated probabilities, from 0 to 1; null where no model judged
	judged  int
	sum     float64
}

// newRules returns the command "rules".
func newRules() *cobra.Command {
	var actorsFile string
	var asJSON bool
	c := &cobra.Command{
		Use:   "rules GOLD...",
		Short: "count how often each rule decided a field, and was right",
		Long: `Count, for each field of the records that are found, which rule decided it, how
often it was right, and the mean of the probabilities that were stated. The gold
is that of "diplomatic":
` + statementGold + `
The rule "-" stands for a field that no rule decided. A mean P of "-" says that
no model judged. With --json each line is a row: {"field","rule","decided",
"right","p"}, where p is from 0 to 1.

On gold that the models were trained with, rules look better than they are.`,
		Example: `  go run ./cmd/eval rules dev.jsonl
  go run ./cmd/eval rules --json dev.jsonl | jq 'select(.field=="day")'`,
		Args: cobra.MinimumNArgs(1),
		RunE: whole(func(ctx context.Context, w io.Writer, names []string) error {
			all, err := compare(ctx, actorsFile, names)
			if err != nil {
				return err
			}
			if asJSON {
				return writeRules(w, all.rules())
			}
			printRules(w, all.rules())
			return nil
		}),
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print a line of JSON for each row")
	actorsFlag(c, &actorsFile)
	return c
}

// decidedFields are the fields of a report that the annotation has as well, with their comparison.
func decidedFields() []gold.Field {
	annotated := map[string]string{
		"speaker": "speakers", "addressee": "addressees", "medium": "medium", "channel": "channel",
		"day": "date", "occasion": "occasion", "tone": "tone",
	}
	var out []gold.Field
	for _, name := range []string{"speaker", "addressee", "medium", "channel", "day", "occasion", "tone"} {
		k := slices.IndexFunc(gold.Fields(), func(f gold.Field) bool { return f.Name == annotated[name] })
		out = append(out, gold.Field{Name: name, Same: gold.Fields()[k].Same})
	}
	return out
}

// rules counts the decisions on the found records: by field, the most frequent rule first.
func (c *comparison) rules() []ruleCount {
	var out []ruleCount
	for _, f := range decidedFields() {
		rows := map[string]*ruleCount{}
		for i := range c.printed {
			if j := &c.printed[i]; j.gold != nil {
				j.count(f, rows)
			}
		}
		from := len(out)
		for _, r := range rows {
			if r.judged > 0 {
				mean := r.sum / float64(r.judged)
				r.MeanP = &mean
			}
			out = append(out, *r)
		}
		slices.SortFunc(out[from:], func(a, b ruleCount) int {
			return cmp.Or(b.Decided-a.Decided, cmp.Compare(a.Rule, b.Rule))
		})
	}
	return out
}

// count adds the decision on one field of a found record to the row of its rule.
func (j *judged) count(f gold.Field, rows map[string]*ruleCount) {
	d := j.decision(f.Name)
	r := rows[d.By]
	if r == nil {
		r = &ruleCount{Field: f.Name, Rule: d.By}
		rows[d.By] = r
	}
	r.Decided++
	if f.Same(j.gold, &j.printed) {
		r.Right++
	}
	if d.P > 0 {
		r.judged++
		r.sum += d.P
	}
}

// writeRules writes a line of JSON for each row.
func writeRules(w io.Writer, rows []ruleCount) error {
	enc := json.NewEncoder(w)
	for i := range rows {
		if err := enc.Encode(&rows[i]); err != nil {
			return err
		}
	}
	return nil
}

// printRules prints a table for each field.
func printRules(w io.Writer, rows []ruleCount) {
	field := ""
	for i := range rows {
		r := &rows[i]
		if r.Field != field {
			field = r.Field
			fmt.Fprintf(w, "%-30s %8s %7s %7s\n", field, "decided", "right", "mean P")
		}
		p := "-"
		if r.MeanP != nil {
			p = fmt.Sprintf("%.1f", 100**r.MeanP)
		}
		fmt.Fprintf(w, "  %-28s %8d %7.1f %7s\n", cmp.Or(r.Rule, "-"), r.Decided, share(r.Right, r.Decided), p)
	}
}
