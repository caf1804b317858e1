package timeline

import (
	"demarche/timeline/actors"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// paper reads a newspaper that the gazetteer does not know by what it is called: "the Thai paper Xing San Daily", "Arpan, a
// newspaper of Nepal". nil for anything else.
func (r *entities) paper(s *scene.Scene, lo, hi, end int) *entity {
	for k := lo; k+1 < hi; k++ {
		if (s.Lower[k] == "state" || s.Lower[k] == "state-run" || s.Lower[k] == "official") && (s.Lower[k+1] == "media" || s.Lower[k+1] == "television" || s.Lower[k+1] == "news" || s.Lower[k+1] == "tv") {
			e := &entity{heads: []string{"media"}}
			e.Kind, e.Name = actors.Medium, scene.UpperFirst(scene.Clean(s.Words(k, hi)))
			if m := s.MentionAt(lo); m != nil && m.Actor.Kind == actors.State {
				e.State = m.Actor.State
				e.Name = scene.Clean(s.Words(lo, hi))
			}
			if m := s.MentionAt(hi - 1); m != nil && m.Actor.Kind == actors.Medium {
				return r.keep(&entity{Party: record.Party{Actor: m.Actor}})
			}
			e.ID = actorID(e.Name, e.State)
			return r.keep(e)
		}
	}
	at, stop := -1, hi
	for k := lo; k < hi; k++ {
		if w := s.Lower[k]; (w == "paper" || w == "newspaper" || w == "daily" || w == "magazine" || w == "weekly" || w == "website") && !s.Capital(k) {
			if k+1 < hi && (s.Capital(k+1) || s.Doc.Word(k+1) == `"` || s.Lower[k+1] == "“") {
				at = k + 1
			}
			break
		}
	}
	if at < 0 && end > hi && (s.At(hi+1) == "a" || s.At(hi+1) == "an" || s.At(hi+1) == "the" || s.At(hi+1) == "organ") {
		for k := hi; k < min(end, hi+7); k++ {
			if scene.Papers[s.Lower[k]] && !s.Capital(k) {
				at = s.SkipDeterminer(lo, hi)
				break
			}
			if scene.OfficeHeads[s.Lower[k]] {
				break
			}
		}
	}
	if at < 0 {
		return nil
	}
	if m := s.MentionAt(at); m != nil && m.Actor.Kind == actors.Medium {
		return r.keep(&entity{Party: record.Party{Actor: m.Actor}})
	}
	e := &entity{heads: []string{"newspaper", "paper", "daily"}}
	e.Kind, e.Name = actors.Medium, scene.Clean(s.Words(at, stop))
	e.ID = actorID(e.Name, "")
	return r.keep(e)
}
