package happening

import (
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// FromTitle is the event from which a joint text comes by its title: "Oslo Forum: Joint Statement", "Joint Statement at
// the Lima Summit", "Joint Statement on the Meeting of the Fisheries Group", "Joint Statement of the Fisheries Group".
// nil for a bare meeting and for none.
func FromTitle(s *scene.Scene) *record.Occasion {
	for k := range s.Lower {
		lo, hi, ok := At(s, k)
		if !ok || words.EventVisit[s.Lower[k]] || words.EventBody[s.Lower[k]] {
			continue
		}
		meets, after := words.EventTalks[s.Lower[k]], beforeDeterminer(s, lo)
		from := s.At(hi) == ":" && !s.Contains(0, lo, "statement")
		if from {
			lo = 0
		}
		matter := meets && ofMatter(s, lo, k)
		if matter {
			lo = joinedStart(s, lo)
		}
		from = from || heldAt(s, lo, k) || words.AfterEvent[s.At(after)]
		if matter || meets && ofBody(s, k) || !meets && from {
			return &record.Occasion{Name: scene.Clean(s.Words(lo, hi))}
		}
	}
	return issuedBy(s)
}

// beforeDeterminer is the token before token k and the determiners in front of it.
func beforeDeterminer(s *scene.Scene, k int) int {
	k--
	for k > 0 && words.Determiner[s.Lower[k]] {
		k--
	}
	return k
}

// issuedBy is the meeting of the body whose joint statement the title calls the text: "Joint Statement of the Fisheries
// and Trade | Council". nil for none.
func issuedBy(title *scene.Scene) *record.Occasion {
	for k := range title.Lower {
		if !words.BodyMeeting[title.Lower[k]] || !title.Capital(k) {
			continue
		}
		lo := joinedStart(title, eventStart(title, k, 0))
		of := beforeDeterminer(title, lo)
		if lo < k && title.At(of) == "of" && title.At(of-1) == "statement" {
			return &record.Occasion{Name: scene.Clean(title.Words(lo, k+1)) + " meeting"}
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
	return bodyMet(s, lo, hi, past)
}

// ofMatter reports whether the meeting at token k of a title, whose name begins at token lo, is called by what it is
// on: "Fisheries and Trade | Meeting". One that is called by its sides or its form alone has no name.
func ofMatter(s *scene.Scene, lo, k int) bool {
	return k > lo && s.Capital(k) && s.Capital(k-1) && s.NounTag(k-1) && s.MentionAt(k-1) == nil &&
		!words.PlainMeeting[s.Lower[k-1]]
}

// joinedStart is where the name of an event begins that is joined by "and" before token lo: "Fisheries and | Trade
// Meeting".
func joinedStart(s *scene.Scene, lo int) int {
	if lo > 1 && s.Lower[lo-1] == "and" && s.Capital(lo-2) && s.MentionAt(lo-2) == nil {
		return eventStart(s, lo-2, 0)
	}
	return lo
}

// bodyMet is the meeting of a body that the tokens lo to hi-1 tell: "the Fisheries Council (FC) | met in Oslo"; for
// past see [Attended]. nil for none.
func bodyMet(s *scene.Scene, lo, hi int, past func(lo, hi int) bool) *record.Occasion {
	for k := lo; k < hi; k++ {
		if !words.BodyMeeting[s.Lower[k]] || !s.Capital(k) {
			continue
		}
		from, end := eventStart(s, k, lo), bodyEnd(s, k, hi)
		v := pastParenthesis(s, end, hi)
		if words.BodyMet[s.At(v)] && from < k && Lead(s, from) != "of" && !past(v, hi) {
			return &record.Occasion{Name: scene.Clean(s.Words(from, end)) + " meeting", Evidence: s.Span(from, end)}
		}
	}
	return nil
}

// pastParenthesis is the token after a parenthesis, and a comma after it, at token v: "the Group | (FG), | met". v
// where none is.
func pastParenthesis(s *scene.Scene, v, hi int) int {
	if s.At(v) != "(" {
		return v
	}
	for v < hi && s.Lower[v] != ")" {
		v++
	}
	if s.At(v+1) == "," {
		v++
	}
	return v + 1
}

// bodyEnd is the token after the name of the body whose head is token k: past what it is on, "the Group | on Trade".
func bodyEnd(s *scene.Scene, k, hi int) int {
	end := k + 1
	if !words.EventTail[s.At(end)] && s.At(end) != "on" {
		return end
	}
	for at := end + 1; at < hi && s.Capital(at) && !s.InTime(at); at++ {
		end = at + 1
	}
	return end
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
