package acts

import (
	"slices"
	"strings"

	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/discourse"
	"demarche/timeline/naming"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// Account is what an article has told up to the sentence that is being read: its entities and acts, what its title says
// of the whole, and the quotes of the sentence. It does not know how the words for an act are read.
type Account struct {
	*discourse.Discourse
	Lede      *record.Occasion // of the first sentence: what the whole article is told for; nil for none
	Visit     *record.Occasion // of which the first sentences tell; nil for none
	page      page             // what the title says of the whole article
	encounter *discourse.Act   // the call or meeting that the whole page is about; nil for none
	Quotes    []*scene.Quote   // told in the sentence that is read next
	covered   []text.Span      // words reported in the sentence that is being read
	relay     *scene.Quote     // the words within which an act is being read, nil for none
}

// Add enters an act. One that is told again (in the title and in the lede) is completed, not doubled.
func (r *Account) Add(f *discourse.Act) *discourse.Act {
	if f.Mutual {
		f.From, f.To = spokenFor(f.From), spokenFor(f.To)
	}
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
		if len(o.To) < len(f.To) && !naming.IncludesAny(f.To, o.From) {
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

// spokenFor leaves out of one side of a call or meeting the states for which a person of that side speaks: "hosted Karl
// Moss and a Danish delegation".
func spokenFor(side []*naming.Entity) []*naming.Entity {
	return slices.DeleteFunc(slices.Clone(side), func(e *naming.Entity) bool {
		return e.Kind == actors.State && slices.ContainsFunc(side, func(x *naming.Entity) bool {
			return x.Person() && x.State == e.State
		})
	})
}

// namesBetter reports whether the list from the body tells more than that of the title: people without names tell
// nothing more.
func namesBetter(list, title []*naming.Entity) bool {
	for _, e := range list {
		if e.Person() || !actors.Unlisted(e.ID) {
			return len(list) >= len(title) || !naming.Subset(list, title)
		}
	}
	return len(title) == 0
}

// sameAs reports whether f tells of o again: the same kind with parties that do not contradict.
func sameAs(o *discourse.Act, f *discourse.Act) bool {
	if o.TitleOnly && o.Mutual && f.Mutual && f.Sentence == 0 && naming.IncludesAny(f.Parties(), o.Parties()) {
		return true // the lede names whom the title's call or meeting was with
	}
	if o.Mutual && f.Mutual && (o.Channel == record.UnknownChannel) != (f.Channel == record.UnknownChannel) {
		return naming.SameAll(o.Parties(), f.Parties())
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
		return naming.Subset(a, b) || naming.Subset(b, a)
	}
	return sameText(o, f, written(o.Channel))
}

// sameText reports whether an act in which one side speaks tells of another again; written is of a message or letter.
func sameText(o, f *discourse.Act, written bool) bool {
	if len(f.From) == 0 && len(f.To) == 0 {
		return o.Noun == f.Noun && o.Sentence < 0
	}
	if len(o.From) > 0 && len(f.From) > 0 && !naming.SameAll(o.From, f.From) {
		return false
	}
	if written {
		return len(o.To) == 0 || len(f.To) == 0 || naming.Subset(o.To, f.To) || naming.Subset(f.To, o.To) ||
			o.Sentence < 0
	}
	return (o.Noun == f.Noun || o.Channel == record.PressConference && !o.Held && len(o.From) > 0) &&
		(o.Sentence < 0 || f.Said == nil)
}

// inTalk reports whether the meeting that token i speaks of is the one that the sentence has told of before: "X met Y
// in a bilateral meeting".
func (r *Account) inTalk(s *scene.Scene, i int) bool {
	f := r.LastAct()
	return f != nil && f.Mutual && f.Channel == record.Meeting && strings.HasPrefix(s.Lower[i], "meeting") &&
		f.ToldIn(s.SentenceAt(s.Doc.Tokens[i].Start))
}

// Encounter is the call or meeting that the whole page is about, nil for none.
func (r *Account) Encounter() *discourse.Act { return r.encounter }

// Opposite returns the side of the page's call or meeting to whom the speaker, who is not named as one of its parties,
// spoke: an official of the one side's state speaks to the other, and those who are of neither state to the hosts. nil
// where the page tells of none.
func (r *Account) Opposite(e *naming.Entity) []*naming.Entity {
	f := r.encounter
	if f == nil || r.page.genre == remarks {
		return nil
	}
	switch {
	case naming.Includes(f.Parties(), e):
		return naming.Without(f.Parties(), []*naming.Entity{e})
	case ofGroup(f.To, e):
		return f.From
	case e.State == "", r.page.genre == account:
		return nil // an official who tells the press of the call took no part in it
	case speaksFor(f.From, e.State) && !speaksFor(f.To, e.State):
		return f.To
	case speaksFor(f.To, e.State) && !speaksFor(f.From, e.State):
		return f.From
	}
	return nil
}

// ofGroup reports whether the only other side of a meeting are people without a name, to whom the person seems to
// belong: one without an office of a government, or with the one by which they are called.
func ofGroup(side []*naming.Entity, e *naming.Entity) bool {
	if len(side) != 1 || !side[0].Plural || side[0].Person() || !e.Person() {
		return false
	}
	name := strings.ToLower(side[0].Name)
	one := strings.TrimSuffix(name[strings.LastIndexByte(name, ' ')+1:], "s")
	if e.CalledSo(one) {
		return true
	}
	for w := range words.Governing {
		if e.CalledSo(w) {
			return false
		}
	}
	return true
}

// speaksFor reports whether one of the list speaks for the state.
func speaksFor(list []*naming.Entity, state string) bool {
	for _, e := range list {
		if e.State == state {
			return true
		}
	}
	return false
}

// spoke reports whether the sender takes part in a call or meeting that was told before.
func (r *Account) spoke(from []*naming.Entity) bool {
	return slices.ContainsFunc(r.Acts, func(f *discourse.Act) bool { return f.Mutual && f.Involves(from) })
}

// Readout reports whether the title says that the page is one side's account of a call, meeting or trip.
func (r *Account) Readout() bool { return r.page.genre == readout }

// Remarks reports whether the title says that the page gives what two sides said at a meeting.
func (r *Account) Remarks() bool { return r.page.genre == remarks }

// gathering is the last rally, ceremony or press conference that the article told of, nil for none.
func (r *Account) gathering() *discourse.Act {
	for i := len(r.Acts) - 1; i >= 0; i-- {
		if r.Acts[i].Open() {
			return r.Acts[i]
		}
	}
	return nil
}
