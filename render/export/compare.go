package export

import (
	"bufio"
	"crypto/sha256"
	_ "embed" // for the style
	"encoding/base64"
	"fmt"
	"html"
	"io"
	"slices"
)

// compareStyle is the style of the page that compares relations. Its hash stands in the page's policy.
//
//go:embed compare.css
var compareStyle string

// The chart of a relation, in units of the drawing.
const (
	chartWidth, chartHalf = 960, 90
	chartEdge             = 30
	chartFoot             = 40 // for the years
)

// HTML draws the relations one below the other on one scale of time and number, and their counts side by side: one
// page without scripts, which fetches nothing.
func (s *Stats) HTML(w io.Writer) error {
	b := bufio.NewWriter(w)
	sum := sha256.Sum256([]byte(compareStyle))
	fmt.Fprintf(b, `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-%s'">
<title>%s</title><style>%s</style><main>
<h1>%s</h1>
`, base64.StdEncoding.EncodeToString(sum[:]), s.heading(), compareStyle, s.heading())
	b.WriteString("<p>Statements by month, on one scale. Grey: months of which articles were read.</p>\n")
	first, last := s.months()
	most := s.most()
	for i := range s.Relations {
		s.Relations[i].chart(b, first, last, most)
	}
	for _, name := range dimensions()[1:] {
		s.table(b, name)
	}
	fmt.Fprintf(b, "<p><small>%s; model %s; schema %s", html.EscapeString(s.Generator),
		html.EscapeString(s.Model), s.Version)
	if s.Generated != "" {
		fmt.Fprintf(b, "; made on %s", html.EscapeString(s.Generated))
	}
	fmt.Fprintf(b, "; %s</small></p></main></html>\n", html.EscapeString(s.Query))
	return b.Flush()
}

// heading names the relations.
func (s *Stats) heading() string {
	out := ""
	for i, r := range s.Relations {
		if i > 0 {
			out += "; "
		}
		out += r.Title
	}
	return html.EscapeString(out)
}

// months are the first and the last month that any relation has or in which articles were read, as numbers.
func (s *Stats) months() (first, last int) {
	var all []int
	add := func(m string) {
		if n, ok := monthNumber(m); ok {
			all = append(all, n)
		}
	}
	for _, r := range s.Relations {
		for _, c := range r.Coverage {
			add(c.Month)
		}
		for _, c := range r.counts("month") {
			add(c.Value)
		}
	}
	if len(all) == 0 {
		return 0, 0
	}
	return slices.Min(all), slices.Max(all)
}

// monthNumber counts months from the year 0.
func monthNumber(m string) (int, bool) {
	p := dateParts(m)
	if len(p) != 2 {
		return 0, false
	}
	return p[0]*12 + p[1] - 1, true
}

// counts are those by a variable.
func (r *RelationStat) counts(name string) []Count {
	for _, d := range r.By {
		if d.Name == name {
			return d.Counts
		}
	}
	return nil
}

// most is the largest number of statements that any relation has in a month.
func (s *Stats) most() int {
	most := 1
	for _, r := range s.Relations {
		for _, c := range r.counts("month") {
			if c.Value != "" {
				most = max(most, c.Statements)
			}
		}
	}
	return most
}

// chart draws the statements by month: bars on a scale that all relations share, and a grey ground where articles were
// read, so that a month without a bar can be told from one that nobody looked at.
func (r *RelationStat) chart(b *bufio.Writer, first, last, most int) {
	width := float64(chartWidth-2*chartEdge) / float64(last-first+1)
	x := func(month int) float64 { return chartEdge + float64(month-first)*width }
	fmt.Fprintf(b, "<h2>%s</h2>\n<p>%d events, %d statements, %d reports in %d articles.</p>\n",
		html.EscapeString(r.Title), r.Summary.Events, r.Summary.Statements, r.Summary.Reports, r.Summary.Sources)
	fmt.Fprintf(
		b,
		`<svg viewBox="0 0 %d %d" role="img" aria-label="Statements by month, %s">`,
		chartWidth,
		chartHalf+chartFoot,
		html.EscapeString(r.Title),
	)
	for _, c := range r.Coverage {
		if n, ok := monthNumber(c.Month); ok {
			fmt.Fprintf(b, `<rect class="none" x="%.1f" y="10" width="%.1f" height="%d"/>`, x(n), width, chartHalf)
		}
	}
	for _, c := range r.counts("month") {
		n, ok := monthNumber(c.Value)
		if !ok {
			continue
		}
		high := float64(c.Statements) * chartHalf / float64(most)
		fmt.Fprintf(b, `<rect class="up" x="%.1f" y="%.1f" width="%.1f" height="%.1f"><title>%s: %d</title></rect>`,
			x(n), 10+chartHalf-high, max(width-.5, .5), high, c.Value, c.Statements)
	}
	base := 10 + chartHalf
	fmt.Fprintf(b, `<line class="axis" x1="%d" y1="%d" x2="%d" y2="%d"/>`, chartEdge, base, chartWidth-chartEdge, base)
	fmt.Fprintf(b, `<text x="0" y="20">%d</text><text x="0" y="%d">0</text>`, most, base)
	step := max(1, (last-first)/12/10)
	for y := (first + 11) / 12; y*12 <= last; y += step {
		class := "year"
		if (last-first)/12 > yearsNarrow && y%yearsNarrow != 0 {
			class = "year odd" // left out where the page is narrow
		}
		fmt.Fprintf(b, `<text class="%s" x="%.1f" y="%d">%d</text>`, class, x(y*12), base+6, y)
	}
	b.WriteString("</svg>\n")
}

// yearsNarrow is the number of years between two that a narrow page names.
const yearsNarrow = 5

// tableRows is the number of values that a table shows.
const tableRows = 15

// table puts the relations side by side: the number of statements, and its share in percent.
func (s *Stats) table(b *bufio.Writer, name string) {
	fmt.Fprintf(b, "<table><caption>Statements by %s</caption><thead><tr><th scope=\"col\">%s</th>", name, name)
	for _, r := range s.Relations {
		fmt.Fprintf(b, `<th scope="col">%s</th><th scope="col">%%</th>`, html.EscapeString(r.Title))
	}
	b.WriteString("</tr></thead><tbody>\n")
	for _, p := range s.Pooled(name, tableRows) {
		fmt.Fprintf(b, `<tr><th scope="row">%s</th>`, html.EscapeString(p.Label()))
		for i, c := range p.Counts {
			share := 100 * float64(c.Statements) / float64(max(1, s.Relations[i].Summary.Statements))
			fmt.Fprintf(b, "<td>%d</td><td>%.0f</td>", c.Statements, share)
		}
		b.WriteString("</tr>\n")
	}
	b.WriteString("</tbody></table>\n")
}
