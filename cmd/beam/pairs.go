package main

import (
	"context"
	"encoding/json"
	"maps"
	"slices"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"demarche/timeline"
)

// part is what an event says of its net: the relations that it is of, the articles that it cites, and the tellings that
// it is made of.
type part struct{ Pairs, Keys, Tellings []string }

// want is what a database needs of an article: what it tells of nets of the pair.
type want struct {
	Pair     string
	Tellings []string
}

// stock is an article for a database.
type stock struct {
	Item   item
	Events []byte // JSON
}

// databases writes a database for each pair of states. It holds all that the nets tell of which the pair has an event:
// so its events are those of the whole.
func databases(s beam.Scope, k sink, articles, events, webs beam.PCollection) {
	s = s.Scope("databases")
	wants, links := beam.ParDo2(s, &shareFn{}, beam.CoGroupByKey(s, beam.ParDo(s, partsOf, events), webs))
	stocks := beam.ParDo(s, &stockFn{}, beam.CoGroupByKey(s, beam.ParDo(s, byArticle, articles), wants))
	beam.ParDo0(s, &databaseFn{Sink: k}, beam.CoGroupByKey(s, stocks, links))
}

// byArticle keys an article by its key.
func byArticle(a kept) (string, kept) { return a.Item.Key, a }

// partsOf tells of each event what belongs to it, by its net.
func partsOf(u united, emit func(string, part)) error {
	e, sources, err := u.unpack()
	if err != nil {
		return err
	}
	p := part{Keys: slices.Sorted(maps.Keys(sources)), Tellings: append([]string{e.ID}, e.Earlier...)}
	for _, ab := range e.Pairs() {
		p.Pairs = append(p.Pairs, ab[0]+"-"+ab[1])
	}
	emit(u.Net, p)
	return nil
}

// shareFn shares a net out among the pairs that have an event of it.
type shareFn struct{}

// ProcessElement emits what the databases need of the net's articles, by the article, and its links, by the pair.
func (*shareFn) ProcessElement(
	_ string, parts func(*part) bool, web func(*link) bool, wants func(string, want), links func(string, link),
) {
	var all part
	for p := (part{}); parts(&p); p = (part{}) {
		all.Pairs, all.Keys = append(all.Pairs, p.Pairs...), append(all.Keys, p.Keys...)
		all.Tellings = append(all.Tellings, p.Tellings...)
	}
	all.Pairs, all.Keys = unique(all.Pairs), unique(all.Keys)
	var list []link
	for l := (link{}); web(&l); {
		list = append(list, l)
	}
	for _, pair := range all.Pairs {
		for _, key := range all.Keys {
			wants(key, want{pair, all.Tellings})
		}
		for _, l := range list {
			links(pair, l)
		}
	}
}

func unique(list []string) []string {
	slices.Sort(list)
	return slices.Compact(list)
}

// stockFn gives each database that wants something of an article its part of it.
type stockFn struct{}

// ProcessElement is given an article with all who want it.
func (*stockFn) ProcessElement(
	_ string, articles func(*kept) bool, wants func(*want) bool, stocks func(string, stock),
) error {
	var a kept
	if !articles(&a) {
		return nil
	}
	var told []timeline.Event
	if err := json.Unmarshal(a.Events, &told); err != nil {
		return err
	}
	tellings := map[string]map[string]bool{} // by pair
	for w := (want{}); wants(&w); w = (want{}) {
		if tellings[w.Pair] == nil {
			tellings[w.Pair] = map[string]bool{}
		}
		for _, id := range w.Tellings {
			tellings[w.Pair][id] = true
		}
	}
	for pair, wanted := range tellings {
		var some []timeline.Event
		for i := range told {
			if wanted[told[i].ID] {
				some = append(some, told[i])
			}
		}
		b, err := json.Marshal(some)
		if err != nil {
			return err
		}
		stocks(pair, stock{a.Item, b})
	}
	return nil
}

// databaseFn writes databases.
type databaseFn struct {
	Sink sink

	databases beam.Counter
}

// Setup makes the counter.
func (fn *databaseFn) Setup() { fn.databases = beam.NewCounter(counters, "databases") }

// ProcessElement is given all that the database of a pair holds.
func (fn *databaseFn) ProcessElement(
	ctx context.Context, pair string, stocks func(*stock) bool, links func(*link) bool,
) error {
	beside := map[string][]string{}
	for l := (link{}); links(&l); {
		beside[l.A], beside[l.B] = append(beside[l.A], l.B), append(beside[l.B], l.A)
	}
	pile, err := newPile()
	if err != nil {
		return err
	}
	defer pile.close()
	for st := (stock{}); stocks(&st); st = (stock{}) {
		if err := pile.put(&st); err != nil {
			return err
		}
	}
	fn.databases.Inc(ctx, 1)
	return pile.database(ctx, fn.Sink.Folder+"/"+pair+".sqlite", beside)
}
