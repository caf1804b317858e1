package resolve

import (
	"demarche/timeline/acts"
	"demarche/timeline/discourse"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// occasionOf is the occasion of a quote: of its own sentence, of what somebody is congratulated on, or of its act.
func (r *resolver) occasionOf(c *scene.Quote, act *discourse.Act) *record.Occasion {
	s := r.Body
	for k := c.CueLo; k < c.CueHi; k++ {
		if words.Congratulating[s.Lower[k]] {
			if o := r.OccasionAt(s, c.ContentLo, c.ContentHi); o != nil {
				return o
			}
		}
	}
	if o := r.OccasionIn(s, c.Lo, c.Hi, c.Reported); o != nil {
		return o
	}
	if act == nil {
		return nil
	}
	o := r.occasionOfAct(act)
	if o != nil && acts.BareOccasion(o) && r.Lede != nil && acts.Anniversary(r.Lede) {
		return r.Lede
	}
	return o
}

// occasionOfAct is the act's own occasion, else that of the gathering or article in which it is told.
func (r *resolver) occasionOfAct(act *discourse.Act) *record.Occasion {
	if act.Occasion == nil && sharesOccasion(act.Channel) {
		for i := len(r.Acts) - 1; i >= 0; i-- {
			if f := r.Acts[i]; f.Pos <= act.Pos && f.Channel == record.Speech && f.Occasion != nil &&
				act.Channel == record.Speech {
				return dated(f)
			}
		}
		return r.Lede
	}
	return dated(act)
}

// sharesOccasion reports the ways of speaking and writing that may be on the occasion of which the article tells.
func sharesOccasion(ch record.Channel) bool {
	switch ch {
	case record.Speech, record.ArticleText, record.StatementText, record.Document, record.Message, record.Letter:
		return true
	}
	return false
}

// dated is the act's occasion; a gathering without another date is of the day when it was held.
func dated(act *discourse.Act) *record.Occasion {
	if act.Occasion != nil && act.Channel == record.Speech && act.Occasion.Date == "" && act.Said != nil {
		o := *act.Occasion
		o.Date = act.Said.EDTF
		return &o
	}
	return act.Occasion
}
