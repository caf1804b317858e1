package acts

import (
	"slices"
	"strconv"
	"strings"

	"demarche/quotes/text"
	"demarche/timeline/dates"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// besideClause is the day of what is told at token at in a clause that the sentence places by its distance from what
// its main clause tells: "denied on Monday that ..., | a day after the minister told the Council". The other day is
// that of the time x, nil for one that the sentence does not tell: then it is the day of publication. nil where at
// stands in no such clause, or x in the same one.
func (r *Days) besideClause(s *scene.Scene, lo, at int, x *dates.Expression) *record.Said {
	k := PlacedAfter(s, lo, at)
	if k < 0 {
		return nil
	}
	y := s.TimeAt(k - 1)
	if x != nil && x.Start > y.Start && (!opensSentence(s, y) || x.Start < s.Doc.Tokens[at].Start) {
		return nil
	}
	return r.ClausesDay(s, y)
}

// opensSentence reports whether the expression stands at the start of its sentence, or after its dateline.
func opensSentence(s *scene.Scene, x *dates.Expression) bool {
	k, _ := s.Range(text.Span{Start: x.Start, End: x.End})
	first, _ := s.SentenceBounds(k)
	return k <= s.AfterDateline(first)
}

// ClausesDay is the day of the clause after the length of time x, "| a day | after the minister told": so many days
// before what the main clause tells, before it or, where x opens the sentence, after it. nil where no clause follows.
func (r *Days) ClausesDay(s *scene.Scene, x *dates.Expression) *record.Said {
	i, k := s.Range(text.Span{Start: x.Start, End: x.End})
	lo, hi := s.SentenceBounds(i)
	if k >= len(s.Lower) || daysAfter(s, k) == 0 {
		return nil
	}
	opens := opensSentence(s, x)
	if opens {
		lo = slices.Index(s.Lower[k:hi], ",") + k
		if lo < k {
			return nil
		}
	} else {
		hi = i
	}
	var other *dates.Expression
	list := s.TimesIn(lo, hi)
	for n := range list {
		if d, ok := r.past(s, &list[n]); ok && d.Earliest == d.Latest && r.CanBe(s, &list[n]) {
			other = &list[n]
		}
	}
	if opens && other == nil && s.SentenceAt(x.Start) > 0 {
		return nil
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
// places by a number of days: "a day | after the minister told". -1 for none, and for a clause that is over before at.
func PlacedAfter(s *scene.Scene, lo, at int) int {
	for k := min(at, len(s.Lower)) - 1; k > lo; k-- {
		if daysAfter(s, k) == 0 {
			continue
		}
		n := commas(s, k, at)
		if opens := opensSentence(s, s.TimeAt(k-1)); !opens && n%2 == 0 && !listed(s, k, at) || opens && n == 0 {
			return k
		}
	}
	return -1
}

// listed reports whether the commas between the "after" at token k and the verb at token at are those of a list and of
// the end of the clause, after which the subject of the verb stands: "a day | after planes struck Lima, Ica and Tacna,
// the president said".
func listed(s *scene.Scene, k, at int) bool {
	first, last := -1, -1
	for i := k; i < at; i++ {
		if s.Lower[i] != "," {
			continue
		}
		if last = i; first < 0 {
			first = i
		}
	}
	if first < 0 || last+1 >= at || s.PhraseEnd(last+1, at) != at {
		return false
	}
	for i := k + 1; i < first; i++ {
		if s.FiniteVerb(i) {
			return true
		}
	}
	return false
}

// daysAfter is how many days the clause that opens at token k lies before what the sentence tells before it: "two days
// | after", "the morning | after". 0 where none opens, or the distance is told in no days.
func daysAfter(s *scene.Scene, k int) int {
	if s.Lower[k] != "after" || k == 0 {
		return 0
	}
	x := s.TimeAt(k - 1)
	if x == nil || x.End > s.Doc.Tokens[k].Start {
		return 0
	}
	if s.At(k-2) == "the" && words.DayAfter[s.Lower[k-1]] {
		return 1
	}
	if x.Type != "DURATION" {
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

// soFar is the part of a week around the day of publication in which something has been said: up to that day, or,
// "earlier this week", up to the day before it.
func (r *Days) soFar(s *scene.Scene, x *dates.Expression, d dates.Date) dates.Date {
	lo, _ := s.Range(text.Span{Start: x.Start, End: x.End})
	before := s.At(lo) == "earlier" || s.At(lo-1) == "earlier"
	switch {
	case before && d.Earliest < r.Day:
		return dates.Between(d.Earliest, dates.Shift(r.Day, -1).Latest)
	case r.Day == d.Latest:
		return d
	}
	return dates.Between(d.Earliest, r.Day)
}

// again is the day that an expression takes up, "the same day", "that evening", "in the morning": the one that the
// article itself told last before it, outside of words, else that of the heading of a chronicle, the last one in
// words, that of the story or of publication. ok is false for other expressions.
func (r *Days) again(s *scene.Scene, x *dates.Expression) (d dates.Date, ok bool) {
	if s.IsTitle || !x.Relative || !takesUp(s, x) {
		return dates.Date{}, false
	}
	own := s.SentenceAt(x.Start)
	from := r.headingOf(x.Start)
	pointed := pointsBack(s, x)
	var inWords dates.Date
	for i := len(s.Times) - 1; i >= 0; i-- {
		y := &s.Times[i]
		if y.Start >= x.Start {
			continue
		}
		if from.said != nil && y.Start < from.from || own-s.SentenceAt(y.Start) > againBack {
			break
		}
		d, ok := r.onThread(s, y)
		switch {
		case !ok || passedOver(s, y, x, pointed, inWords):
		case !r.inWords(s, y, x):
			if !pointed && s.ParagraphAt(y.Start) != s.ParagraphAt(x.Start) {
				d = later(d, r.StoryDay(s, y.Start).Date)
			}
			return d, true
		case inWords.EDTF == "":
			inWords = d
		}
	}
	switch {
	case from.said != nil:
		return from.said.Date, true
	case inWords.EDTF != "":
		return inWords, true
	}
	if story := r.StoryDay(s, x.Start); story.EDTF != "" {
		return story.Date, true
	}
	return r.Published, r.Day != ""
}

// passedOver reports whether x takes up another day than that of the expression y: that of the clause of y is over, and
// a dateline gives way to a day told after it in words.
func passedOver(s *scene.Scene, y, x *dates.Expression, pointed bool, inWords dates.Date) bool {
	return !pointed && inPast(s, y, x) || y.Dateline && inWords.EDTF != ""
}

// pointsBack reports whether the expression points to the day told before it, "the same day", "that evening", and not
// only to a part of the day of which the story tells, "in the evening", "later in the day".
func pointsBack(s *scene.Scene, x *dates.Expression) bool {
	lo, hi := s.Range(text.Span{Start: x.Start, End: x.End})
	for k := lo; k < hi; k++ {
		if words.PointsBack[s.Lower[k]] {
			return true
		}
	}
	return false
}

// inPast reports whether the clause of the expression y, in a sentence before that of x, tells of what was over when
// the story began: "At the Lima meeting on Thursday he had denounced".
func inPast(s *scene.Scene, y, x *dates.Expression) bool {
	if s.SentenceAt(x.Start) == s.SentenceAt(y.Start) {
		return false
	}
	lo, hi := s.Range(text.Span{Start: y.Start, End: y.End})
	first, last := s.SentenceBounds(lo)
	for k := lo - 1; k >= first && !endsClause(s, k); k-- {
		if s.Lower[k] == "had" {
			return true
		}
	}
	for k := hi; k < last && !endsClause(s, k); k++ {
		if s.Lower[k] == "had" {
			return true
		}
	}
	return false
}

// endsClause reports whether another clause than that before token k begins at it.
func endsClause(s *scene.Scene, k int) bool {
	w := s.Lower[k]
	return w == "," || w == ";" || w == "and" || words.Relative[w]
}

// later is the later one of two days, to which a new paragraph comes back from an earlier one; b may be unknown.
func later(a, b dates.Date) dates.Date {
	if b.Earliest > a.Latest {
		return b
	}
	return a
}

// StoryDay is the day that the article tells first, in its opening before byte pos; zero for none.
func (r *Days) StoryDay(s *scene.Scene, pos int) record.Said {
	for i := range s.Times {
		z := &s.Times[i]
		if z.Start >= pos || s.SentenceAt(z.Start) > ledeOfDay {
			break
		}
		if d, ok := r.onThread(s, z); ok && !z.Dateline && r.CanBe(s, z) {
			return record.Said{Date: d, Basis: z.Basis(), Evidence: text.Span{Start: z.Start, End: z.End}}
		}
	}
	return record.Said{}
}

// ledeOfDay is the last sentence, counted from 0, in which the article tells of which day its story is.
const ledeOfDay = 2

// againBack is how many sentences before "the same day" are searched for that day.
const againBack = 12

// onThread is the single day, up to publication, that the expression y tells and a later one may take up; ok is false
// for one that is counted back from another, "the day before", or that bounds or names something else, "since Monday",
// "the decisions of August 5".
func (r *Days) onThread(s *scene.Scene, y *dates.Expression) (d dates.Date, ok bool) {
	if y.Type == "SET" || y.Type == "DURATION" || y.Holiday != "" || clockAlone(s, y) {
		return d, false
	}
	lo, hi := s.Range(text.Span{Start: y.Start, End: y.End})
	bounds := words.DayLimiter[s.At(lo-1)] && !OfText(s, lo) && !ofHours(s, lo-1)
	if bounds || words.CountedBack[s.At(hi-1)] || s.Clauses.Since(lo) >= 0 {
		return d, false
	}
	d, ok = r.past(s, y)
	return d, ok && d.Earliest != "" && d.Earliest == d.Latest && d.Earliest <= r.Day
}

// inWords reports whether the expression y stands within somebody's words that x, after it, does not stand in.
func (r *Days) inWords(s *scene.Scene, y, x *dates.Expression) bool {
	lo, _ := s.Range(text.Span{Start: y.Start, End: y.End})
	inside := text.Span{Start: s.Doc.Tokens[max(lo-2, 0)].Start, End: y.End} // "on Tuesday" may begin the words by mistake
	return scene.Covers(r.Contents, inside) && !scene.Covers(r.Contents, text.Span{Start: x.Start, End: x.End})
}

// ofNamedPart reports whether the expression is a part of a day that what follows it names, and so by itself no day:
// "the night | of the clashes", "on the night | the tanks rolled", "said the day | the vote began", "the evening |
// news".
func ofNamedPart(s *scene.Scene, x *dates.Expression) bool {
	lo, hi := s.Range(text.Span{Start: x.Start, End: x.End})
	if hi != lo+2 || s.Lower[lo] != "the" || !words.PartOfDay[s.Lower[lo+1]] || hi >= len(s.Lower) {
		return false
	}
	dated := s.At(lo-1) == "on" || s.Lower[lo+1] == "day"
	clause := dated && (s.NounTag(hi) || words.Determiner[s.Lower[hi]] || words.PersonalSubject[s.Lower[hi]])
	return s.Lower[hi] == "of" || clause || s.Doc.Tokens[hi].Tag == "NN"
}

// takesUp reports whether the expression names a part of a day, or a day, by nothing than that it is told before:
// "later that day", "late in the evening", "the morning", but not "the day".
func takesUp(s *scene.Scene, x *dates.Expression) bool {
	lo, hi := s.Range(text.Span{Start: x.Start, End: x.End})
	the := false
	for k := lo; k < hi-1; k++ {
		if !words.TimeAgain[s.Lower[k]] {
			return false
		}
		the = the || s.Lower[k] == "the"
	}
	bare := s.Lower[lo] == "the" && hi == lo+2 && s.Lower[hi-1] == "day"
	return words.PartOfDay[s.Lower[hi-1]] && (the || pointsBack(s, x)) && !bare
}

// FromEvent reports an expression that tells how far from an event something was, "two days | before the vote", "the
// day | after the talks", and so by itself no day.
func FromEvent(s *scene.Scene, x *dates.Expression) bool {
	lo, hi := s.Range(text.Span{Start: x.Start, End: x.End})
	unit := x.Type == "DURATION" || hi == lo+2 && words.Determiner[s.Lower[lo]] && words.DayAfter[s.Lower[lo+1]]
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
