package scene

import (
	"strings"

	"demarche/timeline/actors"
)

// Voice cuts a source, tokens lo to hi-1, to the phrase that names the speaker: without the relative clause that
// describes him ("Ruto, who met Biden on Friday"), an adjunct before him ("In the talk with the agency, Lai") and an
// aside after him ("Minister Lee, for her part").
func (s *Scene) Voice(lo, hi int) (int, int) {
	if lo = s.AfterDateline(lo); lo >= hi {
		return lo, hi
	}
	depth := 0
	for k := lo; k < hi; k++ {
		switch s.Lower[k] {
		case "(":
			depth++
		case ")":
			depth--
		}
		if k > lo && (s.opensRelative(k) || depth == 0 && k+1 < hi && s.opensAside(k)) {
			if at := s.ownNaming(k, hi); at > 0 {
				return at, s.capitalsEnd(at, hi)
			}
			hi = k
			break
		}
	}
	for hi > lo && (s.Lower[hi-1] == "," || words.Aside[s.Lower[hi-1]]) {
		hi--
	}
	return s.speakingPart(lo, hi), hi
}

// ownNaming returns the start of the name that somebody gives of himself in the relative clause at token k: "a student
// who gave her name as | Ana". 0 for every other clause.
func (s *Scene) ownNaming(k, hi int) int {
	if !words.NamingHimself[s.At(k+1)] {
		return 0
	}
	for i := k + 2; i < min(hi-1, k+7); i++ {
		if s.Lower[i] == "as" && s.Capital(i+1) {
			return i + 1
		}
	}
	return 0
}

// capitalsEnd returns the end of the capitalised words from token k on.
func (s *Scene) capitalsEnd(k, hi int) int {
	for k < hi && s.Capital(k) {
		k++
	}
	return k
}

// opensRelative reports "who" and the like at token k.
func (s *Scene) opensRelative(k int) bool { return s.Doc.Tokens[k].Tag == "WP" && s.Lower[k] != "what" }

// opensAside reports a comma or dash at k behind which a clause or an adjunct opens.
func (s *Scene) opensAside(k int) bool {
	switch s.Lower[k] {
	case ",", "–", "—":
		return words.ClauseOpener[s.Lower[k+1]] || s.Doc.Tokens[k+1].Tag == "WP" ||
			words.Preposition[s.Lower[k+1]] && !s.Capital(k+1)
	}
	return false
}

// speakingPart returns the start of the last part of a source that names who speaks, where what stands before it does
// not: a clause ("the idea that it rains, after | President Lee"), an adjunct ("First of all, | Minister Lee", "In
// the talk with the agency | Lee"), or a thing or a role of his ("Lee's post, | Kim").
func (s *Scene) speakingPart(lo, hi int) int {
	if k := s.afterSubordinator(lo, hi); k > 0 {
		return k
	}
	if s.HasWords(lo+2, "time") && s.Lower[lo] == "the" && s.namesSomebody(lo+3, hi) {
		return lo + 3 // "the first time the office of the president"
	}
	comma := lo + 1
	for comma < hi-1 && s.Lower[comma] != "," {
		comma++
	}
	at := s.afterAdjunct(lo, hi)
	if comma < hi-1 {
		at = s.nameInClause(lo, comma)
	}
	switch {
	case comma >= hi-1, at > lo:
		return at
	case s.Listed(comma+1, hi) || s.Contains(comma+1, hi, ","):
	case s.plainAdjunct(lo, comma) && s.namesSomebody(comma+1, hi), s.roleOrThing(lo, comma) && s.Naming(comma+1, hi):
		return comma + 1
	}
	return lo
}

// afterSubordinator returns the start of a phrase for somebody behind the last conjunction of a clause, 0 for none.
func (s *Scene) afterSubordinator(lo, hi int) int {
	for k := hi - 2; k > lo; k-- {
		if words.Subordinator[s.Lower[k]] && s.namesSomebody(k+1, hi) && !s.Listed(k+1, hi) {
			return k + 1
		}
	}
	return 0
}

// namesSomebody reports whether the tokens are a phrase that begins with an article, a capital or a known name.
func (s *Scene) namesSomebody(lo, hi int) bool {
	if lo >= hi || s.PhraseEnd(lo, hi) != hi {
		return false
	}
	from := s.SkipDeterminer(lo, hi)
	if from >= hi {
		return false
	}
	named := s.MentionAt(from) != nil || s.Capital(from)
	definite := from > lo && (s.Doc.Tokens[from].Tag == "CD" || s.HasOfficeHead(from, hi))
	return named || definite || s.Contains(from, hi, "office")
}

// nameInClause returns the start of a phrase for somebody that ends the tokens without a comma after an adjunct or a
// participle, with which they begin: "At the gate | John Smith", "In Rome | Deputy Minister Smith", "dated 3 May | the
// ministry". It is lo for every other phrase.
func (s *Scene) nameInClause(lo, hi int) int {
	tag := s.Doc.Tokens[lo].Tag
	participle := tag == "VBN" || tag == "VBD"
	if tag != "IN" && !participle || s.MentionAt(lo) != nil {
		return lo
	}
	for k := lo + 2; k < hi; k++ {
		before := s.Doc.Tokens[k-1].Tag
		ended := strings.HasPrefix(before, "NN") || before == "CD" || before == "RB"
		opens := words.Article[s.Lower[k]] || participle && s.StateAt(k) || s.Capital(k) && s.titleAt(k)
		name := !s.Capital(k-1) && before != "CD" && s.freeName(k, hi)
		if ended && (name || opens && s.namesSomebody(k, hi)) {
			return k
		}
	}
	return lo
}

// afterAdjunct returns the start of a person's name that ends a source which begins with a preposition, else lo.
func (s *Scene) afterAdjunct(lo, hi int) int {
	m := s.MentionAt(hi - 1)
	if at := s.nameInClause(lo, hi); at > lo {
		return at
	}
	if s.Doc.Tokens[lo].Tag != "IN" || s.MentionAt(lo) != nil {
		return lo
	}
	if before := s.MentionAt(hi - 2); m == nil && s.Capital(hi-1) && before != nil &&
		before.Actor.Kind != actors.Person {
		return hi - 1 // a surname right after the name of another
	}
	if m == nil || m.Actor.Kind != actors.Person {
		return lo
	}
	a, _ := s.Range(m.Span)
	if a > lo && !words.Complementing[s.Lower[a-1]] && !words.Preposition[s.Lower[a-1]] {
		return a
	}
	return lo
}

// plainAdjunct reports whether the tokens name nobody: no capital but the first, no office, no body.
func (s *Scene) plainAdjunct(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		w := s.Lower[k]
		if s.MentionAt(k) != nil || k > lo && s.Capital(k) {
			return false
		}
		if words.Office[w] || words.Organ[w] || words.Body[w] || words.Paper[w] {
			return false
		}
	}
	return !words.Article[s.Lower[lo]]
}

// roleOrThing reports whether the tokens end in a common noun that belongs to somebody: "Lee's post", "Oslo's man in
// Rome".
func (s *Scene) roleOrThing(lo, hi int) bool {
	own := -1
	for k := lo + 1; k < hi; k++ {
		if s.Lower[k] == "'s" || s.Lower[k] == "'" {
			own = k
			break
		}
	}
	if own < 0 || own+1 >= hi {
		return false
	}
	m := s.MentionAt(own - 1)
	person := m != nil && m.Actor.Kind == actors.Person
	head := s.Lower[own+1]
	return !s.Capital(own+1) && (person || !words.Office[head] && !s.HasOfficeHead(own+1, hi))
}

// OneBearer reports whether the members a and b of a phrase are one speaker, of whom the one says the office and the
// other the name: "Israel's military chief, Eyal Zamir", "State Councilor and Foreign Minister Wang Yi".
func (s *Scene) OneBearer(a, b Member) bool {
	sep := s.At(b.Lo - 1)
	if b.Lo-1 != a.End || sep != "," && sep != "and" || s.Naming(a.Lo, s.NameBeforeState(a.Lo, a.Hi)) ||
		!s.Naming(b.Lo, s.nameEnd(b)) {
		return false
	}
	k := s.OfficeHead(a.Lo, a.Hi)
	if k < 0 && introduces(s, a.Lo, a.Hi) >= 0 {
		return true
	}
	if k < 0 || strings.HasSuffix(s.Lower[k], "s") && !words.Office[s.Lower[k]] {
		return false
	}
	if sep == "," {
		return true
	}
	return s.Lower[a.Lo] != "the" && s.Lower[b.Lo] != "the" && s.OfficeHead(b.Lo, b.Hi) >= 0
}

// nameEnd is the end of a member before the state or body that the person named in it belongs to.
func (s *Scene) nameEnd(m Member) int {
	if at := s.NameBeforeBody(m.Lo, m.Hi); at > 0 {
		return at
	}
	return s.NameBeforeState(m.Lo, m.Hi)
}

// OfficeHead returns the last noun of an office in the tokens before any complement, -1 for none.
func (s *Scene) OfficeHead(lo, hi int) int {
	at := -1
	for k := lo; k < hi; k++ {
		w := s.Lower[k]
		if words.VoicePreposition[w] {
			break
		}
		if words.Office[w] {
			at = k
		}
	}
	return at
}

// Naming reports whether the phrase holds a person's own name: one that the gazetteer knows, or two capitalised words
// after the office.
func (s *Scene) Naming(lo, hi int) bool {
	for _, m := range s.MentionsIn(lo, hi) {
		if m.Actor.Kind == actors.Person && !m.Holder && m.Actor.ID != "" {
			a, b := s.Range(m.Span)
			if b < hi && (s.Lower[b] == "'s" || s.Lower[b] == "'") {
				continue // "Lee's deputy" is another
			}
			return a == lo || !words.Complementing[s.Lower[a-1]]
		}
	}
	k := lo
	if h := s.OfficeHead(lo, hi); h >= 0 {
		k = h + 1
	}
	k = s.SkipForms(k, hi)
	return hi-k >= 2 && hi-k <= 5 && s.PersonName(k, hi) && !s.HasBody(k, hi) && !s.StateAt(k)
}

// SkipForms returns the first token that is no form of address, and no mark behind one.
func (s *Scene) SkipForms(lo, hi int) int {
	for lo < hi {
		switch w := s.Lower[lo]; {
		case addressForm(w) || w == "," || w == "." && lo > 0 && addressForm(s.Lower[lo-1]):
			lo++
		case w == "(" && lo+2 < hi && words.Retired[s.Lower[lo+1]] && s.Lower[lo+2] == ")":
			lo += 3
		default:
			return lo
		}
	}
	return lo
}

// addressForm reports a form of address, or ranks written in one: "brig.gen.", "lt.-col.".
func addressForm(w string) bool {
	if words.AddressForm[w] {
		return true
	}
	parts := strings.FieldsFunc(w, func(r rune) bool { return r == '.' || r == '-' })
	for _, p := range parts {
		if !words.AddressForm[p+"."] {
			return false
		}
	}
	return len(parts) > 1
}

// Describing reports whether a phrase that begins at token k after a comma can only describe what stands before it: an
// article with a noun, in lower case or after what it is of: "the Shi'ite movement".
func (s *Scene) Describing(k int) bool {
	if s.At(k-1) != "," || !words.Article[s.At(k)] {
		return false
	}
	last := k + 4
	for k++; k < min(last, len(s.Lower)) && (s.Capital(k) || strings.HasPrefix(s.Doc.Tokens[k].Tag, "JJ")); k++ {
	}
	return k < len(s.Lower) && !s.Capital(k) && s.NounTag(k)
}

// Listed reports whether the phrase joins its members: commas alone set off what describes the first.
func (s *Scene) Listed(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if w := s.Lower[k]; w == "and" || w == "&" || w == "as" {
			return true
		}
	}
	return false
}
