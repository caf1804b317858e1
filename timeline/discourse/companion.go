package discourse

import (
	"slices"
	"strings"

	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/naming"
	"demarche/timeline/scene"
)

// Companion resolves "his guest", "her Dutch colleague", "the visitor" to the one of another state who is told of
// beside the last speaker, in one of the two sentences of the paragraph before. nil where the text names nobody there,
// or more, and for every other phrase.
func (r *Story) Companion(lo, hi int) *naming.Entity {
	state, ok := companionOf(r.Body, lo, hi)
	if !ok || r.Body.Lower[lo] != "the" && !words.PossessivePerson[r.Body.Lower[lo]] {
		return nil
	}
	pos := r.Body.Doc.Tokens[lo].Start
	voices := r.lastVoices(pos, 1)
	if len(voices) == 0 {
		return nil
	}
	n := r.Body.SentenceAt(pos)
	first := max(n-backToMeeting, r.Body.Doc.Paragraphs[r.Body.ParagraphAt(pos)].First)
	for n--; n >= first; n-- {
		var beside []*naming.Entity
		for _, e := range r.Persons {
			other := e != voices[0] && e.State != voices[0].State && (state == "" || e.State == state)
			if other && r.namedIn(e, r.Body.Doc.Sentences[n].Span) {
				beside = append(beside, e)
			}
		}
		if len(beside) == 1 {
			return beside[0]
		}
		if len(beside) > 1 {
			return nil
		}
	}
	return nil
}

// namedIn reports whether the text names the person within the span, outside of the words of others.
func (r *Story) namedIn(e *naming.Entity, in text.Span) bool {
	return slices.ContainsFunc(e.Places, func(at int) bool {
		return in.Start <= at && at < in.End && !scene.Covers(r.Contents, naming.TextAt(at))
	})
}

// backToMeeting is how many sentences before "his guest" the two are named together, at most.
const backToMeeting = 2

// companionOf reads a phrase of two or three words for one who is with another: "his guest", "her Dutch colleague",
// "the visitor". It returns the state that the phrase names, "" for none; ok is false for every other phrase.
func companionOf(s *scene.Scene, lo, hi int) (state string, ok bool) {
	if hi-lo < 2 || hi-lo > 3 || !words.Companion[s.Lower[hi-1]] {
		return "", false
	}
	if hi-lo == 2 {
		return "", true
	}
	m := s.MentionAt(lo + 1)
	if m == nil || m.Actor.Kind != actors.State {
		return "", false
	}
	return m.Actor.State, true
}

// companion resolves "his guest", "her Dutch colleague", "the host" to the one who spoke beside the last speaker; with
// the name of a state, to one of that state. nil for every other phrase.
func (r *definites) companion(lo, hi int) *naming.Entity {
	state, ok := companionOf(r.Body, lo, hi)
	if !ok {
		return nil
	}
	list := r.lastVoices(r.Body.Doc.Tokens[lo].Start, 2)
	if len(list) < 2 || state != "" && list[1].State != state {
		return nil
	}
	return list[1]
}

// counterpart resolves "his Iranian counterpart", said of a minister whom the sentence names before, to the minister
// of the same kind of that state on the day; nil for every other phrase. A president's may be its prime minister, so
// he has none here.
func (r *definites) counterpart(lo, hi int) *naming.Entity {
	s := r.Body
	noun := s.Lower[hi-1]
	loose := words.CounterpartNoun[noun] && words.LooseCounterpart[noun]
	if hi-lo != 3 || !loose || !words.PossessivePerson[s.Lower[lo]] {
		return nil
	}
	first, _ := s.SentenceBounds(lo)
	m, class := s.MentionAt(lo+1), ""
	for _, p := range s.MentionsIn(first, lo) {
		if e := r.ByID[p.Actor.ID]; p.Actor.Kind == actors.Person && e != nil {
			class = e.Held
		}
	}
	minister := strings.HasSuffix(class, " minister")
	if m == nil || m.Actor.Kind != actors.State || !minister || words.LeadingOffice[class] {
		return nil
	}
	return r.Incumbent(m.Actor.State, class)
}
