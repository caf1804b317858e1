package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"

	"github.com/spf13/cobra"

	"demarche/timeline"
	"demarche/timeline/sqlite"
)

// newGroups returns the command "groups".
func newGroups() *cobra.Command {
	var seed uint64
	var n int
	var across bool
	c := &cobra.Command{
		Use:   "groups DATABASE",
		Short: "draw events that several articles tell, to be judged by reading",
		Long: `Merge anew what a database of "demarche add" holds, by the rules of this program
and without the edits of people, and print events of two or more articles, drawn
at random with a fixed seed: each with its reports as they were resolved. A
group is right when all of its articles tell of one happening.`,
		Example: "  go run ./cmd/eval groups --seed 21 -n 100 all.sqlite",
		Args:    cobra.ExactArgs(1),
		RunE: whole(func(ctx context.Context, w io.Writer, names []string) error {
			groups, sources, err := mergedGroups(ctx, names[0], across)
			if err != nil {
				return err
			}
			fmt.Fprintf(w, "%d events of two or more articles\n", len(groups))
			rnd := rand.New(rand.NewPCG(seed, seed)) //nolint:gosec // a sample that can be drawn again
			rnd.Shuffle(len(groups), func(i, j int) { groups[i], groups[j] = groups[j], groups[i] })
			for i := range groups[:min(n, len(groups))] {
				fmt.Fprintf(w, "\n%d. ", i+1)
				printGroup(w, &groups[i], sources)
			}
			return nil
		}),
	}
	c.Flags().Uint64Var(&seed, "seed", 1, "the `number` that the sample depends on")
	c.Flags().IntVarP(&n, "number", "n", 100, "how many to print")
	c.Flags().BoolVar(&across, "outlets", false, "draw among events of two or more outlets alone")
	return c
}

// mergedGroups merges anew what a database holds: the events of two or more articles, or outlets, by id.
func mergedGroups(
	ctx context.Context, name string, across bool,
) ([]timeline.Event, map[string]timeline.Source, error) {
	s, err := sqlite.Open(name, sqlite.Options{ReadOnly: true})
	if err != nil {
		return nil, nil, err
	}
	defer s.Close() //nolint:errcheck // only read
	view, err := s.Snapshot(ctx)
	if err != nil {
		return nil, nil, err
	}
	defer view.Close() //nolint:errcheck // only read
	var told []timeline.Event
	for t, err := range view.Stream(sqlite.Selection{}) {
		if err != nil {
			return nil, nil, err
		}
		told = append(told, t.Event)
	}
	sources := map[string]timeline.Source{}
	if err := view.Sources(func(s timeline.Source) error { sources[s.Key] = s; return nil }); err != nil {
		return nil, nil, err
	}
	groups := timeline.Merge(told, sources)
	groups = slices.DeleteFunc(groups, func(e timeline.Event) bool {
		return distinct(&e, func(r *timeline.Report) string { return r.ArticleKey }) < 2 ||
			across && distinct(&e, func(r *timeline.Report) string { return sources[r.ArticleKey].Outlet }) < 2
	})
	slices.SortFunc(groups, func(a, b timeline.Event) int { return cmp.Compare(a.ID, b.ID) })
	return groups, sources, nil
}

// distinct counts the values of the reports of an event.
func distinct(e *timeline.Event, of func(*timeline.Report) string) int {
	seen := map[string]bool{}
	for i := range e.Statements {
		for j := range e.Statements[i].Reports {
			seen[of(&e.Statements[i].Reports[j])] = true
		}
	}
	return len(seen)
}

// shownRunes is how much of a report's words is printed.
const shownRunes = 240

// printGroup prints an event with its reports by statement.
func printGroup(w io.Writer, e *timeline.Event, sources map[string]timeline.Source) {
	fmt.Fprintf(w, "%s %s %s %s\n", e.ID, e.Channel, e.Said.EDTF, e.Said.Basis)
	for i := range e.Statements {
		for j := range e.Statements[i].Reports {
			r := &e.Statements[i].Reports[j]
			mark := "-"
			if j > 0 {
				mark = "=" // another wording of the statement above
			}
			as := []rune(resolvedAs(r))
			fmt.Fprintf(w, "  %s %s (%s) %s\n", mark, r.ArticleKey, sources[r.ArticleKey].Title,
				string(as[:min(len(as), shownRunes)]))
		}
	}
}
