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

// ClausesDay is the day of the clause after the length of time x, "| a day | after the minister told": so many days
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

// HeldBefore returns the token of the "after" or "who had" after which the call or meeting at token at stands where
// the sentence tells before it what was said once it was over: "X said on Friday | after talks with Y". -1 for none,
// and for a phrase that opens the sentence.
func HeldBefore(s *scene.Scene, lo, at int) int {
	for k := min(at, len(s.Lower)) - 1; k > lo+1 && k > at-heldReach; k-- {
		switch {
		case s.Lower[k] == ",":
			return -1
		case words.AfterEvent[s.Lower[k]] && (s.NounTag(k+1) || s.Doc.Tokens[k+1].Tag == "VBG"),
			s.Lower[k] == "who" && s.At(k+1) == "had":
			return k
		}
	}
	return -1
}

// Over reports whether the call or meeting at token at was over when words were said at token anchor: "said | after
// talks", "After talks, X | told Y".
func Over(s *scene.Scene, lo, at, anchor int) bool {
	first := s.AfterDateline(lo)
	opens := at < anchor && words.AfterEvent[s.At(first)] && commas(s, first, at) == 0
	return opens || anchor < HeldBefore(s, lo, at)
}

// heldReach is the number of tokens before the word for a meeting among which "after" stands: "after | an hour of
// talks".
const heldReach = 7

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

// again is the day that an expression takes up, "the same day", "that evening", "in the morning": the one that the
// article itself told last before it, outside of words, else that of the heading of a chronicle or of publication. ok
// is false for other expressions.
func (r *Days) again(s *scene.Scene, x *dates.Expression) (d dates.Date, ok bool) {
	if s.IsTitle || !x.Relative || !takesUp(s, x) {
		return dates.Date{}, false
	}
	own := s.SentenceAt(x.Start)
	from := r.headingOf(x.Start)
	for i := len(s.Times) - 1; i >= 0; i-- {
		y := &s.Times[i]
		if y.Start >= x.Start || y.Type == "SET" || y.Type == "DURATION" || y.Holiday != "" {
			continue
		}
		if from.said != nil && y.Start < from.from || own-s.SentenceAt(y.Start) > againBack {
			break
		}
		if r.offThread(s, y, x) {
			continue
		}
		if d, ok := r.past(s, y); ok && d.Earliest != "" && d.Earliest == d.Latest && d.Earliest <= r.Day {
			return d, true
		}
	}
	if from.said != nil {
		return from.said.Date, true
	}
	return r.Published, r.Day != ""
}

// againBack is how many sentences before "the same day" are searched for that day.
const againBack = 12

// offThread reports whether the expression y tells a day that no later one, x, takes up: within somebody's words, or
// one counted back from another, "the day before".
func (r *Days) offThread(s *scene.Scene, y, x *dates.Expression) bool {
	lo, hi := s.Range(text.Span{Start: y.Start, End: y.End})
	inside := text.Span{Start: s.Doc.Tokens[max(lo-2, 0)].Start, End: y.End} // "on Tuesday" may begin the words by mistake
	if scene.Covers(r.Contents, inside) && !scene.Covers(r.Contents, text.Span{Start: x.Start, End: x.End}) {
		return true
	}
	return words.CountedBack[s.At(hi-1)] || s.Clauses.Since(lo) >= 0
}

// takesUp reports whether the expression names a part of a day, or a day, by nothing than that it is told before:
// "later that day", "the morning", but not "the day".
func takesUp(s *scene.Scene, x *dates.Expression) bool {
	lo, hi := s.Range(text.Span{Start: x.Start, End: x.End})
	for k := lo; k < hi-1; k++ {
		if !words.TimeAgain[s.Lower[k]] {
			return false
		}
	}
	return hi > lo+1 && words.PartOfDay[s.Lower[hi-1]] && (hi > lo+2 || s.Lower[lo] != "the" || s.Lower[hi-1] != "day")
}

// FromEvent reports an expression that tells how far from an event something was, "two days | before the vote", "the
// day | after the talks", and so by itself no day.
func FromEvent(s *scene.Scene, x *dates.Expression) bool {
	lo, hi := s.Range(text.Span{Start: x.Start, End: x.End})
	unit := x.Type == "DURATION" || hi == lo+2 && words.Determiner[s.Lower[lo]] && s.Lower[lo+1] == "day"
	return unit && words.FromEvent[s.At(hi)]
}

// ofQuestion reports whether the expression of time at token lo dates what somebody is asked about or comments on, in
// an adjunct of his words: "asked about a letter sent | in March", "asked on Sunday about the strike | on Friday". Of
// "asked about the letter | on Monday" nothing tells whether it does.
func ofQuestion(s *scene.Scene, lo int) bool {
	q := questionBefore(s, lo)
	topic, dated := false, false
	for k := q + 1; q >= 0 && k < lo; k++ {
		tag := s.Doc.Tokens[k].Tag
		switch {
		case words.PressPeople[s.Lower[k]]:
			return false
		case topic:
			dated = dated || tag == "VBD" || tag == "VBN"
		case s.InTime(k):
			dated = true
		case words.QuestionTopic[s.Lower[k]] && !s.InTime(k+1):
			topic = true
		}
	}
	return topic && dated
}

// questionBefore is the participle of asking or commenting that opens the adjunct in which token lo stands, -1 for
// none.
func questionBefore(s *scene.Scene, lo int) int {
	first, _ := s.SentenceBounds(lo)
	first = s.AfterDateline(first)
	for k := lo - 1; k >= first; k-- {
		switch {
		case words.Questioned[s.Lower[k]] && (k == first || s.Lower[k-1] == "," || s.Lower[k-1] == "when"):
			return k
		case s.Lower[k] == ",":
			return -1
		}
	}
	return -1
}
