package happening

import (
	"cmp"
	"slices"
	"strings"

	"demarche/timeline/actors"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// mostTravelled is how many visits that a verb tells of are put forward.
const mostTravelled = 2

// travelled adds the visits of which a verb of the body tells, by their place, "arrived in | Lima", "while visiting |
// Peru", or by the guest, "the visiting | Norwegian minister Ana Lind".
func travelled(s *scene.Scene, list []Happening) []Happening {
	n := len(list)
	for k := range s.Lower {
		if s.Capital(k) && !strings.HasPrefix(s.Doc.Tokens[k].Tag, "V") {
			continue
		}
		name := cmp.Or(journeyTo(s, k), visitBy(s, k))
		if name == "" || visitNamed(list[:n], name) {
			continue
		}
		v := placeOf(s, k, k)
		v.Head, _, _ = strings.Cut(name, " ")
		list = enter(list, record.Occasion{Name: name, Evidence: s.Span(k, k+1)}, v, n+mostTravelled)
	}
	return list
}

// journeyTo is the name of the visit to the place to which one comes by the verb at token k; "" for every other word.
func journeyTo(s *scene.Scene, k int) string {
	w, from := s.Lower[k], k+1
	_, last := s.SentenceBounds(k)
	switch {
	case !strings.HasPrefix(s.Doc.Tokens[k].Tag, "V"):
		return ""
	case words.TravelVerb[w] && words.ToPlace[s.At(k+1)]:
		from = k + 2
	case !words.VisitingVerb[w] || !s.StateAt(k+1):
		return ""
	}
	lo, hi := placeAt(s, from, last)
	if hi == lo {
		return ""
	}
	return visitOf(ground{scene.Clean(s.Words(lo, hi)), stateOf(s.MentionAt(lo))})
}

// visitBy is the name of the visit of somebody who is called a guest by the word at token k, his state and office:
// "visiting | Norwegian Foreign Minister Ana Lind". "" for every other word.
func visitBy(s *scene.Scene, k int) string {
	m := s.MentionAt(k + 1)
	if !words.VisitingVerb[s.Lower[k]] || m == nil || m.Actor.Kind == actors.State && m.Kind != actors.ByDemonym {
		return ""
	}
	_, last := s.SentenceBounds(k)
	lo, hi := k+1, k+1
	for hi < last && (s.Capital(hi) || s.NounTag(hi)) && !s.InTime(hi) {
		if hi++; words.Office[s.Lower[hi-1]] {
			lo = hi
		}
	}
	if lo == k+1 || hi == lo || !s.Capital(lo) {
		return ""
	}
	return "visit of " + scene.Clean(s.Words(lo, hi))
}

// visitNamed reports whether the list has the visit of that name, or to that place, by a name that the text gives it.
func visitNamed(list []Happening, name string) bool {
	place := name[strings.LastIndex(name, " ")+1:]
	return slices.ContainsFunc(list, func(h Happening) bool {
		return words.EventStay[h.At[0].Head] && strings.Contains(h.Occasion.Name, place) && h.At[0].Named
	})
}
