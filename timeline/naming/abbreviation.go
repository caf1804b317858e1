package naming

import (
	"slices"
	"strings"

	"demarche/timeline/actors"
	"demarche/timeline/scene"
)

// settleAbbreviations gives capitals that the text introduces after a name, "the Syrian Democratic Forces (SDF)", "the
// Harbour Bridge Consortium, or HBC,", to whom that name means, or to nobody whom the gazetteer knows: no other body is
// called by them there.
func settleAbbreviations(s *scene.Scene) {
	for i := 2; i < len(s.Lower); i++ {
		m, abbr := s.MentionAt(i), s.Doc.Word(i)
		end := introducedAfter(s, i)
		if m == nil || end == 0 || !s.Names.EndsInitials(end, abbr) {
			continue
		}
		full := s.MentionAt(end - 1)
		if full != nil && full.Actor.ID == m.Actor.ID && full.Office == m.Office {
			continue
		}
		kept := s.Mentions[:0]
		for _, x := range s.Mentions {
			if x.Of(s.Text) == abbr {
				if full == nil {
					continue
				}
				x.Kind, x.Actor, x.Office, x.Seat = full.Kind, full.Actor, full.Office, full.Seat
			}
			kept = append(kept, x)
		}
		s.Mentions = kept
		s.Index()
	}
}

// settleHalves gives "the North" and "the South" to the two states whose names begin with these words, where the text
// tells of both, and the bare rest of such a name, "Korea", to the one of which alone it tells.
func (r *Setting) settleHalves(s *scene.Scene) {
	halves := map[string]map[string]scene.Mention{} // by the rest of the name and its first word
	for _, m := range s.Mentions {
		first, rest, two := strings.Cut(m.Of(s.Text), " ")
		if m.Actor.Kind != actors.State || m.Kind != actors.ByName || !two || !words.Compass[strings.ToLower(first)] {
			continue
		}
		if halves[rest] == nil {
			halves[rest] = map[string]scene.Mention{}
		}
		halves[rest][first] = m
	}
	for rest, of := range halves {
		if !r.shared(rest) {
			continue
		}
		for k := range s.Lower {
			if m, ok := halfAt(s, k, rest, of); ok {
				m.Span = s.Doc.Tokens[k].Span
				s.Mentions = append(s.Mentions, m)
			}
		}
	}
	slices.SortFunc(s.Mentions, func(a, b scene.Mention) int { return a.Start - b.Start })
	s.Index()
}

// halfAt is the state that token k alone names, of those whose names end in rest and which the text names in full.
func halfAt(s *scene.Scene, k int, rest string, of map[string]scene.Mention) (m scene.Mention, ok bool) {
	if s.MentionAt(k) != nil || s.Capital(k+1) {
		return m, false
	}
	w := s.Doc.Word(k)
	if w == rest && len(of) == 1 && (k == 0 || !s.Capital(k-1)) {
		for _, m = range of {
			return m, true
		}
	}
	m, ok = of[w]
	return m, ok && len(of) == 2 && s.At(k-1) == "the" && s.At(k+1) != "of"
}

// shared reports what two states have in their names after a word of the compass.
func (r *Setting) shared(rest string) bool {
	n := 0
	for w := range words.Compass {
		name := scene.UpperFirst(w) + " " + rest
		found := r.Gazetteer.Find(name)
		if len(found) == 1 && found[0].End-found[0].Start == len(name) && found[0].Kind == actors.ByName {
			n++
		}
	}
	return n > 1
}

// abbreviated reads the capitals that the body of the article introduces after a name, as that name: "the HWO" of "the
// Harbour Watch of Oslo (HWO)". nil for every other phrase.
func (r *organisations) abbreviated(s *scene.Scene, lo, hi int) *Entity {
	k := s.SkipDeterminer(lo, hi)
	if w := s.Doc.Word(k); s.IsTitle || hi-k != 1 || len(w) < 2 || strings.ToUpper(w) != w || !s.Capital(k) {
		return nil
	}
	for i := 2; i < k; i++ {
		end := introducedAfter(s, i)
		if s.Doc.Word(i) != s.Doc.Word(k) || end == 0 {
			continue
		}
		if from := nameBefore(s, end); from < end-1 {
			return r.body(s, from, end)
		}
	}
	return nil
}

// introducedAfter is the end of the name for which the text introduces token i as an abbreviation, in brackets or after
// "or": "the Harbour Watch | (HW)", "the Harbour Watch |, or HW,". 0 for every other token.
func introducedAfter(s *scene.Scene, i int) int {
	switch {
	case s.At(i-1) == "(" && s.At(i+1) == ")":
		return i - 1
	case s.At(i-1) == "or" && s.At(i-2) == "," && s.At(i+1) == ",":
		return i - 2
	}
	return 0
}

// nameBefore returns the start of the name that ends before token end: its capitalised words, with the small ones
// between them and the state whose they are.
func nameBefore(s *scene.Scene, end int) int {
	first, _ := s.SentenceBounds(end - 1)
	from := end
	for k := end - 1; k >= first; k-- {
		w := s.Lower[k]
		switch {
		case s.Capital(k) && w != "the":
			from = k
		case w != "'s" && w != "and" && !words.NamePrepositionInner[w] && (w != "the" || !s.Capital(k-1)):
			return from
		}
	}
	return from
}
