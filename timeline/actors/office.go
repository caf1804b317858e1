package actors

import (
	"fmt"
	"strconv"
	"strings"

	"demarche/data"
)

// The sorts of rows of gazetteer/offices.tsv, and what tells that one person holds an office.
const (
	sortOffice  = "office"
	sortBody    = "body"
	sortAddress = "address"
	onlyOne     = "single"
)

// office is a class of offices, of bodies that speak, or of forms of address: a row of offices.tsv.
type office struct {
	class  string
	sort   string // "office", "body" or "address"
	rank   int    // for the choice among several: heads of state 100, spokespersons 30
	single bool   // one holder a state at a time
	label  string // for display: "Foreign Minister"
	local  map[string]string
	forms  []string // phrases, without articles
}

func (g *Gazetteer) readOffices() error {
	const file = "gazetteer/offices.tsv"
	rows, err := data.Table(file, "class", "sort", "rank", "single", "label", "local", "phrases", "origin")
	if err != nil {
		return err
	}
	for _, r := range rows {
		f := r.Fields
		o := &office{class: f[0], sort: f[1], single: f[3] == onlyOne, label: f[4], forms: list(f[6])}
		if o.rank, err = strconv.Atoi(f[2]); err != nil {
			return fmt.Errorf("%s:%d: rank %q is no number", file, r.Line, f[2])
		}
		for _, l := range list(f[5]) {
			state, label, ok := strings.Cut(l, "=")
			if !ok {
				return fmt.Errorf("%s:%d: local label %q is not STATE=label", file, r.Line, l)
			}
			if o.local == nil {
				o.local = map[string]string{}
			}
			o.local[state] = label
			if o.sort == sortOffice {
				g.local[localKey(state, label)] = o.class
			}
		}
		if _, ok := g.offices[o.class]; ok {
			return fmt.Errorf("%s:%d: %q: is there already", file, r.Line, o.class)
		}
		g.offices[o.class] = o
		kind := ByOffice
		if o.sort == sortAddress {
			kind = ByTitle
		}
		for _, p := range o.forms {
			ws := g.spelling.words(p, nil)
			for i := range ws {
				ws[i].shape = lower
			}
			g.names.add(ws, p, Candidate{Kind: kind, Office: o.class})
		}
	}
	return nil
}

// localKey is the key of [Gazetteer.local].
func localKey(state, label string) string { return state + "=" + Fold(label) }

// labelOf returns the name of an office in a state: the foreign minister of the United States is its Secretary of
// State.
func (o *office) labelOf(state string) string {
	if l, ok := o.local[state]; ok {
		return l
	}
	return o.label
}

// titleOf returns the title of an office for display: "President of Russia", "Foreign Ministry spokesperson of China".
func (g *Gazetteer) titleOf(o *office, state string) string {
	t := o.labelOf(state)
	if state == "" {
		return t
	}
	if what, to, ok := strings.Cut(t, " to the "); ok { // "Ambassador of Russia to the United Nations"
		return what + " of " + g.nameOf(state) + " to the " + to
	}
	return t + " of " + g.nameOf(state)
}

// nameOf returns the name of a state or organisation as it stands in a sentence, with its article.
func (g *Gazetteer) nameOf(code string) string {
	if s, ok := g.states[code]; ok {
		return s.article + s.name
	}
	if e, ok := g.byID[code]; ok {
		return strings.TrimLeft(e.article+" "+e.Name, " ")
	}
	return code
}

// Single reports whether a state has one holder of an office of the class at a time.
func (g *Gazetteer) Single(class string) bool {
	o := g.offices[class]
	return o != nil && o.single
}

// Holder returns who held an office of a state (or organisation) on an EDTF day, in its middle where the day is a
// month or a year; an empty day asks for the present holder. Office is a class ("president", "foreign minister",
// "leader") or a phrase of offices.tsv ("secretary of state"). On the day of a handover it is the newcomer. An acting
// holder counts where there is no other. It is false when nobody is known, and when the known dates leave it open who
// it was.
func (g *Gazetteer) Holder(state, office, at string) (*Entry, bool) {
	d := when(at)
	for _, class := range g.classes(state, office) {
		if e := g.holder(termKey{state, class}, d); e != nil {
			return e, true
		}
	}
	return nil, false
}

func (g *Gazetteer) holder(k termKey, d day) *Entry {
	var best *Term
	for _, t := range g.terms[k] {
		if !t.covers(d) || t.Start == "" && t.lo != d {
			continue
		}
		switch {
		case best == nil, best.person == t.person:
			best = t
		case t.priority != best.priority:
			if t.priority > best.priority {
				best = t
			}
		case t.Acting != best.Acting:
			if best.Acting {
				best = t
			}
		case t.lo >= best.lo:
			if !t.sure(d) && !best.sure(d) {
				return nil
			}
			if t.los <= d {
				best = t
			}
		}
	}
	if best == nil {
		return nil
	}
	return best.person
}

// classes returns the classes of office to try for a state, in order: "leader" falls back to those who rule there.
func (g *Gazetteer) classes(state, name string) []string {
	if class, ok := g.local[localKey(state, name)]; ok {
		name = class
	} else {
		name = g.class(name)
	}
	switch name {
	case "supreme leader":
		return []string{"supreme leader", "leader"}
	case "leader":
		order := []string{"leader"}
		if s, ok := g.states[state]; ok && s.leads != "" {
			order = append(order, s.leads)
		}
		return append(order, "president", "prime minister", "monarch")
	case "head of state":
		return []string{"head of state", "president", "monarch"}
	case "head of government":
		return []string{"prime minister", "president"}
	case "monarch":
		return []string{"monarch", "head of state"}
	}
	return []string{name}
}

// class returns the class that a class or a phrase names, in any case; the name itself where it is neither.
func (g *Gazetteer) class(name string) string {
	if _, ok := g.offices[name]; ok {
		return name
	}
	lower := strings.ToLower(name)
	if _, ok := g.offices[lower]; ok {
		return lower
	}
	for class := range g.offices { // "un ambassador"
		if strings.EqualFold(class, name) {
			return class
		}
	}
	if class, ok := g.classOf(name); ok {
		return class
	}
	return lower
}

// classOf returns the class of a phrase such as "secretary of state".
func (g *Gazetteer) classOf(phrase string) (string, bool) {
	ws := g.spelling.words(phrase, nil)
	c, end := g.names.longest(phrase, ws, 0)
	for _, c := range c {
		if end == len(ws) && c.Kind == ByOffice {
			return c.Office, true
		}
	}
	return "", false
}

// Office returns the title of the highest office that a person held on an EDTF day ("President of Russia"), or "".
func (g *Gazetteer) Office(personID, at string) string {
	if e, ok := g.byID[personID]; ok {
		if t, ok := e.At(at); ok {
			return t.Title
		}
	}
	return ""
}
