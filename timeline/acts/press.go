package acts

import (
	"demarche/timeline/discourse"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// pressAt reads "at a press conference", "told reporters", "briefing", "informed the media", "answered questions from journalists". Of
// titles only those that tell of an act count: "News conference of X" stands over what was said there turn by turn.
func pressAt(r *Reader, s *scene.Scene, lo, i, hi int) *discourse.Act {
	f := &discourse.Act{Channel: record.PressConference, Noun: s.Lower[i]}
	f.Held = s.VerbBefore(max(lo, i-6), i, "held", "hosted", "holding", "gave") >= 0
	if s.IsTitle && !pressTold(s, i) && !pressAsked(s, lo, i) {
		return nil
	}
	switch w := s.Lower[i]; w {
	case "reporters", "journalists", "newsmen", "correspondents":
		if b := s.At(i - 1); b != "to" && b != "with" && b != "by" && s.At(i-2) != "told" && !pressTold(s, i) && !pressAsked(s, lo, i) {
			return nil
		}
	case "media", "press":
		if !pressTold(s, i) && !pressAsked(s, lo, i) {
			return nil
		}
	case "briefing":
		if s.VerbBefore(max(lo, i-6), i, "at", "in", "during", "held", "holding", "told") < 0 {
			return nil
		}
	}
	f.From = r.issuerOf(s, i, i)
	return f
}

// informing are verbs of telling something to those who publish it.
var informing = scene.Words("told telling tells informed informs informing briefed briefs")

// pressTold reports whether the press named at token i is spoken to: "told reporters", "informed the media", "spoke to journalists".
func pressTold(s *scene.Scene, i int) bool {
	switch s.At(i + 1) {
	case "conference", "release", "service", "secretary", "outlet", "outlets":
		return false
	}
	k := i - 1
	for k > 0 && (s.Lower[k] == "the" || s.StateAt(k) || s.Lower[k] == "local" || s.Lower[k] == "foreign") {
		k--
	}
	if s.At(k) != "to" {
		return informing[s.At(k)]
	}
	switch s.At(k - 1) {
	case "spoke", "speaks", "speaking", "talked", "talking":
		return true
	}
	return false
}

// pressAsked reports whether the press named at token i is answered: "took questions from reporters", "answering journalists'
// questions".
func pressAsked(s *scene.Scene, lo, i int) bool {
	if s.VerbBefore(max(lo, i-7), i, "answered", "answers", "answering", "took", "takes", "taking", "fielded") < 0 {
		return false
	}
	return s.VerbBefore(max(lo, i-5), min(i+4, len(s.Lower)), "question", "questions") >= 0
}
