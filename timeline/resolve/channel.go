package resolve

import (
	"strings"

	"demarche/quotes"
	"demarche/timeline/actors"
	"demarche/timeline/acts"
	"demarche/timeline/choice"
	"demarche/timeline/discourse"
	"demarche/timeline/naming"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// channelFinder finds the way in which words were given, and the carrier through which the article has them.
type channelFinder struct{ *reading }

// find tells the way in which the words were given: what the quote's own words say, else the act, else the kind of
// the speaker.
func (r *channelFinder) find(c *scene.Quote, speakers []*naming.Entity, act *discourse.Act) record.Channel {
	s := r.Body
	if c.Spans.By == quotes.ByJoint {
		return record.JointStatement
	}
	if c.Nominal {
		return nounChannel(s.Lower[c.CueHi-1])
	}
	if (c.Spans.By == quotes.ByTurn || transcribed(s, c)) && r.Asked != record.UnknownChannel {
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
func (r *channelFinder) medium(c *scene.Quote, speakers []*naming.Entity) *actors.Actor {
	return r.Carriers.In(c.Lo, c.Hi, c.Reported, speakers)
}

// toldTo is the channel that follows from those who hear the words: a carrier of news in an interview, the press at its
// conference, a parliament or rally in a speech. Unknown where the words beside the cue tell of none of them.
func (r *channelFinder) toldTo(c *scene.Quote) record.Channel {
	s := r.Body
	lo, hi := besideCue(s, c)
	if !c.CueHas(s, words.TellsVerb) {
		for lo < hi && (s.InTime(lo) || words.DayLead[s.Lower[lo]] && s.InTime(lo+1)) {
			lo++
		}
		if r.onAir(lo, hi) || r.onAir(lo-1, hi) {
			return record.Interview
		}
		if !words.HearingPreposition[s.At(lo)] {
			return r.spokenTo(c)
		}
		lo++
	}
	if s.At(lo) == "us" && !c.Nested {
		return record.Interview
	}
	return r.hearers(lo, hearersEnd(s, lo, max(lo, hi)))
}

// hearersEnd is the end of the phrase at token lo that names who hears the words. "The weekly Lakeside Mirror" tells no
// time.
func hearersEnd(s *scene.Scene, lo, hi int) int {
	end := s.SkipDeterminer(lo, hi)
	for end < hi && (words.CarrierNoun[s.Lower[end]] || words.PressPerson[s.Lower[end]]) {
		end++
	}
	return max(end, s.PhraseEnd(end, hi))
}

// onAir reports whether token k is the preposition before the name of a carrier on which somebody speaks: "said on
// Radio Vila".
func (r *channelFinder) onAir(k, hi int) bool {
	s := r.Body
	if s.At(k) != "on" && s.At(k) != "in" {
		return false
	}
	for k++; k < hi && (s.Capital(k) || s.Lower[k] == "the"); k++ {
		if r.Carriers.HeardAt(s, k) && !words.PostPlatform[s.Lower[k]] {
			return true
		}
	}
	return false
}

// spokenTo is the channel that follows from those to whom the speaker is said to speak beside his cue: "X, speaking to
// this newspaper, said".
func (r *channelFinder) spokenTo(c *scene.Quote) record.Channel {
	s := r.Body
	for k := c.Lo; k+1 < c.Hi && !c.Nested; k++ {
		if !words.SpeakingForm[s.Lower[k]] || s.Lower[k+1] != "to" || scene.Covers(c.Spans.Content, s.Doc.Tokens[k].Span) {
			continue
		}
		return r.hearers(k+2, s.PhraseEnd(k+2, c.Hi))
	}
	return record.UnknownChannel
}

// besideCue returns the tokens after the verb of the cue, and after a source that follows it, up to the words
// themselves.
func besideCue(s *scene.Scene, c *scene.Quote) (lo, hi int) {
	lo = c.CueHi
	for k := c.CueLo; k < c.CueHi; k++ {
		if words.TellsVerb[s.Lower[k]] {
			lo = k + 1 // the cue may hold the hearers: "told reporters"
			break
		}
	}
	if lo >= c.SourceLo && lo < c.SourceHi {
		lo = c.SourceHi
	}
	hi = min(c.Hi, lo+12)
	if c.ContentLo >= lo {
		hi = min(hi, c.ContentLo)
	}
	return lo, hi
}

// hearers is the channel by which one speaks to those whom the phrase at tokens lo to end-1 names.
func (r *channelFinder) hearers(lo, end int) record.Channel {
	s := r.Body
	if r.Carriers.Heard(s, lo, end) {
		return record.Interview
	}
	for k := lo; k < end; k++ {
		switch w := s.Lower[k]; {
		case words.PressAudience[w], words.ConferenceNoun[w] && words.PressWord[s.At(k-1)],
			words.PressCamera[w] && k+1 >= end:
			return record.PressConference
		case words.SpeechAudience[w] && (k+1 >= end || words.AudienceEnd[s.At(k+1)]):
			return record.Speech
		}
	}
	return record.UnknownChannel
}

// beforePress reports whether the sentence of the quote tells, outside of all words reported, that its speaker answers
// the press or stands before it beside the other side of talks.
func (r *channelFinder) beforePress(c *scene.Quote, act *discourse.Act) bool {
	if c.CueHi <= c.CueLo || c.Nested || act != nil && act.Channel == record.Interview || r.goesOnInterview(c) {
		return false
	}
	s := r.Body
	if first := s.AfterDateline(c.Lo); s.At(first) == "asked" && first < min(c.SourceLo, c.CueLo) {
		return true
	}
	for k := c.Lo; k < c.Hi; k++ {
		if r.reportedAt(c, k) {
			continue
		}
		if s.HasPhrase(k, words.OnQuestion) || besidePartner(s, k) {
			return true
		}
	}
	return false
}

// goesOnInterview reports whether the words before, at most two sentences away, were said in an interview.
func (r *channelFinder) goesOnInterview(c *scene.Quote) bool {
	return r.last != nil && r.last.Channel == record.Interview && c.Sentence-r.last.sentence <= 2
}

// reportedAt reports whether token k stands in the words of the quote or in those of another.
func (r *reading) reportedAt(c *scene.Quote, k int) bool {
	return c.Reports(r.Body.Doc.Tokens[k].Span)
}

// besidePartner reports whether token k tells that somebody stands beside the other side of talks: "speaking alongside
// his guest", "flanked by".
func besidePartner(s *scene.Scene, k int) bool {
	if !words.StandingVerb[s.Lower[k]] {
		return false
	}
	switch next := s.At(k + 1); {
	case words.BesidePartner[next], next == "next" && s.At(k+2) == "to", next == "between":
		return true
	case next == "by":
		return s.Lower[k] == "flanked"
	}
	return false
}

// onPlatform reports whether the sentence of the quote, outside of all words reported, names a platform on which the
// speaker wrote: "said on X", "wrote on his Telegram channel", "in a Telegram post". Of what he writes the sentence
// before may name it: "X answered on Facebook. “...”, he wrote."
func (r *channelFinder) onPlatform(c *scene.Quote) bool {
	s := r.Body
	for k := c.Lo; k < c.Hi; k++ {
		if platformAt(s, k) && !r.reportedAt(c, k) && r.ofCue(c, k) {
			return true
		}
	}
	if !c.CueHas(s, words.WritingForm) || r.last == nil || c.Sentence == 0 || c.Nested {
		return false
	}
	before := &s.Doc.Sentences[c.Sentence-1]
	for k := before.First; k < before.Last; k++ {
		if platformAt(s, k) {
			return true
		}
	}
	return false
}

// ofCue reports whether token k stands in the clause of the cue: no other verb stands between them. One that opens the
// sentence may be that of a clause of its own: "X went on Facebook to warn".
func (r *reading) ofCue(c *scene.Quote, k int) bool {
	s := r.Body
	lo, hi := c.CueHi, k
	if k < c.CueLo {
		lo, hi = k, c.CueLo
	}
	if c.CueHi <= c.CueLo {
		return false
	}
	for i := lo; i < hi; i++ {
		if s.FiniteVerb(i) && !r.reportedAt(c, i) {
			return false
		}
	}
	return true
}

// platformAt reports whether token k names a platform as the place of words: "on X", "a Telegram post".
func platformAt(s *scene.Scene, k int) bool {
	if !words.PostPlatform[s.At(k)] || !s.Capital(k) {
		return false
	}
	return words.PlatformLead[s.At(k-1)] || words.PostNoun[s.At(k+1)]
}
