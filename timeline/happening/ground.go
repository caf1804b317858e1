package happening

import (
	"strings"
	"unicode"

	"demarche/timeline/actors"
	"demarche/timeline/scene"
)

// ground is where an article is told from: "Lima", in "Peru". What it does not tell is "".
type ground struct{ city, state string }

// groundOf reads the place of the first dateline, or else the first place of which the opening sentences say that
// something happens there: "in Lima".
func groundOf(s *scene.Scene) ground {
	for n := range min(openingSentences, len(s.Doc.Sentences)) {
		sn := &s.Doc.Sentences[n]
		if end := s.AfterDateline(sn.First); end > sn.First {
			if g := datelined(s, sn.First, end); g.city != "" {
				return g
			}
		}
	}
	if g := capitalBefore(s); g.city != "" {
		return g
	}
	for n := range min(openingSentences, len(s.Doc.Sentences)) {
		sn := &s.Doc.Sentences[n]
		for k := sn.First; k+1 < sn.Last; k++ {
			if words.EventPlace[s.Lower[k]] || words.LeavingVerb[s.Lower[k]] {
				if lo, hi := placeAt(s, k+1, sn.Last); hi > lo && s.StateAt(lo) {
					return ground{scene.Clean(s.Words(lo, hi)), stateOf(s.MentionAt(lo))}
				}
			}
		}
	}
	return ground{}
}

// capitalBefore reads the capital of a state that stands before a colon at the start of the text: "OSLO: The envoy".
func capitalBefore(s *scene.Scene) ground {
	m := s.MentionAt(0)
	if m == nil || m.Kind != actors.ByCapital {
		return ground{}
	}
	if lo, hi := s.Range(m.Span); lo == 0 && s.At(hi) == ":" {
		return ground{written(scene.Clean(s.Words(lo, hi))), stateOf(m)}
	}
	return ground{}
}

// openingSentences is how many sentences tell where an article is told from.
const openingSentences = 4

// datelined is the place of the dateline in the tokens lo to hi-1, in which no actors are mentioned: its state is the
// one of which the text names it as the capital.
func datelined(s *scene.Scene, lo, hi int) ground {
	end := lo
	for end < hi && s.Capital(end) && !s.InTime(end) && s.Lower[end] != "/" {
		end++
	}
	city := written(scene.Clean(s.Words(lo, end)))
	for i := range s.Mentions {
		if m := &s.Mentions[i]; m.Kind == actors.ByCapital && s.Text[m.Start:m.End] == city {
			return ground{city, stateOf(m)}
		}
	}
	return ground{city, ""}
}

// written is the first place of a dateline, which may be in capitals, as names are written in a sentence: "ULAN-UDE" is
// "Ulan-Ude", "GENEVA/LIMA" is "Geneva".
func written(name string) string {
	name, _, _ = strings.Cut(name, "/")
	if name != strings.ToUpper(name) {
		return name
	}
	before := ' '
	return strings.Map(func(r rune) rune {
		opens := !unicode.IsLetter(before)
		if before = r; opens {
			return r
		}
		return unicode.ToLower(r)
	}, name)
}

// stateOf is the usual name of the state that is mentioned, itself or by its capital; "" for none.
func stateOf(m *scene.Mention) string {
	if m == nil || m.Actor.Kind != actors.State || m.Kind == actors.ByDemonym {
		return ""
	}
	return strings.TrimPrefix(m.Actor.Name, "Government of ")
}

// placeAt returns the tokens from lo on, past a determiner, that name a place: a state, what stands for it, or a name
// that no actor bears.
func placeAt(s *scene.Scene, lo, last int) (from, to int) {
	lo = s.SkipDeterminer(lo, last)
	if m := s.MentionAt(lo); m != nil && m.Kind != actors.ByCapital &&
		(m.Actor.Kind != actors.State || m.Kind == actors.ByDemonym) {
		return lo, lo
	}
	hi := lo
	for hi < last && s.Capital(hi) && !s.InTime(hi) {
		hi++
	}
	return lo, hi
}

// placeBefore is the last place that the tokens lo to hi-1 give: "In Lima, after his | summit". "" for none.
func placeBefore(s *scene.Scene, lo, hi int) string {
	for k := hi - 1; k >= lo; k-- {
		if at := placeAfter(s, k, hi); at != "" {
			return at
		}
	}
	return ""
}

// placeAfter is the place that the sentence gives right after the event whose name ends before token k: "in Lima".
func placeAfter(s *scene.Scene, k, last int) string {
	if !words.EventPlace[s.At(k)] {
		return ""
	}
	lo, hi := placeAt(s, k+1, last)
	return scene.Clean(s.Words(lo, hi))
}
