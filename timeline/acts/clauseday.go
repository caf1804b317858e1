package acts

import (
	"strconv"
	"strings"

	"demarche/quotes/text"
	"demarche/timeline/dates"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// besideClause is the day of what is told at token at in a clause that the sentence places by its distance from what
// it tells before the clause: "denied on Monday that ..., | a day after the minister told the Council". The other day
// is that of the time x, nil for one that the sentence does not tell: then it is the day of publication. nil where at
// stands in no such clause, or x in the same one.
func (r *Days) besideClause(s *scene.Scene, lo, at int, x *dates.Expression) *record.Said {
	k := PlacedAfter(s, lo, at)
	if k < 0 || x != nil && x.Start > s.Doc.Tokens[k].Start {
		return nil
	}
	return r.ClausesDay(s, s.TimeAt(k-1))
}

// ClausesDay is the day of the clause behind the length of time x, "| a day | after the minister told": so many days
// before what the sentence tells before it. nil where no clause follows, or one that opens the sentence.
func (r *Days) ClausesDay(s *scene.Scene, x *dates.Expression) *record.Said {
	i, k := s.Range(text.Span{Start: x.Start, End: x.End})
	lo, _ := s.SentenceBounds(i)
	if k >= len(s.Lower) || i == lo || daysAfter(s, k) == 0 {
		return nil
	}
	var other *dates.Expression
	list := s.TimesIn(lo, i)
	for n := range list {
		if d, ok := r.past(s, &list[n]); ok && d.Earliest == d.Latest && r.CanBe(s, &list[n]) {
			other = &list[n]
		}
	}
	return r.daysBefore(s, k, other)
}

// daysBefore is the day of the clause that opens at token k, counted from the time x, or from publication for nil.
func (r *Days) daysBefore(s *scene.Scene, k int, x *dates.Expression) *record.Said {
	other := r.Published
	if x != nil {
		other, _ = r.past(s, x)
	}
	if other.Earliest == "" || other.Earliest != other.Latest {
		return nil
	}
	return &record.Said{
		Date:     dates.Shift(other.Earliest, -daysAfter(s, k)),
		Basis:    dates.Relative,
		Evidence: text.Span{Start: s.TimeAt(k - 1).Start, End: s.Doc.Tokens[k].End},
	}
}

// PlacedAfter returns the token of the "after" that opens the clause in which token at stands and that the sentence
// places by a number of days: "a day | after the minister told". -1 for none, and for a clause that opens the sentence.
func PlacedAfter(s *scene.Scene, lo, at int) int {
	for k := min(at, len(s.Lower)) - 1; k > lo; k-- {
		if daysAfter(s, k) > 0 && s.TimeAt(k-1).Start > s.Doc.Tokens[lo].Start && commas(s, k, at)%2 == 0 {
			return k
		}
	}
	return -1
}

// daysAfter is how many days the clause that opens at token k lies before what the sentence tells before it: "two days
// | after". 0 where none opens, or the distance is told in no days.
func daysAfter(s *scene.Scene, k int) int {
	if s.Lower[k] != "after" || k == 0 {
		return 0
	}
	x := s.TimeAt(k - 1)
	if x == nil || x.Type != "DURATION" || x.End > s.Doc.Tokens[k].Start {
		return 0
	}
	n, err := strconv.Atoi(strings.TrimSuffix(strings.TrimPrefix(x.Value, "P"), "D"))
	if err != nil || n < 1 || n > recent {
		return 0
	}
	return n
}

// commas counts the commas from token lo to hi-1: one alone ends a clause, two enclose an apposition.
func commas(s *scene.Scene, lo, hi int) int {
	n := 0
	for k := lo; k < hi; k++ {
		if s.Lower[k] == "," {
			n++
		}
	}
	return n
}
