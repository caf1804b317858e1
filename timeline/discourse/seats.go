package discourse

import (
	"slices"

	"demarche/timeline/actors"
	"demarche/timeline/naming"
)

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
	service := hi-lo >= 2 && words.PressService[s.Lower[hi-2]+" "+s.Lower[hi-1]] || hi-lo == 2 && s.HasWords(lo, "the", "office")
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
