package discourse

import (
	"slices"
	"strings"

	"demarche/timeline/actors"
	"demarche/timeline/naming"
	"demarche/timeline/scene"
)

// described resolves "the bespectacled economist", "the 55-year-old", "the Chilean diplomat", "the 48-year-old leader"
// to the person of whom the text spoke last and whose office allows it: who is called so without an office is somebody
// whom the text has named.
func described(r *Story, lo, hi int) *naming.Entity {
	s := r.Body
	noun := s.Lower[hi-1]
	if s.Lower[lo] != "the" || hi-lo < 2 || hi-lo > 5 || !words.DescribedPerson[noun] && !aged(s, lo, hi) {
		return nil
	}
	state, ok := describedState(s, lo, hi)
	if !ok || noun == "official" && state != "" {
		return nil
	}
	pos := s.Doc.Tokens[lo].Start
	fits := func(e *naming.Entity) bool {
		return e.Person() && !e.Plural && (state == "" || e.State == state) && naming.Suits(e, noun)
	}
	if aged(s, lo, hi) {
		return r.LastTold(pos, fits)
	}
	return r.focusedLast(pos, fits)
}

// aged reports whether the phrase tells an age: "the 48-year-old leader", "the 55-year-old".
func aged(s *scene.Scene, lo, hi int) bool {
	return slices.ContainsFunc(s.Lower[lo:hi], func(w string) bool { return strings.HasSuffix(w, "-year-old") })
}

// describedState is the state that a description names, "" for none; ok is false where it has a complement, or a name
// of somebody else. With an age it may hold any word with a capital: "the 84-year-old Nobel laureate".
func describedState(s *scene.Scene, lo, hi int) (state string, ok bool) {
	for k := lo + 1; k < hi; k++ {
		m := s.MentionAt(k)
		switch {
		case s.Lower[k] == "of", s.Lower[k] == "for", s.Capital(k) && m == nil && !aged(s, lo, hi):
			return "", false
		case m == nil, strings.Contains(s.Lower[k], "-"):
		case m.Actor.Kind != actors.State:
			return "", false
		default:
			state = m.Actor.State
		}
	}
	return state, true
}

// justNamed resolves an office by which the text has called nobody yet to the person without an office of whom it has
// just told: "Lind conceded that. | The interior minister | denied", "said | the retired general". What somebody once
// was says nothing against the office that the text gives.
func justNamed(r *Story, lo, hi int) *naming.Entity {
	s := r.Body
	for k := lo; k < hi; k++ {
		if s.Lower[k] == "," {
			hi = k
		}
	}
	noun := s.Lower[max(lo, hi-1)]
	past, ok := newOffice(s, lo, hi)
	if !ok {
		return nil
	}
	state, alone := stateAlone(s, lo+1, hi)
	calledSo := func(e *naming.Entity) bool {
		return e.Name != e.Office && e.Has(noun) && naming.SameBranch(s, lo, hi, e)
	}
	if !alone || slices.ContainsFunc(r.Persons, calledSo) {
		return nil
	}
	pos := s.Doc.Tokens[lo].Start
	e := r.LastTold(pos, func(e *naming.Entity) bool { return e.Person() && !e.Plural })
	if e == nil || e.Name == e.Office || state != "" && e.State != state || !r.spokeJustBefore(e, pos) {
		return nil
	}
	if past {
		return e
	}
	if len(e.Heads) > 0 || e.Held != "" {
		return nil
	}
	e.Heads = append(e.Heads, noun)
	return e
}

// newOffice reports whether the phrase is "the" with an office by which a text goes on to call somebody, and whether it
// is one of the past.
func newOffice(s *scene.Scene, lo, hi int) (past, ok bool) {
	if hi-lo < 2 || hi-lo > 5 || s.Lower[lo] != "the" {
		return false, false
	}
	noun := s.Lower[hi-1]
	if past = words.PastHolder[s.Lower[lo+1]]; past {
		return true, words.Office[noun] || words.DescribedPerson[noun]
	}
	return false, words.NewOffice[noun]
}

// spokeJustBefore reports whether the person was the last to speak alone before byte pos, in the paragraph of pos or
// the one before.
func (r *Story) spokeJustBefore(e *naming.Entity, pos int) bool {
	for i := len(r.Focus) - 1; i >= max(0, len(r.Focus)-Reach); i-- {
		if f := &r.Focus[i]; f.Speaking && f.Pos < pos {
			near := r.Body.ParagraphAt(pos)-r.Body.ParagraphAt(max(f.Pos, 0)) <= 1
			return near && len(f.Entities) == 1 && f.Entities[0] == e
		}
	}
	return false
}

// stateAlone is the state that the tokens name, "" for none; ok is false where they name a body or a person, or have a
// complement.
func stateAlone(s *scene.Scene, lo, hi int) (state string, ok bool) {
	for k := lo; k < hi; k++ {
		m := s.MentionAt(k)
		switch {
		case words.ParticipantPreposition[s.Lower[k]], s.Lower[k] == "of", s.Lower[k] == "'s":
			return "", false
		case m == nil:
		case m.Actor.Kind != actors.State:
			return "", false
		default:
			state = m.Actor.State
		}
	}
	return state, true
}

// Introduced resolves "the official" to the one whom the text has introduced without a name: "an official who was
// in the room said. “He was polite,” | the official | recalled". nil where it named somebody since whom it calls so.
func (r *Story) Introduced(lo, hi int) *naming.Entity {
	s := r.Body
	if hi-lo != 2 || s.Lower[lo] != "the" || !words.Unnamed[s.Lower[hi-1]] {
		return nil
	}
	noun := s.Lower[hi-1]
	pos := s.Doc.Tokens[lo].Start
	first := max(0, s.ParagraphAt(pos)-1)
	floor := s.Doc.Paragraphs[first].Start
	for k := lo - 1; k > 0 && s.Doc.Tokens[k].Start >= floor; k-- {
		if e := r.PersonAt(k); e != nil && e.Has(noun) {
			return nil
		}
		if s.Lower[k] != noun {
			continue
		}
		from := indefinite(s, k)
		if from < 0 || s.At(from-1) == "," && r.PersonAt(from-2) != nil { // "Karl Moss, | an official"
			return nil
		}
		_, last := s.SentenceBounds(k)
		if list := r.Names.Read(s, from, s.PhraseEnd(from, last)); len(list) == 1 && !list[0].Plural {
			return list[0]
		}
		return nil
	}
	return nil
}

// indefinite returns the article or "one" with which the phrase of the noun at token k begins, -1 where it has none.
func indefinite(s *scene.Scene, k int) int {
	for i := k - 1; i >= max(0, k-6); i-- {
		switch {
		case words.Introducing[s.Lower[i]]:
			return i
		case !s.NounTag(i) || s.Lower[i] == "the":
			return -1
		}
	}
	return -1
}

// atBody is one who works for a body or for its head, or who speaks for a person, whom the phrase tells after its
// noun: "a senior official of the ministry", "a spokeswoman for the Foreign Office", "a spokesman for the minister".
func (r *unnamed) atBody(p headed) []*naming.Entity {
	s := r.Body
	noun := strings.TrimSuffix(s.Lower[p.head], "s")
	at := p.head + 1
	if !words.Unnamed[noun] || at+1 >= p.hi || !words.Complementing[s.Lower[at]] && !words.Workplace[s.Lower[at]] {
		return nil
	}
	if words.Spokesperson[noun] {
		noun = "spokesperson"
	}
	list := r.referents(at+1, s.PhraseEnd(at+1, p.hi), nil)
	if len(list) != 1 {
		return nil
	}
	switch e := list[0]; {
	case e.Person() && words.Spokesperson[noun] && e.Name != e.Office:
		return r.servants(p, e)
	case e.Kind == actors.Organisation && (e.StateBody() || !actors.Unlisted(e.ID)):
		return one(namedBy(servantOf(e.Name, e.Class, noun), e.State, false))
	}
	return nil
}

// ofGroup is the start of what "one of his advisers" is one of, lo for every other phrase.
func (r *unnamed) ofGroup(lo, hi int) int {
	s := r.Body
	if hi-lo > 3 && s.Lower[lo] == "one" && s.Lower[lo+1] == "of" && words.PossessivePerson[s.Lower[lo+2]] {
		return lo + 2
	}
	return lo
}

// groupTold is the name of the group of people without names of whom the text told last before token k, in its
// sentence or one of the two before: "Two Norwegian diplomats". "" for none.
func (r *unnamed) groupTold(k int) (name, state string) {
	s := r.Body
	floor, _ := s.SentenceBounds(k)
	for n := 0; n < 2 && floor > 0; n++ {
		floor, _ = s.SentenceBounds(floor - 1)
	}
	for i := k - 1; i >= floor; i-- {
		if s.Doc.Tokens[i].Tag != "NNS" || !words.Unnamed[strings.TrimSuffix(s.Lower[i], "s")] {
			continue
		}
		from := i
		for from > floor && r.inner(from-1) && !words.Determiner[s.Lower[from-1]] {
			from--
		}
		_, last := s.SentenceBounds(i)
		end := r.tail(i+1, last)
		for _, m := range s.MentionsIn(from, end) {
			if m.Actor.Kind == actors.State {
				state = m.Actor.State
			}
		}
		return s.Words(from, end), state
	}
	return "", ""
}
