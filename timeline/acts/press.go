package acts

import (
	"demarche/timeline/discourse"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// pressAt reads "at a press conference", "told reporters", "briefing", "informed the media", "answered questions from
// journalists". Of titles only those that tell of an act count: "News conference of X" stands over what was said
// there turn by turn.
func pressAt(r *Reader, s *scene.Scene, lo, i, hi int) *discourse.Act {
	f := &discourse.Act{Channel: record.PressConference, Noun: s.Lower[i]}
	f.Held = s.Clauses.VerbBefore(max(lo, i-6), i, words.ConferenceHolding) >= 0
	if s.IsTitle && !pressTold(s, i) && !pressAsked(s, lo, i) {
		return nil
	}
	switch w := s.Lower[i]; {
	case words.Reporter[w]:
		if b := s.At(i - 1); !words.PressPreposition[b] && s.At(i-2) != "told" && !pressTold(s, i) &&
			!pressAsked(s, lo, i) {
			return nil
		}
	case words.PressMedia[w]:
		if !pressTold(s, i) && !pressAsked(s, lo, i) {
			return nil
		}
	case w == "briefing":
		if s.Clauses.VerbBefore(max(lo, i-6), i, words.PressLead) < 0 {
			return nil
		}
	}
	f.From = r.issuers.issuerOf(s, i, i)
	return f
}

// pressTold reports whether the press named at token i is spoken to: "told reporters", "informed the media", "spoke
// to journalists".
func pressTold(s *scene.Scene, i int) bool {
	if words.PressHead[s.At(i+1)] {
		return false
	}
	k := i - 1
	for k > 0 && (words.PressModifier[s.Lower[k]] || s.StateAt(k)) {
		k--
	}
	if s.At(k) != "to" {
		return words.Informing[s.At(k)]
	}
	if words.SpeakingVerb[s.At(k-1)] {
		return true
	}
	return false
}

// pressAsked reports whether the press named at token i is answered: "took questions from reporters", "answering
// journalists' questions".
func pressAsked(s *scene.Scene, lo, i int) bool {
	if s.Clauses.VerbBefore(max(lo, i-7), i, words.AnsweringVerb) < 0 {
		return false
	}
	return s.Clauses.VerbBefore(max(lo, i-5), min(i+4, len(s.Lower)), words.QuestionNoun) >= 0
}
