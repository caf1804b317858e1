package timeline

import (
	"demarche/timeline/actors"
	"demarche/timeline/record"
)

// paper reads a newspaper that the gazetteer does not know by what it is called: "the Thai paper Xing San Daily", "Arpan, a
// newspaper of Nepal". nil for anything else.
func (r *entities) paper(s *scene, lo, hi, end int) *entity {
	for k := lo; k+1 < hi; k++ {
		if (s.low[k] == "state" || s.low[k] == "state-run" || s.low[k] == "official") && (s.low[k+1] == "media" || s.low[k+1] == "television" || s.low[k+1] == "news" || s.low[k+1] == "tv") {
			e := &entity{heads: []string{"media"}}
			e.Kind, e.Name = actors.Medium, upperFirst(clean(s.words(k, hi)))
			if m := s.mention(lo); m != nil && m.entry.Kind == actors.State {
				e.State = m.entry.State
				e.Name = clean(s.words(lo, hi))
			}
			if m := s.mention(hi - 1); m != nil && m.entry.Kind == actors.Medium {
				return r.keep(&entity{Party: record.Party{Actor: m.entry}})
			}
			e.ID = actorID(e.Name, e.State)
			return r.keep(e)
		}
	}
	at, stop := -1, hi
	for k := lo; k < hi; k++ {
		if w := s.low[k]; (w == "paper" || w == "newspaper" || w == "daily" || w == "magazine" || w == "weekly" || w == "website") && !s.capital(k) {
			if k+1 < hi && (s.capital(k+1) || s.d.Word(k+1) == `"` || s.low[k+1] == "“") {
				at = k + 1
			}
			break
		}
	}
	if at < 0 && end > hi && (s.at(hi+1) == "a" || s.at(hi+1) == "an" || s.at(hi+1) == "the" || s.at(hi+1) == "organ") {
		for k := hi; k < min(end, hi+7); k++ {
			if papers[s.low[k]] && !s.capital(k) {
				at = s.skipDeterminer(lo, hi)
				break
			}
			if officeHeads[s.low[k]] {
				break
			}
		}
	}
	if at < 0 {
		return nil
	}
	if m := s.mention(at); m != nil && m.entry.Kind == actors.Medium {
		return r.keep(&entity{Party: record.Party{Actor: m.entry}})
	}
	e := &entity{heads: []string{"newspaper", "paper", "daily"}}
	e.Kind, e.Name = actors.Medium, clean(s.words(at, stop))
	e.ID = actorID(e.Name, "")
	return r.keep(e)
}
