package actors

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Resolve returns the actor that a description means on an EDTF day: the person named, if the state agrees; the
// holder of the office that day; or else an actor of its own with the state and office that the text gives ("Foreign
// Ministry spokesperson of China", "Government of Japan"). A name that the gazetteer does not have becomes a person
// of that state. It is false when there is neither name nor state.
func (g *Gazetteer) Resolve(m OfficeMention, at string) (Actor, bool) {
	switch {
	case m.Name != "":
		return g.person(m, at), true
	case m.Of != "" && m.Phrase != "":
		return unlisted(m.State, m.Phrase, capital(m.Phrase)), true
	case m.State == "":
		return Actor{}, false
	case m.Ministry != "":
		return g.ministryOf(m), true
	case m.Class == "ambassador" && m.To != "":
		return official(m.State, "Ambassador of "+g.entries.nameOf(m.State)+" to "+g.entries.nameOf(m.To), ""), true
	}
	if a, ok := g.holderOf(m, at); ok {
		return a, true
	}
	if m.Class == "minister" && strings.Contains(m.Title, " ") && !m.Several {
		return official(m.State, titleCase(m.Title)+" of "+g.entries.nameOf(m.State), m.Title), true
	}
	return g.Unnamed(m.State, m.Class)
}

// person returns the person of that name and state, or a person of its own where the gazetteer has none.
func (g *Gazetteer) person(m OfficeMention, at string) Actor {
	for _, a := range g.Named(m.Name, at) {
		if a.Kind == Person && (m.State == "" || a.State == m.State || g.entries.byID[a.ID].State == m.State) {
			if m.State != "" {
				a.State = m.State
			}
			return a
		}
	}
	return unlisted(m.State, m.Name, m.Name)
}

// unlisted is a person of a state, or of none, whom the gazetteer does not have; the id is made from key.
func unlisted(state, key, name string) Actor {
	return Actor{ID: strings.ToLower(state) + "/" + slug(key), Name: name, Kind: Person, State: state}
}

// official is the holder of an office of a state, known by the office alone; the id is made from key, or from the name
// where that is "".
func official(state, name, key string) Actor {
	if key == "" {
		key = name
	}
	return Actor{ID: state + "/" + slug(key), Name: name, Kind: Person, State: state}
}

// ministryOf returns a ministry that is none of the known ones, or the holder of an office in it.
func (g *Gazetteer) ministryOf(m OfficeMention) Actor {
	name := m.Ministry + " of " + g.entries.nameOf(m.State)
	if !m.Body {
		return official(m.State, capital(m.Title)+" of the "+name, "")
	}
	return Actor{ID: m.State + "/" + slug(name), Name: name, Kind: State, State: m.State}
}

// holderOf returns who held the office on the day, if only one person holds it at a time.
func (g *Gazetteer) holderOf(m OfficeMention, at string) (Actor, bool) {
	o := g.offices.byClass[m.Class]
	if o == nil || !o.single || m.Former || m.Several {
		return Actor{}, false
	}
	e, ok := g.Holder(m.State, m.Class, at)
	if !ok {
		return Actor{}, false
	}
	a := e.actorAt(when(at))
	a.State = m.State
	return a, true
}

// titleCase writes the words of an office with capitals: "Health Minister", "Minister of Health".
func titleCase(office string) string {
	ws := strings.Fields(office)
	for i, w := range ws {
		if !isSmall(w) || i == 0 {
			ws[i] = capital(w)
		}
	}
	return strings.Join(ws, " ")
}

// capital writes the first letter large.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// Unnamed returns the actor for an office or body of a state whose holder nobody names: "Foreign Ministry
// spokesperson of China"; for the government itself the state.
func (g *Gazetteer) Unnamed(state, class string) (Actor, bool) {
	e, ok := g.entries.byID[state]
	if !ok {
		return Actor{}, false
	}
	if class == "government" {
		return e.Actor, true
	}
	a := Actor{ID: state + "/" + strings.ReplaceAll(class, " ", "-"), Kind: Person, State: state}
	o, known := g.offices.byClass[class]
	if !known {
		// "foreign ministry official": the label of the body and the office
		for _, role := range []string{"spokesperson", anyOfficial, "diplomat", "lawmaker", "chairman"} {
			if body, found := strings.CutSuffix(class, " "+role); found && g.offices.byClass[body] != nil {
				a.Name = g.offices.byClass[body].labelOf(state) + " " + role + " of " + g.entries.nameOf(state)
				return a, true
			}
		}
		a.Name = class + " of " + g.entries.nameOf(state)
		return a, true
	}
	if o.sort == sortBody {
		a.Kind = State
	}
	a.Name = o.titleIn(state, g.entries.nameOf(state))
	return a, true
}
