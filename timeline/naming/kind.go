package naming

import (
	"demarche/timeline/actors"
	"demarche/timeline/record"
	"demarche/timeline/scene"
)

// paper reads a newspaper that the gazetteer does not know by what it is called: "the Thai paper Xing San Daily",
// "Arpan, a newspaper of Nepal". nil for anything else.
func (r *organisations) paper(s *scene.Scene, lo, hi, end int) *Entity {
	for k := lo; k+1 < hi; k++ {
		if words.StateWord[s.Lower[k]] && words.MediaHead[s.Lower[k+1]] {
			return r.stateMedia(s, lo, k, hi)
		}
	}
	if m := describedMedium(s, lo, hi); m != nil {
		return r.Keep(&Entity{Party: record.Party{Actor: m.Actor}})
	}
	at := afterPaperNoun(s, lo, hi)
	if at < 0 && end > hi && words.OrganArticle[s.At(hi+1)] && calledPaper(s, hi, min(end, hi+7)) {
		at = s.SkipDeterminer(lo, hi)
	}
	if at < 0 {
		return nil
	}
	if m := s.MentionAt(at); m != nil && m.Actor.Kind == actors.Medium {
		return r.Keep(&Entity{Party: record.Party{Actor: m.Actor}})
	}
	e := &Entity{Heads: []string{"newspaper", "paper", "daily"}}
	e.Kind, e.Name = actors.Medium, scene.Clean(s.Words(at, hi))
	e.ID = actors.UnlistedID(e.Name, "")
	return r.Keep(e)
}

// stateMedia reads "Norwegian state television", "the state news agency in Oslo", "state media", whose words begin at
// token k of the phrase.
func (r *organisations) stateMedia(s *scene.Scene, lo, k, hi int) *Entity {
	if m := s.MentionAt(hi - 1); m != nil && m.Actor.Kind == actors.Medium {
		return r.Keep(&Entity{Party: record.Party{Actor: m.Actor}})
	}
	e := &Entity{Heads: []string{"media"}}
	e.Kind, e.Name = actors.Medium, scene.UpperFirst(scene.Clean(s.Words(k, hi)))
	if m := s.MentionAt(lo); m != nil && m.Actor.Kind == actors.State {
		e.State = m.Actor.State
		e.Name = scene.Clean(s.Words(lo, hi))
	}
	if m := s.MentionAt(hi + 1); s.At(hi) == "in" && m != nil && m.Actor.Kind == actors.State {
		e.State = m.Actor.State
	}
	if s.Lower[hi-1] == "media" && e.State != "" {
		e.Name = r.Gazetteer.Adjective(e.State) + " state media"
	}
	e.ID = actors.UnlistedID(e.Name, e.State)
	return r.Keep(e)
}

// calledByKind reads the name of a body that stands after a noun for its kind: "the hauliers' association | Linava",
// "the opposition party | Future of Peru". nil for every other phrase.
func (r *organisations) calledByKind(s *scene.Scene, lo, hi int) *Entity {
	k := lo
	for k < hi && (s.Capital(k) && k > lo || !words.Body[s.Lower[k]] && !words.Paper[s.Lower[k]]) {
		k++
	}
	if k == lo || k+1 >= hi || !s.Capital(k+1) || words.Office[s.Lower[k+1]] {
		return nil
	}
	for i := k + 1; i < hi; i++ {
		m := s.MentionAt(i)
		if !s.Capital(i) && !words.NamePrepositionInner[s.Lower[i]] || m != nil && m.Actor.Kind != actors.State {
			return nil
		}
	}
	e := &Entity{Plural: true}
	e.Kind, e.State = actors.Organisation, r.states.ofBody(s, lo, k)
	if words.Body[s.Lower[k]] {
		e.State = ""
	}
	e.Name = scene.Clean(s.Words(k+1, hi))
	e.ID = actors.UnlistedID(e.Name, e.State)
	e.Heads = append(e.Heads, s.Lower[k])
	return r.Keep(e)
}

// describedMedium returns the carrier of news that the gazetteer knows and the rest of the phrase only describes: "the
// semi-official Mehr agency of Iran". nil where the phrase is about somebody or something of it.
func describedMedium(s *scene.Scene, lo, hi int) *scene.Mention {
	var found *scene.Mention
	ms := s.MentionsIn(lo, hi)
	for k := range ms {
		m := &ms[k]
		switch {
		case m.Actor.Kind == actors.State:
		case m.Actor.Kind == actors.Medium && found == nil:
			found = m
		default:
			return nil
		}
	}
	if found == nil || s.Offices.HasHead(lo, hi) {
		return nil
	}
	if a, b := s.Range(found.Span); a == s.SkipDeterminer(lo, hi) && b == hi {
		return nil // it is named, not described
	}
	for k := lo; k < hi; k++ {
		if w := s.Lower[k]; s.MentionAt(k) == nil && (s.Capital(k) && k > lo || words.Document[w] || w == "'s" || w == ",") {
			return nil
		}
	}
	return found
}

// afterPaperNoun returns the token at which a name begins after the noun of a newspaper, "the paper | Xing San
// Daily"; -1 for none.
func afterPaperNoun(s *scene.Scene, lo, hi int) int {
	for k := lo; k < hi; k++ {
		if !words.PaperNoun[s.Lower[k]] || s.Capital(k) {
			continue
		}
		if k+1 < hi && (s.Capital(k+1) || s.Doc.Word(k+1) == `"` || s.Lower[k+1] == "“") {
			return k + 1
		}
		break
	}
	return -1
}

// calledPaper reports whether an apposition calls what was named a newspaper: ", a newspaper of Nepal".
func calledPaper(s *scene.Scene, lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if words.Paper[s.Lower[k]] && !s.Capital(k) {
			return true
		}
		if words.Office[s.Lower[k]] {
			break
		}
	}
	return false
}

// withoutKind returns the end of a name of several words without the noun for its kind after it: "the Harbour and
// Bridges | party", "the ruling Frelimo | party", and without its abbreviation in brackets.
func withoutKind(s *scene.Scene, lo, hi int) int {
	end := hi
	if end-3 > lo && s.Lower[end-1] == ")" && s.Lower[end-3] == "(" {
		end -= 3
	}
	k := s.SkipDeterminer(lo, hi)
	named := k > lo && end-k >= 3 && s.Capital(k) && s.Capital(end-2) && !s.StateAt(k) || nameFrom(s, lo, end) > lo
	if !named || s.Lower[end-1] != "party" || s.Capital(end-1) {
		return hi
	}
	return end - 1
}
