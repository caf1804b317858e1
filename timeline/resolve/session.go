package resolve

import (
	"demarche/quotes/text"
	"demarche/timeline/actors"
	"demarche/timeline/acts"
	"demarche/timeline/dates"
	"demarche/timeline/discourse"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// session is one occasion of speaking: the words that somebody says on one day by one channel, over several sentences of an article.
type session struct {
	first *resolved // that told its day or channel
}

// carryOn gives words that tell neither their day nor their channel those of the occasion on which their speakers last spoke:
// "X said on Saturday. ... He added." Words plainly said earlier belong to no such occasion. The words of the first sentences take
// those of the first occasion after them.
func (r *resolver) carryOn(list []*scene.Quote, out []resolved) {
	var open []session
	for i := range out {
		x := &out[i]
		if len(x.speakers) == 0 || list[i].Nested || acts.OnlyMedium(x.speakers) {
			continue
		}
		earlier := toldAsEarlier(r.Body, list[i])
		k := lastOf(open, x.speakers)
		if k >= 0 && !earlier {
			x.follow(open[k].first)
		}
		if !earlier && x.Said.Basis == dates.Published {
			r.dayOfDeed(x, 1)
		}
		if !earlier && x.tells() && (k < 0 || open[k].first.Said != x.Said || open[k].first.Channel != x.Channel) {
			open = append(open, session{x})
		}
	}
	for i := range out {
		x := &out[i]
		if x.sentence > lede || len(x.speakers) == 0 || x.tells() || list[i].Nested || toldAsEarlier(r.Body, list[i]) {
			continue
		}
		for _, s := range open {
			if s.first.sentence > x.sentence && oneVoice(s.first.speakers, x.speakers) {
				x.follow(s.first)
				break
			}
		}
	}
}

// deedReach is how many sentences before the words are searched for a deed of the speaker with its day.
const deedReach = 5

// dayOfDeed dates words by what the speaker is said to have done in the sentences before: "The minister summoned the envoy on Thursday.
// He said that ...". The nearest sentence with the speaker as subject and a day beside it decides.
func (r *resolver) dayOfDeed(x *resolved, reach int) {
	s := r.Body
	for i := len(r.Focus) - 1; i >= 0; i-- {
		f := &r.Focus[i]
		if f.Pos < 0 || f.Speaking {
			continue
		}
		n := s.SentenceAt(f.Pos)
		if n > x.sentence || n < x.sentence-reach || !oneVoice(f.Entities, x.speakers) {
			continue
		}
		sn := &s.Doc.Sentences[n]
		lo, _ := s.Range(text.Span{Start: f.Pos, End: f.Pos + 1})
		if pluperfect(s, sn.First, sn.Last) {
			continue
		}
		if d := r.DayNear(s, sn.First, sn.Last, lo, scene.Overlapping(r.Contents, sn.Span)); d != nil {
			x.Said = *d
			return
		}
	}
}

// pluperfect reports whether "had" stands among the tokens: what they tell is earlier than the rest of the story.
func pluperfect(s *scene.Scene, lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if s.Lower[k] == "had" {
			return true
		}
	}
	return false
}

// lede is the last sentence of those that an article opens with, counted from 0.
const lede = 2

// tells reports whether the record knows more of its occasion than the day of publication.
func (x *resolved) tells() bool {
	return x.Said.Basis != dates.Published && x.Said.Earliest != "" || x.Channel != record.UnknownChannel
}

// follow takes over what the record does not know from an earlier one of the same occasion.
func (x *resolved) follow(y *resolved) {
	dated := x.Said.Basis != dates.Published && x.Said.Basis != ""
	named := x.Channel != record.UnknownChannel
	switch {
	case dated && x.Said.EDTF != y.Said.EDTF, named && y.Channel != record.UnknownChannel && x.Channel != y.Channel:
		return
	}
	if !dated && y.Said.Earliest != "" {
		x.Said = y.Said
	}
	if !named {
		x.Channel = y.Channel
	}
	if x.Occasion == nil {
		x.Occasion = y.Occasion
	}
}

// lastOf is the index of the last session of the speakers, -1 for none.
func lastOf(open []session, speakers []*discourse.Entity) int {
	for k := len(open) - 1; k >= 0; k-- {
		if oneVoice(open[k].first.speakers, speakers) {
			return k
		}
	}
	return -1
}

// oneVoice reports whether the lists name the same speakers, or bodies and governments of one state: a ministry and the state
// whose ministry it is.
func oneVoice(a, b []*discourse.Entity) bool {
	if discourse.SameAll(a, b) {
		return true
	}
	if len(a) != 1 || len(b) != 1 || a[0].State == "" || a[0].State != b[0].State {
		return false
	}
	return a[0].Kind == actors.State || b[0].Kind == actors.State
}

// toldAsEarlier reports whether the cue puts the words before the occasions that the article tells of: "had said", "has previously".
func toldAsEarlier(s *scene.Scene, c *scene.Quote) bool {
	if c.CueHi <= c.CueLo {
		return false
	}
	if _, ok := saidBefore(s, c.CueLo, c.CueHi); ok {
		return true
	}
	first, _ := s.SentenceBounds(c.CueLo)
	for k := max(first, c.CueLo-3); k < c.CueLo; k++ {
		if w := s.Lower[k]; w == "had" || w == "'d" {
			return true
		}
	}
	return false
}
