package happening

import (
	"slices"

	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// ofReadout reports whether the event is one at which the call or meeting of a readout was held: the title names it, or
// the first sentences say that it was held there. The many others that a readout names are ahead or past, and what was
// talked of.
func (h *Happening) ofReadout(title, body *scene.Scene) bool {
	return slices.ContainsFunc(h.At, func(v Place) bool {
		if v.Title {
			from, _, _ := At(title, v.Token)
			return v.Lead != "on" && from > 0
		}
		return v.Sentence < sentencesOfTalk && attended(body, v.Token)
	})
}

// sentencesOfTalk is how many sentences of a readout tell where its call or meeting was held.
const sentencesOfTalk = 3

// attended reports whether the body tells that somebody took part in the event whose head is token k, and of no other
// time: "attended the annual summit", "met in Oslo for the summit", not "at the recent summit", "the summit in June".
func attended(s *scene.Scene, k int) bool {
	from, _, _ := At(s, k)
	if !capitalIn(s, from, k+1) && !words.EventSummit[s.Lower[k]] {
		return false // "a roundtable in Lima" is the meeting itself
	}
	at := from - 1
	for at > 0 && (words.Determiner[s.Lower[at]] || words.PossessivePerson[s.Lower[at]] || s.Doc.Tokens[at].Tag == "JJ") {
		at--
	}
	if atOtherTime(s, at, k) {
		return false
	}
	if lead := s.At(at); lead == "for" {
		return s.Capital(at-1) || s.InTime(at-1)
	} else if lead == "in" || lead == "of" {
		return words.EventTakingPart[s.At(at-1)] || words.EventMoment[s.At(at-1)] || words.IndefiniteArticle[s.At(at+1)]
	}
	return words.HeldLead[s.At(at)] || words.EventTakingPart[s.At(at)]
}

// atOtherTime reports whether the words tell that the event named from token lo on, whose head is token k, is ahead or
// past: "the recent summit", "in June, at the summit", "the summit later this month".
func atOtherTime(s *scene.Scene, lo, k int) bool {
	for i := lo; i <= k; i++ {
		if words.EventOtherTime[s.Lower[i]] || s.InTime(i) && s.Doc.Tokens[i].Tag != "CD" {
			return true
		}
	}
	before := s.At(lo-1) == "," && s.InTime(lo-2) && !words.DayAdverb[s.At(lo-2)]
	after := s.InTime(k+1) && !words.DayAdverb[s.At(k+1)] || s.At(k+1) == "in" && s.InTime(k+2)
	return before || after
}

// BetweenStates is the meeting of two states that a title calls by a name of its own: "Inaugural Denmark-Sweden 4+4
// Meeting", "Meeting of the Denmark-Sweden Fisheries Group". nil for none, and for one that it only says was held
// between them.
func BetweenStates(title *scene.Scene) *record.Occasion {
	for k := range title.Lower {
		lo, hi, ok := At(title, k)
		if !ok || words.EventVisit[title.Lower[k]] || words.EventBody[title.Lower[k]] || title.At(hi) == "with" {
			continue
		}
		for i := lo; i < k; i++ {
			if title.Lower[i] == "of" {
				lo = i + 1 // "Readout of | Inaugural Meeting"
			}
		}
		if ofStates(title, lo, hi) && (ofBody(title, k) || numbered(title, lo, k)) {
			return &record.Occasion{Name: scene.Clean(title.Words(lo, hi))}
		}
	}
	return nil
}

// ofStates reports whether the tokens name two states or more.
func ofStates(s *scene.Scene, lo, hi int) bool {
	states := map[string]bool{}
	for _, m := range s.MentionsIn(lo, hi) {
		states[m.Actor.State] = true
	}
	return len(states) > 1
}

// numbered reports a number among the tokens: "4+4".
func numbered(s *scene.Scene, lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if s.Doc.Tokens[k].Tag == "CD" {
			return true
		}
	}
	return false
}
