package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"demarche/cmd/budget"
	"demarche/quotes"
	"demarche/quotes/article"
	"demarche/timeline"
	"demarche/timeline/actors"
	"demarche/timeline/merge"
	"demarche/timeline/record"
)

// told is a telling: what one article tells of one event.
type told struct {
	ID     string
	Key    string // of the article
	Event  []byte // JSON
	Source []byte // JSON of the article as it is cited
}

// kept is an article as a database keeps it, with all that it tells.
type kept struct {
	Item   item
	Events []byte // JSON
}

// extractFn takes the first of the articles of one key, and finds what it tells. A worker has one extractor.
type extractFn struct {
	Actors []byte // the researcher's own, nil for none
	Keep   bool   // emit articles as databases keep them

	extractor *quotes.Extractor
	gazetteer *actors.Gazetteer
	articles  beam.Counter
	twice     beam.Counter
}

// Setup loads what is known and learned.
func (fn *extractFn) Setup() (err error) {
	fn.articles, fn.twice = beam.NewCounter(counters, "articles"), beam.NewCounter(counters, "duplicates")
	if fn.gazetteer, err = gazetteer(fn.Actors); err != nil {
		return err
	}
	fn.extractor, err = quotes.New()
	return err
}

// gazetteer loads who is who, with the researcher's own actors over it.
func gazetteer(own []byte) (*actors.Gazetteer, error) {
	if len(own) == 0 {
		return actors.Load()
	}
	return actors.Load(actors.Extra{Name: "--actors", Data: own})
}

// ProcessElement is given all articles of one key.
func (fn *extractFn) ProcessElement(
	ctx context.Context, _ string, items func(*item) bool, tellings func(told), whole func(kept), flaws func(flaw),
) error {
	it, others := first(items)
	for _, o := range others {
		if o.SHA256 == it.SHA256 {
			fn.twice.Inc(ctx, 1)
			continue
		}
		flaws(flaw{o.Name, fmt.Sprintf("%q names another article of this run; the first is kept", it.Key)})
	}
	events, source, err := fn.events(ctx, &it)
	if err != nil {
		flaws(flaw{it.Name, err.Error()})
		return ctx.Err()
	}
	fn.articles.Inc(ctx, 1)
	for i := range events {
		e, err := json.Marshal(&events[i])
		if err != nil {
			return err
		}
		tellings(told{events[i].ID, it.Key, e, source})
	}
	if !fn.Keep || len(events) == 0 {
		return nil
	}
	b, err := json.Marshal(events)
	whole(kept{it, b})
	return err
}

// first is the item that comes first by its place, and what is known of the others, in their order.
func first(items func(*item) bool) (it item, others []item) {
	var next item
	for n := 0; items(&next); n++ {
		if n > 0 && next.Place > it.Place {
			others = append(others, item{Place: next.Place, Name: next.Name, SHA256: next.SHA256})
			continue
		}
		if n > 0 {
			others = append(others, item{Place: it.Place, Name: it.Name, SHA256: it.SHA256})
		}
		it = next
	}
	slices.SortFunc(others, func(a, b item) int { return cmp.Compare(a.Place, b.Place) })
	return it, others
}

// events finds the events of an article with the ids that a database gives them, and the article as it is cited.
// Another language is not read.
func (fn *extractFn) events(ctx context.Context, it *item) (events []timeline.Event, source []byte, err error) {
	a, err := it.article()
	if err != nil {
		return nil, nil, err
	}
	if r := (*article.Refusal)(nil); errors.As(a.Check(), &r) && r.Kind == "language" {
		return nil, nil, nil
	}
	type result struct {
		events []timeline.Event
		err    error
	}
	found, err := budget.Within(ctx, budget.Source, func(context.Context) (r result) {
		defer caught(&r.err)
		r.events = timeline.Read(a, fn.extractor, fn.gazetteer)
		return r
	})
	if err = errors.Join(err, found.err); err != nil {
		return nil, nil, err
	}
	source, err = json.Marshal(timeline.NewSource(a))
	return named(found.events), source, err
}

// named gives the events of a new article their ids.
func named(events []timeline.Event) []timeline.Event {
	merge.Inherit(events, &merge.Known{}, func(string) string { return "" })
	for i := range events {
		e := &events[i]
		var reports []timeline.Report
		for j := range e.Statements {
			reports = append(reports, e.Statements[j].Reports...)
		}
		events[i] = record.Gather(e.ID, reports, e.Context)
	}
	return events
}
