package timeline

import (
	"demarche/timeline/actors"
	"demarche/timeline/record"
)

// hook finds the frame that a quote belongs to: the one of its own sentence, else the last one before of which its source
// speaks or in which its speakers take part, else, for the words of the lede, the first one after it. nil for none.
func (r *reading) hook(c *cued, speakers []*entity) *frame {
	var local *frame
	far := 1 << 30
	for _, f := range r.frames[max(0, len(r.frames)-reach):] {
		if f.sentence != c.sentence || c.inside(f) {
			continue
		}
		if len(f.from) > 0 && len(speakers) > 0 && !f.involves(speakers) && !f.open() && !includesAny(f.from, speakers) {
			continue
		}
		lo, _ := r.body.tokens(f.at)
		d := lo - c.anchor
		if d < 0 {
			d = -d
		}
		if d < far {
			local, far = f, d
		}
	}
	if local != nil {
		return local
	}
	pos := r.body.d.Tokens[c.anchor].Start
	if c.doc != "" {
		if f := r.framed(c.doc, pos); f != nil && (f.involves(speakers) || len(f.from) == 0) {
			return f
		}
	}
	if c.nominal {
		return nil
	}
	if _, ok := r.body.saidBefore(c.cueLo, c.cueHi); ok && c.cueHi > c.cueLo {
		return nil
	}
	var gathering *frame
	for i := len(r.frames) - 1; i >= max(0, len(r.frames)-reach); i-- {
		f := r.frames[i]
		if f.pos > pos {
			continue
		}
		if len(speakers) > 0 && f.involves(speakers) {
			return f
		}
		if f.open() && gathering == nil {
			gathering = f
		}
	}
	if gathering != nil && canAttend(speakers) {
		return gathering
	}
	if len(speakers) == 0 {
		return r.current()
	}
	return nil
}

// conversation opens a frame for one person telling another something: what the two say next, they say to each other. Its
// kind is told by "at talks", "during the meeting", or stays unknown.
func (r *reading) conversation(c *cued, speakers []*entity, to addressed) *frame {
	s := r.body
	if to.basis != "named" || len(to.list) == 0 || len(to.list) > 2 || len(speakers) != 1 || !to.list[0].person() || !speakers[0].person() || !c.has(s, tells) {
		return nil
	}
	if _, ok := s.saidBefore(c.cueLo, c.cueHi); ok {
		return nil
	}
	f := &frame{kind: record.UnknownChannel, mutual: true, from: speakers, to: to.list, at: s.d.Tokens[c.anchor].Span}
	f.pos, f.sentence = f.at.Start, c.sentence
	for k := c.lo; k < c.hi; k++ {
		switch s.low[k] {
		case "talks", "meeting", "summit", "visit", "negotiations":
			if b := s.at(k - 1); b == "at" || b == "during" || b == "the" || b == "in" || b == "their" || b == "a" {
				f.kind, f.noun = record.Meeting, "meeting"
			}
		case "call", "phone", "telephone":
			f.kind, f.noun = record.Call, "call"
		}
	}
	f.said = r.dateNear(s, c.lo, c.hi, c.anchor, c.covered)
	f.medium = r.carrierIn(c.lo, c.hi, c.covered, speakers)
	return r.add(f)
}

// tells are cues of speaking to somebody face to face.
var tells = set("told tells telling assured assures informed informs warned asked")

// ahead finds a frame after the quote, for the words of a lede whose letter or call is told only later.
func (r *reading) ahead(c *cued, speakers, to []*entity) *frame {
	if c.sentence > 2 || len(speakers) != 1 || c.nominal {
		return nil
	}
	if _, ok := r.body.saidBefore(c.cueLo, c.cueHi); ok && c.cueHi > c.cueLo {
		return nil
	}
	for _, f := range r.frames {
		if f.sentence > c.sentence && f.involves(speakers) && (len(to) == 0 || len(f.to) == 0 || includesAny(f.parties(), to)) {
			return f
		}
	}
	return nil
}

// inside reports whether the frame is told within the words reported.
func (c *cued) inside(f *frame) bool { return within(c.q.Content, f.at) }

// open reports whether anybody may speak at the event: a rally, a ceremony, a press conference.
func (f *frame) open() bool {
	return f.held && (f.kind == record.StatementText || f.kind == record.ArticleText || f.kind == record.Speech && gatherings[f.noun] || f.kind == record.PressConference)
}

// canAttend reports whether the speakers may have spoken at a gathering: people and bodies, no carriers of news or governments.
func canAttend(speakers []*entity) bool {
	for _, e := range speakers {
		if e.Kind == actors.Medium || e.Kind == actors.State {
			return false
		}
	}
	return true
}

// medium reports whether the only speaker is a carrier of news in its own voice.
func (r *actReader) medium(speakers []*entity) bool {
	return len(speakers) == 1 && speakers[0].Kind == actors.Medium
}
