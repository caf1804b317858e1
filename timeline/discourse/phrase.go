package discourse

import (
	"demarche/timeline/actors"
	"demarche/timeline/scene"
)

// member reads one member of a list: a name, an office, a state, a body, or whatever stands there.
func (r *Entities) member(s *scene.Scene, lo, hi, end int) *Entity {
	whole := hi
	if hi = s.NameBeforeState(lo, hi); hi < whole {
		end = max(end, whole)
	} else if at := s.NameBeforeBody(lo, hi); at > 0 {
		hi, end = at, max(end, whole)
	}
	for lo < hi && (s.Lower[lo] == "," || s.Lower[lo] == "``" || s.Lower[lo] == "“" || s.Lower[lo] == `"` || words.DayAdverb[s.Lower[lo]] && s.MentionAt(lo) == nil) {
		lo++
	}
	if lo >= hi {
		return nil
	}
	for _, k := range readers {
		if e := k.read(r, s, lo, hi, end); e != nil {
			r.readAs = k.name
			return e
		}
	}
	r.readAs = ""
	return nil
}

// reader reads a phrase as a name of one kind; nil where it is of another.
type reader struct {
	name string
	read func(r *Entities, s *scene.Scene, lo, hi, end int) *Entity
}

// readers is the table of those who read a phrase, in the order in which they are asked.
var readers = []reader{
	{"carrier", (*Entities).paper},
	{"own-office", func(r *Entities, s *scene.Scene, lo, hi, _ int) *Entity { return officeOfHolder(r, s, lo, hi) }},
	{"known-person", (*Entities).namedPerson},
	{"office", (*Entities).official},
	{"short-name", func(r *Entities, s *scene.Scene, lo, hi, _ int) *Entity { return r.shortName(s, lo, hi) }},
	{"new-name", (*Entities).newName},
	{"name-of-possessor", (*Entities).possessed},
	{"ministry", func(r *Entities, s *scene.Scene, lo, hi, _ int) *Entity { return metonymBody(r, s, lo, hi) }},
	{"government", func(r *Entities, s *scene.Scene, lo, hi, _ int) *Entity { return r.government(s, lo, hi) }},
	{"body", func(r *Entities, s *scene.Scene, lo, hi, _ int) *Entity { return r.organisation(s, lo, hi) }},
}

// possessed reads the name after the last possessive: "the committee's John Smith".
func (r *Entities) possessed(s *scene.Scene, lo, hi, end int) *Entity {
	for k := hi - 2; k > lo; k-- {
		if s.Lower[k] == "'s" {
			return r.newName(s, k+1, hi, end)
		}
	}
	return nil
}

// Named returns whom the noun phrase of tokens lo to hi-1 names, without looking back: one entity a member of the list.
func (r *Entities) Named(s *scene.Scene, lo, hi int) []*Entity {
	if list, ok := r.leadersOf(s, lo, hi); ok {
		return list
	}
	var out []*Entity
	list := s.Members(lo, hi)
	for i := 0; i < len(list); i++ {
		m := list[i]
		if r.role = (scene.Member{}); i+1 < len(list) && s.OneBearer(m, list[i+1]) {
			r.role = m
			i++
			m = list[i]
		}
		e := r.member(s, m.Lo, m.Hi, m.End)
		if e == nil {
			continue
		}
		e.describe(s, r.role.Lo, r.role.Hi)
		out = append(out, e)
		if !s.Listed(lo, hi) && (out[0].Person() || s.Naming(m.Lo, m.Hi)) {
			break // what follows the first comma describes who was named
		}
	}
	r.role = scene.Member{}
	return Distinct(out)
}

// namedPerson finds a person of the gazetteer who is the head of the phrase.
func (r *Entities) namedPerson(s *scene.Scene, lo, hi, end int) *Entity {
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
			if words.Complementing[s.Lower[a-1]] {
				continue
			}
		}
		if b < hi && (s.At(b) == "'s" || s.At(b) == "'" || words.Government[s.At(b)] || words.Body[s.At(b)] || s.At(b) == "of" && !m.Holder) {
			continue
		}
		return r.EntityOf(s, m, lo, end)
	}
	return nil
}
