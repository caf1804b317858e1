package resolve

import (
	"demarche/timeline/acts"
	"demarche/timeline/discourse"
	"demarche/timeline/scene"
)

// introducedTo reads to whom the clause before a colon tells the words, where their attribution stands behind them:
// `Lind told Moss: "We wait.` and in the next paragraph `"We shall not leave," she added.`
func (r *resolver) introducedTo(c *scene.Quote, speakers []*discourse.Entity, act *discourse.Act) addressed {
	s := r.Body
	colon := c.ContentLo - 1
	if c.CueLo < c.ContentHi || colon <= 0 || s.Lower[colon] != ":" {
		return addressed{}
	}
	first, _ := s.SentenceBounds(colon)
	for k := colon - 1; k > first; k-- {
		if !words.TellingVerb[s.Lower[k]] {
			continue
		}
		lo := k + 1
		if s.Lower[lo] == "to" {
			lo++
		}
		end := s.PhraseEnd(lo, colon)
		if end <= lo || toAudience(s, lo, end) {
			return addressed{}
		}
		list := discourse.Without(acts.SpokenTo(r.Referents(lo, end, act)), speakers)
		return addressed{list, "named", s.Span(lo, end)}
	}
	return addressed{}
}
