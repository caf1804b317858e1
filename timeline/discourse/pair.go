package discourse

import (
	"slices"
	"strings"

	"demarche/timeline/actors"
	"demarche/timeline/naming"
	"demarche/timeline/scene"
)

// ofTwo reports a phrase that says that it means two: "both ministers", "the two leaders".
func ofTwo(s *scene.Scene, lo, hi int) bool {
	return s.Lower[lo] == "both" || s.Lower[lo] == "two" || hi-lo > 1 && s.Lower[lo+1] == "two"
}

// twoOf are the only two of the parties whom the plural calls by their office, else the last two who spoke before byte
// pos; all parties where neither is told.
func (r *groups) twoOf(list []*naming.Entity, pos int, plural string) []*naming.Entity {
	var out []*naming.Entity
	for _, e := range list {
		if holdsOneOf(e, strings.TrimSuffix(plural, "s")) {
			out = append(out, e)
		}
	}
	if len(out) == 2 {
		return out
	}
	if pair := r.lastPair(pos); pair != nil {
		return pair
	}
	return list
}

// holdsOneOf reports whether a person has an office by which the noun calls one of many: a secretary of state is one of
// "the ministers", a president one of "the leaders".
func holdsOneOf(e *naming.Entity, noun string) bool {
	switch {
	case !e.Person():
		return false
	case noun == "leader":
		return e.CalledOneOf(words.LeadingOffice)
	case noun == "minister":
		return naming.Called(e, noun) || e.Has("secretary")
	case noun == "official":
		return naming.Suits(e, noun)
	}
	return naming.Called(e, noun)
}

// evened puts in the place of a state that is paired with a person its own person of that rank: "the two leaders" are
// no government and a president. The list stays as it is where nobody of that state is known.
func (r *groups) evened(list []*naming.Entity, pos int) []*naming.Entity {
	if len(list) != 2 || list[0].Person() == list[1].Person() {
		return list
	}
	out := slices.Clone(list)
	k := slices.IndexFunc(out, func(e *naming.Entity) bool { return !e.Person() })
	other := out[1-k]
	if out[k].Kind != actors.State || other.State == out[k].State || other.Held == "" {
		return list
	}
	fits := func(e *naming.Entity) bool {
		return e.Person() && e.State == out[k].State &&
			(e.Held == other.Held || e.CalledOneOf(words.LeadingOffice) && other.CalledOneOf(words.LeadingOffice))
	}
	if e := r.LastTold(pos, fits); e != nil {
		out[k] = e
	}
	return out
}

// twoStates are the two states that the passage before token lo speaks of: the outlet's own and the one that was
// named
// last, else the last two. nil where it names no two.
func (r *groups) twoStates(lo int) []*naming.Entity {
	s := r.Body
	floor := 0
	if len(s.Doc.Paragraphs) > 0 {
		floor = s.Doc.Paragraphs[max(0, s.ParagraphAt(s.Doc.Tokens[lo].Start)-1)].Start
	}
	var list []*naming.Entity
	for k := s.FirstMention[lo] - 1; k >= 0 && s.Mentions[k].Start >= floor && len(list) < 2; k-- {
		if a := s.Mentions[k].Actor; a.Kind == actors.State && (r.Home == "" || len(list) > 0 || a.State != r.Home) {
			list = naming.Distinct(append(list, r.StateEntity(a)))
		}
		if len(list) == 1 && r.Home != "" {
			if e, ok := r.Gazetteer.Lookup(r.Home); ok {
				return append(list, r.StateEntity(e.Actor))
			}
		}
	}
	if len(list) < 2 {
		return nil
	}
	if main := r.mainStates(); len(main) == 2 && naming.IncludesAny(main, list) && !naming.SameAll(main, list) {
		slices.Reverse(main)
		return main // a third state that the passage names beside them is none of the two
	}
	return list
}

// bothAlone reports "both" or "all" alone.
func bothAlone(s *scene.Scene, lo, hi int) bool {
	return hi-lo == 1 && (s.Lower[lo] == "both" || s.Lower[lo] == "all")
}

// ofTwoStates resolves a phrase for one thing or person of each of two states, where no call or meeting says which:
// "the two neighbours", "the foreign ministries of both countries", "the defence ministers of the two states". The
// states are the two of whom the text spoke last, else the two of whom it speaks most. Officials without a known name
// are left to
// other rules.
func (r *groups) ofTwoStates(lo, hi int) ([]*naming.Entity, bool) {
	s := r.Body
	from, to, ok := pairPhrase(s, lo, hi)
	if !ok || to <= from {
		return nil, false
	}
	states := r.statesMeant(lo)
	if len(states) != 2 {
		return nil, false
	}
	if head := s.Lower[to-1]; to-from == 1 && (words.StateNoun[head] || words.SideNoun[head]) {
		return states, true
	}
	var out []*naming.Entity
	for _, e := range states {
		if x := r.ofState(e.State, strings.Join(s.Lower[from:to], " ")); x != nil {
			out = append(out, x)
		}
	}
	return out, len(out) == 2
}

// pairPhrase finds what the phrase says that two have: tokens from to to-1. "the two | foreign ministries", "the |
// ministers | of both countries", "each | side".
func pairPhrase(s *scene.Scene, lo, hi int) (from, to int, ok bool) {
	from, to = s.SkipDeterminer(lo, hi), hi
	for k := from + 1; k < hi; k++ {
		if s.Lower[k] != "of" {
			continue
		}
		owner := s.SkipDeterminer(k+1, hi)
		two := owner < hi && (words.BothOf[s.Lower[owner]] || words.BothOf[s.At(owner-1)])
		last := s.Lower[hi-1]
		return from, k, two && (words.StateNoun[last] || words.SideNoun[last])
	}
	for from < hi && words.BothOf[s.Lower[from]] {
		from++
	}
	theirs := s.Lower[lo] == "their" && !words.StateNoun[s.Lower[hi-1]]
	if theirs {
		from = lo + 1
	}
	return from, to, from > lo && (words.BothOf[s.Lower[from-1]] || theirs) && hi-from <= 3
}

// statesMeant are the governments of the two states that "the two countries" before token lo means; nil where the
// text
// does not tell.
func (r *groups) statesMeant(lo int) []*naming.Entity {
	if list := r.governmentsFor(r.BothParties(r.Body.Doc.Tokens[lo].Start, nil)); len(list) == 2 {
		return list
	}
	if list := r.twoStates(lo); len(list) == 2 {
		slices.Reverse(list)
		return list
	}
	return r.mainStates()
}

// mainStates are the governments of the two states of whom and whose people the body speaks most, in the order of the
// text: nil where a third is spoken of nearly as often.
func (r *Story) mainStates() []*naming.Entity {
	s := r.Body
	count := map[string]int{}
	var order []string
	for i := range s.Mentions {
		a := s.Mentions[i].Actor
		if len(a.State) != 3 || a.Kind != actors.State && a.Kind != actors.Person {
			continue
		}
		if count[a.State]++; count[a.State] == 1 {
			order = append(order, a.State)
		}
	}
	slices.SortStableFunc(order, func(a, b string) int { return count[b] - count[a] })
	if len(order) < 2 || len(order) > 2 && count[order[2]]*2 > count[order[1]] {
		return nil
	}
	var out []*naming.Entity
	for _, state := range order[:2] {
		if a, ok := r.Gazetteer.Unnamed(state, "government"); ok {
			out = append(out, r.StateEntity(a))
		}
	}
	return out
}

// bodiesOf resolves "the embassies of Peru and Chile", "the foreign ministries of Peru, Chile and Norway" to the body
// of each of the states. nil for every other phrase.
func (r *groups) bodiesOf(lo, hi int) []*naming.Entity {
	s := r.Body
	from := s.SkipDeterminer(lo, hi)
	of := from
	for of < hi && s.Lower[of] != "of" {
		of++
	}
	if of == from || of > from+2 || !strings.HasSuffix(s.Lower[of-1], "ies") {
		return nil
	}
	plural := strings.Join(s.Lower[from:of], " ")
	var out []*naming.Entity
	for k := of + 1; k < hi; k++ {
		m := s.MentionAt(k)
		switch {
		case m != nil && m.Actor.Kind == actors.State && m.Kind != actors.ByDemonym:
			e := r.ofState(m.Actor.State, plural)
			if e == nil {
				return nil
			}
			out = append(out, e)
			_, k = s.Range(m.Span)
			k--
		case s.Lower[k] != "and" && s.Lower[k] != "," && s.Lower[k] != "the":
			return nil
		}
	}
	return naming.Distinct(out)
}
