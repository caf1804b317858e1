package discourse

import (
	"slices"
	"strings"

	"demarche/timeline/actors"
	"demarche/timeline/naming"
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
func (r *groups) called(lo, hi int, act *Act) *naming.Entity {
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
			all = all && naming.NameHas(e, s.Lower[k])
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
func (r *groups) joint(lo, hi int, act *Act) ([]*naming.Entity, bool) {
	if list, ok := r.Names.LeadersOf(r.Body, lo, hi); ok {
		return list, true
	}
	if list := r.bodiesOf(lo, hi); len(list) > 1 {
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
	if words.StateNoun[r.Body.Lower[hi-1]] && hi-lo <= 3 && !naming.AllKnown(p) {
		p = r.twoStates(lo)
	}
	if w := r.Body.Lower[hi-1]; words.StateNoun[w] && words.BareJoint[w] {
		list := r.governmentsFor(p)
		if len(list) < 2 && hi-lo <= 3 && !naming.AllStates(p) {
			return nil, false // "both governments" are no people
		}
		if len(list) >= 2 {
			p = list
		}
	}
	if list, ok := r.ofTwoStates(lo, hi); ok && naming.AllStates(p) {
		p = list // "the presidents of the two countries"
	}
	return p, len(p) >= 2
}

// partiesMeant are the parties of the call or meeting whom a joint phrase means, else those who were told with its
// office; of more than two, where it says two, the two whom its office fits.
func (r *groups) partiesMeant(lo, hi, pos int, act *Act) []*naming.Entity {
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

// ofOnePeople resolves "the Norwegian ministers", "the two Chilean officials" to the parties of that state to the call
// or meeting, else to its people whom the text has named and whom the noun may call. ok is false for every other
// phrase, and where it named fewer than two.
func (r *groups) ofOnePeople(lo, hi int, act *Act) ([]*naming.Entity, bool) {
	s := r.Body
	m, noun := onePeople(s, lo, hi)
	if m == nil {
		return nil, false
	}
	ofState := func(e *naming.Entity) bool { return e.Person() && e.State == m.Actor.State && e.Name != e.Office }
	pos := s.Doc.Tokens[lo].Start
	list := slices.DeleteFunc(slices.Clone(r.BothParties(pos, act)), func(e *naming.Entity) bool { return !ofState(e) })
	if len(list) < 2 {
		list = r.NamedBefore(pos, func(e *naming.Entity) bool { return ofState(e) && holdsOneOf(e, noun) })
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

// each resolves a list such as "the President and Chancellor Weber" member by member, where one of them is an office
// without a name: of the parties of the call or meeting the one who holds it, else whom the article called so.
func (r *groups) each(lo, hi int, act *Act) ([]*naming.Entity, bool) {
	s := r.Body
	list := s.Lists.Members(lo, hi)
	if len(list) < 2 || !s.Lists.Joins(lo, hi) {
		return nil, false
	}
	out := make([]*naming.Entity, len(list))
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
			out[i] = r.Names.Member(s, m.Lo, m.Hi, m.End)
		}
		if out[i] == nil {
			return nil, false
		}
	}
	out = naming.Distinct(out)
	return out, len(out) == len(list)
}

// pronoun resolves the first member of a list that is "he" or "she" alone, none of the others, who are named from token
// rest on: "he and Lind agreed". nil for every other member.
func (r *groups) pronoun(m scene.Member, rest, hi int) *naming.Entity {
	w := r.Body.Lower[m.Lo]
	if m.Hi-m.Lo != 1 || !words.HePronoun[w] && !words.ShePronoun[w] {
		return nil
	}
	gender := "m"
	if words.ShePronoun[w] {
		gender = "f"
	}
	others := r.Names.Read(r.Body, rest, hi)
	return r.focusedLast(r.Body.Doc.Tokens[m.Lo].Start, func(e *naming.Entity) bool {
		return e.Person() && !e.Plural && (e.Gender() == "" || e.Gender() == gender) && !naming.Includes(others, e)
	})
}

// partyCalled returns the party of the call or meeting, else the person named before, whom the member of a list calls
// by the office alone.
func (r *groups) partyCalled(m scene.Member, act *Act) *naming.Entity {
	s := r.Body
	from := s.SkipDeterminer(m.Lo, m.Hi)
	if from >= m.Hi || m.Hi-from > 2 || !words.Office[s.Lower[m.Hi-1]] || s.Names.Naming(m.Lo, m.Hi) ||
		len(s.MentionsIn(from, m.Hi)) > 0 {
		return nil
	}
	office := strings.Join(s.Lower[from:m.Hi], " ")
	if act != nil {
		for _, e := range act.Parties() {
			if naming.Called(e, office) {
				return e
			}
		}
	}
	return r.definites.office(m.Lo, m.Hi, s.Doc.Tokens[m.Lo].Start)
}

// gathered names those who speak at a gathering: "Speakers at the rally".
func (r *groups) gathered(lo, hi int, act *Act) ([]*naming.Entity, bool) {
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
	e := &naming.Entity{Plural: true}
	e.Name, e.Kind = name, actors.Organisation
	e.ID = actors.UnlistedID(name, "")
	return []*naming.Entity{r.Keep(e)}, true
}

// ofState is the body or the holder of the office of a state that a plural names: "foreign ministries", "presidents".
// nil where the gazetteer knows none.
func (r *groups) ofState(state, plural string) *naming.Entity {
	if plural == "embassies" {
		return naming.Embassy(r.Cast, state)
	}
	if body, ok := strings.CutSuffix(plural, "ministries"); ok {
		if u, ok := r.Gazetteer.Unnamed(state, body+"ministry"); ok {
			return naming.KeepBody(r.Cast, body+"ministry", u.Name, state)
		}
		return nil
	}
	office := naming.OfficeOfEach(plural)
	if one, ok := strings.CutSuffix(plural, "s"); ok && office == "" && r.Gazetteer.Single(one) {
		office = one
	}
	if office == "" {
		return nil
	}
	return r.Incumbent(state, office)
}
