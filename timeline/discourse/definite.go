package discourse

import (
	"slices"
	"sort"

	"demarche/timeline/actors"
	"demarche/timeline/naming"
	"demarche/timeline/scene"
)

// definites resolves "the minister", "his counterpart", "the ministry" to who was called so before. It reads no name.
type definites struct{ *Story }

// otherParty resolves "the Croatian leader", "his counterpart", "the British Prime Minister" to the party of the call
// or meeting that it can mean: the only one of that state, or the only one who is not the speaker before.
func (r *definites) otherParty(lo, hi int, act *Act) *naming.Entity {
	s := r.Body
	if act == nil || len(act.Parties()) < 2 {
		act = r.talk(s.Doc.Tokens[lo].Start)
	}
	if act == nil || hi-lo > 7 {
		return nil
	}
	k := hi - 1
	if !words.Office[s.Lower[k]] || s.Bearers.After(k, hi) > 0 {
		return nil
	}
	state := ""
	for _, m := range s.MentionsIn(lo, hi) {
		if m.Actor.Kind == actors.Person {
			return nil
		}
		if m.Actor.Kind == actors.State && state == "" {
			state = m.Actor.State
		}
	}
	noun := s.Lower[k]
	loose := words.LooseCounterpart[noun]
	var only *naming.Entity
	for _, e := range act.Parties() {
		switch {
		case !e.Person(), state != "" && e.State != state, state == "" && !loose, !loose && !e.Has(noun):
		case state == "" && len(r.Focus) > 0 && naming.Includes(r.Focus[len(r.Focus)-1].Entities, e):
		case only != nil:
			return nil
		default:
			only = e
		}
	}
	return only
}

// delegationHead resolves "the head of the delegation" to who was said to lead it.
func (r *definites) delegationHead(lo, hi int) *naming.Entity {
	s := r.Body
	if hi-lo < 4 || hi-lo > 6 || s.Lower[hi-2] != "the" || s.Lower[hi-3] != "of" || !words.Delegation[s.Lower[hi-1]] ||
		!words.Office[s.Lower[hi-4]] {
		return nil
	}
	for k := lo - 1; k > max(0, lo-400); k-- {
		if s.Lower[k] != "by" || !words.LedBy[s.Lower[k-1]] {
			continue
		}
		_, last := s.SentenceBounds(k)
		if list := r.Names.Read(s, k+1, s.PhraseEnd(k+1, last)); len(list) > 0 && list[0].Person() {
			return list[0]
		}
	}
	return nil
}

// read resolves "the prime minister", "the ambassador", "the ministry", "the daily" to who was called so before.
func (r *definites) read(lo, hi int) *naming.Entity {
	s := r.Body
	if s.Lower[lo] != "the" && s.Lower[lo] != "this" && !words.Office[s.Lower[lo]] || hi-lo > 5 {
		return nil
	}
	if m := s.MentionAt(hi - 1); s.Capital(hi-1) && m != nil && m.Actor.Kind == actors.Organisation {
		return nil // "the European Union" is named
	}
	if aged(s, lo, hi) {
		return nil // it describes, see described
	}
	noun, pos := s.Lower[hi-1], s.Doc.Tokens[lo].Start
	if class := exactOffice(s, lo, hi); class != "" {
		if e := r.heldLast(class, noun, pos); e != nil || !r.OwnSite {
			return e
		}
		return r.ownPresident(class, hi)
	}
	if hi-lo > 4 || namesMore(s, lo+1, hi) {
		return nil
	}
	if words.Office[noun] {
		return r.office(lo, hi, pos)
	}
	if e := r.bodyCalled(lo, hi, pos); e != nil {
		return e
	}
	if words.Paper[noun] {
		return r.carrierBefore(pos)
	}
	return nil
}

// namesMore reports whether the tokens name somebody other than an organisation or have a complement: "the minister |
// of labour", "the | French daily".
func namesMore(s *scene.Scene, lo, hi int) bool {
	for k := lo; k < hi; k++ {
		m := s.MentionAt(k)
		if w := s.Lower[k]; w == "of" || w == "for" || m != nil && m.Actor.Kind != actors.Organisation {
			return true
		}
	}
	return false
}

// bodyCalled is the body or carrier of news of which the text spoke last before byte pos under the head of the phrase;
// "the organization" may be one of whatever name. nil for none.
func (r *definites) bodyCalled(lo, hi, pos int) *naming.Entity {
	noun := r.Body.Lower[hi-1]
	if !words.Paper[noun] && !words.Body[noun] && !words.Organ[noun] {
		return nil
	}
	class := naming.PostClass(r.Body, lo, hi)
	for i := len(r.Focus) - 1; i >= max(0, len(r.Focus)-Reach); i-- {
		f := &r.Focus[i]
		if f.Pos >= pos || len(f.Entities) != 1 || f.Entities[0].Person() || otherClass(f.Entities[0], class) {
			continue
		}
		e := f.Entities[0]
		if r.Elsewhere(r.Body, lo, e, f.Pos) || placedElsewhere(r.Body, hi, e) {
			continue
		}
		body := e.Kind == actors.Organisation || e.Kind == actors.Medium
		if words.GeneralBody[noun] && body || words.Paper[noun] && e.Kind == actors.Medium ||
			e.Has(noun) || naming.NameHas(e, noun) {
			return e
		}
	}
	return nil
}

// placedElsewhere reports whether the words after a phrase that ends at hi put the body into another state than that of
// the entity: "the foreign ministry | in Lima".
func placedElsewhere(s *scene.Scene, hi int, e *naming.Entity) bool {
	m := s.MentionAt(hi + 1)
	return s.At(hi) == "in" && m != nil && m.Actor.Kind == actors.State && m.Actor.State != e.State && e.Class != "" &&
		e.Class != "embassy"
}

// otherClass reports whether the entity is a body of another class than the one that a phrase names.
func otherClass(e *naming.Entity, class string) bool {
	return e.Class != "" && class != "" && class != "ministry" && class != e.Class
}

// exactOffice is the class of the office that is all that the phrase says: "the Head of the Government", "the PM"; ""
// for every other phrase, and for offices that many hold.
func exactOffice(s *scene.Scene, lo, hi int) string {
	p := s.Span(s.SkipDeterminer(lo, hi), hi)
	i := sort.Search(len(s.Posts), func(i int) bool { return s.Posts[i].Start >= p.Start })
	if i < len(s.Posts) && s.Posts[i].Span == p && words.TopOffice[s.Posts[i].Office] &&
		(hi-lo > 2 || words.Office[s.Lower[hi-1]]) {
		return s.Posts[i].Office
	}
	return ""
}

// heldLast returns who was last spoken of before byte pos of those who hold an office of the class, else the one who
// is named nearest to pos; nil for none. Whom the text calls by the noun goes first: with a Polish foreign minister
// in the text, "the foreign minister" is not the American secretary.
func (r *definites) heldLast(class, noun string, pos int) *naming.Entity {
	holds := func(e *naming.Entity) bool {
		return (e.Held == class || slices.Contains(e.Heads, class)) && titledSo(e, noun) ||
			words.OwnTitle[noun] && e.Has(noun)
	}
	if e := r.lastWho(pos, func(e *naming.Entity) bool { return holds(e) && e.Has(noun) && !e.Once(class) }); e != nil {
		return e
	}
	return r.lastWho(pos, func(e *naming.Entity) bool { return holds(e) && !e.Once(class) })
}

// titledSo reports whether the title of a head of government lets the text call them by the noun: a chancellor is no
// "prime minister", nor the other way round.
func titledSo(e *naming.Entity, noun string) bool {
	for title := range words.OwnTitle {
		if words.Office[noun] && e.Has(title) != (noun == title) {
			return false
		}
	}
	return true
}

// lastWho returns the named person of whom the text spoke last before byte pos and who holds the office, else the
// nearest; nil for none.
func (r *definites) lastWho(pos int, office func(*naming.Entity) bool) *naming.Entity {
	holds := func(e *naming.Entity) bool { return e.Person() && e.Name != e.Office && office(e) && !r.ahead(e, pos) }
	for i := len(r.Focus) - 1; i >= max(0, len(r.Focus)-Reach); i-- {
		if f := &r.Focus[i]; f.Pos < pos && len(f.Entities) == 1 && holds(f.Entities[0]) {
			return f.Entities[0]
		}
	}
	var best *naming.Entity
	for _, e := range r.Persons {
		if holds(e) && (best == nil || e.Far(pos) < best.Far(pos)) {
			best = e
		}
	}
	return best
}

// ownPresident is the president of the state that publishes the article, where the phrase that ends before token hi is
// "the President"; nil for every other office, and where the outlet is no site of the state and names nobody so.
func (r *definites) ownPresident(office string, hi int) *naming.Entity {
	if office != "president" || !r.Body.Capital(hi-1) || r.Home == "" {
		return nil
	}
	e, ok := r.Gazetteer.Holder(r.Home, "president", r.Day)
	if !ok || r.ByID[e.ID] == nil && !r.OwnSite {
		return nil
	}
	return r.Incumbent(r.Home, office)
}

// ahead reports somebody whom the site of a government names only after byte pos: until then "the President" is its
// own.
func (r *definites) ahead(e *naming.Entity, pos int) bool {
	return r.OwnSite && len(e.Places) > 0 && e.Places[0] > pos
}

// office resolves "the prime minister" to who was called so last.
func (r *definites) office(lo, hi, pos int) *naming.Entity {
	s := r.Body
	noun := s.Lower[hi-1]
	office := noun
	if hi-lo >= 3 && words.DoubleOffice[s.Lower[hi-2]+" "+noun] {
		office = s.Lower[hi-2] + " " + noun
	}
	if words.CounterpartNoun[noun] {
		return nil
	}
	if e := r.ownPresident(office, hi); e != nil {
		return e
	}
	past := naming.OfPast(s, lo, hi-1)
	fits := func(e *naming.Entity) bool {
		return naming.Called(e, office) && e.Once(office) == past && naming.SameBranch(s, lo, hi, e) && !r.ahead(e, pos)
	}
	for i := len(r.Focus) - 1; i >= max(0, len(r.Focus)-Reach); i-- {
		if f := &r.Focus[i]; f.Pos < pos && len(f.Entities) == 1 && fits(f.Entities[0]) {
			return f.Entities[0]
		}
	}
	var best *naming.Entity
	for i := len(r.Persons) - 1; i >= 0; i-- {
		if e := r.Persons[i]; fits(e) && (best == nil || e.Far(pos) < best.Far(pos)) {
			best = e
		}
	}
	return best
}

// surnameMeant resolves a surname that several people of the article have to the one of them of whom the text spoke
// last.
func surnameMeant(r *Story, lo, hi int) *naming.Entity {
	s := r.Body
	k := s.Names.SkipForms(lo, hi)
	if hi-k != 1 || !s.Capital(k) {
		return nil
	}
	list := r.Shorts[s.Lower[k]]
	if len(naming.Distinct(list)) < 2 {
		return nil
	}
	pos := s.Doc.Tokens[lo].Start
	for i := len(r.Focus) - 1; i >= max(0, len(r.Focus)-Reach); i-- {
		f := &r.Focus[i]
		if f.Pos < pos && len(f.Entities) == 1 && naming.Includes(list, f.Entities[0]) {
			return f.Entities[0]
		}
	}
	return nil
}

// ofThatState resolves "the Iraqi minister", "the UN official", "the Cambodian" to the person of that state or
// organisation of whom the text spoke last.
func ofThatState(r *Story, lo, hi int) *naming.Entity {
	m, noun := calledByState(r.Body, lo, hi)
	if m == nil || noun == "" && !oneOfPeople(r.Gazetteer, r.Body.Lower[hi-1]) {
		return nil
	}
	pos := r.Body.Doc.Tokens[lo].Start
	fits := func(e *naming.Entity) bool {
		one := e.Person() && !e.Plural && e.Name != e.Office
		return one && e.State == m.Actor.State && naming.Suits(e, noun)
	}
	for i := len(r.Focus) - 1; i >= max(0, len(r.Focus)-Reach); i-- {
		if f := &r.Focus[i]; f.Pos < pos && len(f.Entities) == 1 && fits(f.Entities[0]) {
			return f.Entities[0]
		}
	}
	var best *naming.Entity
	for _, e := range r.Persons {
		if fits(e) && len(e.Places) > 0 && e.Places[0] < pos && (best == nil || e.Far(pos) < best.Far(pos)) {
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
	case next == hi && m.Kind == actors.ByDemonym:
		return m, ""
	}
	return nil, ""
}

// oneOfPeople reports whether a demonym stands for one of a people: it has a plural. "The Chilean" is one, "the
// Chinese" may be all.
func oneOfPeople(g *actors.Gazetteer, demonym string) bool {
	_, ok := g.StateCode(demonym + "s")
	return ok
}

// latter resolves "the latter" to the person whom the text named last.
func (r *definites) latter(lo, hi int) *naming.Entity {
	s := r.Body
	if hi-lo != 2 || !words.Latter[s.Lower[hi-1]] {
		return nil
	}
	pos := s.Doc.Tokens[lo].Start
	var best *naming.Entity
	last := -1
	for _, e := range r.Persons {
		for _, at := range e.Places {
			if at < pos && at > last {
				best, last = e, at
			}
		}
	}
	return best
}
