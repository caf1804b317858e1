package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"demarche/quotes/article"
	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/edits"
	"demarche/timeline/record"
	"demarche/timeline/sqlite"
)

// additionOptions are the flags of "add-statement".
type additionOptions struct {
	editFlags
	actors                 string
	article, source        string
	words, at, form, about string
	note                   string
	values                 map[string]*string // by the field that they are of
	given                  article.Record
}

// newAddStatement returns the command "add-statement".
func newAddStatement() *cobra.Command {
	o := additionOptions{values: map[string]*string{}}
	cmd := &cobra.Command{
		Use:   "add-statement",
		Short: "add a statement by hand that the program did not find",
		Long: `Add a statement by hand: words of an article that is stored, or of a new source, with who spoke to
whom. --words are as the article has them, with "…" between two pieces; where they stand in it more
than once, --at tells at which character. --at 120-180 takes the characters 120 to 179, as "sources
show" prints the text.

The statement is marked as yours in every output (found by person:NAME, status corrected). It is an
edit: it holds through every later reading, for as long as the article has the words, travels with
archives, can be changed with "edit" and taken back with "undo". Should the program find the same
words later, what you say lies over what it says.`,
		Example: `  demarche add-statement --article https://news.example/2023/06/12/kim \
    --words "We stand with Russia" --speaker "Kim Jong Un" \
    --addressee "Vladimir Putin" --day 2023-06-12 --channel message
  demarche add-statement --source telegram.txt --outlet "State Archive" \
    --published 1950-10-08 --at 0-74 --speaker "Kim Il Sung (PRK)"
  pbpaste | demarche add-statement --source - --title "Note verbale" \
    --words "The Embassy presents its compliments" --speaker CHN --dry-run`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return o.run(cmd) },
	}
	o.addTo(cmd)
	actorsFlag(cmd, &o.actors)
	f := cmd.Flags()
	f.StringVar(&o.article, "article", "", "the stored article, by its `id`, key or address")
	f.StringVar(&o.source, "source", "", "a new source: a `file`, an address, \"-\" for the standard input")
	f.StringVar(&o.words, "words", "", "the `words`, as the article has them")
	f.StringVar(&o.at, "at", "", "the `place` of the words: a character, or START-END")
	f.StringVar(&o.form, "form", "", "direct, mixed, indirect or unmarked (default: by quotation marks)")
	f.StringVar(&o.about, "about", "", "the `states` of which the words speak (default: those they name)")
	f.StringVar(&o.note, "note", "", "a `note` on the statement")
	for _, v := range []struct{ field, usage string }{
		{"speaker", "who spoke: `names`, separated by semicolons"},
		{"addressee", "to whom: `names`"},
		{"medium", "the `name` of who carried the words"},
		{"channel", "the `way`: message, letter, call, meeting, speech, ..."},
		{"day", "when it was said, as `EDTF`: 2023, 2023-06, 2023-06-12"},
		{"occasion", "the `name` of the occasion"},
		{"place", "the `name` of the place"},
		{"tone", "cooperative, conflictual or neutral"},
	} {
		o.values[v.field] = new(string)
		f.StringVar(o.values[v.field], v.field, "", v.usage)
	}
	givenFlags(cmd, &o.given)
	cmd.MarkFlagsMutuallyExclusive("article", "source")
	cmd.MarkFlagsOneRequired("article", "source")
	return cmd
}

// run finds the words, and stores the source, where it is new, and the edit.
func (o *additionOptions) run(cmd *cobra.Command) (err error) {
	if o.words == "" && !strings.Contains(o.at, "-") {
		return usage(cmd, "which words? Give --words, or --at START-END")
	}
	if err := checkGiven(cmd, o.given); err != nil {
		return err
	}
	p, err := newPipeline(o.actors)
	if err != nil {
		return err
	}
	by, err := o.sign(cmd)
	if err != nil {
		return err
	}
	if o.source != "" {
		return o.toSource(cmd, p, by)
	}
	list, err := o.toArticle(cmd, p, by)
	if err != nil {
		return err
	}
	return o.store(cmd, nil, list)
}

// toArticle makes the edits that add the statement to a stored article.
func (o *additionOptions) toArticle(cmd *cobra.Command, p *pipeline, by record.Edit) (list []record.Edit, err error) {
	s, row, err := oneSource(cmd, o.db, o.article)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	a, _, err := s.Reports().OfArticle(cmd.Context(), row.Key)
	if err != nil {
		return nil, err
	}
	return o.edits(cmd, p.actors, a.Key, a.Text, by, known(cmd.Context(), s))
}

// known finds the report with an id, also a rejected one; nil for none.
func known(ctx context.Context, s *sqlite.Store) func(id string) (*record.Report, error) {
	return func(id string) (*record.Report, error) {
		r, _, err := s.Reports().Get(ctx, id)
		if errors.Is(err, sqlite.ErrNoReport) {
			return nil, nil
		}
		return &r, err
	}
}

// edits are what is to be stored: the addition, and the note.
func (o *additionOptions) edits(
	cmd *cobra.Command,
	g *actors.Gazetteer,
	key, body string,
	by record.Edit,
	known func(string) (*record.Report, error),
) ([]record.Edit, error) {
	spans, err := o.find(cmd, key, body)
	if err != nil {
		return nil, err
	}
	a := &edits.Addition{Article: key, Words: joinedWords(body, spans), At: spans[0].Start}
	a.Around = sentencesAround(body, spans)
	if a.Form, err = o.formOf(cmd, a.Words); err != nil {
		return nil, err
	}
	if a.About, err = o.aboutStates(cmd, g, a.Words); err != nil {
		return nil, err
	}
	r, err := reportOfWords(key, a.Words, spans, known)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", o.db, err)
	}
	if a.Values, err = o.typedValues(cmd, g, r); err != nil {
		return nil, err
	}
	list := []record.Edit{signed(a.Edit(r.ID), by)}
	if o.note != "" {
		e, err := edits.Read(g, r, edits.NoteField, o.note)
		if err != nil {
			return nil, usage(cmd, "--note: %v", err)
		}
		list = append(list, signed(e, by))
	}
	return list, nil
}

// reportOfWords is a report with the id that words of an article get. The error says that they are a report already.
func reportOfWords(
	key, words string, spans []text.Span, known func(string) (*record.Report, error),
) (*record.Report, error) {
	for n := 1; ; n++ {
		r := &record.Report{ID: record.ReportID(key, words, n), ArticleKey: key}
		old, err := known(r.ID)
		if err != nil {
			return nil, err
		}
		if old == nil {
			return r, nil
		}
		if old.Content[0].Start == spans[0].Start {
			return nil, fmt.Errorf(
				"these words are the report %s already (%s); change it with: demarche edit %s FIELD=VALUE",
				old.ID,
				orMachine(old.Status),
				old.ID,
			)
		}
	}
}

// typedValues reads the values of the fields that are given. The day comes first, for offices are those of the day.
func (o *additionOptions) typedValues(
	cmd *cobra.Command, g *actors.Gazetteer, r *record.Report,
) (map[string]json.RawMessage, error) {
	out := map[string]json.RawMessage{}
	for _, name := range append([]string{"day"}, edits.Fields()...) {
		typed := *o.values[name]
		if typed == "" || out[name] != nil {
			continue
		}
		e, err := edits.Read(g, r, name, typed)
		if err != nil {
			return nil, usage(cmd, "--%s: %v", name, err)
		}
		if err := edits.Set(r, name, []byte(*e.After)); err != nil {
			return nil, err
		}
		out[name] = []byte(*e.After)
	}
	return out, nil
}
