package discourse

import (
	"slices"
	"strings"

	"demarche/data"
	"demarche/timeline/actors"
	"demarche/timeline/naming"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// jointIssuers are those who issue a joint statement: whom its title announces, but where it names states or nobody the
// people of whom the opening says that they met.
func (r *Layout) jointIssuers() []*naming.Entity {
	list := r.titleIssuers()
	if len(list) == 0 {
		return r.ledeIssuers()
	}
	if len(list) == 1 && !unknown(list) || allPeople(list) {
		return list
	}
	if met := r.ledePeople(presented); len(met) > 1 {
		return met
	}
	if we := r.selfNamed(); len(we) > 1 && (unknown(list) || allPeople(we) && len(we) >= len(list)) {
		return we
	}
	return list
}

// titleIssuers are those whom the title of a joint statement announces: whom it names after "by", "from" or "between",
// whom its act names, two states joined by a hyphen, or a body whose leaders speak.
func (r *Layout) titleIssuers() []*naming.Entity {
	if list := r.titleParties(); len(list) > 1 || len(list) == 1 && list[0].Plural {
		return list
	}
	for _, f := range r.Acts {
		if f.TitleOnly && f.Channel == record.JointStatement && len(f.From) > 1 {
			return r.led(f.From)
		}
	}
	if sides := r.TitleSides(); len(sides) > 1 {
		return r.led(sides)
	}
	if e := r.TitleLeaders(); e != nil {
		return one(e)
	}
	if list := r.TitlePeople(); len(list) > 1 {
		return list // "Joint Statement on X's Meeting with Y"
	}
	return nil
}

// led are those by whom the sides speak where the title calls its text one of leaders, "Peru-Chile Joint Leaders'
// Statement", or of officials whom the opening names, "Peru-Chile Ministers' Statement"; else the sides themselves.
func (r *Layout) led(sides []*naming.Entity) []*naming.Entity {
	of := func(class data.Set) bool {
		return slices.ContainsFunc(r.Title.Lower, func(w string) bool { return class[w] })
	}
	switch {
	case !naming.AllStates(sides):
		return sides
	case of(words.LeadersText):
		return r.leadersOf(sides)
	case of(words.JointOffice):
		if met := r.ledePeople(officeBorne); len(met) == len(sides) {
			return met
		}
	}
	return sides
}

// leadersOf are the leaders of states, the states where one of them is unknown.
func (r *Layout) leadersOf(sides []*naming.Entity) []*naming.Entity {
	var out []*naming.Entity
	for _, e := range sides {
		p := r.Incumbent(e.State, "leader")
		if p == nil {
			return sides
		}
		out = append(out, p)
	}
	return out
}

// ledeIssuers are those whom the opening of a joint statement names as such: "We, the leaders of A, B and C", "The
// leaders of A, B and C released the following statement", else the subject of its first sentence, else the body whose
// statement the title says that it is.
func (r *Layout) ledeIssuers() []*naming.Entity {
	s := r.Body
	if we := r.selfNamed(); len(we) > 0 {
		return we
	}
	for n := 0; n < len(s.Doc.Sentences) && n < 2; n++ {
		sn := &s.Doc.Sentences[n]
		for k := sn.First; k+1 < sn.Last; k++ {
			if s.Lower[k+1] != "of" || naming.OfficeOfEach(s.Lower[k]) == "" {
				continue
			}
			if list := r.heading(s, k, k+1, sn.Last); len(list) > 1 {
				return list
			}
		}
	}
	if met := r.ledePeople(officeBorne); len(met) > 1 {
		return met
	}
	if list := r.ledeSides(); len(list) > 1 {
		return list
	}
	return r.titleBody()
}

// selfNamed are those who call themselves "we" in the opening of a text and then tell who they are: "We, the leaders of
// A, B and C", "we — President X of A and Chancellor Y of B —", "We, the members of the Group of Seven".
func (r *Layout) selfNamed() []*naming.Entity {
	s := r.Body
	for n := 0; n < len(s.Doc.Sentences) && n < ledeSentences; n++ {
		sn := &s.Doc.Sentences[n]
		for k := sn.First; k+2 < sn.Last; k++ {
			if s.Lower[k] != "we" || s.Lower[k+1] != "," && s.Lower[k+1] != "the" && !words.Dash[s.Lower[k+1]] {
				continue
			}
			lo := k + 1
			if s.Lower[lo] != "the" {
				lo++
			}
			return r.apposed(s.SkipDeterminer(lo, sn.Last), sn.Last)
		}
	}
	return nil
}

// apposed are those whom the phrase from token lo on names: "leaders of A, B and C", "President X of A and Chancellor Y
// of B".
func (r *Layout) apposed(lo, hi int) []*naming.Entity {
	s := r.Body
	for k := lo + 1; k < min(hi, lo+longestPlural) && s.Lower[k] != ","; k++ {
		if s.Lower[k] == "of" && strings.HasSuffix(s.Lower[k-1], "s") && s.MentionAt(k-1) == nil {
			return r.heading(s, lo, k, hi)
		}
	}
	end := lo
	for end < hi && !words.Dash[s.Lower[end]] && !s.FiniteVerb(end) {
		end++
	}
	for end > lo && s.Lower[end-1] == "," {
		end--
	}
	if list := r.Names.Read(s, lo, end); allPeople(list) && len(list) > 1 {
		return list
	}
	return nil
}

// longestPlural is how many words may stand before the "of" of a plural: "ministers and representatives | of".
const longestPlural = 7

// heading are those who head, or are at, what tokens after the "of" at token of list, under the plural that begins at
// token lo: the holders of their office where they are known, else the governments and bodies. nil where anything else
// is listed.
func (r *Layout) heading(s *scene.Scene, lo, of, hi int) []*naming.Entity {
	sides, end := r.sidesAt(s, of+1, hi)
	if len(sides) == 0 || len(sides) == 1 && sides[0].Kind == actors.State {
		return nil
	}
	if list, ok := r.Names.LeadersOf(s, lo, end); ok {
		return list
	}
	g, plural := &groups{Story: r.Story}, strings.Join(s.Lower[s.SkipDeterminer(lo, of):of], " ")
	var out []*naming.Entity
	for _, e := range sides {
		p := g.ofState(e.State, plural)
		if p == nil {
			return sides
		}
		out = append(out, p)
	}
	return naming.Distinct(out)
}

// sidesAt are the states and organisations that the text lists from token k on, with the token after them. nil where
// the list goes on with something else.
func (r *Layout) sidesAt(s *scene.Scene, k, hi int) (list []*naming.Entity, end int) {
	for k < hi {
		m := s.MentionAt(k)
		w := s.Lower[k]
		switch {
		case m != nil && naming.Institution(m) && m.Kind != actors.ByDemonym:
			list = append(list, r.StateEntity(m.Actor))
			_, k = s.Range(m.Span)
			end = k
		case w == "(":
			for k < hi && s.Lower[k] != ")" {
				k++
			}
			k++
		case w == "," || w == "and" || w == "the":
			k++
		default:
			if k > end+1 && s.Capital(k) {
				return nil, 0 // a member that nobody knows
			}
			return naming.Distinct(list), end
		}
	}
	return naming.Distinct(list), end
}

// ledeSides are the states and organisations that are the subject of the first sentence: "Chile and Norway reaffirm".
func (r *Layout) ledeSides() []*naming.Entity {
	s := r.Body
	if len(s.Doc.Sentences) == 0 {
		return nil
	}
	lo, hi, ok := s.Clauses.Subject(s.Doc.Sentences[0].Last)
	if !ok {
		return nil
	}
	list, end := r.sidesAt(s, lo, hi)
	if end < hi {
		return nil
	}
	return list
}

// titleBody is the body that the title names before the words for its joint text: "Northern Fisheries Council Joint
// Statement". nil where it names none.
func (r *Layout) titleBody() []*naming.Entity {
	s := r.Title
	k := slices.Index(s.Lower, "joint")
	for k > 0 && (s.InTime(k-1) || s.Doc.Tokens[k-1].Tag == "CD") {
		k--
	}
	if k < 2 || !words.Body[s.Lower[k-1]] {
		return nil
	}
	list := r.Names.Read(s, 0, k)
	if len(list) != 1 || list[0].Person() {
		return nil
	}
	return list
}

// ledePeople are the people who are the subject of a sentence in the opening of a joint statement: "On Friday A,
// Minister of X of M, and B, Minister of Y of N, met". nil where none has two of them or more, or they do not bear
// their offices as told.
func (r *Layout) ledePeople(borne func(s *scene.Scene, lo, hi int) bool) []*naming.Entity {
	s := r.Body
	for n := 0; n < len(s.Doc.Sentences) && n < ledeSentences; n++ {
		lo, hi, ok := s.Clauses.Subject(s.Doc.Sentences[n].Last)
		if !ok || !borne(s, lo, hi) {
			continue
		}
		if list := r.Names.Read(s, lo, hi); len(list) > 1 && allPeople(list) {
			return list
		}
	}
	return nil
}

// unknown reports whether one of the list is a body or state that the gazetteer does not know.
func unknown(list []*naming.Entity) bool {
	return slices.ContainsFunc(list, func(e *naming.Entity) bool { return !e.Person() && actors.Unlisted(e.ID) })
}

// allPeople reports whether each of the list is a person.
func allPeople(list []*naming.Entity) bool { return len(people(list)) == len(list) }

// presented reports whether each member of a list is named with the office beside the name, as a protocol does: "A,
// Minister of X of M, and the Secretary of Y of N, B".
func presented(s *scene.Scene, lo, hi int) bool {
	list := s.Lists.Members(lo, hi)
	for i, m := range list {
		bearer := i+1 < len(list) && s.Lists.OneBearer(m, list[i+1]) || i > 0 && s.Lists.OneBearer(list[i-1], m)
		if !bearer && (m.End == m.Hi || !s.Offices.HasHead(m.Hi, m.End)) {
			return false
		}
	}
	return len(list) > 1
}

// officeBorne reports whether a list of names begins with an office and has one for each: "President X, Chancellor Y of
// N and Prime Minister Z".
func officeBorne(s *scene.Scene, lo, hi int) bool {
	list := s.Lists.Members(lo, hi)
	for _, m := range list {
		if !s.Offices.HasHead(m.Lo, m.End) {
			return false
		}
	}
	return len(list) > 1
}

// ledeSentences is how many sentences the opening of a joint statement has, with a line that announces its text.
const ledeSentences = 4
