package naming

import (
	"sort"
	"strings"

	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/scene"
)

// persons reads phrases that name a person, with or without an office before the name. Offices without a name are not
// theirs.
type persons struct {
	*Cast
	states *states
	role   scene.Member // the office that the phrase before a comma gives to the name being read
}

// namedElsewhere returns the start of a person's name at the end of the phrase where only the rest of the article
// tells that the last two words are one: "Acting Governor of the Omsk Region John Smith" and later "Mr Smith". 0 when
// nothing does.
func (r *persons) namedElsewhere(s *scene.Scene, k, hi int) int {
	for _, at := range []int{hi - 3, hi - 2} {
		if at <= k+2 || s.Lower[at-1] == "of" || !s.Names.Person(at, hi) || s.HasBody(at, hi) {
			continue
		}
		if s.Unnamed(at) && surname(s, r.Setting, at) && !surname(s, r.Setting, at-1) {
			return at // "Vice-Minister of Chemical Industry Pak Chol"
		}
	}
	if at := r.givenName(s, k, hi); at > 0 {
		return at
	}
	at := hi - 2
	if at <= k+2 || s.Lower[at-1] == "of" || s.Lower[at-1] == "the" {
		return 0
	}
	for i := at; i <= at+1; i++ {
		if !s.Capital(i) || !s.Unnamed(i) || words.Body[s.Lower[i]] {
			return 0
		}
	}
	last := s.Doc.Word(at + 1)
	if strings.Contains(r.Body.Text, "Mr "+last) || strings.Contains(r.Body.Text, "Ms "+last) ||
		strings.Contains(r.Body.Text, "\n"+s.Words(at, hi)) {
		return at
	}
	return 0
}

// givenName returns the start of a name of two words at the end of the phrase, after what the office at k is for, by
// its first word, with which the name of somebody whom the gazetteer has begins: "Secretary for Agriculture | Grace
// Doe". 0 for none, or without an office, k under 0.
func (r *persons) givenName(s *scene.Scene, k, hi int) int {
	at := hi - 2
	if k < 0 {
		return 0
	}
	for j := k; j < at; j++ {
		if words.Office[s.Lower[j]] {
			k = j // "Deputy National Security | Adviser for"
		}
	}
	if at <= k+2 || !s.Names.Person(at, hi) || s.HasBody(at, hi) || !s.Unnamed(at) || !s.Capital(at-1) {
		return 0
	}
	if !words.NamePrepositionInner[s.Lower[k+1]] || !r.Gazetteer.Given.Begins(s.Lower[at]) ||
		r.Gazetteer.Given.Begins(s.Lower[at-1]) {
		return 0
	}
	return at
}

// surname reports whether token i is a Korean or Chinese surname, with which a full name begins.
func surname(s *scene.Scene, r *Setting, i int) bool {
	for _, e := range r.Gazetteer.NamedEntries(s.Doc.Word(i), r.Day) {
		if e.Kind == actors.Person && (e.State == "PRK" || e.State == "KOR" || e.State == "CHN") &&
			strings.HasPrefix(e.Name, s.Doc.Word(i)+" ") {
			return true
		}
	}
	return false
}

// nameAtEnd returns the start of a name after a later office than the one at token k: "General Services
// Administration administrator Jane Doe". 0 when none stands there.
func nameAtEnd(s *scene.Scene, k, hi int) int {
	for j := hi - 2; j > k; j-- {
		if words.Office[s.Lower[j]] && s.Capital(j+1) {
			return s.Bearers.After(j, hi)
		}
	}
	return 0
}

// bareName cuts from a person's name, tokens at to hi-1, the forms and offices before it and what it is of: "General |
// Jane Doe", "Chief Executive | Jane Doe", "Midland Gov. | Jane Doe", "Jane Doe | of Kenya".
func bareName(s *scene.Scene, at, hi int) (from, to int) {
	if k := s.Names.SkipForms(at, hi); k < hi {
		at = k
	}
	if hi-at > 3 && words.SpouseTitle[s.Lower[at]+" "+s.Lower[at+1]] {
		at += 2 // "First Lady | Jane Doe"
	}
	for hi-at > 2 && (words.Office[s.Lower[at]] || words.AfterChief[s.Lower[at]] && words.Office[s.At(at-1)]) {
		at++
	}
	for k := hi - 2; k >= at; k-- {
		if words.CourtTitle[s.Lower[k]] && s.Capital(k) {
			at = k + 1 // "Senior Associate Justice | Jane Doe"
			break
		}
	}
	for k := hi - 3; k > at; k-- {
		form := words.AddressForm[s.Lower[k]] && strings.HasSuffix(s.Lower[k], ".")
		if form && s.Names.Person(k+1, hi) {
			at = k + 1
		}
	}
	for k := at + 2; k < hi; k++ {
		if s.Lower[k] == "of" {
			hi = k
		}
	}
	return at, hi
}

// unknown returns an unknown person whose name is tokens at to hi-1, described by tokens lo to end-1.
func (r *persons) unknown(s *scene.Scene, at, hi, lo, end int) *Entity {
	at, hi = bareName(s, at, hi)
	if e := r.inOtherSpelling(s, at, hi, lo, end); e != nil {
		return e
	}
	full := scene.Clean(s.Words(at, hi))
	e := met(r.Cast, full)
	if e == nil && hi-at == 1 {
		e = r.officeBearer(s, lo, at)
	}
	if e != nil {
		e.describe(s, lo, end)
		return e
	}
	e = &Entity{}
	e.Kind, e.Name = actors.Person, full
	described := false
	for k := lo; k < end; k++ {
		if words.Office[s.Lower[k]] {
			e.State = r.states.ofNamed(s, lo, end, k, at)
			from, to := s.SkipDeterminer(lo, at), at
			if from >= to { // in apposition
				from, to = s.SkipDeterminer(hi, end), end
				for from < to && s.Lower[from] == "," {
					from = s.SkipDeterminer(from+1, end)
				}
			}
			e.Office = scene.UpperFirst(scene.Clean(s.Words(from, to)))
			described = true
			break
		}
	}
	if k := s.Offices.Head(r.role.Lo, r.role.Hi); !described && k >= 0 {
		e.State = r.states.ofNamed(s, r.role.Lo, r.role.Hi, k, at)
		e.Office = scene.UpperFirst(scene.Clean(s.Words(s.SkipDeterminer(r.role.Lo, r.role.Hi), r.role.Hi)))
		e.describe(s, r.role.Lo, r.role.Hi)
		described = true
	}
	if !described {
		described = introduced(r.states, e)
	}
	if !described {
		e.State = r.states.nativeState(s, at)
	}
	if known := r.withMiddleName(full, e.State); known != nil {
		known.describe(s, lo, end)
		return known
	}
	e.ID = actors.UnlistedID(e.Name, e.State)
	e.describe(s, lo, end)
	return r.Keep(e)
}

// officeBearer returns the person whom the article names in full and of whom the tokens from lo on say one part of the
// name, at token at, after an office of that person: "Minister | Sen". nil for nobody.
func (r *persons) officeBearer(s *scene.Scene, lo, at int) *Entity {
	k := s.Offices.Head(lo, at)
	if k < 0 {
		return nil
	}
	var list []*Entity
	for _, e := range r.Shorts[s.Lower[at]] {
		if e.Person() && strings.Contains(e.Name, " ") && e.holds(s.Lower[k]) {
			list = append(list, e)
		}
	}
	if len(list) == 0 {
		return nil
	}
	return nearest(list, s.Doc.Tokens[at].Start)
}

// shortName returns the person of whom the article gave the full name and now only one part, with or without "Mr".
func (r *persons) shortName(s *scene.Scene, lo, hi int) *Entity {
	k := lo
	for k < hi && (words.Office[s.Lower[k]] || s.Lower[k] == "the" || s.Names.SkipForms(k, hi) > k) {
		k++
	}
	if !partOfName(s, k, hi) || s.MentionAt(k) != nil && s.MentionAt(k).Kind != actors.BySurname {
		return nil
	}
	alone := hi-k == 1 || hi-k == 2 && strings.HasPrefix(s.Lower[k+1], "'")
	key := strings.ToLower(scene.Clean(s.Words(k, hi)))
	pos := s.Doc.Tokens[lo].Start
	if list := r.Shorts[s.Lower[k]]; len(list) > 0 && alone {
		return nearest(list, pos)
	}
	if list := r.Shorts[key]; len(list) > 0 {
		return nearest(list, pos)
	}
	if m := s.MentionAt(k); m != nil && m.Actor.ID != "" && alone {
		return r.EntityOf(s, m, lo, hi)
	}
	if alone && s.Lower[lo] != "the" {
		return spelledOut(r, s, k)
	}
	return nil
}

// partOfName reports whether the tokens may be one part of a person's name: a capitalised word, also with "'s" or
// "himself", or a name of two or three words.
func partOfName(s *scene.Scene, k, hi int) bool {
	self := hi-k == 2 && (s.Lower[k+1] == "'s" || words.SingularReflexive[s.Lower[k+1]])
	if (hi-k == 1 || self) && s.Capital(k) {
		return true
	}
	return hi-k >= 2 && hi-k <= 3 && s.Names.Person(k, hi)
}

// newName reads the full name of a person whom nobody knows: two to four capitalised words without the head of a body.
func (r *persons) newName(s *scene.Scene, lo, hi, end int) *Entity {
	if e := r.ofOthersRole(s, lo, hi, end); e != nil {
		return e
	}
	k := s.Names.SkipForms(lo, hi)
	if words.Preposition[s.Lower[min(k, hi-1)]] && hi-k == 4 {
		k += 2 // "In Lima | Jane Doe"
	}
	if at := s.Bearers.AfterRole(k, hi); at > 0 {
		return r.unknown(s, at, hi, lo, end)
	}
	alone := hi-k < 2 && end == hi && k == lo && r.role.Hi == 0
	if alone || hi == k || hi-k > 5 || !s.Names.Person(k, hi) || s.HasBody(k, hi) {
		return nil
	}
	if s.StateAt(k) || words.Determiner[s.Lower[k]] {
		return nil
	}
	for i := k; i < hi; i++ {
		if words.Organ[s.Lower[i]] || words.Government[s.Lower[i]] {
			return nil
		}
		if m := s.MentionAt(i); m != nil && m.Actor.Kind != actors.Person {
			return nil
		}
	}
	// a newspaper or body is no person: only one that is described as one, or that looks like one
	return r.unknown(s, k, hi, lo, end)
}

// ofOthersRole reads a single name after what its bearer is to another: "his neighbour | Sen".
func (r *persons) ofOthersRole(s *scene.Scene, lo, hi, end int) *Entity {
	if hi-lo != 3 || !words.PossessivePerson[s.Lower[lo]] || !words.RoleNoun[s.Lower[lo+1]] || !s.Names.Own(lo+2, hi) {
		return nil
	}
	return r.unknown(s, lo+2, hi, lo, end)
}

// nearest returns the one of the list that the article named last before byte pos, else the last of the list.
func nearest(list []*Entity, pos int) *Entity {
	best, at := list[len(list)-1], -1
	for _, e := range list {
		i := sort.SearchInts(e.Places, pos)
		if i > 0 && e.Places[i-1] > at {
			best, at = e, e.Places[i-1]
		}
	}
	return best
}

// possessed reads the name after the last possessive: "the committee's John Smith".
func (r *persons) possessed(s *scene.Scene, lo, hi, end int) *Entity {
	for k := hi - 2; k > lo; k-- {
		if s.Lower[k] != "'s" && s.Lower[k] != "’s" && s.Lower[k] != "'" {
			continue
		}
		if postIn(s, k+1, hi) != nil {
			return nil // "China's Coast Guard"
		}
		if e := r.ofState(s, k-1, k+1, hi); e != nil {
			return e
		}
		e := r.newName(s, k+1, hi, end)
		if m := s.MentionAt(k - 1); e != nil && e.State == "" && m != nil && m.Actor.Kind == actors.State {
			e.State = m.Actor.State
		}
		return e
	}
	return nil
}

// namedPerson finds a person of the gazetteer who is the head of the phrase.
func (r *persons) namedPerson(s *scene.Scene, lo, hi, end int) *Entity {
	ms := s.MentionsIn(lo, hi)
	for k := range ms {
		m := &ms[k]
		if m.Actor.Kind != actors.Person || m.Actor.ID == "" {
			continue
		}
		a, b := s.Range(m.Span)
		if m.Kind == actors.BySurname && s.Names.PartOf(a, b, lo, hi) || s.HasBody(b, hi) && s.Names.InComplement(a, lo) {
			continue
		}
		if s.HasBody(lo, a) &&
			(!s.Offices.HasHead(lo, a) || !s.Offices.HasHead(lo, min(lo+4, a)) && s.Names.InComplement(a, lo)) {
			continue
		}
		if ofComplement(s, lo, a) {
			continue // "a spokesman for Vladimir Putin" names another; "Lee Myung Bak group" names a body
		}
		if b < hi && goesOnToAnother(s.At(b), m.Holder) || inNameOfBody(s, b, hi) {
			continue
		}
		return r.EntityOf(s, m, lo, end)
	}
	return nil
}

// ofComplement reports whether the name at token a belongs to somebody in a complement of the noun that begins the
// phrase at token lo: "a spokesman for | German Chancellor Ada Lind", "the wife of | Ada Lind". In "the Secretary of
// State Ada Lind" and "Assistant to the President Ada Lind" it does not.
func ofComplement(s *scene.Scene, lo, a int) bool {
	title := false
	for k := a - 1; k > lo; k-- {
		w := s.Lower[k]
		if words.Complementing[w] {
			return k == a-1 || w != "and" && title && s.Lower[k+1] != "the"
		}
		title = title || words.AddressForm[w] || words.Office[w]
		if tag := s.Doc.Tokens[k].Tag; tag[0] != 'N' && tag[0] != 'J' && tag != "POS" && !s.StateAt(k) && !title {
			return false
		}
	}
	return false
}

// introduced takes office and state from where the body first gives the name with a description: "Present were John
// Smith, vice foreign minister of X, and". It reports whether there is such a place.
func introduced(r *states, e *Entity) bool {
	s := r.Body
	at := strings.Index(s.Text, e.Name+",")
	if at < 0 {
		return false
	}
	lo, _ := s.Range(text.Span{Start: at, End: at + 1})
	_, last := s.SentenceBounds(lo)
	list := s.Lists.Members(lo, s.PhraseEnd(lo, last))
	if len(list) == 0 || list[0].End <= list[0].Hi {
		return false
	}
	it := list[0]
	for k := it.Hi; k < it.End; k++ {
		if !words.Office[s.Lower[k]] {
			continue
		}
		e.State = r.ofNamed(s, it.Lo, it.End, k, it.Lo)
		from := s.SkipDeterminer(it.Hi, it.End)
		for from < it.End && s.Lower[from] == "," {
			from = s.SkipDeterminer(from+1, it.End)
		}
		e.Office = scene.UpperFirst(scene.Clean(s.Words(from, it.End)))
		e.describe(s, it.Lo, it.End)
		return true
	}
	return false
}

// goesOnToAnother reports whether the word after a person's name makes the phrase name another, where the name was
// not read off an office: a possessive, a body, a government, "of".
func goesOnToAnother(w string, holder bool) bool {
	return w == "'s" || w == "'" || words.Government[w] || words.Body[w] || w == "of" && !holder
}
