package timeline

import (
	"demarche/timeline/actors"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// hook finds the frame that a quote belongs to: the one of its own sentence, else the last one before of which its source
// speaks or in which its speakers take part, else, for the words of the lede, the first one after it. nil for none.
func (r *reading) hook(c *scene.Quote, speakers []*entity) *frame {
	var local *frame
	far := 1 << 30
	for _, f := range r.frames[max(0, len(r.frames)-reach):] {
		if f.sentence != c.Sentence || inside(c, f) {
			continue
		}
		if len(f.from) > 0 && len(speakers) > 0 && !f.involves(speakers) && !f.open() && !includesAny(f.from, speakers) {
			continue
		}
		lo, _ := r.body.Range(f.at)
		d := lo - c.Anchor
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
	pos := r.body.Doc.Tokens[c.Anchor].Start
	if c.Document != "" {
		if f := r.framed(c.Document, pos); f != nil && (f.involves(speakers) || len(f.from) == 0) {
			return f
		}
	}
	if c.Nominal {
		return nil
	}
	if _, ok := saidBefore(r.body, c.CueLo, c.CueHi); ok && c.CueHi > c.CueLo {
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
func (r *reading) conversation(c *scene.Quote, speakers []*entity, to addressed) *frame {
	s := r.body
	if to.basis != "named" || len(to.list) == 0 || len(to.list) > 2 || len(speakers) != 1 || !to.list[0].person() || !speakers[0].person() || !c.CueHas(s, tells) {
		return nil
	}
	if _, ok := saidBefore(s, c.CueLo, c.CueHi); ok {
		return nil
	}
	f := &frame{kind: record.UnknownChannel, mutual: true, from: speakers, to: to.list, at: s.Doc.Tokens[c.Anchor].Span}
	f.pos, f.sentence = f.at.Start, c.Sentence
	for k := c.Lo; k < c.Hi; k++ {
		switch s.Lower[k] {
		case "talks", "meeting", "summit", "visit", "negotiations":
			if b := s.At(k - 1); b == "at" || b == "during" || b == "the" || b == "in" || b == "their" || b == "a" {
				f.kind, f.noun = record.Meeting, "meeting"
			}
		case "call", "phone", "telephone":
			f.kind, f.noun = record.Call, "call"
		}
	}
	f.said = r.dateNear(s, c.Lo, c.Hi, c.Anchor, c.Reported)
	f.medium = r.carrierIn(c.Lo, c.Hi, c.Reported, speakers)
	return r.add(f)
}

// tells are cues of speaking to somebody face to face.
var tells = scene.Words("told tells telling assured assures informed informs warned asked")

// ahead finds a frame after the quote, for the words of a lede whose letter or call is told only later.
func (r *reading) ahead(c *scene.Quote, speakers, to []*entity) *frame {
	if c.Sentence > 2 || len(speakers) != 1 || c.Nominal {
		return nil
	}
	if _, ok := saidBefore(r.body, c.CueLo, c.CueHi); ok && c.CueHi > c.CueLo {
		return nil
	}
	for _, f := range r.frames {
		if f.sentence > c.Sentence && f.involves(speakers) && (len(to) == 0 || len(f.to) == 0 || includesAny(f.parties(), to)) {
			return f
		}
	}
	return nil
}

// inside reports whether the frame is told within the words reported.
func inside(c *scene.Quote, f *frame) bool { return scene.WithinAny(c.Spans.Content, f.at) }

// open reports whether anybody may speak at the event: a rally, a ceremony, a press conference.
func (f *frame) open() bool {
	return f.held && (f.kind == record.StatementText || f.kind == record.ArticleText || f.kind == record.Speech && scene.Gatherings[f.noun] || f.kind == record.PressConference)
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
