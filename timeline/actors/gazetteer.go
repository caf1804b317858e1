package actors

import "sync"

// Gazetteer is who is who: states, organisations, media, and persons with their dated offices. It is read-only, and
// safe for many goroutines.
type Gazetteer struct {
	entries *register
	states  states
	offices *officeTable
	holders holders
	names   *names
	finder  *finder
	Given   GivenNames // by the first word of the names of persons, lower case
}

// builtin reads the gazetteer of package data once. Only commands that ask for it pay.
var builtin = sync.OnceValues(func() (*Gazetteer, error) { return build(nil) })

// Load returns the gazetteer, with a researcher's own files laid over it: see [Extra]. Without any, the built-in part
// is read once and shared.
func Load(extra ...Extra) (*Gazetteer, error) {
	if len(extra) == 0 {
		return builtin()
	}
	return build(extra)
}

func build(extra []Extra) (*Gazetteer, error) {
	sp, err := readSpelling()
	if err != nil {
		return nil, err
	}
	names := newNames(1<<15, sp)
	g := &Gazetteer{
		entries: &register{byID: make(map[string]*Entry, 1<<13)},
		states:  make(states, 256),
		offices: &officeTable{byClass: map[string]*office{}, local: map[string]string{}, names: names},
		names:   names,
		finder:  &finder{names: names, ambiguous: map[uint64]string{}},
		Given:   make(GivenNames, 1<<12),
	}
	terms := &termReader{entries: g.entries, offices: g.offices}
	if err := g.readTables(terms); err != nil {
		return nil, err
	}
	for i, x := range extra {
		r := extraReader{g.entries, g.offices, names, terms, x.Name, i + 1}
		if err := r.read(x.Data); err != nil {
			return nil, err
		}
	}
	for _, e := range g.entries.list {
		if e.Kind == Person {
			namePerson(names, e)
			g.Given.count(e)
		}
	}
	if len(extra) > 0 {
		g.holders = holdersOf(termsOf(g.entries.list))
	} else {
		g.holders = holdersOf(terms.read)
	}
	names.freeze()
	return g, nil
}

// readTables reads the tables of package data, each after those that it refers to.
func (g *Gazetteer) readTables(terms *termReader) error {
	entries := entryReader{g.entries, g.names}
	for _, read := range []func() error{
		g.finder.readAmbiguous,
		g.names.readPlaces,
		g.offices.read,
		func() error { return g.states.read(entries) },
		entries.organisations,
		func() error { return entries.metonyms(g.offices) },
		entries.media,
		entries.persons,
		terms.table,
		g.Given.read,
	} {
		if err := read(); err != nil {
			return err
		}
	}
	return nil
}

// Lookup returns the entry with an ID.
func (g *Gazetteer) Lookup(id string) (*Entry, bool) {
	e, ok := g.entries.byID[id]
	return e, ok
}

// Entries returns all entries in the order of the files; the slice is shared, do not change it.
func (g *Gazetteer) Entries() []*Entry { return g.entries.list }

// Office returns the title of the highest office that a person held on an EDTF day ("President of Russia"), or "".
func (g *Gazetteer) Office(personID, at string) string {
	if e, ok := g.entries.byID[personID]; ok {
		if t, ok := e.At(at); ok {
			return t.Title
		}
	}
	return ""
}

// Single reports whether a state has one holder of an office of the class at a time.
func (g *Gazetteer) Single(class string) bool {
	o := g.offices.byClass[class]
	return o != nil && o.single
}

// Holder returns who held an office of a state (or organisation) on an EDTF day, in its middle where the day is a
// month or a year; an empty day asks for the present holder. Office is a class ("president", "foreign minister",
// "leader") or a phrase of offices.tsv ("secretary of state"). On the day of a handover it is the newcomer. An acting
// holder counts where there is no other. It is false when nobody is known, and when the known dates leave it open who
// it was.
func (g *Gazetteer) Holder(state, office, at string) (*Entry, bool) {
	d := when(at)
	for _, class := range g.offices.classes(state, office, g.states[state].leads) {
		if e := g.holders.on(termKey{state, class}, d); e != nil {
			return e, true
		}
	}
	return nil, false
}
