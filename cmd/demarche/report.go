package main

import (
	"fmt"
	"io"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"demarche/render"
	"demarche/render/export"
	"demarche/timeline"
	"demarche/timeline/actors"
	"demarche/timeline/dates"
)

// reportOptions are the flags of "report" beside those of the filter.
type reportOptions struct {
	filter
	citing
	cited                   export.Citation // as citing gives it
	out, title, made, actor string
	json, quiet, compare    bool
	keeping                 sync.WaitGroup // what is kept of the page while it is written
}

// newReport returns the command "report".
func newReport() *cobra.Command {
	var o reportOptions
	cmd := &cobra.Command{
		Use:   "report A [B]",
		Short: "write the timeline of two states, of one state, or of one actor",
		Long: `Write what two states said to each other as one HTML page: a timeline, the list of all events with
their quotes and sources, filters and a summary. The page needs nothing but a browser: it fetches
nothing and can be opened from disk, kept and handed on. A state is named by its ISO 3166 code,
name, demonym or capital. With one state the page shows it with all its partners, a row a pair; with
--actor, what that person or body said and was told.

The same database gives the same page, byte for byte; the page carries a date only where --made
gives one.`,
		Example: `  demarche report PRK RUS -o page.html
  demarche report "north korea" Moscow --since 2023 -o 2023.html
  demarche report CHN USA --speaker Xi --json -o xi.json
  demarche report PRK -o prk.html
  demarche report --actor "Kim Jong Un" -o kim.html
  demarche report --compare "PRK RUS" "PRK CHN" -o compare.html`,
		Args: func(cmd *cobra.Command, args []string) error {
			if o.compare {
				return nil
			}
			return cobra.MaximumNArgs(2)(cmd, args)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			brisk()
			if o.compare {
				return o.comparison(cmd, args)
			}
			return report(cmd, args, &o)
		},
	}
	o.filter.addTo(cmd)
	o.citing.addTo(cmd)
	f := cmd.Flags()
	outputFlag(cmd, &o.out)
	f.StringVar(&o.title, "title", "", "the page's `title` (default: the names of the states)")
	f.StringVar(&o.actor, "actor", "", "the `name` of a person or body to report on, in place of states")
	f.StringVar(&o.made, "made", "", "the `day` to print as the day on which the page was made")
	f.BoolVar(&o.json, "json", false, "write the report as JSON instead of a page")
	f.BoolVar(&o.compare, "compare", false, "draw several relations on one scale, each named as in \"PRK RUS\"")
	f.BoolVarP(&o.quiet, "quiet", "q", false, "print nothing but errors")
	return cmd
}

func report(cmd *cobra.Command, args []string, o *reportOptions) error {
	if err := o.check(cmd); err != nil {
		return err
	}
	draw := render.JSON
	if !o.json {
		draw = render.HTML
		go render.Prepare()
	}
	go modelName() // begun early, on a core that is idle
	defer o.keeping.Wait()
	r, note, err := o.build(cmd, args)
	if err != nil {
		return err
	}
	if err := writeFile(cmd, o.out, func(w io.Writer) error { return draw(w, r) }); err != nil {
		return err
	}
	if o.quiet {
		return nil
	}
	if o.out != "-" {
		fmt.Fprintf(cmd.ErrOrStderr(), "%s: %d events, %d statements, %d articles\n", clean(o.out),
			r.Summary.Events, r.Summary.Statements, r.Summary.Sources)
	}
	if note != "" {
		fmt.Fprintln(cmd.ErrOrStderr(), clean(note))
	}
	return nil
}

// check refuses flags that promise what the report won't be.
func (o *reportOptions) check(cmd *cobra.Command) (err error) {
	if o.cited, err = o.citation(cmd); err != nil {
		return err
	}
	if err := checkDay(cmd, o.made); err != nil {
		return err
	}
	if o.json {
		return checkOutput(cmd, o.out, "JSON", jsonEndings, "name it .json, or leave out --json for a page of HTML")
	}
	return checkOutput(cmd, o.out, "a page of HTML", htmlEndings,
		"name it .html, or use --json for JSON; there is nothing else")
}

// checkDay refuses a value of --made that is no day.
func checkDay(cmd *cobra.Command, made string) error {
	if made == "" {
		return nil
	}
	if d, err := dates.Parse(made); err != nil || d.Earliest == "" || d.Earliest != d.Latest {
		return usage(cmd, "--made %q is no day; write it as 2023-06-12", made)
	}
	return nil
}

// build reads what is asked for: a pair of states, one state, or an actor. The string says what there is where that
// is nothing.
func (o *reportOptions) build(cmd *cobra.Command, args []string) (*render.Report, string, error) {
	switch {
	case o.actor != "" && len(args) > 0:
		return nil, "", usage(cmd, "--actor takes the place of the states; leave out %q", args[0])
	case o.actor != "":
		return actorReport(cmd, o.actor, o)
	case len(args) == 0:
		return nil, "", usage(cmd, "name two states, one state, or an actor with --actor")
	case len(args) == 1:
		return stateReport(cmd, args[0], o)
	}
	v, err := o.read(cmd, args[0], args[1])
	if err != nil {
		return nil, "", err
	}
	options := o.render(v.names, query(cmd, v.A, v.B), []timeline.Relation{v.Relation})
	return render.New(v.Relation, options), v.note, nil
}

// stateNames gives the names of all states that the events speak of.
func stateNames(g *actors.Gazetteer, rel *timeline.Relation) map[string]string {
	names := map[string]string{rel.A: g.StateName(rel.A), rel.B: g.StateName(rel.B)}
	add := func(code string) {
		if code != "" && names[code] == "" {
			names[code] = g.StateName(code)
		}
	}
	for i := range rel.Events {
		e := &rel.Events[i]
		for _, p := range e.Speakers {
			add(p.State)
		}
		for _, p := range e.Addressees {
			add(p.State)
		}
		for _, code := range e.About {
			add(code)
		}
	}
	return names
}

// query is the command line that asks for the same report, without the files it reads and writes.
func query(cmd *cobra.Command, states ...string) string {
	words := append([]string{"demarche", cmd.Name()}, states...)
	for _, name := range []string{"since", "until", "speaker", "direction", "text", "addressed", "actor"} {
		if f := cmd.Flags().Lookup(name); f != nil && f.Changed {
			words = append(words, fmt.Sprintf("--%s %q", name, f.Value))
		}
	}
	return strings.Join(words, " ")
}
