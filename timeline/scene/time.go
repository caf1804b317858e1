package scene

import (
	"sort"

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
