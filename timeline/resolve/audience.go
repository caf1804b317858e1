package resolve

import (
	"strings"

	"demarche/quotes"
	"demarche/timeline/actors"
	"demarche/timeline/acts"
	"demarche/timeline/discourse"
	"demarche/timeline/naming"
	"demarche/timeline/scene"
)

// appealReader reads to whom the words of a quote themselves turn. It knows neither its cue nor its act.
type appealReader struct {
	*reading
	phrases phrases
}

// toAudience reports whether the tokens name an audience or a carrier of news rather than a party.
func toAudience(s *scene.Scene, lo, hi int) bool {
	end := lo
	for end < hi && !words.AudienceEnd[s.Lower[end]] && s.Lower[end] != "," {
		end++
	}
	if hi-lo == 2 && words.ObjectPronoun[s.Lower[lo]] && words.Companion[s.Lower[lo+1]] {
		return false // "his host"
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

// worldCouncil reports the council of an organisation of states at token k, which one addresses as one does a party:
// "told the Security Council", but not "told the city council".
func worldCouncil(s *scene.Scene, k int) bool {
	if s.At(k-1) == "security" && s.Capital(k) {
		return true
	}
	m := s.MentionAt(k)
	return m != nil && m.Actor.Kind == actors.Organisation && len(m.Actor.State) != 3 && words.Council[s.Lower[k]]
}

// find finds to whom the speaker's own words turn: "“We urge our neighbours to ...”", "“Ruritania demands that
// Freedonia ...”". The subject is the first person or a state for which one of the speakers speaks.
func (r *appealReader) find(c *scene.Quote, speakers []*naming.Entity) addressed {
	s := r.Body
	inMarks := c.Spans.Form == quotes.Direct || c.Spans.Form == quotes.Mixed
	if !inMarks || len(speakers) == 0 {
		return addressed{}
	}
	for _, p := range c.Spans.Content {
		lo, hi := s.Range(p)
		for k := lo + 1; k < min(hi, lo+90); k++ {
			if !words.Appeal[s.Lower[k]] || !ownSubject(r.Body, k, lo, speakers) {
				continue
			}
			if a := r.named(k, hi, speakers); len(a.list) > 0 {
				a.within = true
				return a
			}
		}
	}
	return addressed{}
}

// ownSubject reports whether the verb at token k has the speakers themselves as its subject, which starts at or after
// token lo.
func ownSubject(s *scene.Scene, k, lo int, speakers []*naming.Entity) bool {
	i := k - 1
	for i > lo && strings.HasPrefix(s.Doc.Tokens[i].Tag, "RB") {
		i--
	}
	if words.FirstPerson[s.At(i)] {
		return true
	}
	m := s.MentionAt(i)
	return m != nil && m.Actor.Kind == actors.State && speakers[0].State == m.Actor.State && m.Actor.State != ""
}

// named reads whom the verb of appeal at token k names: a state or somebody known.
func (r *appealReader) named(k, hi int, speakers []*naming.Entity) addressed {
	s := r.Body
	at := k + 1
	for at < hi && words.AppealPreposition[s.Lower[at]] {
		at++
	}
	_, last := s.SentenceBounds(k)
	end := s.PhraseEnd(at, min(hi, last))
	if end <= at {
		return addressed{}
	}
	if list := r.phrases.several(at, end, speakers); len(list) > 0 {
		return addressed{list: list, basis: "named", at: s.Span(at, end)}
	}
	var list []*naming.Entity
	for _, e := range naming.Without(acts.SpokenTo(r.Referents(at, end, nil)), speakers) {
		if !actors.Unlisted(e.ID) && e.State != "" && e.State != speakers[0].State {
			list = append(list, e)
		}
	}
	if len(list) == 0 {
		list = r.foreignState(at, end, speakers)
	}
	return addressed{list: list, basis: "named", at: s.Span(at, end)}
}

// foreignState is the government of the one state that a phrase without a known name speaks of: "our Danish friends",
// "the leaders of Denmark".
func (r *appealReader) foreignState(lo, hi int, speakers []*naming.Entity) []*naming.Entity {
	var list []*naming.Entity
	for _, m := range r.Body.MentionsIn(lo, hi) {
		switch {
		case m.Actor.Kind == actors.State && m.Actor.State != speakers[0].State:
			list = append(list, r.StateEntity(m.Actor))
		default:
			return nil
		}
	}
	if list = naming.Distinct(list); len(list) != 1 {
		return nil
	}
	return list
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
	if hi-lo < 1 || hi-lo > 2 || words.GroupDeterminer[s.Lower[lo]] || !peopleOfKind(s, hi-1) {
		return nil
	}
	list := r.Referents(lo, hi, act)
	if len(list) == 1 && list[0].Plural && !list[0].Person() {
		return list
	}
	return nil
}

// peopleOfKind reports the plural of a noun for people, other than journalists and "guests".
func peopleOfKind(s *scene.Scene, k int) bool {
	w := s.Lower[k]
	one, many := strings.CutSuffix(w, "s")
	return many && !s.Capital(k) && scene.Many(w) && !words.PressAudience[w] && !words.Companion[one]
}

// stateToAct returns the token after the state that opens a demanded clause at token lo: "that | Denmark | treat the
// matter". lo where no state does, or where something is to be done to it.
func stateToAct(s *scene.Scene, lo, hi int) int {
	m := s.MentionAt(s.SkipDeterminer(lo, hi))
	if m == nil || m.Actor.Kind != actors.State || m.Kind == actors.ByDemonym {
		return lo
	}
	_, end := s.Range(m.Span)
	if end >= hi || s.Capital(end) || words.BeForm[s.Lower[end]] || strings.HasSuffix(s.Lower[end], "ed") {
		return lo
	}
	if tag := s.Doc.Tokens[end].Tag; !strings.HasPrefix(tag, "V") && !strings.HasPrefix(tag, "N") {
		return lo
	}
	return end
}

// beforeDemand reports a mark or conjunction before whom a demand is made of.
func beforeDemand(w string) bool {
	switch w {
	case "“", `"`, "``", "that", "for":
		return true
	}
	return false
}

// demandedAt returns the token before hi with which what is demanded of the phrase at lo begins: "to do", "not to", a
// bare verb, "should". lo where the sentence, which goes up to limit, tells of none.
func demandedAt(s *scene.Scene, lo, hi, limit int) int {
	for k := lo + 1; k < hi; k++ {
		if opensDemanded(s, k) || s.Doc.Tokens[k].Tag == "RB" && k+1 < limit && barelyDemanded(s, k+1) {
			return k
		}
		if w := s.Lower[k]; w == "." && k+1 < limit && !s.Capital(k+1) || w == ":" || w == ";" {
			break
		}
	}
	return lo
}

// opensDemanded reports a word that opens what somebody is to do: "to", "not", "should", a bare verb.
func opensDemanded(s *scene.Scene, k int) bool {
	switch s.Lower[k] {
	case "“", `"`, "``": // "demanded that Denmark “withdraw”"
		return true
	case "to", "not":
		return !words.Office[s.Lower[k-1]] || !s.Capital(k) && barelyDemanded(s, k)
	case "should", "must":
		return true
	}
	return !s.Capital(k) && barelyDemanded(s, k)
}

// barelyDemanded reports a verb without "to": "that X | stop".
func barelyDemanded(s *scene.Scene, k int) bool {
	return s.Doc.Tokens[k].Tag == "VB" || words.Demanded[s.Lower[k]]
}
