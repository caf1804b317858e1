package earlier

import (
	"strings"

	"demarche/quotes/text"
	"demarche/timeline/acts"
	"demarche/timeline/dates"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// HoursLater reports "hours later", "within the hour" at token k, but not "within hours of the vote".
func HoursLater(s *scene.Scene, k int) bool {
	return s.HasPhrase(k, words.HoursApart) && s.At(k+2) != "of" && s.At(k+3) != "of"
}

// ToldAfter reports whether the words are those after which the sentence places what it tells, and no time of theirs is
// told: "dismissed the idea on Monday, | after Lind had said that ... and hinted that ...". In the simple past they are
// where the sentence has told the day of what followed: "declared on Monday, | after Lind warned that".
func ToldAfter(r *acts.Reader, c *scene.Quote) bool {
	s := r.Body
	lo, verb := c.SourceLo, c.SourceHi
	if c.CueHi <= c.CueLo || verb <= lo || verb > c.CueLo {
		return false
	}
	if words.Determiner[s.At(lo-1)] {
		lo--
	}
	if s.At(lo-1) != "after" || apart(s, lo-2) {
		return false
	}
	if s.At(verb) == "had" {
		verb++
	} else if !followed(r, lo-1) || AtStart(r, c) != nil {
		return false
	}
	for verb < c.CueLo && strings.HasPrefix(s.Doc.Tokens[verb].Tag, "RB") {
		verb++
	}
	return (verb == c.CueLo || words.Speaking[s.Lower[verb]]) && !timeOutside(s, c)
}

// timeOutside reports whether a time beside the words, from their source on, is told outside of them.
func timeOutside(s *scene.Scene, c *scene.Quote) bool {
	list := s.TimesIn(c.SourceHi, min(c.Hi, c.EndHi+timeNear))
	for i := range list {
		if at := (text.Span{Start: list[i].Start, End: list[i].End}); !c.Reports(at) {
			return true
		}
	}
	return false
}

// followed reports whether the sentence has told, before the "after" at token k, a day other than that of publication
// on which the rest of it came: "declared | on Monday |, after", but not "was shut | on Monday | after".
func followed(r *acts.Reader, k int) bool {
	s := r.Body
	first, _ := s.SentenceBounds(k)
	list := s.TimesIn(s.AfterDateline(first), k)
	if s.TimeAt(k-1) != nil {
		return false // "was shut on Monday, | the morning | after"
	}
	for i := range list {
		x := &list[i]
		if d := r.Days.Of(s, x); d != nil && d.Earliest == d.Latest && d.Earliest < r.Day && r.Days.CanBe(s, x) {
			return true
		}
	}
	return false
}

// apart reports whether token k ends a length of time: "two weeks | after".
func apart(s *scene.Scene, k int) bool {
	x := (*dates.Expression)(nil)
	if k >= 0 {
		x = s.TimeAt(k)
	}
	return x != nil && x.Type == "DURATION"
}

// timeNear is how many tokens after the words their time may stand.
const timeNear = 4

// DayThen is the day told last before words that were said "at the time", "hours later", or that of which the sentence
// after them tells.
func DayThen(r *acts.Reader, c *scene.Quote) *record.Said {
	s := r.Body
	for k := c.Lo; k < c.Hi; k++ {
		beside := words.ThenBeside[s.Lower[k]] && (k == c.CueHi || k == c.CueLo-1 || k == c.Lo)
		hours := HoursLater(s, k)
		if !beside && !hours && !s.HasPhrase(k, words.AtTheTime) && !thenInside(s, c, k) {
			continue
		}
		if c.Reports(s.Doc.Tokens[k].Span) && !thenInside(s, c, k) {
			continue
		}
		if hours {
			return DayOfHour(r, k, c.Nested)
		}
		return LastDay(r, k, c.Nested)
	}
	return DayOfRemark(r, c)
}

// thenInside reports whether the words at token k take up the day told before though they stand in the content, since
// they belong to the cue: "called it a theft | at the time", "accused him | then | of fraud".
func thenInside(s *scene.Scene, c *scene.Quote, k int) bool {
	if k <= c.ContentLo || k >= c.ContentHi {
		return false
	}
	accused := words.ThenBeside[s.Lower[k]] && s.At(k+1) == "of" && k <= c.ContentLo+2
	named := s.HasPhrase(k, words.AtTheTime) && k+4 >= c.ContentHi && s.At(k+3) == "." && c.Naming(s)
	return named || accused && c.CueHas(s, words.AccusingVerb)
}

// thenBack is how many sentences before "at the time" are searched for the day that it takes up.
const thenBack = 9

// LastDay is the day that the text tells last before token k: in the words of somebody only for what is nested in them.
func LastDay(r *acts.Reader, k int, nested bool) *record.Said {
	return lastDay(r, k, nested, false)
}

// DayOfHour is the single day told last before token k, for what happened hours from it; in another paragraph not one
// before that with which the article opens. nil for none, and for a day long ago.
func DayOfHour(r *acts.Reader, k int, nested bool) *record.Said {
	s := r.Body
	d := lastDay(r, k, nested, true)
	pos := s.Doc.Tokens[k].Start
	if d == nil || d.Evidence.Start < s.Doc.Paragraphs[s.ParagraphAt(pos)].Start {
		if story := r.Days.StoryDay(s, pos); story.EDTF != "" && (d == nil || story.Earliest > d.Latest) {
			d = &story
		}
	}
	if d == nil || r.Days.LongBefore(d) {
		return nil
	}
	return d
}

// DayOfRemark is the day of the words that the sentence after theirs tells: "The remark came | on Tuesday | , when".
// nil for none.
func DayOfRemark(r *acts.Reader, c *scene.Quote) *record.Said {
	s := r.Body
	if c.Sentence+1 >= len(s.Doc.Sentences) {
		return nil
	}
	sn := s.Doc.Sentences[c.Sentence+1]
	verb := sn.First + 2
	if !words.Determiner[s.At(sn.First)] || !words.RemarkMade[s.At(sn.First+1)] || !words.RemarkCame[s.At(verb)] {
		return nil
	}
	for k := verb + 1; k < min(sn.Last, verb+remarkReach) && s.Lower[k] != "," && !s.FiniteVerb(k); k++ {
		x := s.TimeAt(k)
		if x == nil {
			continue
		}
		lo, _ := s.Range(text.Span{Start: x.Start, End: x.End})
		if words.FromEvent[s.At(lo-1)] || x.Type == "DURATION" || !r.Days.CanBe(s, x) {
			return nil
		}
		return r.Days.Of(s, x)
	}
	return nil
}

// remarkReach is how many tokens after "came" the day of a remark stands.
const remarkReach = 12

// DayBy is the day up to which the sentence of the quote, or the one before it in its paragraph, tells at its start how
// things stood: "By Friday the tune was another: ... he said". nil for none, and for words told as earlier ones.
func DayBy(r *acts.Reader, c *scene.Quote) *record.Said {
	s := r.Body
	from := s.Doc.Paragraphs[s.ParagraphAt(s.Doc.Tokens[c.Lo].Start)].Start
	for n := c.Sentence; n >= max(0, c.Sentence-1) && s.Doc.Sentences[n].Start >= from && !ToldAsEarlier(s, c); n-- {
		sn := s.Doc.Sentences[n]
		lo := s.AfterDateline(sn.First)
		if lo+1 >= sn.Last || s.Lower[lo] != "by" {
			continue
		}
		x := s.TimeAt(lo + 1)
		if x == nil || x.Future || !r.Days.CanBe(s, x) {
			continue
		}
		if d := r.Days.Of(s, x); d != nil && d.Earliest == d.Latest {
			return d
		}
	}
	return nil
}

// lastDay is the day, or the single day, that the text tells last before token k.
func lastDay(r *acts.Reader, k int, nested, single bool) *record.Said {
	s := r.Body
	n := s.SentenceAt(s.Doc.Tokens[k].Start)
	list := s.TimesIn(s.Doc.Sentences[max(0, n-thenBack)].First, k)
	for i := len(list) - 1; i >= 0; i-- {
		x := &list[i]
		inside := scene.Covers(r.Contents, text.Span{Start: x.Start, End: x.End})
		if x.Type == "SET" || x.Type == "DURATION" || inside && !nested {
			continue
		}
		d := r.Days.Of(s, x)
		if d == nil || d.EDTF == "" || len(d.Earliest) != 10 || single && d.Earliest != d.Latest {
			continue
		}
		if r.Day != "" && d.Earliest > r.Day {
			return nil // "who will be received on Friday ... said afterwards"
		}
		return d
	}
	return nil
}
