package discourse

import (
	"strings"

	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/scene"
)

// stateOf returns the state for which the holder of the office at k speaks: the first state that the phrase names outside of
// a "to" complement, unless the office belongs to a private body; else for offices of state the one that the article was
// speaking of.
func (r *Entities) stateOf(s *scene.Scene, lo, hi, k int) (state string, private bool) {
	b := s.BodiesIn(lo, hi)
	to, organ, body, known := b.To, b.Organ, b.Body, b.Known
	state, private = b.State, b.Private
	head := s.Lower[k]
	if state == "" {
		for i := lo; i < hi; i++ {
			if s.Lower[i] == "its" {
				m := s.FirstState(lo)
				if m == nil && organ {
					return r.stateBefore(s, lo), false
				}
				if m == nil {
					return "", true // "its president", of a company
				}
				return m.Actor.State, false // "a senior official of its defence ministry"
			}
		}
	}
	if n := s.At(hi - 1); state == "" && k+3 < hi && s.Lower[k+1] == "of" && s.Lower[k+2] == "the" && words.DelegationHead[n] {
		return "", true // of whomever
	}
	if state == "" && k+2 < hi && s.Lower[k+1] == "of" && s.Capital(k+2) && s.MentionAt(k+2) == nil && !words.StateOffice[head] && head != "minister" {
		return "", true // of something that nobody knows
	}
	if private && state == "" || private && !known {
		return "", true
	}
	if body && !organ && (!words.StateOffice[head] || head == "minister") && !s.HasOffice(lo, hi, "party") {
		return "", true
	}
	if state == "" && (words.StateOffice[head] || organ || topOffice(s, lo, hi) || s.HasWords(k, "delegate")) {
		if to && r.Home != "" {
			return r.Home, false
		}
		if a, b := s.FullName(k, hi); b > a {
			// "Midland District, Lima, Peru": the state after the first mention
			for i := a; i < b+6 && i < len(s.Lower) && s.Lower[i] != "."; i++ {
				if m := s.MentionAt(i); m != nil && m.Actor.Kind == actors.State {
					return m.Actor.State, false
				}
			}
		}
		if class := postClass(s, lo, hi); class != "" {
			return r.stateMeant(s, lo, class), false
		}
		return r.stateBefore(s, lo), false
	}
	if words.PrivatePerson[head] {
		return "", true
	}
	return state, false
}

// topOffice reports whether the phrase is an office that one person holds for a state.
func topOffice(s *scene.Scene, lo, hi int) bool {
	return words.StateTopOffice[s.OfficeIn(lo, hi)]
}

// introduced takes office and state from where the body first gives the name with a description: "Present were John Smith, vice
// foreign minister of X, and". It reports whether there is such a place.
func introduced(r *Entities, e *Entity) bool {
	s := r.Body
	at := strings.Index(s.Text, e.Name+",")
	if at < 0 {
		return false
	}
	lo, _ := s.Range(text.Span{Start: at, End: at + 1})
	_, last := s.SentenceBounds(lo)
	list := s.Members(lo, s.PhraseEnd(lo, last))
	if len(list) == 0 || list[0].End <= list[0].Hi {
		return false
	}
	it := list[0]
	for k := it.Hi; k < it.End; k++ {
		if !words.Office[s.Lower[k]] {
			continue
		}
		e.State, _ = r.stateOf(s, it.Lo, it.End, k)
		from := s.SkipDeterminer(it.Hi, it.End)
		for from < it.End && s.Lower[from] == "," {
			from = s.SkipDeterminer(from+1, it.End)
		}
		e.Office = scene.UpperFirst(scene.Clean(s.Words(from, it.End)))
		e.describe(s, it.Lo, it.End)
		return true
	}
	return false
}

// bodyState returns the state of a body that is an organ of one: its name has the word for an organ.
func (r *Entities) bodyState(s *scene.Scene, lo, hi int) string {
	organ := false
	state := ""
	for i := lo; i < hi; i++ {
		w := s.Lower[i]
		if (w == "in" || w == "for") && !organ && i > lo {
			break
		}
		if words.Organ[w] && !words.MinorOrgan[w] {
			organ = true
		}
		m := s.MentionAt(i)
		if m != nil && state == "" && (m.Actor.Kind == actors.State || m.Actor.Kind == actors.Organisation) {
			state = m.Actor.State
		}
	}
	for i := lo; i < hi; i++ {
		if words.Office[strings.TrimSuffix(s.Lower[i], "s")] && state != "" && !s.HasBody(lo, hi) {
			return state // "Russian officials"
		}
	}
	if !organ {
		return ""
	}
	if state == "" && s.At(hi) == "in" {
		if m := s.MentionAt(hi + 1); m != nil && m.Actor.Kind == actors.State {
			return m.Actor.State // "the foreign ministry in Beijing"
		}
	}
	if state == "" && s.Capital(lo) && s.Lower[lo] != "the" && s.Lower[lo] != "a" && s.OfficeIn(lo, hi) == "" {
		return "" // "New York City Education Authorities"
	}
	if state == "" && s.Capital(s.SkipDeterminer(lo, hi)) && hi-lo > 3 && s.OfficeIn(lo, hi) == "" {
		return ""
	}
	if state == "" {
		return r.stateMeant(s, lo, postClass(s, lo, hi))
	}
	return state
}
