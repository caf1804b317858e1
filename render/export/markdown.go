package export

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"demarche/render"
)

// writeMarkdown draws a chronology with a footnote a source.
func writeMarkdown(w io.Writer, d *Dataset) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "# %s\n\n%s\n", mdText(d.Title), mdText(d.made()))
	notes := map[string]int{}
	year := ""
	for e, err := range d.Events {
		if err != nil {
			return err
		}
		if y := e.year(); y != year {
			year = y
			fmt.Fprintf(b, "\n## %s\n", y)
		}
		fmt.Fprintf(b, "\n**%s** %s\n", mdText(e.dated()), mdText(e.caption()))
		for i := range e.Statements {
			markdownStatement(b, &e.Statements[i], notes)
		}
	}
	if err := d.markdownNotes(b, notes); err != nil {
		return err
	}
	return b.Flush()
}

// markdownStatement draws the first wording with the footnotes of all its sources.
func markdownStatement(b *bufio.Writer, s *render.Statement, notes map[string]int) {
	fmt.Fprintf(b, "\n> %s", strings.ReplaceAll(mdText(s.Reports[0].Text), "\n", "\n> "))
	for i := range s.Reports {
		fmt.Fprintf(b, "[^%d]", number(notes, s.Reports[i].Source))
	}
	b.WriteByte('\n')
}

// number is the number of the footnote of a source, which gets one where it has none.
func number(notes map[string]int, key string) int {
	if notes[key] == 0 {
		notes[key] = len(notes) + 1
	}
	return notes[key]
}

// markdownNotes draws the footnotes in their order, which is that in which the statements cite the sources.
func (d *Dataset) markdownNotes(b *bufio.Writer, notes map[string]int) error {
	next := 1
	return d.eachNote(notes, func(s *Source) error {
		fmt.Fprintf(b, "\n[^%d]: %s", next, mdText(oneLine(s.cited())))
		if link := webAddress(s.URL); link != "" {
			fmt.Fprintf(b, " <%s>", link)
		}
		_, err := fmt.Fprintf(b, " SHA-256 %s\n", s.SHA256)
		next++
		return err
	})
}

// eachNote gives the sources that have a footnote, in the order of the numbers.
func (d *Dataset) eachNote(notes map[string]int, do func(*Source) error) error {
	told := 0
	if len(notes) == 0 {
		return nil
	}
	for e, err := range d.Events {
		if err != nil {
			return err
		}
		for i := range e.Statements {
			for j := range e.Statements[i].Reports {
				key := e.Statements[i].Reports[j].Source
				if notes[key] != told+1 {
					continue
				}
				told++
				if err := do(e.article(key)); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// year is the year by which an event is put, or what to say where none is known.
func (e *Entry) year() string {
	for _, day := range []string{e.Date.Earliest, e.Date.Latest} {
		if len(day) >= 4 {
			return day[:4]
		}
	}
	return "Without a known day"
}

// dated is the day in words: how it is known where the text does not state it.
func (e *Entry) dated() string {
	switch {
	case e.Date.EDTF == "":
		return "day unknown"
	case e.Date.Basis == "published" && e.Date.Earliest == "":
		return "by " + e.Date.Latest
	case e.Date.Basis == "published":
		return e.Date.EDTF + " (day of publication)"
	}
	return e.Date.EDTF
}

// caption says who speaks to whom, with offices, how, where and on what occasion.
func (e *Entry) caption() string {
	s := people(e.Speakers)
	if s == "" {
		s = "Unknown speaker"
	}
	if to := people(e.Addressees); to != "" {
		s += " to " + to
	}
	if e.Channel != "unknown" {
		s += ", " + strings.ReplaceAll(string(e.Channel), "-", " ")
	}
	if e.Place != "" {
		s += ", " + oneLine(e.Place)
	}
	if o := e.occasion(); o.Name != "" {
		s += "; occasion: " + oneLine(o.Name)
	}
	return s + ":"
}

// people are the names of parties with their offices.
func people(list []render.Party) string {
	out := make([]string, len(list))
	for i, p := range list {
		out[i] = p.Name
		if p.Office != "" {
			out[i] += " (" + p.Office + ")"
		}
	}
	return strings.Join(out, ", ")
}

// mdText keeps a text from being taken for Markdown or HTML.
func mdText(s string) string {
	var b strings.Builder
	for _, c := range strings.ReplaceAll(s, "\r", "") {
		if strings.ContainsRune("\\`*_{}[]<>#|~&", c) {
			b.WriteByte('\\')
		}
		b.WriteRune(c)
	}
	out := b.String()
	for _, first := range []string{"+", "-", "="} { // a list or a heading, at the beginning of a line
		out = strings.ReplaceAll("\n"+out, "\n"+first, "\n\\"+first)[1:]
	}
	return out
}
