package naming

import (
	"slices"
	"sort"

	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/scene"
)

// TitlePeople are the persons of the gazetteer whom the title names.
func (r *Cast) TitlePeople() []*Entity {
	var list []*Entity
	for i := range r.Title.Mentions {
		m := &r.Title.Mentions[i]
		if m.Actor.Kind == actors.Person && m.Actor.ID != "" {
			lo, hi := r.Title.Range(m.Span)
			list = append(list, r.EntityOf(r.Title, m, lo, hi))
		}
	}
	return Distinct(list)
}

// TitleLeaders is the body that the title names before its leaders: "G7 Leaders' Statement". nil for none.
func (r *Cast) TitleLeaders() *Entity {
	s := r.Title
	for k := 1; k < len(s.Lower); k++ {
		if m := s.MentionAt(k - 1); s.Lower[k] == "leaders" && m != nil && m.Actor.Kind == actors.Organisation {
			return r.StateEntity(m.Actor)
		}
	}
	return nil
}

// TitlePair are the two states or bodies that the title joins with a hyphen, "U.S.-EU task force"; nil where it joins
// none.
func (r *Cast) TitlePair() []*Entity {
	ms := r.Title.Mentions
	for i := 0; i+1 < len(ms); i++ {
		a, b := &ms[i], &ms[i+1]
		if gap := r.Title.Text[a.End:b.Start]; gap != "-" && gap != "–" || !institution(a) || !institution(b) {
			continue
		}
		return Distinct([]*Entity{r.StateEntity(a.Actor), r.StateEntity(b.Actor)})
	}
	return nil
}

// institution reports whether the mention names a state or an organisation.
func institution(m *scene.Mention) bool {
	return m.Actor.Kind == actors.State || m.Actor.Kind == actors.Organisation
}

// TextAt is the span of the byte at pos.
func TextAt(pos int) text.Span { return text.Span{Start: pos, End: pos + 1} }

// NamedBefore are the people who fit and whom the text named before byte pos, in its order.
func (r *Cast) NamedBefore(pos int, fits func(*Entity) bool) []*Entity {
	var out []*Entity
	for _, e := range r.Persons {
		if len(e.Places) > 0 && e.Places[0] < pos && !e.Plural && fits(e) {
			out = append(out, e)
		}
	}
	out = Distinct(out)
	slices.SortStableFunc(out, func(a, b *Entity) int { return a.Places[0] - b.Places[0] })
	return out
}

// TokenAt is the first token that ends after byte pos.
func (r *Setting) TokenAt(pos int) int {
	k, _ := r.Body.Range(TextAt(pos))
	return k
}

// ofState returns the person of the state at token of whose short name is the one token from k to hi-1: "Peru's |
// Lind". nil for nobody.
func (r *Cast) ofState(s *scene.Scene, of, k, hi int) *Entity {
	m := s.MentionAt(of)
	if m == nil || m.Actor.Kind != actors.State || hi != k+1 || !s.Capital(k) {
		return nil
	}
	var list []*Entity
	for _, e := range r.Shorts[s.Lower[k]] {
		if e.Person() && e.State == m.Actor.State {
			list = append(list, e)
		}
	}
	if len(list) == 0 {
		return nil
	}
	return nearest(list, s.Doc.Tokens[k].Start)
}

// BodiesBefore are the bodies of states and the organisations that the article named before byte pos, the last one
// first, each once.
func (r *Names) BodiesBefore(pos int) []*Entity {
	s, bodies := r.Body, r.offices.states.bodies
	k := sort.Search(len(bodies), func(k int) bool { return bodies[k].pos >= pos })
	var list []*Entity
	for i := len(s.Mentions) - 1; i >= 0; i-- {
		m := &s.Mentions[i]
		if m.Start >= pos || m.Actor.Kind != actors.Organisation || m.Actor.ID == "" {
			continue
		}
		for ; k > 0 && bodies[k-1].pos > m.Start; k-- {
			list = append(list, bodies[k-1].entity)
		}
		list = append(list, r.StateEntity(m.Actor))
	}
	for ; k > 0; k-- {
		list = append(list, bodies[k-1].entity)
	}
	return Distinct(list)
}
