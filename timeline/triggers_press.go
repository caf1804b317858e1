package timeline

import "demarche/timeline/record"

// pressAt reads "at a press conference", "told reporters", "briefing", "informed the media", "answered questions from journalists". Of
// titles only those that tell of an act count: "News conference of X" stands over what was said there turn by turn.
func (r *actReader) pressAt(s *scene, lo, i, hi int) *frame {
	f := &frame{kind: record.PressConference, noun: s.low[i]}
	f.held = s.verbBefore(max(lo, i-6), i, "held", "hosted", "holding", "gave") >= 0
	if s.title && !s.pressTold(i) && !s.pressAsked(lo, i) {
		return nil
	}
	switch w := s.low[i]; w {
	case "reporters", "journalists", "newsmen", "correspondents":
		if b := s.at(i - 1); b != "to" && b != "with" && b != "by" && s.at(i-2) != "told" && !s.pressTold(i) && !s.pressAsked(lo, i) {
			return nil
		}
	case "media", "press":
		if !s.pressTold(i) && !s.pressAsked(lo, i) {
			return nil
		}
	case "briefing":
		if s.verbBefore(max(lo, i-6), i, "at", "in", "during", "held", "holding", "told") < 0 {
			return nil
		}
	}
	f.from = r.issuerOf(s, i, i)
	return f
}

// informing are verbs of telling something to those who publish it.
var informing = set("told telling tells informed informs informing briefed briefs")

// pressTold reports whether the press named at token i is spoken to: "told reporters", "informed the media", "spoke to journalists".
func (s *scene) pressTold(i int) bool {
	switch s.at(i + 1) {
	case "conference", "release", "service", "secretary", "outlet", "outlets":
		return false
	}
	k := i - 1
	for k > 0 && (s.low[k] == "the" || s.demonymAt(k) || s.low[k] == "local" || s.low[k] == "foreign") {
		k--
	}
	if s.at(k) != "to" {
		return informing[s.at(k)]
	}
	switch s.at(k - 1) {
	case "spoke", "speaks", "speaking", "talked", "talking":
		return true
	}
	return false
}

// pressAsked reports whether the press named at token i is answered: "took questions from reporters", "answering journalists'
// questions".
func (s *scene) pressAsked(lo, i int) bool {
	if s.verbBefore(max(lo, i-7), i, "answered", "answers", "answering", "took", "takes", "taking", "fielded") < 0 {
		return false
	}
	return s.verbBefore(max(lo, i-5), min(i+4, len(s.low)), "question", "questions") >= 0
}
