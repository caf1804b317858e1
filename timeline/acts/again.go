package acts

import (
	"demarche/quotes/text"
	"demarche/timeline/dates"
	"demarche/timeline/scene"
)

// again is the day that an expression takes up, "the same day", "that evening", "in the morning": the one that the
// article itself told last before it, outside of words, else that of the heading of a chronicle or of publication. ok is false for other expressions.
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
	return words.CountedBack[s.At(hi-1)]
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
