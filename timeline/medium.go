package timeline

import (
	"strings"

	"demarche/quotes/text"
	"demarche/timeline/actors"
)

// carrying are verbs with which an article cites the carrier of its news.
var carrying = set(`reported reports report said says citing cited quoted quoting quotes according told carried published aired
	broadcast disclosed revealed added reporting wrote released by from via`)

// mediumOf finds the carrier through which the article has the words: a medium cited in the quote's own sentence outside of the
// words, never the speaker and never the article's own outlet. nil for none.
func (r *reading) mediumOf(c *cued, speakers []*entity) *actors.Actor {
	return r.carrierIn(c.lo, c.hi, c.covered, speakers)
}

// carrierIn finds the carrier that is cited in a sentence of the body.
func (r *actReader) carrierIn(lo, hi int, covered []text.Span, speakers []*entity) *actors.Actor {
	s := r.body
	for _, m := range s.mentions(lo, hi) {
		if m.entry.Kind != actors.Medium || within(covered, m.Span) || r.ownOutlet(m.entry) {
			continue
		}
		a, b := s.tokens(m.Span)
		if len(speakers) > 0 && (speakers[0].ID == m.entry.ID || speakers[0].Kind == actors.Medium) || !s.cites(a, b, lo, hi) {
			continue
		}
		e := m.entry
		return &e
	}
	return r.stateMedia(lo, hi, covered)
}

// cites reports whether a verb of reporting stands beside the mention at tokens a to b-1.
func (s *scene) cites(a, b, lo, hi int) bool {
	for k := b; k < hi && k < b+3; k++ {
		if carrying[s.low[k]] && s.low[k] != "by" && s.low[k] != "from" {
			return true
		}
		if s.low[k] == "," {
			break
		}
	}
	for k := a - 1; k >= lo && k >= a-7; k-- {
		w := s.low[k]
		if carrying[w] {
			return true
		}
		if w == "," || w == "." || s.verb(k) {
			return false
		}
	}
	return false
}

// stateMedia reads "state media", "state-run news agency": the carrier of that kind which the article names elsewhere, else
// the media of the speaker's state as such.
func (r *actReader) stateMedia(lo, hi int, covered []text.Span) *actors.Actor {
	s := r.body
	for k := lo; k+1 < hi; k++ {
		w := s.low[k]
		if w != "state" && w != "state-run" && w != "official" && w != "state-controlled" && w != "state-owned" {
			continue
		}
		n := s.low[k+1]
		if n != "media" && n != "television" && n != "tv" && n != "news" && n != "radio" && n != "newspaper" {
			continue
		}
		if within(covered, text.Span{Start: s.d.Tokens[k].Start, End: s.d.Tokens[k+1].End}) || !s.cites(k, min(k+2, hi), lo, hi) {
			continue
		}
		state := ""
		if m := s.mention(k - 1); m != nil {
			state = m.entry.State
		} else if m := s.mention(k - 2); m != nil && s.at(k-1) == "'s" {
			state = m.entry.State
		}
		for _, m := range s.names {
			if m.entry.Kind == actors.Medium && !r.ownOutlet(m.entry) && (state == "" || m.entry.State == state) && m.entry.State != "" {
				e := m.entry
				return &e
			}
		}
		name := upperFirst(strings.Join(strings.Fields(w+" "+n), " "))
		if state != "" {
			name = r.g.Adjective(state) + " " + w + " " + n
		}
		return &actors.Actor{ID: actorID(name, state), Name: name, Kind: actors.Medium, State: state}
	}
	return nil
}

// ownOutlet reports whether the medium is the article's own outlet.
func (r *actReader) ownOutlet(a actors.Actor) bool {
	if actors.Fold(a.Name) == actors.Fold(r.a.Outlet) {
		return true
	}
	for _, e := range r.g.NamedEntries(r.a.Outlet, r.day) {
		if e.ID == a.ID {
			return true
		}
	}
	return false
}
