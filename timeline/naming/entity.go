package naming

import (
	"slices"
	"strings"

	"demarche/data"
	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// Entity is somebody of whom the article speaks.
type Entity struct {
	record.Party
	gender string   // "m", "f", "" when the text and the gazetteer do not tell or it is no person
	byName string   // the gender that the given name tells, "" for none
	Heads  []string // nouns by which "the minister" finds them, lower case
	Class  string   // of a body of a state: "foreign ministry"; "" for everything else
	Plural bool     // a body of people: "they"
	Places []int    // bytes of the body where a person is named, rising
	Held   string   // the class of the office that a person of the gazetteer holds, "" for none
	past   []string // offices that the text says a person once held
	short  string   // how the article calls them after the first mention, lower case
}

// Group is an entity for people who are known by a noun only; state is the state or organisation that they are of, ""
// for none.
func Group(name, state string) *Entity {
	e := &Entity{Plural: true}
	e.Kind, e.State, e.Name, e.ID = actors.Organisation, state, name, actors.UnlistedID(name, state)
	return e
}

// hyphened is the name of a class of bodies as a word of the table of classes.
func hyphened(class string) string { return strings.ReplaceAll(class, " ", "-") }

// KeepBody enters a body under its canonical name; spellings of one name are one body.
func KeepBody(r *Cast, class, name, state string) *Entity {
	e := &Entity{Plural: true, Class: class}
	e.Kind, e.State, e.Name = actors.Organisation, state, name
	e.ID = actors.UnlistedID(strings.ReplaceAll(strings.ToLower(name), "defense", "defence"), state)
	for _, w := range strings.Fields(strings.ToLower(name)) {
		if words.Body[w] || words.Organ[w] {
			e.Heads = append(e.Heads, w)
		}
	}
	return r.Keep(e)
}

// same reports whether both are the same actor.
func (e *Entity) same(f *Entity) bool {
	return e == f || e != nil && f != nil && (e.ID != "" && e.ID == f.ID || e.Name == f.Name)
}

// Person reports whether the entity is a person.
func (e *Entity) Person() bool { return e.Kind == actors.Person }

// StateBody reports whether the entity is a body of a state: a ministry, an embassy, the armed forces.
func (e *Entity) StateBody() bool { return e.Class != "" }

// Has reports whether the entity is called by the noun, such as "minister".
func (e *Entity) Has(noun string) bool {
	return slices.ContainsFunc(e.Heads, func(h string) bool { return endsIn(h, noun) })
}

// endsIn reports whether the noun is the office or its last word.
func endsIn(office, noun string) bool { return office == noun || strings.HasSuffix(office, " "+noun) }

// CalledSpokesperson reports whether the article calls the entity a spokesperson.
func (e *Entity) CalledSpokesperson() bool { return e.holds("spokesperson") }

// Gender is "m" or "f" as far as name, office and title tell, else "".
func (e *Entity) Gender() string { return orIf(e.gender, e.byName) }

// NamedAt lists the bytes of the body where the text names a person, rising; it is empty for anybody else.
func (e *Entity) NamedAt() []int { return e.Places }

// LastBefore is the last byte before pos where the text names the entity, -1 for none.
func (e *Entity) LastBefore(pos int) int {
	last := -1
	for _, at := range e.Places {
		if at < pos {
			last = max(last, at)
		}
	}
	return last
}

// CalledSo reports whether the article calls the entity by the noun of an office, such as "minister".
func (e *Entity) CalledSo(noun string) bool { return e.Has(noun) }

// describe adds the office nouns of the tokens to those by which the entity is found again.
func (e *Entity) describe(s *scene.Scene, lo, end int) {
	for k := lo; k < end && len(e.Heads) < 12; k++ {
		w := s.Lower[k]
		if !words.Office[w] || ofNextHolder(s, lo, k, end) {
			continue
		}
		if w == "minister" && k > lo && words.MinisterKind[s.Lower[k-1]] ||
			w == "president" && k > lo && s.Lower[k-1] == "vice" {
			w = s.Lower[k-1] + " " + w
		}
		if !e.Has(w) {
			e.Heads = append(e.Heads, w)
		}
		if OfPast(s, lo, k) && e.Held != w {
			e.past = append(e.past, w)
		}
		switch {
		case words.MaleOffice[w]:
			e.gender = orIf(e.gender, "m")
		case words.FemaleOffice[w]:
			e.gender = orIf(e.gender, "f")
		}
	}
	for k := lo; k < end; k++ {
		switch {
		case strings.TrimSuffix(s.Lower[k], ".") == "mr":
			e.gender = orIf(e.gender, "m")
		case words.FemaleTitle[strings.TrimSuffix(s.Lower[k], ".")]:
			e.gender = orIf(e.gender, "f")
		}
	}
}

// OfPast reports whether the words between the last comma, from token lo on, and the office at k say that it was held
// once: "the former Peruvian | president".
func OfPast(s *scene.Scene, lo, k int) bool {
	for i := k - 1; i >= lo && s.Lower[i] != ","; i-- {
		if words.FormerWord[s.Lower[i]] {
			return true
		}
	}
	return false
}

// Once reports whether the text says of the person that the office is one of the past.
func (e *Entity) Once(office string) bool { return slices.Contains(e.past, office) }

func orIf(v, w string) string {
	if v != "" {
		return v
	}
	return w
}

// Suits reports whether the offices by which the text calls a person allow the noun: no president is "the diplomat",
// no spokesman "the leader", no ambassador "the general". A person of no known office suits every noun.
func Suits(e *Entity, noun string) bool {
	switch {
	case words.DiplomatNoun[noun]:
		return !e.CalledOneOf(words.NeverDiplomat)
	case words.LeaderNoun[noun]:
		return e.CalledOneOf(words.LeadingOffice) || !e.CalledOneOf(words.NeverLeader)
	case noun == "minister":
		return e.Has(noun)
	case noun == "general":
		return e.Has(noun) || !e.CalledOneOf(words.NeverGeneral)
	case noun == "official":
		return !e.CalledOneOf(words.NeverOfficial)
	}
	return true
}

// CalledOneOf reports whether an office of the person is of the class.
func (e *Entity) CalledOneOf(offices data.Set) bool {
	return offices[e.Held] || slices.ContainsFunc(e.Heads, func(h string) bool { return offices[h] })
}

// NameHas reports whether the noun is a word of the entity's name.
func NameHas(e *Entity, noun string) bool {
	for _, w := range strings.Fields(strings.ToLower(e.Name)) {
		if w == noun {
			return true
		}
	}
	return false
}

// Includes reports whether one of the list is the same actor as e.
func Includes(list []*Entity, e *Entity) bool {
	for _, x := range list {
		if x.same(e) {
			return true
		}
	}
	return false
}

// SameAll reports whether both lists name the same actors, in any order.
func SameAll(a, b []*Entity) bool {
	if len(a) != len(b) {
		return false
	}
	for _, x := range a {
		if !Includes(b, x) {
			return false
		}
	}
	return true
}

// Without returns the list without the actors of the other.
func Without(list, other []*Entity) []*Entity {
	var out []*Entity
	for _, e := range list {
		if !Includes(other, e) {
			out = append(out, e)
		}
	}
	return out
}

// OnlyOf is the only one of several who is known to be of that gender, nil where the list has none or more.
func OnlyOf(list []*Entity, gender string) *Entity {
	var out *Entity
	for _, e := range list {
		switch {
		case e.Gender() != gender:
		case out != nil:
			return nil
		default:
			out = e
		}
	}
	return out
}

// Distinct drops later mentions of one actor.
func Distinct(list []*Entity) []*Entity {
	var out []*Entity
	for _, e := range list {
		if e != nil && !Includes(out, e) {
			out = append(out, e)
		}
	}
	return out
}

// Parties returns the entities as parties of a report; basis is that of addressees.
func Parties(list []*Entity, basis string, evidence func(*Entity) text.Span) []record.Party {
	var out []record.Party
	for _, e := range list {
		p := e.Party
		p.Basis = basis
		if evidence != nil {
			p.Evidence = evidence(e)
		}
		out = append(out, p)
	}
	return out
}

func IncludesAny(list, other []*Entity) bool {
	for _, e := range other {
		if Includes(list, e) {
			return true
		}
	}
	return false
}

func Subset(a, b []*Entity) bool {
	for _, e := range a {
		if !Includes(b, e) {
			return false
		}
	}
	return true
}

// Collective reports whether the issuers are many whom the text names one by one only later: "figures of Sweden and
// Thailand".
func Collective(from []*Entity) bool {
	if len(from) != 1 || from[0].Person() || !actors.Unlisted(from[0].ID) {
		return false
	}
	w := strings.ToLower(strings.SplitN(from[0].Name, " ", 2)[0])
	return strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") || words.IrregularGroup[w]
}

// HolderOffice is the office of a president or head of government that the person holds, "" for others.
func HolderOffice(e *Entity) string {
	for _, office := range append([]string{e.Held}, e.Heads...) {
		if office == "president" || office == "prime minister" {
			return office
		}
	}
	return ""
}

// holds reports whether the entity is called by the noun of an office, whatever its gender.
func (e *Entity) holds(noun string) bool {
	if e.Has(noun) {
		return true
	}
	if words.Envoy[noun] {
		for w := range words.Envoy {
			if e.Has(w) {
				return true
			}
		}
	}
	if strings.HasPrefix(noun, "spokes") {
		return e.Has("spokesman") || e.Has("spokeswoman") || e.Has("spokesperson")
	}
	return false
}

// Far is the distance in bytes from pos to where the entity is named; a name that comes later counts as farther than
// any before.
func (e *Entity) Far(pos int) int {
	best := 1 << 30
	for _, p := range e.Places {
		d := pos - p
		if d < 0 {
			d = -d * 2
		}
		best = min(best, d)
	}
	return best
}

// SameBranch reports whether the phrase and the entity's office are not of different branches: a defence ministry's
// spokesman is not that of the foreign ministry.
func SameBranch(s *scene.Scene, lo, hi int, e *Entity) bool {
	office := strings.ToLower(e.Office)
	mine, its := "", ""
	for k := lo; k < hi; k++ {
		if words.Branch[s.Lower[k]] {
			mine = strings.Replace(s.Lower[k], "defense", "defence", 1)
		}
	}
	for _, w := range strings.FieldsFunc(office, func(c rune) bool { return strings.ContainsRune(" '’,", c) }) {
		if words.Branch[w] {
			its = strings.Replace(w, "defense", "defence", 1)
		}
	}
	return mine == "" || its == "" || mine == its
}

// MinistryOf is the class of the ministry that a minister leads, "" for everybody else.
func MinistryOf(e *Entity) string {
	if e.State == "" {
		return ""
	}
	for _, office := range append([]string{e.Held}, e.Heads...) {
		if class := strings.Replace(office, " minister", " ministry", 1); words.MinistryClass[hyphened(class)] {
			return class
		}
	}
	return ""
}

// AllStates reports whether each of them is a state.
func AllStates(list []*Entity) bool {
	return !slices.ContainsFunc(list, func(e *Entity) bool { return e.Kind != actors.State })
}

// AllKnown reports whether the list is of two or more persons, states and bodies that are known by name.
func AllKnown(list []*Entity) bool {
	for _, e := range list {
		if !e.Person() && actors.Unlisted(e.ID) {
			return false
		}
	}
	return len(list) >= 2
}

// Called reports whether the article calls the entity by the office. A vice president is no president, and a prime
// minister no "minister".
func Called(e *Entity, office string) bool {
	switch office {
	case "president":
		return slices.Contains(e.Heads, office)
	case "minister":
		return slices.ContainsFunc(e.Heads, func(h string) bool { return h != "prime minister" && endsIn(h, office) })
	}
	return e.Has(office)
}

// calledBy is the noun by which a text calls the holder of an office of the class: who has the title of a secretary
// is no "minister", and a chancellor no "prime minister".
func calledBy(class, title string) string {
	title = strings.ToLower(title)
	if strings.HasSuffix(class, "minister") && strings.Contains(title, "secretary") {
		return "secretary"
	}
	for own := range words.OwnTitle {
		if class == "prime minister" && strings.Contains(title, own) {
			return own
		}
	}
	return class
}
