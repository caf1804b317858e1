package acts

import (
	"demarche/timeline/actors"
	"demarche/timeline/discourse"
	"demarche/timeline/record"
)

// Add enters an act. One that is told again (in the title and in the lede) is completed, not doubled.
func (r *Reader) Add(f *discourse.Act) *discourse.Act {
	for i := len(r.Acts) - 1; i >= max(0, len(r.Acts)-discourse.Reach); i-- {
		o := r.Acts[i]
		if !sameAs(o, f) {
			continue
		}
		if o.TitleOnly && f.Sentence >= 0 {
			// the body names more fully than the title
			if namesBetter(f.To, o.To) {
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

// namesBetter reports whether the list from the body tells more than that of the title: people without names tell
// nothing more.
func namesBetter(list, title []*discourse.Entity) bool {
	for _, e := range list {
		if e.Person() || !actors.Unlisted(e.ID) {
			return len(list) >= len(title) || !discourse.Subset(list, title)
		}
	}
	return len(title) == 0
}

// sameAs reports whether f tells of o again: the same kind with parties that do not contradict.
func sameAs(o *discourse.Act, f *discourse.Act) bool {
	if o.TitleOnly && o.Mutual && f.Mutual && f.Sentence == 0 && discourse.IncludesAny(f.Parties(), o.Parties()) {
		return true // the lede names whom the title's call or meeting was with
	}
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
	return sameText(o, f, written(o.Channel))
}

// sameText reports whether an act in which one side speaks tells of another again; written is of a message or letter.
func sameText(o, f *discourse.Act, written bool) bool {
	if len(f.From) == 0 && len(f.To) == 0 {
		return o.Noun == f.Noun && o.Sentence < 0
	}
	if len(o.From) > 0 && len(f.From) > 0 && !discourse.SameAll(o.From, f.From) {
		return false
	}
	if written {
		return len(o.To) == 0 || len(f.To) == 0 || discourse.Subset(o.To, f.To) || discourse.Subset(f.To, o.To) ||
			o.Sentence < 0
	}
	return (o.Noun == f.Noun || o.Channel == record.PressConference && !o.Held && len(o.From) > 0) &&
		(o.Sentence < 0 || f.Said == nil)
}
