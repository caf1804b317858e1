package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"demarche/quotes"
	"demarche/quotes/article"
	"demarche/quotes/text"
	"demarche/timeline"
)

// newMerging returns the command "merging".
func newMerging() *cobra.Command {
	var actorsFile string
	var show bool
	c := &cobra.Command{
		Use:   "merging FACTS",
		Short: "measure what is merged of statements that several outlets word",
		Long: `Put each English wording of a public statement in a short article of our own,
merge what is found in all of them, and compare pairs of wordings: those of one
fact are one event, those of one utterance one statement. FACTS is JSON Lines,
  {"id","speaker","speaker_office","addressees":[{"name"}],"date_said",
   "channel","medium","place",
   "quotes":[{"exact","outlet","published","form","lang"}]}
Each wording is told in several ways, one a turn; the figures are over all of
them. A FACTS that ends in .txt holds articles as they stand instead, see
cmd/eval/testdata/told.txt.`,
		Example: "  go run ./cmd/eval merging facts.jsonl\n  go run ./cmd/eval merging cmd/eval/testdata/told.txt",
		Args:    cobra.ExactArgs(1),
		RunE: whole(func(ctx context.Context, w io.Writer, names []string) error {
			return measureMerging(ctx, w, names[0], actorsFile, show)
		}),
	}
	actorsFlag(c, &actorsFile)
	c.Flags().BoolVar(&show, "errors", false, "list the pairs that are wrong or missing")
	return c
}

// told is a wording in an article, and where it came out.
type told struct {
	name             string // of the wording
	article          *article.Article
	text             string // the wording
	happening        string // that it belongs to
	statement        string // that it belongs to
	event, utterance string // that it came out in, "" for none
	as               string // what the report was resolved to
}

func measureMerging(ctx context.Context, w io.Writer, name, actorsFile string, show bool) error {
	x, err := newExtraction(actorsFile)
	if err != nil {
		return err
	}
	turns, err := readTurns(name)
	if err != nil {
		return err
	}
	var events, statements ratio
	together := 0
	for turn, list := range turns {
		if err := findAll(ctx, list, x); err != nil {
			return err
		}
		e := comparePairs(
			list,
			func(a *told) string { return a.event },
			func(a *told) string { return a.happening },
		)
		s := comparePairs(
			list,
			func(a *told) string { return a.utterance },
			func(a *told) string { return a.statement },
		)
		fmt.Fprintf(w, "turn %d: %d wordings, %d found; events %v; statements %v\n",
			turn+1, len(list), countFound(list), e, s)
		if show {
			showPairs(w, list)
		}
		together += wordedTogether(list)
		events = events.plus(e)
		statements = statements.plus(s)
	}
	fmt.Fprintf(w, "all: events %v; statements %v\n", events, statements)
	fmt.Fprintf(
		w,
		"wordings of one statement that are in one event: %.1f %%\n",
		share(together, statements.annotated),
	)
	return nil
}

// readTurns reads the wordings of a file, in each way in which they are told: articles of their own as they stand,
// facts in the articles of all tellers.
func readTurns(name string) ([][]told, error) {
	if strings.HasSuffix(name, ".txt") {
		list, err := readTold(name)
		return [][]told{list}, err
	}
	facts, err := readFacts(name)
	if err != nil {
		return nil, err
	}
	var turns [][]told
	for turn := range tellers() {
		turns = append(turns, tellFacts(facts, turn))
	}
	return turns, nil
}

func countFound(list []told) int {
	n := 0
	for i := range list {
		if list[i].event != "" {
			n++
		}
	}
	return n
}

func (r ratio) plus(o ratio) ratio {
	return ratio{r.right + o.right, r.predicted + o.predicted, r.annotated + o.annotated}
}

// findAll reads the articles of the wordings, merges what is found in them, and notes where each came out.
func findAll(ctx context.Context, list []told, x *extraction) error {
	sources := map[string]timeline.Source{}
	found := each(list, func(t *told) []timeline.Event {
		d := text.Parse(t.article.Text)
		return timeline.Build(t.article, d, x.quotes.Extract(d, quotes.Options{Title: t.article.Title}), x.actors)
	})
	for i := range list {
		sources[list[i].article.Key()] = timeline.NewSource(list[i].article)
	}
	find(list, timeline.Merge(slices.Concat(found...), sources))
	return ctx.Err()
}

// find notes in which event and statement each wording came out: in that whose report has most of its words.
func find(list []told, events []timeline.Event) {
	byKey := map[string]*told{}
	for i := range list {
		byKey[list[i].article.Key()] = &list[i]
	}
	most := map[*told]int{}
	for i := range events {
		for _, s := range events[i].Statements {
			for _, r := range s.Reports {
				t := byKey[r.ArticleKey]
				if n := commonWords(r.Text, t.text); n > most[t] {
					most[t], t.event, t.utterance, t.as = n, events[i].ID, s.ID, resolvedAs(&r)
				}
			}
		}
	}
}

// resolvedAs tells who a report has speaking to whom, how and when.
func resolvedAs(r *timeline.Report) string {
	name := func(list []timeline.Party) string {
		var out []string
		for _, p := range list {
			id := p.ID
			if p.FromText() {
				id = p.Name
			}
			out = append(out, id+"/"+p.State)
		}
		return strings.Join(out, "+")
	}
	return fmt.Sprintf(
		"%s > %s, %s, %s %s, %q",
		name(r.Speakers),
		name(r.Addressees),
		r.Channel,
		r.Said.EDTF,
		r.Said.Basis,
		r.Text,
	)
}

// commonWords counts the words of t that are in s.
func commonWords(s, t string) int {
	n := 0
	have := map[string]bool{}
	for _, w := range letterWords(s) {
		have[w] = true
	}
	for _, w := range letterWords(t) {
		if have[w] {
			n++
		}
	}
	return n
}

func letterWords(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return r < 'a' || r > 'z' })
}

// comparePairs compares all pairs of wordings: came are where they came out, belong where they should.
func comparePairs(list []told, came, belong func(*told) string) ratio {
	var r ratio
	for i := range list {
		for j := i + 1; j < len(list); j++ {
			one := belong(&list[i]) == belong(&list[j])
			if one {
				r.annotated++
			}
			if c := came(&list[i]); c != "" && c == came(&list[j]) {
				r.predicted++
				if one {
					r.right++
				}
			}
		}
	}
	return r
}

// wordedTogether counts the pairs of wordings of one statement that came out in one event.
func wordedTogether(list []told) int {
	n := 0
	for i := range list {
		for j := i + 1; j < len(list); j++ {
			a, b := &list[i], &list[j]
			if a.statement == b.statement && a.event != "" && a.event == b.event {
				n++
			}
		}
	}
	return n
}

// showPairs lists the events that are wrong, and what is missing in each happening.
func showPairs(w io.Writer, list []told) {
	for i := range list {
		for j := i + 1; j < len(list); j++ {
			a, b := &list[i], &list[j]
			same := a.event != "" && a.event == b.event
			switch {
			case same && a.happening != b.happening:
				fmt.Fprintf(w, "  joined: %s %s\n    %s %s\n", a.name, a.as, b.name, b.as)
			case !same && a.happening == b.happening:
				fmt.Fprintf(
					w,
					"  apart: %v %s %s\n    %s %s\n",
					a.statement == b.statement,
					a.name,
					a.as,
					b.name,
					b.as,
				)
			case same && a.statement == b.statement && a.utterance != b.utterance:
				fmt.Fprintf(w, "  two statements: %q, %q\n", a.text, b.text)
			case same && a.statement != b.statement && a.utterance == b.utterance:
				fmt.Fprintf(w, "  one statement: %q, %q\n", a.text, b.text)
			}
		}
	}
}
