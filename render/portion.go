package render

import (
	"maps"
	"slices"

	"demarche/timeline"
)

// Portion is a run of the events of a report as its page carries them: the texts as a block, and of each event what the
// report tells of all of them together. One that was drawn once can be kept as bytes and stand in later reports, as
// long as its events and their sources are the same; see [DrawState] and [Assemble].
type Portion struct {
	Events  []Event  // where it was read from bytes, without what the block alone needs
	Sources []Source // that they cite, in the order in which they do first

	rules  []string // that decided a field, of those that the page has words for
	pull   map[timeline.Direction]candidate
	texts  *block // nil where it was read from bytes
	packed []byte // the gzipped JSON of a block; nil until it is asked for
}

// States are the codes of the states that the events speak of, sorted, none twice.
func (p *Portion) States() []string {
	var codes []string
	for _, s := range statesOf(p.Events, nil) {
		codes = append(codes, s.Code)
	}
	return codes
}

// squeeze is the portion's block as the page carries it.
func (p *Portion) squeeze(s *squeezer) (string, error) {
	if p.packed == nil {
		return s.squeezeJSON(p.texts)
	}
	return encode85(p.packed), nil
}

// drawer draws runs of events.
type drawer struct {
	sources   map[string]*Source // by key
	stateName func(code string) string
	short     bool // hashes are shortened
}

// portion draws a run of events.
func (d *drawer) portion(events []Event) *Portion {
	b := newBlocker(d.sources, d.stateName)
	for i := range events {
		b.add(&events[i])
	}
	texts := b.done(d.short)
	return &Portion{Events: events, texts: texts, Sources: b.sources, rules: slices.Sorted(maps.Keys(b.rules))}
}

// portions are those of the report, drawn anew where it has none; give gets each as soon as it is there.
func (r *Report) portions(give func(*Portion)) []*Portion {
	if r.drawn != nil {
		for _, p := range r.drawn {
			give(p)
		}
		return r.drawn
	}
	names := make(map[string]string, len(r.States))
	for _, s := range r.States {
		names[s.Code] = s.Name
	}
	d := drawer{byKey(r.Sources), func(code string) string { return name(names, code) }, len(r.Events) > fullHashes}
	var out []*Portion
	from := 0
	for _, to := range Runs(idsOf(r.Events)) {
		p := d.portion(r.Events[from:to])
		give(p)
		out, from = append(out, p), to
	}
	return out
}

func byKey(list []Source) map[string]*Source {
	out := make(map[string]*Source, len(list))
	for i := range list {
		out[list[i].Key] = &list[i]
	}
	return out
}

func idsOf(events []Event) []string {
	ids := make([]string, len(events))
	for i := range events {
		ids[i] = events[i].ID
	}
	return ids
}
