package timeline

import (
	"sort"
	"strings"
	"unicode"

	"demarche/quotes/text"
	"demarche/timeline/dates"
	"demarche/timeline/record"
)

// occasionIn finds the event or anniversary at or for which a sentence says that something was said: "on the occasion of",
// "to mark", "upon his election as", a holiday named as the day. Words that are reported are not looked at, unless they are
// what somebody is congratulated on.
func (r *actReader) occasionIn(s *scene, lo, hi int, covered []text.Span) *record.Occasion {
	for k := lo; k < hi; k++ {
		start := 0
		switch {
		case s.seq(k, "on", "the", "occasion", "of") || s.seq(k, "on", "the", "occasions", "of"):
			start = k + 4
		case s.seq(k, "in", "celebration", "of") || s.seq(k, "in", "commemoration", "of") || s.seq(k, "in", "honor", "of") || s.seq(k, "in", "honour", "of"):
			start = k + 3
		case !s.capital(k) && (s.low[k] == "mark" || s.low[k] == "commemorate" || s.low[k] == "celebrate" || s.low[k] == "marking" || s.low[k] == "commemorating" || s.low[k] == "celebrating") && (s.at(k-1) == "to" || s.d.Tokens[k].Tag == "VBG"):
			start = k + 1
		case (s.at(k+1) == "his" || s.at(k+1) == "her") && noOccasions[s.at(k+2)]:
			continue
		case s.seq(k, "upon", "his") || s.seq(k, "upon", "her") || s.seq(k, "on", "his") || s.seq(k, "on", "her") || s.seq(k, "on", "taking"):
			start = k + 1
		case s.seq(k, "happy", "birthday"):
			return r.birthday(s, k, hi)
		case (s.low[k] == "on" || s.low[k] == "for") && s.anniversaryAt(k+1, hi), s.lossAt(lo, k, hi):
			start = k + 1
		default:
			continue
		}
		if within(covered, s.d.Tokens[k].Span) {
			continue
		}
		if o := r.occasionAt(s, start, hi); o != nil {
			return o
		}
	}
	list := s.dated(lo, hi)
	for i := range list {
		x := &list[i]
		if x.Holiday == "" || within(covered, text.Span{Start: x.Start, End: x.End}) {
			continue
		}
		o := &record.Occasion{Name: holidayName(s.text[x.Start:x.End]), Evidence: text.Span{Start: x.Start, End: x.End}}
		if d, ok := x.Date(); ok {
			o.Date = d.EDTF
		}
		return o
	}
	return nil
}

// noOccasions follow "on his" without being an event: "on his way home", "on her behalf".
var noOccasions = set("way return behalf part side own initiative request instruction instructions orders order website page account")

// toldFor finds what the whole article is told for: the occasion of its first sentence, or of the second where that goes on about
// the same events ("They were to mark ...").
func (r *actReader) toldFor(covered []text.Span) *record.Occasion {
	s := r.body
	for n := range s.d.Sentences[:min(2, len(s.d.Sentences))] {
		sn := &s.d.Sentences[n]
		if n > 0 && s.at(sn.First) != "they" && s.at(sn.First) != "it" && s.at(sn.First) != "these" {
			break
		}
		if o := r.occasionIn(s, sn.First, sn.Last, covered); o != nil {
			return o
		}
	}
	return nil
}

// bareOccasion reports whether the occasion is no more than a noun for a gathering: "meetings", "lecture and photo exhibition". A ceremony is
// held for something of its own.
func bareOccasion(o *record.Occasion) bool {
	if strings.IndexFunc(o.Name, unicode.IsUpper) > 0 {
		return false // the name of one event
	}
	for _, w := range strings.Fields(strings.ToLower(o.Name)) {
		if gatherings[w] {
			return w != "ceremony"
		}
	}
	return false
}

// anniversary reports whether the occasion is an anniversary or birthday.
func anniversary(o *record.Occasion) bool {
	low := strings.ToLower(o.Name)
	return strings.Contains(low, "anniversary") || strings.Contains(low, "birthday") || strings.Contains(low, "centenary")
}

// holidayName is the name of a holiday as the text writes it.
func holidayName(t string) string { return clean(t) }

// losses are nouns for what condolences are sent over.
var losses = set(`death deaths demise passing accident crash attack attacks earthquake disaster tragedy explosion blast fire flood floods flooding
	hurricane typhoon cyclone tsunami collapse loss derailment landslide shipwreck`)

// lossAt reports whether the preposition at token k leads to the loss over which the sentence tells of condolences: "following the
// accident in", "over the death of".
func (s *scene) lossAt(lo, k, hi int) bool {
	switch s.low[k] {
	case "following", "over", "on", "after":
	default:
		return false
	}
	if s.verbBefore(lo, k, "condolences", "sympathy", "sympathies", "condolence") < 0 {
		return false
	}
	for j := k + 1; j < min(hi, k+6); j++ {
		if losses[s.low[j]] {
			return true
		}
		if !s.nounTag(j) && !s.capital(j) && !determiners[s.low[j]] {
			return false
		}
	}
	return false
}

// anniversaryAt reports whether the next words name an anniversary or birthday.
func (s *scene) anniversaryAt(k, hi int) bool {
	if s.capital(k) && !s.demonymAt(k) || s.d.Tokens[min(k, len(s.low)-1)].Tag == "VBG" {
		return false
	}
	for j := k; j < hi && j < k+8; j++ {
		switch s.low[j] {
		case "anniversary", "birthday", "centenary":
			return true
		case ",", ".", "of", "to":
			return false
		}
	}
	return false
}

// occasionAt reads the name that starts at token k: a noun phrase, with what it is of.
func (r *actReader) occasionAt(s *scene, k, hi int) *record.Occasion {
	from := s.skipDeterminer(k, hi)
	if s.at(from) == "his" || s.at(from) == "her" || s.at(from) == "their" {
		from++
	}
	e := from
	for e < hi {
		w := s.low[e]
		if w == "," || w == "." || w == ":" || w == ";" || w == "”" || w == "“" || w == ")" || w == "(" || e-from > 24 || e > from && s.verb(e) {
			break
		}
		if x := s.expressionAt(e); x != nil && x.Holiday == "" && s.marksDay(x) && e > from && (s.at(e-1) == "on" || weekdays[w]) {
			break
		}
		if (w == "in" || w == "at") && determiners[s.at(e+1)] && s.at(e+1) != "the" {
			break
		}
		if e > from && !s.capital(e) && (w == "that" || w == "which" || w == "who" || w == "causing" || w == "caused") {
			break // "the flood that hit"
		}
		if prepositions[w] && w != "of" && w != "in" && w != "on" && w != "at" && e > from {
			break
		}
		e++
	}
	for e > from && (prepositions[s.low[e-1]] || s.low[e-1] == "the" || s.low[e-1] == "and") {
		e--
	}
	if e <= from {
		return nil
	}
	sp := s.span(from, e)
	o := &record.Occasion{Name: clean(s.words(from, e)), Evidence: sp}
	for _, x := range s.dated(from, e) {
		if d, ok := x.Date(); ok && (x.Holiday != "" || len(d.EDTF) == 10) {
			o.Date = d.EDTF
		}
	}
	return o
}

// birthday reads "wished a happy birthday to X".
func (r *actReader) birthday(s *scene, k, hi int) *record.Occasion {
	to := r.after(s, k, hi, "to")
	if len(to) == 0 {
		return nil
	}
	return &record.Occasion{Name: "birthday of " + to[0].Name, Date: r.published.EDTF, Evidence: s.span(k, k+2)}
}

// expressionAt returns the expression of time that covers token i, nil for none.
func (s *scene) expressionAt(i int) *dates.Expression {
	p := s.d.Tokens[i]
	k := sort.Search(len(s.exprs), func(k int) bool { return s.exprs[k].End > p.Start })
	if k < len(s.exprs) && s.exprs[k].Start < p.End {
		return &s.exprs[k]
	}
	return nil
}

// marksDay reports whether the expression is a single day.
func (s *scene) marksDay(x *dates.Expression) bool {
	d, ok := x.Date()
	return ok && d.Earliest == d.Latest
}

// occasionOf is the occasion of a quote: of its own sentence, of what somebody is congratulated on, or of its frame.
func (r *reading) occasionOf(c *cued, fr *frame) *record.Occasion {
	s := r.body
	for k := c.cueLo; k < c.cueHi; k++ {
		if s.low[k] == "congratulated" || s.low[k] == "congratulating" || s.low[k] == "congratulates" {
			if o := r.occasionAt(s, c.conLo, c.conHi); o != nil {
				return o
			}
		}
	}
	if o := r.occasionIn(s, c.lo, c.hi, c.covered); o != nil {
		return o
	}
	if fr == nil {
		return nil
	}
	o := r.occasionOfFrame(fr)
	if o != nil && bareOccasion(o) && r.lede != nil && anniversary(r.lede) {
		return r.lede
	}
	return o
}

// occasionOfFrame is the frame's own occasion, else that of the gathering or article in which it is told.
func (r *reading) occasionOfFrame(fr *frame) *record.Occasion {
	if fr.occasion == nil && (fr.kind == record.Speech || fr.kind == record.ArticleText || fr.kind == record.StatementText || fr.kind == record.Document || fr.kind == record.Message || fr.kind == record.Letter) {
		for i := len(r.frames) - 1; i >= 0; i-- {
			if f := r.frames[i]; f.pos <= fr.pos && f.kind == record.Speech && f.occasion != nil && fr.kind == record.Speech {
				return dated(f)
			}
		}
		return r.lede
	}
	return dated(fr)
}

// dated is the frame's occasion; a gathering without another date is of the day when it was held.
func dated(fr *frame) *record.Occasion {
	if fr.occasion != nil && fr.kind == record.Speech && fr.occasion.Date == "" && fr.said != nil {
		o := *fr.occasion
		o.Date = fr.said.EDTF
		return &o
	}
	return fr.occasion
}

// placeIn returns the place that the sentence gives for what it tells: a capital or a capitalised name after "in" or "at".
func (s *scene) placeIn(lo, hi int, covered []text.Span) string {
	for k := lo; k+1 < hi; k++ {
		if w := s.low[k]; w != "in" && w != "at" || !s.capital(k+1) || s.inTime(k+1) || within(covered, s.d.Tokens[k].Span) {
			continue
		}
		e := k + 1
		for e < hi && s.capital(e) && !s.inTime(e) {
			e++
		}
		return clean(s.words(k+1, e))
	}
	return ""
}
