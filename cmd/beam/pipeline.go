package main

import (
	"fmt"
	"hash/fnv"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
)

// counters is the space of the counters' names.
const counters = "demarche"

// job is what a pipeline is made of.
type job struct {
	sink
	inputs    []string // globs
	formats   []string // of export
	databases bool     // one a pair of states
	made      string
	actors    []byte
	workers   int // by which the extraction is divided; 1 where the runner divides it
}

// build makes the pipeline.
func (j *job) build() *beam.Pipeline {
	p, s := beam.NewPipelineWithRoot()
	items, flaws := readItems(s, j.inputs, j.databases)
	tellings, articles, others := j.extract(s, items)
	found, webs := events(s, tellings, links(s, tellings))
	s = s.Scope("write")
	if j.databases {
		databases(s, j.sink, articles, found, webs)
	}
	beam.ParDo0(s, &writeFn{Sink: j.sink, Formats: j.formats, Made: j.made, Actors: j.actors},
		beam.GroupByKey(s, beam.ParDo(s, &shardFn{j.sink}, found)))
	beam.ParDo0(s, &deadFn{Sink: j.sink},
		beam.GroupByKey(s, beam.ParDo(s, &letterFn{j.sink}, beam.Flatten(s, flaws, others))))
	return p
}

// extract finds what the articles tell, in as many parts as there are workers.
func (j *job) extract(s beam.Scope, items beam.PCollection) (tellings, articles, flaws beam.PCollection) {
	s = s.Scope("extract")
	parts := beam.Partition(s, j.workers, partOf, beam.ParDo(s, &divideFn{j.workers}, items))
	var told, whole, bad []beam.PCollection
	for i, part := range parts {
		s := s.Scope(scopeOf(i))
		keyed := beam.GroupByKey(s, beam.ParDo(s, byKey, part))
		t, w, f := beam.ParDo3(s, &extractFn{Actors: j.actors, Keep: j.databases}, keyed)
		told, whole, bad = append(told, t), append(whole, w), append(bad, f)
	}
	return beam.Flatten(s, told...), beam.Flatten(s, whole...), beam.Flatten(s, bad...)
}

// scopeOf names the scope of what a worker extracts, see [pool].
func scopeOf(worker int) string { return fmt.Sprintf("worker %d", worker+1) }

// divideFn divides articles among workers by their keys.
type divideFn struct{ Parts int }

// ProcessElement emits the article by its part.
func (fn *divideFn) ProcessElement(it item) (int, item) { return partIn(it.Key, fn.Parts), it }

// partIn is the part of so many that has the name.
func partIn(name string, parts int) int {
	h := fnv.New32a()
	_, _ = h.Write([]byte(name))          // it never fails
	return int(h.Sum32() % uint32(parts)) //nolint:gosec // a few
}

// partOf is the part that an article was given.
func partOf(part int, _ item) int { return part }

// byKey keys an article by its key.
func byKey(_ int, it item) (string, item) { return it.Key, it }
