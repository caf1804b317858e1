package scene

import (
	"sort"
	"strings"

	"demarche/timeline/actors"
)

// Bearers finds the name in a phrase that says more of a person than the name: after an office or a role, before a
// state or a body.
type Bearers struct {
	*Phrased
	Names *Names
}

// namedPerson reports a person who is named, not told by an office alone.
func namedPerson(m *Mention) bool { return m != nil && m.Actor.Kind == actors.Person && !m.Holder }

// After returns the start of a person's name that ends the phrase after the office at k, 0 for none.
func (s *Bearers) After(k, hi int) int {
	// right after the office: "Ambassador Ri In Sok"
	j := k + 1
	for j < hi && words.Office[s.Lower[j]] {
		j++
	}
	if s.At(j) == "," { // "an officer, Ri In Sok"
		j++
	}
	if at := s.Names.styleEnd(j, hi); at > j && hi-at >= 2 {
		j = at // "Senator the Hon | Ri In Sok"
	}
	if j < hi && s.Capital(j) && !words.Body[s.Lower[j]] && s.Unnamed(j) && s.Names.Person(j, hi) {
		return j
	}
	if j < hi && namedPerson(s.MentionAt(j)) {
		return j
	}
	if at := s.afterPost(k, hi); at > 0 {
		return at
	}
	if at := s.afterComplement(k, j, hi); at > 0 {
		return at
	}
	return s.afterComma(k, hi)
}

// afterComma returns the start of a full name after the one comma after the office at k: "deputy foreign minister, |
// Ri In Sok". 0 when none stands there.
func (s *Bearers) afterComma(k, hi int) int {
	at := 0
	for j := k + 1; j < hi; j++ {
		switch s.Lower[j] {
		case "and", "or":
			return 0
		case ",":
			if at > 0 {
				return 0
			}
			at = j + 1
		}
	}
	if at > 0 && hi-at >= 2 && s.Capital(at) && s.Unnamed(at) && s.Names.Person(at, hi) {
		return at
	}
	return 0
}

// afterComplement returns the start of a name that follows, from j on, a complement of the office at k: a state or a
// lower-case phrase ("prime minister of Cambodia | Hun Sen", "to its neighbour | Ri In Sok"). 0 when none does.
func (s *Bearers) afterComplement(k, j, hi int) int {
	for j < hi {
		m := s.MentionAt(j)
		if namedPerson(m) && j > k+1 {
			if !words.Complementing[s.beforeForms(j)] {
				return j
			}
			_, j = s.Range(m.Span)
			continue
		}
		if s.endsComplement(j, hi) && s.Names.free(j+1, hi) {
			return j + 1
		}
		j++
	}
	return 0
}

// beforeForms is the word before the forms of address that stand before token j: "to" in "an aide to Mr. Lind".
func (s *Bearers) beforeForms(j int) string {
	for j > 0 && words.AddressForm[s.Lower[j-1]] {
		j--
	}
	return s.At(j - 1)
}

// endsComplement reports whether a known name, or a noun in lower case after a determiner or "of", ends at
// token j.
func (s *Bearers) endsComplement(j, hi int) bool {
	if m := s.MentionAt(j); m != nil && m.Kind != actors.ByDemonym && (j+1 >= hi || s.MentionAt(j+1) != m) {
		return true
	}
	before := s.Lower[j-1]
	return !s.Capital(j) && strings.HasPrefix(s.Doc.Tokens[j].Tag, "NN") && (words.Determiner[before] || before == "of")
}

// afterPost returns the start of a name that follows the whole of an office or a form of address: "Minister for
// Foreign Affairs | Dr John Smith", "Minister in the Presidency | John Smith". 0 when none does.
func (s *Bearers) afterPost(k, hi int) int {
	for k+1 < hi && words.Office[s.Lower[k+1]] {
		k++ // "Consul General"
	}
	for j := k + 2; j+1 < hi; j++ {
		at := j
		switch {
		case words.AddressForm[s.Lower[j]] && !words.Complementing[s.Lower[j-1]]:
			at = s.Names.SkipForms(j, hi)
		case !s.postEnds(j) && !s.placeOfOffice(k, j):
			continue
		}
		if hi-at >= 2 && hi-at <= 4 && s.Capital(at) && s.Unnamed(at) && s.Names.Person(at, hi) && !s.HasBody(at, hi) {
			return at
		}
	}
	return 0
}

// postEnds reports whether the name of an office that the gazetteer knows ends before token j.
func (s *Bearers) postEnds(j int) bool {
	end := s.Doc.Tokens[j-1].End
	i := sort.Search(len(s.Posts), func(i int) bool { return s.Posts[i].End >= end })
	return i < len(s.Posts) && s.Posts[i].End == end && s.Posts[i].Start < s.Doc.Tokens[j-1].Start
}

// placeOfOffice reports whether the tokens after the office at k up to j are "in the" or "at the" with one word for
// where it is held, or "in" with the name of a place.
func (s *Bearers) placeOfOffice(k, j int) bool {
	if s.Lower[k+1] != "in" && s.Lower[k+1] != "at" {
		return false
	}
	return j == k+4 && s.Lower[k+2] == "the" && s.Capital(k+3) || j == k+3 && s.Capital(k+2)
}

// AfterRole returns the start of a name after what its bearer does: "French actress Jane Doe", "artist and
// sculptor John Doe". 0 when the phrase is none of that form.
func (s *Bearers) AfterRole(lo, hi int) int {
	k, roles, name := s.SkipDeterminer(lo, hi), 0, s.Names.lastCapitals(lo, hi)
	for name < hi && words.RoleNoun[s.Lower[name]] {
		name++
	}
	for ; k < name; k++ {
		switch {
		case words.RoleNoun[s.Lower[k]], s.Names.commonNoun(k):
			roles++
		case s.qualifiesRole(k), roles > 0 && (s.Lower[k] == "and" || s.Lower[k] == ","):
		default:
			return 0
		}
	}
	if roles == 0 || hi-k < 2 || hi-k > 4 || !s.Names.Person(k, hi) || s.HasBody(k, hi) || !s.Unnamed(k) {
		return 0
	}
	return k
}

// qualifiesRole reports a state, a name, an adjective, a participle or a plural before a role: "UCL astronomer Jane
// Doe", "shipping executive Jane Doe", "foreign affairs critic Jane Doe".
func (s *Bearers) qualifiesRole(k int) bool {
	tag := s.Doc.Tokens[k].Tag
	named := s.Capital(k) && s.NounTag(k) && !words.Office[s.Lower[k]]
	return s.StateAt(k) || named || strings.HasPrefix(tag, "JJ") || tag == "NNS" || tag == "VBG" || tag == "VBN"
}

// BeforeBody returns the end of a person's name after which stands only what the person belongs to: "Jane Doe |
// of the Harbour Watch". The names of bodies that have an "of" take an article or hold a noun for a body. 0 for every
// other phrase.
func (s *Bearers) BeforeBody(lo, hi int) int {
	at := lo
	for at < hi && s.Lower[at] != "of" && s.Lower[at] != "from" {
		at++
	}
	if at+1 >= hi || s.MentionAt(at) != nil {
		return 0
	}
	k := at
	for k > lo && s.Capital(k-1) && !s.titleAt(k-1) {
		k--
	}
	if k > lo && !s.titleAt(k-1) && !s.Names.commonNoun(k-1) || at-k < 2 || at-k > 3 || !s.Names.Own(k, at) {
		return 0
	}
	return at
}

// titleAt reports an office or a form of address at token k.
func (s *Bearers) titleAt(k int) bool {
	return words.Office[s.Lower[k]] || words.AddressForm[s.Lower[k]]
}

// BeforeState returns the end of a person's name after which stands only a state: "President John Smith | of
// Kenya". It is hi for every other phrase: "Minister of Foreign Affairs of Kenya" names nobody.
func (s *Bearers) BeforeState(lo, hi int) int {
	at := hi - 1
	for at > lo && (s.Lower[at] != "of" || s.MentionAt(at) != nil) {
		at--
	}
	if at <= lo || !s.Capital(at-1) {
		return hi
	}
	state := s.stateAlone(at+1, hi)
	if state == nil {
		return hi
	}
	if m := s.MentionAt(at - 1); m != nil && !s.partOfUnknown(m, at) {
		if m.Actor.Kind == actors.Person && m.Actor.ID != "" && m.Actor.State == state.Actor.State {
			return at
		}
		return hi
	}
	if !s.behindOffice(lo, at) {
		return hi
	}
	return at
}

// behindOffice reports whether the tokens end in an office and a person's name.
func (s *Bearers) behindOffice(lo, hi int) bool {
	k := hi
	for k > lo && !words.Office[s.Lower[k-1]] {
		k--
	}
	return k > lo && hi > k && s.Names.Person(k, hi)
}

// stateAlone returns the state or organisation that is all the tokens name, nil for none: "Kenya", "Kenya (KEN)".
func (s *Bearers) stateAlone(lo, hi int) *Mention {
	last := hi
	if k := last - 3; k >= lo && s.Lower[k] == "(" && s.Lower[last-1] == ")" {
		last = k
	}
	m := s.MentionAt(s.SkipDeterminer(lo, hi))
	if m == nil || !institution(m) || m.End != s.Doc.Tokens[last-1].End {
		return nil
	}
	return m
}

// partOfUnknown reports a surname before token at that is the end of a longer name that the gazetteer does not have.
func (s *Bearers) partOfUnknown(m *Mention, at int) bool {
	if m.Kind != actors.BySurname || m.Actor.ID != "" || at < 2 {
		return false
	}
	return s.Capital(at-2) && !words.Office[s.Lower[at-2]]
}
