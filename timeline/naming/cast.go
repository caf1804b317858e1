package naming

import (
	"slices"
	"strings"

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

// BodyOf is the body of another state that is called as e is: for the Foreign Ministry of Norway the one of Peru. nil
// for a body whose name does not end with its state.
func (r *Cast) BodyOf(e *Entity, state string) *Entity {
	base, ok := strings.CutSuffix(e.Name, " of "+r.articled(e.State))
	if !ok || state == e.State || len(state) != 3 || len(e.State) != 3 {
		return nil
	}
	if u, ok := r.Gazetteer.Unnamed(state, e.Class); ok && words.MinistryBody[e.Class] {
		return KeepBody(r, e.Class, spelledAs(u.Name, base), state)
	}
	return KeepBody(r, e.Class, base+" of "+r.articled(state), state)
}

// NamedBody is the body of a state that tokens lo to hi-1 name without it: "the country's | National Council".
func (r *Cast) NamedBody(s *scene.Scene, lo, hi int, state string) *Entity {
	return KeepBody(r, "", scene.TitleCase(scene.Clean(s.Words(lo, hi)))+" of "+r.articled(state), state)
}

// AsWritten is the body that tokens lo to hi-1 name, as they are written.
func (r *Cast) AsWritten(s *scene.Scene, lo, hi int) *Entity {
	e := Group(scene.UpperFirst(scene.Clean(s.Words(lo, hi))), "")
	if m := s.MentionAt(lo); m != nil && m.Actor.Kind == actors.Organisation {
		e = Group(e.Name, m.Actor.State)
	}
	return r.Keep(e)
}

// OfficeOf is the office of a president or of a head of government under its plain name, whatever its seat is called.
func (r *Cast) OfficeOf(class, state string) *Entity {
	if class == "prime minister's office" {
		return OfficeBody(r, "prime minister", state)
	}
	return OfficeBody(r, "president", state)
}

// MinistryLed is the ministry of a minister of no class of the gazetteer: of the justice minister the Justice Ministry.
// nil for others.
func (r *Cast) MinistryLed(e *Entity) *Entity {
	title, _, _ := strings.Cut(strings.ToLower(e.Office), " of ")
	kind, ok := strings.CutSuffix(title, " minister")
	kind = strings.TrimPrefix(kind, strings.ToLower(r.Gazetteer.Adjective(e.State))+" ")
	if !ok || len(e.State) != 3 || kind == "prime" || strings.HasPrefix(kind, "deputy") {
		return nil
	}
	return KeepBody(r, "ministry", scene.TitleCase(kind+" ministry")+" of "+r.articled(e.State), e.State)
}

// EmbassyIn is the embassy of a state in another.
func (r *Cast) EmbassyIn(state, host string) *Entity {
	return KeepBody(r, "embassy", "Embassy of "+r.articled(state)+" in "+r.articled(host), state)
}
