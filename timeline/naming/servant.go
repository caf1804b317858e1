package naming

import (
	"strings"

	"demarche/timeline/actors"
	"demarche/timeline/scene"
)

// served is the known person to whom the holder of the office at token k belongs: "a spokesman for | President Lind",
// "the wife of | Lind"; nil for none.
func served(s *scene.Scene, k, hi int) *scene.Mention {
	ms := s.MentionsIn(k+1, hi)
	for i := range ms {
		a, _ := s.Range(ms[i].Span)
		if ms[i].Actor.Kind == actors.Person {
			if words.Complementing[s.At(k+1)] && onlyTitle(s, k+2, a) {
				return &ms[i]
			}
			return nil
		}
	}
	return nil
}

// servantName is what the holder of an office at token k, in a phrase that begins at token from, is to whom they serve:
// "Spokesperson for ", "Aide to ".
func servantName(s *scene.Scene, from, k int) string {
	head := scene.UpperFirst(scene.Clean(s.Words(from, k+1)))
	if words.Spokesperson[s.Lower[k]] {
		head = "Spokesperson"
	}
	return head + " " + s.Lower[k+1] + " "
}

// onlyTitle reports whether the tokens from k to a name at token a are a title with its state, without "the".
func onlyTitle(s *scene.Scene, k, a int) bool {
	for ; k < a; k++ {
		w := s.Lower[k]
		if !words.AddressForm[w] && !words.Office[w] && !s.StateAt(k) && w != "'s" && s.Doc.Tokens[k].Tag[0] != 'J' {
			m := s.MentionAt(k)
			if m == nil || m.Actor.Kind != actors.Organisation {
				return false
			}
		}
	}
	return true
}

// spokesperson names an unnamed spokesperson by the body spoken for, which stands before the head or after "for" or
// "of".
func spokesperson(r *offices, s *scene.Scene, lo, hi, k int, state string) string {
	name := "Spokesperson"
	if body := spokenFor(r, s, lo, hi, k, state); body != "" {
		name = scene.UpperFirst(body) + " spokesperson"
	}
	if len(state) == 3 {
		name += " of " + r.Articled(state)
	}
	return name
}

// spokenFor is the body for which a spokesperson speaks, without its state: "Foreign Ministry".
func spokenFor(r *offices, s *scene.Scene, lo, hi, k int, state string) string {
	a, b := lo, k
	if k+1 < hi && (s.Lower[k+1] == "for" || s.Lower[k+1] == "of") {
		a, b = s.SkipDeterminer(k+2, hi), hi
	}
	if body := ministryLabel(r, s, lo, hi, state); body != "" {
		return body
	}
	var parts []string
	for i := a; i < b; i++ {
		m := s.MentionAt(i)
		if m != nil && m.Actor.Kind == actors.State && m.Kind != actors.ByMetonym && s.At(i-1) != "in" {
			// the state stands at the end of the name: drop it with what joins it
			for len(parts) > 0 && (parts[len(parts)-1] == "of" || parts[len(parts)-1] == "the") {
				parts = parts[:len(parts)-1]
			}
			continue
		}
		if w := s.Lower[i]; w == "'s" || w == "," || w == "chief" && i < k {
			continue
		}
		parts = append(parts, s.Doc.Word(i))
	}
	body := strings.Trim(strings.Join(parts, " "), " ,")
	if len(parts) == 1 {
		if full := s.Names.Unabbreviate(body); full != "" {
			return full
		}
	}
	return body
}

// ministryLabel is the canonical name, without its state, of the ministry to which the office in the phrase belongs;
// "" for none.
func ministryLabel(r *offices, s *scene.Scene, lo, hi int, state string) string {
	for _, m := range s.MentionsIn(lo, hi) {
		if u, ok := r.Gazetteer.Unnamed(m.Actor.State, m.Office); ok && m.Kind == actors.ByMetonym &&
			words.MinistryClass[hyphened(m.Office)] {
			return withoutState(u.Name)
		}
	}
	switch class := PostClass(s, lo, hi); class {
	case "foreign ministry":
		return "Foreign Ministry"
	case "defence ministry":
		return spelledAs("Defence Ministry", s.Words(lo, hi))
	case "ministry":
		if e := bodyMeant(r.states, class, s.Doc.Tokens[lo].Start); e != nil && e.State == state &&
			onlyWord(s, lo, hi, "ministry") {
			return withoutState(e.Name)
		}
	}
	return ""
}

// membersOf names the people of a state or organisation that the phrase puts after or around them: "sources in
// Israel" are Israeli sources, "officials of the EU" EU officials, "security agencies in Thailand" those of Thailand.
// nil for every other phrase.
func membersOf(r *organisations, s *scene.Scene, lo, hi int) *Entity {
	from := s.SkipDeterminer(lo, hi)
	link := from
	for link < hi && !words.MemberPreposition[s.Lower[link]] && (!s.Capital(link) || link == from) {
		link++
	}
	if link == from || !strings.HasSuffix(s.Lower[link-1], "s") && s.Lower[link-1] != "media" {
		return nil
	}
	if !words.MemberPreposition[s.At(link)] {
		return nil
	}
	m := s.MentionAt(s.SkipDeterminer(link+1, len(s.Lower)))
	if m == nil || m.Actor.State == "" || m.Actor.Kind != actors.State && m.Actor.Kind != actors.Organisation ||
		hi > link+3 {
		return nil
	}
	if _, end := s.Range(m.Span); s.At(end) == "and" && s.StateAt(end+1) {
		return nil
	}
	if s.Lower[from] == "representatives" && m.Actor.Kind == actors.State {
		return r.StateEntity(m.Actor)
	}
	for s.Doc.Tokens[from].Tag == "CD" && from+1 < link {
		from++ // "two | officials in Israel"
	}
	return r.Keep(r.peopleOf(m, strings.ToLower(s.Words(from, link)), s.Lower[link-1]))
}

// peopleOf are the people of a state or organisation under a noun phrase with that head: "Israeli sources".
func (r *organisations) peopleOf(m *scene.Mention, noun, head string) *Entity {
	e := &Entity{Plural: true, Heads: []string{head}}
	e.Kind, e.State = actors.Organisation, m.Actor.State
	adjective := r.Gazetteer.Adjective(m.Actor.State)
	switch {
	case m.Actor.Kind == actors.Organisation:
		e.Name = m.Actor.State + " " + noun
	case words.Crowd[head]:
		e.Name, e.State = adjective+" "+noun, ""
	case words.Office[strings.TrimSuffix(head, "s")]:
		e.Name = adjective + " " + noun
	default:
		e.Name = scene.UpperFirst(noun) + " of " + r.Articled(m.Actor.State)
	}
	e.ID = actors.UnlistedID(e.Name, e.State)
	return e
}

// ofAdministration reports an official, token k, of an administration without a name, as only the government of the
// United States is called: "a senior administration official".
func ofAdministration(s *scene.Scene, lo, k int) bool {
	from := s.SkipDeterminer(lo, k)
	plain := k-from == 1 || k-from == 2 && s.Doc.Tokens[from].Tag[0] == 'J'
	return plain && s.Lower[k] == "official" && words.AmericanGovernment[s.At(k-1)]
}

// american is that state.
const american = "USA"

// employer is where somebody works, as the words after an office tell.
type employer struct {
	state string
	label string // of a ministry or embassy, without its state: "Energy Ministry"
	name  string // the whole phrase: "Adviser at the Elysee"; "" for a place alone
}

// employed tells where somebody works whom the text does not name, in a phrase that ends at hi with the noun for them:
// "an official | in Chile's energy ministry", "a source at | the Peruvian embassy", "a security official | in Lima",
// "a presidential spokesman | in Lima". ok is false for every other phrase. A diplomat in a capital may be of any
// state.
func (r *organisations) employed(s *scene.Scene, lo, hi int) (at employer, ok bool) {
	single := words.IndefiniteArticle[s.Lower[lo]] || words.UnnamedLead[s.Lower[lo]]
	if !single || hi-lo < 2 || !words.Workplace[s.At(hi)] || s.NamesState(lo, hi) {
		return at, false
	}
	_, last := s.SentenceBounds(lo)
	from, end := s.SkipDeterminer(hi+1, last), s.PhraseEnd(hi+1, last)
	if from >= end {
		return at, false
	}
	head := s.Lower[hi-1]
	m := s.MentionAt(from)
	if m != nil && m.Actor.Kind == actors.State && m.Kind != actors.ByDemonym {
		if _, b := s.Range(m.Span); b == end || s.At(b) == "," {
			at.state = m.Actor.State
			voice := words.Spokesperson[head] && words.HomeVoice[s.Lower[hi-2]]
			return at, s.Lower[hi] == "in" && (words.PlacedOfficial[head] || voice) && !ofManyStates(s, hi-1)
		}
	}
	of := r.bodyAt(s, hi+1, end)
	if of == nil {
		return at, false
	}
	at.state = of.State
	at.name = scene.UpperFirst(scene.Clean(s.Words(afterLead(s, lo, hi), end)))
	if ministry := words.MinistryClass[hyphened(of.Class)] && strings.Contains(of.Name, " of "); ministry {
		at.label = withoutState(of.Name)
	} else if of.Class == "embassy" {
		at.label = r.Gazetteer.Adjective(of.State) + " embassy"
	}
	return at, at.state != ""
}

// afterPost is the end of a name in apposition after the place of an office that a phrase, tokens lo to hi-1, names:
// "Peru's acting ambassador | in Oslo, Jane Doe". It is hi for every other phrase.
func afterPost(s *scene.Scene, lo, hi, last int) int {
	m := s.MentionAt(hi + 1)
	if hi <= lo || !words.Workplace[s.At(hi)] || m == nil || m.Actor.Kind != actors.State || !s.Offices.HasHead(lo, hi) {
		return hi
	}
	_, comma := s.Range(m.Span)
	if s.At(comma) != "," || comma+1 >= last || !s.Capital(comma+1) {
		return hi
	}
	if end := s.PhraseEnd(comma+1, last); s.Names.Naming(comma+1, end) && s.At(end) == "," {
		return end
	}
	return hi
}

// bodyAt is the body or government of a state that tokens lo to hi-1 name, nil for none.
func (r *organisations) bodyAt(s *scene.Scene, lo, hi int) *Entity {
	for _, read := range []func(*organisations, *scene.Scene, int, int) *Entity{metonymBody, bodyOf} {
		if e := read(r, s, lo, hi); e != nil {
			return e
		}
	}
	if e := r.government(s, lo, hi); e != nil && s.NamesState(lo, hi) {
		return e
	}
	return nil
}

// ofManyStates reports whether the word before the noun for somebody, token k, tells only of which part of the world
// they are: "a Western | official", "a West African | ambassador".
func ofManyStates(s *scene.Scene, k int) bool {
	return k > 0 && words.PartOfWorld[s.Lower[k-1]] && s.MentionAt(k-1) == nil
}

// postAt is the name of somebody, the noun for whom is token k of a phrase from token lo on, by where they work.
func (r *organisations) postAt(s *scene.Scene, lo, k int, at employer) string {
	if at.label == "" || s.Lower[k] != "official" {
		return at.name
	}
	rank := scene.Clean(s.Words(afterLead(s, lo, k), k))
	name := scene.UpperFirst(strings.TrimSpace(rank + " " + at.label + " official"))
	if strings.HasSuffix(at.label, " embassy") {
		return name
	}
	return name + " of " + r.Articled(at.state)
}

// ofNextHolder reports whether the office at token k, with which a description from token lo on begins, is that of
// somebody who serves the holder of an office named after it: "special | envoy of French President Ada Lind".
func ofNextHolder(s *scene.Scene, lo, k, end int) bool {
	if k+2 >= end || !words.Complementing[s.Lower[k+1]] || s.Lower[k+1] == "and" || s.Contains(lo, k, ",") {
		return false
	}
	for j := k + 2; j+1 < end && s.Capital(j); j++ {
		if words.Office[s.Lower[j]] {
			return s.Capital(j + 1)
		}
	}
	return false
}
