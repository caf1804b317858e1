package scene

import (
	"strings"

	"demarche/timeline/actors"
)

// Phrased is a marked text of which the noun phrases and the finite verbs are told. It does not know what a phrase
// names.
type Phrased struct{ Marked }

// NounTag reports whether the token may stand inside a noun phrase.
func (s *Phrased) NounTag(i int) bool {
	t := s.Doc.Tokens[i].Tag
	switch t {
	case "CD", "DT", "FW", "PDT", "POS", "PRP", "PRP$":
		return true
	}
	return strings.HasPrefix(t, "NN") || strings.HasPrefix(t, "JJ")
}

// FiniteVerb reports whether the token is a finite verb that ends a subject.
func (s *Phrased) FiniteVerb(i int) bool {
	if s.MentionAt(i) != nil || s.honoured(i) {
		return false
	}
	w := s.Lower[i]
	t := s.Doc.Tokens[i].Tag
	if words.FiniteVerb[w] && !s.Capital(i) {
		// "a report said", but "the said report"; "calls" after a determiner is a noun
		return i == 0 || !words.Determiner[s.Lower[i-1]] || strings.HasPrefix(t, "V")
	}
	return (t == "VBD" || t == "VBZ" || t == "VBP" || t == "MD") && !s.Capital(i)
}

// honoured reports whether token i is part of a form of address.
func (s *Marked) honoured(i int) bool { return s.Honour != nil && s.Honour[i] }

// PhraseEnd returns the end of the noun phrase that starts at token i, with "of", "for", "to" complements, possessives,
// appositions and coordinated phrases, within the sentence and before limit. It returns i when no phrase starts there.
func (s *Phrased) PhraseEnd(i, limit int) int {
	j := i
	for j < limit {
		next := phraseStep(s, i, j, limit)
		if next == j {
			break
		}
		j = next
	}
	return trim(s, i, j)
}

// phraseStep returns the token after what stands at j, if the phrase from i on goes over it; else j.
func phraseStep(s *Phrased, i, j, limit int) int {
	w := s.Lower[j]
	joinsName := j > i && words.NameJoin[w] && s.Capital(j) && s.Capital(j-1) // "Ri In Sok"
	switch {
	case s.MentionAt(j) != nil, joinsName:
		return j + 1
	case s.InTime(j), words.DayAdverb[w] && s.Capital(j), s.FiniteVerb(j):
		return j
	case w == "(":
		return max(j, closed(s, j, limit))
	case goesOver(s, i, j, limit):
		return j + 1
	}
	return j
}

// goesOver reports whether the phrase from i on goes on over a conjunction, a preposition, a mark or a word at j.
func goesOver(s *Phrased, i, j, limit int) bool {
	switch w := s.Lower[j]; {
	case w == "of", w == "&":
		return true
	case w == "and":
		return !clauseAfterAnd(s, j+1, limit)
	case words.PhrasePreposition[w]:
		return complement(s, i, j, limit)
	case w == ",":
		return resumes(s, j+1, limit)
	case quotation(w): // a name or a scare quote inside the phrase
		return j > i
	case breaksPhrase(w), words.Relative[w] && !s.Capital(j) && w != "that", w == "that" && j > i:
		return false
	}
	return nominal(s, j) || participleBeforeNoun(s, i, j, limit)
}

// quotation reports a quotation mark.
func quotation(w string) bool {
	switch w {
	case `"`, "“", "”", "``", "''":
		return true
	}
	return false
}

// breaksPhrase reports a mark at which every noun phrase ends.
func breaksPhrase(w string) bool {
	switch w {
	case ")", ";", ":", ".", "–", "—", "-", "!", "?":
		return true
	}
	return false
}

// clauseAfterAnd reports whether a verb or an adverbial follows "and", at token j.
func clauseAfterAnd(s *Phrased, j, limit int) bool {
	if j >= limit {
		return false
	}
	tag := s.Doc.Tokens[j].Tag
	return s.FiniteVerb(j) || tag == "VBG" || tag == "IN" && s.Lower[j] != "for"
}

// nominal reports whether the word at j can be part of a noun phrase wherever it stands.
func nominal(s *Phrased, j int) bool {
	w := s.Lower[j]
	if words.Preposition[w] && !s.Capital(j) {
		return false
	}
	possessive := w == "'s" || w == "'"
	return possessive || s.Capital(j) || s.NounTag(j) || s.honoured(j) || words.Determiner[w] || words.Office[w]
}

// participleBeforeNoun reports a participle at j before a noun ("visiting delegation"), not one that opens a clause.
func participleBeforeNoun(s *Phrased, i, j, limit int) bool {
	tag := s.Doc.Tokens[j].Tag
	if tag != "VBG" && tag != "VBN" || words.Preposition[s.Lower[j]] || j+1 >= limit {
		return false
	}
	noun := s.Capital(j+1) || strings.HasPrefix(s.Doc.Tokens[j+1].Tag, "NN")
	return noun && (j == i || words.Determiner[s.At(j-1)])
}

// closed returns the token after a short bracket that opens at j, 0 when it does not close before limit.
func closed(s *Phrased, j, limit int) int {
	for k := j + 1; k < limit && k-j <= 8; k++ {
		if s.Lower[k] == ")" {
			return k + 1
		}
	}
	return 0
}

// complement reports whether the preposition at j continues the name of a body or an office: "Association for the
// Study", "ambassador to Russia", "Koreans in Japan", "committee on".
func complement(s *Phrased, i, j, limit int) bool {
	if j+1 >= limit || j == i {
		return false
	}
	if s.InTime(j+1) || words.DayAdverb[s.Lower[j+1]] || words.MonthName[s.Lower[j+1]] {
		return false
	}
	prev, w := s.Lower[j-1], s.Lower[j]
	switch w {
	case "to":
		return words.Office[prev] && (s.Capital(j+1) || words.Determiner[s.Lower[j+1]])
	case "for":
		return s.Capital(j-1) && nameAfter(s, j+1) || words.Office[prev]
	case "in":
		return placeOf(s, i, j)
	}
	return words.NamePreposition[w] && partOfBody(s, i, j)
}

// partOfBody reports a preposition at j inside the name of a body that begins after token i: "Committee on the
// Peaceful Reunification".
func partOfBody(s *Phrased, i, j int) bool {
	if !s.Capital(j-1) || !s.HasBody(i, j) {
		return false
	}
	return words.Body[s.Lower[j-1]] && nameAfter(s, j+1) || s.Lower[j] != "at" && theName(s, j+1)
}

// placeOf reports "in" at j after people, an officer or the name of a body, from token i on: "Koreans in Japan".
func placeOf(s *Phrased, i, j int) bool {
	prev := s.Lower[j-1]
	if words.Office[prev] {
		return prev == "officer" || strings.HasPrefix(prev, "korean")
	}
	return strings.HasPrefix(prev, "korean") || s.Capital(j-1) && (s.Capital(j+1) || theName(s, j+1)) && s.HasBody(i, j)
}

// nameAfter reports a capital or "the" at token k.
func nameAfter(s *Phrased, k int) bool { return s.Capital(k) || s.Lower[k] == "the" }

// theName reports "the" and a capital after it at token k.
func theName(s *Phrased, k int) bool { return s.Lower[k] == "the" && s.Capital(k+1) }

// HasBody reports whether the tokens hold the head of an organisation's name.
func (s *Phrased) HasBody(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if words.Body[s.Lower[k]] && s.Capital(k) {
			return true
		}
	}
	return false
}

// resumes reports whether what follows a comma is an apposition or a further member of a list, not a clause.
func resumes(s *Phrased, j, limit int) bool {
	if j >= limit || s.InTime(j) || words.DayAdverb[s.Lower[j]] {
		return false
	}
	w := s.Lower[j]
	if m := s.MentionAt(j); m != nil && m.Actor.Kind == actors.Medium {
		return false // "to Putin, KCNA reported"
	}
	if w == "and" {
		return j+1 < limit && (nameAfter(s, j+1) || words.Office[s.Lower[j+1]])
	}
	return s.Capital(j) && !s.FiniteVerb(j) || officeFollows(s, j, limit)
}

// officeFollows reports an apposition with an office at j: "president of", "a spokesman for", "first secretary of",
// "vice foreign minister".
func officeFollows(s *Phrased, j, limit int) bool {
	for k := j; k < limit && k < j+6; k++ {
		switch {
		case words.Office[s.Lower[k]]:
			subject := s.Lower[j] == "the" && k+1 < len(s.Lower) && s.FiniteVerb(k+1)
			return !subject // "with Lind, the minister said"
		case s.FiniteVerb(k) || s.Lower[k] == "," || !s.NounTag(k) && !s.Capital(k):
			return false
		}
	}
	return false
}

// trim drops what cannot end a noun phrase.
func trim(s *Phrased, i, j int) int {
	for j > i {
		switch w := s.Lower[j-1]; {
		case w == "," || words.PhraseInner[w] || w == "(" || w == "“" || w == "``" || w == `"`,
			!s.Capital(j-1) && words.DayAdverb[w], w == "on", w == "with",
			words.AfterNoun[w] && j-2 > i && words.Preposition[s.At(j)]: // "officials familiar | with the talks"
			j--
		default:
			return j
		}
	}
	return j
}

// SkipDeterminer returns the first token that is no article.
func (s *Phrased) SkipDeterminer(lo, hi int) int {
	for lo < min(hi, len(s.Lower)) && words.LeadingDeterminer[s.Lower[lo]] {
		lo++
	}
	return lo
}
