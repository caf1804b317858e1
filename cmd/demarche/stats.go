package main

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"demarche/render/export"
	"demarche/timeline/actors"
)

// statsOptions are the flags of "stats" beside those of the filter.
type statsOptions struct {
	filter
	json, csv, html bool
	out, made       string
}

// newStats returns the command "stats".
func newStats() *cobra.Command {
	var o statsOptions
	cmd := &cobra.Command{
		Use:   "stats [A [B]]",
		Short: "count what was said by month, direction, tone, channel, speaker",
		Long: `Count events, statements and reports by month, direction, tone, channel, speaker and outlet: between two
states, of one state with all others, or of all that is stored. Relations that are each named in one word of
the command line, such as "PRK RUS", are counted side by side; --html draws them on one scale.`,
		Example: `  demarche stats PRK RUS
  demarche stats PRK --since 2023 --json | jq '.relations[0].by[0]'
  demarche stats "PRK RUS" "PRK CHN" --html -o compare.html`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error { return o.run(cmd, args) },
	}
	o.addTo(cmd)
	f := cmd.Flags()
	f.BoolVar(&o.json, "json", false, "print JSON")
	f.BoolVar(&o.csv, "csv", false, "print a row a count, as CSV")
	f.BoolVar(&o.html, "html", false, "write a page that draws the relations on one scale")
	f.StringVar(&o.made, "made", "", "the `day` to print as the day on which it was made")
	outputFlag(cmd, &o.out)
	return cmd
}

func (o *statsOptions) run(cmd *cobra.Command, args []string) error {
	if err := o.check(cmd); err != nil {
		return err
	}
	relations, err := o.relations(cmd, args)
	if err != nil {
		return err
	}
	stats, err := countRelations(cmd, &o.filter, relations, o.made)
	if err != nil {
		return err
	}
	return writeFile(cmd, o.out, func(w io.Writer) error {
		switch {
		case o.json:
			return stats.JSON(w)
		case o.csv:
			return stats.CSV(w)
		case o.html:
			return stats.HTML(w)
		}
		return statsTable(w, stats)
	})
}

func (o *statsOptions) check(cmd *cobra.Command) error {
	if o.json && o.csv || o.json && o.html || o.csv && o.html {
		return usage(cmd, "--json, --csv and --html exclude each other; use one of them")
	}
	if err := checkDay(cmd, o.made); err != nil {
		return err
	}
	document, endings := "a table", ".txt"
	switch {
	case o.json:
		document, endings = "JSON", jsonEndings
	case o.csv:
		document, endings = "CSV", ".csv"
	case o.html:
		document, endings = "a page of HTML", htmlEndings
	}
	return checkOutput(cmd, o.out, document, endings, "choose another name, or one of --json, --csv and --html")
}

// relations reads what is asked for: states, or relations of which each is one argument with two states.
func (o *statsOptions) relations(cmd *cobra.Command, args []string) ([][]string, error) {
	g, err := gazetteer(o.actors)
	if err != nil {
		return nil, err
	}
	var out [][]string
	for _, arg := range args {
		if r := twoStates(g, arg); r != nil {
			out = append(out, r)
		}
	}
	switch {
	case len(out) == len(args) && len(out) > 0:
		return out, nil
	case len(out) > 0:
		return nil, usage(
			cmd,
			"states and relations are mixed; write each relation in quotation marks, as in \"PRK RUS\"",
		)
	case len(args) > 2:
		return nil, usage(cmd, "%d states are named; name at most two, or relations such as \"PRK RUS\"", len(args))
	}
	return [][]string{args}, nil
}

// twoStates are the states that an argument names, nil where it names one or something else.
func twoStates(g *actors.Gazetteer, arg string) []string {
	if _, ok := g.StateCode(arg); ok {
		return nil
	}
	words := strings.Fields(strings.ReplaceAll(arg, ",", " "))
	for i := 1; i < len(words); i++ {
		a, b := strings.Join(words[:i], " "), strings.Join(words[i:], " ")
		_, first := g.StateCode(a)
		_, second := g.StateCode(b)
		if first && second {
			return []string{a, b}
		}
	}
	return nil
}

// countRelations counts each of the relations.
func countRelations(cmd *cobra.Command, f *filter, relations [][]string, made string) (*export.Stats, error) {
	var stats *export.Stats
	var asked []string
	for _, states := range relations {
		d, err := f.dataset(cmd, states, datasetOptions{made: made})
		if err != nil {
			return nil, err
		}
		if stats == nil {
			stats = export.NewStats(&d.Head)
		}
		asked = append(asked, strings.Join(d.Scope.Codes(), " "))
		if err := errors.Join(stats.Add(d.Dataset), d.Close()); err != nil {
			return nil, err
		}
	}
	if len(asked) > 1 {
		for i := range asked {
			asked[i] = `"` + asked[i] + `"`
		}
		stats.Query = query(cmd, asked...)
	}
	return stats, nil
}

// comparison writes the page that draws several relations on one scale.
func (o *reportOptions) comparison(cmd *cobra.Command, args []string) error {
	s := statsOptions{filter: o.filter, html: true, out: o.out, made: o.made}
	relations, err := s.relations(cmd, args)
	if err != nil {
		return err
	}
	if len(relations) < 2 {
		return usage(
			cmd,
			"--compare: name two relations or more, each in quotation marks, as in \"PRK RUS\" \"PRK CHN\"",
		)
	}
	return s.run(cmd, args)
}

// mostValues is the number of values of a variable that the table shows; the JSON has all.
const mostValues = 12

// statsTable prints the counts of statements for people, the relations side by side.
func statsTable(w io.Writer, s *export.Stats) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	line := func(first string, of func(i int) string) {
		fmt.Fprintf(t, "%s\t", clean(first))
		for i := range s.Relations {
			fmt.Fprintf(t, "%s\t", clean(of(i)))
		}
		fmt.Fprintln(t)
	}
	number := func(n func(i int) int) func(int) string { return func(i int) string { return fmt.Sprint(n(i)) } }
	line("", func(i int) string { return s.Relations[i].Title })
	line("events", number(func(i int) int { return s.Relations[i].Summary.Events }))
	line("statements", number(func(i int) int { return s.Relations[i].Summary.Statements }))
	line("reports", number(func(i int) int { return s.Relations[i].Summary.Reports }))
	line("articles cited", number(func(i int) int { return s.Relations[i].Summary.Sources }))
	for _, name := range []string{"month", "direction", "tone", "channel", "speaker", "outlet"} {
		most := mostValues
		if name == "month" {
			most = 0
		}
		fmt.Fprintln(t)
		line("statements by "+name, func(int) string { return "" })
		for _, p := range s.Pooled(name, most) {
			line(p.Label(), number(func(i int) int { return p.Counts[i].Statements }))
		}
	}
	return t.Flush()
}
