package actors

import (
	"cmp"
	"slices"
	"strings"
	"sync"
)

// Gazetteer is who is who: states, organisations, media, and persons with their dated offices. It is read-only, and
// safe for many goroutines.
type Gazetteer struct {
	entries   []*Entry // in the order of the files
	byID      map[string]*Entry
	states    map[string]*stateInfo // by code
	offices   map[string]*office    // by class
	terms     map[termKey][]*Term   // by start
	inOrder   []*Term               // the terms in the order of the file, while reading
	names     *names
	spelling  *spelling
	local     map[string]string // class of an office by state and the office's label there
	Given     GivenNames        // by the first word of the names of persons, lower case
	ambiguous map[uint64]string // hash of a word that is also an ordinary word, and how
}

type termKey struct{ state, office string }

// stateInfo is a row of states.tsv.
type stateInfo struct {
	code, iso2, name, article, adjective, capital string
	leads                                         string // class of the office that leads the state; "" for the president
	entry                                         *Entry
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
	g := &Gazetteer{
		byID:      make(map[string]*Entry, 1<<13),
		states:    make(map[string]*stateInfo, 256),
		offices:   map[string]*office{},
		terms:     make(map[termKey][]*Term, 1<<12),
		local:     map[string]string{},
		Given:     make(GivenNames, 1<<12),
		ambiguous: map[uint64]string{},
	}
	var err error
	if g.spelling, err = readSpelling(); err != nil {
		return nil, err
	}
	g.names = newNames(1<<15, g.spelling)
	for _, read := range []func() error{
		g.readAmbiguous, g.readPlaces, g.readOffices, g.readStates, g.readOrganisations, g.readMetonyms, g.readMedia,
		g.readPersons, g.readTerms, g.Given.read,
	} {
		if err := read(); err != nil {
			return nil, err
		}
	}
	for i, e := range extra {
		if err := g.readExtra(e, i+1); err != nil {
			return nil, err
		}
	}
	for _, e := range g.entries {
		if e.Kind == Person {
			g.addPersonNames(e)
			g.Given.count(e)
		}
	}
	g.indexTerms(len(extra) > 0)
	g.names.freeze()
	return g, nil
}

// indexTerms lists the terms by state and office, by start. The file has them in that order; with others added they
// are sorted.
func (g *Gazetteer) indexTerms(extra bool) {
	all := g.inOrder
	g.inOrder = nil
	if !extra {
		g.listTerms(all)
		return
	}
	all = nil
	for _, e := range g.entries {
		for i := range e.Terms {
			all = append(all, &e.Terms[i])
		}
	}
	slices.SortFunc(all, func(a, b *Term) int {
		if c := strings.Compare(a.State, b.State); c != 0 {
			return c
		}
		if c := strings.Compare(a.Office, b.Office); c != 0 {
			return c
		}
		if c := cmp.Compare(a.lo, b.lo); c != 0 {
			return c
		}
		return strings.Compare(a.person.ID, b.person.ID)
	})
	g.listTerms(all)
}

func (g *Gazetteer) listTerms(all []*Term) {
	for from := 0; from < len(all); {
		to := from + 1
		for to < len(all) && all[to].State == all[from].State && all[to].Office == all[from].Office {
			to++
		}
		g.terms[termKey{all[from].State, all[from].Office}] = all[from:to:to]
		from = to
	}
}

// Lookup returns the entry with an ID.
func (g *Gazetteer) Lookup(id string) (*Entry, bool) {
	e, ok := g.byID[id]
	return e, ok
}

// Entries returns all entries in the order of the files; the slice is shared, do not change it.
func (g *Gazetteer) Entries() []*Entry { return g.entries }

// addName enters a name, and the same name without a leading article.
func (g *Gazetteer) addName(name string, c Candidate) {
	ws := g.spelling.words(name, nil)
	g.names.add(ws, name, c)
}
