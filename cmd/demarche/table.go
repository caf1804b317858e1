package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/rivo/uniseg"
	"golang.org/x/term"

	"demarche/timeline"
	"demarche/timeline/dates"
)

// tableRow is an event as the table shows it.
type tableRow struct {
	when, way, who, how, words string
}

// table writes the events of the view in columns.
func (v *view) table(w io.Writer) error {
	list := make([]placed, len(v.Events))
	for i := range v.Events {
		list[i] = placed{&v.Events[i], v.A, v.B}
	}
	return writeTable(w, v.names[v.A]+" and "+v.names[v.B], list, len(v.Sources))
}

// writeTable writes events in columns: as wide as the terminal, or with all their words where w is none.
func writeTable(w io.Writer, heading string, all []placed, articles int) error {
	var to, about []tableRow
	inferred := false
	for _, e := range all {
		v := view{Relation: timeline.Relation{A: e.a, B: e.b}}
		d, link, ok := e.Between(e.a, e.b)
		r := v.row(e.Event, d, link)
		if !ok {
			r.way = e.a
		}
		inferred = inferred || standsIn(e.Event)
		if link == timeline.About {
			about = append(about, r)
		} else {
			to = append(to, r)
		}
	}
	out := bufio.NewWriter(w)
	l := newLayout(append(slices.Clone(to), about...), widthOf(w))
	fmt.Fprintf(out, "%s: %s from %s\n", heading, plural(len(all), "event"), plural(articles, "article"))
	if len(to) > 0 {
		fmt.Fprintln(out)
		l.write(out, to)
	}
	if len(about) > 0 {
		fmt.Fprintf(out, "\nabout the other, to the public:\n")
		l.write(out, about)
	}
	if inferred {
		fmt.Fprintf(out, "\n* day of publication: when it was said is not told\n")
	}
	return out.Flush()
}

// widthOf is the number of cells of a terminal, 0 for no bound.
func widthOf(w io.Writer) int {
	if !onTerminal(w) {
		return 0
	}
	n, _, err := term.GetSize(int(w.(*os.File).Fd()))
	if err != nil {
		return 0
	}
	return max(n, 40)
}

// standsIn reports whether the day of an event is that of publication.
func standsIn(e *timeline.Event) bool { return e.Said.Basis == dates.Published && e.Said.EDTF != "" }

// row makes the row of an event.
func (v *view) row(e *timeline.Event, d timeline.Direction, link timeline.Link) tableRow {
	r := tableRow{when: e.Said.EDTF, how: string(e.Channel), words: firstWords(e)}
	if r.when == "" {
		r.when = "unknown"
	}
	if standsIn(e) {
		r.when += "*"
	}
	switch d {
	case timeline.AToB:
		r.way = v.A + " → " + v.B
	case timeline.BToA:
		r.way = v.B + " → " + v.A
	case timeline.Joint:
		r.way = v.A + " + " + v.B
	case timeline.Third:
		r.way = "→ both"
	}
	if link == timeline.About {
		r.way = strings.Replace(r.way, "→", "on", 1)
	}
	if r.who = people(e.Speakers); r.who == "" {
		r.who = "?"
	}
	if to := people(e.Addressees); to != "" && link == timeline.Addressed {
		r.who += " → " + to
	}
	return r
}

// people lists names, the first two of them.
func people(parties []timeline.Party) string {
	var all []string
	for _, p := range parties {
		all = append(all, clean(p.Name))
	}
	if len(all) > 2 {
		all = append(all[:2], fmt.Sprintf("%d more", len(all)-2))
	}
	return strings.Join(all, ", ")
}

// firstWords are those of the event's first statement that is not mere paraphrase, and how many statements there are
// beside it; before them stands whose word it is, where it is a person's.
func firstWords(e *timeline.Event) string {
	best := e.Statements[0].Reports[0]
	for _, s := range e.Statements {
		if best.Form != "indirect" {
			break
		}
		best = s.Reports[0]
	}
	words := clean(best.Text)
	if n := len(e.Statements) - 1; n > 0 {
		words = fmt.Sprintf("(+%d) %s", n, words)
	}
	if s := e.Status(); s != timeline.Machine {
		words = fmt.Sprintf("[%s] %s", s, words)
	}
	return words
}

// layout is the width of each column in cells, and of the whole, 0 for no bound.
type layout struct{ when, way, who, how, all int }

// newLayout gives rows room, at most width cells.
func newLayout(rows []tableRow, width int) layout {
	l := layout{all: width}
	for _, r := range rows {
		l.when, l.way = max(l.when, uniseg.StringWidth(r.when)), max(l.way, uniseg.StringWidth(r.way))
		l.who, l.how = max(l.who, uniseg.StringWidth(r.who)), max(l.how, uniseg.StringWidth(r.how))
	}
	if width > 0 {
		l.who = min(l.who, max(width*3/10, 20))
	}
	l.who = min(l.who, 60)
	return l
}

// write writes rows under each other. Where there is too little room for words beside the rest, they go on a line of
// their own.
func (l layout) write(w io.Writer, rows []tableRow) {
	left := l.all - (l.when + 2 + l.way + 2 + l.who + 2 + l.how + 2)
	for _, r := range rows {
		head := pad(
			r.when,
			l.when,
		) + "  " + pad(
			r.way,
			l.way,
		) + "  " + pad(
			cut(r.who, l.who),
			l.who,
		) + "  " + pad(
			r.how,
			l.how,
		)
		switch {
		case l.all == 0:
			fmt.Fprintf(w, "%s  %s\n", head, r.words)
		case left >= 30:
			fmt.Fprintf(w, "%s  %s\n", head, cut(r.words, left))
		default:
			fmt.Fprintf(w, "%s\n    %s\n", cut(strings.TrimRight(head, " "), l.all), cut(r.words, l.all-4))
		}
	}
}

// pad fills s with spaces up to n cells.
func pad(s string, n int) string { return s + strings.Repeat(" ", max(0, n-uniseg.StringWidth(s))) }

// cut shortens s to n cells, with an ellipsis where something is left out.
func cut(s string, n int) string {
	if uniseg.StringWidth(s) <= n {
		return s
	}
	var b strings.Builder
	used := 0
	for g := uniseg.NewGraphemes(s); g.Next(); {
		if used+g.Width() > n-1 {
			break
		}
		used += g.Width()
		b.WriteString(g.Str())
	}
	return strings.TrimRight(b.String(), " ") + "…"
}
