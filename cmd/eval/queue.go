package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"demarche/cmd/gold"
	"demarche/timeline/record"
)

// newQueue returns the command "queue".
func newQueue() *cobra.Command {
	var actorsFile string
	c := &cobra.Command{
		Use:   "queue GOLD...",
		Short: "show how many wrong records a reader meets first by probability",
		Long: `Order all printed records from the least to the most probable, as a reader would
check them, and print which share of the wrong ones lies in the first part. The
gold is that of "diplomatic":
` + statementGold + `
A record is wrong where its speakers, addressees or date are (a wrong field), or
where the annotation has no such record (spurious). The probability of a record
is made from those of its parts, as far as they are stated:
  least P         the least of quote, speaker, addressee, day and channel
  product of P    the product of the same
  tuple product   the product of quote, speaker, addressee and day
"at most" is what a perfect order would give: where many records are wrong, the
first part cannot hold all of them.

On gold that the models were trained with, the order looks better than it is.`,
		Example: "  go run ./cmd/eval queue dev.jsonl",
		Args:    cobra.MinimumNArgs(1),
		RunE: whole(func(ctx context.Context, w io.Writer, names []string) error {
			all, err := compare(ctx, actorsFile, names)
			if err != nil {
				return err
			}
			all.printQueues(w)
			return nil
		}),
	}
	actorsFlag(c, &actorsFile)
	return c
}

// decision is how a field was decided; the zero value for an unknown field.
func (j *judged) decision(field string) record.Decision {
	for _, f := range j.decided.Fields() {
		if f.Name == field {
			return *f.Decision
		}
	}
	return record.Decision{}
}

// probabilities are those that are stated of the quote and of some fields of a record.
func (j *judged) probabilities(fields []string) []float64 {
	all := []float64{j.p}
	for _, field := range fields {
		all = append(all, j.decision(field).P)
	}
	return slices.DeleteFunc(all, func(p float64) bool { return p == 0 })
}

// order gives the probability of a record from those of its quote and its fields.
type order struct {
	name   string
	fields []string
	of     func([]float64) float64
}

func (o *order) p(j *judged) float64 { return o.of(j.probabilities(o.fields)) }

// orders are those that are compared. The fields of the last are those by which a record is called wrong.
func orders() []order {
	tuple := []string{"speaker", "addressee", "day"}
	all := append(slices.Clone(tuple), "channel")
	return []order{{"least P", all, least}, {"product of P", all, product}, {"tuple product", tuple, product}}
}

// least is the least of some probabilities, 1 of none.
func least(all []float64) float64 {
	p := 1.0
	for _, q := range all {
		p = min(p, q)
	}
	return p
}

// product is the product of some probabilities, 1 of none.
func product(all []float64) float64 {
	p := 1.0
	for _, q := range all {
		p *= q
	}
	return p
}

// wrongs counts wrong records.
type wrongs struct{ field, spurious int }

func (n wrongs) all() int { return n.field + n.spurious }

// wrongIn counts the wrong ones among records.
func wrongIn(records []judged) wrongs {
	var n wrongs
	for i := range records {
		switch j := &records[i]; {
		case j.gold == nil:
			n.spurious++
		case !gold.SameTuple(j.gold, &j.printed):
			n.field++
		}
	}
	return n
}

// queue are the records, the least probable first; those that are equal stay in the order of the articles.
func (c *comparison) queue(o order) []judged {
	out := slices.Clone(c.printed)
	slices.SortStableFunc(out, func(a, b judged) int { return cmp.Compare(o.p(&a), o.p(&b)) })
	return out
}

// head are the first records of a queue, a share of it in percent, rounded up.
func head(queue []judged, percent int) []judged { return queue[:(len(queue)*percent+99)/100] }

// decisive is the part of a queue, in percent, by which orders are compared: what a reader has time for.
const decisive = 20

// printQueues prints for each order which share of the wrong records lies in the first part of the queue, and which
// order is best.
func (c *comparison) printQueues(w io.Writer) {
	total := wrongIn(c.printed)
	fmt.Fprintf(w, "%d records, %d wrong: %d with a wrong field, %d spurious\n",
		len(c.printed), total.all(), total.field, total.spurious)
	best, top := "", -1
	for _, o := range orders() {
		q := c.queue(o)
		fmt.Fprintf(w, "%-14s %8s %7s %8s %12s %9s\n", o.name, "records", "wrong", "at most", "wrong field", "spurious")
		for _, percent := range []int{10, 20, 30, 50} {
			first := head(q, percent)
			n := wrongIn(first)
			most := min(len(first), total.all())
			fmt.Fprintf(w, "  first %2d %%   %8d %6.1f%% %7.1f%% %11.1f%% %8.1f%%\n", percent, len(first),
				share(n.all(), total.all()), share(most, total.all()), share(n.field, total.field),
				share(n.spurious, total.spurious))
		}
		if n := wrongIn(head(q, decisive)).all(); n > top {
			best, top = o.name, n
		}
	}
	fmt.Fprintf(w, "best order, by the first %d %%: %s\n", decisive, best)
}
