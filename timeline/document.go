package timeline

import (
	"demarche/timeline/actors"
	"demarche/timeline/scene"
)

// document resolves "the statement", "a press release read out there", "his message" to whoever issued it. ok is false
// when the phrase is no document.
func (r *discourse) document(lo, hi int, fr *frame) (list []*entity, ok bool) {
	s := r.body
	k := lo
	for k < hi && !scene.Documents[s.Lower[k]] {
		if w := s.Lower[k]; w == "of" || w == "for" || k > lo+4 || s.MentionAt(k) != nil && s.MentionAt(k).Actor.Kind != actors.State && s.At(k+1) != "'s" {
			return nil, false
		}
		k++
	}
	if k >= hi {
		return nil, false
	}
	if k+1 < hi && (scene.OfficeHeads[s.Lower[k+1]] || s.Capital(k+1)) {
		return nil, false
	}
	// "the statement by X", "the message of X", "X's letter"
	if k+1 < hi && (s.Lower[k+1] == "by" || s.Lower[k+1] == "from" || s.Lower[k+1] == "of") && s.Lower[k+1] != "of" {
		return r.read(s, k+2, hi), true
	}
	if k > lo+1 && (s.Lower[k-1] == "'s" || s.Lower[k-1] == "'") {
		return r.who(lo, k-1, fr), true
	}
	if s.Lower[lo] == "his" || s.Lower[lo] == "her" {
		return one(r.he(s.Doc.Tokens[lo].Start, map[string]string{"his": "m", "her": "f"}[s.Lower[lo]])), true
	}
	pos := s.Doc.Tokens[lo].Start
	if f := r.framed(s.Lower[k], pos); f != nil && len(f.from) > 0 {
		return f.issuers(), true
	}
	if fr != nil && len(fr.from) > 0 {
		return fr.issuers(), true
	}
	for i := len(r.focus) - 1; i >= max(0, len(r.focus)-reach); i-- {
		if f := &r.focus[i]; f.pos < pos && len(f.list) > 0 {
			return f.list, true
		}
	}
	return nil, true
}

// framed returns the last frame before pos of which the noun speaks, else the first one after it, nil for none.
func (r *discourse) framed(noun string, pos int) *frame {
	var found *frame
	for i := len(r.frames) - 1; i >= max(0, len(r.frames)-reach) && found == nil; i-- {
		if f := r.frames[i]; f.pos <= pos && f.called(noun) {
			found = f
		}
	}
	if found != nil {
		return found
	}
	for i := len(r.frames) - 1; i >= max(0, len(r.frames)-reach); i-- {
		if f := r.frames[i]; f.pos <= pos && len(f.from) > 0 {
			return f
		}
	}
	return nil
}

// gatherers are nouns for those who speak at a meeting without being named.
var gatherers = scene.Words("speakers participants attendees demonstrators protesters protestors unionists orators delegates panelists those present reporters residents ralliers")

// collective names those who speak at a gathering: "Speakers at the rally".
func (r *discourse) collective(lo, hi int, fr *frame) ([]*entity, bool) {
	s := r.body
	k := s.SkipDeterminer(lo, hi)
	if k >= hi || !gatherers[s.Lower[k]] || hi-k > 4 {
		return nil, false
	}
	name := scene.UpperFirst(scene.Clean(s.Words(k, hi)))
	if hi-k == 1 && fr != nil && fr.noun != "" {
		prep := " at the "
		if s.Lower[k] == "participants" {
			prep = " in the "
		}
		name += prep + fr.noun
	}
	e := &entity{plural: true}
	e.Name, e.Kind = name, actors.Organisation
	e.ID = actorID(name, "")
	return []*entity{r.keep(e)}, true
}
