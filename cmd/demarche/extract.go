package main

import (
	"math"

	"github.com/spf13/cobra"

	"demarche/quotes"
	"demarche/quotes/article"
	"demarche/quotes/text"
	"demarche/timeline"
)

// extractOutput is a line that "extract" prints.
type extractOutput struct {
	ID     string           `json:"id"`
	Quotes []extractedQuote `json:"quotes"`
}

// extractedQuote is a resolved quote; spans are [start, end) in Unicode code points of the text.
type extractedQuote struct {
	Form       quotes.Form        `json:"form"`
	Act        quotes.Act         `json:"act,omitempty"` // only with --attributions
	Content    [][2]int           `json:"content"`
	Source     [][2]int           `json:"source"`
	Cue        [][2]int           `json:"cue"`
	Speakers   []extractedParty   `json:"speakers"`
	Addressees []extractedParty   `json:"addressees"`
	Medium     *extractedMedium   `json:"medium"`
	Channel    timeline.Channel   `json:"channel"`
	Date       extractedDate      `json:"date"`
	Occasion   *extractedOccasion `json:"occasion"`
	Place      string             `json:"place,omitempty"`
	Tone       timeline.Tone      `json:"tone"`
	Plover     string             `json:"plover,omitempty"`
	Score      *float64           `json:"score,omitempty"` // of the PLOVER class
	By         string             `json:"by"`
	P          float64            `json:"p"`
	Decided    map[string]decided `json:"decided,omitempty"` // by field: who decided it
}

// decided is how a field was decided; the span is in Unicode code points of the text.
type decided struct {
	By string  `json:"by"`
	P  float64 `json:"p,omitempty"`
	At *[2]int `json:"at,omitempty"`
}

type extractedParty struct {
	ID     string  `json:"id"`
	Name   string  `json:"name"`
	State  *string `json:"state"`
	Office string  `json:"office,omitempty"`
	Basis  string  `json:"basis,omitempty"`
}

type extractedMedium struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

type extractedDate struct {
	EDTF  *string `json:"edtf"` // null when nothing is known
	Basis string  `json:"basis"`
}

type extractedOccasion struct {
	Name string  `json:"name"`
	Date *string `json:"date"`
}

// newExtract returns the command "extract".
func newExtract() *cobra.Command {
	var output, actorsFile string
	var attributions bool
	var given article.Record
	c := &cobra.Command{
		Use:   "extract [FILE...]",
		Short: "find who says what to whom in texts, as JSON Lines",
		Long: `Reads JSON Lines of documents, {"id","text","title","outlet","published","url"} of which only the
text is needed, from the files (plain, gzip or zstd) or from standard input, and prints one line for
each, in the same order: {"id","quotes":[...]} with form, content, source, cue, speakers,
addressees, medium, channel, date, occasion and tone. Spans count Unicode code points of the text,
the end is exclusive. What is printed for a document depends on no other, and is what "add" keeps of
it. A line that cannot be read is reported with its number and left out; the exit status is then 3,
or 1 where none is left. Pages and texts (.html, .txt) are read as "read" prints them.`,
		Example: `  demarche extract articles.jsonl.gz -o quotes.jsonl
  demarche extract --attributions < articles.jsonl`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := checkGiven(cmd, given); err != nil {
				return err
			}
			p, err := newPipeline(actorsFile)
			if err != nil {
				return err
			}
			e := &extraction{p, attributions}
			return runDocuments(cmd, args, output, given, func(a *article.Article) (any, error) { return e.document(a) })
		},
	}
	outputFlag(c, &output)
	c.Flags().BoolVar(&attributions, "attributions", false, "keep thoughts, beliefs and intentions as well")
	actorsFlag(c, &actorsFile)
	givenFlags(c, &given)
	return c
}

// extraction makes what "extract" prints.
type extraction struct {
	pipeline *pipeline
	all      bool // thoughts as well
}

// document extracts from one article.
func (e *extraction) document(a *article.Article) (*extractOutput, error) {
	reports, err := e.pipeline.reports(a, e.all)
	if err != nil {
		return nil, err
	}
	cp := text.NewCodePoints(a.Text)
	out := &extractOutput{ID: a.ID, Quotes: make([]extractedQuote, 0, len(reports))}
	for i := range reports {
		out.Quotes = append(out.Quotes, e.quote(cp, &reports[i]))
	}
	return out, nil
}

// quote gives a report the shape in which it is printed.
func (e *extraction) quote(cp *text.CodePoints, r *timeline.Report) extractedQuote {
	q := extractedQuote{
		Form: r.Form, Content: points(cp, r.Content), Source: points(cp, r.Source), Cue: points(cp, r.Cue),
		Speakers: printParties(r.Speakers), Addressees: printParties(r.Addressees), Channel: r.Channel,
		Date: extractedDate{
			orNull(r.Said.EDTF),
			string(r.Said.Basis),
		}, Place: r.Place, Tone: r.Tone, Plover: r.Plover, By: r.By, P: r.P,
	}
	for _, f := range r.Decided.Fields() {
		if f.By == "" && f.P == 0 {
			continue
		}
		if q.Decided == nil {
			q.Decided = map[string]decided{}
		}
		d := decided{By: f.By, P: math.Round(f.P*1000) / 1000}
		if f.Evidence.End > f.Evidence.Start {
			at := cp.Span(f.Evidence)
			d.At = &at
		}
		q.Decided[f.Name] = d
	}
	if e.all {
		q.Act = r.Act
	}
	if r.Plover != "" {
		q.Score = &r.Score
	}
	if r.Medium != nil {
		q.Medium = &extractedMedium{r.Medium.ID, r.Medium.Name}
	}
	if r.Occasion != nil {
		q.Occasion = &extractedOccasion{r.Occasion.Name, orNull(r.Occasion.Date)}
	}
	return q
}

func points(cp *text.CodePoints, list []text.Span) [][2]int {
	out := make([][2]int, 0, len(list))
	for _, p := range list {
		out = append(out, cp.Span(p))
	}
	return out
}

func printParties(list []timeline.Party) []extractedParty {
	out := make([]extractedParty, 0, len(list))
	for i := range list {
		p := &list[i]
		out = append(out, extractedParty{p.ID, p.Name, orNull(p.State), p.Office, p.Basis})
	}
	return out
}

func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
