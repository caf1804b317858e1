package render

import (
	"slices"
	"sort"

	"demarche/timeline"
)

// Form is how a page of a state with so many events carries them, where it can be assembled of portions: the plain list
// of such a page has lines, for which they hold enough. It is "" for one with fewer events, which is drawn as fast
// anew.
func Form(events int) string {
	switch {
	case events < manyEvents:
		return ""
	case events > fullHashes:
		return formShort
	}
	return "lines"
}

// formShort is the form with shortened hashes.
const formShort = "lines, short hashes"

// DrawState draws runs of the events that a state shares with its partners, each as a portion in bytes: what [Assemble]
// takes. In come the relations, each with that state as A; what states are called; the ids of the events in the order
// of a report, divided by [Runs]; and the form of the page. Events that are of no relation are left out.
func DrawState(
	code string, rels []timeline.Relation, stateName func(code string) string, runs [][]string, form string,
) ([][]byte, error) {
	r, g := startState(code, Options{Names: map[string]string{code: stateName(code)}}), gather(rels)
	r.drawState(g)
	run := make(map[string]int, len(r.Events))
	for k, ids := range runs {
		for _, id := range ids {
			run[id] = k
		}
	}
	r.Events = slices.DeleteFunc(r.Events, func(e Event) bool {
		_, ok := run[e.ID]
		return !ok
	})
	sort.SliceStable(r.Events, func(i, j int) bool {
		a, b := &r.Events[i], &r.Events[j]
		if x, y := run[a.ID], run[b.ID]; x != y {
			return x < y
		}
		return before(a, b)
	})
	r.title(stateName)
	d := drawer{byKey(cited(r.Events, g.sources)), stateName, form == formShort}
	on, out, to := newSqueezers(len(runs)), make([][]byte, len(runs)), 0
	for k := range runs {
		from := to
		for to < len(r.Events) && run[r.Events[to].ID] == k {
			to++
		}
		of := *r
		of.Events = r.Events[from:to]
		on.put(func(s *squeezer) (_ string, err error) {
			out[k], err = of.portion(&d, s)
			return "", err
		})
	}
	_, err := on.wait()
	return out, err
}

// portion is the whole of a report as one portion, in bytes.
func (r *Report) portion(d *drawer, s *squeezer) ([]byte, error) {
	p := d.portion(r.Events)
	r.Sources = p.Sources
	p.pull = r.pull(d.stateName).found
	return p.bytes(s)
}

// Assemble makes the report of a state, for [HTML] alone, of what [DrawState] drew of all runs of its events, in order.
// The options are those of [NewState].
func Assemble(code string, portions []*Portion, read []timeline.Coverage, o Options) *Report {
	r := startState(code, o)
	r.drawn = slices.DeleteFunc(slices.Clone(portions), func(p *Portion) bool { return len(p.Events) == 0 })
	n := 0
	for _, p := range r.drawn {
		n += len(p.Events)
	}
	r.Events = make([]Event, 0, n)
	for _, p := range r.drawn {
		r.Events = append(r.Events, p.Events...)
	}
	r.partners(o.Names)
	r.finish(nil, read, o.Names)
	return r
}

// sourcesOf are the sources of portions, none twice.
func sourcesOf(portions []*Portion) []Source {
	n := 0
	for _, p := range portions {
		n += len(p.Sources)
	}
	list, seen := make([]Source, 0, n), make(map[string]bool, n)
	for _, p := range portions {
		for i := range p.Sources {
			if key := p.Sources[i].Key; !seen[key] {
				seen[key] = true
				list = append(list, p.Sources[i])
			}
		}
	}
	return list
}

// pulledOf are the best quotes of portions.
func pulledOf(portions []*Portion) []Pulled {
	p := newPuller()
	for _, of := range portions {
		p.better(of.pull)
	}
	return p.pulled()
}
