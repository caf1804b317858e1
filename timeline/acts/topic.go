package acts

import (
	"strings"

	"demarche/timeline/scene"
)

// events are nouns for what has a day of its own, beside that of the words about it.
var events = scene.Words(`visit visits trip tour summit meeting meetings talks negotiations conference election elections vote attack attacks accident war
	agreement agreements accord treaty declaration`)

// topicNouns take with "of" what is spoken about: "the results of the visit", "a discussion of the summit".
var topicNouns = scene.Words(`result results outcome outcomes discussion discussions implementation importance significance success consequences
	memory analysis assessment review background impact effect effects`)

// topicVerbs take it as their object: "discussed the visit in May".
var topicVerbs = scene.Words(`discuss discussed discussing discusses implement implementing recalled recalling recall recalls assessed assessing reviewed reviewing
	praised praising remembered analysed analyzed`)

// ofTopic reports whether the expression of time at token lo dates an event that is only spoken about: "a discussion of the King's visit to
// Russia in March". Where the words fell during the event ("at the summit in May", "on his visit in May") its day is theirs.
func ofTopic(s *scene.Scene, lo int) bool {
	first, _ := s.SentenceBounds(lo)
	event := -1
	for k := lo - 1; k >= first && k >= lo-10 && event < 0; k-- {
		if w := s.Lower[k]; w == "," || w == ";" || s.FiniteVerb(k) {
			return false
		}
		if events[s.Lower[k]] {
			event = k
		}
	}
	for k := event - 1; k >= first && k >= event-12 && event >= 0; k-- {
		w := s.Lower[k]
		switch {
		case topicVerbs[w], w == "of" && topicNouns[s.At(k-1)]:
			return true
		case w == "of", w == "'s", w == "'", scene.Determiners[w], s.Capital(k), s.NounTag(k), strings.HasPrefix(s.Doc.Tokens[k].Tag, "VBG"):
		default:
			return false
		}
	}
	return false
}
