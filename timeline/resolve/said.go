package resolve

import (
	"demarche/timeline/acts"
	"demarche/timeline/choice"
	"demarche/timeline/dates"
	"demarche/timeline/discourse"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// saidWhen decides the day of a quote: the words around its own cue, then the act that it belongs to, then publication.
func (r *resolver) saidWhen(c *scene.Quote, act *discourse.Act) record.Said {
	s := r.Body
	if sp, ok := choice.SaidBefore(s, c.CueLo, c.CueHi); ok && c.CueHi > c.CueLo && r.Day != "" {
		return record.Said{Date: dates.OnOrBefore(r.Day), Basis: dates.Relative, Evidence: sp}
	}
	if c.Nominal && r.Day != "" {
		return record.Said{Date: dates.OnOrBefore(r.Day), Basis: dates.Relative}
	}
	told := act != nil && act.Said != nil
	if d := r.DayNear(s, c.Lo, c.Hi, c.Anchor, c.Reported); d != nil && (!told || !act.ToldIn(c.Sentence) && !acts.Wide(d)) {
		return *d
	}
	if d := choice.AtStart(r.Reader, c); d != nil && (act == nil || act.Said == nil) {
		return *d
	}
	if d := choice.Lately(r.Reader, c.Lo, c.Hi, c.Reported); d != nil && (act == nil || act.Said == nil) {
		return *d
	}
	if act != nil && act.Said != nil {
		return *act.Said
	}
	return record.Said{Date: r.Published, Basis: dates.Published}
}
