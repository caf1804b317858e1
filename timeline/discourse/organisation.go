package discourse

import (
	"strings"

	"demarche/timeline/actors"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// government reads a phrase that stands for the government of a state: its name, capital or demonym with a noun.
func (r *Entities) government(s *scene.Scene, lo, hi int) *Entity {
	ms := s.MentionsIn(lo, hi)
	for k := range ms {
		m := &ms[k]
		if m.Actor.Kind != actors.State {
			continue
		}
		a, b := s.Range(m.Span)
		if a > lo && (s.Lower[a-1] == "in" || s.Lower[a-1] == "of" && !governs(s, lo, a) || s.Lower[a-1] == "for") {
			return nil
		}
		last := s.Lower[hi-1]
		if s.HasBody(lo, hi) && !governs(s, lo, hi) {
			return nil
		}
		if b == hi && (m.Kind != actors.ByDemonym) || governs(s, lo, hi) {
			return r.StateEntity(m.Actor)
		}
		if words.NationNoun[last] || s.At(a-1) == "of" && s.At(a-2) == "people" {
			e := &Entity{Plural: true}
			e.Kind, e.State = actors.Organisation, m.Actor.State
			e.Name = "People of " + r.articled(m.Actor.State)
			e.ID = actors.UnlistedID(e.Name, e.State)
			return r.Keep(e)
		}
		return nil
	}
	if n := hi - 3; len(ms) == 0 && n >= lo && s.Lower[hi-1] == "country" && s.Lower[n] == "of" && governs(s, lo, n) {
		if a, ok := r.stateNamed(s, lo); ok {
			return r.StateEntity(a) // "the government of the country"
		}
	}
	if m := s.MentionAt(hi + 1); len(ms) == 0 && s.At(hi) == "in" && m != nil && m.Actor.Kind == actors.State &&
		governs(s, lo, hi) &&
		hi-lo <= 3 {
		return r.StateEntity(m.Actor) // "the government in Oslo"
	}
	if len(ms) == 0 && s.Lower[lo] == "government" && s.Lower[hi-1] == "officials" && hi-lo == 2 {
		if e := r.stateGovernment(r.stateMeant(s, lo, "")); e != nil {
			return e
		}
	}
	if len(ms) == 0 && hi-lo <= 4 && words.GovernmentName[s.Lower[hi-1]] {
		if a, ok := r.stateNamed(s, lo); ok {
			return r.StateEntity(a)
		}
	}
	return nil
}

// stateGovernment is the government of the state of that code, nil for none.
func (r *Entities) stateGovernment(code string) *Entity {
	a, ok := r.Gazetteer.Unnamed(code, "government")
	if !ok {
		return nil
	}
	return r.StateEntity(a)
}

// governs reports whether a noun of the phrase stands for a government.
func governs(s *scene.Scene, lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if w := strings.TrimRight(strings.TrimLeft(s.Lower[k], `"“`), `"”`); words.Government[w] &&
			(!s.Capital(k) || w == "government") {
			return true
		}
	}
	return false
}

// articled returns the name of a state as it stands after "of", such as "the Philippines".
func (r *Entities) articled(code string) string {
	n := r.Gazetteer.StateName(code)
	switch {
	case strings.HasPrefix(n, "United "),
		strings.HasSuffix(n, "s") && code != "LAO" && code != "CYP" && code != "HND" && code != "MUS" && code != "BRB",
		strings.HasSuffix(n, "Republic"),
		strings.Contains(n, " Republic of "):
		return "the " + n
	}
	return n
}

// organisation reads everything else: an organisation of the gazetteer, or the phrase as it is written.
func (r *Entities) organisation(s *scene.Scene, lo, hi int) *Entity {
	ms := s.MentionsIn(lo, hi)
	for k := range ms {
		m := &ms[k]
		if m.Actor.Kind != actors.Organisation && m.Actor.Kind != actors.Medium {
			continue
		}
		a, b := s.Range(m.Span)
		short := hi-b <= 2 && (words.Paper[s.Lower[hi-1]] || s.Lower[hi-1] == ")")
		if goesOn := b < hi && s.Lower[b] != "(" && (s.Lower[b] != "of" || b+1 >= hi); goesOn && !short {
			continue
		}
		before := a - 1
		if s.At(before) == "the" {
			before--
		}
		if a > lo && (s.At(before) == "of" || s.At(before) == "for") {
			continue
		}
		if e := r.ByID[m.Actor.ID]; e != nil {
			return e
		}
		e := &Entity{Party: record.Party{Actor: m.Actor}, Plural: true}
		r.ByID[e.ID] = e
		return e
	}
	if e := bodyOf(r, s, lo, hi); e != nil {
		return e
	}
	if noName(s, lo, hi) {
		return nil
	}
	if e := membersOf(r, s, lo, hi); e != nil {
		return e
	}
	from := s.SkipDeterminer(skipMembers(s, lo, hi), hi)
	if from > lo {
		if cut := placeTail(s, from, hi); cut > from {
			hi = cut
		}
	}
	e := &Entity{Plural: true}
	e.Kind = actors.Organisation
	e.Name = scene.UpperFirst(scene.Clean(s.Words(from, hi)))
	if e.Name == "" || hi-from == 1 && words.Thing[s.Lower[from]] {
		return nil
	}
	e.State = r.bodyState(s, lo, hi)
	if len(e.State) == 3 && hi-from <= 3 && s.OfficeIn(from, hi) != "" && !s.NamesState(from, hi) {
		e.Name = scene.TitleCase(e.Name) + " of " + r.articled(e.State)
	}
	e.ID = actors.UnlistedID(e.Name, e.State)
	for k := from; k < hi; k++ {
		if w := s.Lower[k]; words.Body[w] || words.Organ[w] || words.Paper[w] {
			e.Heads = append(e.Heads, w)
		}
	}
	return r.Keep(e)
}

// calledByKind reads the name of a body that stands after a noun for its kind: "the hauliers' association | Linava",
// "the opposition party | Future of Peru". nil for every other phrase.
func (r *Entities) calledByKind(s *scene.Scene, lo, hi int) *Entity {
	k := lo
	for k < hi && (s.Capital(k) && k > lo || !words.Body[s.Lower[k]] && !words.Paper[s.Lower[k]]) {
		k++
	}
	if k == lo || k+1 >= hi || !s.Capital(k+1) || words.Office[s.Lower[k+1]] {
		return nil
	}
	for i := k + 1; i < hi; i++ {
		m := s.MentionAt(i)
		if !s.Capital(i) && !words.NamePrepositionInner[s.Lower[i]] || m != nil && m.Actor.Kind != actors.State {
			return nil
		}
	}
	e := &Entity{Plural: true}
	e.Kind, e.State = actors.Organisation, r.bodyState(s, lo, k)
	if words.Body[s.Lower[k]] {
		e.State = ""
	}
	e.Name = scene.Clean(s.Words(k+1, hi))
	e.ID = actors.UnlistedID(e.Name, e.State)
	e.Heads = append(e.Heads, s.Lower[k])
	return r.Keep(e)
}

// infinitive reports "to" at k before a verb.
func infinitive(s *scene.Scene, k, hi int) bool {
	return s.Lower[k] == "to" && strings.HasPrefix(s.Doc.Tokens[k].Tag, "TO") && k+1 < hi &&
		s.Doc.Tokens[k+1].Tag == "VB"
}

// noName reports whether the phrase names nobody who could speak: it holds a verb, a day or a mark, or is about a
// thing.
func noName(s *scene.Scene, lo, hi int) bool {
	from := s.SkipDeterminer(lo, hi)
	if from >= hi || s.InTime(from) || s.TimeAt(from) != nil {
		return true
	}
	if hi-from == 1 && !s.NounTag(from) && s.MentionAt(from) == nil && !s.Capital(from) {
		return true
	}
	for k := from; k < hi; k++ {
		if w := s.Lower[k]; w == "``" || w == "“" || k > from && (s.FiniteVerb(k) || infinitive(s, k, hi)) {
			return true
		}
	}
	head := beforeComplement(s, from, hi)
	return words.NoSpeaker[s.Lower[head]] && (!s.Capital(head) || head == from)
}

// beforeComplement is the last token of a phrase before its first preposition.
func beforeComplement(s *scene.Scene, from, hi int) int {
	for k := from + 1; k < hi; k++ {
		if w := s.Lower[k]; words.Preposition[w] || w == "of" || w == "for" {
			return k - 1
		}
	}
	return hi - 1
}

// membersOf names the people of a state or organisation that the phrase puts behind or around them: "sources in
// Israel" are Israeli sources, "officials of the EU" EU officials, "security agencies in Thailand" those of Thailand.
// nil for every other phrase.
func membersOf(r *Entities, s *scene.Scene, lo, hi int) *Entity {
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
	return r.Keep(r.peopleOf(m, strings.ToLower(s.Words(from, link)), s.Lower[link-1]))
}

// peopleOf are the people of a state or organisation under a noun phrase with that head: "Israeli sources".
func (r *Entities) peopleOf(m *scene.Mention, noun, head string) *Entity {
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
		e.Name = scene.UpperFirst(noun) + " of " + r.articled(m.Actor.State)
	}
	e.ID = actors.UnlistedID(e.Name, e.State)
	return e
}

// skipMembers drops "more than 3 000 members of" before the name of a body: it is the body that speaks.
func skipMembers(s *scene.Scene, lo, hi int) int {
	for k := lo; k+2 < hi && k < lo+6; k++ {
		if words.Representative[s.Lower[k]] && s.Lower[k+1] == "of" && s.HasBody(k+2, hi) {
			return k + 2
		}
	}
	return lo
}

// placeTail returns the end of a body's name before the place where it is: "in south Korea". 0 for none.
func placeTail(s *scene.Scene, lo, hi int) int {
	for k := hi - 1; k > lo; k-- {
		if s.Lower[k] == "in" && s.StateAt(hi-1) && !strings.HasSuffix(s.Lower[k-1], "s") {
			return k
		}
	}
	return 0
}

// paper reads a newspaper that the gazetteer does not know by what it is called: "the Thai paper Xing San Daily",
// "Arpan, a newspaper of Nepal". nil for anything else.
func (r *Entities) paper(s *scene.Scene, lo, hi, end int) *Entity {
	for k := lo; k+1 < hi; k++ {
		if words.StateWord[s.Lower[k]] && words.MediaHead[s.Lower[k+1]] {
			e := &Entity{Heads: []string{"media"}}
			e.Kind, e.Name = actors.Medium, scene.UpperFirst(scene.Clean(s.Words(k, hi)))
			if m := s.MentionAt(lo); m != nil && m.Actor.Kind == actors.State {
				e.State = m.Actor.State
				e.Name = scene.Clean(s.Words(lo, hi))
			}
			if m := s.MentionAt(hi + 1); s.At(hi) == "in" && m != nil && m.Actor.Kind == actors.State {
				e.State = m.Actor.State
			}
			if s.Lower[hi-1] == "media" && e.State != "" {
				e.Name = r.Gazetteer.Adjective(e.State) + " state media"
			}
			if m := s.MentionAt(hi - 1); m != nil && m.Actor.Kind == actors.Medium {
				return r.Keep(&Entity{Party: record.Party{Actor: m.Actor}})
			}
			e.ID = actors.UnlistedID(e.Name, e.State)
			return r.Keep(e)
		}
	}
	at, stop := -1, hi
	for k := lo; k < hi; k++ {
		if w := s.Lower[k]; words.PaperNoun[w] && !s.Capital(k) {
			if k+1 < hi && (s.Capital(k+1) || s.Doc.Word(k+1) == `"` || s.Lower[k+1] == "“") {
				at = k + 1
			}
			break
		}
	}
	if at < 0 && end > hi && words.OrganArticle[s.At(hi+1)] {
		for k := hi; k < min(end, hi+7); k++ {
			if words.Paper[s.Lower[k]] && !s.Capital(k) {
				at = s.SkipDeterminer(lo, hi)
				break
			}
			if words.Office[s.Lower[k]] {
				break
			}
		}
	}
	if at < 0 {
		return nil
	}
	if m := s.MentionAt(at); m != nil && m.Actor.Kind == actors.Medium {
		return r.Keep(&Entity{Party: record.Party{Actor: m.Actor}})
	}
	e := &Entity{Heads: []string{"newspaper", "paper", "daily"}}
	e.Kind, e.Name = actors.Medium, scene.Clean(s.Words(at, stop))
	e.ID = actors.UnlistedID(e.Name, "")
	return r.Keep(e)
}
