package timeline

import (
	"strings"

	"demarche/timeline/actors"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// read returns whom the noun phrase of tokens lo to hi-1 names, without looking back: one entity a member of the list.
func (r *entities) read(s *scene.Scene, lo, hi int) []*entity {
	var out []*entity
	for _, it := range s.Members(lo, hi) {
		if e := r.item(s, it.Lo, it.Hi, it.End); e != nil {
			out = append(out, e)
		}
	}
	return distinct(out)
}

// namedPerson finds a person of the gazetteer who is the head of the phrase.
func (r *entities) namedPerson(s *scene.Scene, lo, hi, end int) *entity {
	ms := s.MentionsIn(lo, hi)
	for k := range ms {
		m := &ms[k]
		if m.Actor.Kind != actors.Person || m.Actor.ID == "" {
			continue
		}
		a, b := s.Range(m.Span)
		if m.Kind == actors.BySurname && s.PartOfName(a, b, lo, hi) || s.HasBody(b, hi) && s.InComplement(a, lo) || s.HasBody(lo, a) && (!s.HasOfficeHead(lo, a) || !s.HasOfficeHead(lo, min(lo+4, a)) && s.InComplement(a, lo)) {
			continue
		}
		if a > lo {
			// "a spokesman for Vladimir Putin", "the wife of Kim Jong Un" name another; "Lee Myung Bak group" names a body
			if scene.Complementing[s.Lower[a-1]] {
				continue
			}
		}
		if b < hi && (s.At(b) == "'s" || s.At(b) == "'" || scene.Governments[s.At(b)] || scene.Bodies[s.At(b)] || s.At(b) == "of" && !m.Holder) {
			continue
		}
		return r.entityOf(s, m, lo, end)
	}
	return nil
}

// entityOf returns the article's entity for a mention, with the nouns that describe it between lo and end.
func (r *entities) entityOf(s *scene.Scene, m *scene.Mention, lo, end int) *entity {
	e := r.byID[m.Actor.ID]
	if e == nil {
		e = &entity{Party: record.Party{Actor: m.Actor, Office: r.officeOn(m)}, gender: m.Gender, short: strings.ToLower(m.Surname)}
		r.byID[m.Actor.ID] = e
		if m.Office != "" {
			e.heads = append(e.heads, m.Office)
		}
		r.remember(e)
	}
	e.describe(s, lo, end)
	return e
}

// describe adds the office nouns of the tokens to those by which the entity is found again.
func (e *entity) describe(s *scene.Scene, lo, end int) {
	for k := lo; k < end && len(e.heads) < 12; k++ {
		w := s.Lower[k]
		if !scene.OfficeHeads[w] {
			continue
		}
		if w == "minister" && k > lo && (s.Lower[k-1] == "prime" || s.Lower[k-1] == "foreign") {
			w = s.Lower[k-1] + " " + w
		}
		if !e.has(w) {
			e.heads = append(e.heads, w)
		}
		switch w {
		case "king", "chairman", "emir", "sultan", "prince", "spokesman", "vice-chairman":
			e.gender = orIf(e.gender, "m")
		case "queen", "chairwoman", "princess", "spokeswoman", "empress":
			e.gender = orIf(e.gender, "f")
		}
	}
	for k := lo; k < end; k++ {
		switch strings.TrimSuffix(s.Lower[k], ".") {
		case "mr":
			e.gender = orIf(e.gender, "m")
		case "ms", "mrs":
			e.gender = orIf(e.gender, "f")
		}
	}
}

func orIf(v, w string) string {
	if v != "" {
		return v
	}
	return w
}
