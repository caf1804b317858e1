package happening

import (
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// FromTitle is the event from which a joint text comes by its title: "Oslo Forum: Joint Statement", "Joint Statement at
// the Lima Summit", "Joint Statement on the Meeting of the Fisheries Group". nil for a bare meeting and for none.
func FromTitle(s *scene.Scene) *record.Occasion {
	for k := range s.Lower {
		lo, hi, ok := At(s, k)
		if !ok || words.EventVisit[s.Lower[k]] || words.EventBody[s.Lower[k]] {
			continue
		}
		meets, after := words.EventTalks[s.Lower[k]], lo-1
		for after > 0 && words.Determiner[s.Lower[after]] {
			after--
		}
		from := s.At(hi) == ":" && !s.Contains(0, lo, "statement")
		if from {
			lo = 0
		}
		if from = from || heldAt(s, lo, k) || words.AfterEvent[s.At(after)]; meets && ofBody(s, k) || !meets && from {
			return &record.Occasion{Name: scene.Clean(s.Words(lo, hi))}
		}
	}
	return nil
}

// Attended is the event in which the tokens lo to hi-1 of the body tell that the sides of a joint text took part; past
// reports whether the words that follow an event, from one token to before another, tell that it was long ago. nil for
// none, and for a meeting that is none but theirs.
func Attended(s *scene.Scene, lo, hi int, past func(lo, hi int) bool) *record.Occasion {
	for k := lo; k < hi; k++ {
		from, end, ok := At(s, k)
		if !ok || words.EventBody[s.Lower[k]] || !attended(s, k) && !ofBody(s, k) || past(end, hi) {
			continue
		}
		if !words.EventTalks[s.Lower[k]] || heldAt(s, from, k) || ofBody(s, k) {
			return &record.Occasion{Name: scene.Clean(s.Words(from, end)), Evidence: s.Span(from, end)}
		}
	}
	return nil
}

// ofBody reports whether the meeting at token k is told to be that of a body: "the Fisheries Group | meeting", "the
// meeting | of the Fisheries Group".
func ofBody(s *scene.Scene, k int) bool {
	if words.BodyMeeting[s.At(k-1)] {
		return true
	}
	if s.At(k+1) != "of" {
		return false
	}
	for i := s.SkipDeterminer(k+2, len(s.Lower)); i < len(s.Lower) && s.Capital(i); i++ {
		if words.BodyMeeting[s.Lower[i]] {
			return true
		}
	}
	return false
}
