package discourse

import (
	"slices"

	"demarche/timeline/actors"
	"demarche/timeline/naming"
)

// ownBody resolves "his ministry", "Lind's ministry", "the minister's office" to the body that the holder of an office
// leads: of "his" the minister of whom the text spoke last.
func (r *definites) ownBody(lo, hi int) *naming.Entity {
	s := r.Body
	if hi-lo < 2 || !words.OwnBody[s.Lower[hi-1]] {
		return nil
	}
	ministry := s.Lower[hi-1] != "office"
	if hi-lo == 2 && words.PossessivePerson[s.Lower[lo]] {
		return r.bodyOfHolder(r.lastWho(s.Doc.Tokens[lo].Start, func(e *naming.Entity) bool {
			return naming.MinistryOf(e) != "" || !ministry && naming.HolderOffice(e) != ""
		}), ministry)
	}
	if w := s.Lower[hi-2]; w != "'s" && w != "'" || hi-lo > 6 {
		return nil
	}
	return r.bodyOfHolder(r.possessor(lo, hi-2), ministry)
}

// possessor is the person of whom the tokens before "'s" speak, nil for none.
func (r *definites) possessor(lo, hi int) *naming.Entity {
	if e := r.read(lo, hi); e != nil && e.Person() {
		return e
	}
	if list := r.Names.Read(r.Body, lo, hi); len(list) == 1 && list[0].Person() {
		return list[0]
	}
	return nil
}

// bodyOfHolder is the ministry that a minister leads, also one of no class of the gazetteer, else the office of a
// president or head of government. nil for others.
func (r *definites) bodyOfHolder(e *naming.Entity, ministry bool) *naming.Entity {
	if e == nil || len(e.State) != 3 {
		return nil
	}
	if class := naming.MinistryOf(e); class != "" {
		u, ok := r.Gazetteer.Unnamed(e.State, class)
		if !ok {
			return nil
		}
		return naming.KeepBody(r.Cast, class, u.Name, e.State)
	}
	if ministry {
		return r.MinistryLed(e)
	}
	return naming.OfficeBody(r.Cast, naming.HolderOffice(e), e.State)
}

// ofPresident are the offices of the presidents who may be meant by "the palace", "the press service" or "the
// presidency", under the name by which others call them: of the state that the phrase names, else of those told of
// last.
func (r *bodies) ofPresident(lo, hi int) (out []*naming.Entity) {
	s := r.Body
	states := r.lastStates(lo)
	for k := lo; k < hi; k++ {
		if m := s.MentionAt(k); m != nil && m.Kind == actors.ByMetonym && words.SeatOfHolder[m.Office] {
			return append(out, r.OfficeOf(m.Office, m.Actor.State))
		}
	}
	palace := slices.ContainsFunc(s.Lower[lo:hi], func(w string) bool { return words.PalaceNoun[w] })
	service := hi-lo >= 2 && words.PressService[s.Lower[hi-2]+" "+s.Lower[hi-1]] ||
		hi-lo == 2 && s.HasWords(lo, "the", "office")
	if !palace && !service {
		return nil
	}
	for _, m := range s.MentionsIn(lo, min(hi+2, len(s.Lower))) {
		if m.Actor.Kind != actors.State {
			return nil
		}
		states = []string{m.Actor.State}
	}
	for _, state := range states[:min(len(states), bodiesBefore)] {
		out = append(out, r.OfficeOf("presidency", state))
	}
	return out
}

// embassies are those that "the embassy" may mean: of the state that the phrase names, else of those told of last, in
// the one that it names after "in", else in the one where the text was written or which it told of.
func (r *bodies) embassies(lo, hi int) (out []*naming.Entity) {
	s := r.Body
	k := slices.Index(s.Lower[lo:hi], "embassy") + lo
	if k < lo || slices.ContainsFunc(s.Lower[lo:k], func(w string) bool { return w == "of" || words.Document[w] }) {
		return nil
	}
	told := r.lastStates(lo)
	senders, hosts := told, told
	for _, m := range s.MentionsIn(lo, k) {
		if m.Actor.Kind == actors.State {
			senders = []string{m.Actor.State}
		}
	}
	if m := s.MentionAt(k + 2); (s.At(k+1) == "in" || s.At(k+1) == "to") && m != nil && m.Actor.Kind == actors.State {
		hosts = []string{m.Actor.State}
	} else if r.Written != "" {
		hosts = append([]string{r.Written}, told...)
	}
	for _, sender := range senders {
		for _, host := range hosts {
			if sender != host && len(out) < statesBefore {
				out = append(out, r.EmbassyIn(sender, host))
			}
		}
	}
	return naming.Distinct(out)
}
