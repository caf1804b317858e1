package discourse

import (
	"slices"
	"sort"
	"strings"

	"demarche/data"
	"demarche/timeline/actors"
	"demarche/timeline/naming"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// rule resolves a noun phrase, tokens lo to hi-1 of the body; ok is false where the phrase is not of its kind.
type rule struct {
	name    string
	resolve func(lo, hi int, act *Act) (list []*naming.Entity, ok bool)
}

// rules is the table of those who resolve a phrase, in the order in which they are asked. What no rule takes is read
// as a name. Referents resolves a phrase within a phrase.
func rules(s *Story, referents func(lo, hi int, act *Act) []*naming.Entity) []rule {
	p, d := &pronouns{s}, &definites{s}
	g, t := &groups{s, d}, &documents{s, p, referents}
	return []rule{
		{"pronoun", p.read},
		{"nobody", func(lo, hi int, _ *Act) ([]*naming.Entity, bool) { return nobody(s.Body, lo, hi) }},
		{"surname-spoken-of", anyAct(func(lo, hi int) *naming.Entity { return surnameMeant(s, lo, hi) })},
		{"side", single(g.called)},
		{"both-parties", func(lo, hi int, act *Act) ([]*naming.Entity, bool) {
			if list, ok := g.ofOnePeople(lo, hi, act); ok {
				return list, true
			}
			return g.joint(lo, hi, act)
		}},
		{"two-states", func(lo, hi int, _ *Act) ([]*naming.Entity, bool) { return g.ofTwoStates(lo, hi) }},
		{"each", g.each},
		{"other-party", single(d.otherParty)},
		{"delegation-head", anyAct(d.delegationHead)},
		{"latter", anyAct(d.latter)},
		{"other-party", anyAct(d.companion)},
		{"other-party", anyAct(d.counterpart)},
		{"own-ministry", anyAct(d.ownBody)},
		{"text", t.issuer},
		{"text", t.work},
		{"called-so", anyAct(s.Introduced)},
		{"called-so", anyAct(d.read)},
		{"one-of-that-state", anyAct(func(lo, hi int) *naming.Entity { return ofThatState(s, lo, hi) })},
		{"described", anyAct(func(lo, hi int) *naming.Entity { return justNamed(s, lo, hi) })},
		{"described", anyAct(func(lo, hi int) *naming.Entity { return described(s, lo, hi) })},
		{"gathering", g.gathered},
	}
}

// single makes a rule of one that finds at most one entity.
func single(f func(lo, hi int, act *Act) *naming.Entity) func(int, int, *Act) ([]*naming.Entity, bool) {
	return func(lo, hi int, act *Act) ([]*naming.Entity, bool) {
		e := f(lo, hi, act)
		return one(e), e != nil
	}
}

// anyAct makes a rule of one that finds at most one entity whatever the passage is about.
func anyAct(f func(lo, hi int) *naming.Entity) func(int, int, *Act) ([]*naming.Entity, bool) {
	return single(func(lo, hi int, _ *Act) *naming.Entity { return f(lo, hi) })
}

// pronouns resolves "he", "it" and "they" to those of whom the text spoke last.
type pronouns struct{ *Story }

// Referents resolves a noun phrase, tokens lo to hi-1 of the body, to the entities that it stands for; act is the
// message, call, meeting or text that the passage is about, nil for none. It returns nothing rather than a guess, and
// notes the rule that decided.
func (r *Discourse) Referents(lo, hi int, act *Act) []*naming.Entity {
	s := r.Body
	for lo < hi && (s.Lower[lo] == "``" || s.Lower[lo] == "“" || s.Lower[lo] == `"` || s.Lower[lo] == ",") {
		lo++
	}
	lo, hi = s.Clauses.Core(s.AfterDateline(afterNumber(s, lo, hi)), hi)
	r.Rule = ""
	if lo >= hi {
		return nil
	}
	for _, k := range r.rules {
		if list, ok := k.resolve(lo, hi, act); ok {
			r.Rule = k.name
			return list
		}
	}
	list := r.Names.Read(s, lo, hi)
	r.Rule = r.Names.ReadAs
	return list
}

// afterNumber returns the token after the number in brackets with which a paragraph begins: "(2) | The two leaders".
func afterNumber(s *scene.Scene, lo, hi int) int {
	if lo+3 < hi && s.Lower[lo] == "(" && s.Lower[lo+2] == ")" && s.Doc.Tokens[lo+1].Tag == "CD" {
		return lo + 3
	}
	return lo
}

// Reading is whom a phrase stands for by one rule or reader, which is named.
type Reading struct {
	By       string
	Entities []*naming.Entity
}

// Readings resolves a noun phrase as [Discourse.Referents] does, but by each rule that takes it and by each reader of
// names, in the order in which they are asked: what they do not agree on is left to the caller. A reader may meet a new
// name, so it is for texts whose quotes are resolved.
func (r *Discourse) Readings(lo, hi int, act *Act) []Reading {
	s := r.Body
	lo, hi = s.Clauses.Core(s.AfterDateline(lo), hi)
	if lo >= hi {
		return nil
	}
	var out []Reading
	for _, k := range r.rules {
		if list, ok := k.resolve(lo, hi, act); ok && len(list) > 0 {
			out = append(out, Reading{k.name, list})
		}
	}
	known := false
	for _, k := range r.Names.Readers {
		if known && k.LastResort {
			continue
		}
		if e := k.Read(s, lo, hi, hi); e != nil {
			out = append(out, Reading{k.Name, one(e)})
			known = known || k.Knows
		}
	}
	rule := r.Rule
	out = append(out, r.bodies.readings(lo, hi, out)...)
	r.Rule = rule
	return r.otherwise(out, lo, hi)
}

// read resolves "he", "she", "it", "they" and the like; "who" stands for nobody by itself.
func (r *pronouns) read(lo, hi int, act *Act) ([]*naming.Entity, bool) {
	s := r.Body
	alone := hi-lo == 1 ||
		hi-lo <= 3 &&
			(s.Lower[lo+1] == "both" || s.Lower[lo+1] == "all" || strings.HasPrefix(s.Doc.Tokens[lo+1].Tag, "RB"))
	if !alone {
		return nil, false
	}
	pos := s.Doc.Tokens[lo].Start
	switch {
	case words.HePronoun[s.Lower[lo]]:
		return one(r.he(pos, "m")), true
	case words.ShePronoun[s.Lower[lo]]:
		return one(r.he(pos, "f")), true
	case words.ItPronoun[s.Lower[lo]]:
		return r.it(pos, act), true
	case words.TheyPronoun[s.Lower[lo]]:
		return r.they(pos, act), true
	case s.Lower[lo] == "who":
		return nil, true
	}
	return nil, false
}

// nobody takes phrases that tell of no speaker: "observers", "some analysts", "media reports".
func nobody(s *scene.Scene, lo, hi int) ([]*naming.Entity, bool) {
	for k := lo; k < hi; k++ {
		t := s.Doc.Tokens[k].Tag
		plain := (!s.Capital(k) || k == lo) && s.MentionAt(k) == nil && s.Lower[k] != "the"
		if !plain || !words.Crowd[s.Lower[k]] && t != "DT" && t != "CD" && !strings.HasPrefix(t, "JJ") {
			return nil, false
		}
	}
	if w := s.At(hi); words.ReferentNext[w] {
		return nil, false // "sources in Oslo"
	}
	return nil, words.Crowd[s.Lower[hi-1]] && (hi-lo == 1 || s.Lower[hi-1] != "media")
}

func one(e *naming.Entity) []*naming.Entity {
	if e == nil {
		return nil
	}
	return []*naming.Entity{e}
}

// he returns the person for whom a singular pronoun at pos stands: who spoke last or was last the subject of a
// sentence, if the gender allows it. Nobody calls himself "he" in his own words, and a question to him does not
// either.
func (r *pronouns) he(pos int, gender string) *naming.Entity {
	self := r.speakingAt(pos)
	if self == nil {
		self = r.askedAt(pos)
	}
	fits := func(e *naming.Entity) bool {
		other := e.Gender() != "" && e.Gender() != gender
		return e.Person() && !e.Plural && !other && !naming.Includes(self, e)
	}
	for i := len(r.Focus) - 1; i >= max(0, len(r.Focus)-Reach); i-- {
		f := &r.Focus[i]
		if f.Pos >= pos {
			continue
		}
		if e := naming.OnlyOf(f.Entities, gender); e != nil && fits(e) {
			return e
		}
		if len(f.Entities) == 1 && fits(f.Entities[0]) {
			return f.Entities[0]
		}
	}
	// else the last person named before
	s := r.Body
	last := sort.Search(len(s.Mentions), func(k int) bool { return s.Mentions[k].End > pos })
	for k := last - 1; k >= max(0, last-Reach); k-- {
		if m := &s.Mentions[k]; m.Actor.ID != "" {
			if e := r.ByID[m.Actor.ID]; e != nil && fits(e) {
				return e
			}
		}
	}
	for i := len(r.Persons) - 1; i >= 0; i-- {
		if fits(r.Persons[i]) && r.Persons[i].Gender() == gender {
			return r.Persons[i]
		}
	}
	return nil
}

// it returns the body, medium or issuer of a text for which "it" at pos stands.
func (r *pronouns) it(pos int, act *Act) []*naming.Entity {
	for i := len(r.Focus) - 1; i >= max(0, len(r.Focus)-Reach); i-- {
		f := &r.Focus[i]
		if f.Pos >= pos || len(f.Entities) == 0 {
			continue
		}
		if f.Act != nil && f.Act.speaksForItself() || !f.Entities[0].Person() && !gathered(f.Entities[0]) {
			return f.Entities
		}
	}
	if act != nil {
		return act.From
	}
	return nil
}

// gathered reports whether the entity is people who are known by what they came together for: "speakers at the rally"
// are no "it".
func gathered(e *naming.Entity) bool {
	first, _, _ := strings.Cut(strings.ToLower(e.Name), " ")
	return words.Gatherer[first] && actors.Unlisted(e.ID)
}

// they returns whom a plural pronoun at pos stands for.
func (r *pronouns) they(pos int, act *Act) []*naming.Entity {
	for i := len(r.Focus) - 1; i >= max(0, len(r.Focus)-Reach); i-- {
		f := &r.Focus[i]
		if f.Pos >= pos || len(f.Entities) == 0 {
			continue
		}
		if len(f.Entities) >= 2 || f.Entities[0].Plural {
			return f.Entities
		}
		if act != nil && (act.Channel == record.Call || act.Channel == record.Meeting) && len(act.Parties()) >= 2 {
			return act.Parties()
		}
		if len(f.Entities) == 1 && !f.Entities[0].Person() {
			return f.Entities
		}
	}
	if act != nil && len(act.Parties()) >= 2 {
		return act.Parties()
	}
	return nil
}

// ofSize are the n people of whom the passage before byte pos told together: the parties of its call or meeting, whom
// the text spoke of at once, or whom it named in one list. nil where there are no n.
func (r *Story) ofSize(pos, n int, act *Act) []*naming.Entity {
	if act != nil && len(act.Parties()) == n {
		return act.Parties()
	}
	for i := len(r.Focus) - 1; i >= max(0, len(r.Focus)-Reach); i-- {
		if f := &r.Focus[i]; f.Pos < pos && len(f.Entities) == n {
			return f.Entities
		}
	}
	if list := r.namedTogether(pos, n); list != nil {
		return list
	}
	if list := r.NamedBefore(pos, func(e *naming.Entity) bool { return e.Name != e.Office }); len(list) == n {
		return list
	}
	return nil
}

// groupSize is how many people a phrase stands for that tells only their number: "the four", "the trio", "the seven
// leaders". 0 for every other phrase.
func groupSize(s *scene.Scene, lo, hi int) int {
	if s.Lower[lo] != "the" && !words.BothOf[s.Lower[lo]] && s.Lower[lo] != "all" || hi-lo < 2 || hi-lo > 3 {
		return 0
	}
	if hi-lo == 3 && (!words.JointOffice[s.Lower[hi-1]] || words.StateNoun[s.Lower[hi-1]]) {
		return 0
	}
	sizes := []data.Set{words.OfThree, words.OfFour, words.OfFive, words.OfSix, words.OfSeven}
	n := slices.IndexFunc(sizes, func(c data.Set) bool { return c[s.Lower[lo+1]] })
	if n < 0 {
		return 0
	}
	return n + 3
}

// holdersTold are the only two people of different states whom the text named before byte pos with the office that a
// plural gives to each: "the two presidents". nil where it named fewer or more.
func (r *Story) holdersTold(pos int, plural string) []*naming.Entity {
	office := strings.TrimSuffix(plural, "s")
	var out []*naming.Entity
	for _, e := range r.Persons {
		holds := naming.Called(e, office) || office == "leader" && e.CalledOneOf(words.LeadingOffice)
		if holds && len(e.Places) > 0 && e.Places[0] < pos {
			out = append(out, e)
		}
	}
	if out = naming.Distinct(out); len(out) != 2 || out[0].State == out[1].State {
		return nil
	}
	return out
}
