package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"demarche/quotes/text"
	"demarche/timeline/dates"
)

// datesInput is a line that "dates" reads.
type datesInput struct {
	ID            string  `json:"id"`
	Text          *string `json:"text"`
	ReferenceDate string  `json:"reference_date"`
}

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
		Long: `Reads JSON Lines of documents, {"id","text","reference_date"}, from the files or from standard input, and prints a line for each,
in the same order: {"id","timexes":[{"start","end","type","value"}]}. Spans count Unicode code points of the text, the end is
exclusive; types and values are those of TIMEX3. reference_date (YYYY-MM-DD) is the day of publication; without it, what is
relative to it gets no day. A line that cannot be read is reported with its number and left out; the exit status is then 1.`,
		Example: `  echo '{"id":"1","text":"They met on Monday.","reference_date":"2023-06-14"}' | demarche dates
  demarche dates articles.jsonl -o timexes.jsonl`,
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			out := cmd.OutOrStdout()
			if output != "" {
				f, cerr := os.Create(output)
				if cerr != nil {
					return cerr
				}
				defer func() { err = errors.Join(err, f.Close()) }()
				out = f
			}
			w := bufio.NewWriter(out)
			if len(args) == 0 {
				args = []string{"-"}
			}
			bad := 0
			for _, name := range args {
				n, err := datesOf(cmd, name, w)
				bad += n
				if err != nil {
					return errors.Join(err, w.Flush())
				}
			}
			if err := w.Flush(); err != nil {
				return err
			}
			if bad > 0 {
				return fmt.Errorf("%d bad lines left out", bad)
			}
			return nil
		},
	}
	c.Flags().StringVarP(&output, "output", "o", "", "file to write instead of standard output")
	return c
}

// numbered is a line of a file.
type numbered struct {
	line int
	text []byte
}

// datesLine is what became of a line: a result or what is wrong with it.
type datesLine struct {
	out  []byte
	flaw string
}

// datesOf finds the expressions in one file of JSON Lines, "-" for standard input, and returns how many lines were bad.
func datesOf(cmd *cobra.Command, name string, w io.Writer) (bad int, err error) {
	in, label := cmd.InOrStdin(), "standard input"
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return 0, err
		}
		defer func() { _ = f.Close() }() // only read
		in, label = f, name
	}
	r := bufio.NewReaderSize(in, 1<<16)
	line := 0
	next := func() (numbered, bool, error) {
		for {
			b, err := r.ReadBytes('\n')
			line++
			if len(bytes.TrimSpace(b)) > 0 {
				return numbered{line, b}, true, nil
			}
			if err == io.EOF {
				return numbered{}, false, nil
			}
			if err != nil {
				return numbered{}, false, fmt.Errorf("%s:%d: %w", label, line, err)
			}
		}
	}
	work := func(n numbered) datesLine {
		b, err := datesJSON(n.text)
		if err != nil {
			return datesLine{flaw: fmt.Sprintf("%s:%d: %v", label, n.line, err)}
		}
		return datesLine{out: b}
	}
	emit := func(d datesLine) error {
		if d.flaw != "" {
			bad++
			_, err := fmt.Fprintln(cmd.ErrOrStderr(), "demarche:", d.flaw)
			return err
		}
		_, err := w.Write(append(d.out, '\n'))
		return err
	}
	return bad, ordered(cmd.Context(), next, work, emit)
}

// datesJSON turns one line of input into one of output.
func datesJSON(line []byte) ([]byte, error) {
	var in datesInput
	if err := json.Unmarshal(line, &in); err != nil {
		return nil, fmt.Errorf("not a document: %w", err)
	}
	if in.Text == nil {
		return nil, errors.New(`not a document: no "text"`)
	}
	out := datesOutput{ID: in.ID, Timexes: []timex{}}
	points := text.NewCodePoints(*in.Text)
	for _, e := range dates.Find(*in.Text, in.ReferenceDate) {
		out.Timexes = append(out.Timexes, timex{Start: points.At(e.Start), End: points.At(e.End), Type: e.Type, Value: e.Value})
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(out)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}
