package main

import (
	"encoding/json"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"demarche/timeline/actors"
)

// newActors returns the command "actors".
func newActors() *cobra.Command {
	var at, file string
	var asJSON bool
	c := &cobra.Command{
		Use:   "actors [NAME]",
		Short: "show who is known: states, bodies, media, persons and offices",
		Long: `Show the actors that a name means, with their offices, other names, and where each row comes from.
Without a name, count what is known.

NAME is any name in any spelling: a person, a state, a demonym, a capital, a seat of power, an
agency, or an office of a state such as "Russian president", for which --at tells the day.

A file given with --actors is a table with tab-separated columns
    kind  name  state  aliases  office  start  end
one row an actor or a term of office. It adds to what is known and corrects it.`,
		Example: `  demarche actors "Kim Jong Un"
  demarche actors Medvedev --at 2010-06-01
  demarche actors "the Russian president" --at 2010-06-01
  demarche actors Kremlin --json
  demarche actors "Ri Tong Il" --actors my-actors.tsv`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if at != "" && !isDate(at) {
				return fmt.Errorf("--at %q is no date of the form YYYY-MM-DD, YYYY-MM or YYYY", at)
			}
			g, err := gazetteer(file)
			if err != nil {
				return err
			}
			if len(args) == 0 {
				return countActors(cmd.OutOrStdout(), g, asJSON)
			}
			found := findActors(g, args[0], at)
			if len(found) == 0 {
				return unknownActor(g, args[0])
			}
			if asJSON {
				return writeActorsJSON(cmd.OutOrStdout(), g, found, at)
			}
			return writeActors(cmd.OutOrStdout(), g, found, at)
		},
	}
	c.Flags().StringVar(&at, "at", "", "show who it was on this `DATE`: YYYY-MM-DD, YYYY-MM or YYYY")
	c.Flags().StringVar(&file, "actors", "", "add to and correct what is known from this `FILE`")
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}

// isDate reports whether a date is written YYYY-MM-DD, YYYY-MM or YYYY.
func isDate(at string) bool {
	return regexp.MustCompile(`^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$`).MatchString(at)
}

// findActors returns the actors that a name or an office of a state means.
func findActors(g *actors.Gazetteer, name, at string) []*actors.Entry {
	name = strings.TrimSpace(name)
	if rest, ok := strings.CutPrefix(strings.ToLower(name), "the "); ok {
		name = name[len(name)-len(rest):]
	}
	if e := g.NamedEntries(name, at); len(e) > 0 {
		return e
	}
	if e, ok := g.Lookup(name); ok {
		return []*actors.Entry{e}
	}
	if m, ok := g.ParseOffice(name); ok {
		if a, ok := g.Resolve(m, at); ok {
			if e, ok := g.Lookup(a.ID); ok {
				return []*actors.Entry{e}
			}
		}
	}
	if code, ok := g.StateCode(name); ok {
		e, _ := g.Lookup(code)
		return []*actors.Entry{e}
	}
	return nil
}

func unknownActor(g *actors.Gazetteer, name string) error {
	err := fmt.Errorf("no actor is named %q", name)
	if near := g.Suggest(name); len(near) > 0 {
		return &hinted{err, "did you mean " + strings.Join(near, ", ") + "?"}
	}
	return err
}

func countActors(w io.Writer, g *actors.Gazetteer, asJSON bool) error {
	n := map[string]int{}
	for _, e := range g.Entries() {
		n[string(e.Kind)]++
		n["term"] += len(e.Terms)
	}
	if asJSON {
		return json.NewEncoder(w).Encode(map[string]int{
			"states": n["state"], "organisations": n["organisation"], "media": n["medium"],
			"persons": n["person"], "terms": n["term"],
		})
	}
	_, err := fmt.Fprintf(w, "%d states, %d organisations, %d media, %d persons with %d terms of office\n",
		n["state"], n["organisation"], n["medium"], n["person"], n["term"])
	return err
}

func writeActors(w io.Writer, g *actors.Gazetteer, found []*actors.Entry, at string) error {
	const most = 10
	more := len(found) - most
	found = found[:min(most, len(found))]
	for i, e := range found {
		if i > 0 {
			fmt.Fprintln(w)
		}
		fmt.Fprintf(
			w,
			"%s (%s)\n",
			clean(e.Name),
			clean(strings.Join(slices.DeleteFunc([]string{string(e.Kind), e.State, e.Detail, e.ID},
				func(s string) bool { return s == "" }), ", ")),
		)
		if at != "" && e.Kind == actors.Person {
			title := g.Office(e.ID, at)
			if title == "" {
				title = "no office known"
			}
			fmt.Fprintf(w, "  on %s: %s\n", at, clean(title))
		}
		if len(e.Aliases) > 0 {
			fmt.Fprintf(w, "  also: %s\n", clean(strings.Join(e.Aliases, ", ")))
		}
		if len(e.Seats) > 0 {
			fmt.Fprintf(w, "  seats: %s\n", strings.Join(e.Seats, ", "))
		}
		if len(e.Domains) > 0 {
			fmt.Fprintf(w, "  sites: %s\n", strings.Join(e.Domains, ", "))
		}
		tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
		for _, t := range shownTerms(e.Terms) {
			fmt.Fprintf(tw, "  %s\t%s\t[%s]\n", clean(termDates(t)), clean(t.Title), clean(t.Origin))
		}
		if err := tw.Flush(); err != nil {
			return err
		}
		if len(e.Terms) == 0 {
			fmt.Fprintf(w, "  origin: %s\n", clean(e.Origin))
		}
	}
	if more > 0 {
		fmt.Fprintf(w, "\n%d more; give more of the name, or --at DATE\n", more)
	}
	return nil
}

// shownTerms returns the terms by start. That a president or prime minister led the state goes without saying.
func shownTerms(terms []actors.Term) []actors.Term {
	shown := slices.DeleteFunc(slices.Clone(terms), func(t actors.Term) bool {
		return t.Office == "leader" && slices.ContainsFunc(terms, func(o actors.Term) bool {
			return o.Office != "leader" && o.State == t.State && o.Start == t.Start && o.End == t.End
		})
	})
	slices.SortStableFunc(shown, func(a, b actors.Term) int { return strings.Compare(a.Start, b.Start) })
	return shown
}

// termDates shows a term as an EDTF interval; where only a last sighting is known, the end is open and says so.
func termDates(t actors.Term) string {
	s := t.Start + "/" + t.End
	if t.End == "" {
		s += ".."
		if t.Seen != "" {
			s += " (known to " + t.Seen + ")"
		}
	}
	if t.Acting {
		s += " acting"
	}
	return s
}

// actorJSON is an actor as "demarche actors --json" prints it.
type actorJSON struct {
	ID      string     `json:"id"`
	Name    string     `json:"name"`
	Kind    string     `json:"kind"`
	State   string     `json:"state,omitempty"`
	Control string     `json:"control,omitempty"`
	Gender  string     `json:"gender,omitempty"`
	Office  string     `json:"office_at,omitempty"`
	Aliases []string   `json:"aliases"`
	Seats   []string   `json:"seats,omitempty"`
	Domains []string   `json:"domains,omitempty"`
	Terms   []termJSON `json:"terms,omitempty"`
	Origin  string     `json:"origin"`
}

type termJSON struct {
	State  string `json:"state"`
	Office string `json:"office"`
	Title  string `json:"title"`
	Start  string `json:"start,omitempty"`
	End    string `json:"end,omitempty"`
	Seen   string `json:"known_to,omitempty"`
	Acting bool   `json:"acting,omitempty"`
	Origin string `json:"origin"`
}

func writeActorsJSON(w io.Writer, g *actors.Gazetteer, found []*actors.Entry, at string) error {
	out := make([]actorJSON, 0, len(found))
	for _, e := range found {
		a := actorJSON{
			ID: e.ID, Name: e.Name, Kind: string(e.Kind), State: e.State, Control: e.Detail, Gender: e.Gender,
			Aliases: append([]string{}, e.Aliases...), Seats: e.Seats, Domains: e.Domains, Origin: e.Origin,
		}
		if at != "" {
			a.Office = g.Office(e.ID, at)
		}
		for _, t := range e.Terms {
			a.Terms = append(a.Terms, termJSON{t.State, t.Office, t.Title, t.Start, t.End, t.Seen, t.Acting, t.Origin})
		}
		out = append(out, a)
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}
