package timeline

import (
	"strings"

	"demarche/timeline/actors"
)

// The reading of noun phrases: no parser, only tags and closed lists, because news and diplomatic prose put the actors in
// few and regular places.

// nounTag reports whether the token may stand inside a noun phrase.
func (s *scene) nounTag(i int) bool {
	t := s.d.Tokens[i].Tag
	return strings.HasPrefix(t, "NN") || strings.HasPrefix(t, "JJ") || t == "CD" || t == "DT" || t == "PRP$" || t == "POS" || t == "FW" || t == "PRP" || t == "PDT"
}

// verb reports whether the token is a finite verb that ends a subject.
func (s *scene) verb(i int) bool {
	if s.mention(i) != nil || s.honoured(i) {
		return false
	}
	w := s.low[i]
	t := s.d.Tokens[i].Tag
	if finite[w] && !s.capital(i) {
		// "a report said", but "the said report"; "calls" after a determiner is a noun
		return i == 0 || !determiners[s.low[i-1]] || strings.HasPrefix(t, "V")
	}
	return (t == "VBD" || t == "VBZ" || t == "VBP" || t == "MD") && !s.capital(i)
}

// honoured reports whether token i is part of a form of address.
func (s *scene) honoured(i int) bool { return s.honour != nil && s.honour[i] }

// phraseEnd returns the end of the noun phrase that starts at token i, with "of", "for", "to" complements, possessives,
// appositions and coordinated phrases, within the sentence and before limit. It returns i when no phrase starts there.
func (s *scene) phraseEnd(i, limit int) int {
	j := i
	for j < limit {
		w := s.low[j]
		switch {
		case s.mention(j) != nil:
			j++
		case s.capital(j) && j > i && s.capital(j-1) && (w == "in" || w == "on" || w == "to" || w == "at"):
			j++ // "Ri In Sok"
		case s.inTime(j) || weekdays[w] && s.capital(j):
			return s.trim(i, j)
		case s.verb(j):
			return s.trim(i, j)
		case w == "of" || w == "and" || w == "&":
			if w == "and" && j+1 < limit && (s.verb(j+1) || s.d.Tokens[j+1].Tag == "VBG" || s.d.Tokens[j+1].Tag == "IN" && s.low[j+1] != "for") {
				return s.trim(i, j)
			}
			j++
		case w == "for" || w == "to" || w == "in" || w == "on" || w == "with" || w == "against" || w == "at":
			if !s.complement(i, j, limit) {
				return s.trim(i, j)
			}
			j++
		case w == ",":
			if !s.resumes(j+1, limit) {
				return s.trim(i, j)
			}
			j++
		case w == "(":
			k := s.closed(j, limit)
			if k == 0 {
				return s.trim(i, j)
			}
			j = k
		case w == `"` || w == "“" || w == "”" || w == "``" || w == "''":
			// a name or a scare quote inside the phrase
			if j == i {
				return i
			}
			j++
		case w == ")" || w == ";" || w == ":" || w == "." || w == "–" || w == "—" || w == "-" || w == "!" || w == "?":
			return s.trim(i, j)
		case relatives[w] && !s.capital(j) && w != "that", w == "that" && j > i:
			return s.trim(i, j)
		case prepositions[w] && !s.capital(j):
			return s.trim(i, j)
		case s.capital(j) || s.nounTag(j) || s.honoured(j) || determiners[w] || officeHeads[w] || w == "'s" || w == "'":
			j++
		case s.d.Tokens[j].Tag == "VBG" || s.d.Tokens[j].Tag == "VBN":
			// a participle before a noun ("visiting delegation"), not one that opens a clause
			if j+1 < limit && (s.capital(j+1) || strings.HasPrefix(s.d.Tokens[j+1].Tag, "NN")) && (j == i || determiners[s.at(j-1)]) {
				j++
				continue
			}
			return s.trim(i, j)
		default:
			return s.trim(i, j)
		}
	}
	return s.trim(i, j)
}

// closed returns the token after a short bracket that opens at j, 0 when it does not close before limit.
func (s *scene) closed(j, limit int) int {
	for k := j + 1; k < limit && k-j <= 8; k++ {
		if s.low[k] == ")" {
			return k + 1
		}
	}
	return 0
}

// complement reports whether the preposition at j continues the name of a body or an office: "Association for the
// Study", "ambassador to Russia", "Koreans in Japan", "committee on".
func (s *scene) complement(i, j, limit int) bool {
	if j+1 >= limit || j == i {
		return false
	}
	prev, w := s.low[j-1], s.low[j]
	if s.inTime(j+1) || weekdays[s.low[j+1]] || months[s.low[j+1]] {
		return false
	}
	switch w {
	case "to":
		return officeHeads[prev] && (s.capital(j+1) || determiners[s.low[j+1]])
	case "for":
		return s.capital(j-1) && (s.capital(j+1) || s.low[j+1] == "the") || officeHeads[prev]
	case "in":
		return s.capital(j-1) && (s.capital(j+1) || s.low[j+1] == "the" && s.capital(j+2)) && !officeHeads[prev] && s.bodyWithin(i, j) || strings.HasPrefix(prev, "korean") || officeHeads[prev] && s.low[j-1] == "officer"
	case "on", "with", "against", "at":
		return s.capital(j-1) && (s.capital(j+1) || s.low[j+1] == "the") && s.bodyWithin(i, j) && bodies[prev] || w != "at" && s.capital(j-1) && s.low[j+1] == "the" && s.capital(j+2) && s.bodyWithin(i, j)
	}
	return false
}

// bodyWithin reports whether the tokens hold the head of an organisation's name.
func (s *scene) bodyWithin(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if bodies[s.low[k]] && s.capital(k) {
			return true
		}
	}
	return false
}

// resumes reports whether what follows a comma is an apposition or a further member of a list, not a clause.
func (s *scene) resumes(j, limit int) bool {
	if j >= limit || s.inTime(j) || weekdays[s.low[j]] {
		return false
	}
	w := s.low[j]
	if m := s.mention(j); m != nil && m.entry.Kind == actors.Medium {
		return false // "to Putin, KCNA reported"
	}
	if w == "and" {
		return j+1 < limit && (s.capital(j+1) || s.low[j+1] == "the" || officeHeads[s.low[j+1]])
	}
	if s.capital(j) && !s.verb(j) {
		return true
	}
	// an apposition: "president of", "a spokesman for", "first secretary of", "vice foreign minister"
	for k := j; k < limit && k < j+6; k++ {
		if officeHeads[s.low[k]] {
			return true
		}
		if s.verb(k) || s.low[k] == "," || !s.nounTag(k) && !s.capital(k) {
			return false
		}
	}
	return false
}

// trim drops what cannot end a noun phrase.
func (s *scene) trim(i, j int) int {
	for j > i {
		switch w := s.low[j-1]; {
		case w == "," || w == "and" || w == "of" || w == "for" || w == "to" || w == "in" || w == "(" || w == "the" || w == "“" || w == "``" || w == `"`,
			!s.capital(j-1) && weekdays[w], w == "on", w == "with":
			j--
		default:
			return j
		}
	}
	return j
}

// subject returns the tokens of the noun phrase before the main verb of the clause that holds token at: the first phrase of the
// sentence that is no adjunct. ok is false when the sentence starts otherwise.
func (s *scene) subject(at int) (lo, hi int, ok bool) {
	first, last := s.bounds(max(at-1, 0))
	i := s.afterDateline(first)
	for i < at && i < last {
		w := s.low[i]
		switch {
		case w == "acting" && i+1 < at && s.capital(i+1): // "Acting President N"
			i++
			continue
		case weekdays[w] || w == "," || w == "``" || w == "“" || w == `"` || w == "but" || w == "and" || w == "however" || s.inTime(i) && s.mention(i) == nil:
			i++
			continue
		case (prepositions[w] || w == "to" || relatives[w] || s.d.Tokens[i].Tag == "VBG" || s.d.Tokens[i].Tag == "RB" || i == first && (s.d.Tokens[i].Tag == "VBN" || s.d.Tokens[i].Tag == "VBD")) && s.mention(i) == nil:
			// an adjunct: up to its comma, else up to the end of its phrase
			k := i + 1
			for k < at && s.low[k] != "," {
				k++
			}
			if k < at {
				i = k + 1
				continue
			}
			if s.d.Tokens[i].Tag == "RB" {
				i++
				continue
			}
			e := s.phraseEnd(i+1, at)
			if e <= i+1 {
				return 0, 0, false
			}
			i = e
			for i < at && s.inTime(i) {
				i++
			}
			continue
		}
		e := s.phraseEnd(i, at)
		if e > i {
			return i, e, true
		}
		return 0, 0, false
	}
	return 0, 0, false
}
