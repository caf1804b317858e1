package record

import "slices"

// Gather makes the event of reports that one article gives of one happening, each a statement of its own; the order of
// the reports is that of the article. The event has the channel and day of the first, all who speak and are spoken
// to, and the first occasion and place that is told. There is at least one report.
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
	return e
}

// Others are the states of a list that no party speaks for: sorted, none twice.
func Others(states []string, parties ...[]Party) []string {
	slices.Sort(states)
	return slices.DeleteFunc(slices.Compact(states), func(s string) bool {
		return slices.ContainsFunc(parties, func(list []Party) bool { return speaksFor(list, s) })
	})
}
