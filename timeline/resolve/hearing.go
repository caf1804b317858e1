package resolve

import (
	"demarche/timeline/discourse"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// toldTo is the channel that follows from those who hear the words: a carrier of news in an interview, the press at its
// conference, a parliament or rally in a speech. Unknown where the words beside the cue tell of none of them.
func (r *channelFinder) toldTo(c *scene.Quote) record.Channel {
	s := r.Body
	lo, hi := besideCue(c)
	if !c.CueHas(s, words.TellsVerb) {
		for lo < hi && (s.InTime(lo) || words.DayLead[s.Lower[lo]] && s.InTime(lo+1)) {
			lo++
		}
		if s.At(lo) == "on" && r.Carriers.HeardAt(s, lo+1) && !words.PostPlatform[s.At(lo+1)] {
			return record.Interview
		}
		if !words.HearingPreposition[s.At(lo)] {
			return record.UnknownChannel
		}
		lo++
	}
	end := s.PhraseEnd(lo, max(lo, hi))
	if end <= lo && s.At(lo) == "us" && !c.Nested {
		return record.Interview
	}
	return r.hearers(lo, end)
}

// besideCue returns the tokens behind the cue, and behind a source that follows it, up to the words themselves.
func besideCue(c *scene.Quote) (lo, hi int) {
	lo = c.CueHi
	if lo >= c.SourceLo && lo < c.SourceHi {
		lo = c.SourceHi
	}
	hi = min(c.Hi, lo+12)
	if c.ContentLo >= c.CueHi {
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
	if first := s.AfterDateline(c.Lo); s.Lower[first] == "asked" && first < min(c.SourceLo, c.CueLo) {
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
	at := r.Body.Doc.Tokens[k].Span
	return scene.Covers(c.Reported, at) || scene.Covers(c.Spans.Content, at)
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
