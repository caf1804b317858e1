package discourse

import (
	"slices"
	"strings"

	"demarche/timeline/actors"
	"demarche/timeline/scene"
)

// rule resolves a noun phrase, tokens lo to hi-1 of the body; ok is false where the phrase is not of its kind.
type rule struct {
	name    string
	resolve func(r *Discourse, lo, hi int, act *Act) (list []*Entity, ok bool)
}

// rules is the table of those who resolve a phrase, in the order in which they are asked. What no rule takes is read
// as a name.
func rules() []rule {
	return []rule{
		{"pronoun", (*Discourse).pronoun},
		{"nobody", (*Discourse).nobody},
		{
			"surname-spoken-of",
			single(func(r *Discourse, lo, hi int, _ *Act) *Entity { return surnameMeant(r, lo, hi) }),
		},
		{"side", single(func(r *Discourse, lo, hi int, act *Act) *Entity { return r.groupCalled(lo, hi, act) })},
		{"both-parties", (*Discourse).joint},
		{"each", (*Discourse).each},
		{"other-party", single((*Discourse).otherParty)},
		{"delegation-head", single(func(r *Discourse, lo, hi int, _ *Act) *Entity { return r.delegationHead(lo, hi) })},
		{"latter", single(func(r *Discourse, lo, hi int, _ *Act) *Entity { return r.latter(lo, hi) })},
		{"other-party", single(func(r *Discourse, lo, hi int, _ *Act) *Entity { return r.companion(lo, hi) })},
		{"own-ministry", single(func(r *Discourse, lo, hi int, _ *Act) *Entity { return r.ownMinistry(lo, hi) })},
		{"text", (*Discourse).document},
		{"text", (*Discourse).work},
		{"called-so", single(func(r *Discourse, lo, hi int, _ *Act) *Entity { return r.definite(lo, hi) })},
		{"one-of-that-state", single(func(r *Discourse, lo, hi int, _ *Act) *Entity { return ofThatState(r, lo, hi) })},
		{"described", single(func(r *Discourse, lo, hi int, _ *Act) *Entity { return described(r, lo, hi) })},
		{"gathering", (*Discourse).gathered},
	}
}

// single makes a rule of one that finds at most one entity.
func single(f func(r *Discourse, lo, hi int, act *Act) *Entity) func(*Discourse, int, int, *Act) ([]*Entity, bool) {
	return func(r *Discourse, lo, hi int, act *Act) ([]*Entity, bool) {
		e := f(r, lo, hi, act)
		return one(e), e != nil
	}
}

// Referents resolves a noun phrase, tokens lo to hi-1 of the body, to the entities that it stands for; act is the
// message, call, meeting or text that the passage is about, nil for none. It returns nothing rather than a guess, and
// notes the rule that decided.
func (r *Discourse) Referents(lo, hi int, act *Act) []*Entity {
	s := r.Body
	for lo < hi && (s.Lower[lo] == "``" || s.Lower[lo] == "“" || s.Lower[lo] == `"` || s.Lower[lo] == ",") {
		lo++
	}
	lo, hi = s.Core(s.AfterDateline(lo), hi)
	r.Rule = ""
	if lo >= hi {
		return nil
	}
	for _, k := range r.rules {
		if list, ok := k.resolve(r, lo, hi, act); ok {
			r.Rule = k.name
			return list
		}
	}
	list := r.Named(s, lo, hi)
	r.Rule = r.readAs
	return list
}

// Reading is whom a phrase stands for by one rule or reader, which is named.
type Reading struct {
	By       string
	Entities []*Entity
}

// Readings resolves a noun phrase as [Discourse.Referents] does, but by each rule that takes it and by each reader of
// names, in the order in which they are asked: what they do not agree on is left to the caller. A reader may meet a new
// name, so it is for texts whose quotes are resolved.
func (r *Discourse) Readings(lo, hi int, act *Act) []Reading {
	s := r.Body
	lo, hi = s.Core(s.AfterDateline(lo), hi)
	if lo >= hi {
		return nil
	}
	var out []Reading
	for _, k := range r.rules {
		if list, ok := k.resolve(r, lo, hi, act); ok && len(list) > 0 {
			out = append(out, Reading{k.name, list})
		}
	}
	known := false
	for _, k := range readers {
		if known && k.lastResort {
			continue
		}
		if e := k.read(r.Entities, s, lo, hi, hi); e != nil {
			out = append(out, Reading{k.name, one(e)})
			known = known || k.knows
		}
	}
	return out
}

// pronoun resolves "he", "she", "it", "they" and the like; "who" stands for nobody by itself.
func (r *Discourse) pronoun(lo, hi int, act *Act) ([]*Entity, bool) {
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
	case s.Lower[lo] == "it", s.Lower[lo] == "itself":
		return r.it(pos, act), true
	case words.TheyPronoun[s.Lower[lo]]:
		return r.they(pos, act), true
	case s.Lower[lo] == "who":
		return nil, true
	}
	return nil, false
}

// nobody takes phrases that tell of no speaker: "observers", "some analysts", "media reports".
func (r *Discourse) nobody(lo, hi int, _ *Act) ([]*Entity, bool) {
	s := r.Body
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

// surnameMeant resolves a surname that several people of the article have to the one of them of whom the text spoke
// last.
func surnameMeant(r *Discourse, lo, hi int) *Entity {
	s := r.Body
	k := s.SkipForms(lo, hi)
	if hi-k != 1 || !s.Capital(k) {
		return nil
	}
	list := r.shorts[s.Lower[k]]
	if len(Distinct(list)) < 2 {
		return nil
	}
	pos := s.Doc.Tokens[lo].Start
	for i := len(r.Focus) - 1; i >= max(0, len(r.Focus)-Reach); i-- {
		f := &r.Focus[i]
		if f.Pos < pos && len(f.Entities) == 1 && Includes(list, f.Entities[0]) {
			return f.Entities[0]
		}
	}
	return nil
}

// ofThatState resolves "the Iraqi minister", "the UN official", "the Cambodian" to the person of that state or
// organisation of whom the text spoke last.
func ofThatState(r *Discourse, lo, hi int) *Entity {
	m, noun := calledByState(r.Body, lo, hi)
	if m == nil {
		return nil
	}
	pos := r.Body.Doc.Tokens[lo].Start
	fits := func(e *Entity) bool {
		return e.Person() && !e.Plural && e.Name != e.Office && e.State == m.Actor.State &&
			(noun != "minister" || e.has(noun))
	}
	for i := len(r.Focus) - 1; i >= max(0, len(r.Focus)-Reach); i-- {
		if f := &r.Focus[i]; f.Pos < pos && len(f.Entities) == 1 && fits(f.Entities[0]) {
			return f.Entities[0]
		}
	}
	var best *Entity
	for _, e := range r.people {
		if fits(e) && len(e.at) > 0 && e.at[0] < pos && (best == nil || e.far(pos) < best.far(pos)) {
			best = e
		}
	}
	return best
}

// calledByState reads "the" with a state or organisation and an office, or with its demonym alone. It returns the
// mention and the office, "" for a demonym; nil for every other phrase.
func calledByState(s *scene.Scene, lo, hi int) (m *scene.Mention, noun string) {
	if hi-lo < 2 || hi-lo > 4 || s.Lower[lo] != "the" {
		return nil, ""
	}
	m = s.MentionAt(lo + 1)
	if m == nil || m.Actor.Kind == actors.Person || m.Actor.State == "" {
		return nil, ""
	}
	last := s.Lower[hi-1]
	_, next := s.Range(m.Span)
	switch {
	case next == hi-1 && words.LooseOffice[last]:
		return m, last
	case next == hi && m.Kind == actors.ByDemonym && strings.HasSuffix(last, "n"):
		return m, ""
	}
	return nil, ""
}

// described resolves "the bespectacled economist", "the 55-year-old", "the Chilean diplomat" to the person of whom the
// text spoke last: who is called so without an office is somebody whom the text has named.
func described(r *Discourse, lo, hi int) *Entity {
	s := r.Body
	noun := s.Lower[hi-1]
	if s.Lower[lo] != "the" || hi-lo < 2 || hi-lo > 5 ||
		!words.DescribedPerson[noun] && !strings.HasSuffix(noun, "-year-old") {
		return nil
	}
	state := ""
	for k := lo + 1; k < hi; k++ {
		m := s.MentionAt(k)
		switch {
		case s.Lower[k] == "of", s.Lower[k] == "for", s.Capital(k) && m == nil:
			return nil
		case m == nil, strings.Contains(s.Lower[k], "-"):
		case m.Actor.Kind != actors.State:
			return nil
		default:
			state = m.Actor.State
		}
	}
	if noun == "official" && state != "" {
		return nil
	}
	pos := s.Doc.Tokens[lo].Start
	for i := len(r.Focus) - 1; i >= max(0, len(r.Focus)-Reach); i-- {
		f := &r.Focus[i]
		if f.Pos >= pos || len(f.Entities) != 1 {
			continue
		}
		e := f.Entities[0]
		if e.Person() && !e.Plural && (state == "" || e.State == state) {
			return e
		}
	}
	return nil
}

// member reads one member of a list: a name, an office, a state, a body, or whatever stands there.
func (r *Entities) member(s *scene.Scene, lo, hi, end int) *Entity {
	whole := hi
	if hi = s.NameBeforeState(lo, hi); hi < whole {
		end = max(end, whole)
	} else if at := s.NameBeforeBody(lo, hi); at > 0 {
		hi, end = at, max(end, whole)
	}
	for lo < hi && beforeName(s, lo) {
		lo++
	}
	if lo >= hi {
		return nil
	}
	for _, k := range readers {
		if e := k.read(r, s, lo, hi, end); e != nil {
			r.readAs = k.name
			return e
		}
	}
	r.readAs = ""
	return nil
}

// reader reads a phrase as a name of one kind; nil where it is of another.
type reader struct {
	name       string
	read       func(r *Entities, s *scene.Scene, lo, hi, end int) *Entity
	knows      bool // it finds only whom the gazetteer or the article knows
	lastResort bool // it takes the phrase as it is written
}

// readers is the table of those who read a phrase, in the order in which they are asked.
var readers = []reader{
	{name: "carrier", read: (*Entities).paper},
	{
		name: "own-office",
		read: func(r *Entities, s *scene.Scene, lo, hi, _ int) *Entity { return officeOfHolder(r, s, lo, hi) },
	},
	{name: "known-person", read: (*Entities).namedPerson, knows: true},
	{name: "office", read: (*Entities).official},
	{
		name:  "short-name",
		read:  func(r *Entities, s *scene.Scene, lo, hi, _ int) *Entity { return r.shortName(s, lo, hi) },
		knows: true,
	},
	{name: "new-name", read: (*Entities).newName, lastResort: true},
	{name: "name-of-possessor", read: (*Entities).possessed},
	{
		name: "called-by-kind",
		read: func(r *Entities, s *scene.Scene, lo, hi, _ int) *Entity { return r.calledByKind(s, lo, hi) },
	},
	{
		name:  "ministry",
		read:  func(r *Entities, s *scene.Scene, lo, hi, _ int) *Entity { return metonymBody(r, s, lo, hi) },
		knows: true,
	},
	{
		name:  "government",
		read:  func(r *Entities, s *scene.Scene, lo, hi, _ int) *Entity { return r.government(s, lo, hi) },
		knows: true,
	},
	{
		name:       "body",
		read:       func(r *Entities, s *scene.Scene, lo, hi, _ int) *Entity { return r.organisation(s, lo, hi) },
		lastResort: true,
	},
}

// possessed reads the name after the last possessive: "the committee's John Smith".
func (r *Entities) possessed(s *scene.Scene, lo, hi, end int) *Entity {
	for k := hi - 2; k > lo; k-- {
		if s.Lower[k] != "'s" && s.Lower[k] != "’s" && s.Lower[k] != "'" {
			continue
		}
		if postIn(s, k+1, hi) != nil {
			return nil // "China's Coast Guard"
		}
		e := r.newName(s, k+1, hi, end)
		if m := s.MentionAt(k - 1); e != nil && e.State == "" && m != nil && m.Actor.Kind == actors.State {
			e.State = m.Actor.State
		}
		return e
	}
	return nil
}

// Named returns whom the noun phrase of tokens lo to hi-1 names, without looking back: one entity a member of the list.
func (r *Entities) Named(s *scene.Scene, lo, hi int) []*Entity {
	if list, ok := r.leadersOf(s, lo, hi); ok {
		return list
	}
	var out []*Entity
	list := s.Members(lo, hi)
	for i := 0; i < len(list); i++ {
		m := list[i]
		if r.role = (scene.Member{}); i+1 < len(list) && s.OneBearer(m, list[i+1]) {
			r.role = m
			i++
			m = list[i]
		}
		e := r.member(s, m.Lo, m.Hi, m.End)
		if e == nil {
			continue
		}
		e.describe(s, r.role.Lo, r.role.Hi)
		out = append(out, e)
		next := i + 1
		described := out[0].Person() || s.Naming(m.Lo, m.Hi) || next < len(list) && s.Describing(list[next].Lo)
		if described && !s.Listed(lo, hi) && !namesEach(s, list[i:]) {
			break // what follows the first comma describes who was named
		}
	}
	r.role = scene.Member{}
	return Distinct(out)
}

// namesEach reports three members or more that each have a name of their own: a list whose "and" the phrase does not
// hold, as in "met with A, B and C and left".
func namesEach(s *scene.Scene, list []scene.Member) bool {
	return len(list) >= 3 && !slices.ContainsFunc(list, func(m scene.Member) bool { return !s.Naming(m.Lo, m.Hi) })
}

// namedPerson finds a person of the gazetteer who is the head of the phrase.
func (r *Entities) namedPerson(s *scene.Scene, lo, hi, end int) *Entity {
	ms := s.MentionsIn(lo, hi)
	for k := range ms {
		m := &ms[k]
		if m.Actor.Kind != actors.Person || m.Actor.ID == "" {
			continue
		}
		a, b := s.Range(m.Span)
		if m.Kind == actors.BySurname && s.PartOfName(a, b, lo, hi) || s.HasBody(b, hi) && s.InComplement(a, lo) {
			continue
		}
		if s.HasBody(lo, a) &&
			(!s.HasOfficeHead(lo, a) || !s.HasOfficeHead(lo, min(lo+4, a)) && s.InComplement(a, lo)) {
			continue
		}
		if a > lo {
			// "a spokesman for Vladimir Putin", "the wife of Kim Jong Un" name another; "Lee Myung Bak group" names a
			// body
			before := a - 1
			for before > lo && words.AddressForm[s.Lower[before]] {
				before--
			}
			if words.Complementing[s.Lower[before]] {
				continue
			}
		}
		if b < hi && goesOnToAnother(s.At(b), m.Holder) {
			continue
		}
		return r.EntityOf(s, m, lo, end)
	}
	return nil
}

// beforeName reports a mark or an adverb of time that stands in front of a name.
func beforeName(s *scene.Scene, k int) bool {
	switch w := s.Lower[k]; w {
	case ",", "``", "“", `"`:
		return true
	default:
		return words.DayAdverb[w] && s.MentionAt(k) == nil
	}
}

// goesOnToAnother reports whether the word behind a person's name makes the phrase name another, where the name was
// not read off an office: a possessive, a body, a government, "of".
func goesOnToAnother(w string, holder bool) bool {
	return w == "'s" || w == "'" || words.Government[w] || words.Body[w] || w == "of" && !holder
}
