package scene

import (
	"demarche/quotes/text"
	"demarche/timeline/actors"
)

// OpeningPlace is the place that the sentence of token i names first of all, before the token: "In Taipei, the
// presidential office denied it", "In Tbilisi on Friday the Interior Ministry". nil where the sentence opens otherwise.
func OpeningPlace(s *Scene, i int) *Mention {
	first, _ := s.SentenceBounds(i)
	k := s.AfterDateline(first)
	for k < i && (words.DayAdverb[s.Lower[k]] || s.Lower[k] == ",") {
		k++
	}
	if k+1 >= i || s.Lower[k] != "in" {
		return nil
	}
	m := s.MentionAt(capitalNamed(s, k+1, i))
	if m == nil || m.Actor.Kind != actors.State || m.Kind == actors.ByDemonym {
		return nil
	}
	_, end := s.Range(m.Span)
	w := s.At(end)
	edge := end == i || w == "," || w == "on" || w == "the"
	if edge || words.DayAdverb[w] || s.InTime(end) || s.TimeAt(end) != nil {
		return m
	}
	return nil
}

// capitalNamed returns the token of a place from token k on, after "the capital" where the text calls it so.
func capitalNamed(s *Scene, k, end int) int {
	if at := s.SkipDeterminer(k, end); s.At(at) == "capital" {
		if k = at + 1; s.At(k) == "," {
			k++
		}
	}
	return s.SkipDeterminer(k, end)
}

// Topic is the state of which the paragraph of token i spoke last as the subject of a sentence before its own,
// "Beijing's tone has hardened. | The ministry", or as the place of which it told: "In Oslo the mood is grim. | The
// ministry". It returns the byte where the text names it; "" for none, and for two states at once.
func Topic(s *Scene, i int) (state string, pos int) {
	if s.IsTitle || i >= len(s.Doc.Tokens) {
		return "", 0
	}
	at := s.Doc.Tokens[i].Start
	p := &s.Doc.Paragraphs[s.ParagraphAt(at)]
	for n := s.SentenceAt(at) - 1; n >= p.First; n-- {
		if m := toldOf(s, &s.Doc.Sentences[n]); m != nil {
			return m.Actor.State, m.Start
		}
	}
	return "", 0
}

// toldOf is the state of which a sentence tells: its subject, also after an adjunct, or the place with which it opens.
// nil for none.
func toldOf(s *Scene, n *text.Sentence) *Mention {
	if m := subjectState(s, n.First); m != nil {
		return m
	}
	if m := OpeningPlace(s, n.Last-1); m != nil {
		return m
	}
	for k := n.First; k+2 < min(n.Last, n.First+longestAdjunct); k++ {
		if s.Lower[k] == "," {
			if m := subjectState(s, k+1); m != nil {
				if _, end := s.Range(m.Span); s.FiniteVerb(end) {
					return m
				}
			}
			return nil
		}
	}
	return nil
}

// longestAdjunct is how many tokens an adjunct before the subject of a sentence has at most.
const longestAdjunct = 12

// subjectState is the state, or somebody of a state, with whose name the sentence opens whose first token is given. nil
// for none, and for the first of two.
func subjectState(s *Scene, first int) *Mention {
	m := s.MentionAt(s.SkipDeterminer(s.AfterDateline(first), len(s.Lower)))
	if m == nil || len(m.Actor.State) != 3 || m.Actor.Kind == actors.Medium {
		return nil
	}
	if _, end := s.Range(m.Span); s.At(end) == "and" || s.At(end) == "," && s.StateAt(end+1) {
		return nil
	}
	return m
}

// PossessingState is the state of which "its" at token i speaks: the subject of the sentence, else of the last one
// before in the paragraph. "" for none.
func PossessingState(s *Scene, i int) string {
	first, _ := s.SentenceBounds(i)
	if m := subjectState(s, first); m != nil && m.Start < s.Doc.Tokens[i].Start {
		return m.Actor.State
	}
	state, _ := Topic(s, i)
	return state
}
