package merge

import (
	"cmp"
	"slices"

	"demarche/timeline/actors"
	"demarche/timeline/record"
)

// Unite makes one event of a group, its oldest telling first; of gives the event of one article that a telling was made
// from, whole even where the telling is but a part of it. What it keeps of each field is what the reports together
// say, never a matter of order. Sources tell when the articles were published.
func Unite(group []*Telling, of func(*Telling) *record.Event, sources map[string]record.Source) record.Event {
	parts := make([]record.Event, len(group))
	for i, t := range group {
		parts[i] = t.of(of(t))
	}
	e := record.Event{ID: group[0].ID}
	for _, t := range group[1:] {
		e.Earlier = append(e.Earlier, t.ID)
	}
	slices.Sort(e.Earlier)
	var statements []record.Statement
	for i := range parts {
		p := &parts[i]
		e.Speakers = record.Union(e.Speakers, p.Speakers)
		e.Addressees = record.Union(e.Addressees, p.Addressees)
		e.Context = append(e.Context, p.Context...)
		statements = append(statements, p.Statements...)
	}
	e.Channel = bestChannel(parts)
	e.Occasion, e.Place = bestOccasion(parts), bestPlace(parts)
	if len(parts) > 1 {
		e.Speakers = settleSpeakers(e.Speakers)
		e.Addressees = record.SettleAddressees(e.Speakers, e.Addressees)
	}
	withoutEvidence(&e)
	e.Statements = mergeStatements(statements, sources)
	e.Said = bestSaid(e.Statements)
	return record.Settled(e)
}

// withoutEvidence takes away the spans of an event's fields: they are places in one of several articles. The reports
// have their own.
func withoutEvidence(e *record.Event) {
	e.Speakers, e.Addressees = slices.Clone(e.Speakers), slices.Clone(e.Addressees)
	for _, list := range [][]record.Party{e.Speakers, e.Addressees} {
		for i := range list {
			list[i].Evidence.Start, list[i].Evidence.End = 0, 0
		}
	}
	if e.Occasion != nil {
		e.Occasion = &record.Occasion{Name: e.Occasion.Name, Date: e.Occasion.Date}
	}
}

// of is what the telling holds of the event that it was made from.
func (t *Telling) of(e *record.Event) record.Event {
	var reports []record.Report
	n := 0
	for i := range e.Statements {
		for _, r := range e.Statements[i].Reports {
			n++
			if t.Holds(r.ID) {
				reports = append(reports, r)
			}
		}
	}
	if len(reports) == n && t.ID == e.ID {
		return *e
	}
	return record.Gather(t.ID, reports, e.Context)
}

// settleSpeakers leaves out the government, body or medium of a state beside a person who speaks for it: one article
// says "Pyongyang" or "KCNA" where another has the speaker.
func settleSpeakers(list []record.Party) []record.Party {
	person := func(state string) bool {
		return state != "" && slices.ContainsFunc(list, func(p record.Party) bool {
			return p.Kind == actors.Person && p.State == state
		})
	}
	var out []record.Party
	for i := range list {
		if list[i].Kind == actors.Person || !person(list[i].State) {
			out = append(out, list[i])
		}
	}
	return out
}

// bestChannel is the channel that most tellings give of those that tell most.
func bestChannel(parts []record.Event) record.Channel {
	return most(parts, func(e *record.Event) (record.Channel, bool) { return e.Channel, true },
		func(a, b record.Channel) int {
			return cmp.Or(cmp.Compare(rankChannel(a), rankChannel(b)))
		})
}

// rankChannel orders channels by how much they tell.
func rankChannel(c record.Channel) int {
	switch c {
	case record.UnknownChannel, "":
		return 9
	case record.StatementText, record.ArticleText:
		return 2
	}
	return 1
}

// bestPlace is the place that most tellings give.
func bestPlace(parts []record.Event) string {
	return most(parts, func(e *record.Event) (string, bool) { return e.Place, e.Place != "" },
		func(string, string) int { return 0 })
}

// bestOccasion is the occasion that most tellings give, one with a day before one without.
func bestOccasion(parts []record.Event) *record.Occasion {
	type named struct{ name, date string }
	best := most(parts, func(e *record.Event) (named, bool) {
		if e.Occasion == nil {
			return named{}, false
		}
		return named{e.Occasion.Name, e.Occasion.Date}, true
	}, func(a, b named) int {
		if (a.date == "") != (b.date == "") {
			return cmp.Compare(b.date, a.date)
		}
		return 0
	})
	for i := range parts {
		if o := parts[i].Occasion; o != nil && o.Name == best.name && o.Date == best.date {
			return o
		}
	}
	return nil
}

// most returns the value that most parts have, of those that rank first; of two that are equal there the one that the
// older part has.
func most[T comparable](parts []record.Event, value func(*record.Event) (T, bool), rank func(a, b T) int) T {
	var order []T
	count := map[T]int{}
	for i := range parts {
		if v, ok := value(&parts[i]); ok {
			if count[v] == 0 {
				order = append(order, v)
			}
			count[v]++
		}
	}
	slices.SortStableFunc(order, func(a, b T) int { return cmp.Or(rank(a, b), cmp.Compare(count[b], count[a])) })
	if len(order) == 0 {
		var none T
		return none
	}
	return order[0]
}
