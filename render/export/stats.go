package export

import (
	"cmp"
	"encoding/json"
	"io"
	"maps"
	"slices"
	"strings"

	"demarche/render"
	"demarche/timeline"
)

// Stats are the counts of one or several datasets.
type Stats struct {
	Generator string         `json:"generator"`
	Model     string         `json:"model"`
	Generated string         `json:"generated"`
	Version   string         `json:"schema_version"`
	Query     string         `json:"query"`
	Relations []RelationStat `json:"relations"`
}

// RelationStat are the counts of one dataset.
type RelationStat struct {
	Title    string            `json:"title"`
	A        render.State      `json:"a"`
	B        render.State      `json:"b"`
	Summary  render.Summary    `json:"summary"`
	Coverage []render.Coverage `json:"coverage"`
	By       []Dimension       `json:"by"`
}

// Dimension are the counts by the values of one variable.
type Dimension struct {
	Name   string  `json:"name"` // month, direction, tone, speaker, channel or outlet
	Counts []Count `json:"counts"`
}

// Count is how often a value occurs. A statement that two speakers make is counted for each.
type Count struct {
	Value      string `json:"value"` // "" where it is unknown
	Events     int    `json:"events"`
	Statements int    `json:"statements"`
	Reports    int    `json:"reports"`
}

// NewStats makes the counts without any dataset.
func NewStats(h *Head) *Stats {
	return &Stats{
		Generator: h.Program(), Model: h.Model, Generated: h.Generated, Version: h.Version, Query: h.Query,
		Relations: []RelationStat{},
	}
}

// Add counts a dataset.
func (s *Stats) Add(d *Dataset) error {
	t := tallies{}
	r := RelationStat{Title: d.Title, A: d.A, B: d.B, Coverage: d.Coverage, By: []Dimension{}}
	sources, outlets := map[string]bool{}, map[string]bool{}
	for e, err := range d.Events {
		if err != nil {
			return err
		}
		r.Summary.Add(&e.Event)
		t.add(d, e)
		for _, key := range e.cites() {
			sources[key], outlets[e.article(key).Outlet] = true, true
		}
	}
	r.Summary.Sources, r.Summary.Outlets = len(sources), len(outlets)
	for _, c := range d.Coverage {
		r.Summary.Articles += c.Articles
	}
	for _, name := range dimensions() {
		r.By = append(r.By, Dimension{name, t.sorted(name)})
	}
	s.Relations = append(s.Relations, r)
	return nil
}

// dimensions are the names of the variables that are counted by.
func dimensions() []string {
	return []string{"month", "direction", "tone", "channel", "speaker", "outlet"}
}

// tallies are counts by variable and value.
type tallies map[string]map[string]*Count

func (t tallies) at(name, value string) *Count {
	if t[name] == nil {
		t[name] = map[string]*Count{}
	}
	if t[name][value] == nil {
		t[name][value] = &Count{Value: value}
	}
	return t[name][value]
}

// add counts an event by each variable.
func (t tallies) add(d *Dataset, e *Entry) {
	reports := 0
	for i := range e.Statements {
		reports += len(e.Statements[i].Reports)
	}
	count := func(name, value string) {
		c := t.at(name, value)
		c.Events++
		c.Statements += len(e.Statements)
		c.Reports += reports
	}
	count("month", e.month())
	count("direction", d.way(e))
	count("channel", string(e.Channel))
	for _, p := range e.Speakers {
		count("speaker", p.Name)
	}
	if len(e.Speakers) == 0 {
		count("speaker", "")
	}
	t.addWordings(e)
}

// addWordings counts what belongs to a statement or report: the tone, and the outlets.
func (t tallies) addWordings(e *Entry) {
	tones, outlets := map[string]bool{}, map[string]bool{}
	for i := range e.Statements {
		s := &e.Statements[i]
		tone := t.at("tone", string(s.Reports[0].Tone))
		tone.Statements++
		tone.Reports += len(s.Reports)
		tones[tone.Value] = true
		here := map[string]bool{}
		for j := range s.Reports {
			o := e.article(s.Reports[j].Source).Outlet
			t.at("outlet", o).Reports++
			here[o], outlets[o] = true, true
		}
		for o := range here {
			t.at("outlet", o).Statements++
		}
	}
	for v := range tones {
		t.at("tone", v).Events++
	}
	for v := range outlets {
		t.at("outlet", v).Events++
	}
}

// way is the direction of an event in the codes of the states.
func (h *Head) way(e *Entry) string {
	from, to := h.A.Code, h.B.Code
	switch e.Direction {
	case timeline.BToA:
		from, to = to, from
	case timeline.Joint, timeline.Third:
		return string(e.Direction)
	case timeline.AToB:
	}
	if h.Kind != render.OfRelation {
		from, to = listed(statesOf(e.Speakers)), listed(e.targets())
	}
	return from + " → " + to
}

// sorted are the counts of a variable: months in their order, other values by frequency.
func (t tallies) sorted(name string) []Count {
	out := []Count{}
	for _, c := range slices.Sorted(maps.Keys(t[name])) {
		out = append(out, *t[name][c])
	}
	if name != "month" {
		slices.SortStableFunc(out, func(a, b Count) int { return cmp.Compare(b.Statements, a.Statements) })
	}
	return out
}

// JSON draws the counts as one document.
func (s *Stats) JSON(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(s)
}

// statRow is a row of the counts as a table.
type statRow struct {
	relation, by string
	Count
}

// CSV draws a row a count.
func (s *Stats) CSV(w io.Writer) error {
	cols := []column[*statRow]{
		words("relation", func(r *statRow) string { return r.relation }),
		words("by", func(r *statRow) string { return r.by }),
		words("value", func(r *statRow) string { return r.Value }),
		integer("events", func(r *statRow) int { return r.Events }),
		integer("statements", func(r *statRow) int { return r.Statements }),
		integer("reports", func(r *statRow) int { return r.Reports }),
		words("generator", func(*statRow) string { return s.Generator }),
		words("model", func(*statRow) string { return s.Model }),
		words("schema_version", func(*statRow) string { return s.Version }),
	}
	return separated(w, ',', cols, func(do func(*statRow) error) error {
		for _, r := range s.Relations {
			for _, d := range r.By {
				for _, c := range d.Counts {
					if err := do(&statRow{r.Title, d.Name, c}); err != nil {
						return err
					}
				}
			}
		}
		return nil
	})
}

// Pooled are the values of a variable in all relations, the most frequent first (months in their order), with the
// counts of each relation, in the order of the relations. At most n values are given where n is not 0.
func (s *Stats) Pooled(name string, n int) []Pool {
	all := map[string]*Pool{}
	for i, r := range s.Relations {
		for _, d := range r.By {
			if d.Name != name {
				continue
			}
			for _, c := range d.Counts {
				if all[c.Value] == nil {
					all[c.Value] = &Pool{Value: c.Value, Counts: make([]Count, len(s.Relations))}
				}
				all[c.Value].Counts[i] = c
			}
		}
	}
	out := make([]Pool, 0, len(all))
	for _, v := range slices.Sorted(maps.Keys(all)) {
		out = append(out, *all[v])
	}
	if name != "month" {
		slices.SortStableFunc(out, func(a, b Pool) int { return cmp.Compare(b.statements(), a.statements()) })
	}
	if n > 0 && len(out) > n {
		out = out[:n]
	}
	return out
}

// Pool is a value with its counts in several relations.
type Pool struct {
	Value  string
	Counts []Count
}

func (p *Pool) statements() int {
	n := 0
	for _, c := range p.Counts {
		n += c.Statements
	}
	return n
}

// Label is the value as it is shown.
func (p *Pool) Label() string {
	if p.Value == "" {
		return "unknown"
	}
	return strings.ReplaceAll(p.Value, "|", ", ")
}
