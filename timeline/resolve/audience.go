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
	for _, m := range s.MentionsIn(lo, hi) {
		if a, _ := s.Range(m.Span); m.Actor.Kind == actors.Medium && a <= lo+1 {
			return true
		}
	}
	return false
}

// appealedTo finds to whom the speaker's own words turn: "“We urge our neighbours to ...”", "“Ruritania demands that Freedonia ...”". The
// subject is the first person or a state for which one of the speakers speaks.
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

// ownSubject reports whether the verb at token k has the speakers themselves as its subject, which starts at or after token lo.
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
	var list []*discourse.Entity
	for _, e := range discourse.Without(acts.SpokenTo(r.Referents(at, end, nil)), speakers) {
		if !strings.HasPrefix(e.ID, "x") && e.State != "" && e.State != speakers[0].State {
			list = append(list, e)
		}
	}
	return addressed{list, "named", s.Span(at, end)}
}
