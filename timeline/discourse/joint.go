package discourse

import (
	"strings"

	"demarche/timeline/actors"
	"demarche/timeline/scene"
)

// jointPhrase reports whether the tokens stand for both parties: "the two leaders", "both sides", "the heads of state".
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

// groupCalled resolves "the student leaders" to the people whom a side of the call or meeting is only known as: each
// word of the phrase is one of their name, and a noun that may stand for both sides does not stand alone. nil for none.
func (r *Discourse) groupCalled(lo, hi int, act *Act) *Entity {
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

// BothParties returns both parties of the call or meeting that the passage is about, or else the last two that were
// named together.
func (r *Discourse) BothParties(pos int, act *Act) []*Entity {
	if act != nil && len(act.Parties()) >= 2 {
		return act.Parties()
	}
	if pair := r.lastPair(pos); pair != nil {
		return pair
	}
	if f := r.talk(pos); f != nil {
		return f.Parties()
	}
	for i := len(r.Focus) - 1; i >= max(0, len(r.Focus)-Reach); i-- {
		if f := r.Focus[i]; f.Pos <= pos && len(f.Entities) >= 2 {
			return f.Entities
		}
	}
	return nil
}

// talk is the last call or meeting of two parties told before byte pos, nil for none.
func (r *Discourse) talk(pos int) *Act {
	for i := len(r.Acts) - 1; i >= 0; i-- {
		if f := r.Acts[i]; f.Pos <= pos && f.Mutual && len(f.Parties()) >= 2 {
			return f
		}
	}
	return nil
}

// joint resolves "the two leaders", "both sides" to both parties of the call or meeting.
func (r *Discourse) joint(lo, hi int, act *Act) ([]*Entity, bool) {
	if !jointPhrase(r.Body, lo, hi) && !bothAlone(r.Body, lo, hi) && !allParticipants(r.Body, lo, hi, act) {
		return nil, false
	}
	p := r.BothParties(r.Body.Doc.Tokens[lo].Start, act)
	if words.StateNoun[r.Body.Lower[hi-1]] && hi-lo <= 3 && !allKnown(p) {
		p = r.twoStates(lo)
	}
	if w := r.Body.Lower[hi-1]; words.StateNoun[w] && words.BareJoint[w] {
		if list := r.governmentsOf(p); len(list) >= 2 {
			p = list
		}
	}
	return p, len(p) >= 2
}

// allKnown reports whether the list is of two or more persons, states and bodies that are known by name.
func allKnown(list []*Entity) bool {
	for _, e := range list {
		if !e.Person() && actors.Unlisted(e.ID) {
			return false
		}
	}
	return len(list) >= 2
}

// twoStates are the two states that the passage before token lo speaks of: the outlet's own and the one that was named
// last, else the last two. nil where it names no two.
func (r *Discourse) twoStates(lo int) []*Entity {
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
func (r *Discourse) each(lo, hi int, act *Act) ([]*Entity, bool) {
	s := r.Body
	list := s.Members(lo, hi)
	if len(list) < 2 || !s.Listed(lo, hi) {
		return nil, false
	}
	var out []*Entity
	bare := false
	for _, m := range list {
		e := r.partyCalled(m, act)
		bare = bare || e != nil
		if e == nil {
			e = r.member(s, m.Lo, m.Hi, m.End)
		}
		if e == nil {
			return nil, false
		}
		out = append(out, e)
	}
	out = Distinct(out)
	return out, bare && len(out) == len(list)
}

// partyCalled returns the party of the call or meeting, else the person named before, whom the member of a list calls
// by the office alone.
func (r *Discourse) partyCalled(m scene.Member, act *Act) *Entity {
	s := r.Body
	from := s.SkipDeterminer(m.Lo, m.Hi)
	if from >= m.Hi || m.Hi-from > 2 || !words.Office[s.Lower[m.Hi-1]] || s.Naming(m.Lo, m.Hi) ||
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
	return r.definiteOffice(m.Lo, m.Hi, s.Doc.Tokens[m.Lo].Start)
}

// officeOfEach is the office that a plural gives to each of those it stands for, "" for other words: offices each of
// which one holder has in a state.
func officeOfEach(plural string) string {
	switch {
	case words.LeaderPlural[plural]:
		return strings.TrimSuffix(plural, "s")
	case words.PremierPlural[plural]:
		return "prime minister"
	case words.ChancellorPlural[plural]:
		return "leader"
	case words.HeadPlural[plural]:
		return strings.Replace(plural, "s ", " ", 1)
	}
	return ""
}

// leadersOf reads "the leaders of Chile and Norway": the holder of the office in each state whom the article names or
// the day tells. ok is false where the phrase is another, or one of them is unknown.
func (r *Entities) leadersOf(s *scene.Scene, lo, hi int) (list []*Entity, ok bool) {
	lo = s.SkipDeterminer(lo, hi)
	office, k := "", lo
	for n := 1; n <= 3 && lo+n < hi && office == ""; n++ {
		k = lo + n
		office = officeOfEach(strings.Join(s.Lower[lo:k], " "))
	}
	if office == "" || s.At(k) != "of" {
		return nil, false
	}
	for k++; k < hi && s.Lower[k] != "("; k++ {
		m := s.MentionAt(k)
		switch {
		case m != nil && m.Actor.Kind == actors.State && m.Kind != actors.ByDemonym:
			e := r.incumbent(m.Actor.State, office)
			if e == nil {
				return nil, false
			}
			list = append(list, e)
			_, k = s.Range(m.Span)
			k--
		case s.Lower[k] != "and" && s.Lower[k] != "," && s.Lower[k] != "the":
			return nil, false
		}
	}
	return Distinct(list), len(list) >= 2
}

// incumbent is who holds the office for the state on the day of publication; nil when nobody is known.
func (r *Entities) incumbent(state, office string) *Entity {
	e, ok := r.Gazetteer.Holder(state, office, r.Day)
	if !ok {
		return nil
	}
	m := &scene.Mention{Actor: e.Actor, Gender: e.Gender, Surname: e.Surname, Office: office, Holder: true}
	m.Actor.State = state
	return r.EntityOf(r.Body, m, 0, 0)
}

// TitlePair are the two states or bodies that the title joins with a hyphen, "U.S.-EU task force"; nil where it joins
// none.
func (r *Entities) TitlePair() []*Entity {
	ms := r.Title.Mentions
	for i := 0; i+1 < len(ms); i++ {
		a, b := &ms[i], &ms[i+1]
		if gap := r.Title.Text[a.End:b.Start]; gap != "-" && gap != "–" || !institution(a) || !institution(b) {
			continue
		}
		return Distinct([]*Entity{r.StateEntity(a.Actor), r.StateEntity(b.Actor)})
	}
	return nil
}

// institution reports whether the mention names a state or an organisation.
func institution(m *scene.Mention) bool {
	return m.Actor.Kind == actors.State || m.Actor.Kind == actors.Organisation
}
