package discourse

import (
	"slices"
	"strings"

	"demarche/timeline/actors"
	"demarche/timeline/scene"
)

// groups resolves phrases for several at once: "both sides", "the President and the Chancellor", "speakers at the
// rally".
type groups struct {
	*Story
	definites *definites
}

// jointPhrase reports whether the tokens stand for both parties: "the two leaders", "both sides", "the heads of
// state".
func jointPhrase(s *scene.Scene, lo, hi int) bool {
	if !words.JointLead[s.Lower[lo]] && !words.JointOffice[s.Lower[lo]] {
		return false
	}
	if hi-lo == 2 && words.PairNoun[s.Lower[lo+1]] {
		return true
	}
	n := hi - lo
	for k := lo; k < hi; k++ {
		w := s.Lower[k]
		if !words.JointOffice[w] {
			if k > lo+4 {
				return false
			}
			continue
		}
		rest := strings.TrimSpace(strings.ToLower(s.Words(min(k+1, hi-1), hi)))
		if words.BareJoint[w] {
			// "both countries", "the two countries": but "the Western countries" are others
			return n <= 5 && (s.Lower[lo] == "both" || s.At(lo+1) == "two" || w == "ministers")
		}
		if w == "leaders" && k == lo+2 && words.SmallNumber[s.Lower[lo+1]] {
			return true
		}
		return k+1 == hi || rest == "of state" || rest == "of government" || strings.HasPrefix(rest, "of ") ||
			rest == "also" ||
			s.Lower[k+1] == "of"
	}
	return false
}

// ofOthers reports a complement that is not what two have: "diplomats of the grouping", but not "heads of state",
// "ministers of both countries", "leaders of Chile and Peru".
func ofOthers(s *scene.Scene, lo, hi int) bool {
	k := lo
	for k < hi && !words.JointOffice[s.Lower[k]] {
		k++
	}
	return k+2 < hi && s.Lower[k+1] == "of" && s.Lower[k+2] == "the" && !words.JointOffice[s.Lower[hi-1]] &&
		!s.NamesState(k+2, hi)
}

// called resolves "the student leaders" to the people whom a side of the call or meeting is only known as: each
// word of the phrase is one of their name, and a noun that may stand for both sides does not stand alone. nil for
// none.
func (r *groups) called(lo, hi int, act *Act) *Entity {
	s := r.Body
	from := s.SkipDeterminer(lo, hi)
	if act == nil || !act.Mutual {
		act = r.talk(s.Doc.Tokens[lo].Start)
	}
	if act == nil || hi <= from || words.JointOffice[s.Lower[hi-1]] && hi-from < 2 {
		return nil
	}
	for _, e := range act.Parties() {
		if e.Person() || !e.Plural || !strings.HasSuffix(strings.ToLower(e.Name), s.Lower[hi-1]) {
			continue
		}
		all := true
		for k := from; k < hi; k++ {
			all = all && NameHas(e, s.Lower[k])
		}
		if all {
			return e
		}
	}
	return nil
}

// allParticipants reports whether the tokens are "participants" of a call or meeting whose parties are known.
func allParticipants(s *scene.Scene, lo, hi int, act *Act) bool {
	from := s.SkipDeterminer(lo, hi)
	return act != nil && act.Mutual && len(act.Parties()) >= 2 && hi-from == 1 && s.Lower[from] == "participants"
}

// joint resolves "the two leaders", "both sides" to both parties of the call or meeting.
func (r *groups) joint(lo, hi int, act *Act) ([]*Entity, bool) {
	if list, ok := r.Names.leadersOf(r.Body, lo, hi); ok {
		return list, true
	}
	pos := r.Body.Doc.Tokens[lo].Start
	if n := groupSize(r.Body, lo, hi); n > 0 {
		list := r.ofSize(pos, n, act)
		return list, len(list) == n
	}
	if m, _ := onePeople(r.Body, lo, hi); m != nil || ofOthers(r.Body, lo, hi) {
		return nil, false
	}
	if !jointPhrase(r.Body, lo, hi) && !bothAlone(r.Body, lo, hi) && !allParticipants(r.Body, lo, hi, act) {
		return nil, false
	}
	p := r.partiesMeant(lo, hi, pos, act)
	if words.StateNoun[r.Body.Lower[hi-1]] && hi-lo <= 3 && !allKnown(p) {
		p = r.twoStates(lo)
	}
	if w := r.Body.Lower[hi-1]; words.StateNoun[w] && words.BareJoint[w] {
		list := r.governmentsOf(p)
		if len(list) < 2 && hi-lo <= 3 && !allStates(p) {
			return nil, false // "both governments" are no people
		}
		if len(list) >= 2 {
			p = list
		}
	}
	if list, ok := r.ofTwoStates(lo, hi); ok && allStates(p) {
		p = list // "the presidents of the two countries"
	}
	return p, len(p) >= 2
}

// partiesMeant are the parties of the call or meeting whom a joint phrase means, else those who were told with its
// office; of more than two, where it says two, the two whom its office fits.
func (r *groups) partiesMeant(lo, hi, pos int, act *Act) []*Entity {
	p := r.evened(r.BothParties(pos, act), pos)
	if len(p) < 2 {
		p = r.holdersTold(pos, plural(r.Body, lo, hi))
	}
	if len(p) > 2 && ofTwo(r.Body, lo, hi) {
		p = r.twoOf(p, pos, plural(r.Body, lo, hi))
	}
	return p
}

// plural is the noun for the parties in a joint phrase: "ministers", and "leaders" of the heads of states.
func plural(s *scene.Scene, lo, hi int) string {
	for k := lo; k < hi; k++ {
		if w := s.Lower[k]; words.JointOffice[w] && w == "heads" && s.At(k+1) == "of" {
			return "leaders"
		}
	}
	return s.Lower[hi-1]
}

// ofTwo reports a phrase that says that it means two: "both ministers", "the two leaders".
func ofTwo(s *scene.Scene, lo, hi int) bool {
	return s.Lower[lo] == "both" || s.Lower[lo] == "two" || hi-lo > 1 && s.Lower[lo+1] == "two"
}

// twoOf are the only two of the parties whom the plural calls by their office, else the last two who spoke before byte
// pos; all parties where neither is told.
func (r *groups) twoOf(list []*Entity, pos int, plural string) []*Entity {
	var out []*Entity
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
func holdsOneOf(e *Entity, noun string) bool {
	switch {
	case !e.Person():
		return false
	case noun == "leader":
		return e.calledOneOf(words.LeadingOffice)
	case noun == "minister":
		return called(e, noun) || e.has("secretary")
	case noun == "official":
		return suits(e, noun)
	}
	return called(e, noun)
}

// ofOnePeople resolves "the Norwegian ministers", "the two Chilean officials" to the parties of that state to the call
// or meeting, else to its people whom the text has named and whom the noun may call. ok is false for every other
// phrase, and where it named fewer than two.
func (r *groups) ofOnePeople(lo, hi int, act *Act) ([]*Entity, bool) {
	s := r.Body
	m, noun := onePeople(s, lo, hi)
	if m == nil {
		return nil, false
	}
	ofState := func(e *Entity) bool { return e.Person() && e.State == m.Actor.State && e.Name != e.Office }
	pos := s.Doc.Tokens[lo].Start
	list := slices.DeleteFunc(slices.Clone(r.BothParties(pos, act)), func(e *Entity) bool { return !ofState(e) })
	if len(list) < 2 {
		list = r.namedBefore(pos, func(e *Entity) bool { return ofState(e) && holdsOneOf(e, noun) })
	}
	if len(list) < 2 || ofTwo(s, lo, hi) && len(list) > 2 {
		return nil, false
	}
	return list, true
}

// onePeople returns the people, by their state, and the office in the singular of a phrase for many of them: "the two
// Chilean officials". nil for every other phrase.
func onePeople(s *scene.Scene, lo, hi int) (m *scene.Mention, noun string) {
	k := lo + 1
	for k < hi && words.BothOf[s.Lower[k]] {
		k++
	}
	m = s.MentionAt(k)
	noun, many := strings.CutSuffix(s.Lower[hi-1], "s")
	if s.Lower[lo] != "the" || k >= hi || m == nil || m.Kind != actors.ByDemonym || !many || !words.Office[noun] {
		return nil, ""
	}
	if _, end := s.Range(m.Span); end != hi-1 {
		return nil, ""
	}
	return m, noun
}

// evened puts in the place of a state that is paired with a person its own person of that rank: "the two leaders" are
// no government and a president. The list stays as it is where nobody of that state is known.
func (r *groups) evened(list []*Entity, pos int) []*Entity {
	if len(list) != 2 || list[0].Person() == list[1].Person() {
		return list
	}
	out := slices.Clone(list)
	k := slices.IndexFunc(out, func(e *Entity) bool { return !e.Person() })
	other := out[1-k]
	if out[k].Kind != actors.State || other.State == out[k].State || other.held == "" {
		return list
	}
	fits := func(e *Entity) bool {
		return e.Person() && e.State == out[k].State &&
			(e.held == other.held || e.calledOneOf(words.LeadingOffice) && other.calledOneOf(words.LeadingOffice))
	}
	if e := r.toldLast(pos, fits); e != nil {
		out[k] = e
	}
	return out
}

// twoStates are the two states that the passage before token lo speaks of: the outlet's own and the one that was
// named
// last, else the last two. nil where it names no two.
func (r *groups) twoStates(lo int) []*Entity {
	s := r.Body
	floor := 0
	if len(s.Doc.Paragraphs) > 0 {
		floor = s.Doc.Paragraphs[max(0, s.ParagraphAt(s.Doc.Tokens[lo].Start)-1)].Start
	}
	var list []*Entity
	for k := s.FirstMention[lo] - 1; k >= 0 && s.Mentions[k].Start >= floor && len(list) < 2; k-- {
		if a := s.Mentions[k].Actor; a.Kind == actors.State && (r.Home == "" || len(list) > 0 || a.State != r.Home) {
			list = Distinct(append(list, r.StateEntity(a)))
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
	return list
}

// each resolves a list such as "the President and Chancellor Weber" member by member, where one of them is an office
// without a name: of the parties of the call or meeting the one who holds it, else whom the article called so.
func (r *groups) each(lo, hi int, act *Act) ([]*Entity, bool) {
	s := r.Body
	list := s.Lists.Members(lo, hi)
	if len(list) < 2 || !s.Lists.Joins(lo, hi) {
		return nil, false
	}
	out := make([]*Entity, len(list))
	bare := false
	for i, m := range list {
		if out[i] = r.partyCalled(m, act); out[i] == nil && i == 0 {
			out[i] = r.pronoun(m, list[1].Lo, hi)
		}
		bare = bare || out[i] != nil
	}
	if !bare {
		return nil, false // a list of names: who reads it knows which office is whose
	}
	for i, m := range list {
		if out[i] == nil {
			out[i] = r.Names.member(s, m.Lo, m.Hi, m.End)
		}
		if out[i] == nil {
			return nil, false
		}
	}
	out = Distinct(out)
	return out, len(out) == len(list)
}

// pronoun resolves the first member of a list that is "he" or "she" alone, none of the others, who are named from token
// rest on: "he and Lind agreed". nil for every other member.
func (r *groups) pronoun(m scene.Member, rest, hi int) *Entity {
	w := r.Body.Lower[m.Lo]
	if m.Hi-m.Lo != 1 || !words.HePronoun[w] && !words.ShePronoun[w] {
		return nil
	}
	gender := "m"
	if words.ShePronoun[w] {
		gender = "f"
	}
	others := r.Names.Read(r.Body, rest, hi)
	return r.focusedLast(r.Body.Doc.Tokens[m.Lo].Start, func(e *Entity) bool {
		return e.Person() && !e.Plural && (e.Gender() == "" || e.Gender() == gender) && !Includes(others, e)
	})
}

// partyCalled returns the party of the call or meeting, else the person named before, whom the member of a list calls
// by the office alone.
func (r *groups) partyCalled(m scene.Member, act *Act) *Entity {
	s := r.Body
	from := s.SkipDeterminer(m.Lo, m.Hi)
	if from >= m.Hi || m.Hi-from > 2 || !words.Office[s.Lower[m.Hi-1]] || s.Names.Naming(m.Lo, m.Hi) ||
		len(s.MentionsIn(from, m.Hi)) > 0 {
		return nil
	}
	office := strings.Join(s.Lower[from:m.Hi], " ")
	if act != nil {
		for _, e := range act.Parties() {
			if called(e, office) {
				return e
			}
		}
	}
	return r.definites.office(m.Lo, m.Hi, s.Doc.Tokens[m.Lo].Start)
}

// gathered names those who speak at a gathering: "Speakers at the rally".
func (r *groups) gathered(lo, hi int, act *Act) ([]*Entity, bool) {
	s := r.Body
	k := s.SkipDeterminer(lo, hi)
	if k >= hi || !words.Gatherer[s.Lower[k]] || hi-k > 4 {
		return nil, false
	}
	name := scene.UpperFirst(scene.Clean(s.Words(k, hi)))
	if hi-k == 1 && act != nil && act.Noun != "" {
		prep := " at the "
		if s.Lower[k] == "participants" {
			prep = " in the "
		}
		name += prep + act.Noun
	}
	e := &Entity{Plural: true}
	e.Name, e.Kind = name, actors.Organisation
	e.ID = actors.UnlistedID(name, "")
	return []*Entity{r.Keep(e)}, true
}

// bothAlone reports "both" or "all" alone.
func bothAlone(s *scene.Scene, lo, hi int) bool {
	return hi-lo == 1 && (s.Lower[lo] == "both" || s.Lower[lo] == "all")
}

// governmentsOf are the governments of the states for which the parties speak, each once.
func (r *groups) governmentsOf(list []*Entity) []*Entity {
	var out []*Entity
	for _, e := range list {
		if a, ok := r.Gazetteer.Unnamed(e.State, "government"); ok && len(e.State) == 3 {
			out = append(out, r.StateEntity(a))
		}
	}
	return Distinct(out)
}

// ofTwoStates resolves a phrase for one thing or person of each of two states, where no call or meeting says which:
// "the two neighbours", "the foreign ministries of both countries", "the defence ministers of the two states". The
// states are the two of whom the text spoke last, else the two of whom it speaks most. Officials without a known name
// are left to
// other rules.
func (r *groups) ofTwoStates(lo, hi int) ([]*Entity, bool) {
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
	var out []*Entity
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
func (r *groups) statesMeant(lo int) []*Entity {
	if list := r.governmentsOf(r.BothParties(r.Body.Doc.Tokens[lo].Start, nil)); len(list) == 2 {
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
func (r *groups) mainStates() []*Entity {
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
	var out []*Entity
	for _, state := range order[:2] {
		if a, ok := r.Gazetteer.Unnamed(state, "government"); ok {
			out = append(out, r.StateEntity(a))
		}
	}
	return out
}

// ofState is the body or the holder of the office of a state that a plural names: "foreign ministries", "presidents".
// nil where the gazetteer knows none.
func (r *groups) ofState(state, plural string) *Entity {
	if body, ok := strings.CutSuffix(plural, "ministries"); ok {
		if u, ok := r.Gazetteer.Unnamed(state, body+"ministry"); ok {
			return keepBody(r.Cast, body+"ministry", u.Name, state)
		}
		return nil
	}
	office := officeOfEach(plural)
	if one, ok := strings.CutSuffix(plural, "s"); ok && office == "" && r.Gazetteer.Single(one) {
		office = one
	}
	if office == "" {
		return nil
	}
	return r.incumbent(state, office)
}
