package render

import (
	"maps"
	"slices"
	"strings"
)

// Outline is a report in the making, for events that are too many to be held: of each it keeps what the report tells of
// all of them together, about half a kilobyte. Add all events, in the order of a report; then Whole gives all but
// events and sources, and Complete what the outline knows of one event.
type Outline struct {
	report    Report
	stateName func(code string) string
	phrases   *phrases
	pull      *puller
	states    map[string]bool
	kept      map[string][]Party // lists of parties by their ids and names: the same are kept once
}

// NewOutline begins a report with that head; stateName gives the name of a state.
func NewOutline(head *Report, stateName func(code string) string) *Outline {
	o := &Outline{
		report: *head, stateName: stateName, phrases: loadPhrases(), pull: newPuller(), states: map[string]bool{},
		kept: map[string][]Party{},
	}
	o.report.Events, o.report.Sources = []Event{}, []Source{}
	return o
}

// Add takes an event; language gives that of an article by its key (BCP 47, "" when unknown).
func (o *Outline) Add(e *Event, language func(key string) string) {
	o.pull.add(e, o.report.other(e, o.stateName), func(key string) bool { return isEnglish(language(key)) })
	for _, list := range [][]Party{e.Speakers, e.Addressees} {
		for _, p := range list {
			o.states[p.State] = true
		}
	}
	for _, code := range slices.Concat(e.About, e.Partners) {
		o.states[code] = true
	}
	o.report.Events = append(o.report.Events, Event{
		ID: strings.Clone(
			e.ID,
		), Date: e.Date, Direction: e.Direction, Link: e.Link, Partners: e.Partners, Channel: e.Channel,
		Tone: e.Tone, Speakers: o.keep(e.Speakers), Addressees: o.keep(e.Addressees), Occasion: e.Occasion,
	})
}

// keep returns a list of the same parties as far as the report looks at them.
func (o *Outline) keep(list []Party) []Party {
	var key strings.Builder
	for _, p := range list {
		key.WriteString(p.ID + "\x00" + p.Name + "\x00")
	}
	known, ok := o.kept[key.String()]
	if !ok {
		known = make([]Party, len(list))
		for i, p := range list {
			known[i] = Party{ID: strings.Clone(p.ID), Name: strings.Clone(p.Name)}
		}
		o.kept[key.String()] = known
	}
	return known
}

// Whole is the report without events and sources. The head has their summary, and the partners of a state, by their
// number of events.
func (o *Outline) Whole(head *Report) *Report {
	o.report.Partners, o.report.Summary, o.report.Hash = head.Partners, head.Summary, head.Hash
	delete(o.states, "")
	o.report.States = []State{}
	for _, code := range slices.Sorted(maps.Keys(o.states)) {
		o.report.States = append(o.report.States, State{code, o.stateName(code)})
	}
	o.report.Pulled = o.pull.pulled()
	o.report.relate()
	out := o.report
	out.Events = []Event{}
	return &out
}

// Complete gives the i-th event, counted from 0, its title and its place among the others.
func (o *Outline) Complete(i int, e *Event) {
	if e.TitledBy == "" {
		e.Title = o.report.titleOf(o.phrases, e, o.stateName)
	}
	e.Exchange = o.report.Events[i].Exchange
}
