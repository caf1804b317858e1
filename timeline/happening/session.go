package happening

import (
	"demarche/timeline/actors"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// mostSessions is how many sessions of bodies are put forward.
const mostSessions = 3

// sessions adds the sittings of the bodies that the article tells to sit, "Security Council session": somebody tells
// the body something, or the body votes, hears or adopts.
func sessions(title, body *scene.Scene, list []Happening) []Happening {
	n := len(list)
	for _, s := range []*scene.Scene{title, body} {
		for k := range s.Lower {
			if lo, hi := bodyAt(s, k); hi > lo && capitalIn(s, lo, hi) && sits(s, lo, hi, k) {
				list = enterSession(s, list, n, lo, hi, k)
			}
		}
	}
	for k := range body.Lower {
		if !words.SittingBody[body.Lower[k]] {
			continue
		}
		for i := n; i < len(list); i++ {
			if h := &list[i]; h.At[0].Head == body.Lower[k] && !h.standsAt(k) {
				lo, _ := bodyAt(body, k)
				h.At = append(h.At, placeOf(body, lo, k))
			}
		}
	}
	return list
}

// enterSession adds the session of the body in the tokens lo to hi-1, whose head is token k.
func enterSession(s *scene.Scene, list []Happening, n, lo, hi, k int) []Happening {
	o := record.Occasion{Name: sessionName(s, lo, hi, k)}
	v := placeOf(s, lo, k)
	if s.IsTitle {
		v.Title, v.Sentence = true, -1
	} else {
		o.Evidence = s.Span(lo, hi)
	}
	for i := n; i < len(list); i++ {
		if list[i].At[0].Head == v.Head { // the same body by another of its names
			list[i].At = append(list[i].At, v)
			return list
		}
	}
	return enter(list, o, v, n+mostSessions)
}

// standsAt reports whether token k of the body is known to name the event.
func (h *Happening) standsAt(k int) bool {
	for i := range h.At {
		if !h.At[i].Title && h.At[i].Token == k {
			return true
		}
	}
	return false
}

// sessionName is the name of the sitting of the body in the tokens lo to hi-1, whose head is token k: that of the body,
// and what it holds.
func sessionName(s *scene.Scene, lo, hi, k int) string {
	name := scene.Clean(s.Words(lo, hi))
	for _, m := range s.MentionsIn(k+1, hi) {
		if m.Actor.Kind == actors.Organisation && m.Actor.State != "" { // "board of the Agency"
			name = m.Actor.State + " " + scene.Clean(s.Words(lo, k+1))
			break
		}
	}
	held := "session"
	if words.EventCourt[s.Lower[k]] {
		held = "hearing"
	}
	return name + " " + held
}

// bodyAt returns the tokens of the name of the body that may sit whose head is token k: "UN Security Council", "Board
// of Governors", "council".
func bodyAt(s *scene.Scene, k int) (lo, hi int) {
	longer := s.Capital(k) && s.Capital(k+1) || words.SittingBody[s.At(k+1)] || // "the Senate | committee"
		words.GovernmentHouse[s.At(k-1)] // "the White | House"
	if !words.SittingBody[s.Lower[k]] || !s.NounTag(k) && !s.Capital(k) || longer {
		return k, k
	}
	first, last := s.SentenceBounds(k)
	lo = eventStart(s, k, s.AfterDateline(first))
	for lo < k && !s.Capital(lo) {
		lo++
	}
	hi = k + 1
	if s.At(hi) == "of" {
		from := s.SkipDeterminer(hi+1, last)
		end := from
		for end < last && s.Capital(end) && !s.InTime(end) || end > from && s.At(end) == "of" && s.Capital(end+1) {
			end++
		}
		if end > from {
			hi = end
		}
	}
	return lo, hi
}

// spokenIn reports whether the body whose name begins at token lo is where somebody does what the sentence tells: "At |
// the Security Council, ...", "said in | the Senate", not "a seat in | the Senate".
func spokenIn(s *scene.Scene, lo int) bool {
	at := lo - 1
	for at > 0 && words.Determiner[s.Lower[at]] {
		at--
	}
	first, _ := s.SentenceBounds(lo)
	return words.EventPlace[s.At(at)] && (at == first || !s.NounTag(at-1) && !s.Capital(at-1))
}

// sits reports whether the sentence tells that the body in the tokens lo to hi-1 with that head sits: "told the
// council", "the board voted", "a veto in the council".
func sits(s *scene.Scene, lo, hi, head int) bool {
	if heardBy(s, lo) || words.EventMeets[s.At(hi)] || spokenIn(s, lo) && !s.StateAt(head) {
		return true
	}
	sitting := words.SittingWord
	if words.EventCourt[s.Lower[head]] {
		sitting = words.CourtWord
	}
	first, last := s.SentenceBounds(lo)
	for k := first; k < last; k++ {
		if sitting[s.Lower[k]] && (k < lo || k >= hi) && !s.Capital(k) {
			return true
		}
	}
	return false
}
