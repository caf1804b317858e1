package main

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"demarche/render"
	"demarche/render/export"
)

// exportOptions are the flags of "export" beside those of the filter.
type exportOptions struct {
	filter
	datasetOptions
	format, out    string
	quiet, archive bool
}

// newExport returns the command "export".
func newExport() *cobra.Command {
	var o exportOptions
	cmd := &cobra.Command{
		Use:   "export [A [B]]",
		Short: "write what states said in the formats of other programs",
		Long: `Write what two states said to each other, what one state said and was told, or, without a state, all that is
stored. Offsets are Unicode code points of the article's text. The formats:

` + formatList() + `
What the columns mean is told by: demarche codebook`,
		Example: `  demarche export PRK RUS --format json -o prk-rus.json
  demarche export "north korea" moscow --since 2023 | jq .summary
  demarche export PRK --format csv -o north-korea.csv
  demarche export --format jsonl --max-words 50 -o all.jsonl
  demarche export CHN USA --format csl -o zotero.json
  demarche export --format datasette -o metadata.json
  demarche export --archive -o copy.json`,
		Args: cobra.MaximumNArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error { return runExport(cmd, args, &o) },
	}
	o.addTo(cmd)
	o.citing.addTo(cmd)
	f := cmd.Flags()
	f.StringVar(&o.format, "format", "json", "the `format`, one of those above")
	f.StringVar(&o.title, "title", "", "the `title` (default: the names of the states)")
	f.StringVar(&o.made, "made", "", "the `day` to print as the day on which it was made")
	f.BoolVar(&o.withText, "with-text", false, "give the whole text of each article too, for your own use")
	f.IntVar(&o.maxWords, "max-words", 0, "cut each quotation after this `number` of words")
	f.BoolVar(&o.archive, "archive", false, "give all that import needs to make the same database again, as JSON")
	f.BoolVarP(&o.quiet, "quiet", "q", false, "print nothing but errors")
	outputFlag(cmd, &o.out)
	return cmd
}

// formatList is the list of formats for the help.
func formatList() string {
	var b strings.Builder
	for _, f := range export.Formats() {
		fmt.Fprintf(&b, "  %-12s %s\n", f.Name, f.Holds)
	}
	return b.String()
}

func runExport(cmd *cobra.Command, args []string, o *exportOptions) error {
	frugal()
	format, ok := export.FormatNamed(o.format)
	if !ok {
		return usage(cmd, "unknown format %q; there are %s", o.format, formatNames())
	}
	if err := o.check(cmd, args, format); err != nil {
		return err
	}
	d, err := o.dataset(cmd, args, o.datasetOptions)
	if err != nil {
		return err
	}
	var n render.Summary
	counted := d.counting(&n)
	if o.archive {
		format.Write = d.archive
	}
	err = writeFile(cmd, o.out, func(w io.Writer) error { return format.Write(w, counted) })
	if err == nil && !o.quiet {
		err = d.tell(cmd, o.out, &n, counted.Omitted)
	}
	return errors.Join(err, d.Close())
}

// formatNames lists the formats in a message.
func formatNames() string {
	var out []string
	for _, f := range export.Formats() {
		out = append(out, f.Name)
	}
	return strings.Join(out, ", ")
}

// check refuses flags that promise what the export won't be.
func (o *exportOptions) check(cmd *cobra.Command, args []string, f export.Format) error {
	switch {
	case o.archive && (f.Name != "json" || len(args) > 0 || o.maxWords > 0 || o.narrowed()):
		return usage(
			cmd,
			"--archive is of the whole database, as JSON; leave out the states, the filters and other formats",
		)
	case o.maxWords < 0:
		return usage(cmd, "--max-words %d is less than none", o.maxWords)
	case o.maxWords > 0 && o.withText:
		return usage(cmd, "--max-words cuts quotations and --with-text gives whole articles; use one of them")
	}
	if err := checkDay(cmd, o.made); err != nil {
		return err
	}
	return checkOutput(cmd, o.out, strings.ToUpper(f.Name), f.Endings, "choose another name, or another --format")
}

// counting is the dataset, with what is drawn of it last counted in n.
func (o *openDataset) counting(n *render.Summary) *export.Dataset {
	d := *o.Dataset
	d.Events = func(yield func(*export.Entry, error) bool) {
		*n = render.Summary{}
		for e, err := range o.Events {
			if err == nil {
				n.Add(&e.Event)
			}
			if !yield(e, err) {
				return
			}
		}
	}
	return &d
}

// tell says on standard error what was written to a file, what the format has no place for, and what there is where
// nothing was found.
func (o *openDataset) tell(cmd *cobra.Command, out string, n *render.Summary, omitted export.Omitted) error {
	if out != "-" && n.Events > 0 {
		fmt.Fprintf(cmd.ErrOrStderr(), "%s: %d events, %d statements, %d reports\n", clean(out),
			n.Events, n.Statements, n.Reports)
	}
	for _, why := range slices.Sorted(maps.Keys(omitted)) {
		fmt.Fprintf(cmd.ErrOrStderr(), "left out: %d %s\n", omitted[why], why)
	}
	note, err := o.note(n.Events)
	if note != "" {
		fmt.Fprintln(cmd.ErrOrStderr(), clean(note))
	}
	return err
}
