package scene

import (
	"strings"

	"demarche/timeline/actors"
)

// Member is a member of a list: tokens lo to hi-1 name it, tokens up to end describe it in apposition.
type Member struct{ Lo, Hi, End int }

// Members splits a phrase at its commas and at its "and" into members with their appositions.
func (s *Scene) Members(lo, hi int) []Member {
	var out []Member
	start := lo
	depth := 0
	for i := lo; i <= hi; i++ {
		w := ""
		if i < hi {
			w = s.Lower[i]
		}
		switch w {
		case "(":
			depth++
		case ")":
			depth--
		}
		split := i == hi || depth == 0 && s.splits(start, i, hi)
		if !split {
			continue
		}
		if i > start {
			out = member(s, out, start, i)
		}
		start = i + 1
	}
	return withoutHeading(s, out)
}

// withoutHeading leaves out a first member that only says what all the people named after it are: "the presidents of
// Chile and Peru, | John Smith and Jane Doe".
func withoutHeading(s *Scene, list []Member) []Member {
	if len(list) < 3 || s.At(list[1].Lo-1) != "," || s.At(list[2].Lo-1) != "and" || !s.manyOffices(list[0]) {
		return list
	}
	for _, m := range list[1:] {
		if !s.PersonName(m.Lo, m.Hi) || s.HasBody(m.Lo, m.Hi) || s.StateAt(m.Lo) {
			return list
		}
	}
	return list[1:]
}

// manyOffices reports a member whose first noun of an office is in the plural.
func (s *Scene) manyOffices(m Member) bool {
	for k := m.Lo; k < m.Hi; k++ {
		w := s.Lower[k]
		if words.Office[w] {
			return false
		}
		if one, ok := strings.CutSuffix(w, "s"); ok && words.Office[one] {
			return true
		}
	}
	return false
}

// splits reports whether the comma or "and" at i ends the member from start on.
func (s *Scene) splits(start, i, hi int) bool {
	switch s.Lower[i] {
	case ",":
		return !insideBody(s, start, i, hi) && !plainNouns(s, start, i) && s.mentionInner(i) == nil
	case "and":
		return separates(s, start, i, hi) && s.mentionInner(i) == nil
	}
	return false
}

// plainNouns reports whether the tokens are nouns for people in lower case, of which the next ones go on:
// "participants, guests and organisers of the forum".
func plainNouns(s *Scene, lo, hi int) bool {
	lo = s.SkipDeterminer(lo, hi)
	if lo >= hi || hi-lo > 2 && s.Lower[hi-2] != "," {
		return false
	}
	for k := lo; k < hi; k++ {
		if s.Capital(k) || s.Lower[k] != "," && s.Doc.Tokens[k].Tag != "NNS" {
			return false
		}
	}
	return true
}

// insideBody reports whether the comma at i stands inside the name of a body: "Ministry of Education, Culture and
// Sports".
func insideBody(s *Scene, start, i, hi int) bool {
	if !s.HasBody(start, i) || i+2 >= hi || !s.Capital(i+1) || !ownWord(s, i+1) ||
		s.HasOfficeHead(i+1, min(hi, i+3)) {
		return false
	}
	if s.InComplement(i, start) && !s.HasBody(i+1, hi) && !s.HasOfficeHead(i+1, hi) && nameOfThree(s, i+1, hi) {
		return true
	}
	return s.Lower[i+2] == "," || s.Lower[i+2] == "and" && ownWord(s, i+3) && !s.HasOfficeHead(i+3, min(hi, i+5))
}

// ownWord reports a capitalised word at k that is part of no name that the gazetteer knows; a word for a people may
// stand before another: "African Cooperation".
func ownWord(s *Scene, k int) bool {
	m := s.MentionAt(k)
	return s.Capital(k) && (m == nil || m.Kind == actors.ByDemonym && s.Capital(k+1) && s.MentionAt(k+1) == nil)
}

// nameOfThree reports the rest of a name that goes on up to its "and": "Solidarity for Democracy, | People's Life and
// Sovereignty".
func nameOfThree(s *Scene, k, hi int) bool {
	for k < hi && s.Lower[k] != "and" && s.MentionAt(k) == nil &&
		(s.Capital(k) || s.Lower[k] == "'s" || s.Lower[k] == ",") {
		k++
	}
	return k < hi && s.Lower[k] == "and" && ownWord(s, k+1)
}

// member adds the tokens as a new member, or as an apposition of the last one.
func member(s *Scene, out []Member, lo, hi int) []Member {
	for lo < hi && words.ListJoin[s.Lower[lo]] {
		lo++
	}
	if lo >= hi || words.ListEnd[s.Lower[lo]] || s.Lower[lo] == "his" && words.OwnCompany[s.At(lo+1)] {
		return out
	}
	if len(out) > 0 {
		last := &out[len(out)-1]
		switch {
		case actsOrCounts(s, lo, hi), s.At(lo-1) == "," && adverbial(s, lo):
			last.End = hi
			return out
		case headLast(s, last.Lo, lo-1) && s.PersonName(lo, hi) && hi-lo > 1 && last.Hi == lo-1:
			last.Hi, last.End = hi, hi
			return out
		case describesLast(s, last, lo, hi), len(out) > 1 && describesAll(s, last, lo, hi),
			placeOfLast(s, last, lo, hi), endsInBody(s, last, lo):
			last.End = hi
			return out
		}
	}
	return append(out, Member{lo, hi, hi})
}

// adverbial reports a relative clause or an adverbial of place or time that begins at lo: "Peru, | which borders both",
// "Smith, | on a visit to Lima".
func adverbial(s *Scene, lo int) bool {
	w := s.Lower[lo]
	return !s.Capital(lo) && s.MentionAt(lo) == nil && (words.Relative[w] && w != "that" || words.Preposition[w])
}

// actsOrCounts reports what the one named before does, or his age: "Smith, | addressing a meeting", "Pak, | 52".
func actsOrCounts(s *Scene, lo, hi int) bool {
	tag := s.Doc.Tokens[lo].Tag
	participle := tag == "VBG" || (tag == "VBN" || tag == "VBD") && s.At(lo-1) == "," && words.Preposition[s.At(lo+1)]
	return participle && !s.Capital(lo) || tag == "CD" && hi-lo == 1
}

// describesLast reports an apposition of the last member. Behind "and" it is one only where the member has another.
func describesLast(s *Scene, last *Member, lo, hi int) bool {
	if s.Naming(last.Lo, last.Hi) && (s.describesTwice(lo, hi) || last.End > last.Hi && s.Lower[lo-1] == "and" &&
		s.describesTwice(last.Hi+1, lo-1)) {
		return true
	}
	return describes(s, lo, hi) && (s.At(lo-1) != "and" || last.End > last.Hi && s.Lower[lo] != "the")
}

// describesAll reports what the people named before it all are: "Smith and Jones, | the harbour masters".
func describesAll(s *Scene, last *Member, lo, hi int) bool {
	plain := s.At(lo-1) == "," && s.Lower[lo] == "the" && s.At(hi) != "and" && !s.Capital(hi-1)
	return plain && s.Doc.Tokens[hi-1].Tag == "NNS" && s.Naming(last.Lo, last.Hi)
}

// describesTwice reports whether the tokens after a comma are the first of two nouns for one who was named: "Smith, |
// the doctor | and Nobel laureate", "Smith, | the head of the port | and a friend of the cause".
func (s *Scene) describesTwice(lo, hi int) bool {
	if s.At(lo-1) != "," || s.Lower[lo] != "the" || s.Capital(lo+1) {
		return false
	}
	if s.At(hi) != "and" {
		return s.Contains(lo, hi, "and") && !s.Capital(hi-1)
	}
	next := s.At(hi + 1)
	m := s.MentionAt(hi + 1)
	return words.IndefiniteArticle[next] || !words.Determiner[next] && (m == nil || m.Actor.Kind != actors.Person) &&
		(!s.Capital(hi+1) || !s.Capital(hi+2))
}

// placeOfLast reports the state in which the place that was named lies: "Lima City, | Peru".
func placeOfLast(s *Scene, last *Member, lo, hi int) bool {
	if s.At(lo-1) != "," || !s.StateAt(lo) || s.institutionAt(last.Hi-1) {
		return false
	}
	m := s.MentionAt(lo)
	return m.Kind != actors.ByDemonym && s.MentionAt(hi-1) == m
}

// endsInBody reports a body with which the name of the last member ends: "secretary of the C.C., | the WPK".
func endsInBody(s *Scene, last *Member, lo int) bool {
	before := s.At(last.End - 1)
	return s.At(lo) == "the" && (words.CommitteeAbbreviation[before] || before == "committee" && s.Lower[lo-1] == ",")
}

// headLast reports whether the tokens before a comma only say, with their last word, what the person named after it is:
// "a border officer, | Ri In Sok".
func headLast(s *Scene, lo, hi int) bool { return introduces(s, lo, hi) == hi-1 }

// introduces returns the noun with which the tokens before a comma only say what the person named after it is: "a
// border officer, | Ri In Sok", "the keeper of the harbour, | Ri In Sok". -1 where they do not.
func introduces(s *Scene, lo, hi int) int {
	from := s.SkipDeterminer(lo, hi)
	if hi <= from || from == lo || s.At(hi) != "," {
		return -1
	}
	head := hi - 1
	for k := from + 1; k < hi; k++ {
		if s.endsHead(k) {
			head = k - 1
			break
		}
	}
	w := s.Lower[head]
	if s.Capital(head) || !words.Office[w] && !words.RoleNoun[w] && !s.commonNoun(head) {
		return -1
	}
	return head
}

// endsHead reports whether what stands at token k only adds to the noun before it: a preposition, an adverb of place, a
// participle ("a conductor | retired from the line").
func (s *Scene) endsHead(k int) bool {
	w, tag := s.Lower[k], s.Doc.Tokens[k].Tag
	verb := tag == "VBN" || tag == "VBD" || tag == "VBG"
	clause := verb && s.NounTag(k-1) && words.Preposition[s.At(k+1)]
	return words.VoicePreposition[w] || tag == "IN" || strings.HasPrefix(tag, "RB") || clause
}

// describes reports whether the tokens are an apposition: an office without a name of its own.
func describes(s *Scene, lo, hi int) bool {
	if words.IndefiniteArticle[s.Lower[lo]] && !s.Capital(lo) && lo > 0 && s.Lower[lo-1] == "," {
		return true
	}
	for k := lo; k < hi; k++ {
		w := s.Lower[k]
		titled := s.Capital(k) && k+1 < hi && s.Capital(k+1) && s.MentionAt(k+1) != nil
		if words.Office[w] && !titled {
			// "Prime Minister Hun Sen" is a name; "prime minister of Cambodia" describes
			named := s.NameAfter(k, s.NameBeforeState(lo, hi)) > 0
			return !named && (!s.Capital(lo) || s.StateAt(lo) || k-lo <= 3)
		}
		if words.NamePrepositionInner[w] {
			return false
		}
	}
	return false
}

// separates reports whether the "and" at i parts two actors rather than the words of one name.
func separates(s *Scene, start, i, hi int) bool {
	if i+1 >= hi || i == start {
		return i == start
	}
	left, right := s.MentionAt(i-1), s.MentionAt(i+1)
	switch {
	case words.Office[s.Lower[i+1]] && !s.Capital(i+1), beginsPerson(right), namedPerson(left):
		return true
	case s.Naming(start, s.nameEnd(Member{Lo: start, Hi: i})) && s.Naming(i+1, s.commaAfter(i+1, hi)):
		return true // "President Lee of Peru and the Chilean John Smith"
	case left != nil && right != nil && left.Actor.Kind == right.Actor.Kind:
		// "Japan and south Korea", but not "the Presidents of Russia and Finland"
		return !s.HasOfficeHead(start, i)
	case s.institutions(start, i, hi):
		return true
	case s.Lower[i+1] == "the" || s.Lower[i+1] == "a":
		return separatesArticle(s, start, i, hi)
	}
	return words.ListTitle[s.At(i+1)] || separatesNames(s, start, i, hi)
}

// separatesNames decides for an "and" at i by what stands on both sides: two offices, or two names of persons.
func separatesNames(s *Scene, start, i, hi int) bool {
	if s.Capital(i+1) && s.HasOfficeHead(start, i) && s.HasOfficeHead(i+1, hi) {
		return true
	}
	end := s.commaAfter(i+1, hi)
	return s.PersonName(start, i) && s.PersonName(i+1, end) && !s.HasBody(start, end)
}

// commaAfter returns the first comma from token k on, hi where there is none.
func (s *Scene) commaAfter(k, hi int) int {
	for k < hi && s.Lower[k] != "," {
		k++
	}
	return k
}

// beginsPerson reports a person behind "and", by full name or known by the surname.
func beginsPerson(m *Mention) bool {
	return m != nil && m.Actor.Kind == actors.Person && (m.Kind != actors.BySurname || m.Actor.ID != "")
}

// namedPerson reports a person who is named, not told by an office alone.
func namedPerson(m *Mention) bool { return m != nil && m.Actor.Kind == actors.Person && !m.Holder }

// separatesArticle decides for an "and" at i before an article: only one body with the other's name may go on.
func separatesArticle(s *Scene, start, i, hi int) bool {
	office := s.HasOfficeHead(i+1, hi)
	if office && s.HasOfficeHead(start, i) {
		return true
	}
	return office || s.HasBody(start, i) == s.HasBody(i+1, hi)
}

// institutions reports whether the "and" at i stands between a state or organisation, which is all that the member
// from start names, and another: "Peru and the European Commission".
func (s *Scene) institutions(start, i, hi int) bool {
	left, right := s.MentionAt(i-1), s.MentionAt(s.SkipDeterminer(i+1, hi))
	if left == nil || right == nil || !institution(left) || !institution(right) {
		return false
	}
	first, _ := s.Range(left.Span)
	return first <= s.SkipDeterminer(start, i)
}

// institutionAt reports whether token i names a state, its people or an organisation.
func (s *Scene) institutionAt(i int) bool {
	m := s.MentionAt(i)
	return m != nil && (m.Actor.Kind == actors.State || institution(m))
}

// institution reports whether the mention names a state or an organisation, and no people by their state.
func institution(m *Mention) bool {
	return (m.Actor.Kind == actors.State || m.Actor.Kind == actors.Organisation) && m.Kind != actors.ByDemonym
}
