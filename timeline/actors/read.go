package actors

import (
	"fmt"
	"slices"
	"strings"

	"demarche/data"
)

// list splits a column of several values.
func list(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "|")
}

// enter adds an entry; its ID must be new.
func (g *Gazetteer) enter(file string, line int, e *Entry) error {
	if e.ID == "" || e.Name == "" {
		return fmt.Errorf("%s:%d: no id or no name", file, line)
	}
	if _, ok := g.byID[e.ID]; ok {
		return fmt.Errorf("%s:%d: %q: is there already", file, line, e.ID)
	}
	g.byID[e.ID] = e
	g.entries = append(g.entries, e)
	return nil
}

func (g *Gazetteer) readAmbiguous() error {
	rows, err := data.Table("gazetteer/ambiguous.tsv", "word", "sort")
	if err != nil {
		return err
	}
	for _, r := range rows {
		for _, w := range g.spelling.words(r.Fields[0], nil) {
			g.ambiguous[w.hash] = r.Fields[1]
		}
	}
	return nil
}

// readPlaces enters the names of seas, regions and firms that hold a state's name and do not mean the state.
func (g *Gazetteer) readPlaces() error {
	rows, err := data.Table("gazetteer/places.tsv", "name", "origin")
	if err != nil {
		return err
	}
	for _, r := range rows {
		g.addName(r.Fields[0], Candidate{Kind: byPlace, Office: r.Fields[0]})
	}
	return nil
}

func (g *Gazetteer) readStates() error {
	const file = "gazetteer/states.tsv"
	rows, err := data.Table(
		file,
		"code",
		"iso2",
		"name",
		"article",
		"official",
		"adjective",
		"people",
		"capital",
		"aliases",
		"leads",
		"origin",
	)
	if err != nil {
		return err
	}
	for _, r := range rows {
		f := r.Fields
		s := &stateInfo{code: f[0], iso2: f[1], name: f[2], adjective: f[5], capital: f[7], leads: f[9]}
		if f[3] != "" {
			s.article = f[3] + " "
		}
		e := &Entry{Actor: Actor{f[0], "Government of " + s.article + s.name, State, f[0]}, Origin: f[10]}
		e.Aliases = append(list(f[4]), list(f[8])...)
		if err := g.enter(file, r.Line, e); err != nil {
			return err
		}
		s.entry = e
		g.states[s.code] = s
		for _, name := range append([]string{s.name}, e.Aliases...) {
			g.addName(name, Candidate{Kind: ByName, Entry: e})
		}
		for _, name := range append(list(f[5]), list(f[6])...) {
			g.addName(name, Candidate{Kind: ByDemonym, Entry: e})
		}
		e.Seats = list(f[7])
		for _, name := range e.Seats {
			g.addName(name, Candidate{Kind: ByCapital, Entry: e})
		}
	}
	return nil
}

func (g *Gazetteer) readMetonyms() error {
	const file = "gazetteer/metonyms.tsv"
	rows, err := data.Table(file, "name", "state", "stands_for", "aliases", "origin")
	if err != nil {
		return err
	}
	for _, r := range rows {
		f := r.Fields
		e, ok := g.byID[f[1]]
		if !ok {
			return fmt.Errorf("%s:%d: unknown state %q", file, r.Line, f[1])
		}
		if _, ok := g.offices[f[2]]; !ok {
			return fmt.Errorf("%s:%d: unknown body %q", file, r.Line, f[2])
		}
		e.Seats = append(e.Seats, f[0])
		for _, name := range append([]string{f[0]}, list(f[3])...) {
			g.addName(name, Candidate{Kind: ByMetonym, Entry: e, Office: f[2], Seat: f[0]})
		}
	}
	return nil
}

func (g *Gazetteer) readOrganisations() error {
	const file = "gazetteer/organisations.tsv"
	rows, err := data.Table(file, "code", "name", "article", "kind", "aliases", "origin")
	if err != nil {
		return err
	}
	for _, r := range rows {
		f := r.Fields
		e := &Entry{
			Actor:   Actor{f[0], f[1], Organisation, f[0]},
			article: f[2],
			Detail:  f[3],
			Aliases: list(f[4]),
			Origin:  f[5],
		}
		if strings.HasPrefix(f[3], "private") {
			e.State = ""
		}
		if err := g.enter(file, r.Line, e); err != nil {
			return err
		}
		for _, name := range append([]string{e.Name, e.ID}, e.Aliases...) {
			g.addName(name, Candidate{Kind: ByName, Entry: e})
		}
	}
	return nil
}

func (g *Gazetteer) readMedia() error {
	const file = "gazetteer/media.tsv"
	rows, err := data.Table(file, "name", "country", "control", "aliases", "domains", "origin")
	if err != nil {
		return err
	}
	for _, r := range rows {
		f := r.Fields
		e := &Entry{
			Actor: Actor{ID: "medium/" + slug(f[0]), Name: f[0], Kind: Medium}, Detail: f[2], Aliases: list(f[3]),
			Domains: list(f[4]), Origin: f[5],
		}
		if f[2] == "state" || f[2] == "party" {
			e.State = f[1]
		}
		if err := g.enter(file, r.Line, e); err != nil {
			return err
		}
		for _, name := range append([]string{e.Name}, e.Aliases...) {
			g.addName(name, Candidate{Kind: ByName, Entry: e})
		}
	}
	return nil
}

func slug(name string) string { return strings.ReplaceAll(Fold(name), " ", "-") }

func (g *Gazetteer) readPersons() error {
	const file = "gazetteer/persons.tsv"
	rows, err := data.Table(file, "id", "name", "state", "gender", "order", "surname", "aliases", "origin")
	if err != nil {
		return err
	}
	slab := make([]Entry, len(rows)) // one allocation for all
	g.entries = slices.Grow(g.entries, len(rows))
	for i, r := range rows {
		f := r.Fields
		slab[i] = Entry{
			Actor: Actor{
				f[0],
				f[1],
				Person,
				f[2],
			}, Gender: f[3], order: f[4], surnames: f[5], Aliases: list(f[6]), Origin: f[7],
		}
		slab[i].Surname, _, _ = strings.Cut(f[5], "|")
		if err := g.enter(file, r.Line, &slab[i]); err != nil {
			return err
		}
	}
	return nil
}

func (g *Gazetteer) readTerms() error {
	const file = "gazetteer/terms.tsv"
	rows, err := data.Table(file, "person", "state", "office", "title", "start", "end", "note", "origin")
	if err != nil {
		return err
	}
	persons := make([]*Entry, len(rows))
	count := make(map[*Entry]int, len(rows))
	for i, r := range rows {
		e, ok := g.byID[r.Fields[0]]
		if !ok {
			return fmt.Errorf("%s:%d: unknown person %q", file, r.Line, r.Fields[0])
		}
		persons[i] = e
		count[e]++
	}
	slab := make([]Term, len(rows))
	g.inOrder = make([]*Term, 0, len(rows))
	var last termClass
	for i, r := range rows {
		e, f := persons[i], r.Fields
		if e.Terms == nil {
			e.Terms, slab = slab[:0:count[e]], slab[count[e]:]
		}
		t := Term{
			State:  f[1],
			Office: f[2],
			Title:  f[3],
			Start:  f[4],
			End:    f[5],
			Acting: f[6] == "acting",
			Origin: f[7],
		}
		if !t.Acting {
			t.Seen, _ = strings.CutPrefix(f[6], "seen ")
		}
		if last.state != t.State || last.office == nil || last.office.class != t.Office {
			if last, err = g.termClass(t.State, t.Office); err != nil {
				return fmt.Errorf("%s:%d: %q: %w", file, r.Line, f[0], err)
			}
		}
		if err := g.addTerm(e, t, last); err != nil {
			return fmt.Errorf("%s:%d: %q: %w", file, r.Line, f[0], err)
		}
		g.inOrder = append(g.inOrder, &e.Terms[len(e.Terms)-1])
	}
	return nil
}

// termClass is what terms of one office of one state have in common.
type termClass struct {
	state  string
	office *office
	title  string
}

func (g *Gazetteer) termClass(state, class string) (termClass, error) {
	o, ok := g.offices[class]
	if !ok {
		return termClass{}, fmt.Errorf("unknown office %q", class)
	}
	if _, ok := g.byID[state]; !ok {
		return termClass{}, fmt.Errorf("unknown state %q", state)
	}
	return termClass{state, o, g.titleOf(o, state)}, nil
}

// addTerm checks a term and gives it to its person.
func (g *Gazetteer) addTerm(e *Entry, t Term, c termClass) error {
	t.los, t.hie, t.hi = never, never, never
	var err error
	if t.Start != "" {
		if t.lo, t.los, err = span(t.Start); err != nil {
			return err
		}
	}
	if t.End != "" {
		if t.hie, t.hi, err = span(t.End); err != nil {
			return err
		}
	}
	if t.End == "" && t.Seen != "" {
		if t.hie, t.hi, err = span(t.Seen); err != nil {
			return err
		}
	}
	if t.lo > t.hi {
		return fmt.Errorf("the term ends on %s before it starts on %s", t.End, t.Start)
	}
	if t.Start == "" {
		t.los = t.lo
		if t.End == "" {
			return fmt.Errorf("the term has neither start nor end")
		}
		t.lo = t.hie // only the end is known: nothing before it is sure
	}
	if t.Title == "" {
		t.Title = c.title
		if t.Acting {
			t.Title = "Acting " + c.title
		}
	}
	t.person, t.rank = e, c.office.rank
	e.rank = max(e.rank, c.office.rank)
	e.Terms = append(e.Terms, t)
	return nil
}
