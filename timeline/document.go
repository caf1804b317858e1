package timeline

import (
	"demarche/timeline/actors"
)

// document resolves "the statement", "a press release read out there", "his message" to whoever issued it. ok is false
// when the phrase is no document.
func (r *discourse) document(lo, hi int, fr *frame) (list []*entity, ok bool) {
	s := r.body
	k := lo
	for k < hi && !documents[s.low[k]] {
		if w := s.low[k]; w == "of" || w == "for" || k > lo+4 || s.mention(k) != nil && s.mention(k).entry.Kind != actors.State && s.at(k+1) != "'s" {
			return nil, false
		}
		k++
	}
	if k >= hi {
		return nil, false
	}
	if k+1 < hi && (officeHeads[s.low[k+1]] || s.capital(k+1)) {
		return nil, false
	}
	// "the statement by X", "the message of X", "X's letter"
	if k+1 < hi && (s.low[k+1] == "by" || s.low[k+1] == "from" || s.low[k+1] == "of") && s.low[k+1] != "of" {
		return r.read(s, k+2, hi), true
	}
	if k > lo+1 && (s.low[k-1] == "'s" || s.low[k-1] == "'") {
		return r.who(lo, k-1, fr), true
	}
	if s.low[lo] == "his" || s.low[lo] == "her" {
		return one(r.he(s.d.Tokens[lo].Start, map[string]string{"his": "m", "her": "f"}[s.low[lo]])), true
	}
	pos := s.d.Tokens[lo].Start
	if f := r.framed(s.low[k], pos); f != nil && len(f.from) > 0 {
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
var gatherers = set("speakers participants attendees demonstrators protesters protestors unionists orators delegates panelists those present reporters residents ralliers")

// collective names those who speak at a gathering: "Speakers at the rally".
func (r *discourse) collective(lo, hi int, fr *frame) ([]*entity, bool) {
	s := r.body
	k := s.skipDeterminer(lo, hi)
	if k >= hi || !gatherers[s.low[k]] || hi-k > 4 {
		return nil, false
	}
	name := upperFirst(clean(s.words(k, hi)))
	if hi-k == 1 && fr != nil && fr.noun != "" {
		prep := " at the "
		if s.low[k] == "participants" {
			prep = " in the "
		}
		name += prep + fr.noun
	}
	e := &entity{plural: true}
	e.Name, e.Kind = name, actors.Organisation
	e.ID = actorID(name, "")
	return []*entity{r.keep(e)}, true
}
