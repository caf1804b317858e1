package timeline

import (
	"strconv"
	"strings"

	"demarche/quotes"
	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/dates"
	"demarche/timeline/discourse"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// saidOn is the day that an expression of time names, as the day when something was said.
func (r *actReader) saidOn(s *scene.Scene, x *dates.Expression) *record.Said {
	d, ok := r.past(s, x)
	if !ok {
		return nil
	}
	return &record.Said{Date: d, Basis: x.Basis(), Evidence: text.Span{Start: x.Start, End: x.End}}
}

// past is the date of an expression as that of something that has been said: a day without its year is the last one of that
// name up to publication, whatever other years the article speaks of.
func (r *actReader) past(s *scene.Scene, x *dates.Expression) (dates.Date, bool) {
	d, ok := x.Date()
	if !ok || x.Relative || x.Holiday != "" || len(r.Day) != 10 || len(d.EDTF) != 10 && len(d.EDTF) != 7 || strings.Contains(s.Text[x.Start:x.End], d.EDTF[:4]) {
		return d, ok
	}
	if d.Earliest > r.Published.Latest && dates.DaysBetween(d.Earliest, r.Day) <= 60 {
		return d, ok // still to come: "scheduled for April 12"
	}
	for year := atoi(r.Day[:4]); year >= atoi(r.Day[:4])-1; year-- {
		p, err := dates.Parse(strconv.Itoa(year) + d.EDTF[4:])
		if err == nil && p.Earliest <= r.Published.Latest {
			return p, true
		}
	}
	return d, ok
}

// atoi is the number that a date holds at a place where it always has digits.
func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// sayable reports whether an expression may be the day of an utterance: a day, a stretch of days or a month, not a year,
// a decade, a set, a holiday of which the words only speak, or something still to come.
func (r *actReader) sayable(s *scene.Scene, x *dates.Expression) bool {
	if x.Type == "SET" || x.Type == "DURATION" {
		return false
	}
	d, ok := r.past(s, x)
	if !ok || r.Day != "" && d.Earliest > r.Published.Latest || len(d.Earliest) != 10 || len(d.Latest) != 10 {
		return false
	}
	return d.Earliest[:7] == d.Latest[:7] || strings.Contains(d.EDTF, "/") && len(d.EDTF) == 21
}

// marksSomethingElse reports whether the expression at byte pos dates another thing than the words: "the June 15 joint
// declaration", "his April 25 meeting", "marked on October 29", "since Monday", "from Monday", "ahead of Friday's".
func marksSomethingElse(s *scene.Scene, pos int) bool {
	lo, _ := s.Range(text.Span{Start: pos, End: pos + 1})
	if s.AfterDateline(lo) != lo || ofReport(s, lo) || ofTopic(s, lo) {
		return true
	}
	for k := lo - 1; k >= 0 && k >= lo-3; k-- {
		switch s.Lower[k] {
		case "since", "until", "till", "by", "before", "after", "from", "through", "between", "of", "ahead":
			return s.Lower[k] != "between" && s.Lower[k] != "of" || s.Lower[k] == "of" && k == lo-1
		case "on", "in", "the", "early", "late", "last", "next":
			continue
		case "marked", "celebrated", "observed", "scheduled", "planned", "due", "adopted", "signed", "falls", "fell", "set":
			return true
		}
		break
	}
	// an adjective of a noun: "the October 4 declaration", "an April 25 meeting"
	k := lo
	for k < len(s.Lower) && s.InTime(k) {
		k++
	}
	if lo > 0 && (scene.Determiners[s.Lower[lo-1]] || s.Lower[lo-1] == "'s") && k < len(s.Lower) && !s.Capital(k) {
		switch s.Lower[k] {
		case "declaration", "joint", "meeting", "summit", "agreement", "attack", "election", "elections", "vote", "war", "uprising",
			"test", "launch", "incident", "talks", "conference", "referendum", "strike", "strikes", "raid", "accord", "deal", "deadline", "'s":
			return true
		}
	}
	return false
}

// ofReport reports whether the expression at token lo tells when a carrier of news reported: "KCNA said on Tuesday".
func ofReport(s *scene.Scene, lo int) bool {
	k := lo - 1
	for k >= 0 && (s.Lower[k] == "on" || s.Lower[k] == "late" || s.Lower[k] == "early") {
		k--
	}
	if k < 1 || !scene.Carrying[s.Lower[k]] {
		return false
	}
	m := s.MentionAt(k - 1)
	return m != nil && m.Actor.Kind == actors.Medium || s.Lower[k-1] == "media" || s.Lower[k-1] == "agency"
}

// once are words that put an utterance at an unknown time before the article.
var once = scene.Words("previously once earlier repeatedly long already formerly before time-to-time often")

// saidBefore reports whether the cue is plainly of an earlier, unknown time: "has previously promised", "once said", "had
// earlier warned". lo and hi are the tokens around the cue, outside of the content.
func saidBefore(s *scene.Scene, cueLo, cueHi int) (text.Span, bool) {
	first, last := s.SentenceBounds(cueLo)
	for k := max(first, cueLo-4); k < min(last, cueHi+2); k++ {
		if !once[s.Lower[k]] || k == cueHi-1 {
			continue
		}
		switch s.Lower[k] {
		case "once":
			if s.At(k-1) == "at" { // "leave at once"
				continue
			}
		case "before":
			if k != cueHi {
				continue
			}
		case "already", "long", "often", "repeatedly":
			// only with a perfect: "has repeatedly called for"
			if !perfect(s, first, max(cueLo, k)) {
				continue
			}
		case "earlier":
			if s.InTime(k) || k+1 < last && (s.Lower[k+1] == "this" || s.Lower[k+1] == "in" || s.Lower[k+1] == "on") {
				continue
			}
		}
		return s.Span(k, k+1), true
	}
	return text.Span{}, false
}

// perfect reports whether "has", "have" or "had" stands close before the cue.
func perfect(s *scene.Scene, first, cue int) bool {
	for k := max(first, cue-3); k < cue; k++ {
		if w := s.Lower[k]; w == "has" || w == "have" || w == "had" || w == "'s" {
			return true
		}
	}
	return false
}

// lately returns the month of publication, approximate, for "shortly ago", "recently" and "the other day" near the cue.
func (r *reading) lately(lo, hi int, covered []text.Span) *record.Said {
	s := r.Body
	for k := lo; k < hi; k++ {
		n := 0
		switch {
		case s.HasWords(k, "shortly", "ago"), s.HasWords(k, "days", "ago"), s.HasWords(k, "not", "long"):
			n = 2
		case s.HasWords(k, "the", "other", "day"):
			n = 3
		case s.Lower[k] == "recently" || s.Lower[k] == "lately":
			n = 1
		default:
			continue
		}
		sp := s.Span(k, k+n)
		if scene.WithinAny(covered, sp) || len(r.Day) < 7 {
			continue
		}
		d, err := dates.Parse(r.Day[:7])
		if err != nil {
			return nil
		}
		return &record.Said{Date: d.Approximate(), Basis: dates.Relative, Evidence: sp}
	}
	return nil
}

// saidWhen decides the day of a quote: the words around its own cue, then the frame that it belongs to, then publication.
func (r *reading) saidWhen(c *scene.Quote, fr *discourse.Act) record.Said {
	s := r.Body
	if sp, ok := saidBefore(s, c.CueLo, c.CueHi); ok && c.CueHi > c.CueLo && r.Day != "" {
		return record.Said{Date: dates.OnOrBefore(r.Day), Basis: dates.Relative, Evidence: sp}
	}
	if c.Nominal && r.Day != "" {
		return record.Said{Date: dates.OnOrBefore(r.Day), Basis: dates.Relative}
	}
	framed := fr != nil && fr.Said != nil
	if d := r.dateNear(s, c.Lo, c.Hi, c.Anchor, c.Reported); d != nil && (!framed || !fr.ToldIn(c.Sentence) && !r.vague(d)) {
		return *d
	}
	if d := r.atStart(c); d != nil && (fr == nil || fr.Said == nil) {
		return *d
	}
	if d := r.lately(c.Lo, c.Hi, c.Reported); d != nil && (fr == nil || fr.Said == nil) {
		return *d
	}
	if fr != nil && fr.Said != nil {
		return *fr.Said
	}
	return record.Said{Date: r.Published, Basis: dates.Published}
}

// atStart is the day at the very start of a paraphrase, which belongs to the words around it: "said over | the weekend that".
func (r *reading) atStart(c *scene.Quote) *record.Said {
	if c.Spans.Form == quotes.Direct || c.Spans.Form == quotes.Unmarked || c.ContentHi-c.ContentLo < 3 {
		return nil
	}
	s := r.Body
	list := s.TimesIn(c.ContentLo, min(c.ContentLo+5, c.ContentHi))
	if len(list) == 0 || list[0].Start > s.Doc.Tokens[c.ContentLo+1].Start || list[0].Holiday != "" || !r.sayable(s, &list[0]) {
		return nil
	}
	return r.saidOn(s, &list[0])
}

// vague reports whether a date is wider than a day.
func (r *actReader) vague(d *record.Said) bool { return d.Earliest != d.Latest }
