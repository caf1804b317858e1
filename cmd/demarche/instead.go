package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"demarche/timeline"
	"demarche/timeline/actors"
	"demarche/timeline/sqlite"
)

// tell prints what there is instead of what was asked for, where that is nothing.
func (v *view) tell(cmd *cobra.Command, quiet bool) error {
	if v.note == "" || quiet {
		return nil
	}
	_, err := fmt.Fprintln(cmd.ErrOrStderr(), clean(v.note))
	return err
}

// insteadOf says what the database has where a query gave nothing: what the flags left out, or with whom else the
// states have events.
func (f *filter) insteadOf(cmd *cobra.Command, s *sqlite.Store, g *actors.Gazetteer, q sqlite.Filter) (string, error) {
	all, err := s.Relations().Between(cmd.Context(), sqlite.Filter{A: q.A, B: q.B})
	if err != nil {
		return "", err
	}
	where := "between " + g.StateName(q.A) + " and " + g.StateName(q.B)
	note := f.leftOut(all.Events, where)
	if len(all.Events) == 0 {
		others, err := f.others(cmd, s, g, q.A, q.B)
		if err != nil {
			return "", err
		}
		note += others
	}
	return note + "; " + plural(articlesRead(all), "article") + " read", nil
}

// leftOut says what the flags left out of all events that there are; where tells which those are.
func (f *filter) leftOut(all []timeline.Event, where string) string {
	names := speakers(all)
	switch {
	case len(all) == 0:
		return "no events " + where
	case f.speaker != "" && !slices.ContainsFunc(names, f.named):
		return fmt.Sprintf("no speaker %s is called %q; there are %s", where, f.speaker, first(names, 8))
	}
	return "no events " + where + " like that; without the filters there are " + plural(len(all), "event") + spell(all)
}

// named reports whether --speaker means a speaker of that name.
func (f *filter) named(name string) bool {
	return strings.Contains(strings.ToLower(name), strings.ToLower(f.speaker))
}

// others says with which states the states have events.
func (f *filter) others(cmd *cobra.Command, s *sqlite.Store, g *actors.Gazetteer, states ...string) (string, error) {
	var parts []string
	for _, code := range states {
		partners, err := s.Relations().Partners(cmd.Context(), code)
		if err != nil {
			return "", err
		}
		var names []string
		for _, p := range partners {
			names = append(names, g.StateName(p))
		}
		if len(names) > 0 {
			parts = append(parts, g.StateName(code)+" has some with "+first(names, 8))
		}
	}
	if len(parts) == 0 {
		return ", nor of one of them with any other state", nil
	}
	return "; " + strings.Join(parts, "; "), nil
}

// speakers are the names of all who speak, each once.
func speakers(events []timeline.Event) []string {
	var names []string
	for i := range events {
		for _, p := range events[i].Speakers {
			if !slices.Contains(names, p.Name) {
				names = append(names, p.Name)
			}
		}
	}
	slices.Sort(names)
	return names
}

// spell is from when to when events are known to be, as a clause to go on with; "" where none is dated.
func spell(events []timeline.Event) string {
	from, to := "", ""
	for i := range events {
		d := events[i].Said
		if d.Earliest != "" && (from == "" || d.Earliest < from) {
			from = d.Earliest
		}
		to = max(to, d.Latest)
	}
	if from == "" || to == "" {
		return ""
	}
	return ", from " + from + " to " + to
}

// first lists the first n names.
func first(names []string, n int) string {
	if len(names) > n {
		return strings.Join(names[:n], ", ") + fmt.Sprintf(" and %d more", len(names)-n)
	}
	return strings.Join(names, ", ")
}

// articlesRead is the number of articles with a known month of publication.
func articlesRead(rel timeline.Relation) int {
	n := 0
	for _, c := range rel.Read {
		n += c.Articles
	}
	return n
}
