package resolve

import (
	"demarche/timeline/acts"
	"demarche/timeline/discourse"
	"demarche/timeline/naming"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// heard is the channel that follows from those who hear the words beside the cue, or on air; unknown for none.
func (r *channelFinder) heard(c *scene.Quote) record.Channel {
	if ch := r.toldTo(c); ch != record.UnknownChannel {
		return ch
	}
	if r.remarksTo(c) || r.spokeOnAir(c) || r.interviewed(c) || r.soughtOut(c) {
		return record.Interview
	}
	return record.UnknownChannel
}

// toldTo is the channel that follows from those who hear the words: a carrier of news in an interview, the press at its
// conference, a parliament or rally in a speech. Unknown where the words beside the cue tell of none of them.
func (r *channelFinder) toldTo(c *scene.Quote) record.Channel {
	s := r.Body
	lo, hi := besideCue(s, c)
	if told := c.CueHas(s, words.TellsVerb); !told || s.At(lo) == "on" {
		lo = afterTime(s, lo, hi)
		if r.onAir(lo, hi) || r.onAir(lo-1, hi) {
			return record.Interview
		}
		if !words.HearingPreposition[s.At(lo)] {
			return r.spokenTo(c)
		}
		lo++
	}
	if (s.At(lo) == "us" || s.At(lo) == "me") && !c.Nested {
		return record.Interview
	}
	for lo < hi-1 && (s.InTime(lo) || s.Lower[lo] == "'s") {
		lo++ // "told Monday evening's | reception"
	}
	ch := r.hearers(lo, hearersEnd(s, lo, max(lo, hi)))
	if ch == record.Meeting && c.CueHas(s, words.UrgingVerb) {
		return record.UnknownChannel // "asked ministers" is asked by anybody
	}
	if ch == record.UnknownChannel && r.toldName(c, lo, max(lo, hi)) {
		return record.Interview
	}
	return ch
}

// afterTime is the first token from lo that tells no time: "said | later on Monday | on Radio Vila".
func afterTime(s *scene.Scene, lo, hi int) int {
	for lo < hi && (s.InTime(lo) || words.DayLead[s.Lower[lo]] && s.InTime(lo+1) || words.AfterOffset[s.Lower[lo]]) {
		lo++
	}
	return lo
}

// toldName reports whether the words were told to one whose name stands at token lo, and who is rather a carrier of
// news than a person, see [reading.newToText].
func (r *channelFinder) toldName(c *scene.Quote, lo, hi int) bool {
	return !c.Nested && c.CueHas(r.Body, words.Informing) && r.nameOfCarrier(lo, hi)
}

// nameOfCarrier reports whether the phrase at token lo is a name, and rather that of a carrier of news.
func (r *channelFinder) nameOfCarrier(lo, hi int) bool {
	s := r.Body
	if !s.Capital(lo) || s.InTime(lo) {
		return false
	}
	end := s.PhraseEnd(lo, hi)
	if end <= lo {
		return false
	}
	list := acts.SpokenTo(r.Referents(lo, end, nil))
	return len(list) == 0 && s.MentionAt(lo) == nil && r.plainOnce(lo, end) || r.newToText(list, lo, end)
}

// remarksTo reports whether the words are remarks made to a carrier of news: "said in remarks to Lakeside Online".
func (r *channelFinder) remarksTo(c *scene.Quote) bool {
	s := r.Body
	for k := c.Lo + 1; k+2 < c.Hi && !c.Nested; k++ {
		if words.Remark[s.Lower[k]] && s.At(k+1) == "to" && (s.At(k-1) == "in" || s.At(k-2) == "in") &&
			!r.reportedAt(c, k) {
			return r.hearers(k+2, hearersEnd(s, k+2, c.Hi)) == record.Interview || r.nameOfCarrier(k+2, c.Hi)
		}
	}
	return false
}

// hearersEnd is the end of the phrase at token lo that names who hears the words. "The weekly Lakeside Mirror" tells no
// time.
func hearersEnd(s *scene.Scene, lo, hi int) int {
	end := s.SkipDeterminer(lo, hi)
	for k := end; k < hi && k < end+4 && s.Capital(k); k++ {
		if words.CarrierNoun[s.At(k+1)] && !s.Capital(k+1) {
			end = k + 1 // "the Chilean daily | El Faro"
		}
	}
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
	named, on := false, s.At(k) == "on"
	for k++; k < hi && (s.Capital(k) || s.Lower[k] == "the" || s.Lower[k] == "'s" || named && numeral(s, k)); k++ {
		if r.Carriers.HeardAt(s, k) && !words.PostPlatform[s.Lower[k]] {
			return true
		}
		named = named || s.Capital(k) && !words.PostPlatform[s.Lower[k]]
	}
	return r.carrierKind(k, hi, named, on)
}

// carrierKind reports whether the noun of a carrier at token k, after its name or before it, tells of one on which
// somebody speaks: "on Skai | television", "on | the radio station Vila", "on | radio".
func (r *channelFinder) carrierKind(k, hi int, named, on bool) bool {
	s := r.Body
	if on {
		k = afterModifiers(s, k, hi)
	}
	n := k
	for n < hi && words.CarrierNoun[s.Lower[n]] && !s.Capital(n) {
		n++
	}
	if on && n == k+1 && !named && words.AirAlone[s.Lower[k]] {
		return true // "said on radio"
	}
	return n > k && (named || on && n < hi && s.Capital(n)) // "on Skai television", "on the radio station Vila"
}

// numeral reports whether token k is a number, as in the name of a station.
func numeral(s *scene.Scene, k int) bool { return s.Doc.Tokens[k].Tag == "CD" }

// afterModifiers is the first token from k that does not tell the kind of a carrier: "on | state news | channel N1".
func afterModifiers(s *scene.Scene, k, hi int) int {
	for k < hi && words.CarrierModifier[s.Lower[k]] && !s.Capital(k) {
		k++
	}
	return k
}

// spokenTo is the channel that follows from those to whom the speaker is said to speak beside his cue: "X, speaking to
// this newspaper, said".
func (r *channelFinder) spokenTo(c *scene.Quote) record.Channel {
	s := r.Body
	for k := c.Lo; k+1 < c.Hi && !c.Nested; k++ {
		if words.AddressingMany[s.Lower[k]] && !r.reportedAt(c, k) {
			return r.addressed(k+1, s.PhraseEnd(k+1, c.Hi))
		}
		speaking := words.SpeakingForm[s.Lower[k]] && s.Lower[k+1] == "to" ||
			words.TalkStem[s.Lower[k]] && s.Lower[k+1] == "with"
		if !speaking || scene.Covers(c.Spans.Content, s.Doc.Tokens[k].Span) {
			continue
		}
		return r.hearers(k+2, s.PhraseEnd(k+2, c.Hi))
	}
	return record.UnknownChannel
}

// addressed is the channel by which one addresses those whom the phrase at tokens lo to end-1 names: the press and
// assemblies as such, and any other people in a speech.
func (r *channelFinder) addressed(lo, end int) record.Channel {
	ch := r.hearers(lo, end)
	if ch == record.UnknownChannel && end > lo && words.People[r.Body.Lower[end-1]] {
		return record.Speech
	}
	return ch
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
	if c.ContentLo > lo || c.ContentLo == lo && !c.CueHas(s, words.Informing) {
		hi = min(hi, c.ContentLo) // "told | Radio Vila he knew": without "that", the words may be read from the hearers on
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
		case words.PressAudience[w], ofPress(s, k), words.PressCamera[w] && k+1 >= end:
			return record.PressConference
		case s.HasPhrase(k-1, words.PublicMeeting):
			return record.Speech
		case words.SpeechAudience[w] && !words.HouseColor[s.At(k-1)] && (k+1 >= end || words.AudienceEnd[s.At(k+1)]):
			return record.Speech
		case words.MeetingAudience[w] && (k+1 >= end || words.AudienceEnd[s.At(k+1)]):
			return record.Meeting
		}
	}
	return record.UnknownChannel
}

// spokeOnAir reports whether the sentence of the quote tells, beside its cue, that its speaker was on air: "Asked on
// Radio Vila whether he knew, Lind said", "Lind, speaking on the radio station Vila, said".
func (r *channelFinder) spokeOnAir(c *scene.Quote) bool {
	s := r.Body
	first := s.AfterDateline(c.Lo)
	for k := first; k < c.Hi && c.CueHi > c.CueLo && !c.Nested; k++ {
		if k == first && k < min(c.SourceLo, c.CueLo) && r.onAir(k, c.Hi) {
			return true // "On Radio Vila on Friday, Lind said"
		}
		asked := k == first && s.Lower[k] == "asked" && k < min(c.SourceLo, c.CueLo)
		if (asked || words.SpeakingForm[s.Lower[k]]) && s.At(k+1) == "on" && !r.reportedAt(c, k) && r.onAir(k+1, c.Hi) {
			return true
		}
	}
	return false
}

// interviewed reports whether a participle before the cue tells that a carrier of news had its speaker before it, by
// whatever name it goes: "Lind, interviewed on Radio Vila, said".
func (r *channelFinder) interviewed(c *scene.Quote) bool {
	s := r.Body
	first := s.AfterDateline(c.Lo)
	for k := first; k < c.CueLo && !c.Nested; k++ {
		if words.Interviewed[s.Lower[k]] && (k == first || s.At(k-1) == ",") && words.Preposition[s.At(k+1)] &&
			!r.reportedAt(c, k) {
			return true
		}
	}
	return false
}

// byPhone reports whether the quote's own clause tells that its speaker told somebody something on the telephone.
func (r *channelFinder) byPhone(c *scene.Quote) bool {
	s := r.Body
	for k := c.CueHi; k < c.Hi && c.CueHas(s, words.TellsVerb); k++ {
		if telephoned(s, k) && !r.reportedAt(c, k) && r.ofCue(c, k) {
			return true
		}
	}
	return false
}

// toPressByPhone reports whether the quote's own clause tells that its speaker was on the telephone, and nothing tells
// with whom: he spoke to the press, "said by telephone", "speaking by phone from Oslo". The words of a call of which
// the article told are those of the call.
func (r *channelFinder) toPressByPhone(c *scene.Quote, act *discourse.Act) bool {
	if c.Nested || act != nil && act.Channel == record.Call && len(act.From) > 0 && len(act.To) > 0 {
		return false
	}
	s := r.Body
	if lo, hi := besideCue(s, c); c.CueHas(s, words.TellsVerb) && s.PhraseEnd(lo, max(lo, hi)) > lo {
		return false // "told him by phone"
	}
	for k := c.Lo; k < c.Hi; k++ {
		if telephoned(s, k) && !words.TalkStem[s.At(k+1)] && !r.reportedAt(c, k) && r.ofCue(c, k) {
			return true
		}
	}
	return false
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
	return s.At(k-1) == "by" || s.At(k-1) == "the" && (s.At(k-2) == "over" || s.At(k-2) == "on")
}

// soughtOut reports whether the sentence of the quote tells that a carrier of news sought its speaker out: "asked for
// comment", "reached by telephone in Oslo".
func (r *channelFinder) soughtOut(c *scene.Quote) bool {
	for k := c.Lo; k < c.Hi && !c.Nested; k++ {
		if r.Body.HasPhrase(k, words.AskedToSpeak) && !r.reportedAt(c, k) {
			return true
		}
	}
	return false
}

// sceneBefore is the channel that the sentence before the quote tells where it sets the scene: nobody speaks in it, and
// it tells that the speaker of the quote stood before the press or spoke to many. "Lind was answering questions in
// Oslo. She said". Unknown for any other.
func (r *channelFinder) sceneBefore(c *scene.Quote, speakers []*naming.Entity) record.Channel {
	s := r.Body
	n := min(s.SentenceAt(c.Spans.Content[0].Start), c.Sentence) - 1
	if n < 0 || c.Nested || r.last != nil && r.last.sentence >= n {
		return record.UnknownChannel
	}
	sn := &s.Doc.Sentences[n]
	if scene.Overlapping(r.Contents, sn.Span) != nil || !named(s, sn.First, sn.Last, speakers) {
		return record.UnknownChannel
	}
	for k := sn.First; k < sn.Last; k++ {
		switch {
		case s.HasPhrase(k, words.OnQuestion), besidePartner(s, k), briefingAt(s, k):
			return record.PressConference
		case s.HasPhrase(k, words.SpeakingPlace), publicEventAt(s, k):
			return record.Speech
		case s.HasPhrase(k, words.AskedToSpeak):
			return record.Interview
		}
	}
	return record.UnknownChannel
}

// inChamber reports whether the quote's own clause tells that its speaker spoke in a parliament or before many: "said
// in parliament", "appealed in the Senate", "asked on the floor of the house", "vowed at the funeral".
func (r *channelFinder) inChamber(c *scene.Quote) bool {
	s := r.Body
	for k := c.Lo; k < c.Hi && c.CueHi > c.CueLo && !c.Nested; k++ {
		place := (chamberAt(s, c, k) || publicEventAt(s, k)) && opensAdverbial(s, c, k)
		if (place || s.HasPhrase(k, words.SpeakingPlace)) && !r.reportedAt(c, k) && r.ofCue(c, k) {
			return true
		}
	}
	return r.toNation(c)
}

// toNation reports whether the quote's own clause tells that its speaker was on air before the whole nation.
func (r *channelFinder) toNation(c *scene.Quote) bool {
	for k := c.Lo; k < c.Hi && !c.Nested; k++ {
		if r.Body.HasPhrase(k, words.BroadcastToNation) && !r.reportedAt(c, k) && r.ofCue(c, k) {
			return true
		}
	}
	return false
}

// chamberAt reports whether token k is the preposition before a parliament: "in the Senate", "on the floor | of the
// house".
func chamberAt(s *scene.Scene, c *scene.Quote, k int) bool {
	if s.Lower[k] != "in" && (s.Lower[k] != "of" || !words.ChamberFloor[s.At(k-1)]) {
		return false
	}
	end := s.PhraseEnd(k+1, min(c.Hi, k+8))
	for i := k + 1; i < end; i++ {
		if s.Lower[i] == "," {
			end = i // "in the Senate, | Sen. Lind"
		}
	}
	return end > k+1 && words.Chamber[s.Lower[end-1]] && !words.HouseColor[s.At(end-2)]
}

// publicEventAt reports whether token k is the preposition before an event at which one speaks to many: "during | the
// debate", "at | Friday prayers".
func publicEventAt(s *scene.Scene, k int) bool {
	for i := k + 1; i < k+6 && words.HeldAt[s.Lower[k]] && s.Lower[k] != "in"; i++ {
		if words.SpeechEvent[s.At(i)] {
			return i+1 >= len(s.Lower) || !s.NounTag(i+1) || s.Capital(i+1)
		}
		if s.At(i) == "," || s.At(i) == "of" || i < len(s.Lower) && s.FiniteVerb(i) {
			return false
		}
	}
	return false
}

// opensAdverbial reports whether the phrase at token k tells where its sentence took place rather than who somebody is:
// it opens the sentence, or follows its verb, its subject or a day.
func opensAdverbial(s *scene.Scene, c *scene.Quote, k int) bool {
	switch {
	case k >= c.SourceLo && k < c.SourceHi:
		return false
	case k == s.AfterDateline(c.Lo), k == c.SourceHi, k == c.CueHi, words.ChamberFloor[s.At(k-1)]:
		return true
	}
	return k > 0 && (s.FiniteVerb(k-1) || s.InTime(k-1))
}
