package resolve

import (
	"demarche/quotes"
	"demarche/quotes/text"
	"demarche/timeline/acts"
	"demarche/timeline/dates"
	"demarche/timeline/discourse"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

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
func (r *resolver) lately(lo, hi int, covered []text.Span) *record.Said {
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
		if scene.Covers(covered, sp) || len(r.Day) < 7 {
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

// saidWhen decides the day of a quote: the words around its own cue, then the act that it belongs to, then publication.
func (r *resolver) saidWhen(c *scene.Quote, act *discourse.Act) record.Said {
	s := r.Body
	if sp, ok := saidBefore(s, c.CueLo, c.CueHi); ok && c.CueHi > c.CueLo && r.Day != "" {
		return record.Said{Date: dates.OnOrBefore(r.Day), Basis: dates.Relative, Evidence: sp}
	}
	if c.Nominal && r.Day != "" {
		return record.Said{Date: dates.OnOrBefore(r.Day), Basis: dates.Relative}
	}
	told := act != nil && act.Said != nil
	if d := r.DayNear(s, c.Lo, c.Hi, c.Anchor, c.Reported); d != nil && (!told || !act.ToldIn(c.Sentence) && !acts.Wide(d)) {
		return *d
	}
	if d := r.atStart(c); d != nil && (act == nil || act.Said == nil) {
		return *d
	}
	if d := r.lately(c.Lo, c.Hi, c.Reported); d != nil && (act == nil || act.Said == nil) {
		return *d
	}
	if act != nil && act.Said != nil {
		return *act.Said
	}
	return record.Said{Date: r.Published, Basis: dates.Published}
}

// atStart is the day at the very start of a paraphrase, which belongs to the words around it: "said over | the weekend that".
func (r *resolver) atStart(c *scene.Quote) *record.Said {
	if c.Spans.Form == quotes.Direct || c.Spans.Form == quotes.Unmarked || c.ContentHi-c.ContentLo < 3 {
		return nil
	}
	s := r.Body
	list := s.TimesIn(c.ContentLo, min(c.ContentLo+5, c.ContentHi))
	if len(list) == 0 || list[0].Start > s.Doc.Tokens[c.ContentLo+1].Start || list[0].Holiday != "" || !r.CanBeDay(s, &list[0]) {
		return nil
	}
	return r.DayOf(s, &list[0])
}
