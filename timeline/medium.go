package timeline

import (
	"demarche/timeline/actors"
	"demarche/timeline/discourse"
	"demarche/timeline/scene"
)

// mediumOf finds the carrier through which the article has the words: a medium cited in the quote's own sentence outside of the
// words, never the speaker and never the article's own outlet. nil for none.
func (r *reading) mediumOf(c *scene.Quote, speakers []*discourse.Entity) *actors.Actor {
	return r.CarrierIn(c.Lo, c.Hi, c.Reported, speakers)
}
