package happening

import "demarche/timeline/scene"

// Off reports whether the text tells that somebody called off the event whose noun is token k, "cancelled a | visit
// to Oslo", or broke off a journey or is back from it: "cut short his | tour of Peru", "home from a four-day | visit".
// At a summit that was cut short words were said.
func Off(s *scene.Scene, k int) bool {
	first, _ := s.SentenceBounds(k)
	at := k - 1
	for at > first && (s.NounTag(at) || s.Doc.Tokens[at].Tag == "VBN") && !offLead(s, at, k) {
		at--
	}
	return at >= first && (offLead(s, at, k) || at > first && offLead(s, at-1, k))
}

// offLead reports whether the words from token at on lead to an event, with its noun at token k, that is off.
func offLead(s *scene.Scene, at, k int) bool {
	return s.HasPhrase(at, words.CallingOff) || words.EventStay[s.Lower[k]] && s.HasPhrase(at, words.BackFrom)
}
