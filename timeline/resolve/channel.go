package resolve

import (
	"strings"

	"demarche/quotes"
	"demarche/timeline/actors"
	"demarche/timeline/acts"
	"demarche/timeline/choice"
	"demarche/timeline/discourse"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// channelFinder finds the way in which words were given, and the carrier through which the article has them.
type channelFinder struct{ *reading }

// find tells the way in which the words were given: what the quote's own words say, else the act, else the kind of
// the speaker.
func (r *channelFinder) find(c *scene.Quote, speakers []*discourse.Entity, act *discourse.Act) record.Channel {
	s := r.Body
	if c.Spans.By == quotes.ByJoint {
		return record.JointStatement
	}
	if c.Nominal {
		return nounChannel(s.Lower[c.CueHi-1])
	}
	if (c.Spans.By == quotes.ByTurn || transcribed(s, c)) && r.Interviewed() {
		return choice.PageChannel(r.Reader)
	}
	if ch := r.toldTo(c); ch != record.UnknownChannel {
		return ch
	}
	if r.onPlatform(c) {
		return record.Post
	}
	if r.beforePress(c, act) {
		return record.PressConference
	}
	if act != nil {
		return channelOfAct(c, act)
	}
	if c.Document != "" {
		if ch := nounChannel(c.Document); ch != record.UnknownChannel {
			return ch
		}
	}
	if c.CueHas(s, words.PostedVerb) {
		return record.Post
	}
	if acts.OnlyMedium(speakers) {
		return record.ArticleText
	}
	if len(c.Spans.Cue) == 0 && c.Spans.Form == quotes.Unmarked || transcribed(r.Body, c) {
		return choice.PageChannel(r.Reader)
	}
	return channelBeside(s, c)
}

// channelOfAct is the act's own channel; a statement that is cited at a gathering stays one.
func channelOfAct(c *scene.Quote, act *discourse.Act) record.Channel {
	if act.Channel == record.Speech && c.Document != "" && nounChannel(c.Document) == record.StatementText &&
		act.Noun != c.Document {
		return record.StatementText
	}
	return act.Channel
}

// channelBeside is what the words around the content tell: "in a statement", "by telephone", "at the talks".
func channelBeside(s *scene.Scene, c *scene.Quote) record.Channel {
	for k := c.Lo; k < c.Hi; k++ {
		if documentBeside(s, c, k) {
			if ch := nounChannel(s.Lower[k]); ch != record.UnknownChannel {
				return ch
			}
		}
		switch {
		case telephoned(s, k) && !scene.Covers(c.Reported, s.Doc.Tokens[k].Span):
			return record.Call
		case s.HasWords(k, "at", "talks"), s.Lower[k] == "talks" && s.At(k-2) == "at", s.HasWords(k, "talks", "said"):
			return record.Meeting
		}
	}
	return record.UnknownChannel
}

// documentBeside reports a document at token k, outside of what is reported, in which the words stand: "in the long
// letter".
func documentBeside(s *scene.Scene, c *scene.Quote, k int) bool {
	if !words.Document[s.Lower[k]] || scene.Covers(c.Reported, s.Doc.Tokens[k].Span) {
		return false
	}
	return s.At(k-1) == "in" || s.At(k-2) == "in" || s.At(k-3) == "in" && !s.FiniteVerb(k-1)
}

// telephoned reports whether "in a telephone conversation" and the like stands at token k, whoever was at the other
// end.
func telephoned(s *scene.Scene, k int) bool {
	if !words.Telephone[s.Lower[k]] {
		return false
	}
	if words.TalkStem[s.At(k+1)] {
		return s.At(k-1) == "a" && (s.At(k-2) == "in" || s.At(k-2) == "during")
	}
	return s.At(k-1) == "by"
}

// transcribed reports whether the source is the label of a turn: "President of Russia Vladimir Putin:".
func transcribed(s *scene.Scene, c *scene.Quote) bool {
	return len(c.Spans.Cue) == 0 && c.SourceHi > c.SourceLo && s.At(c.SourceHi) == ":"
}

// nounChannel is the channel of a text by its noun.
func nounChannel(noun string) record.Channel {
	if noun == "address" {
		return record.Speech
	}
	switch {
	case words.StatementStem[strings.TrimSuffix(noun, "s")]:
		return record.StatementText
	case words.MessageStem[strings.TrimSuffix(noun, "s")]:
		return record.Message
	case strings.TrimSuffix(noun, "s") == "letter":
		return record.Letter
	case words.ArticleStem[strings.TrimSuffix(noun, "s")]:
		return record.ArticleText
	case words.SpeechStem[strings.TrimSuffix(noun, "s")]:
		return record.Speech
	case words.DecisionNoun[strings.TrimSuffix(noun, "s")]:
		return record.Document
	case words.AnswerNoun[strings.TrimSuffix(noun, "s")]:
		return record.Interview
	case words.PostNoun[strings.TrimSuffix(noun, "s")]:
		return record.Post
	}
	return record.UnknownChannel
}

// medium finds the carrier through which the article has the words: a medium cited in the quote's own sentence
// outside of the words, never the speaker and never the article's own outlet. nil for none.
func (r *channelFinder) medium(c *scene.Quote, speakers []*discourse.Entity) *actors.Actor {
	return r.Carriers.In(c.Lo, c.Hi, c.Reported, speakers)
}
