package naming

import (
	"strings"

	"demarche/timeline/actors"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// bodyOf reads the name of a body of a state: "Georgia's Foreign Ministry", "the Embassy of Japan in Oslo", "the
// office of the Israeli president". The name is the canonical one, whatever the words: "Foreign Ministry of Georgia".
// nil for everything else.
func bodyOf(r *organisations, s *scene.Scene, lo, hi int) *Entity {
	if e := officeOfHolder(r.Cast, s, lo, hi); e != nil {
		return e
	}
	p := postIn(s, lo, hi)
	if p == nil {
		return nil
	}
	a, b := s.Range(p.Span)
	abroad := words.AbroadBody[hyphened(p.Office)]
	state, name := stateOfBody(s, lo, hi, a, abroad)
	if state == "" && name == "" {
		var e *Entity
		if e, state = r.bare(s, lo, a, b, p.Office); e != nil || state == "" {
			return e
		}
	}
	class := p.Office
	if u, ok := r.Gazetteer.Unnamed(state, plainMinistry); ok && name == "" && plainlyMinistry(s, lo, hi, a) {
		if e := bodyMeant(r.states, class, s.Doc.Tokens[lo].Start); e != nil && e.State == state {
			return e
		}
		return KeepBody(r.Cast, plainMinistry, u.Name, state) // "the ministry in Rabat"
	}
	return KeepBody(r.Cast, class, bodyName(r.Cast, s, lo, hi, a, b, class, state, name), state)
}

// bare reads a body of the class that a phrase from token lo names without its state, tokens a to b-1: the body itself
// where the article has named it, else its state, "" where the text does not tell. "The High Security Council" is not
// that of the United Nations.
func (r *organisations) bare(s *scene.Scene, lo, a, b int, class string) (e *Entity, state string) {
	if s.Lower[lo] == "its" || s.Lower[lo] == "their" {
		if state = scene.PossessingState(s, lo); state != "" {
			return nil, state
		}
	}
	if class == "security council" && (a == s.SkipDeterminer(lo, a) || !s.Capital(a-1)) {
		return worldCouncil(r.Cast), ""
	}
	if words.AbroadBody[hyphened(class)] && !s.IsTitle && s.At(b) != "of" {
		return r.states.guest(s, lo, b, class)
	}
	if s.At(b) == "of" || s.At(b) == "in" || s.IsTitle {
		return nil, "" // of something that nobody knows
	}
	if state = r.states.local(s, lo, class); state != "" {
		return nil, state
	}
	if e = bodyMeant(r.states, class, s.Doc.Tokens[lo].Start); e != nil {
		return e, ""
	}
	return nil, r.states.meant(s, lo, class)
}

// guest reads a body abroad, such as an embassy, that a phrase from token lo to b names without its state: the one of
// its class that was named last, else that of the outlet's state, else of the only state named before which is not
// where the body is or the article was written. nil and "" where there are more.
func (r *states) guest(s *scene.Scene, lo, b int, class string) (e *Entity, state string) {
	host := r.Written
	if m := s.MentionAt(s.SkipDeterminer(b+1, len(s.Lower))); s.At(b) == "in" && m != nil {
		host = m.Actor.State
	}
	if e = bodyMeant(r, class, s.Doc.Tokens[lo].Start); e != nil && e.State != host {
		if s.At(b) == "in" {
			return nil, e.State
		}
		return e, ""
	}
	if r.Home != "" && r.Home != host {
		return nil, r.Home
	}
	for k := range s.FirstMention[lo] {
		a := &s.Mentions[k].Actor
		if a.Kind != actors.State || a.State == host || a.State == state {
			continue
		}
		if state != "" {
			return nil, ""
		}
		state = a.State
	}
	return nil, state
}

// plainlyMinistry reports whether the phrase calls the body at token a a ministry without saying of what: "the ministry
// in Rabat", "Peru's ministry". A ministry of justice is not the one of foreign affairs.
func plainlyMinistry(s *scene.Scene, lo, hi, a int) bool {
	bare := a == lo || s.Lower[a-1] == "the" || s.Lower[a-1] == "'s" || s.Lower[a-1] == "'" || s.StateAt(a-1)
	next := s.At(a + 1)
	return hi-lo <= 4 && bare && s.Lower[a] == "ministry" && !s.Capital(a+1) && next != "of" && next != "for"
}

// plainMinistry is the class of the ministry that a text about states means by "the ministry" of a state.
const plainMinistry = "foreign ministry"

// worldCouncil is the Security Council of the United Nations: the one that is meant where no state is named.
func worldCouncil(r *Cast) *Entity {
	e, ok := r.Gazetteer.Lookup("UNSC")
	if !ok {
		return nil
	}
	return r.Keep(&Entity{Party: record.Party{Actor: e.Actor}, Plural: true})
}

// postIn returns the mention of a body of a state that is the head of the phrase, nil for none.
func postIn(s *scene.Scene, lo, hi int) *scene.Post {
	p := s.Span(lo, hi)
	for i := range s.Posts {
		x := &s.Posts[i]
		if x.Start < p.Start || x.End > p.End || !words.BodyClass[hyphened(x.Office)] {
			continue
		}
		a, b := s.Range(x.Span)
		if headsPhrase(s, lo, hi, a, b) {
			return x
		}
		return nil
	}
	return nil
}

// headsPhrase reports whether the words before the body at tokens a to b-1 only say whose it is, and those after it
// of what or where.
func headsPhrase(s *scene.Scene, lo, hi, a, b int) bool {
	from := s.SkipDeterminer(lo, hi)
	if words.PossessivePerson[s.Lower[lo]] {
		from = lo + 1
	}
	for k := from; k < a; k++ {
		if m := s.MentionAt(k); m != nil && m.Actor.Kind != actors.Person || s.Lower[k] == "'s" || s.Lower[k] == "'" ||
			s.Lower[k] == "the" ||
			s.Capital(k) {
			continue
		}
		return false
	}
	for k := b; k < hi; k++ {
		if words.Office[s.Lower[k]] || words.Body[s.Lower[k]] && s.Lower[b] != "of" {
			return false
		}
	}
	if b >= hi || listed(s, a, b, hi) {
		return true
	}
	return words.BodyNext[s.Lower[b]] || s.Lower[b] == "(" || s.StateAt(b) || s.Capital(b) && s.Lower[b-1] == "of"
}

// listed reports whether the name of the body at tokens a to b-1 goes on as a list up to hi: "the Ministry of Foreign
// Affairs |, African Cooperation and Moroccan Expatriates".
func listed(s *scene.Scene, a, b, hi int) bool {
	return s.Lower[b] == "," && s.Contains(a, b, "of") && len(s.Lists.Members(a, hi)) == 1
}

// stateOfBody returns the state whose body the phrase names, or the name of what is no state; at is the first token
// of the body. One that is abroad is not of the state where it is.
func stateOfBody(s *scene.Scene, lo, hi, at int, abroad bool) (state, name string) {
	for k := lo; k < hi+2 && k < len(s.Lower); k++ {
		if k >= hi && (abroad || s.Lower[hi] != "in" || k == hi) {
			continue
		}
		if k > at && (s.Lower[k] == "to" || abroad && s.Lower[k] == "in") {
			break
		}
		m := s.MentionAt(k)
		if m == nil || m.Actor.Kind == actors.Person || m.Actor.Kind == actors.Medium {
			continue
		}
		if m.Actor.Kind == actors.State {
			return m.Actor.State, ""
		}
		return "", m.Of(s.Text)
	}
	if at-lo >= 2 && s.Lower[at-1] == "'s" && s.Capital(at-2) {
		return "", scene.Clean(s.Words(s.SkipDeterminer(lo, at), at-1)) // "Gaza's Health Ministry"
	}
	return "", ""
}

// bodyName is the canonical name of a body whose words are tokens a to b-1 of the phrase lo to hi-1.
func bodyName(r *Cast, s *scene.Scene, lo, hi, a, b int, class, state, other string) string {
	of := other
	if of == "" {
		of = r.Articled(state)
	}
	switch {
	case words.MinistryBody[class]:
		if u, ok := r.Gazetteer.Unnamed(state, class); ok {
			return spelledAs(u.Name, s.Words(a, b))
		}
	case class == "embassy":
		return missionName(r.Setting, s, hi, a, b, state, of)
	case ofOrgan(s, b, hi) != "":
		return scene.TitleCase(scene.Clean(s.Words(a, b))) + " of the " + ofOrgan(s, b, hi)
	}
	end := b
	for end < hi && !s.StateAt(end) && s.Lower[end] != "(" && s.Lower[end] != "in" {
		end++
	}
	for end > b && (words.Determiner[s.Lower[end-1]] || s.Lower[end-1] == "of") {
		end--
	}
	for a > lo && s.Capital(a-1) && s.MentionAt(a-1) == nil && !words.Determiner[s.Lower[a-1]] {
		a--
	}
	name := scene.TitleCase(scene.Clean(s.Words(a, end)))
	if other == "" && end == b {
		return r.namedFor(name, state)
	}
	return name + " of " + of
}

// missionName names an embassy of a state by where it is, by the text or the place where that was written, a permanent
// mission by the United Nations.
func missionName(r *Setting, s *scene.Scene, hi, a, b int, state, of string) string {
	words := strings.ToLower(s.Words(a, b))
	if strings.Contains(words, "mission") {
		return "Permanent Mission of " + of + " to the United Nations"
	}
	name := scene.TitleCase(words) + " of " + of
	for k := b; k+1 < hi+2 && k+1 < len(s.Lower); k++ {
		if w := s.Lower[k]; w != "in" && w != "to" {
			continue
		}
		if m := s.MentionAt(s.SkipDeterminer(k+1, k+3)); m != nil && m.Actor.Kind == actors.State {
			return name + " in " + r.Articled(m.Actor.State)
		}
		return name
	}
	if m := scene.OpeningPlace(s, a); m != nil && m.Actor.State != state && !s.IsTitle {
		return name + " in " + r.Articled(m.Actor.State)
	}
	if r.Written != "" && r.Written != state && state != "" {
		return name + " in " + r.Articled(r.Written)
	}
	return name
}

// Embassy is the embassy of a state, by the place where the text was written.
func Embassy(r *Cast, state string) *Entity {
	name := "Embassy of " + r.Articled(state)
	if r.Written != "" && r.Written != state {
		name += " in " + r.Articled(r.Written)
	}
	return KeepBody(r, "embassy", name, state)
}

// officeOfHolder reads "the office of the Israeli president", "President Herzog's office": the office, not who holds
// it.
func officeOfHolder(r *Cast, s *scene.Scene, lo, hi int) *Entity {
	from := s.SkipDeterminer(lo, hi)
	switch {
	case s.HasWords(from, "office", "of") && from+3 < hi:
		from += 2
	case hi-from >= 3 && s.Lower[hi-1] == "office" && (s.Lower[hi-2] == "'s" || s.Lower[hi-2] == "'"):
		hi -= 2
	default:
		return nil
	}
	state, class := "", s.Offices.In(from, hi)
	for _, m := range s.MentionsIn(from, hi) {
		if m.Actor.State != "" && state == "" {
			state = m.Actor.State
		}
		if m.Actor.Kind == actors.Person && m.Office != "" {
			class = m.Office
		}
	}
	return OfficeBody(r, class, state)
}

// OfficeBody is the office of the president or prime minister of a state, nil for other classes of offices.
func OfficeBody(r *Cast, class, state string) *Entity {
	switch class {
	case "president":
		return KeepBody(r, "presidency", "Office of the President of "+r.Articled(state), state)
	case "prime minister":
		return KeepBody(r, "prime minister's office", "Office of the Prime Minister of "+r.Articled(state), state)
	}
	return nil
}

// metonymBody reads a ministry or organ that has a name of its own: "the State Department", "MEA", "the Knesset". nil
// for other seats of power.
func metonymBody(r *organisations, s *scene.Scene, lo, hi int) *Entity {
	from := s.SkipDeterminer(lo, hi)
	for _, m := range s.MentionsIn(lo, hi) {
		a, b := s.Range(m.Span)
		ends := b >= hi || s.Lower[b] == "(" || s.Lower[b] == "of" || atHome(s, b, &m)
		whole := ends && (from == a || s.StateAt(from))
		class := hyphened(m.Office)
		speaks := words.MinistryClass[class] || words.NamedOrgan[class] || palace(r.Gazetteer, &m)
		if m.Kind != actors.ByMetonym || !speaks || !whole {
			continue
		}
		state := m.Actor.State
		if from < a {
			state = s.MentionAt(from).Actor.State // "the Australian Defense Department"
		}
		switch u, ok := r.Gazetteer.Unnamed(state, m.Office); {
		case words.NamedOrgan[class]:
			return KeepBody(r.Cast, m.Office, m.Seat, state)
		case ok && class == "ministry": // one that the classes do not tell apart: "the Justice Department"
			name := m.Seat
			if !strings.Contains(name, " of ") && !strings.HasPrefix(name, r.Gazetteer.Adjective(state)+" ") {
				name += " of " + r.Articled(state)
			}
			return KeepBody(r.Cast, m.Office, name, state)
		case ok:
			return KeepBody(r.Cast, m.Office, u.Name, state)
		}
	}
	return nil
}

// atHome reports whether the tokens from k on only say that the body is in its own state: "the Foreign Office | in
// Berlin".
func atHome(s *scene.Scene, k int, m *scene.Mention) bool {
	place := s.MentionAt(s.SkipDeterminer(k+1, len(s.Lower)))
	return s.At(k) == "in" && place != nil && place.Actor.Kind == actors.State && place.Actor.State == m.Actor.State
}

// palace reports the seat of a presidency that has an office of another name: the Élysée is the office of the
// president. The Kremlin, whose office is called by it, stands for the government.
func palace(g *actors.Gazetteer, m *scene.Mention) bool {
	u, ok := g.Unnamed(m.Actor.State, m.Office)
	return ok && m.Office == "presidency" && !strings.HasPrefix(u.Name, m.Seat)
}

// bodyPhrase returns the tokens around the mention of a body that say whose and where it is.
func bodyPhrase(s *scene.Scene, p *scene.Post) (lo, hi int) {
	lo, hi = s.Range(p.Span)
	first, last := s.SentenceBounds(lo)
	for lo > first && (s.StateAt(lo-1) || s.Lower[lo-1] == "'s" && s.StateAt(lo-2) || s.Capital(lo-1) && s.StateAt(lo-2)) {
		lo--
	}
	for hi+1 < last && words.BodyPreposition[s.Lower[hi]] {
		k := s.SkipDeterminer(hi+1, last)
		m := s.MentionAt(k)
		if m == nil || m.Actor.Kind != actors.State && m.Actor.Kind != actors.Organisation {
			break
		}
		_, hi = s.Range(m.Span)
	}
	return lo, hi
}

// bodyMeant returns the body of a class that the article named last before byte pos, nil for none. "ministry" means
// one of any class of ministries.
func bodyMeant(r *states, class string, pos int) *Entity {
	if b := bodyMeantAt(r, class, pos); b != nil {
		return b.entity
	}
	return nil
}

// bodyMeantAt is the place of that body.
func bodyMeantAt(r *states, class string, pos int) *bodyPlace {
	for i := len(r.bodies) - 1; i >= 0; i-- {
		if b := &r.bodies[i]; b.pos < pos && b.fits(class) {
			return b
		}
	}
	return nil
}

// PostClass is the class of the body to which the office in the phrase belongs: "foreign ministry" of "a foreign
// ministry spokesman".
func PostClass(s *scene.Scene, lo, hi int) string {
	p := s.Span(lo, hi)
	for i := range s.Posts {
		x := &s.Posts[i]
		if x.Start < p.Start || x.End > p.End {
			continue
		}
		class, _, _ := strings.Cut(x.Office, " spokesperson")
		if words.BodyClass[hyphened(class)] {
			return class
		}
	}
	if s.Contains(lo, hi, "ministry") {
		return "ministry"
	}
	return ""
}
