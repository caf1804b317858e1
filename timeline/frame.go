package timeline

import (
	"strings"

	"demarche/quotes/text"
	"demarche/timeline/dates"
	"demarche/timeline/discourse"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// add enters a frame. One that is told again (in the title and in the lede) is completed, not doubled.
func (r *actReader) add(f *discourse.Act) *discourse.Act {
	for i := len(r.Acts) - 1; i >= max(0, len(r.Acts)-discourse.Reach); i-- {
		o := r.Acts[i]
		if !sameAs(o, f) {
			continue
		}
		if o.TitleOnly && f.Sentence >= 0 {
			// the body names more fully than the title
			if len(f.To) > 0 {
				o.To = f.To
			}
			if len(f.From) > 0 {
				o.From = f.From
			}
			o.TitleOnly = false
		}
		if len(o.From) == 0 {
			o.From = f.From
		}
		if len(o.To) < len(f.To) && !discourse.IncludesAny(f.To, o.From) {
			o.To = f.To
		}
		if o.Said == nil {
			o.Said = f.Said
		}
		if o.Occasion == nil {
			o.Occasion = f.Occasion
		}
		if o.Channel == record.UnknownChannel {
			o.Channel, o.Noun = f.Channel, f.Noun
		}
		if o.Medium == nil {
			o.Medium = f.Medium
		}
		if o.Place == "" {
			o.Place = f.Place
		}
		if o.Sentence < 0 && f.Sentence >= 0 {
			o.Sentence = f.Sentence
		}
		return o
	}
	r.Acts = append(r.Acts, f)
	return f
}

// sameAs reports whether f tells of o again: the same kind with parties that do not contradict.
func sameAs(o *discourse.Act, f *discourse.Act) bool {
	if o.Mutual && f.Mutual && (o.Channel == record.UnknownChannel) != (f.Channel == record.UnknownChannel) {
		return discourse.SameAll(o.Parties(), f.Parties())
	}
	written := func(c record.Channel) bool { return c == record.Message || c == record.Letter }
	if o.Channel != f.Channel && (!written(o.Channel) || !written(f.Channel)) {
		return false
	}
	if o.Said != nil && f.Said != nil && o.Said.EDTF != f.Said.EDTF {
		return false
	}
	if o.Mutual {
		a, b := o.Parties(), f.Parties()
		return discourse.Subset(a, b) || discourse.Subset(b, a)
	}
	if len(f.From) == 0 && len(f.To) == 0 {
		return o.Noun == f.Noun && o.Sentence < 0
	}
	if len(o.From) > 0 && len(f.From) > 0 && !discourse.SameAll(o.From, f.From) {
		return false
	}
	if written(o.Channel) {
		return len(o.To) == 0 || len(f.To) == 0 || discourse.Subset(o.To, f.To) || discourse.Subset(f.To, o.To) || o.Sentence < 0
	}
	return (o.Noun == f.Noun || o.Channel == record.PressConference && !o.Held && len(o.From) > 0) && (o.Sentence < 0 || f.Said == nil)
}

// dateNear returns the date of saying that the tokens of a sentence give for what is told at token at: the expression of
// a day (or month) nearest to it, outside of the words reported.
func (r *actReader) dateNear(s *scene.Scene, lo, hi, at int, covered []text.Span) *record.Said {
	var best *dates.Expression
	far := 1 << 30
	p := s.Doc.Tokens[min(at, len(s.Doc.Tokens)-1)].Start
	list := s.TimesIn(lo, hi)
	for i := range list {
		x := &list[i]
		if !r.sayable(s, x) || x.Holiday != "" && !r.holidayIsDay(s, x) || scene.WithinAny(covered, text.Span{Start: x.Start, End: x.End}) || marksSomethingElse(s, x.Start) {
			continue
		}
		d := p - x.Start
		if d < 0 {
			d = -d
		}
		if d < far {
			best, far = x, d
		}
	}
	if best == nil {
		return nil
	}
	said := r.saidOn(s, best)
	// "on Sept. 5 and 6": one stretch of days
	for i := range list {
		a, b := i, i+1
		if b >= len(list) || &list[a] != best && &list[b] != best {
			continue
		}
		da, _ := r.past(s, &list[a])
		db, _ := r.past(s, &list[b])
		switch between := strings.TrimSpace(s.Text[list[a].End:list[b].Start]); {
		case between != "and" && between != "to" && between != "-" && between != "–", len(da.EDTF) != 10, len(db.EDTF) != 10, da.EDTF >= db.EDTF:
		default:
			said.Date = dates.Between(da.EDTF, db.EDTF)
			said.Evidence = text.Span{Start: list[a].Start, End: list[b].End}
		}
	}
	return said
}

// holidayIsDay reports whether a holiday stands for the day of saying: "on Russia's National Day", told within days of it. An
// anniversary for which a message was sent says nothing of when it was sent.
func (r *actReader) holidayIsDay(s *scene.Scene, x *dates.Expression) bool {
	low := strings.ToLower(s.Text[x.Start:x.End])
	if strings.Contains(low, "anniversary") || strings.Contains(low, "birth") || strings.Contains(low, "centenary") {
		return false
	}
	d, ok := x.Date()
	lo, _ := s.Range(text.Span{Start: x.Start, End: x.Start + 1})
	if s.At(lo-1) == "the" {
		lo--
	}
	return ok && s.At(lo-1) == "on" && r.Day != "" && dates.DaysBetween(d.Earliest, r.Day) <= 3
}
