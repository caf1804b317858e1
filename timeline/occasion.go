package timeline

import (
	"demarche/timeline/acts"
	"demarche/timeline/discourse"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// occasionOf is the occasion of a quote: of its own sentence, of what somebody is congratulated on, or of its frame.
func (r *reading) occasionOf(c *scene.Quote, fr *discourse.Act) *record.Occasion {
	s := r.Body
	for k := c.CueLo; k < c.CueHi; k++ {
		if s.Lower[k] == "congratulated" || s.Lower[k] == "congratulating" || s.Lower[k] == "congratulates" {
			if o := r.OccasionAt(s, c.ContentLo, c.ContentHi); o != nil {
				return o
			}
		}
	}
	if o := r.OccasionIn(s, c.Lo, c.Hi, c.Reported); o != nil {
		return o
	}
	if fr == nil {
		return nil
	}
	o := r.occasionOfFrame(fr)
	if o != nil && acts.BareOccasion(o) && r.Lede != nil && acts.Anniversary(r.Lede) {
		return r.Lede
	}
	return o
}

// occasionOfFrame is the frame's own occasion, else that of the gathering or article in which it is told.
func (r *reading) occasionOfFrame(fr *discourse.Act) *record.Occasion {
	if fr.Occasion == nil && (fr.Channel == record.Speech || fr.Channel == record.ArticleText || fr.Channel == record.StatementText || fr.Channel == record.Document || fr.Channel == record.Message || fr.Channel == record.Letter) {
		for i := len(r.Acts) - 1; i >= 0; i-- {
			if f := r.Acts[i]; f.Pos <= fr.Pos && f.Channel == record.Speech && f.Occasion != nil && fr.Channel == record.Speech {
				return dated(f)
			}
		}
		return r.Lede
	}
	return dated(fr)
}

// dated is the frame's occasion; a gathering without another date is of the day when it was held.
func dated(fr *discourse.Act) *record.Occasion {
	if fr.Occasion != nil && fr.Channel == record.Speech && fr.Occasion.Date == "" && fr.Said != nil {
		o := *fr.Occasion
		o.Date = fr.Said.EDTF
		return &o
	}
	return fr.Occasion
}
