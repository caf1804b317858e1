package discourse

import (
	"strings"

	"demarche/timeline/actors"
	"demarche/timeline/scene"
)

// namedElsewhere returns the start of a person's name at the end of the phrase where only the rest of the article tells that the
// last two words are one: "Acting Governor of the Omsk Region John Smith" and later "Mr Smith". 0 when nothing does.
func (r *Entities) namedElsewhere(s *scene.Scene, k, hi int) int {
	for _, at := range []int{hi - 3, hi - 2} {
		if at > k+2 && s.PersonName(at, hi) && s.Unnamed(at) && surname(s, r, at) && !surname(s, r, at-1) && !s.HasBody(at, hi) && s.Lower[at-1] != "of" {
			return at // "Vice-Minister of Chemical Industry Pak Chol"
		}
	}
	at := hi - 2
	if at <= k+2 || !s.Capital(at) || !s.Capital(at+1) || !s.Unnamed(at) || !s.Unnamed(at+1) || words.Body[s.Lower[at+1]] || words.Body[s.Lower[at]] || s.Lower[at-1] == "of" || s.Lower[at-1] == "the" {
		return 0
	}
	last := s.Doc.Word(at + 1)
	if strings.Contains(r.Body.Text, "Mr "+last) || strings.Contains(r.Body.Text, "Ms "+last) || strings.Contains(r.Body.Text, "\n"+s.Words(at, hi)) {
		return at
	}
	return 0
}

// surname reports whether token i is a Korean or Chinese surname, with which a full name begins.
func surname(s *scene.Scene, r *Entities, i int) bool {
	for _, e := range r.Gazetteer.NamedEntries(s.Doc.Word(i), r.Day) {
		if e.Kind == actors.Person && (e.State == "PRK" || e.State == "KOR" || e.State == "CHN") && strings.HasPrefix(e.Name, s.Doc.Word(i)+" ") {
			return true
		}
	}
	return false
}

// nameAtEnd returns the start of a name behind a later office than the one at token k: "General Services Administration administrator
// Jane Doe". 0 when none stands there.
func nameAtEnd(s *scene.Scene, k, hi int) int {
	for j := hi - 2; j > k; j-- {
		if words.Office[s.Lower[j]] && s.Capital(j+1) {
			return s.NameAfter(j, hi)
		}
	}
	return 0
}

// person returns an unknown person whose name is tokens at to hi-1, described by tokens lo to end-1.
func (r *Entities) person(s *scene.Scene, at, hi, lo, end int) *Entity {
	if k := s.SkipForms(at, hi); hi-k > 1 {
		at = k
	}
	for k := at + 2; k < hi; k++ {
		if s.Lower[k] == "of" {
			hi = k // "President Jane Doe | of Kenya"
		}
	}
	full := scene.Clean(s.Words(at, hi))
	if e := met(r, full); e != nil {
		e.describe(s, lo, end)
		return e
	}
	e := &Entity{}
	e.Kind, e.Name = actors.Person, full
	described := false
	for k := lo; k < end; k++ {
		if words.Office[s.Lower[k]] {
			e.State, _ = r.stateOf(s, lo, end, k)
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
	if k := s.OfficeHead(r.role.Lo, r.role.Hi); !described && k >= 0 {
		e.State, _ = r.stateOf(s, r.role.Lo, r.role.Hi, k)
		e.Office = scene.UpperFirst(scene.Clean(s.Words(s.SkipDeterminer(r.role.Lo, r.role.Hi), r.role.Hi)))
		e.describe(s, r.role.Lo, r.role.Hi)
		described = true
	}
	if !described {
		described = introduced(r, e)
	}
	if !described {
		e.State = r.nativeState(s, at)
	}
	e.ID = ActorID(e.Name, e.State)
	e.describe(s, lo, end)
	return r.Keep(e)
}

// shortName returns the person of whom the article gave the full name and now only one part, with or without "Mr".
func (r *Entities) shortName(s *scene.Scene, lo, hi int) *Entity {
	k := lo
	for k < hi && (words.Office[s.Lower[k]] || s.Lower[k] == "the" || s.SkipForms(k, hi) > k) {
		k++
	}
	alone := hi-k == 1 || hi-k == 2 && strings.HasPrefix(s.Lower[k+1], "'")
	self := hi-k == 2 && (s.Lower[k+1] == "'s" || words.SingularReflexive[s.Lower[k+1]])
	if hi-k != 1 && !self || !s.Capital(k) {
		if hi-k < 2 || hi-k > 3 || !s.PersonName(k, hi) {
			return nil
		}
	}
	key := strings.ToLower(scene.Clean(s.Words(k, hi)))
	if s.MentionAt(k) != nil && s.MentionAt(k).Kind != actors.BySurname {
		return nil
	}
	pos := s.Doc.Tokens[lo].Start
	if list := r.shorts[s.Lower[k]]; len(list) > 0 && alone {
		return nearest(list, pos)
	}
	if list := r.shorts[key]; len(list) > 0 {
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

// spelledOut returns the person whose surname is token k and whom the article, wherever it does so first, calls by the full name. nil for
// nobody.
func spelledOut(r *Entities, s *scene.Scene, k int) *Entity {
	b := r.Body
	for i := 1; i < len(b.Lower); i++ {
		if b.Lower[i] != s.Lower[k] || !b.Capital(i) || b.Capital(i+1) || !b.ProperNoun(i-1) {
			continue
		}
		first, _ := b.SentenceBounds(i)
		at := i
		for at > first && i-at < 2 && b.ProperNoun(at-1) && b.OwnName(at-1, i+1) {
			at--
		}
		if at < i {
			return r.person(b, at, i+1, titleBefore(b, at), appositionAfter(b, i+1))
		}
	}
	return nil
}

// newName reads the full name of a person whom nobody knows: two to four capitalised words without the head of a body.
func (r *Entities) newName(s *scene.Scene, lo, hi, end int) *Entity {
	k := lo
	k = s.SkipForms(k, hi)
	if at := s.NameAfterRole(k, hi); at > 0 {
		return r.person(s, at, hi, lo, end)
	}
	if hi-k < 2 && end == hi && k == lo || hi-k > 5 || hi == k || s.StateAt(k) || words.Determiner[s.Lower[k]] || !s.PersonName(k, hi) || s.HasBody(k, hi) {
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
	return r.person(s, k, hi, lo, end)
}
