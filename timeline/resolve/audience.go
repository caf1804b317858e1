package resolve

import (
	"strings"

	"demarche/quotes"
	"demarche/timeline/actors"
	"demarche/timeline/acts"
	"demarche/timeline/discourse"
	"demarche/timeline/scene"
)

// toAudience reports whether the tokens name an audience or a carrier of news rather than a party.
func toAudience(s *scene.Scene, lo, hi int) bool {
	end := lo
	for end < hi && !words.AudienceEnd[s.Lower[end]] && s.Lower[end] != "," {
		end++
	}
	if hi-lo == 2 && words.ObjectPronoun[s.Lower[lo]] && words.Companion[s.Lower[lo+1]] {
		return false // "his host"
	}
	if end > lo && words.Audience[s.Lower[end-1]] {
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

// appealedTo finds to whom the speaker's own words turn: "“We urge our neighbours to ...”", "“Ruritania demands that
// Freedonia ...”". The subject is the first person or a state for which one of the speakers speaks.
func (r *resolver) appealedTo(c *scene.Quote, speakers []*discourse.Entity) addressed {
	s := r.Body
	inMarks := c.Spans.Form == quotes.Direct || c.Spans.Form == quotes.Mixed
	if !inMarks || len(speakers) == 0 {
		return addressed{}
	}
	for _, p := range c.Spans.Content {
		lo, hi := s.Range(p)
		for k := lo + 1; k < min(hi, lo+90); k++ {
			if !words.Appeal[s.Lower[k]] || !r.ownSubject(k, lo, speakers) {
				continue
			}
			if a := r.afterAppeal(k, hi, speakers); len(a.list) > 0 {
				return a
			}
		}
	}
	return addressed{}
}

// ownSubject reports whether the verb at token k has the speakers themselves as its subject, which starts at or after
// token lo.
func (r *resolver) ownSubject(k, lo int, speakers []*discourse.Entity) bool {
	s := r.Body
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

// afterAppeal reads whom the verb of appeal at token k names: a state or somebody known.
func (r *resolver) afterAppeal(k, hi int, speakers []*discourse.Entity) addressed {
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
	if list := r.severalMeant(at, end, speakers); len(list) > 0 {
		return addressed{list, "named", s.Span(at, end)}
	}
	var list []*discourse.Entity
	for _, e := range discourse.Without(acts.SpokenTo(r.Referents(at, end, nil)), speakers) {
		if !actors.Unlisted(e.ID) && e.State != "" && e.State != speakers[0].State {
			list = append(list, e)
		}
	}
	if len(list) == 0 {
		list = r.foreignState(at, end, speakers)
	}
	return addressed{list, "named", s.Span(at, end)}
}

// foreignState is the government of the one state that a phrase without a known name speaks of: "our Danish friends",
// "the leaders of Denmark".
func (r *resolver) foreignState(lo, hi int, speakers []*discourse.Entity) []*discourse.Entity {
	var list []*discourse.Entity
	for _, m := range r.Body.MentionsIn(lo, hi) {
		switch {
		case m.Actor.Kind == actors.State && m.Actor.State != speakers[0].State:
			list = append(list, r.StateEntity(m.Actor))
		default:
			return nil
		}
	}
	if list = discourse.Distinct(list); len(list) != 1 {
		return nil
	}
	return list
}

// demandedOf finds the state of which the content of a demand or protest speaks as the one to act: "demanded | the
// pull-out of Danish troops", "demanded | an explanation from Denmark", "protested against | Denmark's plan".
func (r *resolver) demandedOf(c *scene.Quote, speakers []*discourse.Entity) addressed {
	s := r.Body
	if !c.CueHas(s, words.Demand) || len(speakers) == 0 || c.ContentLo < c.CueHi {
		return addressed{}
	}
	for k := c.ContentLo; k < min(c.ContentHi, c.ContentLo+16); k++ {
		m := s.MentionAt(k)
		if m == nil || m.Actor.Kind != actors.State || m.Actor.State == speakers[0].State {
			continue
		}
		lo, hi := s.Range(m.Span)
		if s.At(hi) == "'s" || words.Forces[s.At(hi)] || words.DemandLead[s.At(lo-1)] {
			return addressed{[]*discourse.Entity{r.StateEntity(m.Actor)}, "named", m.Span}
		}
	}
	return addressed{}
}

// introduction returns the verb of the clause before a colon that introduces words whose attribution stands behind
// them: `Lind told Moss: "We wait.` and in the next paragraph `"We shall not leave," she added.` -1 for none.
func (r *resolver) introduction(c *scene.Quote) int {
	s := r.Body
	colon := c.ContentLo - 1
	if c.CueLo < c.ContentHi || colon <= 0 || s.Lower[colon] != ":" {
		return -1
	}
	first, _ := s.SentenceBounds(colon)
	for k := colon - 1; k > first; k-- {
		if words.TellingVerb[s.Lower[k]] {
			return k
		}
	}
	return -1
}

// introducedTo reads to whom the clause before a colon tells the words, see [resolver.introduction].
func (r *resolver) introducedTo(c *scene.Quote, speakers []*discourse.Entity, act *discourse.Act) addressed {
	s := r.Body
	k := r.introduction(c)
	if k < 0 {
		return addressed{}
	}
	lo := k + 1
	if s.Lower[lo] == "to" {
		lo++
	}
	end := s.PhraseEnd(lo, c.ContentLo-1)
	if end <= lo || toAudience(s, lo, end) {
		return addressed{}
	}
	list := discourse.Without(acts.SpokenTo(r.Referents(lo, end, act)), speakers)
	return addressed{list, "named", s.Span(lo, end)}
}

// introducedBy reads who speaks in the clause before a colon, where a carrier or office behind the words relays them:
// `Lind told Moss: "We wait," the palace said.` Nobody where it names no person.
func (r *resolver) introducedBy(c *scene.Quote, act *discourse.Act) []*discourse.Entity {
	k := r.introduction(c)
	if k < 0 {
		return nil
	}
	lo, hi, ok := r.Body.Subject(k)
	if !ok {
		return nil
	}
	if list := r.Referents(lo, hi, act); len(list) == 1 && list[0].Person() {
		return list
	}
	return nil
}

// besideClause reads whom the clause beside the cue turns to: `"You shall not," Lind wrote, addressing Moss`, "Lind
// protested to Moss, saying that".
func (r *resolver) besideClause(c *scene.Quote, act *discourse.Act) addressed {
	s := r.Body
	for k := c.CueHi; k < min(c.Hi, c.CueHi+10) && c.CueHi > c.CueLo; k++ {
		if words.AddressingForm[s.Lower[k]] && s.At(k-1) == "," {
			return r.partyAt(k+1, c.Hi, act)
		}
	}
	if c.CueHi <= c.CueLo || s.Doc.Tokens[c.CueLo].Tag != "VBG" || s.At(c.CueLo-1) != "," {
		return addressed{}
	}
	for k := max(c.SourceHi, c.Lo); k < min(c.SourceHi+4, c.CueLo); k++ {
		if words.TurningVerb[s.Lower[k]] && s.At(k+1) == "to" {
			return r.partyAt(k+2, c.CueLo, act)
		}
	}
	return addressed{}
}

// partyAt reads the phrase at token lo as somebody who is spoken to; an audience is none.
func (r *resolver) partyAt(lo, hi int, act *discourse.Act) addressed {
	s := r.Body
	end := s.PhraseEnd(lo, hi)
	if end <= lo || toAudience(s, lo, end) {
		return addressed{}
	}
	return addressed{acts.SpokenTo(r.Referents(lo, end, act)), "named", s.Span(lo, end)}
}

// urged reads who is to do what the content demands: "urged | both sides to show restraint".
func (r *resolver) urged(c *scene.Quote, speakers []*discourse.Entity, act *discourse.Act) addressed {
	if !c.CueHas(r.Body, words.UrgingVerb) || c.Spans.Form == quotes.Direct || c.Spans.Form == quotes.Unmarked {
		return addressed{}
	}
	a := r.inContent(c, speakers, act)
	if len(discourse.Without(a.list, speakers)) == 0 {
		return addressed{}
	}
	return a
}

// inContent reads the first phrase of the content of a demand: "urged | both sides to show restraint".
func (r *resolver) inContent(c *scene.Quote, speakers []*discourse.Entity, act *discourse.Act) addressed {
	s := r.Body
	lo, hi := c.ContentLo, c.ContentHi
	for lo < hi && beforeDemand(s.Lower[lo]) {
		lo++
	}
	if lo >= hi || s.Lower[lo] == "to" || s.Lower[lo] == "not" || s.Doc.Tokens[lo].Tag == "VBG" {
		return addressed{}
	}
	_, last := s.SentenceBounds(lo)
	limit := min(hi, max(last, lo+1))
	if limit < hi && lo+12 > limit { // a sentence split inside a name
		limit = min(hi, lo+longestGap)
	}
	end := demandedAt(s, lo, min(limit, lo+longestGap), limit)
	if end == lo || s.Lower[end] != "to" && strings.HasSuffix(c.CueText(s), " for") {
		return addressed{} // "called for | talks", but "called for | the North to talk"
	}
	if list := r.meant(lo, end, end, speakers, act); len(list) > 0 {
		return addressed{list, "named", s.Span(lo, end)}
	}
	list := acts.SpokenTo(r.list(lo, end, act))
	if len(list) == 0 && s.Listed(lo, end) {
		list = r.statesIn(lo, end) // "Norway and other countries"
	}
	return addressed{list, "named", s.Span(lo, end)}
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
