package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"demarche/quotes/article"
)

// newEval returns the command "eval".
func newEval() *cobra.Command {
	var texts, actorsFile string
	c := &cobra.Command{
		Use:   "eval KIND GOLD...",
		Short: "measure the extraction against texts that people annotated",
		Long: `Runs the extraction over annotated texts (JSON Lines, spans in Unicode code points) and prints precision, recall and F1.

  quotes      {"id","text","quotes":[{"content","source","cue"}]}: quotes found and attributed, with all attributions, and
              how often quotes of a stated probability are right
  cofenet     {"id","offsets","labels"} a sentence: exact spans of source, cue and content; --texts names the quotes file
  diplomatic  as "extract" prints: who said what to whom, when, on what occasion
  dates       {"id","text","reference_date","timexes"}: expressions of time, their types and values`,
		Example: `  demarche eval quotes polnear-dev.jsonl
  demarche eval cofenet --texts polnear-dev.jsonl polnear-cofenet-dev.jsonl`,
		Args: cobra.MinimumNArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			w := bufio.NewWriter(cmd.OutOrStdout())
			e := &evaluation{ctx: cmd.Context(), gold: args[1:], texts: texts, actors: actorsFile}
			var err error
			switch args[0] {
			case "quotes":
				err = e.quotes(w)
			case "cofenet":
				err = e.cofenet(w)
			case "diplomatic":
				err = e.diplomatic(w)
			case "dates":
				err = e.dates(w)
			default:
				return &hinted{fmt.Errorf("%q: no such kind of gold", args[0]), "one of quotes, cofenet, diplomatic, dates"}
			}
			if err != nil {
				return err
			}
			return w.Flush()
		},
	}
	c.Flags().StringVar(&texts, "texts", "", "`file` with the texts of cofenet's sentences")
	actorsFlag(c, &actorsFile)
	return c
}

// evaluation is a run of "eval".
type evaluation struct {
	ctx    context.Context
	gold   []string
	texts  string
	actors string
}

// goldLine is an annotated document with the article that it is read as.
type goldLine[T any] struct {
	article *article.Article
	gold    T
}

// readGold reads all documents of the files, as "extract" reads them, and their annotation.
func readGold[T any](ctx context.Context, names []string) ([]goldLine[T], error) {
	var out []goldLine[T]
	in := &inputs{ctx: ctx, lines: true}
	for s := range in.sources(names) {
		a, err := s.read(ctx)
		if err != nil {
			return nil, err
		}
		g := goldLine[T]{article: a}
		if err := json.Unmarshal(a.Bytes, &g.gold); err != nil {
			return nil, fmt.Errorf("%s: not the gold of this kind: %w", s.name, err)
		}
		out = append(out, g)
	}
	return out, ctx.Err()
}

// extraction returns the extraction that "extract" runs.
func (e *evaluation) extraction(attributions bool) (*extraction, error) {
	p, err := newPipeline(e.actors)
	return &extraction{p, attributions}, err
}

// into puts what would be printed of an article into v.
func (e *extraction) into(a *article.Article, v any) error {
	out, err := e.document(a)
	if err != nil {
		return err
	}
	return printedInto(out, v)
}

// printedInto puts what would be printed of a value into v, so that what is measured is what is printed.
func printedInto(out, v any) error {
	b, err := jsonLine(out)
	if err != nil {
		return err
	}
	return json.Unmarshal(b, v)
}

// ratio counts right, predicted and annotated items.
type ratio struct{ right, predicted, annotated int }

// prf is precision, recall and F1 in percent.
func (r ratio) prf() (p, c, f float64) {
	if r.predicted > 0 {
		p = 100 * float64(r.right) / float64(r.predicted)
	}
	if r.annotated > 0 {
		c = 100 * float64(r.right) / float64(r.annotated)
	}
	if p+c > 0 {
		f = 2 * p * c / (p + c)
	}
	return p, c, f
}

func (r ratio) String() string {
	p, c, f := r.prf()
	return fmt.Sprintf("P %5.1f R %5.1f F1 %5.1f", p, c, f)
}

func share(n, of int) float64 { return 100 * float64(n) / float64(max(1, of)) }

// certainty counts quotes by their stated probability, in tenths.
type certainty [10]struct {
	n, right int
	sum      float64
}

func (c *certainty) add(p float64, right bool) {
	b := &c[min(9, max(0, int(p*10)))]
	b.n++
	b.sum += p
	if right {
		b.right++
	}
}

// print shows stated against actual probability.
func (c *certainty) print(w io.Writer) {
	fmt.Fprintln(w, "\nreliability of P (content j50 and source overlap)")
	for i, b := range c {
		if b.n > 0 {
			fmt.Fprintf(w, "  %.1f-%.1f  n %5d  mean P %5.1f  right %5.1f\n", float64(i)/10, float64(i+1)/10, b.n,
				100*b.sum/float64(b.n), share(b.right, b.n))
		}
	}
}
