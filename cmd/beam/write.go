package main

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"slices"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"demarche/data"
	"demarche/render"
	"demarche/render/export"
	"demarche/timeline"
)

// sink is where results go and in how many files.
type sink struct {
	Folder string // a folder or the beginning of the addresses in a bucket
	Shards int
}

// shard is the file that what has this name goes to.
func (k *sink) shard(name string) int { return partIn(name, k.Shards) }

// file names a file of a kind.
func (k *sink) file(kind string, shard int, ending string) string {
	return fmt.Sprintf("%s/%s-%05d-of-%05d%s", k.Folder, kind, shard, k.Shards, ending)
}

// shardFn names the file of each event.
type shardFn struct{ Sink sink }

// ProcessElement emits the event by its file.
func (fn *shardFn) ProcessElement(e united) (int, united) { return fn.Sink.shard(e.ID), e }

// writeFn writes the events of a file in formats of export.
type writeFn struct {
	Sink    sink
	Formats []string
	Made    string // the day to print as the day on which it was made
	Actors  []byte

	houses  *timeline.Houses
	licence func(url string) string
	head    export.Head
	events  beam.Counter
}

// Setup makes what is said of every output.
func (fn *writeFn) Setup() error {
	fn.events = beam.NewCounter(counters, "events")
	g, err := gazetteer(fn.Actors)
	if err != nil {
		return err
	}
	fn.houses = timeline.NewHouses(g)
	if fn.licence, err = export.Licences(); err != nil {
		return err
	}
	model, err := data.Model()
	scope := render.Scope{State: func(code string) bool {
		known, ok := g.StateCode(code)
		return ok && known == code
	}}
	fn.head = export.NewHead(scope, g.StateName, render.Options{
		Generated: fn.Made, Version: render.Build(), Model: model, Query: "beam",
	}, nil)
	return err
}

// ProcessElement is given the events of a file.
func (fn *writeFn) ProcessElement(ctx context.Context, shard int, events func(*united) bool) error {
	var list []united
	for e := (united{}); events(&e); e = (united{}) {
		list = append(list, e)
	}
	slices.SortFunc(list, func(a, b united) int { return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.ID, b.ID)) })
	fn.events.Inc(ctx, int64(len(list)))
	for _, name := range fn.Formats {
		f, ok := export.FormatNamed(name)
		if !ok {
			return fmt.Errorf("unknown format %q", name)
		}
		err := writeWhole(ctx, fn.Sink.file("events", shard, "."+name), func(w io.Writer) error {
			return f.Write(w, &export.Dataset{Head: fn.head, Events: fn.entries(list)})
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// entries gives the events as export draws them.
func (fn *writeFn) entries(list []united) iter.Seq2[*export.Entry, error] {
	return func(yield func(*export.Entry, error) bool) {
		for i := range list {
			e, sources, err := list[i].unpack()
			if err != nil {
				yield(nil, err)
				return
			}
			if _, _, ok := fn.head.Scope.Holds(&e); !ok {
				continue
			}
			fn.houses.Note(sources)
			if e = fn.head.Scope.Narrow(&e); len(e.Statements) == 0 {
				continue
			}
			if !yield(fn.head.NewEntry(&e, sources, fn.licence), nil) {
				return
			}
		}
	}
}

func (u *united) unpack() (e timeline.Event, sources map[string]timeline.Source, err error) {
	if err = json.Unmarshal(u.Event, &e); err == nil {
		err = json.Unmarshal(u.Sources, &sources)
	}
	return e, sources, err
}

// letterFn names the file of each dead letter.
type letterFn struct{ Sink sink }

// ProcessElement emits the letter by its file.
func (fn *letterFn) ProcessElement(f flaw) (int, flaw) { return fn.Sink.shard(f.Name), f }

// deadFn writes dead letters.
type deadFn struct {
	Sink sink

	letters beam.Counter
}

// Setup makes the counter.
func (fn *deadFn) Setup() { fn.letters = beam.NewCounter(counters, "dead letters") }

// ProcessElement is given the letters of a file.
func (fn *deadFn) ProcessElement(ctx context.Context, shard int, letters func(*flaw) bool) error {
	var lines [][]byte
	for f := (flaw{}); letters(&f); f = (flaw{}) {
		b, err := json.Marshal(f)
		if err != nil {
			return err
		}
		lines = append(lines, append(b, '\n'))
	}
	fn.letters.Inc(ctx, int64(len(lines)))
	slices.SortFunc(lines, bytes.Compare)
	return writeWhole(ctx, fn.Sink.file("dead", shard, ".jsonl"), func(w io.Writer) error {
		_, err := w.Write(bytes.Join(lines, nil))
		return err
	})
}
