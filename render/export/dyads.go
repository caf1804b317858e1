package export

import (
	"cmp"
	"io"
	"maps"
	"slices"
	"strings"

	"demarche/render"
	"demarche/timeline"
)

// dyad is a directed pair of states.
type dyad struct{ source, target string }

// dyadMonth counts what the source says to or about the target in a month, "" for dates wider than a month.
type dyadMonth struct {
	dyad
	month                                          string
	articles                                       int
	events, statements, reports, addressed, joined int
	scores                                         float64
	scored                                         int
	tones                                          [3]int
	channels                                       [13]int
}

// The values that have a column of their own, in order.

func countedTones() []timeline.Tone {
	return []timeline.Tone{timeline.Cooperative, timeline.Neutral, timeline.Conflictual}
}

func countedChannels() []timeline.Channel {
	return []timeline.Channel{
		timeline.Message, timeline.Letter, timeline.Call, timeline.Meeting, timeline.Speech, timeline.PressConference,
		timeline.Interview, timeline.StatementText, timeline.JointStatement, timeline.ArticleText, timeline.Post,
		timeline.Document, timeline.UnknownChannel,
	}
}

// writeDyads draws a row a directed pair of states and month as comma-separated values: with zeros in the months in
// which sources were read and nothing was found, and without a row for the others.
func writeDyads(w io.Writer, d *Dataset) error {
	counts, err := d.countDyads()
	if err != nil {
		return err
	}
	each := func(do func(*dyadMonth) error) error { return d.eachDyadMonth(counts, do) }
	return separated(w, ',', dyadColumns(&d.Head), each)
}

func dyadColumns(h *Head) []column[*dyadMonth] {
	cols := []column[*dyadMonth]{
		words("month", func(r *dyadMonth) string { return r.month }),
		words("source_state", func(r *dyadMonth) string { return r.source }),
		words("target_state", func(r *dyadMonth) string { return r.target }),
		integer("articles_read", func(r *dyadMonth) int { return r.articles }),
		integer("events", func(r *dyadMonth) int { return r.events }),
		integer("statements", func(r *dyadMonth) int { return r.statements }),
		integer("reports", func(r *dyadMonth) int { return r.reports }),
		integer("addressed", func(r *dyadMonth) int { return r.addressed }),
		integer("joint", func(r *dyadMonth) int { return r.joined }),
		{"mean_score", Real, func(r *dyadMonth) any {
			if r.scored == 0 {
				return nil
			}
			return rounded(r.scores / float64(r.scored))
		}},
	}
	for i, t := range countedTones() {
		cols = append(cols, integer("tone_"+string(t), func(r *dyadMonth) int { return r.tones[i] }))
	}
	for i, c := range countedChannels() {
		name := "channel_" + strings.ReplaceAll(string(c), "-", "_")
		cols = append(cols, integer(name, func(r *dyadMonth) int { return r.channels[i] }))
	}
	return append(
		cols,
		words("generator", func(*dyadMonth) string { return h.Program() }),
		words("model", func(*dyadMonth) string { return h.Model }),
		words("schema_version", func(*dyadMonth) string { return h.Version }),
	)
}

// countDyads counts the events by directed pair and month.
func (d *Dataset) countDyads() (map[dyad]map[string]*dyadMonth, error) {
	counts := map[dyad]map[string]*dyadMonth{}
	for _, p := range dyadsAsked(d.Scope) {
		counts[p] = map[string]*dyadMonth{}
	}
	for e, err := range d.Events {
		if err != nil {
			return nil, err
		}
		for _, p := range d.dyadsOf(e) {
			if counts[p] == nil {
				counts[p] = map[string]*dyadMonth{}
			}
			month := e.month()
			if counts[p][month] == nil {
				counts[p][month] = &dyadMonth{dyad: p, month: month}
			}
			counts[p][month].add(e)
		}
	}
	return counts, nil
}

// dyadsOf are the directed pairs of the scope between whom the event runs, each once.
func (d *Dataset) dyadsOf(e *Entry) []dyad {
	var out []dyad
	from := statesOf(e.Speakers)
	for _, s := range from {
		for _, t := range append(e.targets(), from...) {
			p := dyad{s, t}
			if s != t && inScope(d.Scope, p) && !slices.Contains(out, p) {
				out = append(out, p)
			}
		}
	}
	return out
}

// dyadsAsked are the pairs of two states that are asked for, which have rows even without an event.
func dyadsAsked(s render.Scope) []dyad {
	if s.Kind() != render.OfRelation {
		return nil
	}
	return []dyad{{s.A, s.B}, {s.B, s.A}}
}

// inScope reports whether the pair is one that is asked for.
func inScope(s render.Scope, p dyad) bool {
	switch s.Kind() {
	case render.OfRelation:
		return slices.Contains(dyadsAsked(s), p)
	case render.OfState:
		return p.source == s.A || p.target == s.A
	}
	return true
}

// month is the month in which all days of the event lie, "" where there is none.
func (e *Entry) month() string {
	if len(e.Date.Earliest) < 7 || len(e.Date.Latest) < 7 || e.Date.Earliest[:7] != e.Date.Latest[:7] {
		return ""
	}
	return e.Date.Earliest[:7]
}

// add counts an event.
func (m *dyadMonth) add(e *Entry) {
	m.events++
	m.channels[slices.Index(countedChannels(), e.Channel)] += len(e.Statements)
	for i := range e.Statements {
		s := &e.Statements[i]
		m.statements++
		m.reports += len(s.Reports)
		if e.Link == timeline.Addressed {
			m.addressed++
		}
		if len(statesOf(e.Speakers)) > 1 {
			m.joined++
		}
		if len(s.Reports) == 0 {
			continue
		}
		w := &s.Reports[0]
		m.tones[slices.Index(countedTones(), w.Tone)]++
		if w.Plover != "" {
			m.scores += w.Score
			m.scored++
		}
	}
}

// eachDyadMonth gives the rows by pair and month: those without a month last, those of months in which nothing was
// read only where something was found.
func (d *Dataset) eachDyadMonth(counts map[dyad]map[string]*dyadMonth, do func(*dyadMonth) error) error {
	read := map[string]int{}
	for _, c := range d.Coverage {
		read[c.Month] = c.Articles
	}
	pairs := slices.SortedFunc(maps.Keys(counts), func(a, b dyad) int {
		return cmp.Or(cmp.Compare(a.source, b.source), cmp.Compare(a.target, b.target))
	})
	for _, p := range pairs {
		months := counts[p]
		all := maps.Clone(read)
		for m := range months {
			if _, ok := all[m]; !ok && m != "" {
				all[m] = 0
			}
		}
		list := slices.Sorted(maps.Keys(all))
		if months[""] != nil {
			list = append(list, "")
		}
		for _, m := range list {
			r := months[m]
			if r == nil {
				r = &dyadMonth{dyad: p, month: m}
			}
			r.articles = read[m]
			if err := do(r); err != nil {
				return err
			}
		}
	}
	return nil
}
