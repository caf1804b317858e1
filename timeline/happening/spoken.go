package happening

import (
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// Spoken is the event at which the title of a transcript tells that its words were spoken: "Remarks by Ana Lind at the
// Fisheries Summit Dinner", "before the Denmark-EU Summit". nil for a bare meeting, for an event that the title gives
// no name, and for none.
func Spoken(title *scene.Scene) *record.Occasion {
	for k := 1; k < len(title.Lower); k++ {
		at, ahead := words.HeldLead[title.Lower[k]], words.EventAhead[title.Lower[k]]
		if !at && !ahead {
			continue
		}
		from := title.SkipDeterminer(k+1, len(title.Lower))
		if words.EventMoment[title.At(from)] && title.At(from+1) == "of" {
			from = title.SkipDeterminer(from+2, len(title.Lower))
		}
		head := headInTitle(title, from)
		if head < 0 || ahead && !words.EventSummit[title.Lower[head]] {
			continue
		}
		if hi := endInTitle(title, head); hi > from+1 {
			return &record.Occasion{Name: scene.Clean(title.Words(from, hi))}
		}
	}
	return nil
}

// headInTitle is the last noun for an event in the run of capitals that begins at token from of a title: "the Fisheries
// Summit | Dinner". -1 for none, for a meeting that is of no body, and for a visit.
func headInTitle(s *scene.Scene, from int) int {
	head := -1
	for k := from; k < len(s.Lower) && inTitleName(s, k); k++ {
		if w := s.Lower[k]; words.EventTitle[w] || Noun(w) && !words.EventBody[w] && !words.EventVisit[w] {
			head = k
		}
	}
	if head >= 0 && words.EventTalks[s.Lower[head]] && !ofBody(s, head) {
		return -1
	}
	return head
}

// inTitleName reports whether token k of a title may stand in the name of an event before its head.
func inTitleName(s *scene.Scene, k int) bool {
	switch w := s.Lower[k]; w {
	case "-", "–", "&", "and":
		return true
	default:
		joins := words.HeldLead[w] || words.EventTail[w] || words.EventPlace[w]
		tag := s.Doc.Tokens[k].Tag
		return s.Capital(k) && !joins || tag == "CD" || tag == "POS"
	}
}

// endInTitle is the token after the name of the event whose head is token k of a title: past what it is of, "the
// Dinner | in Honor of Ana Lind".
func endInTitle(s *scene.Scene, k int) int {
	hi, last := k+1, len(s.Lower)
	if s.At(hi) == "in" && words.TitleOccasionNoun[s.At(hi+1)] {
		hi++
	} else if !words.EventTail[s.At(hi)] {
		return hi
	}
	for end := hi + 1; ; end++ {
		if end == last || !inTitleName(s, end) && !words.Determiner[s.Lower[end]] && s.Lower[end] != "of" {
			return end
		}
	}
}
