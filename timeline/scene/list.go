package scene

import (
	"strings"

	"demarche/timeline/actors"
)

// Lists divides a phrase into its members, each with what describes it in apposition.
type Lists struct {
	*Phrased
	Offices *Offices
	Names   *Names
	Bearers *Bearers
}

// Member is a member of a list: tokens lo to hi-1 name it, tokens up to end describe it in apposition.
type Member struct{ Lo, Hi, End int }

// Members splits a phrase at its commas and at its "and" into members with their appositions.
func (s *Lists) Members(lo, hi int) []Member {
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
func withoutHeading(s *Lists, list []Member) []Member {
	if len(list) < 3 || s.At(list[1].Lo-1) != "," || s.At(list[2].Lo-1) != "and" || !s.manyOffices(list[0]) {
		return list
	}
	for _, m := range list[1:] {
		if !s.Names.Person(m.Lo, m.Hi) || s.HasBody(m.Lo, m.Hi) || s.StateAt(m.Lo) {
			return list
		}
	}
	return list[1:]
}

// manyOffices reports a member whose first noun of an office is in the plural.
func (s *Lists) manyOffices(m Member) bool {
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
func (s *Lists) splits(start, i, hi int) bool {
	switch s.Lower[i] {
	case ",":
		return !insideBody(s, start, i, hi) && !plainNouns(s, start, i) && s.mentionInner(i) == nil &&
			!portfolio(s, start, i, hi)
	case "and":
		return separates(s, start, i, hi) && s.mentionInner(i) == nil
	}
	return false
}

// portfolio reports whether the comma or "and" at i stands inside what an office from start on is for: "Minister of
// Commerce | and Industry of India", "Minister of Trade |, Industry and Energy".
func portfolio(s *Lists, start, i, hi int) bool {
	if s.NamesState(start, i) || !officeFor(s, start, i) {
		return false
	}
	k := i + 1
	for k < hi && s.Capital(k) && s.MentionAt(k) == nil {
		k++
	}
	one := k == i+2
	switch {
	case s.Lower[i] == ",":
		return one && (s.At(k) == "," || s.At(k) == "and") && portfolio(s, start, k, hi)
	case s.At(k) == "of":
		return s.StateAt(s.SkipDeterminer(k+1, hi)) && (one || k > i+2 && s.At(start-1) == ",")
	}
	return one && (k == hi || s.Lower[k] == ",") && s.At(start-1) == ","
}

// officeFor reports whether the tokens end in an office with capitalised words for what it is for.
func officeFor(s *Lists, lo, hi int) bool {
	k := s.Offices.Head(lo, hi)
	if k < 0 || k+2 >= hi || s.Lower[k+1] != "of" && s.Lower[k+1] != "for" {
		return false
	}
	for k += 2; k < hi; k++ {
		if w := s.Lower[k]; !s.Capital(k) && w != "," && w != "and" && w != "the" {
			return false
		}
	}
	return true
}

// plainNouns reports whether the tokens are nouns for people in lower case, of which the next ones go on:
// "participants, guests and organisers of the forum".
func plainNouns(s *Lists, lo, hi int) bool {
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
func insideBody(s *Lists, start, i, hi int) bool {
	if !s.HasBody(start, i) || i+2 >= hi || !s.Capital(i+1) || !ownWord(s, i+1) ||
		s.Offices.HasHead(i+1, min(hi, i+3)) {
		return false
	}
	if s.Names.InComplement(i, start) && !s.HasBody(i+1, hi) && !s.Offices.HasHead(i+1, hi) && nameOfThree(s, i+1, hi) {
		return true
	}
	return s.Lower[i+2] == "," || s.Lower[i+2] == "and" && ownWord(s, i+3) && !s.Offices.HasHead(i+3, min(hi, i+5))
}

// ownWord reports a capitalised word at k that is part of no name that the gazetteer knows; a word for a people may
// stand before another: "African Cooperation".
func ownWord(s *Lists, k int) bool {
	m := s.MentionAt(k)
	return s.Capital(k) && (m == nil || m.Kind == actors.ByDemonym && s.Capital(k+1) && s.MentionAt(k+1) == nil)
}

// nameOfThree reports the rest of a name that goes on up to its "and": "Solidarity for Democracy, | People's Life and
// Sovereignty".
func nameOfThree(s *Lists, k, hi int) bool {
	for k < hi && s.Lower[k] != "and" && s.MentionAt(k) == nil &&
		(s.Capital(k) || s.Lower[k] == "'s" || s.Lower[k] == ",") {
		k++
	}
	return k < hi && s.Lower[k] == "and" && ownWord(s, k+1)
}

// member adds the tokens as a new member, or as an apposition of the last one.
func member(s *Lists, out []Member, lo, hi int) []Member {
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
		case headLast(s, last.Lo, lo-1) && s.Names.Person(lo, hi) && hi-lo > 1 && last.Hi == lo-1:
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

// separates reports whether the "and" at i parts two actors rather than the words of one name.
func separates(s *Lists, start, i, hi int) bool {
	if i+1 >= hi || i == start {
		return i == start
	}
	left, right := s.MentionAt(i-1), s.MentionAt(i+1)
	switch {
	case portfolio(s, start, i, hi):
		return false
	case words.Office[s.Lower[i+1]] && !s.Capital(i+1), beginsPerson(right), namedPerson(left),
		i == start+1 && s.Doc.Tokens[start].Tag == "PRP": // "he and his British colleague"
		return true
	case s.Names.Naming(start, s.nameEnd(Member{Lo: start, Hi: i})) && s.Names.Naming(i+1, s.commaAfter(i+1, hi)):
		return true // "President Lee of Peru and the Chilean John Smith"
	case left != nil && right != nil && left.Actor.Kind == right.Actor.Kind:
		// "Japan and south Korea", but not "the Presidents of Russia and Finland"
		return !s.Offices.HasHead(start, i)
	case s.institutions(start, i, hi):
		return true
	case s.Lower[i+1] == "the" || s.Lower[i+1] == "a":
		return separatesArticle(s, start, i, hi)
	}
	return words.ListTitle[s.At(i+1)] || separatesNames(s, start, i, hi)
}

// separatesNames decides for an "and" at i by what stands on both sides: two offices, or two names of persons.
func separatesNames(s *Lists, start, i, hi int) bool {
	if s.Capital(i+1) && s.Offices.HasHead(start, i) && s.Offices.HasHead(i+1, hi) {
		return true
	}
	end := s.commaAfter(i+1, hi)
	return s.Names.Person(start, i) && s.Names.Person(i+1, end) && !s.HasBody(start, end)
}

// commaAfter returns the first comma from token k on, hi where there is none.
func (s *Lists) commaAfter(k, hi int) int {
	for k < hi && s.Lower[k] != "," {
		k++
	}
	return k
}

// nameEnd is the end of a member before the state or body that the person named in it belongs to.
func (s *Lists) nameEnd(m Member) int {
	if at := s.Bearers.BeforeBody(m.Lo, m.Hi); at > 0 {
		return at
	}
	return s.Bearers.BeforeState(m.Lo, m.Hi)
}

// beginsPerson reports a person after "and", by full name or known by the surname.
func beginsPerson(m *Mention) bool {
	return m != nil && m.Actor.Kind == actors.Person && (m.Kind != actors.BySurname || m.Actor.ID != "")
}

// separatesArticle decides for an "and" at i before an article: only one body with the other's name may go on.
func separatesArticle(s *Lists, start, i, hi int) bool {
	office := s.Offices.HasHead(i+1, hi)
	if office && s.Offices.HasHead(start, i) {
		return true
	}
	return office || s.HasBody(start, i) == s.HasBody(i+1, hi)
}

// institutions reports whether the "and" at i stands between a state or organisation, which is all that the member
// from start names, and another: "Peru and the European Commission".
func (s *Lists) institutions(start, i, hi int) bool {
	left, right := s.MentionAt(i-1), s.MentionAt(s.SkipDeterminer(i+1, hi))
	if left == nil || right == nil || !institution(left) || !institution(right) {
		return false
	}
	first, _ := s.Range(left.Span)
	return first <= s.SkipDeterminer(start, i)
}

// institutionAt reports whether token i names a state, its people or an organisation.
func (s *Lists) institutionAt(i int) bool {
	m := s.MentionAt(i)
	return m != nil && (m.Actor.Kind == actors.State || institution(m))
}

// institution reports whether the mention names a state or an organisation, and no people by their state.
func institution(m *Mention) bool {
	return (m.Actor.Kind == actors.State || m.Actor.Kind == actors.Organisation) && m.Kind != actors.ByDemonym
}

// OneBearer reports whether the members a and b of a phrase are one speaker, of whom the one says the office and the
// other the name: "Israel's military chief, Eyal Zamir", "State Councilor and Foreign Minister Wang Yi".
func (s *Lists) OneBearer(a, b Member) bool {
	sep := s.At(b.Lo - 1)
	if b.Lo-1 != a.End || sep != "," && sep != "and" || s.Names.Naming(a.Lo, s.Bearers.BeforeState(a.Lo, a.Hi)) {
		return false
	}
	if !s.Names.Naming(b.Lo, s.nameEnd(b)) {
		return s.oneName(a, b)
	}
	k := s.Offices.Head(a.Lo, a.Hi)
	if k < 0 && introduces(s.Names, a.Lo, a.Hi) >= 0 {
		return true
	}
	if k < 0 || strings.HasSuffix(s.Lower[k], "s") && !words.Office[s.Lower[k]] {
		return false
	}
	if sep == "," {
		return true
	}
	return s.Lower[a.Lo] != "the" && s.Lower[b.Lo] != "the" && s.Offices.Head(b.Lo, b.Hi) >= 0
}

// oneName reports whether the member b is a name of one word that an office before it calls by its only name: "the
// Minister of Trade, | Sugandi,".
func (s *Lists) oneName(a, b Member) bool {
	k := s.Offices.Head(a.Lo, a.Hi)
	if k < 0 || s.At(a.Lo) != "the" || s.At(b.Lo-1) != "," || b.Hi-b.Lo != 1 || !s.Names.Proper(b.Lo) {
		return false
	}
	end := s.At(b.Hi)
	return s.Capital(k) && s.Names.Own(b.Lo, b.Hi) && (end == "," || end == "and" || end == ".")
}

// Describing reports whether a phrase that begins at token k after a comma can only describe what stands before it: an
// article with a noun, in lower case or after what it is of: "the Shi'ite movement".
func (s *Lists) Describing(k int) bool {
	if s.At(k-1) != "," || !words.Article[s.At(k)] {
		return false
	}
	last := k + 4
	for k++; k < min(last, len(s.Lower)) && (s.Capital(k) || strings.HasPrefix(s.Doc.Tokens[k].Tag, "JJ")); k++ {
	}
	return k < len(s.Lower) && !s.Capital(k) && s.NounTag(k)
}

// wholeList returns the start of the list of states and bodies, or of people, of which tokens lo to hi-1 are only the
// last members: "| Chile, Peru and Norway | agreed", "| its premier, Ana Lind, and Karl Moss | agreed". It is lo where
// the tokens before are none of its members: "In Lima, | Peru and Norway".
func (s *Lists) wholeList(lo, hi int) int {
	first, _ := s.SentenceBounds(lo)
	first = s.AfterDateline(first)
	if hi <= lo || lo-1 <= first {
		return lo
	}
	if s.Lower[lo-1] == "and" {
		return s.peopleBefore(first, lo)
	}
	from := lo
	for s.Joins(lo, hi) && from-1 > first && s.Lower[from-1] == "," && s.institutionAt(from-2) && s.institutionAt(lo) {
		k := from - 1
		for k > first && s.Doc.Tokens[k-1].Tag != "IN" && (s.Capital(k-1) || s.NounTag(k-1)) {
			k--
		}
		if k > first && s.Lower[k-1] != "," {
			break
		}
		from = k
	}
	return from
}

// peopleBefore returns the start of the people with whom a sentence begins at token first and with whom "and" joins
// those of token lo, lo where the sentence begins otherwise.
func (s *Lists) peopleBefore(first, lo int) int {
	end := lo - 1
	if s.Lower[end-1] == "," {
		end--
	}
	if s.Doc.Tokens[first].Tag == "IN" || !s.Names.Naming(first, end) && !s.apposed(first, end) {
		return lo
	}
	for k := first; k < lo; k++ {
		if s.FiniteVerb(k) {
			return lo
		}
	}
	return first
}

// apposed reports whether the tokens are an office with its bearer's name after a comma: "its premier, Ana Lind".
func (s *Lists) apposed(lo, hi int) bool {
	k := s.commaAfter(lo, hi)
	return k < hi-1 && s.Offices.HasHead(lo, k) && s.Names.Naming(k+1, hi)
}

// Joins reports whether the phrase joins its members: commas alone set off what describes the first.
func (s *Lists) Joins(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if w := s.Lower[k]; w == "and" || w == "&" || w == "as" {
			return true
		}
	}
	return false
}
