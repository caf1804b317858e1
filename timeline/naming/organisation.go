package naming

import (
	"strings"

	"demarche/timeline/actors"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// organisations reads phrases that name governments, bodies, peoples and carriers of news. It reads no person.
type organisations struct {
	*Cast
	states *states
}

// government reads a phrase that stands for the government of a state: its name, capital or demonym with a noun.
func (r *organisations) government(s *scene.Scene, lo, hi int) *Entity {
	if e, ok := r.ownGovernment(s, lo, hi); ok || officeOfPresident(s, lo, hi) {
		return e
	}
	ms := s.MentionsIn(lo, hi)
	for k := range ms {
		if ms[k].Actor.Kind == actors.State {
			return r.governmentOf(s, &ms[k], lo, hi)
		}
	}
	if k := headOfGovernment(s, lo, hi); k >= 0 {
		if e := r.PersonAt(k); e != nil && !s.IsTitle {
			return r.stateGovernment(e.State)
		}
		if m := s.MentionAt(k); m != nil {
			return r.stateGovernment(m.Actor.State)
		}
		return r.governmentOnceOf(s, k)
	}
	if len(ms) > 0 {
		return nil
	}
	return r.governmentMeant(s, lo, hi)
}

// governmentOf reads a phrase with the name of a state: its government, its people, or nil.
func (r *organisations) governmentOf(s *scene.Scene, m *scene.Mention, lo, hi int) *Entity {
	a, b := s.Range(m.Span)
	if before := s.At(a - 1); a > lo && (before == "in" || before == "for" || before == "of" && !governs(s, lo, a)) {
		return nil
	}
	if s.At(a-1) == "to" && a > lo && officials(s, lo, a) {
		return nil // "two former ambassadors to Peru"
	}
	governed := governs(s, lo, hi)
	if p := postIn(s, lo, hi); p != nil && p.Office == "army" {
		return nil // "Norway's armed forces"
	}
	switch {
	case s.HasBody(lo, hi) && !governed:
		return nil
	case governed, b == hi && m.Kind != actors.ByDemonym:
		return r.StateEntity(m.Actor)
	case words.NationNoun[s.Lower[hi-1]], s.HasWords(a-2, "people", "of"):
		e := &Entity{Plural: true}
		e.Kind, e.State = actors.Organisation, m.Actor.State
		e.Name = "People of " + r.Articled(m.Actor.State)
		e.ID = actors.UnlistedID(e.Name, e.State)
		return r.Keep(e)
	}
	return nil
}

// ownGovernment reads a government with a name of its own, "Peru's Salvation Government": no state's. ok is false for
// every other phrase; the entity is nil for one that the gazetteer knows.
func (r *organisations) ownGovernment(s *scene.Scene, lo, hi int) (e *Entity, ok bool) {
	k := hi - 1
	if s.IsTitle || s.Lower[k] != "government" || !s.Capital(k) {
		return nil, false
	}
	if m := s.MentionAt(k); m != nil && m.Actor.Kind == actors.Organisation {
		return nil, true
	}
	for k > lo && s.Capital(k-1) && s.MentionAt(k-1) == nil && !words.PlainGovernment[s.Lower[k-1]] {
		k--
	}
	if k == hi-1 || k == lo && hi-lo == 2 && s.Doc.Tokens[lo].Tag != "NNP" {
		return nil, false
	}
	return r.Keep(Group(s.Words(k, hi), "")), true
}

// governmentMeant reads a phrase that names no state: "the government of the country", "the government in Oslo",
// "government officials", "the government". nil where the text speaks of no state, or the phrase of no government.
func (r *organisations) governmentMeant(s *scene.Scene, lo, hi int) *Entity {
	last := s.Lower[hi-1]
	if n := hi - 3; n >= lo && last == "country" && s.Lower[n] == "of" && governs(s, lo, n) {
		if a, ok := r.states.named(s, lo); ok {
			return r.StateEntity(a)
		}
	}
	if m := s.MentionAt(hi + 1); s.At(hi) == "in" && m != nil && m.Actor.Kind == actors.State && hi-lo <= 3 &&
		governs(s, lo, hi) {
		return r.StateEntity(m.Actor)
	}
	if hi-lo == 2 && s.HasWords(lo, "government", "officials") {
		if e := r.stateGovernment(r.states.meant(s, lo, "")); e != nil {
			return e
		}
	}
	if hi-lo <= 4 && words.GovernmentName[last] {
		if a, ok := r.states.named(s, lo); ok {
			return r.StateEntity(a)
		}
	}
	return nil
}

// governmentOnceOf is the government of the state at whose head the bearer of the surname at token k stood, whoever
// heads it now: "the Nixon | administration". nil where nobody of that name did.
func (r *organisations) governmentOnceOf(s *scene.Scene, k int) *Entity {
	for _, e := range r.Gazetteer.NamedEntries(s.Doc.Word(k), r.Day) {
		if e.Kind == actors.Person && e.Surname == s.Doc.Word(k) && len(e.State) == 3 {
			return r.stateGovernment(e.State)
		}
	}
	return nil
}

// stateGovernment is the government of the state of that code, nil for none.
func (r *organisations) stateGovernment(code string) *Entity {
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
			(!s.Capital(k) || w == "government") && !partyName(s, k) && (!words.RulingWord[w] || nameFrom(s, lo, hi) == lo) {
			return true
		}
	}
	return false
}

// partyName reports the noun for a party after its name: "the Georgian Dream | party".
func partyName(s *scene.Scene, k int) bool {
	return s.Lower[k] == "party" && s.Capital(k-1) && !s.StateAt(k-1) && s.Lower[k-1] != "the"
}

// nameFrom returns the start of the name with which a phrase ends whose first words only describe its bearer: "India's
// ruling | Bharatiya Janata Party", "the ruling | Georgian Dream party". It is lo for every other phrase.
func nameFrom(s *scene.Scene, lo, hi int) int {
	end := hi
	if s.Lower[hi-1] == "party" && !s.Capital(hi-1) {
		end--
	}
	from := end
	for from > lo && (s.Capital(from-1) || inName(s.Lower[from-1])) {
		from--
	}
	for from < end && !s.Capital(from) {
		from++
	}
	describing := from > lo && (s.Doc.Tokens[from-1].Tag[0] == 'J' || words.RulingWord[s.Lower[from-1]])
	if !describing || from == end || s.StateAt(from) && end-from == 1 {
		return lo
	}
	for k := lo; k < from; k++ {
		if s.Doc.Tokens[k].Tag == "IN" {
			return lo // "a source within the central Interior Ministry" is not the ministry
		}
	}
	return from
}

// inName reports a small word that may stand inside the name of a body: "the Servant of the People".
func inName(w string) bool {
	return words.NamePrepositionInner[w] || w == "and" || w == "the" || w == "'"
}

// body reads everything else: an organisation of the gazetteer, or the phrase as it is written.
func (r *organisations) body(s *scene.Scene, lo, hi int) *Entity {
	if e := knownBody(r, s, lo, hi); e != nil {
		return e
	}
	if e := bodyOf(r, s, lo, hi); e != nil {
		return e
	}
	if noName(s, lo, hi) {
		return nil
	}
	if e := r.people(s, lo, hi); e != nil {
		return e
	}
	if e := r.abbreviated(s, lo, hi); e != nil {
		return e
	}
	if e := r.ownOrgan(s, lo, hi); e != nil {
		return e
	}
	hi = withoutKind(s, lo, beforeDescription(s, lo, hi))
	from := s.SkipDeterminer(max(skipMembers(s, lo, hi), nameFrom(s, lo, hi)), hi)
	if from > lo {
		if cut := placeTail(s, from, hi); cut > from {
			hi = cut
		}
	}
	place := nationalIn(s, from, hi)
	e := &Entity{Plural: true}
	e.Kind = actors.Organisation
	e.Name = scene.UpperFirst(scene.Clean(s.Words(from, hi)))
	if e.Name == "" || hi-from == 1 && words.Thing[s.Lower[from]] {
		return nil
	}
	e.State = orIf(place, r.states.ofBody(s, lo, hi))
	if len(e.State) == 3 && hi-from <= 3 && s.Offices.In(from, hi) != "" && !s.NamesState(from, hi) {
		e.Name = scene.TitleCase(e.Name) + " of " + r.Articled(e.State)
	}
	e.ID = actors.UnlistedID(e.Name, e.State)
	for k := from; k < hi; k++ {
		if w := s.Lower[k]; words.Body[w] || words.Organ[w] || words.Paper[w] {
			e.Heads = append(e.Heads, w)
		}
	}
	return r.Keep(e)
}

// people reads people, or one of them, by the state, place or body that they are of: "sources in Oslo", "a source in
// the Peruvian government". nil for every other phrase.
func (r *organisations) people(s *scene.Scene, lo, hi int) *Entity {
	if e := membersOf(r, s, lo, hi); e != nil {
		return e
	}
	at, ok := r.employed(s, lo, hi)
	if !ok || at.name == "" {
		return nil
	}
	e := &Entity{}
	e.Kind, e.State, e.Name = actors.Person, at.state, r.postAt(s, lo, hi-1, at)
	e.Office, e.ID = e.Name, actors.UnlistedID(e.Name, e.State)
	return r.Keep(e)
}

// ownOrgan reads the named organ of a state whose name stands before it: "Moldova's Intelligence and Security Service".
// nil for every other phrase.
func (r *organisations) ownOrgan(s *scene.Scene, lo, hi int) *Entity {
	m := s.MentionAt(s.SkipDeterminer(lo, hi))
	if m == nil || m.Actor.Kind != actors.State || len(m.Actor.State) != 3 {
		return nil
	}
	_, from := s.Range(m.Span)
	if s.At(from) == "'s" || s.At(from) == "'" {
		from++
	}
	end := from
	for end < hi && s.Lower[end] != "(" {
		if !s.Capital(end) && s.Lower[end] != "and" && s.Lower[end] != "of" || s.MentionAt(end) != nil {
			return nil
		}
		end++
	}
	if class := s.Offices.In(from, end); end-from < 2 || !words.NamedOrgan[hyphened(class)] {
		return nil
	}
	return KeepBody(r.Cast, s.Offices.In(from, end), s.Words(from, end)+" of "+r.Articled(m.Actor.State), m.Actor.State)
}

// knownBody is the organisation or medium of the gazetteer that the phrase is: its name ends it, but for "newspaper" or
// an abbreviation in brackets, or goes on with "of". nil for none.
func knownBody(r *organisations, s *scene.Scene, lo, hi int) *Entity {
	ms := s.MentionsIn(lo, hi)
	for k := range ms {
		m := &ms[k]
		if m.Actor.Kind != actors.Organisation && m.Actor.Kind != actors.Medium {
			continue
		}
		a, b := s.Range(m.Span)
		if goesOnAfter(s, b, hi) || a > lo && complement(s, a) {
			continue
		}
		if e := r.ByID[m.Actor.ID]; e != nil {
			return e
		}
		e := &Entity{Party: record.Party{Actor: m.Actor}, Plural: true}
		r.ByID[e.ID] = e
		return e
	}
	return nil
}

// goesOnAfter reports whether a name that ends before token b is only the beginning of what the phrase, which ends at
// hi, names.
func goesOnAfter(s *scene.Scene, b, hi int) bool {
	short := hi-b <= 2 && (words.Paper[s.Lower[hi-1]] || s.Lower[hi-1] == ")")
	if short || b >= hi || s.Lower[b] == "(" {
		return false
	}
	return s.Lower[b] != "of" || b+1 >= hi
}

// complement reports whether the name at token a stands after "of" or "for": "the council of the EU".
func complement(s *scene.Scene, a int) bool {
	before := a - 1
	if s.At(before) == "the" {
		before--
	}
	return s.At(before) == "of" || s.At(before) == "for"
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
	if hi-from == 1 && s.MentionAt(from) == nil && (counts(s, from) || !s.NounTag(from) && !s.Capital(from)) {
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

// counts reports a word at k that only says how many: "both", "the three".
func counts(s *scene.Scene, k int) bool {
	tag := s.Doc.Tokens[k].Tag
	return tag == "CD" || tag == "DT" || tag == "PDT" || words.JointLead[s.Lower[k]]
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

// skipMembers drops "more than 3 000 members of" before the name of a body: it is the body that speaks.
func skipMembers(s *scene.Scene, lo, hi int) int {
	for k := lo; k+2 < hi && k < lo+6; k++ {
		if words.Representative[s.Lower[k]] && s.Lower[k+1] == "of" && s.HasBody(k+2, hi) {
			return k + 2
		}
	}
	return lo
}

// nationalIn is the state of the place after the name of a body of the nation: "the National Archive | in Lima". ""
// for other bodies; hi is the end of the name.
func nationalIn(s *scene.Scene, from, hi int) string {
	m := s.MentionAt(s.SkipDeterminer(hi+1, len(s.Lower)))
	if s.At(hi) != "in" || m == nil || m.Actor.Kind != actors.State || m.Kind == actors.ByDemonym {
		return ""
	}
	for k := from; k < hi; k++ {
		if s.Capital(k) && words.NationalName[s.Lower[k]] {
			return m.Actor.State
		}
	}
	return ""
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
