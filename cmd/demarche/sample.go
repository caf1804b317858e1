package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"demarche/timeline"
	"demarche/timeline/coding"
	"demarche/timeline/edits"
	"demarche/timeline/record"
	"demarche/timeline/sqlite"
)

// sampleOptions are the flags of "sample".
type sampleOptions struct {
	filter
	coder, name   string
	seed          uint64
	by            []string
	equal         bool
	dryRun, quiet bool
	json          bool
}

// newSample returns the command "sample".
func newSample() *cobra.Command {
	var o sampleOptions
	cmd := &cobra.Command{
		Use:   "sample [N [A [B]]]",
		Short: "draw a stratified sample of statements for people to code",
		Long: `Draw N statements of all, or of those between states or with the flags of "events", for people to
code: see "review --sample" and "agree". The sample is kept in the database with what the dataset
says of each statement on this day, so every coder works through the same list, and what they find
stays true of the dataset as it was drawn. Statements that people added are not drawn.

Strata are made by --by: p (how certain the program is of speaker, addressee, day and words, in
four bands), form, channel, tone, speaker, addressee (their states), outlet, year. Each gives as many
as its share, two at least; with --equal each the same, and "agree" weights them. The same seed draws
the same statements of the same dataset. Without N the samples are listed.`,
		Example: `  demarche sample 200 --seed 1
  demarche sample 100 PRK RUS --since 2023 --by p,form --name spring
  demarche sample 120 --seed 7 --by channel --equal --dry-run
  demarche sample                    # the samples, and who has coded how many`,
		Args: cobra.MaximumNArgs(3),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return listSamples(cmd, o.db, o.json)
			}
			return o.run(cmd, args)
		},
	}
	o.addTo(cmd)
	coderFlag(cmd, &o.coder)
	f := cmd.Flags()
	f.Uint64Var(&o.seed, "seed", 0, "the `number` that the draw follows from")
	f.StringVar(&o.name, "name", "", "the sample's `name` (default: from N and the seed)")
	f.StringSliceVar(&o.by, "by", []string{"p"}, "the `traits` that strata are made by")
	f.BoolVar(&o.equal, "equal", false, "draw as many from each stratum")
	f.BoolVarP(&o.dryRun, "dry-run", "n", false, "draw, and keep nothing")
	f.BoolVarP(&o.quiet, "quiet", "q", false, "print nothing but errors")
	f.BoolVar(&o.json, "json", false, "print JSON")
	return cmd
}

// run draws a sample and keeps it.
func (o *sampleOptions) run(cmd *cobra.Command, args []string) error {
	n, err := strconv.Atoi(args[0])
	if err != nil || n < 1 {
		return usage(cmd, "%q is no number of statements", args[0])
	}
	if err := coding.CheckTraits(o.by); err != nil {
		return usage(cmd, "%v", err)
	}
	if o.name == "" {
		o.name = fmt.Sprintf("%d-of-seed-%d", n, o.seed)
	}
	if err := coding.CheckName(o.name); err != nil {
		return usage(cmd, "%v", err)
	}
	by, err := (&editFlags{who: o.coder}).sign(cmd)
	if err != nil {
		return err
	}
	s, list, err := o.draw(cmd, n, args[1:])
	if err != nil {
		return err
	}
	old, err := coding.Named(list, o.name)
	switch {
	case err == nil && *old.Edit().After != *s.Edit().After:
		return fmt.Errorf("%s: there is another sample %s; give this one another --name", o.db, o.name)
	case err != nil && !errors.Is(err, coding.ErrNoSample):
		return err
	case err != nil && !o.dryRun:
		if err := o.keep(cmd, signed(s.Edit(), by), lastID(list)); err != nil {
			return err
		}
	}
	return o.tell(cmd, s)
}

// draw draws the sample from the statements that the filter lets through. List are all edits.
func (o *sampleOptions) draw(cmd *cobra.Command, n int, states []string) (*coding.Sample, []record.Edit, error) {
	in, err := o.open(cmd, states)
	if err != nil {
		return nil, nil, err
	}
	defer in.store.Close() //nolint:errcheck // only read
	defer in.snap.Close()  //nolint:errcheck // only read
	list, err := in.snap.Edits()
	if err != nil {
		return nil, nil, err
	}
	units, err := unitsOf(in, o.by, list)
	if err != nil {
		return nil, nil, err
	}
	if len(units) == 0 {
		return nil, nil, fmt.Errorf("%s: no statement like that to draw from", o.db)
	}
	s := &coding.Sample{
		Name: o.name, Seed: o.seed, By: o.by, Spread: coding.Proportional, Of: query(cmd, in.scope.Codes()...),
	}
	if o.equal {
		s.Spread = coding.Equal
	}
	if err := s.Draw(units, n); err != nil {
		return nil, nil, usage(cmd, "%v", err)
	}
	return s, list, nil
}

// unitsOf are the statements that may be drawn, each by the report that is shown first.
func unitsOf(in *opened, by []string, list []record.Edit) ([]coding.Unit, error) {
	originals, err := in.snap.Originals()
	if err != nil {
		return nil, err
	}
	added := edits.Added(list)
	said := map[string]string{}
	for i := range originals {
		said[originals[i].Report] = originals[i].Said
	}
	var units []coding.Unit
	for told, err := range streamOf(in.snap, in.scope, in.cond) {
		if err != nil {
			return nil, err
		}
		e := in.scope.Narrow(&told.Event)
		for i := range e.Statements {
			r := &e.Statements[i].Reports[0]
			if added[r.ID] {
				continue
			}
			u, err := unitOf(r, told.Sources[r.ArticleKey], by, said[r.ID])
			if err != nil {
				return nil, err
			}
			units = append(units, u)
		}
	}
	return units, nil
}

// unitOf is a statement that may be drawn; original is what the program said of its report, "" where nobody has changed
// anything.
func unitOf(r *timeline.Report, from timeline.Source, by []string, original string) (coding.Unit, error) {
	u := coding.Unit{Report: r.ID, Stratum: coding.StratumOf(r, &from, by), Values: edits.Values(r)}
	if original == "" {
		return u, nil
	}
	var was timeline.Report
	if err := json.Unmarshal([]byte(original), &was); err != nil {
		return u, fmt.Errorf("original of report %s: %w", r.ID, err)
	}
	u.Machine = edits.Values(&was)
	return u, nil
}

// keep stores the sample, unless one of its name was stored since.
func (o *sampleOptions) keep(cmd *cobra.Command, e record.Edit, seen int64) error {
	s, err := sqlite.Open(o.db, sqlite.Options{})
	if err != nil {
		return err
	}
	later, err := s.EditUnless(cmd.Context(), seen, e)
	if err == nil && len(later) > 0 {
		err = fmt.Errorf("%s: %s has drawn another sample %s meanwhile", o.db, clean(later[0].Who), o.name)
	}
	return errors.Join(err, s.Close())
}

// lastID is the number of the last edit, 0 for none.
func lastID(list []record.Edit) int64 {
	if len(list) == 0 {
		return 0
	}
	return list[len(list)-1].ID
}

// sampleJSON is a sample as --json prints it.
type sampleJSON struct {
	Sample string           `json:"sample"`
	Seed   uint64           `json:"seed"`
	By     []string         `json:"by"`
	Spread coding.Spread    `json:"spread"`
	Of     string           `json:"of"`
	Size   int              `json:"size"`
	Drawn  int              `json:"drawn"`
	Strata []coding.Stratum `json:"strata"`
	Coders []coderCount     `json:"coders"`
	Items  []sampleItem     `json:"items"`
	DryRun bool             `json:"dry_run,omitempty"`
}

type coderCount struct {
	Coder string `json:"coder"`
	Coded int    `json:"coded"`
}

type sampleItem struct {
	Report  string `json:"report"`
	Stratum string `json:"stratum"`
}

func sampleAsJSON(s *coding.Sample, coders []coderCount) sampleJSON {
	out := sampleJSON{
		Sample: s.Name, Seed: s.Seed, By: s.By, Spread: s.Spread, Of: s.Of, Size: s.Size(), Drawn: len(s.Items),
		Strata: s.Strata, Coders: coders, Items: make([]sampleItem, len(s.Items)),
	}
	for i := range s.Items {
		out.Items[i] = sampleItem{s.Items[i].Report, s.Strata[s.Items[i].Stratum].Name}
	}
	return out
}

// tell prints what was drawn.
func (o *sampleOptions) tell(cmd *cobra.Command, s *coding.Sample) error {
	if o.json {
		out := sampleAsJSON(s, []coderCount{})
		out.DryRun = o.dryRun
		return writeJSONLine(cmd.OutOrStdout(), out)
	}
	if o.quiet {
		return nil
	}
	w := bufio.NewWriter(cmd.OutOrStdout())
	fmt.Fprintln(w, clean(sampleHead(s)))
	width := 0
	for i := range s.Strata {
		width = max(width, len(clean(s.Strata[i].Name)))
	}
	for i := range s.Strata {
		t := &s.Strata[i]
		fmt.Fprintf(w, "  %-*s  %d of %d\n", width, clean(t.Name), t.Drawn, t.Size)
	}
	if err := w.Flush(); err != nil || o.dryRun {
		return err
	}
	fmt.Fprintf(cmd.ErrOrStderr(), "code it with: demarche review --sample %s --coder NAME\n", s.Name)
	return nil
}

// sampleHead tells of a sample in one line.
func sampleHead(s *coding.Sample) string {
	return fmt.Sprintf("%s: %d of %s, strata by %s, %s, seed %d", s.Name, len(s.Items), plural(s.Size(), "statement"),
		strings.Join(s.By, ", "), s.Spread, s.Seed)
}

// listSamples prints the samples, and how many reports of each a coder has coded.
func listSamples(cmd *cobra.Command, db string, inJSON bool) error {
	s, err := openToRead(db)
	if err != nil {
		return err
	}
	list, err := s.Edits().All(cmd.Context())
	if err = errors.Join(err, s.Close()); err != nil {
		return err
	}
	samples, err := coding.Samples(list)
	if err != nil {
		return fmt.Errorf("%s: %w", db, err)
	}
	if len(samples) == 0 && !inJSON {
		fmt.Fprintln(cmd.ErrOrStderr(), "no sample is drawn yet")
	}
	for _, one := range samples {
		if err := listSample(cmd.OutOrStdout(), one, list, inJSON); err != nil {
			return err
		}
	}
	return nil
}

func listSample(w io.Writer, s *coding.Sample, list []record.Edit, inJSON bool) error {
	book, err := coding.NewBook(s, list)
	if err != nil {
		return err
	}
	coders, told := []coderCount{}, []string{}
	for _, who := range book.Coders() {
		coders = append(coders, coderCount{who, book.Count(who)})
		told = append(told, fmt.Sprintf("%s %d", who, book.Count(who)))
	}
	if inJSON {
		return writeJSONLine(w, sampleAsJSON(s, coders))
	}
	line := sampleHead(s)
	if len(told) > 0 {
		line += "; coded by " + strings.Join(told, ", ")
	}
	_, err = fmt.Fprintln(w, clean(line))
	return err
}
