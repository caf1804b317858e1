package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"

	"github.com/klauspost/compress/gzip"
	"github.com/spf13/cobra"

	"demarche/quotes"
	"demarche/quotes/article"
	"demarche/quotes/text"
	"demarche/timeline"
	"demarche/timeline/actors"
)

// extractInput is a line that "extract" reads.
type extractInput struct {
	ID        string  `json:"id"`
	Title     string  `json:"title"`
	Outlet    string  `json:"outlet"`
	Published string  `json:"published"`
	URL       string  `json:"url"`
	Text      *string `json:"text"`
}

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
	c := &cobra.Command{
		Use:   "extract [FILE...]",
		Short: "find who says what to whom in texts, as JSON Lines",
		Long: `Reads JSON Lines of documents, {"id","text","title","outlet","published","url"} of which only the text is needed, from the files
(plain or gzip) or from standard input, and prints one line for each, in the same order: {"id","quotes":[...]} with form, content,
source, cue, speakers, addressees, medium, channel, date, occasion and tone. Spans count Unicode code points of the text, the
end is exclusive. What is printed for a document depends on no other. A line that cannot be read is reported with its number
and left out; the exit status is then 1.`,
		Example: `  demarche extract articles.jsonl.gz -o quotes.jsonl
  demarche extract --attributions < articles.jsonl`,
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			g, err := gazetteer(actorsFile)
			if err != nil {
				return err
			}
			out := cmd.OutOrStdout()
			if output != "" {
				f, err := os.Create(output)
				if err != nil {
					return err
				}
				defer func() { err = errors.Join(err, f.Close()) }()
				out = f
			}
			if len(args) == 0 {
				args = []string{"-"}
			}
			ctx := cmd.Context()
			if ctx == nil {
				ctx = context.Background()
			}
			x, err := quotes.New()
			if err != nil {
				return err
			}
			e := &extraction{g: g, x: x, all: attributions, in: cmd.InOrStdin(), errs: cmd.ErrOrStderr(), names: args}
			w := bufio.NewWriterSize(out, 1<<16)
			if err := e.run(ctx, w); err != nil {
				return errors.Join(err, w.Flush())
			}
			if err := w.Flush(); err != nil {
				return err
			}
			if e.bad > 0 {
				return fmt.Errorf("%d bad lines left out", e.bad)
			}
			return nil
		},
	}
	c.Flags().StringVarP(&output, "output", "o", "", "write to this `file` instead of standard output")
	c.Flags().BoolVar(&attributions, "attributions", false, "keep thoughts, beliefs and intentions as well")
	actorsFlag(c, &actorsFile)
	return c
}

// extraction is a run of "extract" over its files.
type extraction struct {
	g     *actors.Gazetteer
	x     *quotes.Extractor
	all   bool // thoughts as well
	in    io.Reader
	errs  io.Writer
	names []string
	bad   int

	lines *bufio.Reader
	close func() error
	name  string
	line  int
}

// extractLine is a line of a file; err stands for one that could not be read.
type extractLine struct {
	name string
	line int
	text []byte
}

// extracted is a printed line, or what is wrong with the line that was read.
type extracted struct {
	line []byte
	err  error
}

// run reads all lines, works on them on all cores and prints them in their order.
func (e *extraction) run(ctx context.Context, w io.Writer) error {
	err := ordered(ctx, e.next,
		func(n extractLine) extracted {
			out, err := e.document(n.text)
			if err != nil {
				return extracted{err: fmt.Errorf("%s:%d: %w", n.name, n.line, err)}
			}
			return extracted{line: out}
		},
		func(x extracted) error {
			if x.err != nil {
				e.bad++
				_, err := fmt.Fprintln(e.errs, "demarche: "+x.err.Error())
				return err
			}
			_, err := w.Write(append(x.line, '\n'))
			return err
		})
	if e.close != nil {
		err = errors.Join(err, e.close())
	}
	return err
}

// next returns the next line that is not blank, of whatever length.
func (e *extraction) next() (extractLine, bool, error) {
	for {
		if e.lines == nil {
			if len(e.names) == 0 {
				return extractLine{}, false, nil
			}
			if err := e.open(e.names[0]); err != nil {
				return extractLine{}, false, err
			}
			e.names = e.names[1:]
		}
		b, err := e.lines.ReadBytes('\n')
		if len(b) > 0 {
			e.line++
		}
		if err != nil && !errors.Is(err, io.EOF) {
			return extractLine{}, false, fmt.Errorf("%s:%d: %w", e.name, e.line+1, err)
		}
		if err != nil {
			cerr := e.close()
			e.lines, e.close = nil, nil
			if cerr != nil {
				return extractLine{}, false, fmt.Errorf("%s: %w", e.name, cerr)
			}
		}
		if b = bytes.TrimSpace(b); len(b) > 0 {
			return extractLine{e.name, e.line, b}, true, nil
		}
	}
}

// open starts a file, plain or gzip by its first bytes; "-" is standard input.
func (e *extraction) open(name string) error {
	e.name, e.line = name, 0
	e.close = func() error { return nil }
	in := e.in
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		in, e.close = f, f.Close
	} else {
		e.name = "standard input"
	}
	e.lines = bufio.NewReaderSize(in, 1<<18)
	if head, _ := e.lines.Peek(2); len(head) == 2 && head[0] == 0x1f && head[1] == 0x8b {
		z, err := gzip.NewReader(e.lines)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		e.lines = bufio.NewReaderSize(z, 1<<18)
	}
	return nil
}

// document extracts from one line.
func (e *extraction) document(line []byte) ([]byte, error) {
	var in extractInput
	if err := json.Unmarshal(line, &in); err != nil {
		return nil, fmt.Errorf("not a document: %w", err)
	}
	if in.Text == nil {
		return nil, errors.New(`not a document: no "text"`)
	}
	a := &article.Article{ID: in.ID, Title: in.Title, Outlet: in.Outlet, Published: in.Published, URL: in.URL, Text: *in.Text}
	d := text.Parse(a.Text)
	var qs []quotes.Quote
	for _, q := range e.x.Extract(d, quotes.Options{Attributions: e.all, Title: in.Title}) {
		if (e.all || q.Act != quotes.Thought) && len(q.Content) > 0 {
			qs = append(qs, q)
		}
	}
	cp := text.NewCodePoints(a.Text)
	out := extractOutput{ID: in.ID, Quotes: make([]extractedQuote, 0, len(qs))}
	for _, r := range timeline.Resolve(a, d, qs, e.g) {
		if r.Relay && !e.all {
			continue
		}
		out.Quotes = append(out.Quotes, e.quote(cp, &r))
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(out); err != nil {
		return nil, err
	}
	return bytes.TrimRight(b.Bytes(), "\n"), nil
}

// quote gives a report the shape in which it is printed.
func (e *extraction) quote(cp *text.CodePoints, r *timeline.Report) extractedQuote {
	q := extractedQuote{
		Form: r.Form, Content: points(cp, r.Content), Source: points(cp, r.Source), Cue: points(cp, r.Cue),
		Speakers: printParties(r.Speakers), Addressees: printParties(r.Addressees), Channel: r.Channel,
		Date: extractedDate{orNull(r.Said.EDTF), string(r.Said.Basis)}, Place: r.Place, Tone: r.Tone, Plover: r.Plover, By: r.By, P: r.P,
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
