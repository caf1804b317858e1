package naming

import (
	"slices"
	"sort"
	"strings"

	"demarche/quotes/article"
	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/dates"
	"demarche/timeline/scene"
)

// newSetting reads the date of an article, and the state and kind of its outlet.
func newSetting(a *article.Article, d *text.Doc, g *actors.Gazetteer) *Setting {
	r := &Setting{Article: a, Gazetteer: g, Body: scene.New(d, false)}
	if p, err := dates.Parse(a.Published); err == nil && a.Published != "" {
		r.Published = p
		r.Day = p.Latest
	}
	r.Title = scene.New(text.Parse(strings.ReplaceAll(a.Title, "_", " ")), true)
	r.Home = r.home()
	if p, ok := r.conferenceDay(); ok {
		r.Published, r.Day = p, p.Latest
	}
	return r
}

// conferenceDay is the day that the title of an official page on words to the press ends with, which is that of the
// words whatever day the site gives: "Regular Press Conference on May 4".
func (r *Setting) conferenceDay() (d dates.Date, ok bool) {
	title := strings.TrimSpace(r.Title.Text)
	if !r.OwnSite || !words.PressTitle.Within(strings.ToLower(title)) {
		return d, false
	}
	found := dates.Find(title, r.Day)
	if len(found) != 1 || found[0].Relative || found[0].End != len(title) || len(found[0].Value) != len(r.Day) {
		return d, false
	}
	d, err := dates.Parse(found[0].Value)
	return d, err == nil
}

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

// TitleLeaders is the body that the title names before its leaders, "G7 Leaders' Statement", or with which it begins.
// nil for none.
func (r *Cast) TitleLeaders() *Entity {
	s := r.Title
	if m := s.MentionAt(s.SkipDeterminer(0, len(s.Lower))); m != nil && m.Actor.Kind == actors.Organisation {
		return r.StateEntity(m.Actor)
	}
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
	if list := r.TitleSides(); len(list) == 2 {
		return list
	}
	return nil
}

// TitleSides are the states or bodies, two or more, that the title joins with hyphens or dashes, "U.S.-Japan-EU task
// force"; nil where it joins none.
func (r *Cast) TitleSides() []*Entity {
	var list []*Entity
	ms := r.Title.Mentions
	for i := 0; i+1 < len(ms); i++ {
		a, b := &ms[i], &ms[i+1]
		switch gap := r.Title.Text[a.End:b.Start]; {
		case !Institution(a) || !Institution(b) || !joiningGap(gap):
			if len(list) > 0 {
				return Distinct(list)
			}
		case len(list) == 0:
			list = []*Entity{r.StateEntity(a.Actor), r.StateEntity(b.Actor)}
		default:
			list = append(list, r.StateEntity(b.Actor))
		}
	}
	return Distinct(list)
}

// joiningGap reports whether what stands between two names is only a hyphen or dash.
func joiningGap(gap string) bool {
	gap = strings.TrimSpace(gap)
	return gap == "-" || gap == "–"
}

// Institution reports whether the mention names a state or an organisation.
func Institution(m *scene.Mention) bool {
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

// introduce spells the name of a new person and notes by what part of it the article may call him.
func (r *Cast) introduce(e *Entity) {
	e.Name, e.Office = unshout(e.Name), unshout(e.Office)
	if strings.Contains(e.Name, " of ") {
		return
	}
	if f := strings.Fields(strings.ToLower(e.Name)); e.short == "" && len(f) > 0 {
		e.short = f[len(f)-1]
	}
	r.remember(e)
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

// BodyOf is the body of another state that is called as e is: for the Foreign Ministry of Norway the one of Peru. nil
// for a body whose name does not end with its state.
func (r *Cast) BodyOf(e *Entity, state string) *Entity {
	base, ok := strings.CutSuffix(e.Name, " of "+r.Articled(e.State))
	if people := r.Gazetteer.Adjective(e.State); !ok && people != "" {
		base, ok = strings.CutPrefix(e.Name, people+" ")
	}
	if !ok || state == e.State || len(state) != 3 || len(e.State) != 3 {
		return nil
	}
	if u, ok := r.Gazetteer.Unnamed(state, e.Class); ok && words.MinistryBody[e.Class] {
		return KeepBody(r, e.Class, spelledAs(u.Name, base), state)
	}
	return KeepBody(r, e.Class, r.namedFor(base, state), state)
}

// bodyPlace is where the body of an article names a body of a state together with its state.
type bodyPlace struct {
	pos    int // byte
	class  string
	entity *Entity
}

// fits reports whether the noun of a class may mean the body: the State Department is no ministry.
func (b *bodyPlace) fits(class string) bool {
	same := b.class == class || class == "ministry" && words.MinistryClass[hyphened(b.class)]
	return same && (!words.MinistryClass[hyphened(class)] || NameHas(b.entity, "ministry"))
}

// namedFor is the name of a body of a state: "Thai Army", since forces are called by the word for their people, but
// "Border Service of Norway".
func (r *Setting) namedFor(name, state string) string {
	last := strings.ToLower(name[strings.LastIndex(name, " ")+1:])
	if people := r.Gazetteer.Adjective(state); words.ForceOfPeople[last] && people != "" && state != american {
		return people + " " + name
	}
	return name + " of " + r.Articled(state)
}

// NamedBody is the body of a state that tokens lo to hi-1 name without it: "the country's | National Council".
func (r *Cast) NamedBody(s *scene.Scene, lo, hi int, state string) *Entity {
	return KeepBody(r, "", scene.TitleCase(scene.Clean(s.Words(lo, hi)))+" of "+r.Articled(state), state)
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
	return KeepBody(r, "ministry", scene.TitleCase(kind+" ministry")+" of "+r.Articled(e.State), e.State)
}

// EmbassyIn is the embassy of a state in another.
func (r *Cast) EmbassyIn(state, host string) *Entity {
	return KeepBody(r, "embassy", "Embassy of "+r.Articled(state)+" in "+r.Articled(host), state)
}
