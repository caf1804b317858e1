package merge

import (
	"cmp"
	"maps"
	"slices"

	"demarche/timeline/record"
)

// Merge joins what several articles tell of one event, and the re-wordings of one statement: the same speakers to the
// same addressees, on days that can be one, with words that are alike or in the same message or call. Sources, by
// key, tell when the articles were published; a source that is missing counts as the last. Edits may be nil. The
// result does not depend on the order of events, and merging it again changes nothing. It errs on the side of
// keeping apart: two messages of the same formula on other days stay two. Time and memory are near linear in the
// number of reports.
func Merge(events []record.Event, sources map[string]record.Source, edits *Edits) []record.Event {
	if edits == nil {
		edits = NewEdits(nil)
	}
	of := map[*Telling]*record.Event{}
	var all []*Telling
	told := Tellings(events)
	for i := range told {
		from := sources[articleOf(&told[i])]
		t := NewTelling(&told[i], Issue{from.Published, from.Outlet})
		of[t], all = &told[i], append(all, t)
	}
	net := spreadAll(all, edits)
	byID := map[string]*record.Event{}
	for t, e := range of {
		for _, p := range edits.parts(t) {
			byID[p.ID] = e
		}
	}
	var out []record.Event
	for _, g := range net.Groups(edits) {
		out = append(out, Unite(g, func(t *Telling) *record.Event { return byID[t.ID] }, sources))
	}
	return sorted(out)
}

// spreadAll is the net of all tellings.
func spreadAll(all []*Telling, edits *Edits) *Net {
	x, holder := newIndex(all), map[string]*Telling{}
	for _, t := range all {
		for _, r := range t.reports {
			holder[r.id] = t
		}
	}
	net, err := Spread(all, edits, func(t *Telling) ([]*Telling, error) {
		near := x.beside(t)
		for _, id := range edits.Bound(t) {
			if u := holder[id]; u != nil && u != t {
				near = append(near, u)
			}
		}
		return near, nil
	})
	if err != nil {
		panic(err) // near has none
	}
	return net
}

// Tellings takes events apart into what each article tells of each, and drops what is given twice. An event of one
// article alone stays as it is.
func Tellings(events []record.Event) []record.Event {
	byID := map[string]record.Event{}
	for i := range events {
		for _, t := range apart(&events[i]) {
			if old, ok := byID[t.ID]; !ok || len(t.Statements) > len(old.Statements) {
				byID[t.ID] = t
			}
		}
	}
	return slices.SortedFunc(maps.Values(byID), func(a, b record.Event) int { return cmp.Compare(a.ID, b.ID) })
}

func apart(e *record.Event) []record.Event {
	byArticle := map[string][]record.Report{}
	for i := range e.Statements {
		for j := range e.Statements[i].Reports {
			r := &e.Statements[i].Reports[j]
			byArticle[r.ArticleKey] = append(byArticle[r.ArticleKey], *r)
		}
	}
	if len(byArticle) == 1 {
		return []record.Event{*e}
	}
	ids := append([]string{e.ID}, e.Earlier...)
	var out []record.Event
	for key, reports := range byArticle {
		slices.SortFunc(
			reports,
			func(a, b record.Report) int { return cmp.Compare(a.Content[0].Start, b.Content[0].Start) },
		)
		var context []record.Context
		for _, c := range e.Context {
			if c.ArticleKey == key {
				context = append(context, c)
			}
		}
		out = append(out, record.Gather(idAmong(ids, reports), reports, context))
	}
	return out
}

// idAmong is the id that comes from one of the reports, else that of the report with the smallest id.
func idAmong(ids []string, reports []record.Report) string {
	least := ""
	for i := range reports {
		id := record.EventID(reports[i].ID)
		if slices.Contains(ids, id) {
			return id
		}
		if least == "" || id < least {
			least = id
		}
	}
	return least
}

// articleOf is the key of the article that tells of the event.
func articleOf(e *record.Event) string { return e.Statements[0].Reports[0].ArticleKey }

// sorted puts events in the order of a relation: by earliest day, then ID.
func sorted(events []record.Event) []record.Event {
	slices.SortFunc(events, func(a, b record.Event) int {
		return cmp.Or(
			cmp.Compare(a.Said.Earliest, b.Said.Earliest),
			cmp.Compare(a.Said.Latest, b.Said.Latest),
			cmp.Compare(a.ID, b.ID),
		)
	})
	return events
}
