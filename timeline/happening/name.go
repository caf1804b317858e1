package happening

import "demarche/timeline/scene"

// At returns the tokens of the name of an event whose head is token k: "the 78th UN General Assembly", "Summit of
// the Americas", "his visit to Lima". ok is false where token k heads none.
func At(s *scene.Scene, k int) (lo, hi int, ok bool) {
	w := s.Lower[k]
	if !Noun(w) || !s.NounTag(k) && !s.Capital(k) {
		return 0, 0, false
	}
	if words.PressWord[s.At(k-1)] || s.Capital(k) && s.Capital(k+1) && Noun(s.At(k+1)) {
		return 0, 0, false
	}
	first, last := s.SentenceBounds(k)
	lo = eventStart(s, k, s.AfterDateline(first))
	hi = eventEnd(s, lo, k, last)
	if words.EventBody[w] && !words.EventMeets[s.At(k+1)] && !heardBy(s, lo) {
		return 0, 0, false
	}
	if words.EventVisit[w] && (hi == k+1 || s.At(k+1) != "to") {
		return 0, 0, false
	}
	return lo, hi, capitalIn(s, lo, hi)
}

// heardBy reports whether the words before the name of a body, which begins at token lo, tell that one speaks to it:
// "told the council", "before the council".
func heardBy(s *scene.Scene, lo int) bool {
	lead := Lead(s, lo)
	return words.EventHearing[lead] || words.SittingLead[lead]
}

// Noun reports a noun for an event at which something is said.
func Noun(w string) bool { return words.EventHead[w] || words.EventOther[w] }

// eventStart is the first token of the name of the event whose head is token k.
func eventStart(s *scene.Scene, k, first int) int {
	lo := k
	for lo > first && eventPart(s, lo-1) {
		lo--
	}
	for lo < k && words.NoNameStart[s.Lower[lo]] {
		lo++
	}
	return afterDay(s, lo, k)
}

// afterDay returns the token after a day with a possessive that begins at token lo, "Thursday's | summit": it is no
// part of a name. lo where there is none before token k.
func afterDay(s *scene.Scene, lo, k int) int {
	at := lo
	for at < k && s.InTime(at) {
		at++
	}
	if at > lo && at < k && s.Doc.Tokens[at].Tag == "POS" {
		return at + 1
	}
	return lo
}

// eventEnd is the token after the name of the event whose head is token k, which begins at token lo: past "of the
// Americas", and past the place of one that has no other name, "peace talks in Geneva".
func eventEnd(s *scene.Scene, lo, k, last int) int {
	if !words.EventTail[s.At(k+1)] && (!words.EventPlace[s.At(k+1)] || capitalIn(s, lo, k+1)) {
		return k + 1
	}
	from := s.SkipDeterminer(k+2, last)
	end := from
	for end < last && s.Capital(end) && !s.InTime(end) {
		end++
	}
	if end > from {
		return end
	}
	return k + 1
}

// capitalIn reports whether one of the tokens lo to hi-1 is written with a capital, the first of a sentence left out.
func capitalIn(s *scene.Scene, lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if first, _ := s.SentenceBounds(i); s.Capital(i) && i > first {
			return true
		}
	}
	return false
}

// eventPart reports whether token k may stand in the name of an event before its head.
func eventPart(s *scene.Scene, k int) bool {
	w := s.Lower[k]
	switch {
	case s.InTime(k) && !s.Capital(k):
		return false
	case w == "'s" || w == "’" || w == "'":
		return s.Capital(k - 1)
	case w == "(", w == ")", w == "of", w == "-", w == "–":
		return joinsEventName(s, k)
	}
	if words.Determiner[w] || s.FiniteVerb(k) || w == "," || w == "." || opensWith(s, k) {
		return false
	}
	return s.Capital(k) || s.NounTag(k) && !(s.Doc.Tokens[k].Tag == "JJ" && afterPlural(s, k))
}

// afterPlural reports whether the word before token k is a plural noun in lower case. What the tagger
// takes for an adjective after one is its verb: "Sharp words | open US-China talks".
func afterPlural(s *scene.Scene, k int) bool {
	return k > 0 && s.Doc.Tokens[k-1].Tag == "NNS" && !s.Capital(k-1)
}

// joinsEventName reports a mark or "of" in the name of an event: "Group of 20 summit", "Arctic Forum (AF) meeting".
func joinsEventName(s *scene.Scene, k int) bool {
	w := s.Lower[k]
	if w == "(" || w == ")" {
		return s.Capital(k-1) && (s.At(k+2) == ")" || s.At(k-2) == "(")
	}
	number := w == "of" && s.Doc.Tokens[min(k+1, len(s.Lower)-1)].Tag == "CD"
	return s.Capital(k-1) && (s.Capital(k+1) || number || Noun(s.At(k+1)))
}

// Lead is the preposition before token lo, past a determiner.
func Lead(s *scene.Scene, lo int) string {
	k := lo - 1
	for k >= 0 && (words.Determiner[s.Lower[k]] || s.Lower[k] == "'s" || s.Capital(k)) && lo-k < 5 && !opensWith(s, k) {
		k--
	}
	return s.At(k)
}

// opensWith reports whether token k is a preposition that opens its sentence: "At | the Oslo Forum".
func opensWith(s *scene.Scene, k int) bool {
	first, _ := s.SentenceBounds(k)
	return k == max(first, s.AfterDateline(first)) && s.Doc.Tokens[k].Tag == "IN"
}
