package record

import (
	"cmp"
	"slices"
)

// Gather makes the event of reports that one article gives of one happening, each a statement of its own; the order of
// the reports is that of the article. The event has the channel and day of the first, all who speak and are spoken
// to, the first occasion and place that is told, and the earliest time of the day. There is at least one report.
func Gather(id string, reports []Report, context []Context) Event {
	e := Event{ID: id, Channel: reports[0].Channel, Said: reports[0].Said, Context: context}
	var about []string
	for i := range reports {
		r := &reports[i]
		e.Speakers = Union(e.Speakers, r.Speakers)
		e.Addressees = Union(e.Addressees, r.Addressees)
		if e.Occasion == nil {
			e.Occasion = r.Occasion
		}
		if e.Place == "" {
			e.Place = r.Place
		}
		about = append(about, r.About...)
		e.Statements = append(e.Statements, Statement{ID: StatementID(r.ID), Reports: []Report{*r}})
	}
	e.About = Others(about, e.Speakers, e.Addressees)
	e.Addressees = SettleAddressees(e.Speakers, e.Addressees)
	e.tellTime()
	return e
}

// Others are the states of a list that no party speaks for: sorted, none twice.
func Others(states []string, parties ...[]Party) []string {
	slices.Sort(states)
	return slices.DeleteFunc(slices.Compact(states), func(s string) bool {
		return slices.ContainsFunc(parties, func(list []Party) bool { return speaksFor(list, s) })
	})
}

// Settled is an event with what follows from its reports and contexts filled in: the states of which it speaks, the
// contexts in the order of their articles, none twice, and the time of the day with the order that follows from it.
func Settled(e Event) Event {
	var about []string
	for i := range e.Statements {
		for j := range e.Statements[i].Reports {
			about = append(about, e.Statements[i].Reports[j].About...)
		}
	}
	e.About = Others(about, e.Speakers, e.Addressees)
	slices.SortFunc(e.Context, func(a, b Context) int {
		return cmp.Or(
			cmp.Compare(a.ArticleKey, b.ArticleKey),
			cmp.Compare(a.Span.Start, b.Span.Start),
			cmp.Compare(a.Span.End, b.Span.End),
		)
	})
	e.Context = slices.Compact(e.Context)
	e.tellTime()
	return e
}

// Clone returns a copy of the event whose statements and reports can be given other ids without changing e.
func (e *Event) Clone() Event {
	c := *e
	c.Statements = slices.Clone(e.Statements)
	for i := range c.Statements {
		c.Statements[i].Reports = slices.Clone(e.Statements[i].Reports)
	}
	return c
}
