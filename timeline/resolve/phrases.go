package resolve

import (
	"slices"
	"strings"

	"demarche/timeline/actors"
	"demarche/timeline/acts"
	"demarche/timeline/discourse"
	"demarche/timeline/naming"
	"demarche/timeline/scene"
)

// phrases reads for whom a phrase beside a cue or in a demand stands where it names nobody of itself: "both sides",
// "his guest", "Canadians", "them". It does not know where in the sentence an addressee is looked for.
type phrases struct{ *reading }

// meant reads a phrase that names nobody of itself: the name in apposition to it, the parties of which a dispute is
// told before, a guest or host, or a people.
func (r *phrases) meant(lo, end, hi int, speakers []*naming.Entity, act *discourse.Act) []*naming.Entity {
	if p := r.Parties.Apposed(r.Body, lo, end, hi); p != nil {
		return []*naming.Entity{p}
	}
	if e := r.companion(lo, end, speakers); e != nil {
		return []*naming.Entity{e}
	}
	if list := r.companions(lo, end, speakers); len(list) > 0 {
		return list
	}
	if list := r.ownGovernment(lo, end, speakers); len(list) > 0 {
		return list
	}
	if list := r.council(lo, end, act); len(list) > 0 {
		return list
	}
	others := act != nil && act.Mutual && act.Involves(speakers) &&
		len(naming.Without(act.Parties(), speakers)) >= number(r.Body, lo, end)
	if !others {
		if list := r.several(lo, end, speakers); len(list) > 0 {
			return list
		}
	}
	return r.peopleOf(lo, end)
}

// object resolves "him" and "them" beside a cue: not the speaker, but the other one.
func (r *phrases) object(
	c *scene.Quote,
	speakers []*naming.Entity,
	act *discourse.Act,
	w string,
) []*naming.Entity {
	if list := r.justObject(c, speakers); len(list) > 0 && w != "them" && w != "their" {
		return list
	}
	if act != nil {
		if list := naming.Without(act.Parties(), speakers); len(list) > 0 &&
			(w == "them" || w == "their" || len(list) == 1) {
			return list
		}
	}
	return r.otherMeant(c, speakers, w)
}

// statesIn are the governments of the states that the phrase names.
func (r *phrases) statesIn(lo, hi int) []*naming.Entity {
	var out []*naming.Entity
	for _, m := range r.Body.MentionsIn(lo, hi) {
		if m.Actor.Kind == actors.State {
			out = append(out, r.StateEntity(m.Actor))
		}
	}
	return naming.Distinct(out)
}

// read reads a phrase that may be broken by a line end, as a list of names.
func (r *phrases) read(lo, hi int, act *discourse.Act) []*naming.Entity {
	s := r.Body
	if !broken(s, lo, hi) {
		return r.Referents(lo, hi, act)
	}
	return r.statesIn(lo, hi)
}

// broken reports whether a line ends inside the tokens.
func broken(s *scene.Scene, lo, hi int) bool { return strings.Contains(s.Words(lo, hi), "\n") }

// partyAt reads the phrase at token lo as somebody who is spoken to; an audience is none.
func (r *phrases) partyAt(lo, hi int, act *discourse.Act) addressed {
	s := r.Body
	end := s.PhraseEnd(lo, hi)
	if end <= lo || toAudience(s, lo, end) {
		return addressed{}
	}
	return addressed{list: acts.SpokenTo(r.Referents(lo, end, act)), basis: "named", at: s.Span(lo, end)}
}

// number is how many parties a phrase such as "both sides", "the three" or "the two presidents" means, 0 for any other
// phrase.
func number(s *scene.Scene, lo, hi int) int {
	if hi-lo > 1 && words.PartyTail[s.Lower[hi-1]] {
		hi-- // "the parties concerned"
	}
	if hi <= lo || hi-lo > 4 {
		return 0
	}
	last := s.Lower[hi-1]
	if !words.TwoParties[last] && count(last) == 0 && !officeOfMany(s, lo, hi) {
		return 0
	}
	for k := lo; k < hi; k++ {
		if n := count(s.Lower[k]); n > 0 {
			return n
		}
	}
	if hi-lo == 2 && s.Lower[lo] == "the" && words.TalkingSide[last] {
		return 2 // "the parties"
	}
	return 0
}

// count is the number of parties that a word states, 0 for any other word.
func count(w string) int {
	switch w {
	case "both", "two":
		return 2
	case "three":
		return 3
	case "four":
		return 4
	}
	return 0
}

// officeOfMany reports a phrase that ends in the plural of an office: "leaders", "heads of state".
func officeOfMany(s *scene.Scene, lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if one, ok := strings.CutSuffix(s.Lower[k], "s"); ok && words.Office[one] {
			return k == hi-1 || s.At(k+1) == "of"
		}
	}
	return false
}

// several are those for whom "both sides", "the four countries" or "the leadership of both countries", tokens lo
// to hi-1, stand: the people, where it calls them by an office, or else the governments of the states that the nearest
// sentence before names in just that number, the speaker's left out.
func (r *phrases) several(lo, hi int, speakers []*naming.Entity) []*naming.Entity {
	s := r.Body
	for k := lo + 1; k+1 < hi; k++ {
		if s.Lower[k] == "of" && number(s, k+1, hi) > 0 {
			lo = k + 1
		}
	}
	n := number(s, lo, hi)
	if n == 0 || len(speakers) == 0 {
		return nil
	}
	here := s.SentenceAt(s.Doc.Tokens[lo].Start)
	var nearest []*naming.Entity
	for sentence := here; sentence >= 0; sentence-- {
		if here-sentence == 2 {
			if list := r.statesOfTitle(n, speakers[0].State); len(list) > 0 {
				return list
			}
		}
		sn := &s.Doc.Sentences[sentence]
		people, states := r.namedIn(sn.First, min(sn.Last, lo), speakers)
		if officeOfMany(s, lo, hi) && len(people) == n {
			return people
		}
		if len(states) == n && (sentence == here || r.spokenOf(states)) {
			return states
		}
		if len(states) == n && nearest == nil {
			nearest = states
		}
	}
	return nearest
}

// spokenOf reports states of which the text speaks often enough to be called "both sides" without a name: each at least
// a third as often as the one of which it speaks second most.
func (r *phrases) spokenOf(states []*naming.Entity) bool {
	count := map[string]int{}
	for i := range r.Body.Mentions {
		count[r.Body.Mentions[i].Actor.State]++
	}
	most := []int{0, 0}
	for state, n := range count {
		if len(state) == 3 {
			most = append(most, n)
		}
	}
	slices.Sort(most)
	return !slices.ContainsFunc(states, func(e *naming.Entity) bool {
		return 3*count[e.State] < most[len(most)-2]
	})
}

// statesOfTitle are the governments of the states that the title names, other than the given one, where they are n;
// else none.
func (r *phrases) statesOfTitle(n int, other string) []*naming.Entity {
	var out []*naming.Entity
	for _, m := range r.Title.Mentions {
		if m.Actor.Kind == actors.State && m.Actor.State != other {
			out = append(out, r.StateEntity(m.Actor))
		}
	}
	if out = naming.Distinct(out); len(out) != n {
		return nil
	}
	return out
}

// namedIn are the known people and the governments of the states that the tokens name, the speakers and theirs left
// out.
func (r *phrases) namedIn(lo, hi int, speakers []*naming.Entity) (people, states []*naming.Entity) {
	for _, m := range r.Body.MentionsIn(lo, hi) {
		switch e := r.ByID[m.Actor.ID]; {
		case m.Actor.Kind == actors.State && !speakFor(speakers, m.Actor.State):
			states = append(states, r.StateEntity(m.Actor))
		case m.Actor.Kind == actors.Person && m.Actor.ID != "" && e != nil:
			people = append(people, e)
		}
	}
	return naming.Without(naming.Distinct(people), speakers), naming.Distinct(states)
}

// companion is for whom "his guest", "the visitor" or "her host" stands, tokens lo to hi-1: the person of another state
// whom the text named last, nil for every other phrase.
func (r *phrases) companion(lo, hi int, speakers []*naming.Entity) *naming.Entity {
	s := r.Body
	if len(speakers) != 1 || hi-lo < 2 || hi-lo > 3 || !words.Companion[s.Lower[hi-1]] || speakers[0].State == "" {
		return nil
	}
	state := ""
	for _, m := range s.MentionsIn(lo, hi) {
		if state = m.Actor.State; m.Actor.Kind != actors.State {
			return nil
		}
	}
	pos := s.Doc.Tokens[lo].Start
	var best *naming.Entity
	at := -1
	for _, e := range r.People() {
		if e.State == "" || e.State == speakers[0].State || state != "" && e.State != state {
			continue
		}
		for _, named := range e.NamedAt() {
			if named < pos && named > at {
				best, at = e, named
			}
		}
	}
	return best
}

// companions are for whom "his guests" or "her two colleagues" stands, tokens lo to hi-1: the people of other states
// whom the sentence, or else the one before, names, where they are two or more. nil for every other phrase.
func (r *phrases) companions(lo, hi int, speakers []*naming.Entity) []*naming.Entity {
	s := r.Body
	if len(speakers) != 1 || hi-lo < 2 || hi-lo > 3 || !strings.HasSuffix(s.Lower[hi-1], "s") || !companionAt(s, hi-1) {
		return nil
	}
	here := s.SentenceAt(s.Doc.Tokens[lo].Start)
	for n := here; n >= max(0, here-1); n-- {
		sn := &s.Doc.Sentences[n]
		people, _ := r.namedIn(sn.First, min(sn.Last, lo), speakers)
		var others []*naming.Entity
		for _, e := range people {
			if e.State != "" && e.State != speakers[0].State {
				others = append(others, e)
			}
		}
		if len(others) > 1 {
			return others
		}
	}
	return r.statesIn(lo, hi) // "his Danish hosts"
}

// peopleOf are the people of a state whom a demand or advice calls upon: "Canadians", "U.S. citizens". nil for every
// other phrase.
func (r *phrases) peopleOf(lo, hi int) []*naming.Entity {
	s := r.Body
	article := s.Lower[lo] == "the"
	lo = s.SkipDeterminer(lo, hi)
	if hi-lo < 1 || hi-lo > 3 {
		return nil
	}
	m := s.MentionAt(lo)
	if m == nil || m.Actor.Kind != actors.State {
		return nil
	}
	_, next := s.Range(m.Span)
	if article && m.Kind == actors.ByDemonym && next == hi && !strings.HasSuffix(s.Lower[hi-1], "s") {
		return []*naming.Entity{r.StateEntity(m.Actor)} // "thanked | the British"
	}
	demonym := m.Kind == actors.ByDemonym && next == hi && strings.HasSuffix(s.Lower[hi-1], "s")
	if !demonym && (next != hi-1 || !scene.Many(s.Lower[hi-1])) {
		return nil
	}
	return r.many(lo, hi, m.Actor.State)
}

// ownGovernment is the government that somebody who does not belong to it means by "the government": that of his own
// state. nil for every other phrase.
func (r *phrases) ownGovernment(lo, hi int, speakers []*naming.Entity) []*naming.Entity {
	s := r.Body
	plain := hi-lo == 2 && s.Lower[lo] == "the" && words.GovernmentName[s.Lower[hi-1]]
	if !plain || len(speakers) != 1 || governing(speakers[0]) {
		return nil
	}
	state := speakers[0].State
	if last := r.last; state == "" && last != nil && len(last.speakers) == 1 && governing(last.speakers[0]) &&
		s.SentenceAt(s.Doc.Tokens[lo].Start)-last.sentence <= longestPause {
		state = last.speakers[0].State // of an opposition party, which speaks for no state
	}
	if len(state) != 3 {
		return nil
	}
	a, ok := r.Gazetteer.Unnamed(state, "government")
	if !ok {
		return nil
	}
	return []*naming.Entity{r.StateEntity(a)}
}

// otherMeant resolves "him", "her" or "them", which the words of a quote do not go to from himself: those who spoke
// last or were spoken to, of that number and gender, else the person whom the text spoke of last.
func (r *phrases) otherMeant(c *scene.Quote, speakers []*naming.Entity, w string) []*naming.Entity {
	several := w == "them" || w == "their"
	if e := r.toldOfSince(c, speakers, w); e != nil && !several {
		return []*naming.Entity{e}
	}
	if last := r.last; last != nil && c.Sentence-last.sentence <= longestPause {
		for _, list := range [][]*naming.Entity{last.speakers, last.to} {
			others := naming.Without(list, speakers)
			if standsFor(others, w) {
				return others
			}
		}
	}
	if several {
		return nil
	}
	pos := r.Body.Doc.Tokens[c.Anchor].Start
	for i := len(r.Focus) - 1; i >= 0; i-- {
		if f := &r.Focus[i]; f.Pos < pos && len(f.Entities) == 1 && calledBy(f.Entities[0], w) &&
			!naming.Includes(speakers, f.Entities[0]) {
			return f.Entities
		}
	}
	return nil
}

// speakFor reports whether the first of the speakers is of the state; nobody speaks for none.
func speakFor(speakers []*naming.Entity, state string) bool {
	return len(speakers) > 0 && speakers[0].State == state
}

// toldOfSince is the one whom "him" or "her" stands for where the text named him after the quote before: in the same
// sentence, "Lind, who met Moss, assured him", or as the subject of a sentence. nil for none.
func (r *phrases) toldOfSince(c *scene.Quote, speakers []*naming.Entity, w string) *naming.Entity {
	s := r.Body
	people, _ := r.namedIn(max(c.Lo, c.SourceLo), c.CueLo, speakers)
	for i := len(people) - 1; i >= 0; i-- {
		if calledBy(people[i], w) {
			return people[i]
		}
	}
	since := 0
	if r.last != nil {
		since = r.last.Content[len(r.last.Content)-1].End
	}
	if c.Sentence > 0 {
		sn := &s.Doc.Sentences[c.Sentence-1]
		people, _ = r.namedIn(sn.First, sn.Last, speakers)
		if len(people) == 1 && calledBy(people[0], w) && sn.Start >= since {
			return people[0]
		}
	}
	for i := len(r.Focus) - 1; i >= 0 && r.Focus[i].Pos > since; i-- {
		f := &r.Focus[i]
		if f.Pos < s.Doc.Tokens[c.Lo].Start && len(f.Entities) == 1 && calledBy(f.Entities[0], w) &&
			!naming.Includes(speakers, f.Entities[0]) {
			return f.Entities[0]
		}
	}
	return nil
}
