package resolve

import (
	"demarche/timeline/acts"
	"demarche/timeline/choice"
	"demarche/timeline/dates"
	"demarche/timeline/discourse"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// session is one occasion of speaking: the words that somebody says on one day by one channel, over several sentences
// of an article.
type session struct {
	first *resolved // that told its day or channel
}

// carryOn gives words that tell neither their day nor their channel those of the occasion on which their speakers
// last spoke: "X said on Saturday. ... He added." Words plainly said earlier belong to no such occasion. The words of
// the first sentences take those of the first occasion after them.
func (r *resolver) carryOn(list []*scene.Quote, out []resolved) {
	var open []session
	for i := range out {
		x := &out[i]
		if len(x.speakers) == 0 || list[i].Nested || acts.OnlyMedium(x.speakers) ||
			choice.ToldAsEarlier(r.Body, list[i]) {
			continue
		}
		k := lastOf(open, x.speakers)
		if k >= 0 {
			x.follow(open[k].first)
		}
		if x.Said.Basis == dates.Published {
			if d := choice.DayOfDeed(r.Reader, x.speakers, x.sentence, 1); d != nil {
				x.Said = *d
			}
		}
		if choice.Tells(&x.Report) && (k < 0 || open[k].differs(x)) {
			open = append(open, session{x})
		}
	}
	for i := range out {
		x := &out[i]
		if x.sentence <= lede && len(x.speakers) > 0 && !choice.Tells(&x.Report) && !list[i].Nested &&
			!choice.ToldAsEarlier(r.Body, list[i]) {
			x.lead(open)
		}
	}
}

// differs reports whether the words were said on another day or by another channel than those of the session.
func (s *session) differs(x *resolved) bool {
	return s.first.Said != x.Said || s.first.Channel != x.Channel
}

// lead gives words of the lede what the first session of their speakers after them tells.
func (x *resolved) lead(open []session) {
	for _, s := range open {
		if s.first.sentence > x.sentence && choice.OneVoice(s.first.speakers, x.speakers) {
			x.follow(s.first)
			return
		}
	}
}

// lede is the last sentence of those that an article opens with, counted from 0.
const lede = 2

// follow takes over what the record does not know from an earlier one of the same occasion.
func (x *resolved) follow(y *resolved) {
	dated := x.Said.Basis != dates.Published && x.Said.Basis != ""
	named := x.Channel != record.UnknownChannel
	switch {
	case yearWide(&y.Said) && x.sentence > y.sentence+1:
		return // what somebody said last year is no occasion of the story
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

// yearWide reports a year, season or decade.
func yearWide(d *record.Said) bool {
	return len(d.Earliest) == 10 && len(d.Latest) == 10 && d.Earliest[:7] != d.Latest[:7] && len(d.EDTF) < 10
}

// lastOf is the index of the last session of the speakers, -1 for none.
func lastOf(open []session, speakers []*discourse.Entity) int {
	for k := len(open) - 1; k >= 0; k-- {
		if choice.OneVoice(open[k].first.speakers, speakers) {
			return k
		}
	}
	return -1
}
