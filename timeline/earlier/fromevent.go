package earlier

import (
	"strconv"
	"strings"

	"demarche/quotes/text"
	"demarche/timeline/acts"
	"demarche/timeline/dates"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// distance is so many days from an event: "two days before | the vote", "on the eve of | the summit".
type distance struct {
	days  int // before the event where negative
	event int // the first token of the event
}

// DayFromEvent is the day that the sentence of the quote counts from an event whose day the text has told before: "On
// the eve of the summit Lind said". nil for none, and where it tells a day of its own.
func DayFromEvent(r *acts.Reader, c *scene.Quote) *record.Said {
	s := r.Body
	for k := c.Lo; k < min(c.Hi, len(s.Lower)); k++ {
		d := distanceAt(s, k)
		if d.event == 0 || c.Reports(s.Doc.Tokens[k].Span) || s.Clauses.Beside(c.Anchor, k) {
			continue
		}
		if r.Days.Near(s, c.Lo, c.Hi, c.Anchor, c.Reported) != nil {
			return nil
		}
		from := dayOfEvent(r, k, d.event, c.Hi)
		if from == "" {
			continue
		}
		said := dates.Shift(from, d.days)
		if r.Day != "" && said.Earliest > r.Day {
			continue
		}
		return &record.Said{Date: said, Basis: dates.Relative, Evidence: s.Span(k, d.event)}
	}
	return nil
}

// distanceAt is the distance from an event that token k opens, without an event for none.
func distanceAt(s *scene.Scene, k int) distance {
	if words.EventEve[s.Lower[k]] && s.At(k+1) == "of" {
		return distance{-1, k + 2}
	}
	x, end, days := s.TimeAt(k), k+2, 1
	switch {
	case x != nil && x.Type == "DURATION" && x.Start == s.Doc.Tokens[k].Start:
		_, end = s.Range(text.Span{Start: x.Start, End: x.End})
		days = daysLong(x.Value)
	case s.Lower[k] != "the" || s.At(k+1) != "day":
		return distance{}
	case words.Determiner[s.At(end)]:
		return distance{0, end} // "said the day | the vote began"
	}
	switch next := s.At(end); {
	case days == 0 || !words.FromEvent[next]:
		return distance{}
	case next == "before":
		days = -days
	}
	return distance{days, end + 1}
}

// daysLong is the number of days of a length of time, 0 for one that is long or told in no days or weeks.
func daysLong(value string) int {
	unit := 1
	number, ok := strings.CutSuffix(value, "D")
	if !ok {
		number, ok = strings.CutSuffix(value, "W")
		unit = 7
	}
	n, err := strconv.Atoi(strings.TrimPrefix(number, "P"))
	if !ok || err != nil || n > farthestEvent {
		return 0
	}
	return n * unit
}

// farthestEvent is the greatest number of days or weeks that are counted from an event.
const farthestEvent = 60

// dayOfEvent is the single day of the event whose phrase begins at token lo, as it is told beside its noun, or the verb
// for it, in a sentence before token k; "" for none.
func dayOfEvent(r *acts.Reader, k, lo, hi int) string {
	s := r.Body
	noun := nounOfEvent(s, lo, hi)
	if noun < 0 {
		return ""
	}
	stem, pos := stemOf(s.Lower[noun]), s.Doc.Tokens[k].Start
	opening := false
	for n := s.SentenceAt(pos) - 1; n >= 0; n-- {
		sn := &s.Doc.Sentences[n]
		for t := sn.First; t < sn.Last; t++ {
			if !strings.HasPrefix(s.Lower[t], stem) {
				continue
			}
			opening = opening || n < lede
			d := r.Days.Near(s, sn.First, sn.Last, t, scene.Overlapping(r.Contents, sn.Span))
			if d != nil && d.Earliest == d.Latest {
				return d.Earliest
			}
		}
	}
	if d := r.Days.StoryDay(s, pos); opening && d.EDTF != "" {
		return d.Earliest
	}
	return ""
}

// lede is the number of sentences of an opening, which tells of the event that the article is about.
const lede = 2

// nounOfEvent is the noun in small letters with which the phrase for a known event ends, which begins at token lo with
// a determiner: "the emergency | summit", -1 for none.
func nounOfEvent(s *scene.Scene, lo, hi int) int {
	noun := -1
	for k := lo + 1; words.Determiner[s.At(lo)] && k < hi; k++ {
		plain := s.NounTag(k) && !s.Capital(k)
		switch {
		case plain:
			noun = k
		case noun >= 0 || !s.Capital(k) && s.Doc.Tokens[k].Tag != "JJ":
			return noun
		}
	}
	return noun
}

// stemOf is the part of a noun that the verb for the same event begins with: "sign" of "signing", "elect" of
// "election".
func stemOf(w string) string {
	stem := strings.TrimSuffix(strings.TrimSuffix(w, "s"), "ing")
	if n := len(stem) - endOfAction; n > 0 && strings.HasSuffix(stem, "on") {
		stem = stem[:n]
	}
	if len(stem) < shortestStem {
		return w
	}
	return stem
}

// endOfAction is the number of letters of the end of "election".
const endOfAction = 3

// shortestStem is the number of letters of the shortest stem of a noun for an event.
const shortestStem = 4
