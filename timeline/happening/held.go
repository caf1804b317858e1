package happening

import (
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// Held is the event at which the tokens lo to hi-1 of the body tell that something was said: "at the Oslo Forum",
// "on the sidelines of the summit", "told the General Assembly". skip tells the tokens that are no words of the
// article's own. A noun with no name stands for the event that was named last by it. nil for none.
func Held(s *scene.Scene, lo, hi int, skip func(int) bool) *record.Occasion {
	for k := afterClause(s, lo, hi); k < hi; k++ {
		from, end, named := At(s, k)
		// "at the Vila talks" tells how, not on what occasion
		bare := words.EventTalks[s.Lower[k]] && s.At(k+1) != "of" && !properEvent(s, from, k)
		if end == 0 || bare || skip(k) || !heldAt(s, from, k) {
			continue
		}
		if !named {
			if from, end = namedBefore(s, from, k); end == 0 {
				continue
			}
		}
		name := scene.Clean(s.Words(from, end))
		if words.EventBody[s.Lower[k]] {
			name = sessionName(s, from, end, k)
		}
		return &record.Occasion{Name: name, Evidence: s.Span(from, end)}
	}
	return nil
}

// afterClause is the first token after a clause of time that opens the sentence, "When asked about the summit, ...":
// an event that it names need not be that of the words.
func afterClause(s *scene.Scene, lo, hi int) int {
	if !words.ClauseOfSame[s.At(lo)] {
		return lo
	}
	for k := lo; k < hi; k++ {
		if s.Lower[k] == "," {
			return k
		}
	}
	return lo
}

// heldAt reports whether the words before token from tell that one speaks at the event whose head is token k.
func heldAt(s *scene.Scene, from, k int) bool {
	at := from - 1
	for at > 0 && (words.Determiner[s.Lower[at]] || words.PossessivePerson[s.Lower[at]]) {
		at--
	}
	if at > 0 && s.Doc.Tokens[at-1].Tag == "VBN" {
		return false // "as decided at the summit"
	}
	if at > 1 && words.Office[s.At(at-1)] && words.IndefiniteArticle[s.At(at-2)] {
		return false // "a researcher at the Oslo Forum"
	}
	switch lead := s.At(at); {
	case words.HeldLead[lead]:
		return true
	case lead == "on":
		return words.EventJourney[s.Lower[k]]
	case lead == "of":
		return words.EventMoment[s.At(at-1)]
	case words.SittingLead[lead] && words.EventBody[s.Lower[k]]:
		return true // "before the Security Council"
	case words.EventAhead[lead]:
		return comeFor(s, at) || justAfter(s, at, from, k)
	}
	meets := words.EventTalks[s.Lower[k]] && s.At(k+1) != "of" // "told | a joint meeting of Congress"
	return words.EventHearing[s.At(at)] && !meets && !words.ParliamentLead[s.At(k-1)] &&
		!words.EventHearing[s.At(k-1)] // "told the National Assembly", "told Congress"
}

// comeFor reports whether a place stands before the preposition at token k, to which one has come for an event: "who is
// in Lima | for the summit".
func comeFor(s *scene.Scene, k int) bool {
	at := k - 1
	for at > 0 && s.Capital(at) && !s.InTime(at) {
		at--
	}
	return at < k-1 && words.EventPlace[s.At(at)]
}

// justAfter reports whether the preposition at token at opens the sentence and tells that one speaks as soon as the
// event from token from on, whose head is token k, is over: "After a meeting of the Fisheries Council, Moss said".
func justAfter(s *scene.Scene, at, from, k int) bool {
	first, _ := s.SentenceBounds(at)
	opens := at == max(first, s.AfterDateline(first))
	meets := words.EventSummit[s.Lower[k]] || words.EventTalks[s.Lower[k]] && s.At(k+1) == "of"
	return opens && meets && words.AfterEvent[s.At(at)] && !atOtherTime(s, from, k)
}

// namedBefore returns the tokens of the event that was named last by the noun at token k, which names none of its own,
// "the summit", or by a noun for which it may stand, "that gathering". 0, 0 for a noun that may be of any other event.
func namedBefore(s *scene.Scene, from, k int) (lo, hi int) {
	w := s.Lower[k]
	if from != k || !words.EventPointing[s.At(from-1)] || words.EventTalks[w] || words.EventVisit[w] ||
		words.EventWeek[w] {
		return 0, 0
	}
	for j := k - 1; j >= 0; j-- {
		if s.Lower[j] != w && (!words.EventAny[w] || !words.EventOfBody[s.Lower[j]]) {
			continue
		}
		if lo, hi, named := At(s, j); named {
			return lo, hi
		}
	}
	return 0, 0
}

// properEvent reports whether the event is called by a proper name whose head, token k, is written with a capital: "the
// Northern Leaders' Meeting".
func properEvent(s *scene.Scene, from, k int) bool {
	return k > from && s.Capital(k) && s.Capital(from)
}
