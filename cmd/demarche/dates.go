package main

import (
	"github.com/spf13/cobra"

	"demarche/quotes/article"
	"demarche/quotes/text"
	"demarche/timeline/dates"
)

// timex is an expression of time as "dates" prints it; the span is in Unicode code points.
type timex struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Type  string `json:"type"`
	Value string `json:"value"`
}

// datesOutput is a line that "dates" prints.
type datesOutput struct {
	ID      string  `json:"id"`
	Timexes []timex `json:"timexes"`
}

// newDates returns the command "dates".
func newDates() *cobra.Command {
	var output string
	c := &cobra.Command{
		Use:   "dates [FILE...]",
		Short: "find the expressions of time in texts and give them their values",
		Long: `Reads JSON Lines of documents, {"id","text","reference_date"}, from the files or from standard
input, and prints a line for each, in the same order:
{"id","timexes":[{"start","end","type","value"}]}. Spans count Unicode code points of the text, the
end is exclusive; types and values are those of TIMEX3. reference_date or published (YYYY-MM-DD) is
the day of publication; without it, what is relative to it gets no day. A line that cannot be read
is reported with its number and left out; the exit status is then 3, or 1 where none is left.`,
		Example: `  echo '{"text":"They met on Monday.","reference_date":"2023-06-14"}' |
    demarche dates
  demarche dates articles.jsonl -o timexes.jsonl`,
		RunE: func(cmd *cobra.Command, args []string) error {
			return runDocuments(cmd, args, output, article.Record{},
				func(a *article.Article) (any, error) { return timexes(a), nil })
		},
	}
	outputFlag(c, &output)
	return c
}

// timexes finds the expressions of time in an article.
func timexes(a *article.Article) *datesOutput {
	out := &datesOutput{ID: a.ID, Timexes: []timex{}}
	points := text.NewCodePoints(a.Text)
	for _, e := range dates.Find(a.Text, a.Published) {
		out.Timexes = append(
			out.Timexes,
			timex{Start: points.At(e.Start), End: points.At(e.End), Type: e.Type, Value: e.Value},
		)
	}
	return out
}
