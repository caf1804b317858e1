package render

import (
	"hash/fnv"
	"math"
	"slices"
)

// block holds the texts of a run of events and the sources that they cite, as positional arrays. It speaks of nothing
// outside itself, so that it stays as it is while other events come and go: sources, people and names (of outlets and
// media) are numbered in each block by themselves.
type block struct {
	Events  []any    `json:"events"`
	Sources []any    `json:"sources"`
	People  []person `json:"people"`
	Names   []string `json:"names"`
}

// blocker fills a block.
type blocker struct {
	phrases   *phrases
	stateName func(code string) string
	known     map[string]*Source // by key
	source    map[string]int     // key to place in sources
	sources   []Source
	people    map[person]int
	names     *table
	rules     map[string]bool // that decided a field, of those that the page has words for
	block
}

// newBlocker makes one that numbers sources as the events cite them.
func newBlocker(known map[string]*Source, stateName func(code string) string) *blocker {
	return &blocker{
		phrases: loadPhrases(), stateName: stateName, known: known, source: map[string]int{}, people: map[person]int{},
		names: newTable(), rules: map[string]bool{},
		block: block{Events: []any{}, Sources: []any{}, People: []person{}},
	}
}

// add takes the texts of an event.
func (p *blocker) add(e *Event) {
	context, statements := []any{}, []any{}
	for _, s := range e.Statements {
		list := []any{}
		for i := range s.Reports {
			w := &s.Reports[i]
			list = append(list, p.wording(e, w, p.cite(w.Source)))
		}
		statements = append(statements, list)
	}
	for _, c := range e.Context {
		context = append(context, []any{p.cite(c.Source), c.Text})
	}
	occasion := ""
	if e.Occasion != nil {
		occasion = e.Occasion.Date
	}
	p.Events = append(p.Events, []any{
		e.Date.EDTF, e.Place, occasion, p.parties(e.Speakers), p.parties(e.Addressees), e.About, context, statements,
		e.Title, p.doubtRow(e), p.told(e),
	})
}

// cite is the place of a source, which is noted when it is cited first.
func (p *blocker) cite(key string) int {
	i, ok := p.source[key]
	if !ok {
		i = len(p.sources)
		p.source[key] = i
		s := Source{Key: key}
		if known := p.known[key]; known != nil {
			s = *known
		}
		p.sources = append(p.sources, s)
	}
	return i
}

func (p *blocker) parties(list []Party) []any {
	out := []any{}
	for _, x := range list {
		k := person{x.Name, x.State, x.Kind}
		i, ok := p.people[k]
		if !ok {
			i = len(p.People)
			p.people[k] = i
			p.People = append(p.People, k)
		}
		out = append(out, []any{i, x.Office, x.Basis})
	}
	return out
}

// wording is a wording with what differs from its event.
func (p *blocker) wording(e *Event, w *Wording, source int) []any {
	medium, said := -1, ""
	if w.Medium != "" {
		medium = p.names.id(w.Medium)
	}
	if w.Said.EDTF != e.Date.EDTF {
		said = w.Said.EDTF
	}
	return []any{
		source, place(forms(), w.Form), w.Around.Pieces, medium, place(tones(), w.Tone), w.By,
		math.Round(w.P*100) / 100, said, p.decided(w.Decided),
	}
}

// doubtRow is the doubts of an event, two places each: what stands on the card and why.
func (p *blocker) doubtRow(e *Event) []any {
	row := []any{}
	for _, d := range e.Doubts {
		row = append(row, d.Word, d.Why)
	}
	return row
}

// decided is who decided each field of a wording, four places a field.
func (p *blocker) decided(list []Decided) []any {
	row := make([]any, 0, 4*len(list))
	for _, d := range list {
		if p.phrases.rules[d.By] != "" {
			p.rules[d.By] = true
		}
		row = append(row, d.Field, d.By, d.P, d.Words)
	}
	return row
}

// fullHashes is the number of events up to which the page carries the whole SHA-256 of every source, and halfHash the
// number of its digits in a larger page: 128 bits still tell whether a copy is the same.
const (
	fullHashes = 5000
	halfHash   = 32
)

// done is the block with the rows of its sources; short shortens their hashes.
func (p *blocker) done(short bool) *block {
	for i := range p.sources {
		s := &p.sources[i]
		sum := s.SHA256
		if short {
			sum = prefix(sum, halfHash)
		}
		p.Sources = append(p.Sources, []any{
			s.URL, p.names.id(s.Outlet), s.Title, s.Byline, s.Published, s.PublishedHow, s.Retrieved, s.Language, sum,
		})
	}
	p.Names = p.names.list
	return &p.block
}

// A run has at least leastRun events and at most mostRun; between the two one in endRun ids ends it. Most have 250.
const (
	leastRun = 150
	mostRun  = 450
	endRun   = 128
)

// Runs divides events, given by their ids in the order of a report, into those that stand in one block each: the places
// after their last ones. Where a run ends depends on the ids in it and before it, and hardly on those long before: when
// an event comes or goes, other runs stay as they are. A block is small enough to open within a frame and large enough
// to compress well.
func Runs(ids []string) []int {
	var ends []int
	from := 0
	for i, id := range ids {
		if n := i + 1 - from; n == mostRun || n >= leastRun && hashOf(id)%endRun == 0 {
			from = i + 1
			ends = append(ends, from)
		}
	}
	if from < len(ids) {
		ends = append(ends, len(ids))
	}
	return slices.Clip(ends)
}

// hashOf is the FNV-1a hash of an id.
func hashOf(id string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(id))
	return h.Sum32()
}
