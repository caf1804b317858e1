package scene

import (
	"strings"

	"demarche/timeline/actors"
)

// Voices cuts the source of a quote to the phrase that names who speaks.
type Voices struct {
	*Phrased
	Offices *Offices
	Names   *Names
	Bearers *Bearers
	Lists   *Lists
}

// Cut cuts a source, tokens lo to hi-1, to the phrase that names the speaker: without the relative clause that
// describes him ("Ruto, who met Biden on Friday"), an adjunct before him ("In the talk with the agency, Lai") and an
// aside after him ("Minister Lee, for her part").
func (s *Voices) Cut(lo, hi int) (int, int) {
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
		if k > lo && (s.opensRelative(k) || depth == 0 && k+1 < hi && (s.opensAside(k) || s.opensExamples(k))) {
			if at := s.ownNaming(k, hi); at > 0 {
				return at, s.capitalsEnd(at, hi)
			}
			hi = k
			break
		}
	}
	for hi > lo && (s.Lower[hi-1] == "," || hi > lo+1 && words.Aside[s.Lower[hi-1]]) {
		hi--
	}
	return s.speakingPart(lo, hi), hi
}

// ownNaming returns the start of the name that somebody gives of himself in the relative clause at token k: "a student
// who gave her name as | Ana". 0 for every other clause.
func (s *Voices) ownNaming(k, hi int) int {
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
func (s *Voices) capitalsEnd(k, hi int) int {
	for k < hi && s.Capital(k) {
		k++
	}
	return k
}

// opensRelative reports "who" and the like at token k.
func (s *Voices) opensRelative(k int) bool {
	return s.Doc.Tokens[k].Tag == "WP" && s.Lower[k] != "what"
}

// opensExamples reports at token k what names some of a group that speaks as a whole: "many countries | including
// Peru", "states | such as Peru".
func (s *Voices) opensExamples(k int) bool {
	return words.ExampleLead[s.Lower[k]] && (s.Lower[k] != "such" || s.At(k+1) == "as")
}

// ExamplesIn returns the token of [lo, hi) from which on some of a group are named, -1 for none: "diplomats of forty
// states, | including Peru".
func (s *Voices) ExamplesIn(lo, hi int) int {
	for k := lo; k < hi; k++ {
		if s.opensExamples(k) {
			return k
		}
	}
	return -1
}

// opensAside reports a comma or dash at k after which a clause or an adjunct opens.
func (s *Voices) opensAside(k int) bool {
	switch s.Lower[k] {
	case ",", "–", "—":
		if s.Doc.Tokens[k+1].Tag == "VBN" && s.At(k+2) == "by" {
			return true // "a statement, | carried by the Herald"
		}
		return words.ClauseOpener[s.Lower[k+1]] || s.Doc.Tokens[k+1].Tag == "WP" ||
			words.Preposition[s.Lower[k+1]] && !s.Capital(k+1)
	}
	return false
}

// speakingPart returns the start of the last part of a source that names who speaks, where what stands before it does
// not: a clause ("the idea that it rains, after | President Lee"), an adjunct ("First of all, | Minister Lee", "In
// the talk with the agency | Lee"), or a thing or a role of his ("Lee's post, | Kim").
func (s *Voices) speakingPart(lo, hi int) int {
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
	case s.Lists.Joins(comma+1, hi) || s.Contains(comma+1, hi, ","):
	case s.plainAdjunct(lo, comma) && s.namesSomebody(comma+1, hi),
		s.roleOrThing(lo, comma) && s.Names.Naming(comma+1, hi):
		return comma + 1
	}
	return lo
}

// afterSubordinator returns the start of a phrase for somebody after the last conjunction of a clause, 0 for none.
func (s *Voices) afterSubordinator(lo, hi int) int {
	for k := hi - 2; k > lo; k-- {
		if words.Subordinator[s.Lower[k]] && !s.Capital(k) && s.namesSomebody(k+1, hi) && !s.Lists.Joins(k+1, hi) {
			return k + 1
		}
	}
	return 0
}

// namesSomebody reports whether the tokens are a phrase that begins with an article, a capital or a known name.
func (s *Voices) namesSomebody(lo, hi int) bool {
	if lo >= hi || s.PhraseEnd(lo, hi) != hi {
		return false
	}
	from := s.SkipDeterminer(lo, hi)
	if from >= hi {
		return false
	}
	named := s.MentionAt(from) != nil || s.Capital(from)
	definite := from > lo && (s.Doc.Tokens[from].Tag == "CD" || s.Offices.HasHead(from, hi))
	return named || definite || s.Contains(from, hi, "office")
}

// nameInClause returns the start of a phrase for somebody that ends the tokens without a comma after an adjunct or a
// participle, with which they begin: "At the gate | John Smith", "In Rome | Deputy Minister Smith", "dated 3 May | the
// ministry". It is lo for every other phrase.
func (s *Voices) nameInClause(lo, hi int) int {
	tag := s.Doc.Tokens[lo].Tag
	participle := tag == "VBN" || tag == "VBD"
	if tag != "IN" && !participle || s.MentionAt(lo) != nil {
		return lo
	}
	for k := lo + 2; k < hi; k++ {
		before := s.Doc.Tokens[k-1].Tag
		ended := strings.HasPrefix(before, "NN") || before == "CD" || before == "RB"
		opens := words.Article[s.Lower[k]] || participle && s.StateAt(k) || s.Capital(k) && s.Bearers.titleAt(k)
		name := !s.Capital(k-1) && before != "CD" && s.Names.free(k, hi)
		if ended && (name || opens && s.namesSomebody(k, hi)) {
			return k
		}
	}
	return lo
}

// afterAdjunct returns the start of a person's name that ends a source which begins with a preposition, else lo.
func (s *Voices) afterAdjunct(lo, hi int) int {
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
func (s *Voices) plainAdjunct(lo, hi int) bool {
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
func (s *Voices) roleOrThing(lo, hi int) bool {
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
	return !s.Capital(own+1) && (person || !words.Office[head] && !s.Offices.HasHead(own+1, hi))
}
