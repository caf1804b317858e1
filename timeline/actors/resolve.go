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
	if m.Name != "" {
		for _, a := range g.Named(m.Name, at) {
			if a.Kind == Person && (m.State == "" || a.State == m.State || g.byID[a.ID].State == m.State) {
				if m.State != "" {
					a.State = m.State
				}
				return a, true
			}
		}
		return Actor{
			ID:    strings.ToLower(m.State) + "/" + slug(m.Name),
			Name:  m.Name,
			Kind:  Person,
			State: m.State,
		}, true
	}
	if m.Of != "" && m.Phrase != "" {
		return Actor{
			ID:    strings.ToLower(m.State) + "/" + slug(m.Phrase),
			Name:  capital(m.Phrase),
			Kind:  Person,
			State: m.State,
		}, true
	}
	if m.State == "" {
		return Actor{}, false
	}
	if m.Ministry != "" {
		a := Actor{Name: m.Ministry + " of " + g.nameOf(m.State), Kind: State, State: m.State}
		if !m.Body {
			a.Name, a.Kind = capital(m.Title)+" of the "+a.Name, Person
		}
		a.ID = m.State + "/" + slug(a.Name)
		return a, true
	}
	if m.Class == "ambassador" && m.To != "" {
		name := "Ambassador of " + g.nameOf(m.State) + " to " + g.nameOf(m.To)
		return Actor{ID: m.State + "/" + slug(name), Name: name, Kind: Person, State: m.State}, true
	}
	if o := g.offices[m.Class]; o != nil && o.single && !m.Former && !m.Several {
		if e, ok := g.Holder(m.State, m.Class, at); ok {
			a := e.actorAt(when(at))
			a.State = m.State
			return a, true
		}
	}
	if m.Class == "minister" && strings.Contains(m.Title, " ") && !m.Several {
		name := titleCase(m.Title) + " of " + g.nameOf(m.State)
		return Actor{ID: m.State + "/" + slug(m.Title), Name: name, Kind: Person, State: m.State}, true
	}
	return g.Unnamed(m.State, m.Class)
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
	e, ok := g.byID[state]
	if !ok {
		return Actor{}, false
	}
	if class == "government" {
		return e.Actor, true
	}
	a := Actor{ID: state + "/" + strings.ReplaceAll(class, " ", "-"), Kind: Person, State: state}
	o, known := g.offices[class]
	if !known {
		// "foreign ministry official": the label of the body and the office
		for _, role := range []string{"spokesperson", "official", "diplomat", "lawmaker", "chairman"} {
			if body, found := strings.CutSuffix(class, " "+role); found && g.offices[body] != nil {
				a.Name = g.offices[body].labelOf(state) + " " + role + " of " + g.nameOf(state)
				return a, true
			}
		}
		a.Name = class + " of " + g.nameOf(state)
		return a, true
	}
	if o.sort == "body" {
		a.Kind = State
	}
	a.Name = g.titleOf(o, state)
	return a, true
}
