package discourse

import (
	"strings"

	"demarche/timeline/actors"
	"demarche/timeline/scene"
)

// company are those who speak beside each other: it resolves phrases that call one of them by the other.

// lastVoices are the persons who spoke before byte pos, the last one first, each once; at most n, and none told more
// than farVoice bytes before the next.
func (r *Discourse) lastVoices(pos, n int) []*Entity {
	var out []*Entity
	for i := len(r.Focus) - 1; i >= max(0, len(r.Focus)-Reach) && len(out) < n; i-- {
		f := &r.Focus[i]
		if !f.Speaking || f.Pos >= pos {
			continue
		}
		if len(f.Entities) != 1 || !f.Entities[0].Person() || pos-f.Pos > farVoice*(len(out)+1) {
			break
		}
		if !Includes(out, f.Entities[0]) {
			out = append(out, f.Entities[0])
		}
	}
	return out
}

// farVoice is the number of bytes, about three sentences, over which the turns of an exchange follow each other.
const farVoice = 600

// lastPair are the last two who spoke before byte pos, nil where fewer did, both speak for one state, or one of them
// alone for any.
func (r *Discourse) lastPair(pos int) []*Entity {
	list := r.lastVoices(pos, 2)
	if len(list) < 2 {
		return nil
	}
	a, b := list[0].State, list[1].State
	if (a == "") != (b == "") || a == b && a != "" {
		return nil
	}
	return []*Entity{list[1], list[0]}
}

// companion resolves "his guest", "her Dutch colleague", "the host" to the one who spoke beside the last speaker; with
// the name of a state, to one of that state. nil for every other phrase.
func (r *Discourse) companion(lo, hi int) *Entity {
	s := r.Body
	if hi-lo < 2 || hi-lo > 3 || !words.Companion[s.Lower[hi-1]] {
		return nil
	}
	state := ""
	if hi-lo == 3 {
		m := s.MentionAt(lo + 1)
		if m == nil || m.Actor.Kind != actors.State {
			return nil
		}
		state = m.Actor.State
	}
	list := r.lastVoices(s.Doc.Tokens[lo].Start, 2)
	if len(list) < 2 || state != "" && list[1].State != state {
		return nil
	}
	return list[1]
}

// latter resolves "the latter" to the person whom the text named last.
func (r *Discourse) latter(lo, hi int) *Entity {
	s := r.Body
	if hi-lo != 2 || !words.Latter[s.Lower[hi-1]] {
		return nil
	}
	pos := s.Doc.Tokens[lo].Start
	var best *Entity
	last := -1
	for _, e := range r.people {
		for _, at := range e.at {
			if at < pos && at > last {
				best, last = e, at
			}
		}
	}
	return best
}

// ownMinistry resolves "his ministry" to the ministry of the minister of whom the text spoke last.
func (r *Discourse) ownMinistry(lo, hi int) *Entity {
	s := r.Body
	if hi-lo != 2 || !words.PossessivePerson[s.Lower[lo]] || postClass(s, lo, hi) != "ministry" {
		return nil
	}
	e := r.lastWho(s.Doc.Tokens[lo].Start, func(e *Entity) bool { return ministryOf(e) != "" })
	if e == nil {
		return nil
	}
	u, ok := r.Gazetteer.Unnamed(e.State, ministryOf(e))
	if !ok {
		return nil
	}
	return keepBody(r.Entities, ministryOf(e), u.Name, e.State)
}

// ministryOf is the class of the ministry that a minister leads, "" for everybody else.
func ministryOf(e *Entity) string {
	if e.State == "" {
		return ""
	}
	for _, office := range append([]string{e.held}, e.Heads...) {
		if class := strings.Replace(office, " minister", " ministry", 1); words.MinistryClass[hyphened(class)] {
			return class
		}
	}
	return ""
}

// bothAlone reports "both" alone.
func bothAlone(s *scene.Scene, lo, hi int) bool { return hi-lo == 1 && s.Lower[lo] == "both" }

// governmentsOf are the governments of the states for which the parties speak, each once.
func (r *Discourse) governmentsOf(list []*Entity) []*Entity {
	var out []*Entity
	for _, e := range list {
		if a, ok := r.Gazetteer.Unnamed(e.State, "government"); ok && len(e.State) == 3 {
			out = append(out, r.StateEntity(a))
		}
	}
	return Distinct(out)
}
