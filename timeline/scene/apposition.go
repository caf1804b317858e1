package scene

import "demarche/timeline/actors"

// adverbial reports a relative clause or an adverbial of place or time that begins at lo: "Peru, | which borders both",
// "Smith, | on a visit to Lima".
func adverbial(s *Lists, lo int) bool {
	w := s.Lower[lo]
	return !s.Capital(lo) && s.MentionAt(lo) == nil && (words.Relative[w] && w != "that" || words.Preposition[w])
}

// actsOrCounts reports what the one named before does, or his age: "Smith, | addressing a meeting", "Pak, | 52".
func actsOrCounts(s *Lists, lo, hi int) bool {
	tag := s.Doc.Tokens[lo].Tag
	participle := tag == "VBG" || (tag == "VBN" || tag == "VBD") && s.At(lo-1) == "," && words.Preposition[s.At(lo+1)]
	return participle && !s.Capital(lo) || tag == "CD" && hi-lo == 1
}

// describesLast reports an apposition of the last member. Behind "and" it is one only where the member has another.
func describesLast(s *Lists, last *Member, lo, hi int) bool {
	if s.Names.Naming(last.Lo, last.Hi) && (s.describesTwice(lo, hi) || last.End > last.Hi && s.Lower[lo-1] == "and" &&
		s.describesTwice(last.Hi+1, lo-1)) {
		return true
	}
	if s.At(lo-1) == "and" && last.End > last.Hi && s.Names.Naming(last.Lo, last.Hi) && s.alsoIs(lo, hi) {
		return true
	}
	return describes(s, lo, hi) && (s.At(lo-1) != "and" || last.End > last.Hi && s.Lower[lo] != "the")
}

// alsoIs reports whether the tokens after "and" are a second noun for one who was described: "Smith, the mayor | and a
// voice of the port", "Smith, the mayor | and President Jones's friend".
func (s *Lists) alsoIs(lo, hi int) bool {
	return words.IndefiniteArticle[s.Lower[lo]] && !s.Capital(lo) && !s.Capital(lo+1) || related(s, lo, hi)
}

// describesAll reports what the people named before it all are: "Smith and Jones, | the harbour masters".
func describesAll(s *Lists, last *Member, lo, hi int) bool {
	plain := s.At(lo-1) == "," && s.Lower[lo] == "the" && s.At(hi) != "and" && !s.Capital(hi-1)
	return plain && s.Doc.Tokens[hi-1].Tag == "NNS" && s.Names.Naming(last.Lo, last.Hi)
}

// describesTwice reports whether the tokens after a comma are the first of two nouns for one who was named: "Smith, |
// the doctor | and Nobel laureate", "Smith, | the head of the port | and a friend of the cause".
func (s *Lists) describesTwice(lo, hi int) bool {
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
func placeOfLast(s *Lists, last *Member, lo, hi int) bool {
	if s.At(lo-1) != "," || !s.StateAt(lo) || s.institutionAt(last.Hi-1) {
		return false
	}
	m := s.MentionAt(lo)
	return m.Kind != actors.ByDemonym && s.MentionAt(hi-1) == m
}

// endsInBody reports a body with which the name of the last member ends: "secretary of the C.C., | the WPK".
func endsInBody(s *Lists, last *Member, lo int) bool {
	before := s.At(last.End - 1)
	return s.At(lo) == "the" && (words.CommitteeAbbreviation[before] || before == "committee" && s.Lower[lo-1] == ",")
}

// headLast reports whether the tokens before a comma only say, with their last word, what the person named after it is:
// "a border officer, | Ri In Sok".
func headLast(s *Lists, lo, hi int) bool { return introduces(s.Names, lo, hi) == hi-1 }

// describes reports whether the tokens are an apposition: an office without a name of its own.
func describes(s *Lists, lo, hi int) bool {
	if lo > 0 && s.Lower[lo-1] == "," && (words.IndefiniteArticle[s.Lower[lo]] && !s.Capital(lo) || related(s, lo, hi)) {
		return true
	}
	for k := lo; k < hi; k++ {
		w := s.Lower[k]
		titled := s.Capital(k) && k+1 < hi && s.Capital(k+1) && s.MentionAt(k+1) != nil
		if words.Office[w] && !titled {
			// "Prime Minister Hun Sen" is a name; "prime minister of Cambodia" describes
			named := s.Bearers.After(k, s.Bearers.BeforeState(lo, hi)) > 0
			return !named && (!s.Capital(lo) || s.StateAt(lo) || k-lo <= 3)
		}
		if words.NamePrepositionInner[w] {
			return false
		}
	}
	return false
}

// related reports a phrase that says by a common noun what somebody is to another: "China, | Peru's largest customer",
// "Lind, | its former friend". A body of the other is a member of its own: "China, Peru's foreign ministry".
func related(s *Lists, lo, hi int) bool {
	k := lo
	for k < hi && s.Lower[k] != "'s" && s.Lower[k] != "'" {
		k++
	}
	if k >= hi-1 || s.At(hi) == "and" || s.HasBody(k, hi) {
		return false
	}
	end := k + 1
	for end < hi && s.Doc.Tokens[end].Tag != "IN" {
		if s.Capital(end) || s.Lower[end] == "," || s.MentionAt(end) != nil {
			return false
		}
		end++
	}
	return s.Doc.Tokens[end-1].Tag == "NN" && !s.institutionAt(end-1)
}
