package timeline

import (
	"strings"

	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/dates"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// frame is an act of communication that the article tells of: a message, call, meeting, statement, rally, article. Quotes
// hook into one: it knows who speaks to whom, how, when and where.
type frame struct {
	kind     record.Channel
	noun     string // the word for it: "letter", "statement", "rally"
	from, to []*entity
	mutual   bool // a call or meeting: each party speaks to the other
	pos      int  // byte of the body where it is told; -1 in the title
	at       text.Span
	sentence int // of the body; -1 in the title
	said     *record.Said
	occasion *record.Occasion
	place    string
	medium   *actors.Actor // cited where the frame is told: through it the article knows of it
	titled   bool          // told by the title alone so far
	held     bool          // a gathering or press conference that "was held": others may speak there too
}

// parties returns all who take part.
func (f *frame) parties() []*entity { return distinct(append(append([]*entity{}, f.from...), f.to...)) }

// issuers are those whose text comes out of the frame: of a call or meeting both parties, never one of them.
func (f *frame) issuers() []*entity {
	if f.mutual {
		return f.parties()
	}
	return f.from
}

// speaksForItself reports whether "it" may stand for the issuer of the frame's text.
func (f *frame) speaksForItself() bool {
	switch f.kind {
	case record.StatementText, record.JointStatement, record.Letter, record.Message, record.ArticleText, record.Document, record.Post, record.PressConference:
		return true
	}
	return false
}

// toldIn reports whether the frame is told in that sentence of the body; no frame is told nowhere.
func (f *frame) toldIn(sentence int) bool { return f != nil && f.sentence == sentence }

// called reports whether the noun may speak of the frame: "the telegram" of a message, "the commentary" of an article.
func (f *frame) called(noun string) bool {
	if f.noun == noun || f.noun+"s" == noun || f.noun == noun+"s" {
		return true
	}
	switch noun {
	case "message", "telegram", "cable", "messages", "telegrams", "reply", "replies", "letter", "letters", "note":
		return f.kind == record.Message || f.kind == record.Letter
	case "statement", "declaration", "communique", "communiqué", "statements", "memorandum", "release", "appeal", "text", "announcement", "disclosure":
		return f.kind == record.StatementText || f.kind == record.JointStatement
	case "article", "commentary", "editorial", "column", "paper", "daily", "analysis", "write-up", "articles":
		return f.kind == record.ArticleText
	case "speech", "address", "report", "lecture":
		return f.kind == record.Speech
	case "interview":
		return f.kind == record.Interview
	case "post", "tweet", "posting":
		return f.kind == record.Post
	case "document":
		return f.kind == record.Document || f.kind == record.StatementText || f.kind == record.JointStatement
	case "decision", "resolution", "order", "decree":
		return f.kind == record.Document
	}
	return false
}

// involves reports whether the speakers take part in the frame. A joint statement of two leaders is one of their states.
func (f *frame) involves(speakers []*entity) bool {
	p := f.parties()
	for _, e := range speakers {
		if !includes(p, e) && (f.kind != record.JointStatement || e.Kind != actors.State || !voiced(p, e.State)) {
			return false
		}
	}
	return len(speakers) > 0
}

// voiced reports whether one of the list speaks for the state.
func voiced(list []*entity, state string) bool {
	for _, e := range list {
		if e.State == state {
			return true
		}
	}
	return false
}

// reach is the number of frames and mentions before a place that are looked at, so that long texts cost no more than their length.
const reach = 200

// add enters a frame. One that is told again (in the title and in the lede) is completed, not doubled.
func (r *actReader) add(f *frame) *frame {
	for i := len(r.frames) - 1; i >= max(0, len(r.frames)-reach); i-- {
		o := r.frames[i]
		if !o.sameAs(f) {
			continue
		}
		if o.titled && f.sentence >= 0 {
			// the body names more fully than the title
			if len(f.to) > 0 {
				o.to = f.to
			}
			if len(f.from) > 0 {
				o.from = f.from
			}
			o.titled = false
		}
		if len(o.from) == 0 {
			o.from = f.from
		}
		if len(o.to) < len(f.to) && !includesAny(f.to, o.from) {
			o.to = f.to
		}
		if o.said == nil {
			o.said = f.said
		}
		if o.occasion == nil {
			o.occasion = f.occasion
		}
		if o.kind == record.UnknownChannel {
			o.kind, o.noun = f.kind, f.noun
		}
		if o.medium == nil {
			o.medium = f.medium
		}
		if o.place == "" {
			o.place = f.place
		}
		if o.sentence < 0 && f.sentence >= 0 {
			o.sentence = f.sentence
		}
		return o
	}
	r.frames = append(r.frames, f)
	return f
}

func includesAny(list, other []*entity) bool {
	for _, e := range other {
		if includes(list, e) {
			return true
		}
	}
	return false
}

// sameAs reports whether f tells of o again: the same kind with parties that do not contradict.
func (o *frame) sameAs(f *frame) bool {
	if o.mutual && f.mutual && (o.kind == record.UnknownChannel) != (f.kind == record.UnknownChannel) {
		return sameAll(o.parties(), f.parties())
	}
	written := func(c record.Channel) bool { return c == record.Message || c == record.Letter }
	if o.kind != f.kind && (!written(o.kind) || !written(f.kind)) {
		return false
	}
	if o.said != nil && f.said != nil && o.said.EDTF != f.said.EDTF {
		return false
	}
	if o.mutual {
		a, b := o.parties(), f.parties()
		return subset(a, b) || subset(b, a)
	}
	if len(f.from) == 0 && len(f.to) == 0 {
		return o.noun == f.noun && o.sentence < 0
	}
	if len(o.from) > 0 && len(f.from) > 0 && !sameAll(o.from, f.from) {
		return false
	}
	if written(o.kind) {
		return len(o.to) == 0 || len(f.to) == 0 || subset(o.to, f.to) || subset(f.to, o.to) || o.sentence < 0
	}
	return (o.noun == f.noun || o.kind == record.PressConference && !o.held && len(o.from) > 0) && (o.sentence < 0 || f.said == nil)
}

func subset(a, b []*entity) bool {
	for _, e := range a {
		if !includes(b, e) {
			return false
		}
	}
	return true
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
	return ok && s.At(lo-1) == "on" && r.day != "" && dates.DaysBetween(d.Earliest, r.day) <= 3
}
