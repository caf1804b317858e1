package scene

import (
	"strings"

	"demarche/timeline/actors"
)

// NounTag reports whether the token may stand inside a noun phrase.
func (s *Scene) NounTag(i int) bool {
	t := s.Doc.Tokens[i].Tag
	return strings.HasPrefix(t, "NN") || strings.HasPrefix(t, "JJ") || t == "CD" || t == "DT" || t == "PRP$" ||
		t == "POS" ||
		t == "FW" ||
		t == "PRP" ||
		t == "PDT"
}

// FiniteVerb reports whether the token is a finite verb that ends a subject.
func (s *Scene) FiniteVerb(i int) bool {
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
func (s *Scene) PhraseEnd(i, limit int) int {
	j := i
	for j < limit {
		w := s.Lower[j]
		switch {
		case s.MentionAt(j) != nil:
			j++
		case s.Capital(j) && j > i && s.Capital(j-1) && words.NameJoin[w]:
			j++ // "Ri In Sok"
		case s.InTime(j) || words.DayAdverb[w] && s.Capital(j):
			return trim(s, i, j)
		case s.FiniteVerb(j):
			return trim(s, i, j)
		case w == "of" || w == "and" || w == "&":
			if w == "and" && j+1 < limit &&
				(s.FiniteVerb(j+1) || s.Doc.Tokens[j+1].Tag == "VBG" || s.Doc.Tokens[j+1].Tag == "IN" && s.Lower[j+1] != "for") {
				return trim(s, i, j)
			}
			j++
		case words.PhrasePreposition[w]:
			if !complement(s, i, j, limit) {
				return trim(s, i, j)
			}
			j++
		case w == ",":
			if !resumes(s, j+1, limit) {
				return trim(s, i, j)
			}
			j++
		case w == "(":
			k := closed(s, j, limit)
			if k == 0 {
				return trim(s, i, j)
			}
			j = k
		case w == `"` || w == "“" || w == "”" || w == "``" || w == "''":
			// a name or a scare quote inside the phrase
			if j == i {
				return i
			}
			j++
		case w == ")" || w == ";" || w == ":" || w == "." || w == "–" || w == "—" || w == "-" || w == "!" || w == "?":
			return trim(s, i, j)
		case words.Relative[w] && !s.Capital(j) && w != "that", w == "that" && j > i:
			return trim(s, i, j)
		case words.Preposition[w] && !s.Capital(j):
			return trim(s, i, j)
		case s.Capital(j) || s.NounTag(j) || s.honoured(j) || words.Determiner[w] || words.Office[w] || w == "'s" || w == "'":
			j++
		case s.Doc.Tokens[j].Tag == "VBG" || s.Doc.Tokens[j].Tag == "VBN":
			// a participle before a noun ("visiting delegation"), not one that opens a clause
			if j+1 < limit && (s.Capital(j+1) || strings.HasPrefix(s.Doc.Tokens[j+1].Tag, "NN")) &&
				(j == i || words.Determiner[s.At(j-1)]) {
				j++
				continue
			}
			return trim(s, i, j)
		default:
			return trim(s, i, j)
		}
	}
	return trim(s, i, j)
}

// closed returns the token after a short bracket that opens at j, 0 when it does not close before limit.
func closed(s *Scene, j, limit int) int {
	for k := j + 1; k < limit && k-j <= 8; k++ {
		if s.Lower[k] == ")" {
			return k + 1
		}
	}
	return 0
}

// complement reports whether the preposition at j continues the name of a body or an office: "Association for the
// Study", "ambassador to Russia", "Koreans in Japan", "committee on".
func complement(s *Scene, i, j, limit int) bool {
	if j+1 >= limit || j == i {
		return false
	}
	prev, w := s.Lower[j-1], s.Lower[j]
	if s.InTime(j+1) || words.DayAdverb[s.Lower[j+1]] || words.MonthName[s.Lower[j+1]] {
		return false
	}
	switch {
	case w == "to":
		return words.Office[prev] && (s.Capital(j+1) || words.Determiner[s.Lower[j+1]])
	case w == "for":
		return s.Capital(j-1) && (s.Capital(j+1) || s.Lower[j+1] == "the") || words.Office[prev]
	case w == "in":
		return s.Capital(j-1) && (s.Capital(j+1) || s.Lower[j+1] == "the" && s.Capital(j+2)) && !words.Office[prev] &&
			s.HasBody(i, j) ||
			strings.HasPrefix(prev, "korean") ||
			words.Office[prev] && s.Lower[j-1] == "officer"
	case words.NamePreposition[w]:
		return s.Capital(j-1) && (s.Capital(j+1) || s.Lower[j+1] == "the") && s.HasBody(i, j) && words.Body[prev] ||
			w != "at" && s.Capital(j-1) && s.Lower[j+1] == "the" && s.Capital(j+2) && s.HasBody(i, j)
	}
	return false
}

// HasBody reports whether the tokens hold the head of an organisation's name.
func (s *Scene) HasBody(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if words.Body[s.Lower[k]] && s.Capital(k) {
			return true
		}
	}
	return false
}

// resumes reports whether what follows a comma is an apposition or a further member of a list, not a clause.
func resumes(s *Scene, j, limit int) bool {
	if j >= limit || s.InTime(j) || words.DayAdverb[s.Lower[j]] {
		return false
	}
	w := s.Lower[j]
	if m := s.MentionAt(j); m != nil && m.Actor.Kind == actors.Medium {
		return false // "to Putin, KCNA reported"
	}
	if w == "and" {
		return j+1 < limit && (s.Capital(j+1) || s.Lower[j+1] == "the" || words.Office[s.Lower[j+1]])
	}
	if s.Capital(j) && !s.FiniteVerb(j) {
		return true
	}
	// an apposition: "president of", "a spokesman for", "first secretary of", "vice foreign minister"
	for k := j; k < limit && k < j+6; k++ {
		if words.Office[s.Lower[k]] {
			return true
		}
		if s.FiniteVerb(k) || s.Lower[k] == "," || !s.NounTag(k) && !s.Capital(k) {
			return false
		}
	}
	return false
}

// trim drops what cannot end a noun phrase.
func trim(s *Scene, i, j int) int {
	for j > i {
		switch w := s.Lower[j-1]; {
		case w == "," || words.PhraseInner[w] || w == "(" || w == "“" || w == "``" || w == `"`,
			!s.Capital(j-1) && words.DayAdverb[w], w == "on", w == "with":
			j--
		default:
			return j
		}
	}
	return j
}
