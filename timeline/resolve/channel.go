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
func (r *channelFinder) find(c *scene.Quote, speakers, to []*naming.Entity, act *discourse.Act) record.Channel {
	ch := r.told(c, speakers, to, act)
	if ch == record.StatementText && c.SourceHi > c.SourceLo && words.JointOffice[r.Body.Lower[c.SourceHi-1]] {
		return record.JointStatement // "the ministers said in a statement"
	}
	return ch
}

// told is the channel of the words as if one alone had issued them.
func (r *channelFinder) told(c *scene.Quote, speakers, to []*naming.Entity, act *discourse.Act) record.Channel {
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
	if ch := r.heard(c); ch != record.UnknownChannel {
		return ch
	}
	if ch := r.relativeChannel(c); ch != record.UnknownChannel {
		return ch
	}
	if r.inAccord(c) || r.ruling(c) {
		return record.Document
	}
	if r.onPlatform(c) {
		return record.Post
	}
	if r.beforePress(c, speakers, act) {
		return record.PressConference
	}
	if r.inChamber(c) {
		return record.Speech
	}
	if len(to) == 0 && r.toPressByPhone(c, act) {
		return record.Interview
	}
	if r.diplomaticNote(c) {
		return record.Letter
	}
	return r.ofAct(c, speakers, act)
}

// ofAct is the channel of words whose own clause tells none: that of their act or text, else what stands around them.
func (r *channelFinder) ofAct(c *scene.Quote, speakers []*naming.Entity, act *discourse.Act) record.Channel {
	s := r.Body
	if act != nil && act.Channel == record.Meeting && r.byPhone(c) {
		return record.Call
	}
	if act != nil && !gotten(act, speakers) {
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
	if laidBare(r.Body, c) {
		return choice.PageChannel(r.Reader)
	}
	if ch := r.channelBeside(c); ch != record.UnknownChannel {
		return ch
	}
	return r.sceneBefore(c, speakers)
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
func (r *channelFinder) channelBeside(c *scene.Quote) record.Channel {
	s := r.Body
	for k := c.Lo; k < c.Hi; k++ {
		if c.Nested && !r.ofCue(c, k) || k < c.CueLo && relativeIn(s, k, c.CueLo) && !fronted(s, c, k) {
			continue // "in the same post he said that he had asked", "a post on X, to which N replied"
		}
		if acts.TextFor(s, k) && !scene.Covers(c.Reported, s.Doc.Tokens[k].Span) && r.ofCue(c, k) {
			return record.StatementText
		}
		if documentBeside(s, c, k) {
			if ch := textChannel(s, k); ch != record.UnknownChannel {
				return ch
			}
		}
		switch {
		case telephoned(s, k) && !scene.Covers(c.Reported, s.Doc.Tokens[k].Span) && !hoursApart(s, c, k):
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
	if s.At(k-1) == "in" || s.At(k-2) == "in" || s.At(k-3) == "in" && !s.FiniteVerb(k-1) {
		return true
	}
	i := beforeModifiers(s, k)
	return s.At(i) == "in" && words.PossessivePerson[s.At(i+1)] // "in his nightly video address"
}

// fronted reports whether token k is the noun of a text with which the sentence opens, and which a relative clause
// tells apart before the source: "In the letter by which they ended it, the ministers said".
func fronted(s *scene.Scene, c *scene.Quote, k int) bool {
	first := s.AfterDateline(c.Lo)
	return s.At(first) == "in" && k-first <= 3 && words.WhoForm[s.At(k+2)] && words.Preposition[s.At(k+1)] &&
		s.At(c.SourceLo-1) == "," && c.SourceHi <= c.CueLo
}

// beforeModifiers is the token before the nouns, adjectives and adverbs that stand before token k, at most five of
// them.
func beforeModifiers(s *scene.Scene, k int) int {
	i := k - 1
	for i > max(k-6, 0) {
		tag := s.Doc.Tokens[i].Tag
		if !s.NounTag(i) && tag != "JJ" && tag != "RB" && !words.BriefingRhythm[s.Lower[i]] {
			break
		}
		i--
	}
	return i
}

// hoursApart reports whether token k stands in a clause after the cue that tells of something else: "told Y that ...,
// hours | before Z spoke by phone".
func hoursApart(s *scene.Scene, c *scene.Quote, k int) bool {
	verb := false
	for i := k - 1; i > c.CueHi; i-- {
		if verb = verb || s.FiniteVerb(i); verb && words.FromEvent[s.Lower[i]] {
			return true
		}
	}
	return false
}

// laidBare reports words that nothing but the layout gives to somebody.
func laidBare(s *scene.Scene, c *scene.Quote) bool {
	return len(c.Spans.Cue) == 0 && c.Spans.Form == quotes.Unmarked || transcribed(s, c)
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

// beforePress reports whether the sentence of the quote tells, outside of all words reported, that its speaker answers
// the press or stands before it beside the other side of talks.
func (r *channelFinder) beforePress(c *scene.Quote, speakers []*naming.Entity, act *discourse.Act) bool {
	if c.CueHi <= c.CueLo || c.Nested || act != nil && act.Channel == record.Interview || r.goesOnInterview(c, speakers) {
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
		if s.HasPhrase(k, words.OnQuestion) || besidePartner(s, k) || askedBefore(s, c, k) ||
			briefingAt(s, k) && r.ofCue(c, k) {
			return true
		}
	}
	return false
}

// diplomaticNote reports whether the quote stands in a note of a government to another, as the text before it tells: "a
// diplomatic note", "a note to the ambassador".
func (r *channelFinder) diplomaticNote(c *scene.Quote) bool {
	s := r.Body
	note := words.NoteNoun[c.Document]
	for k := c.Lo; k < c.Hi && !note; k++ {
		note = words.NoteNoun[s.Lower[k]] && documentBeside(s, c, k) && r.ofCue(c, k)
	}
	for k := c.Anchor; k >= 0 && note; k-- {
		if s.HasPhrase(k, words.DiplomaticNote) {
			return true
		}
		for i := k + 2; i < k+7 && s.HasPhrase(k, words.NoteTo); i++ {
			if words.NoteRecipient[s.At(i)] {
				return true
			}
		}
	}
	return false
}

// askedBefore reports whether token k is a participle that tells, before the cue, what the press asked: "asked the same
// day by reporters", "the spokesman, asked in Oslo about the plan, said".
func askedBefore(s *scene.Scene, c *scene.Quote, k int) bool {
	if s.Lower[k] != "asked" || k >= c.CueLo {
		return false
	}
	spokesman := false
	for i := c.SourceLo; i < c.SourceHi && s.At(k-1) == ","; i++ {
		spokesman = spokesman || words.Spokesperson[s.Lower[i]]
	}
	for i := k + 1; i < min(k+8, c.CueLo); i++ {
		w := s.Lower[i]
		if words.PressAudience[w] && s.At(beforeModifiers(s, i)) == "by" || spokesman && words.AskedTopic[w] {
			return true
		}
	}
	return false
}

// briefingAt reports whether token k is the noun of a conference of the press at which somebody speaks: "at his weekly
// news conference", "during the daily briefing".
func briefingAt(s *scene.Scene, k int) bool {
	if !ofPress(s, k) && !(words.ConferenceNoun[s.Lower[k]] && words.BriefingRhythm[s.At(k-1)]) {
		return false
	}
	i := beforeModifiers(s, k)
	if words.Determiner[s.At(i)] || words.PossessivePerson[s.At(i)] {
		i--
	}
	return words.HeldAt[s.At(i)]
}

// ofPress reports whether the noun at token k is that of a conference of the press: "press conference",
// "press meeting".
func ofPress(s *scene.Scene, k int) bool {
	return words.ConferenceNoun[s.Lower[k]] && words.PressWord[s.At(k-1)] || s.HasPhrase(k-1, words.PressMeeting)
}

// goesOnInterview reports whether the words before, at most two sentences away, were said in an interview, and not by
// somebody else.
func (r *channelFinder) goesOnInterview(c *scene.Quote, speakers []*naming.Entity) bool {
	if r.last == nil || r.last.Channel != record.Interview || c.Sentence-r.last.sentence > 2 {
		return false
	}
	return len(speakers) == 0 || len(r.last.speakers) == 0 || naming.OneVoice(speakers, r.last.speakers)
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
		if s.HasPhrase(k, words.BroadcastToNation) && !r.reportedAt(c, k) {
			return false // "in a broadcast to the nation on his Facebook page"
		}
		if platformAt(s, k) && !r.reportedAt(c, k) && r.ofCue(c, k) {
			return true
		}
	}
	if !c.CueHas(s, words.WritingForm) || r.last == nil || c.Nested {
		return false
	}
	n := s.SentenceAt(c.Spans.Content[0].Start)
	if n = min(n, c.Sentence) - 1; n < 0 {
		return false
	}
	before := &s.Doc.Sentences[n]
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
	if c.CueHi <= c.CueLo || k < c.CueLo && relativeIn(s, k, c.CueLo) {
		return false // "a post on X, to which N replied"
	}
	for i := lo; i < hi; i++ {
		if s.FiniteVerb(i) && !r.reportedAt(c, i) && !words.PostedForm[s.Lower[i]] && !r.sharedCue(c, i) {
			return false
		}
	}
	return true
}

// sharedCue reports whether token i is in the cue of other words that have the source of the quote: "said on X that ...
// and complained that ...".
func (r *reading) sharedCue(c *scene.Quote, i int) bool {
	for _, q := range r.Quotes {
		if q != c && i >= q.CueLo && i < q.CueHi && q.SourceLo == c.SourceLo && q.SourceHi > q.SourceLo {
			return true
		}
	}
	return false
}

// platformAt reports whether token k names a platform as the place of words: "on X", "a Telegram post".
func platformAt(s *scene.Scene, k int) bool {
	if s.HasPhrase(k, words.SamePlatform) {
		return true
	}
	if !words.PostPlatform[s.At(k)] || !s.Capital(k) {
		return false
	}
	return words.PlatformLead[s.At(k-1)] || words.PostNoun[s.At(k+1)]
}
