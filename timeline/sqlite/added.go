package sqlite

import (
	"slices"

	"demarche/timeline"
	"demarche/timeline/edits"
	"demarche/timeline/record"
)

// withAdded puts the reports that people added to an article among its events: to the event of the same happening,
// else into one of its own. Found are the ids of the reports that the program found, over which additions were laid
// already. It returns the originals of what is added, which say that a person did.
func withAdded(
	events []timeline.Event, found map[string]bool, key, body string, log *edits.Log,
) ([]timeline.Event, []original, error) {
	var originals []original
	for _, r := range log.Additions(key, body) {
		if found[r.ID] {
			continue
		}
		o, err := originalOf(&r, record.EventID(r.ID))
		if err != nil {
			return nil, nil, err
		}
		originals = append(originals, o)
		if err := log.Lay(&r, body); err != nil {
			return nil, nil, err
		}
		if r.Status != record.Rejected {
			events = joined(events, r)
		}
	}
	return events, originals, nil
}

// joined puts a report into the event of the same happening, else into one of its own.
func joined(events []timeline.Event, r timeline.Report) []timeline.Event {
	place := happeningOf(&r)
	for i := range events {
		reports := reportsIn(&events[i])
		if !slices.ContainsFunc(reports, func(o timeline.Report) bool { return happeningOf(&o) == place }) {
			continue
		}
		reports = append(reports, r)
		slices.SortStableFunc(
			reports,
			func(a, b timeline.Report) int { return a.Content[0].Start - b.Content[0].Start },
		)
		events[i] = record.Gather(events[i].ID, reports, events[i].Context)
		return events
	}
	return append(events, record.Gather(record.EventID(r.ID), []timeline.Report{r}, nil))
}

// foundIn are the ids of the reports of events.
func foundIn(events []timeline.Event) map[string]bool {
	found := map[string]bool{}
	for i := range events {
		for _, r := range reportsIn(&events[i]) {
			found[r.ID] = true
		}
	}
	return found
}

// byProgram divides the originals of an article into those that the program said and the ids of what people added.
func byProgram(originals map[string]*original) (said map[string]grounded, added map[string]bool, err error) {
	said, added = map[string]grounded{}, map[string]bool{}
	for id, o := range originals {
		r, err := o.grounded()
		if err != nil {
			return nil, nil, err
		}
		if edits.ByPerson(r.By) {
			added[id] = true
			continue
		}
		said[id] = r
	}
	return said, added, nil
}
