package render

import (
	"cmp"
	"maps"
	"slices"

	"demarche/timeline"
)

// NewState makes the report of one state with all its partners from its relations, each with that state as A.
func NewState(code string, rels []timeline.Relation, o Options) *Report {
	r, g := startState(code, o), gather(rels)
	r.drawState(g)
	r.partners(o.Names)
	r.finish(g.sources, g.read, o.Names)
	return r
}

// startState makes a report of a state without events.
func startState(code string, o Options) *Report {
	r := start(OfState, State{code, name(o.Names, code)}, State{"", "other states"}, o)
	if r.Title == "" {
		r.Title = r.A.Name + " and other states"
	}
	return r
}

// drawState draws the events of a report of a state.
func (r *Report) drawState(g *gathered) {
	r.Events = drawAll(g.sources, len(g.events), func(v *viewer, i int) (Event, bool) {
		e := g.events[i]
		out := v.event(e)
		out.Partners = g.partners[e.ID]
		out.Direction, out.Link = ofState(e, r.A.Code, g.linked[e.ID])
		return out, true
	})
}

// NewActor makes the report of what one actor said and was told, from the relations of the actor's state with others,
// each with that state as A. Events without the actor are left out.
func NewActor(id, label string, rels []timeline.Relation, o Options) *Report {
	r := start(OfActor, State{id, label}, State{"", "others"}, o)
	if r.Title == "" {
		r.Title = label
	}
	g := gather(rels)
	r.Events = drawAll(g.sources, len(g.events), func(v *viewer, i int) (Event, bool) {
		e := g.events[i]
		speaks, hears := has(e.Speakers, id), has(e.Addressees, id)
		if !speaks && !hears {
			return Event{}, false
		}
		out := v.event(e)
		out.Partners = g.partners[e.ID]
		out.Direction, out.Link = timeline.AToB, g.linked[e.ID]
		switch {
		case speaks && len(e.Speakers) > 1:
			out.Direction = timeline.Joint
		case hears && !speaks:
			out.Direction = timeline.BToA
		}
		return out, true
	})
	r.partners(o.Names)
	r.finish(g.sources, g.read, o.Names)
	return r
}

func has(list []timeline.Party, id string) bool {
	return slices.ContainsFunc(list, func(p timeline.Party) bool { return p.ID == id })
}

// ofState tells which way an event runs between a state and all others.
func ofState(e *timeline.Event, code string, link timeline.Link) (timeline.Direction, timeline.Link) {
	speaks, hears := hasState(e.Speakers, code), hasState(e.Addressees, code)
	alone := !slices.ContainsFunc(e.Speakers, func(p timeline.Party) bool { return p.State != "" && p.State != code })
	switch {
	case speaks && alone:
		return timeline.AToB, link
	case speaks:
		return timeline.Joint, link
	case hears || link == timeline.About:
		return timeline.BToA, link
	}
	return timeline.Third, link
}

// gathered is several relations of one state put together: an event that belongs to more than one is there once.
type gathered struct {
	events   []*timeline.Event
	partners map[string][]string // event ID to the codes of the other states
	linked   map[string]timeline.Link
	sources  map[string]timeline.Source
	read     []timeline.Coverage
}

func gather(rels []timeline.Relation) *gathered {
	g := &gathered{
		partners: map[string][]string{}, linked: map[string]timeline.Link{}, sources: map[string]timeline.Source{},
	}
	whole := map[string]*timeline.Event{}
	for k := range rels {
		rel := &rels[k]
		maps.Copy(g.sources, rel.Sources)
		if len(rel.Read) > len(g.read) {
			g.read = rel.Read
		}
		for i := range rel.Events {
			e := &rel.Events[i]
			if w := whole[e.ID]; w == nil {
				whole[e.ID] = e
				g.events = append(g.events, e)
			} else {
				g.together(w, e)
			}
			g.partners[e.ID] = append(g.partners[e.ID], rel.B)
			if _, l, _ := e.Between(rel.A, rel.B); l == timeline.Addressed || g.linked[e.ID] == "" {
				g.linked[e.ID] = cmp.Or(l, timeline.About)
			}
		}
	}
	return g
}

// together adds the statements of an event that another relation has, in the order of their articles.
func (g *gathered) together(e, more *timeline.Event) {
	n := len(e.Statements)
	list := slices.Clone(e.Statements)
	for _, s := range more.Statements {
		if !slices.ContainsFunc(e.Statements, func(t timeline.Statement) bool { return t.ID == s.ID }) {
			list = append(list, s)
		}
	}
	if len(list) == n {
		return
	}
	slices.SortFunc(list, func(a, b timeline.Statement) int {
		x, y := &a.Reports[0], &b.Reports[0]
		return cmp.Or(
			cmp.Compare(cmp.Or(g.sources[x.ArticleKey].Published, "~"), cmp.Or(g.sources[y.ArticleKey].Published, "~")),
			cmp.Compare(x.ArticleKey, y.ArticleKey),
			cmp.Compare(x.Content[0].Start, y.Content[0].Start),
			cmp.Compare(a.ID, b.ID),
		)
	})
	e.Statements = list
}

// partners lists the partners of the events, those with most events first.
func (r *Report) partners(names map[string]string) {
	count := map[string]int{}
	for i := range r.Events {
		for _, code := range r.Events[i].Partners {
			count[code]++
		}
	}
	for _, code := range slices.SortedFunc(maps.Keys(count), func(a, b string) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b))
	}) {
		r.Partners = append(r.Partners, State{code, name(names, code)})
	}
}
