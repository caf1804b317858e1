package export

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"demarche/quotes"
	"demarche/render"
	"demarche/timeline"
	"demarche/timeline/actors"
	"demarche/timeline/dates"
	"demarche/timeline/record"
)

// needed are the columns without which a table can't be imported.
func needed() []string {
	return []string{"statement_id", "event_id", "report_id", "article", "article_sha256", "words", "spans", "form"}
}

// AddTable reads a table of statements with that separator, a row a statement: what it has of the columns of
// [statementColumns], in any order. Medium gives the actor of a medium's name. Errors name the row.
func (l *Loose) AddTable(r io.Reader, comma rune, medium func(name string) actors.Actor) error {
	m := &meter{r: r, room: maxElement}
	in := csv.NewReader(m)
	in.Comma, in.ReuseRecord = comma, true
	head, err := in.Read()
	if err != nil {
		return err
	}
	c := &cells{at: map[string]int{}, medium: medium}
	for i, name := range head {
		c.at[strings.TrimPrefix(name, "\ufeff")] = i
	}
	for _, name := range needed() {
		if _, ok := c.at[name]; !ok {
			return fmt.Errorf("the table has no column %s", name)
		}
	}
	for n := 2; ; n++ {
		m.room = maxElement
		c.line, err = in.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		c.err = nil
		s, w := c.source(), c.wording()
		if c.err == nil {
			c.err = l.source(s)
		}
		if c.err == nil {
			c.err = l.wording(fmt.Sprintf("row %d", n), c.text("event_id"), c.text("statement_id"), w)
		}
		if c.err != nil {
			return fmt.Errorf("row %d: %w", n, c.err)
		}
	}
}

// cells are a row of a table, by the names of its columns. The first cell that can't be read is its err.
type cells struct {
	at     map[string]int
	line   []string
	medium func(string) actors.Actor
	err    error
}

// text is the text of a cell, "" where there is no such column.
func (c *cells) text(name string) string {
	i, ok := c.at[name]
	if !ok {
		return ""
	}
	return Unmark(c.line[i])
}

func (c *cells) fail(name, value, why string) {
	if c.err == nil {
		c.err = fmt.Errorf("%s: %q is %s", name, value, why)
	}
}

// number is the number of a cell, 0 where it is empty.
func (c *cells) number(name string, least, most float64) float64 {
	s := c.text(name)
	if s == "" {
		return 0
	}
	n, err := strconv.ParseFloat(s, 64)
	if err != nil || !(n >= least && n <= most) {
		c.fail(name, s, fmt.Sprintf("no number from %g to %g", least, most))
	}
	return n
}

// oneOf is the text of a cell, which must be in a list or empty.
func oneOf[T ~string](c *cells, name string, list ...T) T {
	s := T(c.text(name))
	if s != "" && !slices.Contains(list, s) {
		c.fail(name, string(s), "no value that the codebook knows")
	}
	return s
}

func (c *cells) source() *Source {
	return &Source{Source: render.Source{
		Key: c.text("article"), URL: c.text("url"), Outlet: c.text("outlet"), Title: c.text("title"),
		Byline: c.text("byline"), Published: c.text("published"),
		PublishedHow: c.text("published_how"), Retrieved: c.text("retrieved"),
		Language: c.text("language"), SHA256: c.text("article_sha256"),
	}}
}

// wording is the report of a row, with the parties, channel, day and occasion of its event.
func (c *cells) wording() *render.Wording {
	w := &render.Wording{
		ID: c.text("report_id"), Source: c.text("article"), Text: c.text("words"), Content: c.spans(),
		Form: oneOf(c, "form", quotes.Direct, quotes.Mixed, quotes.Indirect, quotes.Unmarked),
		Tone: oneOf(c, "tone", record.Tones()...),
		Plover: c.text(
			"plover",
		), Score: c.number("tone_score", -10, 10), By: c.text("found_by"), P: c.number("p", 0, 1),
		Status: oneOf(c, "status", render.Machine, render.Confirmed, render.Corrected), Said: c.said(),
	}
	w.Speakers, w.Addressees = c.parties("speaker"), c.parties("addressee")
	w.Channel, w.Place = oneOf(c, "channel", record.Channels()...), c.text("place")
	w.About = split(c.text("about_states"))
	if o := c.text("occasion"); o != "" {
		w.Occasion = &render.Occasion{Name: o, Date: c.text("occasion_date")}
	}
	if name := c.text("medium"); name != "" {
		a := c.medium(name)
		w.Carrier = &render.Voice{Party: render.Party{ID: a.ID, Name: a.Name, Kind: string(a.Kind), State: a.State}}
	}
	for _, f := range (&timeline.Decisions{}).Fields() {
		d := render.Decided{Field: f.Name, By: c.text(f.Name + "_by"), P: c.number(f.Name+"_p", 0, 1)}
		if d.By != "" || d.P > 0 {
			w.Decided = append(w.Decided, d)
		}
	}
	return w
}

func (c *cells) said() render.Date {
	d := render.Date{
		EDTF: c.text("said"), Earliest: c.day("earliest"), Latest: c.day("latest"),
		Basis: oneOf(c, "basis", dates.Stated, dates.Relative, dates.Dateline, dates.Published),
	}
	if _, err := dates.Parse(d.EDTF); d.EDTF != "" && err != nil {
		c.fail("said", d.EDTF, "no date in EDTF")
	}
	return d
}

func (c *cells) day(name string) string {
	s := c.text(name)
	if _, err := dates.Parse(s); s != "" && (err != nil || len(s) != len("2006-01-02")) {
		c.fail(name, s, "no day; write it as 2023-06-12")
	}
	return s
}

// spans are the places of the words, in code points.
func (c *cells) spans() [][2]int {
	var out [][2]int
	for _, s := range split(c.text("spans")) {
		a, b, _ := strings.Cut(s, "-")
		start, err := strconv.Atoi(a)
		end, err2 := strconv.Atoi(b)
		if err != nil || err2 != nil || start < 0 || end <= start || len(out) > 0 && start < out[len(out)-1][1] {
			c.fail("spans", c.text("spans"), "no list of places")
			return nil
		}
		out = append(out, [2]int{start, end})
	}
	return out
}

// parties are speakers or addressees; the cells of one list as many as the others, or are empty.
func (c *cells) parties(part string) []render.Voice {
	field := map[string][]string{}
	n := 0
	for _, f := range []string{"", "_id", "_kind", "_state", "_office", "_basis"} {
		field[f] = split(c.text(part + f))
		n = max(n, len(field[f]))
	}
	of := func(f string, i int) string {
		if len(field[f]) == 0 {
			return ""
		}
		return field[f][i]
	}
	for f, list := range field {
		if len(list) != 0 && len(list) != n {
			c.fail(part+f, listed(list), fmt.Sprintf("a list of %d, and there are %d of them", len(list), n))
			return nil
		}
	}
	var out []render.Voice
	for i := range n {
		p := render.Party{
			ID: of("_id", i), Name: of("", i), Kind: of("_kind", i), State: of("_state", i), Office: of("_office", i),
			Basis: of("_basis", i),
		}
		known := slices.Contains(kinds(), actors.Kind(p.Kind)) &&
			slices.Contains([]string{"", "named", "implied"}, p.Basis)
		if p.ID == "" || p.Name == "" || !known {
			c.fail(part, p.Name, "a party without an id, or of an unknown kind or basis")
		}
		out = append(out, render.Voice{Party: p})
	}
	return out
}

func kinds() []actors.Kind {
	return []actors.Kind{"", actors.Person, actors.State, actors.Organisation, actors.Medium}
}

// split is the inverse of [listed].
func split(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "|")
}
