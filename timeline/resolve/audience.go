package resolve

import (
	"strings"

	"demarche/quotes"
	"demarche/timeline/actors"
	"demarche/timeline/discourse"
	"demarche/timeline/naming"
	"demarche/timeline/scene"
)

// toAudience reports whether the tokens name an audience or a carrier of news rather than a party.
func toAudience(s *scene.Scene, lo, hi int) bool {
	end := audienceNoun(s, lo, hi)
	if hi-lo >= 2 && hi-lo <= 3 && words.ObjectPronoun[s.Lower[lo]] && companionAt(s, hi-1) {
		return false // "his host", "her Danish hosts"
	}
	if end > lo && (words.Audience[s.Lower[end-1]] && !worldCouncil(s, end-1) || words.CarrierNoun[s.At(hi)]) {
		return true
	}
	for k := lo; k < end; k++ {
		w := s.Lower[k]
		if words.PressPerson[w] || words.CarrierNoun[w] || s.Capital(k) && words.CarrierTail[w] {
			return true // "the host Jane Doe", "this paper", "Radio Vila"
		}
	}
	for _, m := range s.MentionsIn(lo, hi) {
		if a, _ := s.Range(m.Span); m.Actor.Kind == actors.Medium && a <= lo+1 {
			return true
		}
	}
	return false
}

// companionAt reports a noun for the others of a visit or meeting at token k.
func companionAt(s *scene.Scene, k int) bool {
	return words.Companion[strings.TrimSuffix(s.Lower[k], "s")]
}

// audienceNoun returns the token after the noun with which the phrase at tokens lo to hi-1 names an audience.
func audienceNoun(s *scene.Scene, lo, hi int) int {
	end := lo
	for end < hi && !words.AudienceEnd[s.Lower[end]] && s.Lower[end] != "," && !(end > lo && adjunctAt(s, end)) {
		end++
	}
	return end
}

// adjunctAt reports a preposition or time after a noun: "the Oslo Conference | on Saturday", "members | from Oslo".
func adjunctAt(s *scene.Scene, k int) bool { return s.Doc.Tokens[k].Tag == "IN" || s.InTime(k) }

// worldCouncil reports the council of an organisation of states at token k, which one addresses as one does a party:
// "told the Security Council", but not "told the city council".
func worldCouncil(s *scene.Scene, k int) bool {
	if s.At(k-1) == "security" && s.Capital(k) && words.Council[s.Lower[k]] {
		return true
	}
	m := s.MentionAt(k)
	return m != nil && m.Actor.Kind == actors.Organisation && len(m.Actor.State) != 3 && words.Council[s.Lower[k]]
}

// posted reports words that the sentence, outside of what is reported, tells to have been written for all: "wrote on
// X", "in a post on Facebook".
func posted(s *scene.Scene, c *scene.Quote) bool {
	for k := c.Lo; k < c.Hi; k++ {
		told := scene.Covers(c.Reported, s.Doc.Tokens[k].Span) || k >= c.ContentLo && k < c.EndHi
		named := words.PostPlatform[s.Lower[k]] && s.Capital(k) && words.PlatformLead[s.At(k-1)]
		if named && (!told || words.PostNoun[s.At(k-2)]) {
			return true
		}
	}
	return c.CueHas(s, words.PostedVerb)
}

// toldAudience reports whether the words were told to an audience: "told lawmakers", "told a rally in Oslo".
func toldAudience(s *scene.Scene, c *scene.Quote) bool {
	if c.CueHi <= c.CueLo || !c.CueHas(s, words.TellsVerb) {
		return false
	}
	lo := c.CueHi
	if lo >= c.SourceLo && lo < c.SourceHi {
		lo = c.SourceHi
	}
	end := s.PhraseEnd(lo, min(c.Hi, lo+12))
	return end > lo && toAudience(s, lo, end)
}

// toOutlet reports whether the words are said to the outlet itself: "told this newspaper".
func (r *reading) toOutlet(c *scene.Quote) bool {
	s := r.Body
	for k := c.Lo; k < c.Hi; k++ {
		if r.reportedAt(c, k) {
			continue
		}
		if s.HasPhrase(k, words.OwnReporter) || r.Carriers.OutletAt(k) {
			return true
		}
	}
	return false
}

// council is the body that "the Council", "its members" and "the members of the Council" stand for, tokens lo to hi-1,
// in a text that has named one of an organisation of states. nil for every other phrase.
func (r *phrases) council(lo, hi int, act *discourse.Act) []*naming.Entity {
	s := r.Body
	lo = s.SkipDeterminer(lo, hi)
	if hi-lo == 0 || hi-lo > 4 || hi-lo > 1 && s.Lower[lo] != "members" {
		return nil
	}
	if last := s.Lower[hi-1]; (last != "members" || hi-lo > 1) && (!words.Council[last] || !s.Capital(hi-1)) {
		return nil
	}
	for k := lo - 1; k > 0; k-- {
		if words.Council[s.Lower[k]] && worldCouncil(s, k) {
			from := k
			for from > 0 && s.Capital(from-1) {
				from--
			}
			return r.Referents(from, k+1, act)
		}
	}
	return nil
}

// crowd are people of one kind who are called upon to do something: "voters", "his supporters", "soldiers". nil for
// every other phrase, for the press, and for "all parties" or "everybody", who are left untold.
func (r *phrases) crowd(lo, hi int, act *discourse.Act) []*naming.Entity {
	s := r.Body
	if s.Lower[lo] == "the" {
		lo++
	} else if !words.GroupDeterminer[s.Lower[lo]] {
		lo = s.SkipDeterminer(lo, hi)
	}
	if hi-lo < 1 || hi-lo > 3 || words.GroupDeterminer[s.Lower[lo]] || !peopleOfKind(s, hi-1) {
		return nil
	}
	list := r.Referents(lo, hi, act)
	switch {
	case len(list) != 1 || !list[0].Plural || list[0].Person():
		return nil
	case s.At(lo-1) == "the":
		return list
	}
	return r.many(lo, hi, "")
}

// told are people of one kind to whom somebody speaks among themselves: "told | foreign ambassadors in Oslo", "told | a
// group of visiting members". nil for every other phrase, and for those to whom one makes a speech.
func (r *phrases) told(lo, hi int, act *discourse.Act) []*naming.Entity {
	s := r.Body
	k := s.SkipDeterminer(lo, hi)
	apart := words.GroupNoun[s.At(k)] && s.At(k+1) == "of" && k+2 < hi
	if apart {
		lo = k + 2
	}
	head := lo
	for head+1 < hi && !words.CrowdEnd[s.Lower[head+1]] && s.Lower[head+1] != "," {
		head++
	}
	if speechTo(s, head) && !apart {
		return nil
	}
	list := r.crowd(lo, head+1, act)
	if next := s.At(head + 1); len(list) > 0 && head+2 < hi && (next == "of" || next == "for") {
		return r.many(s.SkipDeterminer(lo, hi), hi, "")
	}
	return list
}

// speechTo reports a noun for those to whom one makes a speech, or who tell the news.
func speechTo(s *scene.Scene, k int) bool {
	w := s.Lower[k]
	one := strings.TrimSuffix(w, "s")
	return words.SpeechAudience[w] || words.Audience[w] || words.Crowd[w] || words.CarrierNoun[one] || words.Audience[one]
}

// many are the people for whom the phrase stands, which names no one of them.
func (r *phrases) many(lo, hi int, state string) []*naming.Entity {
	e := &naming.Entity{Plural: true}
	e.Kind, e.State = actors.Organisation, state
	e.Name = scene.UpperFirst(scene.Clean(r.Body.Words(lo, hi)))
	e.ID = actors.UnlistedID(e.Name, e.State)
	return []*naming.Entity{r.Keep(e)}
}

// standsFor reports whether "them", or "him" or "her", may stand for the list: for several or a crowd, or for one.
func standsFor(list []*naming.Entity, w string) bool {
	if w == "them" || w == "their" {
		return len(list) > 1 || len(list) == 1 && list[0].Plural
	}
	return len(list) == 1 && calledBy(list[0], w)
}

// calledBy reports whether the pronoun may stand for the entity: for one person, whose gender is not the other one.
func calledBy(e *naming.Entity, pronoun string) bool {
	gender := "m"
	if pronoun == "her" {
		gender = "f"
	}
	return e.Person() && !e.Plural && (e.Gender() == "" || e.Gender() == gender)
}

// peopleOfKind reports the plural of a noun for people, other than journalists and "guests".
func peopleOfKind(s *scene.Scene, k int) bool {
	w := s.Lower[k]
	one, many := strings.CutSuffix(w, "s")
	several := many && scene.Many(w) || strings.HasSuffix(w, "men") || strings.HasSuffix(w, "people")
	return several && !s.Capital(k) && !words.PressAudience[w] && !words.PressPeople[w] && !words.Companion[one]
}

// justObject is the person whom the verb before names as its object, where the cue goes on from that verb: "received
// Karl Moss and | told him". nil for none.
func (r *phrases) justObject(c *scene.Quote, speakers []*naming.Entity) []*naming.Entity {
	s := r.Body
	hi := c.CueLo - 1
	for hi > c.Lo && s.Doc.Tokens[hi].Tag == "RB" {
		hi--
	}
	if hi <= c.Lo || s.Lower[hi] != "and" {
		return nil
	}
	if !s.Capital(hi - 1) {
		return r.objectBefore(c, hi, speakers)
	}
	lo := hi
	for lo > c.Lo && lo > hi-longestObject && (s.Capital(lo-1) || s.NounTag(lo-1) || words.Determiner[s.Lower[lo-1]]) {
		lo--
	}
	verb := lo - 1
	if s.At(verb) == "with" {
		verb--
	}
	if verb < c.Lo || s.Doc.Tokens[verb].Tag != "VBD" || lo == hi {
		return nil
	}
	list := r.Names.Read(s, lo, hi)
	if len(list) != 1 || !list[0].Person() || naming.Includes(speakers, list[0]) {
		return nil
	}
	return list
}

// longestObject is the number of words of the longest object that "him" takes up.
const longestObject = 9

// newToText reports a name that stands here alone for the first and only time, without an office, a form of address or
// an apposition: in "told Harbour Lights that" it is more often a carrier of news than a person.
func (r *reading) newToText(list []*naming.Entity, lo, end int) bool {
	if len(list) != 1 || !actors.Unlisted(list[0].ID) || list[0].State != "" || list[0].Office != "" {
		return false
	}
	return r.plainOnce(lo, end)
}

// toldNews reports a name that is rather that of a carrier of news, after a cue that one uses of such.
func (r *reading) toldNews(c *scene.Quote, list []*naming.Entity, lo, end int) bool {
	return !c.CueHas(r.Body, words.PartyVerb) && r.newToText(list, lo, end)
}

// plainOnce reports a name of at most two words without a form of address, an office or an apposition, which the text
// gives once.
func (r *reading) plainOnce(lo, end int) bool {
	s := r.Body
	name := s.Words(lo, end)
	plain := s.Capital(lo) && !fullName(s, lo, end) && s.Names.SkipForms(lo, end) == lo &&
		!s.Offices.HasHead(lo, end) && !s.HasBody(lo, end)
	return plain && s.At(end) != "," && strings.Count(s.Text, lastWord(name)) == 1
}

// fullName reports three or more capitalised words, none of which belongs to the name of a carrier of news.
func fullName(s *scene.Scene, lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if w := s.Lower[k]; !s.Capital(k) || words.CarrierTail[w] || words.CarrierNoun[w] {
			return false
		}
	}
	return hi-lo >= 3
}

// lastWord is what stands after the last space.
func lastWord(name string) string { return name[strings.LastIndex(name, " ")+1:] }

// ownAudience reports a noun for an audience after "his" or "her", from token k on: "told his weekly | briefing".
func ownAudience(s *scene.Scene, k, hi int) bool {
	for i := k; i < min(hi, k+4); i++ {
		switch {
		case words.Audience[s.Lower[i]]:
			return true
		case words.AudienceEnd[s.Lower[i]] || s.Lower[i] == ",":
			return false
		}
	}
	return false
}

// unmetCompanion reports "his guest" or "her colleague" of whom the text tells no name.
func unmetCompanion(s *scene.Scene, lo, hi int, list []*naming.Entity) bool {
	return hi-lo >= 2 && hi-lo <= 3 && words.Companion[s.Lower[hi-1]] && len(list) == 1 && actors.Unlisted(list[0].ID) &&
		strings.EqualFold(list[0].Name, list[0].Office)
}

// ownStart returns the token before hi at which something of the speaker's own begins: "repeated to the Council | her
// wish". hi for none.
func ownStart(s *scene.Scene, lo, hi int) int {
	for k := lo + 1; k < hi; k++ {
		if s.Doc.Tokens[k].Tag == "PRP$" && s.Doc.Tokens[k-1].Tag != "IN" {
			return k
		}
	}
	return hi
}

// oneWhoHears reports a person or a state, rather than a body or crowd before which one speaks.
func oneWhoHears(e *naming.Entity) bool { return e.Person() || e.Kind == actors.State }

// turnedTo returns the token at which the one begins to whom the verb at token k turns: "wrote to | Moss", "warned |
// Moss"; -1 for other verbs.
func turnedTo(s *scene.Scene, k int) int {
	switch w := s.Lower[k]; {
	case words.TurningVerb[w] && s.At(k+1) == "to":
		return k + 2
	case words.TurningObject[w] && !words.IndefiniteArticle[s.At(k+1)]: // not "handed | a note"
		return k + 1
	}
	return -1
}

// called finds the one whom the words call by his first name, set off by marks, "“You know, Karl, we need that”", or as
// [appealReader.titled] does.
func (r *appealReader) called(c *scene.Quote, speakers []*naming.Entity) addressed {
	s := r.Body
	if c.Spans.Form != quotes.Direct && c.Spans.Form != quotes.Mixed {
		return addressed{} // in a transcript they call those who ask
	}
	for _, p := range c.Spans.Content {
		lo, hi := s.Range(p)
		for k := lo + 1; k < hi; k++ {
			if !s.Capital(k) || !setOff(s, lo, k, hi) {
				continue
			}
			var meant []*naming.Entity
			for _, e := range naming.Without(r.People(), speakers) {
				if strings.HasPrefix(e.Name, s.Words(k, k+1)+" ") {
					meant = append(meant, e)
				}
			}
			if len(meant) == 1 {
				return addressed{list: meant, basis: "named", at: s.Span(k, k+1), within: true}
			}
		}
		if a := r.titled(lo, hi, speakers); len(a.list) > 0 {
			return a
		}
	}
	return addressed{}
}

// setOff reports whether the word at token k of the content stands alone between marks, and in no list of names.
func setOff(s *scene.Scene, lo, k, hi int) bool {
	mark := func(i int) bool { return isMark(s.At(i)) }
	first := k == lo+1 && mark(lo)
	if !first && s.Lower[k-1] != "," || s.Capital(k-2) && !first {
		return false
	}
	return !first && (k+1 == hi || mark(k+1)) || s.At(k+1) == "," && !s.Capital(k+2) && s.At(k+2) != "and"
}

// toldTo reports a cue with "to" after it that is no infinitive: "stressed | to Moss that".
func toldTo(s *scene.Scene, c *scene.Quote) bool {
	return s.At(c.CueHi) == "to" && c.ContentLo > c.CueHi+1 && s.Doc.Tokens[c.CueHi+1].Tag != "VB"
}

// andOthers reports a phrase that begins with the name of a state and joins others to it: "Norway and other countries".
func andOthers(s *scene.Scene, lo, hi int) bool {
	m := s.MentionAt(s.SkipDeterminer(lo, hi))
	if m == nil || m.Actor.Kind != actors.State {
		return false
	}
	_, k := s.Range(m.Span)
	return s.At(k) == "and" && words.GroupDeterminer[s.At(k+1)]
}

// hearerEnd returns the token after the phrase at token lo that names who hears the words, without what the speaker
// tells of his own. "Hosts" is no verb in "told | his Danish hosts".
func hearerEnd(s *scene.Scene, lo, hi int) int {
	end := s.PhraseEnd(lo, hi)
	if words.PossessivePerson[s.Lower[lo]] && end < hi && companionAt(s, end) && s.Doc.Tokens[end].Tag == "NNS" {
		return end + 1
	}
	return ownStart(s, lo, end)
}
