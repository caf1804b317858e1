package main

import (
	"errors"
	"fmt"
	"os"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/rivo/uniseg"
	"github.com/spf13/cobra"

	"demarche/quotes/text"
	"demarche/timeline/edits"
)

// Keys as they stand below a report, and in full.
const (
	shortKeys = "a accept · r reject · 1-8 change a field · n next · u undo · ? keys · q quit"
	allKeys   = `a, Enter   accept: the words and all fields are right
r          reject: nobody's words, or none worth keeping
1 to 8, e  change a field; Tab completes names, Enter stores, Esc does not
t          write a note
o          take your verdict back
n, s       next, without a verdict      p   the one before
u          undo the last decision       q   quit

Names are separated by semicolons; "Ada Lind (NOR)" speaks for Norway; nothing
stands for nobody. In a sample "?" says that you can't tell.`
)

// around is how many bytes of the article stand before and after the sentence.
const around = 240

// View draws the report, what is typed, and the keys.
func (m *reviewScreen) View() tea.View {
	var b strings.Builder
	switch {
	case m.mode == helping:
		b.WriteString(allKeys + "\n")
	case m.task == nil && len(m.ids) == 0:
		b.WriteString("Nothing is in this queue.\n")
	case m.task == nil:
		b.WriteString("That was the last one of this queue.\n")
	default:
		m.draw(&b)
	}
	if m.message != "" {
		b.WriteString("\n" + clean(m.message) + "\n")
	}
	switch m.mode {
	case typing:
		b.WriteString("\n" + m.field + ": " + clean(string(m.typed)+"▏") + "\n")
	case helping:
		b.WriteString("\nany key: back\n")
	default:
		b.WriteString("\n" + strings.Join(wrapped(shortKeys, m.width), "\n") + "\n")
	}
	v := tea.NewView(b.String())
	v.AltScreen = true
	return v
}

// draw draws the report in its paragraph, and its fields.
func (m *reviewScreen) draw(b *strings.Builder) {
	t := m.task
	where := "the dataset"
	switch {
	case m.work.settle:
		where = "disagreements of " + m.work.sample
	case m.work.sample != "":
		where = "sample " + m.work.sample
	}
	status := ""
	if t.Status != "" {
		status = "  [" + string(t.Status) + "]"
	}
	fmt.Fprintf(b, "%d of %d, %s, %s%s\n", m.at+1, len(m.ids), where, clean(m.work.coder), status)
	b.WriteString(strings.Join(wrapped(cite(&t.source), m.width), "\n") + "\n\n")
	for _, line := range m.passage() {
		b.WriteString(line + "\n")
	}
	b.WriteString("\n")
	line := m.work.line(t)
	for i, name := range edits.Fields() {
		f := line.Fields[name]
		how := f.By
		if f.P > 0 && f.P < 1 {
			how += fmt.Sprintf(" %.0f %%", 100*f.P)
		}
		if how != "" {
			how = "  (" + clean(how) + ")"
		}
		value := clean(f.Value)
		if value == "" {
			value = "-"
		}
		b.WriteString(cut(fmt.Sprintf("%d %-10s %s%s", i+1, name, value, how), m.width) + "\n")
	}
	if t.note != "" {
		b.WriteString(cut("t note       "+clean(t.note), m.width) + "\n")
	}
	for _, o := range t.said {
		words := "nothing"
		if o.Coding != nil {
			words = codingWords(o.Coding)
		}
		b.WriteString(strings.Join(wrapped(clean(o.coder+": "+words), m.width), "\n") + "\n")
	}
}

// passage is the sentence with what stands around it, the words in brackets, no higher than half the terminal.
func (m *reviewScreen) passage() []string {
	body, t := m.task.source.Text, m.task
	from, to := surroundings(body, t.Around)
	var marks []mark
	for _, s := range t.Content {
		if at := (text.Span{Start: s.Start - from, End: s.End - from}); at.Start >= 0 && at.End <= to-from {
			marks = append(marks, mark{start: at.Start, end: at.End})
		}
	}
	var lines []string
	for line := range strings.SplitSeq(markedText(strings.ToValidUTF8(body[from:to], " "), marks), "\n") {
		lines = append(lines, wrapped(line, m.width)...)
	}
	if most := max(6, m.height-18); len(lines) > most {
		lines = append(lines[:most-1], "…")
	}
	return lines
}

// surroundings are the bytes from [around] before a span to as many after it, cut at spaces.
func surroundings(body string, s text.Span) (from, to int) {
	lead, tail := body[max(0, s.Start-around):s.Start], body[s.End:min(len(body), s.End+around)]
	if s.Start > around {
		_, lead, _ = strings.Cut(lead, " ")
	}
	if s.End+around < len(body) {
		tail = tail[:max(0, strings.LastIndexByte(tail, ' '))]
	}
	return s.Start - len(lead), s.End + len(tail)
}

// wrapped breaks a line at spaces so that no part is wider than width cells, where words allow.
func wrapped(s string, width int) []string {
	var out []string
	line := ""
	for _, word := range strings.Fields(s) {
		switch {
		case line == "":
			line = word
		case uniseg.StringWidth(line)+1+uniseg.StringWidth(word) > width:
			out = append(out, line)
			line = word
		default:
			line += " " + word
		}
	}
	return append(out, line)
}

// interact runs the review in the terminal.
func (o *reviewOptions) interact(cmd *cobra.Command, w *work) error {
	m, err := newReviewScreen(cmd.Context(), w, o.queue)
	if err != nil {
		return err
	}
	_, err = tea.NewProgram(m, tea.WithContext(cmd.Context()), tea.WithInput(os.Stdin), tea.WithOutput(cmd.OutOrStdout()),
		tea.WithoutSignalHandler()).
		Run()
	if errors.Is(err, tea.ErrProgramKilled) && cmd.Context().Err() != nil {
		err = cmd.Context().Err()
	}
	if err = errors.Join(err, m.err); err == nil && !o.quiet {
		fmt.Fprintln(cmd.ErrOrStderr(), plural(m.made, "decision")+" stored")
	}
	return err
}
