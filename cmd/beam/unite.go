package main

import (
	"cmp"
	"encoding/json"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"demarche/timeline"
	"demarche/timeline/merge"
)

// united is an event of all articles that tell of it.
type united struct {
	ID      string
	Day     string // by which it is sorted: the earliest, else the latest, else after all others
	Net     string // the name of the net that it is of
	Event   []byte // JSON
	Sources []byte // JSON of the articles that it cites, by key
}

// events makes events of tellings and the links between them. Webs are the links of each net, by its name.
func events(s beam.Scope, tellings, links beam.PCollection) (events, webs beam.PCollection) {
	s = s.Scope("unite")
	netOf := nets(s, links)
	alone, linked := beam.ParDo2(s, &apartFn{}, beam.CoGroupByKey(s, beam.ParDo(s, byID, tellings), netOf))
	webs = beam.ParDo(s, byNet, beam.CoGroupByKey(s, beam.ParDo(s, byEnd, links), netOf))
	return beam.Flatten(s, alone, beam.ParDo(s, &uniteFn{}, beam.CoGroupByKey(s, linked, webs))), webs
}

// byID keys a telling by its id.
func byID(t told) (string, told) { return t.ID, t }

// byNet gives links the name of their net.
func byNet(_ string, links func(*link) bool, nets func(*string) bool, emit func(string, link)) {
	net := ""
	if !nets(&net) {
		return
	}
	for l := (link{}); links(&l); {
		emit(net, l)
	}
}

// apartFn makes events of tellings without a link, and names the nets of the others.
type apartFn struct{}

// ProcessElement is given a telling with its net, if any.
func (*apartFn) ProcessElement(
	_ string, tellings func(*told) bool, nets func(*string) bool, alone func(united), linked func(string, told),
) error {
	var t told
	if !tellings(&t) { // what is given twice is one telling
		return nil
	}
	net := ""
	if nets(&net) {
		linked(net, t)
		return nil
	}
	return uniteAll(t.ID, []told{t}, nil, alone)
}

// uniteFn makes events of the tellings of a net.
type uniteFn struct{}

// ProcessElement is given a net.
func (*uniteFn) ProcessElement(
	net string, tellings func(*told) bool, links func(*link) bool, events func(united),
) error {
	var all []told
	for t := (told{}); tellings(&t); t = (told{}) {
		all = append(all, t)
	}
	var list []link
	for l := (link{}); links(&l); {
		list = append(list, l)
	}
	return uniteAll(net, all, list, events)
}

// web is the tellings of a net with what they were made from.
type web struct {
	byID    map[string]*merge.Telling
	of      map[*merge.Telling]*timeline.Event
	sources map[string]timeline.Source
	beside  map[string][]*merge.Telling
}

// uniteAll divides a net into events.
func uniteAll(net string, tellings []told, links []link, emit func(united)) error {
	w, all, err := newWeb(tellings, links)
	if err != nil {
		return err
	}
	free := merge.NewEdits(nil)
	found, err := merge.Spread(all, free, func(t *merge.Telling) ([]*merge.Telling, error) { return w.beside[t.ID], nil })
	if err != nil {
		return err
	}
	for _, g := range found.Groups(free) {
		e := merge.Unite(g, func(t *merge.Telling) *timeline.Event { return w.of[t.Whole()] }, w.sources)
		out, err := w.pack(net, &e)
		if err != nil {
			return err
		}
		emit(out)
	}
	return nil
}

func newWeb(tellings []told, links []link) (*web, []*merge.Telling, error) {
	w := &web{
		map[string]*merge.Telling{},
		map[*merge.Telling]*timeline.Event{},
		map[string]timeline.Source{},
		map[string][]*merge.Telling{},
	}
	var all []*merge.Telling
	for i := range tellings {
		e, s, err := tellings[i].unpack()
		if err != nil {
			return nil, nil, err
		}
		t := merge.NewTelling(&e, merge.Issue{Published: s.Published, Outlet: s.Outlet})
		all = append(all, t)
		w.byID[t.ID], w.of[t], w.sources[s.Key] = t, &e, s
	}
	for _, l := range links {
		a, b := w.byID[l.A], w.byID[l.B]
		if a != nil && b != nil {
			w.beside[l.A], w.beside[l.B] = append(w.beside[l.A], b), append(w.beside[l.B], a)
		}
	}
	return w, all, nil
}

// pack writes an event with the articles that it cites.
func (w *web) pack(net string, e *timeline.Event) (out united, err error) {
	cited := map[string]timeline.Source{}
	for _, st := range e.Statements {
		for i := range st.Reports {
			key := st.Reports[i].ArticleKey
			cited[key] = w.sources[key]
		}
	}
	for _, c := range e.Context {
		cited[c.ArticleKey] = w.sources[c.ArticleKey]
	}
	out = united{ID: e.ID, Day: cmp.Or(e.Said.Earliest, e.Said.Latest, "~"), Net: net}
	if out.Event, err = json.Marshal(e); err == nil {
		out.Sources, err = json.Marshal(cited)
	}
	return out, err
}
