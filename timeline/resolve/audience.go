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
	if end > lo && words.Audience[s.Lower[end-1]] {
		return true
	}
	for k := lo; k < end; k++ {
		if words.PressPerson[s.Lower[k]] && !words.ObjectPronoun[s.Lower[lo]] {
			return true // "the host Jane Doe", but "his host"
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
