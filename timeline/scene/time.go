package scene

import (
	"sort"
	"strings"

	"demarche/timeline/dates"
)

// TimeAt returns the expression of time that covers token i, nil for none and for a token past the last one.
func (s *Marked) TimeAt(i int) *dates.Expression {
	if i >= len(s.Doc.Tokens) {
		return nil
	}
	p := s.Doc.Tokens[i]
	k := sort.Search(len(s.Times), func(k int) bool { return s.Times[k].End > p.Start })
	if k < len(s.Times) && s.Times[k].Start < p.End {
		return &s.Times[k]
	}
	return nil
}

// SingleDay reports whether the expression is a single day.
func SingleDay(x *dates.Expression) bool {
	d, ok := x.Date()
	return ok && d.Earliest == d.Latest
}

// TimesIn returns the expressions of time inside the tokens from lo to hi-1.
func (s *Marked) TimesIn(lo, hi int) []dates.Expression {
	if lo >= hi {
		return nil
	}
	p := s.Span(lo, hi)
	a := sort.Search(len(s.Times), func(i int) bool { return s.Times[i].Start >= p.Start })
	b := a
	for b < len(s.Times) && s.Times[b].End <= p.End {
		b++
	}
	return s.Times[a:b]
}

// InTime reports whether token i is part of an expression of time that is no holiday or anniversary.
func (s *Marked) InTime(i int) bool {
	if i < 0 || i >= len(s.Doc.Tokens) {
		return false
	}
	p := s.Doc.Tokens[i]
	a := sort.Search(len(s.Times), func(k int) bool { return s.Times[k].End > p.Start })
	return a < len(s.Times) && s.Times[a].Start < p.End && s.Times[a].Holiday == ""
}

// beforeTime is the phrase for somebody before a time or an age that was taken for who speaks: "the mission in Peru |
// on Sunday | warned", "has for | many years | warned", "Karl Moss |, 41, said". It is empty where tokens lo to
// hi-1 are no such thing.
func (s *Scene) beforeTime(lo, hi int) (at, end int) {
	age := hi-lo == 1 && s.Doc.Tokens[lo].Tag == "CD" && s.At(lo-1) == "," && s.At(hi) == ","
	for k := lo; k < hi; k++ {
		if !s.InTime(k) && !age {
			return 0, 0
		}
	}
	first, _ := s.SentenceBounds(lo)
	end = lo
	for end > first && (s.InTime(end-1) || s.leadsToTime(end-1) || age && end == lo) {
		end--
	}
	if end > first && words.Relative[s.Lower[end-1]] {
		return end - 1, end // "the court, | which | in March accused"
	}
	return s.nounsBefore(first, end), end
}

// leadsToTime reports a word that may stand between a subject and a time before its verb: "on", "has", "earlier".
func (s *Scene) leadsToTime(k int) bool {
	w := s.Lower[k]
	adverb := strings.HasPrefix(s.Doc.Tokens[k].Tag, "RB")
	return words.BeforeTime[w] || words.HaveForm[w] || w == "for" || adverb
}

// afterTime is the start of the phrase after a time that was taken for its beginning: "said that | night that | the
// three leaders", "within | minutes | Norway's envoy". It is lo for every other phrase.
func (s *Scene) afterTime(lo, hi int) int {
	k := lo
	for k < hi && s.InTime(k) {
		k++
	}
	if k > lo && s.At(k) == "that" {
		k++
	}
	if k+1 < hi && (words.Determiner[s.Lower[k]] || s.Capital(k)) {
		return k
	}
	return lo
}

// nounsBefore is the start of the noun phrase that ends before token k, with what its nouns are of and where they are,
// not before token first.
func (s *Scene) nounsBefore(first, k int) int {
	for k > first {
		switch w := s.Lower[k-1]; {
		case words.Determiner[w]:
			if k--; k-1 <= first || !words.BodyPreposition[s.Lower[k-1]] || !s.NounTag(k-2) {
				return k
			}
		case s.NounTag(k-1) || w == "'s" || s.Capital(k-1) && s.Doc.Tokens[k-1].Tag != "IN":
		case words.BodyPreposition[w] && k-1 > first && s.NounTag(k-2):
		default:
			return k
		}
		k--
	}
	return k
}
