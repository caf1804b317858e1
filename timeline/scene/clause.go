package scene

import "demarche/data"

// Core cuts a source to its noun phrase: without an adjunct before it ("In particular, they") and what follows it
// ("in an article titled", "on Monday").
func (s *Scene) Core(lo, hi int) (int, int) {
	if lo >= hi {
		return lo, hi
	}
	if t := s.Doc.Tokens[lo].Tag; (t == "IN" || t == "VBG" || t == "RB" || t == "TO") && s.MentionAt(lo) == nil {
		for k := hi - 2; k > lo; k-- {
			if s.Lower[k] == "," {
				lo = k + 1
				break
			}
		}
	}
	if e := s.PhraseEnd(lo, hi); e > lo && e < hi {
		if w := s.Lower[e]; (words.AfterName[w] || s.InTime(e)) && e+1 < hi {
			hi = e
		}
	}
	return lo, hi
}

// Subject returns the tokens of the noun phrase before the main verb of the clause that holds token at: the first
// phrase of the sentence that is no adjunct. ok is false when the sentence starts otherwise.
func (s *Scene) Subject(at int) (lo, hi int, ok bool) {
	first, last := s.SentenceBounds(max(at-1, 0))
	i := s.AfterDateline(first)
	for i < at && i < last {
		w := s.Lower[i]
		switch {
		case w == "acting" && i+1 < at && s.Capital(i+1): // "Acting President N"
			i++
			continue
		case words.DayAdverb[w] || w == "," || w == "``" || w == "“" || w == `"` || words.ClauseEdge[w] || s.InTime(i) && s.MentionAt(i) == nil:
			i++
			continue
		case (words.Preposition[w] || w == "to" || words.Relative[w] || s.Doc.Tokens[i].Tag == "VBG" || s.Doc.Tokens[i].Tag == "RB" || i == first && (s.Doc.Tokens[i].Tag == "VBN" || s.Doc.Tokens[i].Tag == "VBD")) && s.MentionAt(i) == nil:
			// an adjunct: up to its comma, else up to the end of its phrase
			k := i + 1
			for k < at && s.Lower[k] != "," {
				k++
			}
			if k < at {
				i = k + 1
				continue
			}
			if s.Doc.Tokens[i].Tag == "RB" {
				i++
				continue
			}
			e := s.PhraseEnd(i+1, at)
			if e <= i+1 {
				return 0, 0, false
			}
			i = e
			for i < at && s.InTime(i) {
				i++
			}
			continue
		}
		e := s.PhraseEnd(i, at)
		if e > i {
			return i, e, true
		}
		return 0, 0, false
	}
	return 0, 0, false
}

// VerbBefore returns the last token before i, from lo, whose word is of the class; -1 for none.
func (s *Scene) VerbBefore(lo, i int, class data.Set) int {
	for k := i - 1; k >= lo; k-- {
		if class[s.Lower[k]] {
			return k
		}
	}
	return -1
}
