package resolve

import (
	"strings"

	"demarche/timeline/actors"
	"demarche/timeline/discourse"
	"demarche/timeline/scene"
)

// exchange follows who speaks to whom from one quote to the next.
type exchange struct{ *reading }

// replied is to whom a reply goes: to those who spoke last, where they spoke to the ones who reply now, or in the same
// sentence. "Lind told Moss that ...; Moss answered that ...".
func (r exchange) replied(c *scene.Quote, speakers []*discourse.Entity) addressed {
	last := r.last
	if last == nil || !c.CueHas(r.Body, words.Replying) || c.Sentence-last.sentence > longestPause {
		return addressed{}
	}
	to := discourse.Without(last.speakers, speakers)
	if len(to) == 0 || len(to) < len(last.speakers) || !anyParty(to) {
		return addressed{}
	}
	if c.Sentence != last.sentence && !reached(last.to, speakers) {
		return addressed{}
	}
	return addressed{list: to, basis: "implied"}
}

// longestPause is the number of sentences by which a reply follows what it replies to, at most.
const longestPause = 2

// anyParty reports whether none of them is a carrier of news.
func anyParty(list []*discourse.Entity) bool {
	for _, e := range list {
		if e.Kind == actors.Medium {
			return false
		}
	}
	return true
}

// reached reports whether words told to the first list reached one of the second: a person, or his state.
func reached(to, speakers []*discourse.Entity) bool {
	for _, t := range to {
		for _, e := range speakers {
			if e == t || e.State != "" && e.State == t.State {
				return true
			}
		}
	}
	return false
}

// carriedOn is to whom the same speakers go on to speak in one sentence: "Lind told Moss that ... and warned that". What
// they urge somebody to do, or for what they thank him, they may have told others.
func (r exchange) carriedOn(c *scene.Quote, speakers []*discourse.Entity) addressed {
	last := r.last
	goesOn := last != nil && c.Sentence == last.sentence && c.CueHi > c.CueLo && last.turned &&
		discourse.SameAll(last.speakers, speakers)
	if !goesOn || len(discourse.Without(last.to, speakers)) < len(last.to) {
		return addressed{}
	}
	return addressed{list: last.to, basis: "implied"}
}

// turnsTo reports whether the cue tells its addressee something, rather than urging or thanking him.
func turnsTo(s *scene.Scene, c *scene.Quote) bool {
	return c.CueHi > c.CueLo && !c.CueHas(s, words.UrgingVerb) && !c.CueHas(s, words.Thanking)
}

// ownGovernment is the government that somebody who does not belong to it means by "the government": that of his own
// state. nil for every other phrase.
func (r *phrases) ownGovernment(lo, hi int, speakers []*discourse.Entity) []*discourse.Entity {
	s := r.Body
	plain := hi-lo == 2 && s.Lower[lo] == "the" && words.GovernmentName[s.Lower[hi-1]]
	if !plain || len(speakers) != 1 || len(speakers[0].State) != 3 || governing(speakers[0]) {
		return nil
	}
	a, ok := r.Gazetteer.Unnamed(speakers[0].State, "government")
	if !ok {
		return nil
	}
	return []*discourse.Entity{r.StateEntity(a)}
}

// governing reports a government, a body of a state, or a person with an office of a government.
func governing(e *discourse.Entity) bool {
	if e.Kind == actors.State || e.StateBody() {
		return true
	}
	for w := range words.Governing {
		if e.CalledSo(w) {
			return true
		}
	}
	return false
}

// newToText reports a name that stands here alone for the first and only time, without an office, a form of address or
// an apposition: in "told Harbour Lights that" it is more often a carrier of news than a person.
func (r *cueReader) newToText(list []*discourse.Entity, lo, end int) bool {
	s := r.Body
	if len(list) != 1 || !actors.Unlisted(list[0].ID) || list[0].State != "" || list[0].Office != "" {
		return false
	}
	name := s.Words(lo, end)
	plain := s.Capital(lo) && s.SkipForms(lo, end) == lo && !s.HasOfficeHead(lo, end) && !s.HasBody(lo, end)
	return plain && s.At(end) != "," && strings.Count(s.Text, lastWord(name)) == 1
}

// lastWord is what stands after the last space.
func lastWord(name string) string { return name[strings.LastIndex(name, " ")+1:] }

// otherMeant resolves "him", "her" or "them", which the words of a quote do not go to from himself: those who spoke last
// or were spoken to, of that number and gender, else the person whom the text spoke of last.
func (r *phrases) otherMeant(c *scene.Quote, speakers []*discourse.Entity, w string) []*discourse.Entity {
	several := w == "them" || w == "their"
	if last := r.last; last != nil && c.Sentence-last.sentence <= longestPause {
		for _, list := range [][]*discourse.Entity{last.speakers, last.to} {
			others := discourse.Without(list, speakers)
			if several && len(others) > 1 || !several && len(others) == 1 && calledBy(others[0], w) {
				return others
			}
		}
	}
	if several {
		return nil
	}
	pos := r.Body.Doc.Tokens[c.Anchor].Start
	for i := len(r.Focus) - 1; i >= 0; i-- {
		if f := &r.Focus[i]; f.Pos < pos && len(f.Entities) == 1 && calledBy(f.Entities[0], w) &&
			!discourse.Includes(speakers, f.Entities[0]) {
			return f.Entities
		}
	}
	return nil
}

// calledBy reports whether the pronoun may stand for the entity: for one person, whose gender is not the other one.
func calledBy(e *discourse.Entity, pronoun string) bool {
	gender := "m"
	if pronoun == "her" {
		gender = "f"
	}
	return e.Person() && !e.Plural && (e.Gender() == "" || e.Gender() == gender)
}

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
func unmetCompanion(s *scene.Scene, lo, hi int, list []*discourse.Entity) bool {
	return hi-lo >= 2 && hi-lo <= 3 && words.Companion[s.Lower[hi-1]] && len(list) == 1 && actors.Unlisted(list[0].ID) &&
		strings.EqualFold(list[0].Name, list[0].Office)
}
